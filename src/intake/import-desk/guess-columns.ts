import { tidyPostcode } from '../../directory/index.ts';
import type { SampleRow } from '../../platform/files/given-table.ts';
import { offsetIn, readWhen } from '../import/instant.ts';
import { type ColumnField, columnFields } from './import.words.ts';

export type ColumnGuess = Partial<Record<ColumnField, string>>;

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const isNumberUpTo = (most: number) => (text: string) =>
  /^-?\d{1,3}\.\d{2,}$/.test(text) && Math.abs(Number(text)) <= most;
const offset = offsetIn('Europe/London');
const isDay = (text: string): boolean =>
  (['dmy', 'mdy'] as const).some((order) => readWhen(text, { offset, order, fromCount: () => '2000-01-01' }));

/** How far the cells of a column look like what a field holds: 0 to 1; undefined where nothing can be told. */
function likeness(looks: string | undefined, cells: readonly string[]): number | undefined {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || looks === undefined) return undefined;
  const share = (fits: (text: string) => boolean) => filled.filter(fits).length / filled.length;
  const different = new Set(filled).size / filled.length;
  switch (looks) {
    case 'date':
      return share(isDay);
    case 'postcode':
      return share((text) => tidyPostcode(text) !== undefined);
    case 'longitude':
      return share(isNumberUpTo(180));
    case 'latitude':
      return share(isNumberUpTo(90));
    case 'unique':
      return different === 1 && !filled.some((text) => /\s/.test(text) || text.length > 60) ? 1 : 0;
    case 'few':
      return filled.length < 5 || different < 0.8 ? 1 : 0.3;
    default:
      return share((text) => /[a-z]{2}.*\s/i.test(text));
  }
}

/** Cells that must look right, whatever their column is called; the others are only a hint. */
const strict = new Set(['date', 'postcode', 'longitude', 'latitude']);

/**
 * Guesses which column holds what, by its name and by what stands in it. A column is given to one field; a column of
 * days that are none is given to none.
 */
export function guessColumns(columns: readonly string[], rows: readonly SampleRow[]): ColumnGuess {
  const guess: ColumnGuess = {};
  const taken = new Set<string>();
  for (const { field, names, looks } of columnFields) {
    let best: { column: string; score: number } | undefined;
    for (const column of columns) {
      if (taken.has(column)) continue;
      const like = likeness(
        looks,
        rows.map((row) => row[column] ?? ''),
      );
      const at = names.indexOf(bare(column));
      const contains = names.some((name) => name.length > 3 && bare(column).includes(name));
      const named = at >= 0 ? 2 - at / (names.length * 2) : contains ? 0.8 : 0;
      if (looks && strict.has(looks) && like !== undefined && like < 0.6) continue;
      // By its looks alone only what cannot be mistaken is guessed: a postcode, or the first column of days.
      const alone = looks === 'postcode' || (looks === 'date' && field === 'receivedAt') ? (like ?? 0) : 0;
      const score = named > 0 ? named + (like ?? 0.5) * 0.5 : alone;
      if (score > 0.7 && score > (best?.score ?? 0)) best = { column, score };
    }
    if (!best) continue;
    guess[field] = best.column;
    taken.add(best.column);
  }
  return guess;
}

/** Which comes first in 03/04/2026, by days that can only be read one way; nothing where every day could be both. */
export function guessDateOrder(cells: readonly string[]): 'dmy' | 'mdy' | undefined {
  for (const cell of cells) {
    const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(cell) ?? [];
    if (Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  return undefined;
}

/** Whether a column of days has times too. */
export const hasTimes = (cells: readonly string[]): boolean =>
  cells.some((cell) => /\d:\d\d/.test(cell) || /^\d{5}\.\d+$/.test(cell));
