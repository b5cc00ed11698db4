import { z } from 'zod';
import { spotMethod } from '../../../reference/hot-spots.ts';
import { type Shown, shownWords, suppress } from '../../platform/disclosure/suppress.ts';
import type { HotSpot, Repeats } from '../spots/spots.rules.ts';

const line = z.object({ label: z.string(), n: z.string() });
const lines = z.array(line);

/**
 * The figures of a problem profile as they leave the unit: words and numbers alone. A number from 1 to 4 is not in them, nor what would
 * give one away by subtraction; no record, no person and no address is.
 */
export const leavingShape = z.object({
  /** Kind, area and period in words. */
  about: z.string(),
  asAt: z.string(),
  total: z.string(),
  before: z.string(),
  months: lines,
  kinds: lines,
  districts: lines,
  method: z.string(),
  spots: z.array(
    z.object({
      ...{ id: z.string(), where: z.string(), count: z.string(), expected: z.string(), places: z.string() },
      ...{ west: z.number(), south: z.number(), east: z.number(), north: z.number() },
    }),
  ),
  placesMethod: z.string(),
  places: lines,
  placesTenth: z.string(),
  victims: lines,
  victimsTenth: z.string(),
  /** Left before subjects were counted: none. */
  subjects: lines.default([]),
  subjectsTenth: z.string().default(''),
  confidence: z.string(),
});
export type LeavingFigures = z.output<typeof leavingShape>;
type Line = z.output<typeof line>;

interface Tallied {
  label: string;
  n: number;
}

/**
 * Tables of one and the same total, which is said. A table in which that would give a small number away shows none of its numbers: were
 * the total hidden instead, another table of the same records would say it all the same.
 */
export function tablesOf(tables: readonly (readonly Tallied[])[]): { tables: Line[][]; total: string } {
  const [first = []] = tables;
  const { total } = suppress([first.reduce((sum, { n }) => sum + n, 0)]);
  return {
    tables: tables.map((rows) => {
      const shown = suppress(rows.map(({ n }) => n));
      const cellOf = (row: number): Shown =>
        (shown.total.kind === 'hidden' ? undefined : shown.cells[row]) ?? { kind: 'hidden' };
      return rows.map(({ label }, row) => ({ label, n: shownWords(cellOf(row)) }));
    }),
    total: shownWords(total),
  };
}

/** How many of the places or people have one record, two and so on, as it may leave. */
export const spreadToLeave = ({ spread }: Repeats, words: readonly string[]): Line[] =>
  tablesOf([spread.map((n, index) => ({ label: words[index] ?? '', n }))]).tables[0] ?? [];

/** What the most affected tenth holds, where neither it nor the rest is a small number. */
export const tenthToLeave = (repeats: Repeats, what: string, words: (of: Repeats) => string): string => {
  const { tenth, things, held } = repeats;
  const [few, all] = [tenth?.things ?? 0, tenth?.held ?? 0];
  const isSmall = [few, things - few, all, held - all].some((n) => n > 0 && n < smallest);
  return tenth && isSmall ? `Too few ${what} to say what the most affected tenth holds.` : words(repeats);
};
/** The least number that is said outside. */
const smallest = 5;

/** Hot spots that may leave: in a square with fewer doors and fewer places the square would point at one of them. */
export const spotsToLeave = (hot: readonly HotSpot[]): HotSpot[] =>
  hot.filter(
    ({ count, places, postcodes }) =>
      count >= smallest && Math.max(places, postcodes) >= spotMethod.doorsToLeave,
  );
