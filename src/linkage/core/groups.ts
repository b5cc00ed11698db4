/** The rows of each cluster, without an object a row. */
export interface Groups {
  /** Number of rows in all. */
  count: number;
  size(cluster: number): number;
  rows(cluster: number): Int32Array;
  /** Every cluster's name, in order of its first row. */
  all(): Int32Array;
}

/** Sorts rows by cluster; a cluster's name is the number of one of its rows. */
export function groupsOf(clusters: Int32Array): Groups {
  const count = clusters.length;
  const sizes = new Int32Array(count);
  for (let row = 0; row < count; row += 1) sizes[clusters[row]!]! += 1;
  const starts = new Int32Array(count);
  const names: number[] = [];
  let start = 0;
  for (let row = 0; row < count; row += 1) {
    const cluster = clusters[row]!;
    if (starts[cluster] === 0) {
      names.push(cluster);
      starts[cluster] = start + 1;
      start += sizes[cluster]!;
    }
  }
  const next = starts.map((value) => value - 1);
  const order = new Int32Array(count);
  for (let row = 0; row < count; row += 1) order[next[clusters[row]!]!++] = row;
  return {
    count,
    size: (cluster) => sizes[cluster]!,
    rows: (cluster) => order.subarray(starts[cluster]! - 1, starts[cluster]! - 1 + sizes[cluster]!),
    all: () => Int32Array.from(names),
  };
}
