import { forenameIn, rowsWith, sampleOf, share } from './column-sample.ts';
import { dayIn, monthIn } from './compare/birth-parts.ts';
import { isForename } from './lexicon/forename.words.ts';
import { readDate } from './normalise/date.ts';
import type { FieldKind, Recognised } from './recognise.rules.ts';
import type { Column, Table } from './table.ts';

/** Known forenames in the lesser of two columns of names: surnames are forenames about so often, towns are not. */
const leastForenames = 0.08;

/**
 * Two columns of single words that both hold forenames are a person's names, in whichever order each clerk wrote them:
 * the one with more is read as the forename.
 */
export function namesInTwo(found: Recognised[], table: Table): Recognised[] {
  if (found.some(({ kind }) => kind === 'surname' || kind === 'full-name')) return found;
  const words = found
    .filter(({ kind }) => kind === 'word' || kind === 'forename')
    .flatMap((one) => {
      const column = table.columns.find(({ name }) => name === one.column);
      if (!column || share(sampleOf(column), (value) => /^[\p{L}' .-]+$/u.test(value)) < 0.9) return [];
      return [{ one, forenames: rowsWith(column, (value) => isForename(forenameIn(value))) }];
    })
    .sort((a, b) => b.forenames - a.forenames);
  const [most, next] = words;
  if (!most || !next || next.forenames < leastForenames || most.forenames + next.forenames < 0.4)
    return found;
  const why = (other: string) => `its values and those of «${other}» are names`;
  return found.map((one) => {
    if (one === most.one) return { column: one.column, kind: 'forename', why: why(next.one.column) };
    if (one === next.one) return { column: one.column, kind: 'surname', why: why(most.one.column) };
    return one;
  });
}

/** Whether a value can be such a part of a date of birth. */
export const birthParts = {
  'birth-year': (value: string) => /^(1[89]|20)\d\d(\.0)?$/.test(value.trim()),
  'birth-month': (value: string) => monthIn(value) > 0,
  'birth-day': (value: string) => dayIn(value) > 0,
} as const;

/**
 * A year of birth with a month or a day beside it, each in a column of its own: one date. Without either, or beside a whole
 * date, the year stands alone and the others say little.
 */
export function birthInParts(found: Recognised[], table: Table): Recognised[] {
  const of = (kind: FieldKind) => found.find((one) => one.kind === kind);
  const whole = found.some(
    ({ kind, column }) =>
      kind === 'birth-date' &&
      table.columns.some(
        ({ name, values }) =>
          name === column && [...values].some((value) => (readDate(value)?.month ?? 0) > 0),
      ),
  );
  // «Year of birth» is read as a date until a month or a day is met.
  const yearOnly = found.find(
    ({ kind, column }) =>
      kind === 'birth-date' &&
      table.columns.some((one) => one.name === column && rowsWith(one, birthParts['birth-year']) > 0.8),
  );
  const year = of('birth-year') ?? yearOnly;
  const isJoined = !whole && year !== undefined && (of('birth-month') ?? of('birth-day')) !== undefined;
  return found.map((one) => {
    const isPart = one.kind === 'birth-year' || one.kind === 'birth-month' || one.kind === 'birth-day';
    if (one === year && isJoined)
      return { ...one, kind: 'birth-year', why: 'by its name, beside a month or a day of birth' };
    if (!isPart) return one;
    if (isJoined) return one;
    return one === year && !whole
      ? { ...one, kind: 'birth-date' }
      : {
          ...one,
          kind: 'ignore',
          why: whole ? 'a whole date of birth stands beside it' : 'no year of birth stands beside it',
        };
  });
}

/** Where two columns say the same kind of thing, the fuller one speaks; names in parts and whole stand together. */
export function oneOfEach(found: Recognised[], table: Table): Recognised[] {
  const single: FieldKind[] = [
    ...(['forename', 'middle-name', 'surname', 'full-name', 'birth-date', 'sex'] as const),
    ...(['latitude', 'longitude', 'birth-year', 'birth-month', 'birth-day'] as const),
  ];
  const filled = (name: string) => {
    const column = table.columns.find((one) => one.name === name);
    return column ? lettersIn(column) : 0;
  };
  return found.map((one) => {
    if (!single.includes(one.kind)) return one;
    const best = found
      .filter((other) => other.kind === one.kind)
      .sort((a, b) => filled(b.column) - filled(a.column))[0];
    return best === one
      ? one
      : { column: one.column, kind: 'ignore', why: `«${best?.column}» says the same and more` };
  });
}

function lettersIn({ values }: Column): number {
  let letters = 0;
  for (const value of values) letters += value.length;
  return letters;
}
