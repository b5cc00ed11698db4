import { normalPhone } from '../normalise/contact.ts';
import type { Column } from '../table.ts';
import type { Comparison, Facts, Level } from './comparison.ts';
import { given, notGiven, oneColumn } from './one-column.ts';
import { keyOf, valuesOf } from './values.ts';

const phoneLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.65, 1),
  given('one figure different', 0.07, 0.3),
  given('the same ending', 0.02),
  given('different', 0.26),
];

/** A phone number. */
export function phoneComparison(column: Column, known?: Facts): Comparison {
  const values = valuesOf(column, normalPhone, (normal) => normal, known?.frequency);
  const compute = (a: number, b: number): number => {
    if (values.edits(a, b, 1) === 1) return 2;
    for (let place = -1; place >= -6; place -= 1)
      if (values.letter(a, place) !== values.letter(b, place)) return 4;
    return 3;
  };
  return oneColumn(
    column,
    values,
    {
      name: 'Phone',
      ladder: 'phone',
      levels: phoneLevels,
      shared: true,
      keys: [
        keyOf('phone', values, (normal) => normal),
        keyOf('end of phone', values, (normal) => normal.slice(-7)),
        keyOf('start of phone', values, (normal) => `s${normal.slice(0, 8)}`),
      ],
    },
    compute,
  );
}
