import { createHash } from 'node:crypto';
import { tidyPostcode } from '../../directory/index.ts';
import type { ListField } from './list.words.ts';

/** Which column of a file holds what, as it was chosen; kept with the list for the next file. */
export type ListMapping = Partial<Record<ListField, string>>;

/** One thing that is wrong with a cell, and what mends it. */
export interface RowFlaw {
  column: string;
  value: string;
  problem: string;
  mend: string;
}

/** A row of a file as it would stand on the list. */
export interface DraftRow {
  number: number;
  kind: 'person' | 'organisation';
  /** The line a person is known by: their name, or a firm's. */
  label: string;
  /** Under the engine's names of fields. */
  fields: Record<string, string>;
  /** Every cell under the list's own headings. */
  given: Record<string, string>;
  /** How a later file knows the row again. */
  sourceKey: string;
  /** Its address is kept apart, and is in no field of the row. */
  sealed?: { address?: string; postcode?: string; columns: readonly string[] } | undefined;
  /** What is wrong; with `isRejected` the row cannot be loaded, otherwise only the cell says nothing. */
  flaws: RowFlaw[];
  isRejected: boolean;
}

const postcodeAtEnd = /[,\s]+([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})\s*$/i;
const titles = /^(mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|rev|revd|prof)\.?\s+/i;
const yes = /^(y|yes|true|1)$/i;

/** “Smith, Ann Marie” and “Mrs Ann Marie Smith” in two parts, as typed. One word is a surname. */
export function nameParts(raw: string): { forename: string; surname: string } {
  const text = raw.replace(/\s+/g, ' ').trim();
  const comma = text.indexOf(',');
  if (comma > 0)
    return {
      surname: text.slice(0, comma).trim(),
      forename: text
        .slice(comma + 1)
        .trim()
        .replace(titles, ''),
    };
  const words = text.replace(titles, '').split(' ');
  const surname = words.pop() ?? '';
  return { forename: words.join(' '), surname };
}

/** `1961-05-27` of what a list writes; a lone year stays a year. Undefined for what is no day, such as 31/02/1961. */
export function tidyBirth(raw: string): string | undefined {
  if (/^(19|20)\d\d$/.test(raw)) return raw;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(raw);
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(raw);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : slashed
      ? [slashed[3], slashed[2], slashed[1]]
      : [];
  if (!year || !month || !day) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}

const hashOf = (given: Record<string, string>): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 32);

type Cells = (field: ListField) => string;

function namesOf(cell: Cells): { forename: string; surname: string } {
  const given = { forename: cell('forename'), surname: cell('surname') };
  return given.forename || given.surname ? given : nameParts(cell('name'));
}

function birthOf(cell: Cells, mapping: ListMapping, flaws: RowFlaw[]): string | undefined {
  const raw = cell('dateOfBirth');
  if (raw === '') return undefined;
  const birth = tidyBirth(raw);
  if (!birth)
    flaws.push({
      column: mapping.dateOfBirth ?? '',
      value: raw,
      problem: 'is not a day or a year',
      mend: 'Write it like 27/05/1961 or 1961-05-27. The row is loaded without it.',
    });
  return birth;
}

/** Address and postcode, the postcode taken from the end of the address where it has no column of its own. */
function placeOf(cell: Cells, mapping: ListMapping, flaws: RowFlaw[]) {
  const address = cell('address');
  const atEnd = mapping.postcode ? null : postcodeAtEnd.exec(address);
  const raw = atEnd?.[1] ?? cell('postcode');
  const postcode = raw === '' ? undefined : tidyPostcode(raw);
  if (raw !== '' && !postcode)
    flaws.push({
      column: mapping.postcode ?? mapping.address ?? '',
      value: raw,
      problem: 'is not a full postcode',
      mend: 'Write it like QM1 2AB. The row is loaded with it as it stands.',
    });
  return { address: atEnd ? address.slice(0, atEnd.index) : address, postcode: postcode ?? raw };
}

const filled = (pairs: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).flatMap(([key, value]) => (value ? [[key, value]] : [])));

/** Columns that say where somebody lives. */
const placeColumns = (mapping: ListMapping): string[] =>
  [mapping.address, mapping.postcode].filter((name) => name !== undefined);

/** Reads one row of a list under a mapping. Pure: the same row gives the same draft. */
export function readRow(
  row: { number: number; values: Readonly<Record<string, string>> },
  mapping: ListMapping,
): DraftRow {
  const cell: Cells = (field) => (mapping[field] ? (row.values[mapping[field]] ?? '').trim() : '');
  const flaws: RowFlaw[] = [];
  const { forename, surname } = namesOf(cell);
  const company = cell('company');
  const place = placeOf(cell, mapping, flaws);
  const person = [forename, surname].filter(Boolean).join(' ');
  const isRejected = person === '' && company === '';
  if (isRejected)
    flaws.push({
      column: mapping.surname ?? mapping.name ?? mapping.forename ?? '',
      value: '',
      problem: 'says no name',
      mend: 'Give at least a surname, or leave the row out.',
    });
  const isHidden = yes.test(cell('addressHidden'));
  const given = { ...row.values };
  const columns = placeColumns(mapping);
  const reference = cell('reference');
  // The key is made before anything is sealed, so that a row is known again although its address is not kept in it.
  const sourceKey = reference ? `ref:${reference}` : `row:${hashOf(given)}`;
  if (isHidden) for (const column of columns) given[column] = '';
  const shown = isHidden ? {} : { address: place.address, postcode: place.postcode };
  return {
    number: row.number,
    kind: person === '' && company !== '' ? 'organisation' : 'person',
    label: person || company,
    fields: filled({
      ...(person === '' ? { name: company } : { forename, surname }),
      dateOfBirth: birthOf(cell, mapping, flaws),
      ...shown,
      phone: cell('phone'),
      email: cell('email'),
    }),
    given,
    sourceKey,
    sealed: isHidden ? { ...filled(place), columns } : undefined,
    flaws,
    isRejected,
  };
}
