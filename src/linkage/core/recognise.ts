import { isForename } from './lexicon/forename.words.ts';
import { isUkPostcode, normalPostcode, saysNothing } from './normalise/contact.ts';
import { readDate } from './normalise/date.ts';
import { wordsOf } from './normalise/fold.ts';
import type { Column, Table } from './table.ts';

/** What a column holds, as far as linkage cares. */
export const fieldKinds = [
  'forename',
  'middle-name',
  'surname',
  'full-name',
  'birth-date',
  'event-date',
  'sex',
  'address',
  'town',
  'postcode',
  'latitude',
  'longitude',
  'phone',
  'email',
  'company',
  'plate',
  'identifier',
  'number',
  'category',
  'word',
  'text',
  'list',
  'ignore',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** What was made of one column, and why. */
export interface Recognised {
  column: string;
  kind: FieldKind;
  why: string;
}

const byName: readonly (readonly [RegExp, FieldKind])[] = [
  [
    /^(cluster|cluster_?id|ground_?truth|truth|label|entity_?id|true_?id|leuven_id|match_?id|is_match)$/,
    'ignore',
  ],
  [
    /^(unique_?id|rec(ord)?_?id|row_?id|row_?(no|num|number)|id|uuid|guid|index|person_?id|source_?id|case_?(id|ref)|ref(erence)?|seq(uence)?)$/,
    'ignore',
  ],
  [/^(source|source_?(dataset|system|list)|dataset|list|agency|origin|feed)$/, 'ignore'],
  [
    /^(full_?name|name_?full|person_?name|first_and_surname|victim_?name|suspect_?name|customer_?name|client_?name|contact_?name|names?)$/,
    'full-name',
  ],
  [
    /^(fore_?names?|first_?names?|given_?names?|fname|christian_?names?|first|given|name_?first|first_?name_?1)$/,
    'forename',
  ],
  [/^(middle_?names?|second_?names?|other_?names?|middle|mname|middle_?initials?)$/, 'middle-name'],
  [/^(surname|last_?names?|family_?names?|lname|sname|last|family|name_?last|second_?surname)$/, 'surname'],
  [
    /^(dob|d_?o_?b|date_?of_?birth|birth_?date|birth_?day|born|birth_?dt|dt_?birth|year_?of_?birth|birth_?year|yob)$/,
    'birth-date',
  ],
  [
    /^(client|tenant|occupier|resident|customer|patient|applicant|complainant|victim|householder)s?$/,
    'full-name',
  ],
  [/^(sex|gender)$/, 'sex'],
  [/^(post_?code.*|pcode|pc|zip|zip_?code|postal_?code)$/, 'postcode'],
  [/^(lat|latitude|geo_?lat)$/, 'latitude'],
  [/^(lng|lon|long|longitude|geo_?(lng|lon|long))$/, 'longitude'],
  [/(^|_)(e_?mail|email_?address|mail)(_|$|\d)/, 'email'],
  [/(^|_)(phone|telephone|tel|mobile|mob|landline|cell)(_|$|\d)/, 'phone'],
  [
    /^(vrm|vrn|reg|reg_?(no|num|number|mark)|registration(_?(mark|number|no))?|number_?plate|plate|vehicle_?reg.*)$/,
    'plate',
  ],
  [
    /(^|_)(company|business|trader|organisation|organization|firm|trading_?(name|as)|employer)(_?name)?$/,
    'company',
  ],
  [
    /^(company_?(no|number|num|reg.*)|crn|nino|ni_?(no|number)|national_?insurance.*|nhs_?(no|number)|pnc.*|cro.*|passport.*|ssn|soc_?sec_?id|social_?security.*|uprn|vat_?(no|number)|charity_?(no|number)|account_?(no|number|num)|iban|sort_?code|licen[cs]e_?(no|number))$/,
    'identifier',
  ],
  [
    /^(address|addr|add|address_?(line)?_?1|street(_?(name|address))?|addr(ess)?_?line|house_?and_?street|full_?address|home_?address)$/,
    'address',
  ],
  [
    /^(town|city|suburb|locality|village|post_?town|address_?town|birth_?place|place_?of_?birth|county|borough)$/,
    'town',
  ],
];

/** Recognises every column by its name, and by what is in it where the name does not say. `given` from a mapping goes first. */
export function recognise(table: Table, given: Readonly<Record<string, FieldKind>> = {}): Recognised[] {
  const found = table.columns.map((column): Recognised => {
    const set = given[column.name];
    if (set) return { column: column.name, kind: set, why: 'as the mapping says' };
    return recogniseColumn(column, table.rows);
  });
  return oneOfEach(namesInTwo(found, table), table);
}

function recogniseColumn(column: Column, rows: number): Recognised {
  const answer = (kind: FieldKind, why: string) => ({ column: column.name, kind, why });
  const name = column.name
    .trim()
    .toLowerCase()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  let filled = 0;
  for (const code of column.codes) if (code >= 0) filled += 1;
  if (filled === 0) return answer('ignore', 'nothing is given in it');
  const named = byName.find(([pattern]) => pattern.test(name));
  if (named?.[1] === 'ignore')
    return answer('ignore', 'its name says a key, an answer or a source, which is no evidence');
  if (column.values.length === 1 && filled > 1) return answer('ignore', 'it says the same in every row');
  const sample = sampleOf(column);
  if (named && contentFits(named[1], sample)) {
    if (named[1] === 'full-name' && /^names?$/.test(name))
      return answer(nameKind(sample), 'by its name and its words');
    return answer(named[1], 'by its name');
  }
  return byContent(column, sample, { rows, filled, answer });
}

/** What stands between the things of a list in one cell. */
const listMark = /\S\s*(\*\*|;|\|)\s*\S/;

/** Up to 2,000 values spread over the column. */
function sampleOf(column: Column): string[] {
  const known = column.values.filter((value) => !saysNothing(value));
  const step = Math.max(1, Math.floor(known.length / 2000));
  return known.filter((_, index) => index % step === 0).slice(0, 2000);
}

const share = (sample: readonly string[], test: (value: string) => boolean) =>
  sample.length === 0 ? 0 : sample.filter(test).length / sample.length;

function contentFits(kind: FieldKind, sample: readonly string[]): boolean {
  if (kind === 'birth-date') return share(sample, (value) => readDate(value) !== undefined) > 0.5;
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

/** The word where a forename stands: the first, or after the comma of «Surname, Forename». */
const forenameIn = (value: string): string =>
  wordsOf(value.includes(',') ? value.slice(value.indexOf(',') + 1) : value)[0] ?? '';

/** Eight figures are a date only where they can be one; a clerk's 31 February still is. */
function isDate(value: string): boolean {
  const date = readDate(value);
  if (!date || date.year < 1850 || date.year > 2050) return false;
  const [less, more] = [Math.min(date.month, date.day), Math.max(date.month, date.day)];
  return less <= 12 && more <= 31;
}

function byContent(
  column: Column,
  sample: readonly string[],
  {
    rows,
    filled,
    answer,
  }: { rows: number; filled: number; answer: (kind: FieldKind, why: string) => Recognised },
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
    return spread >= 15
      ? answer('birth-date', 'its values are dates over many years')
      : answer('event-date', 'its values are dates close together');
  }
  if (is((value) => /^[A-Z]{2}\d{2} ?[A-Z]{3}$/i.test(value)) > 0.5)
    return answer('plate', 'its values are registration marks');
  if (is((value) => listMark.test(value)) > 0.3) return answer('list', 'its values are lists of things');
  if (distinct <= Math.max(2, Math.min(40, filled / 20))) return answer('category', 'it has few values');
  const numeric = is((value) => /^[£$€]?-?[\d,]*\.?\d+$/.test(value));
  if (numeric > 0.9) {
    if (is((value) => value.includes('.')) > 0.3) return answer('number', 'its values are quantities');
    if (distinct === filled && distinct === rows && rows > 20)
      return answer('ignore', 'every row has a number of its own: a row number is no evidence');
    // Sixty codes among thousands of rows are kinds of things, however long they are.
    if (distinct < filled / 20) return answer('category', 'its values are few numbers');
    return is((value) => value.length >= 5) > 0.6
      ? answer('identifier', 'its values are long numbers')
      : answer('word', 'its values are short numbers');
  }
  const words = sample.map((value) => wordsOf(value));
  const mean = words.reduce((sum, list) => sum + list.length, 0) / Math.max(1, words.length);
  const forenames = share(sample, (value) => isForename(forenameIn(value)));
  if (forenames >= 0.35)
    return mean >= 1.6
      ? answer('full-name', 'its values begin with known forenames')
      : answer('forename', 'its values are known forenames');
  if (is((value) => /^(flat|apartment|unit)?\s*\d+[a-z]?[ ,]/i.test(value)) > 0.5 && mean >= 2)
    return answer('address', 'its values begin with a house number');
  return mean >= 2.2
    ? answer('text', 'its values are several words')
    : answer('word', 'its values are words');
}

/** The share of the filled rows whose value is such: a typing slip makes a value of its own, but only one row. */
function rowsWith({ codes, values }: Column, test: (value: string) => boolean): number {
  const is = values.map(test);
  let [filled, found] = [0, 0];
  for (const code of codes) {
    if (code < 0) continue;
    filled += 1;
    if (is[code]) found += 1;
  }
  return found / Math.max(1, filled);
}

/** Known forenames in the lesser of two columns of names: surnames are forenames about so often, towns are not. */
const leastForenames = 0.08;

/**
 * Two columns of single words that both hold forenames are a person's names, in whichever order each clerk wrote them:
 * the one with more is read as the forename.
 */
function namesInTwo(found: Recognised[], table: Table): Recognised[] {
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

/** Where two columns say the same kind of thing, the fuller one speaks; names in parts and whole stand together. */
function oneOfEach(found: Recognised[], table: Table): Recognised[] {
  const single: FieldKind[] = [
    ...(['forename', 'middle-name', 'surname', 'full-name', 'birth-date', 'sex'] as const),
    ...(['latitude', 'longitude'] as const),
  ];
  const filled = (name: string) => {
    const column = table.columns.find((one) => one.name === name);
    return column ? column.values.reduce((sum, value) => sum + value.length, 0) : 0;
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
