/** Pair-level F1 of the clusters against the truth that the generator knows. */
export function clusterF1(clusters: Int32Array, truth: readonly string[]): number {
  let [both, found, wanted] = [0, 0, 0];
  for (let a = 0; a < truth.length; a += 1)
    for (let b = a + 1; b < truth.length; b += 1) {
      const same = clusters[a] === clusters[b];
      const real = truth[a] === truth[b];
      if (same) found += 1;
      if (real) wanted += 1;
      if (same && real) both += 1;
    }
  return (2 * both) / (found + wanted);
}
