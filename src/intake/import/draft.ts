import { createHash } from 'node:crypto';
import { tidyPostcode } from '../../directory/index.ts';
import type { TableRow } from '../../platform/files/table-file.ts';
import { dayFromCount } from '../../platform/files/table-file.ts';
import type { Channel } from '../report.words.ts';
import { type DateReading, isSlashed, offsetIn, readWhen } from './instant.ts';
import { codeOf, type Mapping } from './mapping.ts';
import { type RowProblemCode, rowProblems } from './row-problems.words.ts';

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

/** Why a row is not loaded: in which column, what is wrong and what mends it. Holds no value from the row. */
export interface RowProblem {
  row: number;
  field: string;
  problem: string;
  mend: string;
}

/** What a row is read with besides the mapping. */
export interface DraftFacts {
  now: Date;
  dayCount: 1900 | 1904;
  /** Our kinds of issue by their names and codes in small letters, for words that are the same as ours. */
  typeByName: ReadonlyMap<string, string>;
  /** Told of words for a category that the mapping does not know. */
  onUnknownCategory?(words: string): void;
}

const longest = { text: 10_000, short: 200 } as const;
/** A clock that runs a little ahead of ours is no reason to turn a row away. */
const futureAllowanceMs = 86_400_000;

type Cell = (name: string | undefined) => string;
type Flaw = (field: string | undefined, code: RowProblemCode, more?: string) => void;

/** Characters that no screen shows are taken out, as from every form; a database cannot hold some of them. */
const plain = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '').toWellFormed();

/** Reads rows into drafts; remembers what it has seen, so that a row without an id of its own gets a lasting one. */
export function draftReader(mapping: Mapping, facts: DraftFacts): (row: TableRow) => Draft | RowProblem[] {
  const seen = new Map<string, number>();
  const ids = new Set<string>();
  const dates: DateReading = {
    offset: offsetIn(mapping.timeZone),
    order: mapping.dates,
    fromCount: (count) => dayFromCount(count, facts.dayCount),
  };
  const used = new Set(Object.values(mapping.columns).flat());
  const { columns } = mapping;
  return (row) => {
    const problems: RowProblem[] = [];
    const flaw: Flaw = (field, code, more) => {
      const { words, mend } = rowProblems[code];
      if (problems.some((known) => known.field === (field ?? ''))) return;
      problems.push({ row: row.number, field: field ?? '', problem: more ?? words, mend });
    };
    for (const [field, why] of Object.entries(row.flaws ?? {}))
      if (used.has(field)) flaw(field, 'unreadable', why);
    const cell: Cell = (name) => (name === undefined ? '' : plain(row.values[name] ?? ''));
    const when = readDays(mapping, cell, { dates, now: facts.now, flaw });
    const category = readCategory(mapping, cell, facts, flaw);
    const place = readPlace(mapping, cell, flaw);
    const description = columns.description.map(cell).filter(Boolean).join('. ');
    if (description.length > longest.text) flaw(columns.description[0], 'too-long');
    const outcomeWords = cell(columns.outcome) || null;
    if ((outcomeWords?.length ?? 0) > longest.text) flaw(columns.outcome, 'too-long');
    const externalId = cell(columns.externalId) || ordinalId(row, seen);
    if (externalId.length > longest.short) flaw(columns.externalId, 'too-long');
    if (columns.externalId && ids.has(externalId)) flaw(columns.externalId, 'twice');
    if (problems.length > 0 || !when) return problems;
    ids.add(externalId);
    return {
      row: row.number,
      externalId,
      ...category,
      description: description || category.categoryWords,
      ...when,
      outcomeWords,
      channel: mapping.channelMap[cell(columns.channel)] ?? 'import',
      ...place,
      districtName: cell(columns.district) || null,
      wardName: wardName(cell(columns.ward)),
      queue: mapping.learn ? cell(mapping.learn.queue) || null : null,
    };
  };
}

const wardName = (text: string): string | null =>
  text.replace(/^ward\s*/i, '').replace(/^0+(?=\d)/, '') || null;

function readDays(
  mapping: Mapping,
  cell: Cell,
  { dates, now, flaw }: { dates: DateReading; now: Date; flaw: Flaw },
): Pick<Draft, 'receivedAt' | 'closedAt'> | undefined {
  const { columns } = mapping;
  const day = (field: string | undefined): Date | null | undefined => {
    const text = cell(field);
    if (text === '') return undefined;
    const at = readWhen(text, dates);
    if (!at) flaw(field, dates.order === undefined && isSlashed(text) ? 'date-order' : 'bad-date');
    else if (at.getTime() > now.getTime() + futureAllowanceMs) flaw(field, 'future');
    return at;
  };
  const receivedAt = day(columns.receivedAt);
  if (receivedAt === undefined) flaw(columns.receivedAt, 'no-date');
  const closedAt = day(columns.closedAt) ?? null;
  // Where only the day is known of one of them, the same day is not before it.
  if (receivedAt && closedAt && closedAt.getTime() + futureAllowanceMs <= receivedAt.getTime())
    flaw(columns.closedAt, 'closed-early');
  return receivedAt ? { receivedAt, closedAt } : undefined;
}

function readCategory(
  mapping: Mapping,
  cell: Cell,
  facts: DraftFacts,
  flaw: Flaw,
): Pick<Draft, 'issueType' | 'categoryWords'> {
  const { fixed, map, create, byName } = mapping.category;
  if (fixed !== undefined) return { issueType: fixed, categoryWords: fixed };
  const { category: field } = mapping.columns;
  const categoryWords = cell(field);
  if (categoryWords === '') flaw(field, 'no-category');
  else if (categoryWords.length > longest.short) flaw(field, 'too-long');
  else {
    const known = Object.hasOwn(map, categoryWords) ? map[categoryWords] : undefined;
    const issueType =
      known ??
      (byName ? facts.typeByName.get(categoryWords.toLowerCase()) : undefined) ??
      (create ? codeOf(categoryWords) : '');
    if (issueType !== '') return { issueType, categoryWords };
    facts.onUnknownCategory?.(categoryWords);
    flaw(field, 'unknown-category');
  }
  return { issueType: '', categoryWords };
}

function readPlace(
  mapping: Mapping,
  cell: Cell,
  flaw: Flaw,
): Pick<Draft, 'lon' | 'lat' | 'postcode' | 'placeWords'> {
  const { columns } = mapping;
  const lon = readDegrees(cell(columns.lon), 180);
  const lat = readDegrees(cell(columns.lat), 90);
  if (lon === undefined) flaw(columns.lon, 'bad-longitude');
  if (lat === undefined) flaw(columns.lat, 'bad-latitude');
  const postcode = cell(columns.postcode) || null;
  const placeWords = cell(columns.place) || null;
  if ((placeWords?.length ?? 0) > longest.text) flaw(columns.place, 'too-long');
  if ((postcode?.length ?? 0) > longest.short) flaw(columns.postcode, 'too-long');
  const hasPoint = lon !== null && lat !== null;
  const hasPostcode = postcode !== null && tidyPostcode(postcode) !== undefined;
  if (lon !== undefined && lat !== undefined && !hasPoint && !hasPostcode && !placeWords)
    flaw('Where', 'no-place');
  // Half a point is none: the postcode's would lend it its other half.
  const point = hasPoint ? { lon: lon ?? null, lat: lat ?? null } : { lon: null, lat: null };
  return { ...point, postcode, placeWords };
}

/** Null for an empty cell, undefined for one that is not a number in range. */
function readDegrees(text: string, most: number): number | null | undefined {
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= most ? value : undefined;
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
