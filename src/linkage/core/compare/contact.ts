import { normalEmail, normalPhone } from '../normalise/contact.ts';
import { editDistance } from '../similarity/edit.ts';
import { jaroWinkler } from '../similarity/jaro-winkler.ts';
import { fewestEdits, letterMask, mostAlike } from '../similarity/letters.ts';
import type { Column } from '../table.ts';
import { type Comparison, type Facts, hashText, type Level } from './comparison.ts';
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
    const [x, y] = [values.normal[a]!, values.normal[b]!];
    if (editDistance(x, y, 1) === 1) return 2;
    return x.slice(-6) === y.slice(-6) ? 3 : 4;
  };
  return oneColumn(
    column,
    values,
    {
      name: 'Phone',
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

const emailLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.65, 1),
  given('the same but for a slip', 0.08, 0.5),
  given('the same before the @', 0.04, 0.3),
  given('alike', 0.04),
  given('different', 0.19),
];

/** Figures apart, and the letters of the name that an address is made of, are what namesakes' addresses look like too. */
const nearlyAnothers = new Set([2, 3]);

/**
 * An e-mail address. One that is made of the person's own name says little when it is nearly another's: all who bear the
 * name have such addresses. `wordsAt` gives the words of a row's names.
 */
export function emailComparison(
  column: Column,
  wordsAt: (row: number) => readonly string[],
  known?: Facts,
): Comparison {
  const featureOf = (normal: string) => {
    const [local = '', domain = ''] = normal.split('@');
    const letters = hashText(normal.replace(/\d/g, ''));
    return { local, domain, letters, mask: letterMask(local), whole: letterMask(normal) };
  };
  const values = valuesOf(column, normalEmail, featureOf, known?.frequency);
  // Asked only of the few pairs whose addresses are near each other, so it is not kept.
  const isNamed = (row: number): boolean => {
    const local = values.features[values.codes.at(row)]?.local ?? '';
    return wordsAt(row).some((word) => word.length >= 4 && local.includes(word));
  };
  const compute = (a: number, b: number): number => {
    const x = values.features[a]!;
    const y = values.features[b]!;
    if (fewestEdits(x.whole, y.whole) <= 2 && editDistance(values.normal[a]!, values.normal[b]!, 2) <= 2)
      return 2;
    if (x.local === y.local && x.local.length >= 4) return 3;
    const alike = mostAlike(x.local, y.local, x.mask, y.mask) < 0.8 ? 0 : jaroWinkler(x.local, y.local);
    return alike >= 0.88 || (x.domain === y.domain && alike >= 0.8) ? 4 : 5;
  };
  const plain = oneColumn(
    column,
    values,
    {
      name: 'E-mail',
      levels: emailLevels,
      shared: true,
      keys: [
        keyOf('e-mail', values, (normal) => normal),
        keyOf('e-mail before the @', values, (normal) => `l${normal.split('@')[0]}`),
        keyOf('e-mail after the @', values, (normal) =>
          normal.includes('@') ? `h${normal.split('@')[1]}` : '',
        ),
      ],
    },
    compute,
  );
  const level = (a: number, b: number): number => {
    const found = plain.level(a, b);
    if (!nearlyAnothers.has(found) || !isNamed(a) || !isNamed(b)) return found;
    const [x, y] = [values.features[values.codes.at(a)]!, values.features[values.codes.at(b)]!];
    return found === 3 || x.letters === y.letters ? 4 : found;
  };
  return { ...plain, level };
}
