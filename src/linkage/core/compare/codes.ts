import { normalPlate, plateSkeleton, saysNothing } from '../normalise/contact.ts';
import { normalWords } from '../normalise/words.ts';
import { editDistance } from '../similarity/edit.ts';
import type { Column } from '../table.ts';
import type { Comparison, Facts, Level } from './comparison.ts';
import { given, notGiven, oneColumn } from './one-column.ts';
import { keyOf, valuesOf } from './values.ts';

const categoryLevels: readonly Level[] = [notGiven, given('the same', 0.95, 1), given('different', 0.05)];

/** One of a few: sex, state, kind. */
export function categoryComparison(column: Column, name: string, shared: boolean, known?: Facts): Comparison {
  const isSex = name === 'Sex';
  const values = valuesOf(
    column,
    (raw) => (isSex ? sexOf(raw) : normalWords(raw)),
    () => undefined,
    known?.frequency,
  );
  return oneColumn(
    column,
    values,
    {
      name,
      ladder: 'category',
      levels: categoryLevels,
      shared,
      mayDiffer: isSex ? 0.15 : 0.97,
      keys: [keyOf(name.toLowerCase(), values, (normal) => normal)],
    },
    () => 2,
  );
}

function sexOf(raw: string): string {
  const letter = raw.trim().toLowerCase()[0] ?? '';
  return letter === 'w' ? 'f' : letter === 'f' || letter === 'm' ? letter : '';
}

const identifierLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.83, 1),
  given('the same but for letters and figures that look alike', 0.03, 1),
  given('one letter or figure different', 0.07),
  given('alike', 0.02),
  given('different', 0.05),
];

/** A number or code meant to be one's own: national insurance, company number, registration mark. */
export function identifierComparison(
  column: Column,
  name: string,
  options: { plate?: boolean; shared?: boolean },
  known?: Facts,
): Comparison {
  const values = valuesOf(
    column,
    (raw) => (saysNothing(raw) ? '' : normalPlate(raw)),
    plateSkeleton,
    known?.frequency,
  );
  const compute = (a: number, b: number): number => {
    if (values.feature(a) === values.feature(b)) return 2;
    const [x, y] = [values.text(a), values.text(b)];
    const edits = editDistance(x, y, 2);
    // The shorter of the two, so that it is one answer whichever came first.
    return edits === 1 ? 3 : edits === 2 && Math.min(x.length, y.length) >= 6 ? 4 : 5;
  };
  const half = (normal: string) => (normal.length >= 6 ? normal.slice(0, Math.ceil(normal.length / 2)) : '');
  const ending = (normal: string) =>
    normal.length >= 6 ? `e${normal.slice(-Math.ceil(normal.length / 2))}` : '';
  return oneColumn(
    column,
    values,
    {
      name,
      ladder: 'identifier',
      levels: identifierLevels,
      shared: options.shared ?? false,
      keys: [
        keyOf(name.toLowerCase(), values, (normal) => (options.plate ? plateSkeleton(normal) : normal)),
        keyOf(`start of ${name.toLowerCase()}`, values, half),
        keyOf(`end of ${name.toLowerCase()}`, values, ending),
      ],
    },
    compute,
  );
}
