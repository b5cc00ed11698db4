/** Who is who: the entity of each row, and the list of each row when only pairs between lists count. */
export interface Truth {
  entity: Int32Array;
  source?: Uint8Array;
}

/** Pairs as an engine wrote them. `weight` is its log-odds in bits. */
export interface WrittenPairs {
  a: Int32Array;
  b: Int32Array;
  weight: Float64Array;
}

export interface PairMeasures {
  truePairs: number;
  written: number;
  /** Pairs written twice, or within one list where only pairs between lists count: dropped before measuring. */
  dropped: number;
  /** At the threshold with the highest F1, chosen with the truth. */
  best: { f1: number; precision: number; recall: number; probability: number };
  /** At p ≥ 0.5: what a user without labels gets. */
  even: { f1: number; precision: number; recall: number; pairs: number };
  /** Highest recall at a threshold whose precision is 0.99 or more. */
  recallAt99: number;
  /** Share of the true pairs that was written at all. */
  recallWritten: number;
  /** Mean distance of said and real probability over ten equal bands, weighted by pairs, above log-odds −12. */
  calibration: number;
}

export interface ClusterMeasures {
  pairF1: number;
  precision: number;
  recall: number;
  /** B³ F1 over all rows. */
  b3: number;
  /** Rows of the largest cluster over rows of the largest true one. */
  largest: number;
}

const f1Of = (precision: number, recall: number) =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

const chooseTwo = (n: number) => (n * (n - 1)) / 2;

/** Pairs of rows with one label; with lists, pairs between different lists only. */
function pairsWithin(labels: Int32Array, source: Uint8Array | undefined): number {
  const groups = new Map<number, number>();
  const parts = new Map<number, number>();
  for (let row = 0; row < labels.length; row += 1) {
    const label = labels[row] ?? 0;
    groups.set(label, (groups.get(label) ?? 0) + 1);
    if (!source) continue;
    const part = label * 256 + (source[row] ?? 0);
    parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  let pairs = 0;
  for (const size of groups.values()) pairs += chooseTwo(size);
  for (const size of parts.values()) pairs -= chooseTwo(size);
  return pairs;
}

export const truePairsOf = ({ entity, source }: Truth): number => pairsWithin(entity, source);

/** One label for each pair of labels that occurs together, and how many rows each has. */
function overlap(x: Int32Array, y: Int32Array): Int32Array {
  const known = new Map<number, number>();
  return Int32Array.from(x, (label, row) => {
    const key = label * x.length + (y[row] ?? 0);
    const at = known.get(key) ?? known.size;
    known.set(key, at);
    return at;
  });
}

function sizesOf(labels: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return sizes;
}

const largestOf = (sizes: Map<number, number>) => {
  let most = 0;
  for (const size of sizes.values()) most = Math.max(most, size);
  return most;
};

/** Clusters against the truth. `clusters` has a label from 0 to rows − 1 for each row. */
export function measureClusters(truth: Truth, clusters: Int32Array): ClusterMeasures {
  const { entity, source } = truth;
  const both = overlap(entity, clusters);
  const right = pairsWithin(both, source);
  const said = pairsWithin(clusters, source);
  const recall = right / Math.max(1, pairsWithin(entity, source));
  const precision = said === 0 ? 0 : right / said;
  const [shared, ofEntity, ofCluster] = [sizesOf(both), sizesOf(entity), sizesOf(clusters)];
  let [b3Precision, b3Recall] = [0, 0];
  for (let row = 0; row < entity.length; row += 1) {
    const common = shared.get(both[row] ?? 0) ?? 0;
    b3Precision += common / (ofCluster.get(clusters[row] ?? 0) ?? 1);
    b3Recall += common / (ofEntity.get(entity[row] ?? 0) ?? 1);
  }
  return {
    pairF1: f1Of(precision, recall),
    precision,
    recall,
    b3: f1Of(b3Precision / entity.length, b3Recall / entity.length),
    largest: largestOf(ofCluster) / largestOf(ofEntity),
  };
}

/** Numbers of the pairs, likeliest first, each pair once and only pairs that count. */
function ranked({ a, b, weight }: WrittenPairs, truth: Truth): Float64Array {
  const rows = truth.entity.length;
  const count = a.length;
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1)
    keys[at] = Math.min(a[at] ?? 0, b[at] ?? 0) * rows + Math.max(a[at] ?? 0, b[at] ?? 0);
  const seen = new BigSet(keys);
  // Weights have four decimals and files fewer than 2^26 pairs, so one number holds both and sorts as numbers do.
  const order = new Float64Array(count);
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const [left, right] = [a[at] ?? 0, b[at] ?? 0];
    if (left === right || (truth.source && truth.source[left] === truth.source[right])) continue;
    if (!seen.first(keys[at] ?? 0)) continue;
    order[kept++] = -Math.round((weight[at] ?? 0) * 1e4) * 2 ** 26 + at;
  }
  const out = order.slice(0, kept).sort();
  return out.map((key) => ((key % 2 ** 26) + 2 ** 26) % 2 ** 26);
}

