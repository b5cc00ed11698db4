import { createHash } from 'node:crypto';
import { tidyPostcode } from '../../directory/index.ts';
import { type DateOrder, orderOfDates, readDate } from '../core/index.ts';
import type { ListField } from './list.words.ts';
import { nameLine } from './name-line.ts';

/** Which column of a file holds what, as it was chosen; kept with the list for the next file. */
export type ListMapping = Partial<Record<ListField, string>>;

/** One thing that is wrong with a cell, and what mends it. */
export interface RowFlaw {
  /** The file's own heading; empty where it is the row as a whole. */
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
const yes = /^(y|yes|true|1)$/i;

/** How a list writes its dates. */
export interface DatesOfList {
  /** Which part comes first in 03/04/1961: learnt from the whole column, as the engine learns it. */
  order: DateOrder;
  /** The year in which the list is read: two figures are a year of the hundred years to it, and nobody is born later. */
  thisYear: number;
}

const oldestYear = 1850;

/**
 * `1961-05-27` of what a list writes, read as the engine reads it; a lone year stays a year and a month a month. Undefined
 * for what is no day of the calendar, such as 31/02/1961.
 */
export function tidyBirth(raw: string, { order, thisYear }: DatesOfList): string | undefined {
  const date = readDate(raw, order, thisYear);
  if (!date || date.year < oldestYear || date.year > thisYear) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  if (date.day === 0 && date.month <= 12)
    return date.month === 0 ? String(date.year) : `${date.year}-${two(date.month)}`;
  const text = `${date.year}-${two(date.month)}-${two(date.day)}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}

/** How the dates of birth in some rows are written. */
export const datesOf = (
  rows: Iterable<Readonly<Record<string, string>>>,
  mapping: ListMapping,
  thisYear: number,
): DatesOfList => {
  const { dateOfBirth } = mapping;
  const values = dateOfBirth ? [...rows].map((row) => row[dateOfBirth] ?? '') : [];
  return { order: orderOfDates(values), thisYear };
};

const hashOf = (given: Record<string, string>): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 32);

type Cells = (field: ListField) => string;

/** A name as the list gives it: in parts or whole. It is the engine that reads a whole name into parts. */
function namesOf(cell: Cells): { forename?: string; surname?: string; name?: string } {
  const [forename, surname] = [cell('forename'), cell('surname')];
  return forename || surname ? { forename, surname } : { name: cell('name').replace(/\s+/g, ' ') };
}

function birthOf(cell: Cells, { mapping, dates }: ReadAs, flaws: RowFlaw[]): string | undefined {
  const raw = cell('dateOfBirth');
  if (raw === '') return undefined;
  const birth = tidyBirth(raw, dates);
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

/** What the rows of one file are read by. */
export interface ReadAs {
  mapping: ListMapping;
  dates: DatesOfList;
}

/** Reads one row of a list. Pure: the same row gives the same draft. */
export function readRow(
  row: { number: number; values: Readonly<Record<string, string>> },
  readAs: ReadAs,
): DraftRow {
  const { mapping } = readAs;
  const cell: Cells = (field) => (mapping[field] ? (row.values[mapping[field]] ?? '').trim() : '');
  const flaws: RowFlaw[] = [];
  const names = namesOf(cell);
  const company = cell('company');
  const place = placeOf(cell, mapping, flaws);
  const person = nameLine(names);
  const isRejected = person === '' && company === '';
  if (isRejected)
    flaws.push({
      column: mapping.surname ?? mapping.name ?? mapping.forename ?? mapping.company ?? '',
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
      ...(person === '' ? { name: company } : names),
      dateOfBirth: birthOf(cell, readAs, flaws),
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
