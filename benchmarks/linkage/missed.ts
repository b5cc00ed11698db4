import type { Truth, WrittenPairs } from './evaluate.ts';

/** A list's columns as raw values, for saying how two records of one entity differ. */
export interface RawColumns {
  names: readonly string[];
  /** For each column a code per row, −1 where nothing was given; equal codes are equal texts but for case. */
  codes: readonly Int32Array[];
}

/** How true pairs of one pattern fared. */
export interface MissedKind {
  /** Such as «differs: surname, dob; missing: phone». Columns not named are the same in both. */
  words: string;
  missed: number;
  inAll: number;
}

/** Keys of pairs (lower row × rows + higher row) at or above a weight in bits. */
function foundKeys({ a, b, weight }: WrittenPairs, { entity }: Truth, least: number): Float64Array {
  const keys: number[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0];
    if ((weight[at] ?? 0) >= least && entity[x] === entity[y])
      keys.push(Math.min(x, y) * entity.length + Math.max(x, y));
  }
  return Float64Array.from(keys).sort();
}

function has(sorted: Float64Array, key: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === key;
}

function* truePairs({ entity, source }: Truth): Generator<readonly [number, number]> {
  const members = new Map<number, number[]>();
  entity.forEach((one, row) => {
    const known = members.get(one);
    if (known) known.push(row);
    else members.set(one, [row]);
  });
  for (const rows of members.values())
    for (const [at, a] of rows.entries())
      for (let other = at + 1; other < rows.length; other += 1) {
        const b = rows[other] ?? 0;
        if (!source || source[a] !== source[b]) yield [a, b];
      }
}

/** The pattern of a pair as a number in base 3 over the columns: 0 the same, 1 different, 2 missing in one or both. */
function patternOf(codes: readonly Int32Array[], a: number, b: number): number {
  let pattern = 0;
  for (let column = codes.length - 1; column >= 0; column -= 1) {
    const [x, y] = [codes[column]?.[a] ?? -1, codes[column]?.[b] ?? -1];
    pattern = pattern * 3 + (x < 0 || y < 0 ? 2 : x === y ? 0 : 1);
  }
  return pattern;
}

function wordsOf(pattern: number, names: readonly string[]): string {
  const [differs, missing]: [string[], string[]] = [[], []];
  let rest = pattern;
  for (const name of names) {
    if (rest % 3 === 1) differs.push(name);
    if (rest % 3 === 2) missing.push(name);
    rest = Math.floor(rest / 3);
  }
  const parts = [
    ...(differs.length ? [`differs: ${differs.join(', ')}`] : []),
    ...(missing.length ? [`missing: ${missing.join(', ')}`] : []),
  ];
  return parts.join('; ') || 'nothing differs';
}

/** Which kinds of true pairs are not found at p ≥ 0.5, the commonest first; and how often each column differs in them. */
export function missedKinds(
  truth: Truth,
  pairs: WrittenPairs,
  raw: RawColumns,
  most = 12,
): { kinds: MissedKind[]; columns: MissedKind[] } {
  const found = foundKeys(pairs, truth, 0);
  const kinds = new Map<number, { missed: number; inAll: number }>();
  for (const [a, b] of truePairs(truth)) {
    const pattern = patternOf(raw.codes, a, b);
    const kind = kinds.get(pattern) ?? { missed: 0, inAll: 0 };
    kinds.set(pattern, kind);
    kind.inAll += 1;
    if (!has(found, Math.min(a, b) * truth.entity.length + Math.max(a, b))) kind.missed += 1;
  }
  const columns = raw.names.flatMap((name, column) =>
    (['differs', 'missing'] as const).map((word, index) => {
      const sum = { words: `${name} ${word}`, missed: 0, inAll: 0 };
      for (const [pattern, { missed, inAll }] of kinds)
        if (Math.floor(pattern / 3 ** column) % 3 === index + 1) {
          sum.missed += missed;
          sum.inAll += inAll;
        }
      return sum;
    }),
  );
  const ordered = [...kinds].sort((x, y) => y[1].missed - x[1].missed).filter(([, { missed }]) => missed > 0);
  return {
    kinds: ordered
      .slice(0, most)
      .map(([pattern, counts]) => ({ words: wordsOf(pattern, raw.names), ...counts })),
    columns: columns.filter(({ missed }) => missed > 0).sort((x, y) => y.missed - x.missed),
  };
}
