import { type RawBuilder, sql } from 'kysely';
import type { NoticePeriod } from '../../reference/abandoned.ts';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { markKey } from './abandoned.mark.ts';
import { abandonedPolicy } from './abandoned.policy.ts';
import type { AbandonedStatus, Disposal, StandingLand } from './abandoned.words.ts';
import { type FileFilter, fileFilters, findFile, listFiles } from './procedure-files.store.ts';

/** The file of a vehicle as the viewer may see it; its mark, its place and its keeper are read apart. */
export interface AbandonedVehicle {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  status: AbandonedStatus;
  landKind: StandingLand;
  make: string | null;
  colour: string | null;
  wardCode: string | null;
  districtCode: string | null;
  districtName: string | null;
  caseId: string | null;
  reportId: string | null;
  seenOn: Day;
  judgedOn: Day | null;
  noticePeriod: NoticePeriod | null;
  noticeAt: Date | null;
  /** The moment before which it is not removed. */
  noticeUntil: Date | null;
  noticeWhy: string | null;
  objectedOn: Day | null;
  removedAt: Date | null;
  storageDays: number | null;
  /** Last day in the store. */
  storedUntil: Day | null;
  storedWhy: string | null;
  claimedOn: Day | null;
  disposal: Disposal | null;
  endedOn: Day | null;
  /** Day of the last step. */
  standsSince: Day | null;
  madeAt: Date;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

// The ward is finer than the district and stays with the agency.
const ward = ({ viewer }: Work): RawBuilder<string | null> =>
  viewer.kind === 'officer'
    ? sql<string | null>`case when c.agency_id = ${viewer.agencyId}::uuid then c.ward_code end`
    : sql<null>`null::text`;
const columns = (
  work: Work,
) => sql`c.id, c.reference, c.agency_id, a.name as agency_name, c.status, c.land_kind, c.make, c.colour, ${ward(work)} as ward_code,
  c.district_code, d.name as district_name, c.case_id, c.report_id, c.seen_on, c.judged_on, c.notice_period, c.notice_at, c.notice_until,
  c.notice_why, c.objected_on, c.removed_at, c.storage_days, c.stored_until, c.stored_why, c.claimed_on, c.disposal, c.ended_on, c.stands_since,
  c.made_at, c.version`;
const read = (work: Work) =>
  ({ procedure: 'abandoned', alias: 'c', columns: columns(work), policy: abandonedPolicy }) as const;

/** One file, if the viewer may see it. */
export const findAbandoned = (work: Work, id: string): Promise<AbandonedVehicle | undefined> =>
  findFile(work, read(work), id);

export interface AbandonedFilter extends FileFilter {
  status?: AbandonedStatus | 'live' | undefined;
  landKind?: StandingLand | undefined;
  /** A mark in any spelling; finds files of the viewer's own agency alone. */
  mark?: string | undefined;
}

/** Files of the viewer's own agency with a mark, or with one that an eye takes for it. */
const hasMark = ({ viewer }: Work, typed: string): RawBuilder<unknown> =>
  viewer.kind === 'officer'
    ? sql`c.agency_id = ${viewer.agencyId} and c.id in (select p.abandoned_id from enforcement.abandoned_place p
        where p.agency_id = ${viewer.agencyId} and p.mark_key = ${markKey(typed)})`
    : sql`false`;

function filters(work: Work, filter: AbandonedFilter): RawBuilder<unknown>[] {
  const parts = fileFilters(work, 'c', filter);
  if (filter.status === 'live') parts.push(sql`c.ended_on is null`);
  else if (filter.status) parts.push(sql`c.status = ${filter.status}`);
  if (filter.landKind) parts.push(sql`c.land_kind = ${filter.landKind}`);
  if (filter.mark) parts.push(hasMark(work, filter.mark));
  return parts;
}

/** How lists can be sorted. */
export const abandonedSorting: Sorting = {
  usual: '-made',
  second: 'made',
  id: sql`c.id`,
  columns: {
    made: { value: sql`c.made_at`, type: 'timestamptz' },
    seen: { value: sql`c.seen_on`, type: 'date' },
    reference: { value: sql`c.reference`, type: 'text' },
    status: { value: sql`c.status`, type: 'text' },
  },
};

/** Some files in an order, the latest made first unless told; `sorted` says where the page starts. */
export const listAbandoned = (
  work: Work,
  filter: AbandonedFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<AbandonedVehicle[]> =>
  listFiles(work, read(work), filters(work, filter), { sorted: sorted(abandonedSorting, {}), ...asked });

/** Columns that a command may set. */
export type AbandonedChange = Partial<
  Omit<
    AbandonedVehicle,
    'id' | 'reference' | 'agencyId' | 'agencyName' | 'districtName' | 'madeAt' | 'version' | 'sortValue'
  >
>;

/** Changes a file if nobody saved before; false when somebody did. */
export const changeAbandoned = (
  db: Db,
  file: { id: string; version: number },
  set: AbandonedChange,
): Promise<boolean> => changeRow(db, 'enforcement.abandoned', file, set);
