import { forenameIn, rowsWith, sampleOf, share } from './column-sample.ts';
import { dayIn, monthIn } from './compare/birth-parts.ts';
import { isForename } from './lexicon/forename.words.ts';
import { isUkPostcode, normalPostcode } from './normalise/contact.ts';
import { readBirth } from './normalise/date.ts';
import { nameWords } from './normalise/name.ts';
import type { FieldKind, Recognised } from './recognise.rules.ts';
import { type Column, type Table, textIn } from './table.ts';

/** Known forenames in the lesser of two columns of names: surnames are forenames about so often, towns are not. */
const leastForenames = 0.08;

/** A column of words that may be names. */
interface NameColumn {
  one: Recognised;
  /** Its place in the list. */
  at: number;
  /** The share of its rows that give a known forename first. */
  forenames: number;
  filled: number;
  distinct: number;
}

/** Known forenames in a column of forenames; in a column beside which surnames may stand. */
const [manyForenames, someForenames] = [0.5, 0.35];

/**
 * Columns of single words that hold forenames are a person's names. Of two, in whichever order each clerk wrote them, the one with more is
 * read as the forename. Where one or two hold them and a column of many other words stands beside, that is the surname, and the
 * emptier of the two the middle name.
 */
export function namesInTwo(found: Recognised[], table: Table): Recognised[] {
  if (found.some(({ kind }) => kind === 'surname' || kind === 'full-name')) return found;
  const columns = found.flatMap((one, at) => nameColumn(one, at, table));
  const byForenames = [...columns].sort((x, y) => y.forenames - x.forenames);
  const [most, next] = byForenames;
  if (!most || !next) return found;
  const many = byForenames.filter(({ forenames }) => forenames >= manyForenames).slice(0, 2);
  const surname = columns.find(
    (other) =>
      !many.includes(other) && mayBeSurname(other) && many.some(({ at }) => Math.abs(at - other.at) === 1),
  );
  if (surname && many.length === 2) {
    const [forename, middle] = many.sort((x, y) => y.filled - x.filled || x.at - y.at);
    return asNames(found, { forename, middle, surname });
  }
  if (next.forenames >= leastForenames && most.forenames + next.forenames >= 0.4)
    return asNames(found, { forename: most, surname: next });
  const beside = columns.find((other) => Math.abs(other.at - most.at) === 1 && mayBeSurname(other));
  return beside && most.forenames >= someForenames
    ? asNames(found, { forename: most, surname: beside })
    : found;
}

