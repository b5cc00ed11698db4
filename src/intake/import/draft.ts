import { createHash } from 'node:crypto';
import type { TableRow } from '../../platform/files/table-file.ts';
import type { Channel } from '../report.words.ts';
import { codeOf, type Mapping } from './mapping.ts';

/** A row that can be loaded, before it is routed. */
export interface Draft {
  row: number;
  externalId: string;
  issueType: string;
  categoryWords: string;
  description: string;
  receivedAt: Date;
  closedAt: Date | null;
  outcomeWords: string | null;
  channel: Channel;
  lon: number | null;
  lat: number | null;
  postcode: string | null;
  placeWords: string | null;
  districtName: string | null;
  wardName: string | null;
  queue: string | null;
}

export interface RowProblem {
  row: number;
  field: string;
  problem: string;
}

/** Reads rows into drafts; remembers what it has seen, so that a row without an id of its own gets a lasting one. */
export function draftReader(mapping: Mapping): (row: TableRow) => Draft | RowProblem[] {
  const seen = new Map<string, number>();
  const ids = new Set<string>();
  const offset = offsetIn(mapping.timeZone);
  return (row) => {
    const problems: RowProblem[] = [];
    const flaw = (field: string, problem: string) => {
      problems.push({ row: row.number, field, problem });
    };
    const cell = (name: string | undefined): string => (name === undefined ? '' : (row.values[name] ?? ''));
    const receivedAt = readInstant(cell(mapping.columns.receivedAt), offset);
    if (!receivedAt) flaw(mapping.columns.receivedAt, 'is not a date and time, like 2015-01-31T09:30:00');
    const closedAt = readInstant(cell(mapping.columns.closedAt), offset);
    if (!closedAt && cell(mapping.columns.closedAt) !== '')
      flaw(mapping.columns.closedAt ?? '', 'is not a date and time');
    const categoryWords = mapping.category.fixed ?? cell(mapping.columns.category);
    const issueType =
      mapping.category.fixed ??
      mapping.category.map[categoryWords] ??
      (mapping.category.create ? codeOf(categoryWords) : '');
    if (issueType === '')
      flaw(
        mapping.columns.category ?? 'category',
        categoryWords === '' ? 'is empty' : 'is not in the mapping',
      );
    const place = readPlace(mapping, cell, flaw);
    const externalId = cell(mapping.columns.externalId) || ordinalId(row, seen);
    if (mapping.columns.externalId && ids.has(externalId))
      flaw(mapping.columns.externalId, 'stands in this file twice');
    ids.add(externalId);
    if (problems.length > 0 || !receivedAt) return problems;
    const channel = mapping.channelMap[cell(mapping.columns.channel)] ?? 'import';
    return {
      row: row.number,
      externalId,
      issueType,
      categoryWords,
      description: mapping.columns.description.map(cell).filter(Boolean).join('. ') || categoryWords,
      receivedAt,
      closedAt,
      outcomeWords: cell(mapping.columns.outcome) || null,
      channel,
      ...place,
      districtName: cell(mapping.columns.district) || null,
      wardName:
        cell(mapping.columns.ward)
          .replace(/^ward\s*/i, '')
          .replace(/^0+(?=\d)/, '') || null,
      queue: mapping.learn ? cell(mapping.learn.queue) || null : null,
    };
  };
}

type Cell = (name: string | undefined) => string;

function readPlace(
  mapping: Mapping,
  cell: Cell,
  flaw: (field: string, problem: string) => void,
): Pick<Draft, 'lon' | 'lat' | 'postcode' | 'placeWords'> {
  const { columns } = mapping;
  const lon = readDegrees(cell(columns.lon), 180);
  const lat = readDegrees(cell(columns.lat), 90);
  if (lon === undefined) flaw(columns.lon ?? '', 'is not a longitude in degrees');
  if (lat === undefined) flaw(columns.lat ?? '', 'is not a latitude in degrees');
  const postcode = cell(columns.postcode) || null;
  const placeWords = cell(columns.place) || null;
  const hasPoint = lon !== null && lat !== null;
  if (lon !== undefined && lat !== undefined && !hasPoint && !postcode && !placeWords)
    flaw('place', 'has neither a point nor a postcode nor words');
  return { lon: lon ?? null, lat: lat ?? null, postcode, placeWords };
}

/** Null for an empty cell, undefined for one that is not a number in range. */
function readDegrees(text: string, most: number): number | null | undefined {
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= most ? value : undefined;
}

/** Milliseconds by which a zone's wall clock is ahead of UTC at about an instant. */
export type Offset = (utc: Date) => number;

/** Made once a file: a formatter is dear to make and cheap to use. */
export function offsetIn(timeZone: string): Offset {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const byHour = new Map<number, number>();
  return (utc) => {
    const hour = Math.floor(utc.getTime() / 3_600_000);
    const known = byHour.get(hour);
    if (known !== undefined) return known;
    const start = new Date(hour * 3_600_000);
    const offset = Date.parse(`${format.format(start).replace(' ', 'T')}Z`) - start.getTime();
    byHour.set(hour, offset);
    return offset;
  };
}

/** ISO dates and date-times; a time without a zone is read by the offset. Null for anything else. */
export function readInstant(text: string, offset: Offset): Date | null {
  const found =
    /^(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!found) return null;
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00', zone] = found;
  const plain = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const utc = new Date(`${plain}Z`);
  // Catches 31 February: the parts must come back as they went in.
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
    return null;
  return zone ? new Date(`${plain}${zone}`) : new Date(utc.getTime() - offset(utc));
}

/** Police open data has rows alike in every column that are different events: the how-manieth of its like tells them apart. */
function ordinalId(row: TableRow, seen: Map<string, number>): string {
  const hash = createHash('sha256')
    .update(Object.values(row.values).join('\u001f'))
    .digest('hex')
    .slice(0, 24);
  const before = seen.get(hash) ?? 0;
  seen.set(hash, before + 1);
  return `${hash}-${before + 1}`;
}
