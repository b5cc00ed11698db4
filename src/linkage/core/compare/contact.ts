import { normalEmail, normalPhone } from '../normalise/contact.ts';
import { fewestEdits, letterMask, likenessAtMost } from '../similarity/letters.ts';
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
  const values = valuesOf(column, normalEmail, () => undefined, known?.frequency);
  const localOf = (code: number) => values.text(code).split('@', 1)[0] ?? '';
  const domainOf = (code: number) => /@(.*)/s.exec(values.text(code))?.[1] ?? '';
  const letters = values.byCode((code) => hashText(values.text(code).replace(/\d/g, '')));
  const mask = values.byCode((code) => letterMask(localOf(code)));
  const whole = values.byCode((code) => letterMask(values.text(code)));
  // Asked only of pairs whose addresses are near each other; once a row.
  let named = new Uint8Array(values.rows);
  const isNamed = (row: number): boolean => {
    const known = named[row];
    if (known) return known === 2;
    const code = values.codes.at(row);
    const local = code < 0 ? '' : localOf(code);
    const is = wordsAt(row).some((word) => word.length >= 4 && local.includes(word));
    if (row < named.length) named[row] = is ? 2 : 1;
    return is;
  };
  const localLengths = values.byCode((code) => localOf(code).length);
  const compute = (a: number, b: number): number => {
    if (fewestEdits(whole.at(a), whole.at(b)) <= 2 && values.edits(a, b, 2) <= 2) return 2;
    const [x, y] = [localLengths.at(a), localLengths.at(b)];
    const beginAlike = values.letter(a, 0) === values.letter(b, 0);
    if (likenessAtMost(x, y, mask.at(a), mask.at(b), beginAlike) < 0.8) return 5;
    const alike = values.likeness(a, b, x, y);
    if (alike === 1 && x >= 4 && localOf(a) === localOf(b)) return 3;
    return alike >= 0.88 || (alike >= 0.8 && domainOf(a) === domainOf(b)) ? 4 : 5;
  };
  const plain = oneColumn(
    column,
    values,
    {
      name: 'E-mail',
      ladder: 'email',
      levels: emailLevels,
      parts: { named: isNamed },
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
    return found === 3 || letters.at(values.codes.at(a)) === letters.at(values.codes.at(b)) ? 4 : found;
  };
  const take = (row: number) => {
    plain.take(row);
    if (row < named.length) named[row] = 0;
    else {
      const more = new Uint8Array(Math.ceil((row + 16) * 1.5));
      more.set(named);
      named = more;
    }
  };
  return { ...plain, level, take, byCodes: { shares: values.frequencies } };
}