function nameColumn(one: Recognised, at: number, table: Table): NameColumn[] {
  const column = table.columns[at];
  if ((one.kind !== 'word' && one.kind !== 'forename') || !column) return [];
  if (share(sampleOf(column), (value) => /^[\p{L}' .-]+$/u.test(value)) < 0.9) return [];
  let filled = 0;
  for (let row = 0; row < column.codes.length; row += 1) if (column.codes[row]! >= 0) filled += 1;
  const known = rowsWith(column, (value) => isForename(forenameIn(value)));
  // Middle names are often initials alone.
  const initials = rowsWith(column, (value) => /^\p{L}\.?$/u.test(value));
  const forenames = known >= leastForenames * 2 ? known + initials : known;
  return [{ one, at, forenames, filled, distinct: column.values.length }];
}

/** Many different words, some of which are forenames too: towns and trades are fewer, or are none. */
const mayBeSurname = ({ forenames, filled, distinct }: NameColumn): boolean =>
  forenames >= 0.01 && forenames < someForenames && distinct >= 20 && distinct >= filled * 0.05;

function asNames(
  found: Recognised[],
  names: { forename: NameColumn | undefined; middle?: NameColumn | undefined; surname: NameColumn },
): Recognised[] {
  const kinds = [
    [names.forename, 'forename'],
    [names.middle, 'middle-name'],
    [names.surname, 'surname'],
  ] as const;
  return found.map((one) => {
    const kind = kinds.find(([column]) => column?.one === one)?.[1];
    if (!kind) return one;
    const others = kinds.flatMap(([column]) =>
      column && column.one !== one ? `«${column.one.column}»` : [],
    );
    return { column: one.column, kind, why: `its values and those of ${others.join(' and ')} are names` };
  });
}

/** In so many rows a part of a name is found in the whole one. */
const mostlyFound = 0.7;

/** Columns of words that stand in the whole name beside them are its parts: told as such, they are not counted as evidence once more. */
export function partsOfWhole(found: Recognised[], table: Table): Recognised[] {
  const whole = table.columns[found.findIndex(({ kind }) => kind === 'full-name')];
  if (!whole) return found;
  const wordsAt = new Map<number, string[]>();
  const wordsIn = (row: number): string[] => {
    const code = whole.codes[row]!;
    const words = wordsAt.get(code) ?? nameWords(whole.values.at(code) ?? '');
    wordsAt.set(code, words);
    return words;
  };
  return found.map((one, at) => {
    const column = table.columns[at];
    if (!column || (one.kind !== 'word' && one.kind !== 'forename')) return one;
    let [rows, asFirst, asOther] = [0, 0, 0];
    for (let row = 0; row < table.rows && rows < 5000; row += 1) {
      if (column.codes[row]! < 0 || whole.codes[row]! < 0) continue;
      rows += 1;
      const place = wordsIn(row).indexOf(nameWords(textIn(column, row) ?? '')[0] ?? '');
      if (place === 0) asFirst += 1;
      else if (place > 0) asOther += 1;
    }
    if (rows < 20 || asFirst + asOther < rows * mostlyFound) return one;
    const kind = asFirst >= asOther ? 'forename' : 'surname';
    return { ...one, kind, why: `its words stand in «${whole.name}»` };
  });
}

/** In so many of the rows of a district a town is the one that most of them give. */
const ofOneTown = 0.75;
/** Towns are so many as districts at most. */
const ofSeveral = 0.7;
/** Districts with so many rows are looked at. */
const rowsOfDistrict = 5;

/** A column of words that follows from the postcode beside it is the town. */
export function townByPostcode(found: Recognised[], table: Table): Recognised[] {
  const postcode = table.columns[found.findIndex(({ kind }) => kind === 'postcode')];
  if (!postcode || found.some(({ kind }) => kind === 'town')) return found;
  const districts = Array.from(postcode.values, (value) => {
    const normal = normalPostcode(value);
    return isUkPostcode(normal) ? normal.slice(0, -3) : '';
  });
  return found.map((one, at) => {
    const column = table.columns[at];
    const mayBe = one.kind === 'word' || one.kind === 'category';
    return mayBe && column && followsFrom(column, postcode, districts)
      ? { ...one, kind: 'town', why: `it goes by the districts of «${postcode.name}»` }
      : one;
  });
}

/** Whether most rows of each district give one value, and not all districts the same. */
function followsFrom(column: Column, postcode: Column, districts: readonly string[]): boolean {
  const given = new Map<string, Map<number, number>>();
  for (let row = 0; row < column.codes.length; row += 1) {
    const district = districts[postcode.codes[row]!] ?? '';
    const code = column.codes[row]!;
    if (code < 0 || district === '') continue;
    const values = given.get(district) ?? new Map<number, number>();
    values.set(code, (values.get(code) ?? 0) + 1);
    given.set(district, values);
  }
  let [rows, ofTheMost, looked] = [0, 0, 0];
  const towns = new Map<number, number>();
  const most = new Set<number>();
  for (const values of given.values()) {
    const counts = [...values].sort((x, y) => y[1] - x[1]);
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    if (all < rowsOfDistrict) continue;
    rows += all;
    looked += 1;
    for (const [code, count] of counts.slice(0, 1)) {
      ofTheMost += count;
      most.add(code);
    }
    for (const [code, count] of counts) towns.set(code, (towns.get(code) ?? 0) + count);
  }
  // A town has several districts; families of one name have one each.
  if (most.size > looked * ofSeveral) return false;
  // What half of all rows say is said in most districts for that reason alone.
  return Math.max(0, ...towns.values()) < rows / 2 && ofTheMost >= rows * ofOneTown;
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
          name === column && [...values].some((value) => (readBirth(value)?.month ?? 0) > 0),
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
