import { forenameIn, rowsWith, sampleOf, share } from './column-sample.ts';
import { isForename } from './lexicon/forename.words.ts';
import { legalForms } from './names/legal-forms.words.ts';
import { isUkPostcode, normalPostcode } from './normalise/contact.ts';
import { readBirth, readDate } from './normalise/date.ts';
import { wordsOf } from './normalise/fold.ts';
import {
  byEnd,
  byName,
  type FieldKind,
  mayBeKey,
  ofAnEvent,
  ofAnother,
  type Recognised,
  remarks,
} from './recognise.rules.ts';
import {
  birthInParts,
  birthParts,
  namesInTwo,
  oneOfEach,
  partsOfWhole,
  townByPostcode,
} from './recognise-together.ts';
import type { Column, Table } from './table.ts';

/**
 * Recognises every column by its name, and by what is in it where the name does not say. `given` from a mapping goes first. A column that
 * says the same in every row is no evidence, nor is one that says something else in each; `amongOthers` tells them for what they hold, because
 * beside other lists they may be.
 */
export function recognise(
  table: Table,
  given: Readonly<Record<string, FieldKind>> = {},
  { amongOthers = false } = {},
): Recognised[] {
  const found = table.columns.map((column): Recognised => {
    const set = given[column.name];
    if (set) return { column: column.name, kind: set, why: mapped };
    const known = table.known?.find((one) => one.column === column.name);
    return known ?? recogniseColumn(column, table.rows, amongOthers);
  });
  const names = partsOfWhole(namesInTwo(found, table), table);
  const together = townByPostcode(birthInParts(names, table), table);
  return textWhereAlone(oneOfEach(together, table), table);
}

/** So many values of a lone column of words are several words: then they are held against each other word by word. */
const oftenSeveral = 0.05;

/** A column of words beside which nothing else says anything, and where some say more than one: a list of titles or of names of things. */
function textWhereAlone(found: Recognised[], { columns }: Table): Recognised[] {
  const [only, another] = found.flatMap((one, at) =>
    one.kind === 'ignore' ? [] : [{ one, column: columns[at]! }],
  );
  if (!only || another || only.one.kind !== 'word' || only.one.why === mapped) return found;
  if (share(sampleOf(only.column), (value) => wordsOf(value).length > 1) < oftenSeveral) return found;
  return found.map((one) =>
    one === only.one
      ? { ...one, kind: 'text', why: 'its values are words, often several, and nothing else is given' }
      : one,
  );
}
const mapped = 'as the mapping says';

/** What the name of a column says, whole, without a remark at its end, or by its end. */
function kindByName(name: string): readonly [RegExp, FieldKind] | undefined {
  const bare = name.replace(remarks, '');
  return (
    byName.find(([pattern]) => pattern.test(name)) ??
    // The second of two is not what the first is, but for forenames.
    (/(fore_?name|first_?name|given_?name|fname)s?_?c?2$/.test(name) ? secondForename : undefined) ??
    byName.find(([pattern]) => pattern.test(bare)) ??
    (ofAnother.test(name) ? undefined : byEnd.find(([pattern]) => pattern.test(bare)))
  );
}
const secondForename = [/2$/, 'middle-name'] as const;

/** A column's name without case and marks, its words joined by `_`. */
export const plainName = (name: string): string =>
  name
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');

function recogniseColumn(column: Column, rows: number, amongOthers: boolean): Recognised {
  const answer = (kind: FieldKind, why: string) => ({ column: column.name, kind, why });
  const name = plainName(column.name);
  const { codes } = column;
  let filled = 0;
  for (let row = 0; row < codes.length; row += 1) if (codes[row]! >= 0) filled += 1;
  if (filled === 0) return answer('ignore', 'nothing is given in it');
  const named = kindByName(name);
  if (named?.[1] === 'ignore')
    return answer('ignore', 'its name says a key, an answer or a source, which is no evidence');
  const isOneForEach = filled === rows && column.values.length === rows && rows > 20;
  if (mayBeKey.test(name) && isOneForEach && !(named && amongOthers))
    return answer('ignore', 'every row has one of its own: a key is no evidence');
  if (column.values.length === 1 && filled > 1 && !amongOthers)
    return answer('ignore', 'it says the same in every row');
  const sample = sampleOf(column);
  if (named && contentFits(named[1], sample, column)) {
    if (named[1] === 'full-name' && /^names?$/.test(name))
      return answer(nameKind(sample), 'by its name and its words');
    return answer(named[1], 'by its name');
  }
  return byContent(column, sample, { name, isOneForEach, amongOthers, rows, filled, answer });
}

/** Whether numbers are no count of the rows: those of accounts lie far apart. */
function areScattered(sample: readonly string[], rows: number): boolean {
  const numbers = sample.map((value) => Number(value.replace(/\D/g, '')));
  return Math.max(...numbers) - Math.min(...numbers) > 3 * rows;
}

/** What stands between the things of a list in one cell. */
const listMark = /\S\s*(\*\*|;|\|)\s*\S/;

const isBirthPart = (kind: FieldKind): kind is keyof typeof birthParts => kind in birthParts;
const personal: readonly FieldKind[] = ['forename', 'middle-name', 'surname'];