/** Tells whether a key comes for the first time, for more keys than a Set can hold. */
class BigSet {
  readonly #sorted: Float64Array;
  readonly #taken: Uint8Array;

  constructor(keys: Float64Array) {
    this.#sorted = keys.slice().sort();
    this.#taken = new Uint8Array(keys.length);
  }

  first(key: number): boolean {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    if (this.#taken[low]) return false;
    this.#taken[low] = 1;
    return true;
  }
}

const probabilityOf = (bits: number) => 1 / (1 + 2 ** -bits);

/** Written pairs against the truth. */
export function measurePairs(truth: Truth, pairs: WrittenPairs): PairMeasures {
  const order = ranked(pairs, truth);
  const truePairs = truePairsOf(truth);
  const best = { f1: 0, precision: 0, recall: 0, probability: 1 };
  const even = { f1: 0, precision: 0, recall: 0, pairs: 0 };
  const bands = Array.from({ length: 10 }, () => ({ pairs: 0, right: 0, said: 0 }));
  let [right, recallAt99] = [0, 0];
  for (let rank = 0; rank < order.length; rank += 1) {
    const pair = order[rank] ?? 0;
    const weight = pairs.weight[pair] ?? 0;
    const same = truth.entity[pairs.a[pair] ?? 0] === truth.entity[pairs.b[pair] ?? 0] ? 1 : 0;
    const probability = probabilityOf(weight);
    right += same;
    if (weight * Math.LN2 > -12) {
      const band = bands[Math.min(9, Math.floor(probability * 10))];
      if (band) {
        band.pairs += 1;
        band.right += same;
        band.said += probability;
      }
    }
    const next = order[rank + 1];
    if (next !== undefined && pairs.weight[next] === weight) continue;
    const [precision, recall] = [right / (rank + 1), right / Math.max(1, truePairs)];
    const f1 = f1Of(precision, recall);
    if (f1 > best.f1) Object.assign(best, { f1, precision, recall, probability });
    if (weight >= 0) Object.assign(even, { f1, precision, recall, pairs: rank + 1 });
    if (precision >= 0.99) recallAt99 = recall;
  }
  const inBands = bands.reduce((sum, band) => sum + band.pairs, 0);
  return {
    truePairs,
    written: pairs.a.length,
    dropped: pairs.a.length - order.length,
    best,
    even,
    recallAt99,
    recallWritten: right / Math.max(1, truePairs),
    calibration:
      bands.reduce((sum, band) => sum + Math.abs(band.said - band.right), 0) / Math.max(1, inBands),
  };
}

/** Rows joined by pairs at or above a weight in bits: connected components, the label being the lowest row. */
export function components(rows: number, { a, b, weight }: WrittenPairs, least: number): Int32Array {
  const leader = Int32Array.from({ length: rows }, (_, row) => row);
  const find = (row: number): number => {
    let top = row;
    while (leader[top] !== top) {
      leader[top] = leader[leader[top] ?? 0] ?? 0;
      top = leader[top] ?? 0;
    }
    return top;
  };
  for (let at = 0; at < a.length; at += 1) {
    if ((weight[at] ?? 0) < least) continue;
    const [x, y] = [find(a[at] ?? 0), find(b[at] ?? 0)];
    if (x !== y) leader[Math.max(x, y)] = Math.min(x, y);
  }
  return leader.map((_, row) => find(row));
}

/** Probabilities at which an engine's pairs are joined to see what its best threshold, chosen with the truth, would give. */
export const generousThresholds = [
  0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999, 0.99999, 0.999999,
] as const;

/** The best cluster pair F1 that connected components over the pairs reach at any of the thresholds. */
export function bestComponents(truth: Truth, pairs: WrittenPairs): { pairF1: number; probability: number } {
  let best = { pairF1: 0, probability: 1 };
  for (const probability of generousThresholds) {
    const least = Math.log2(probability / (1 - probability));
    const { pairF1 } = measureClusters(truth, components(truth.entity.length, pairs, least));
    if (pairF1 > best.pairF1) best = { pairF1, probability };
  }
  return best;
}
