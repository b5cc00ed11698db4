import type { Column } from '../table.ts';
import { type Comparison, type Given, type Key, type Ladder, type Level, PairMemo } from './comparison.ts';
import { shown, type Values } from './values.ts';

/** A level with its starting share among matches, and how far the value's rarity counts. */
export const given = (words: string, m: number, rarity = 0): Level => ({ words, m, rarity });

/** The first level of every comparison. */
export const notGiven = given('not given', 0);

/** A comparison of one column by a function of two different normal values. */
export function oneColumn<Feature>(
  column: Column,
  values: Values<Feature>,
  options: {
    name: string;
    ladder: Ladder;
    levels: readonly Level[];
    shared: boolean;
    keys: readonly Key[];
    memoBits?: number;
    mayDiffer?: number;
    /** Values that came as often are named in a model; 10 when not said. */
    leastNamed?: number;
    /** What the ladder reads of a row beside its normal value. */
    parts?: Readonly<Record<string, (row: number) => Given>>;
  },
  compute: (a: number, b: number) => number,
): Comparison {
  const memo = new PairMemo(options.memoBits ?? 16, values.rows);
  const { codes, frequencies } = values;
  const levelOf = (x: number, y: number): number => memo.level(x, y, compute);
  return {
    name: options.name,
    levels: options.levels,
    shared: options.shared,
    mayDiffer: options.mayDiffer ?? (options.shared ? 0.8 : 0.97),
    leastSame: options.shared ? 0.2 : 0,
    differsFrom: options.levels.length - 1,
    keys: options.keys,
    chance: frequencies.chance,
    meanShare: frequencies.meanShare,
    level: (a, b) => {
      const x = codes.at(a);
      const y = codes.at(b);
      if (x < 0 || y < 0) return 0;
      return x === y ? 1 : levelOf(x, y);
    },
    logFrequency: (a, b) => {
      const x = frequencies.logShares[codes.at(a)]!;
      const y = frequencies.logShares[codes.at(b)]!;
      return x > y ? x : y;
    },
    code: (row) => codes.at(row),
    settledBy: codes,
    byCodes: { shares: frequencies, level: levelOf },
    fields: [codes],
    show: (row) => shown(column, row),
    take: (row) => values.take(row),
    facts: () => ({ frequency: frequencies.document(options.leastNamed ?? 10) }),
    portable: {
      ladder: options.ladder,
      parts: { value: (row) => values.given(row), ...options.parts },
    },
    settle: () => values.settle(),
    share: () => ({ values: { [column.name]: values.share() } }),
  };
}