function contentFits(kind: FieldKind, sample: readonly string[], column: Column): boolean {
  if (personal.includes(kind)) return share(sample, (value) => /\p{L}/u.test(value)) > 0.5;
  if (isBirthPart(kind)) return rowsWith(column, birthParts[kind]) > 0.8;
  if (kind === 'birth-date') return share(sample, (value) => readBirth(value) !== undefined) > 0.5;
  if (kind === 'full-name') return share(sample, (value) => wordsOf(value).length >= 2) > 0.5;
  if (kind === 'email') return share(sample, (value) => value.includes('@')) > 0.4;
  if (kind === 'latitude' || kind === 'longitude')
    return share(sample, (value) => Math.abs(Number(value)) <= 180) > 0.9;
  if (kind === 'phone') return share(sample, (value) => value.replace(/\D/g, '').length >= 6) > 0.5;
  return true;
}

/** «name» alone may be a person's or a firm's: known forenames decide, and an initial before one name. */
function nameKind(sample: readonly string[]): FieldKind {
  const isPersons = (value: string) =>
    wordsOf(value).some(isForename) || /^(\p{L}\.?[ ]+){1,2}\p{L}[\p{L}'-]+$/u.test(value.trim());
  return share(sample, isPersons) >= 0.25 ? 'full-name' : 'company';
}

/** Eight figures are a date only where they can be one; a clerk's 31 February still is. */
function isDate(value: string): boolean {
  const date = readDate(value);
  const earliest = /^\d+$/.test(value) ? 1850 : 1500;
  if (!date || date.year < earliest || date.year > 2050) return false;
  const [less, more] = [Math.min(date.month, date.day), Math.max(date.month, date.day)];
  return less <= 12 && more <= 31;
}

/** «1998 Finnish Cup»: titles begin so; few houses have such a number. */
const beginsWithYear = /^(1[5-9]|20)\d\d\b/;

/** Legal forms of one word, of three letters or more: «as» and «sa» end other things too. */
const firmEndings = new Set(legalForms.flat().filter((form) => /^[a-z]{3,}$/.test(form)));

/** What is known of a column before its values are looked at. */
interface Told {
  /** Its name, in lower case with words joined by `_`. */
  name: string;
  rows: number;
  filled: number;
  /** Whether each row has a value of its own. */
  isOneForEach: boolean;
  amongOthers: boolean;
  answer: (kind: FieldKind, why: string) => Recognised;
}

function byContent(
  column: Column,
  sample: readonly string[],
  { name, rows, filled, isOneForEach, amongOthers, answer }: Told,
): Recognised {
  const distinct = column.values.length;
  const is = (test: (value: string) => boolean) => share(sample, test);
  if (is((value) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value)) > 0.5)
    return answer('email', 'its values have an @');
  if (is((value) => isUkPostcode(normalPostcode(value)) && value.length <= 9) > 0.6)
    return answer('postcode', 'its values are postcodes');
  if (is((value) => /^(?:\+44|0044|0)[\d\s()-]{8,}$/.test(value)) > 0.5)
    return answer('phone', 'its values are phone numbers');
  if (is((value) => /[-/. ]|^\d{8}$/.test(value) && isDate(value)) > 0.6) {
    const years = sample
      .map((value) => readDate(value)?.year ?? 0)
      .filter((year) => year > 0)
      .sort((a, b) => a - b);
    const spread =
      (years[Math.floor(years.length * 0.9)] ?? 0) - (years[Math.floor(years.length * 0.1)] ?? 0);
    return spread >= 15 && !ofAnEvent.test(name)
      ? answer('birth-date', 'its values are dates over many years')
      : answer('event-date', 'its values are dates close together');
  }
  if (is((value) => /^[A-Z]{2}\d{2} ?[A-Z]{3}$/i.test(value)) > 0.5)
    return answer('plate', 'its values are registration marks');
  if (is((value) => listMark.test(value)) > 0.3) return answer('list', 'its values are lists of things');
  if (is((value) => /^(m|f|male|female|man|woman)$/i.test(value)) > 0.6 && distinct < 20)
    return answer('sex', 'its values are sexes');
  if (distinct <= Math.max(2, Math.min(40, filled / 20))) return answer('category', 'it has few values');
  const numeric = is((value) => /^[£$€]?-?[\d,]*\.?\d+$/.test(value));
  if (numeric > 0.9) {
    if (is((value) => value.includes('.')) > 0.3) return answer('number', 'its values are quantities');
    if (isOneForEach && !(amongOthers && areScattered(sample, rows)))
      return answer('ignore', 'every row has a number of its own: a row number is no evidence');
    // Sixty codes among thousands of rows are kinds of things, however long they are.
    if (distinct < filled / 20) return answer('category', 'its values are few numbers');
    return is((value) => value.length >= 5) > 0.6
      ? answer('identifier', 'its values are long numbers')
      : answer('word', 'its values are short numbers');
  }
  const words = sample.map((value) => wordsOf(value));
  const mean = words.reduce((sum, list) => sum + list.length, 0) / Math.max(1, words.length);
  if (share(words, (list) => list.length > 1 && firmEndings.has(list.at(-1) ?? '')) > 0.2)
    return answer('company', 'its values end as firms’ names do');
  const forenames = share(sample, (value) => isForename(forenameIn(value)));
  // «Ann Lee 3 May 1961 4 High Street»: more than a name.
  const isMore = mean > 5 || is((value) => /\d/.test(value)) > 0.3;
  if (forenames >= 0.35 && !isMore)
    return mean >= 1.6
      ? answer('full-name', 'its values begin with known forenames')
      : answer('forename', 'its values are known forenames');
  const isNumbered = (value: string) =>
    /^(flat|apartment|unit)?\s*\d+[a-z]?[ ,]/i.test(value) && !beginsWithYear.test(value);
  if (is(isNumbered) > 0.5 && mean >= 2) return answer('address', 'its values begin with a house number');
  return mean >= 2.2
    ? answer('text', 'its values are several words')
    : answer('word', 'its values are words');
}
