import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { closurePolicy } from './closure.policy.ts';
import type { ClosureEnding, ClosureGround, ClosureStatus, PremisesKind } from './closure.words.ts';
import { type FileFilter, fileFilters, findFile, listFiles } from './procedure-files.store.ts';

/** The file of a closure as the viewer may see it; where it is and who lives there are read apart. */
export interface Closure {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  status: ClosureStatus;
  premisesKind: PremisesKind;
  grounds: ClosureGround[];
  isNecessary: boolean;
  wardCode: string | null;
  districtCode: string | null;
  districtName: string | null;
  caseId: string | null;
  consultedOn: Day | null;
  noticeHours: number | null;
  noticeAt: Date | null;
  noticeUntil: Date | null;
  noticeWhy: string | null;
  noticeExtendedAt: Date | null;
  hearingBy: Date | null;
  hearingWhy: string | null;
  hearingAt: Date | null;
  appliedAt: Date | null;
  adjournedUntil: Day | null;
  orderedOn: Day | null;
  orderUntil: Day | null;
  orderWhy: string | null;
  isEveryoneExcluded: boolean | null;
  licensingToldOn: Day | null;
  appealUntil: Day | null;
  appealWhy: string | null;
  /** The last appeal to the Crown Court; it waits while it is not decided. */
  appealedOn: Day | null;
  appealHearingOn: Day | null;
  appealDecidedOn: Day | null;
  extendedOn: Day | null;
  /** The last breach, and how many are recorded. */
  breachedOn: Day | null;
  breaches: number;
  endedOn: Day | null;
  ending: ClosureEnding | null;
  claimUntil: Day | null;
  claimWhy: string | null;
  madeAt: Date;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

// The ward is finer than the district and stays with the agency: a ward with one closure would say the street.
const ward = ({ viewer }: Work): RawBuilder<string | null> =>
  viewer.kind === 'officer'
    ? sql<string | null>`case when c.agency_id = ${viewer.agencyId}::uuid then c.ward_code end`
    : sql<null>`null::text`;
const columns = (
  work: Work,
) => sql`c.id, c.reference, c.agency_id, a.name as agency_name, c.status, c.premises_kind, c.grounds, c.is_necessary,
  ${ward(work)} as ward_code, c.district_code, d.name as district_name, c.case_id, c.consulted_on, c.notice_hours, c.notice_at, c.notice_until, c.notice_why,
  c.notice_extended_at, c.hearing_by, c.hearing_why, c.hearing_at, c.applied_at, c.adjourned_until, c.ordered_on, c.order_until, c.order_why,
  c.is_everyone_excluded, c.licensing_told_on, c.appeal_until, c.appeal_why, c.appealed_on, c.appeal_hearing_on, c.appeal_decided_on, c.extended_on, c.breached_on, c.breaches, c.ended_on, c.ending,
  c.claim_until, c.claim_why, c.made_at, c.version`;
const read = (work: Work) =>
  ({ procedure: 'closure', alias: 'c', columns: columns(work), policy: closurePolicy }) as const;

/** One file, if the viewer may see it. */
export const findClosure = (work: Work, id: string): Promise<Closure | undefined> =>
  findFile(work, read(work), id);

export interface ClosureFilter extends FileFilter {
  status?: ClosureStatus | 'live' | undefined;
  premisesKind?: PremisesKind | undefined;
}
const over = sql`('refused', 'cancelled', 'lapsed', 'ended', 'void')`;

function filters(work: Work, filter: ClosureFilter): RawBuilder<unknown>[] {
  const parts = fileFilters(work, 'c', filter);
  if (filter.status === 'live') parts.push(sql`c.status not in ${over}`);
  else if (filter.status) parts.push(sql`c.status = ${filter.status}`);
  if (filter.premisesKind) parts.push(sql`c.premises_kind = ${filter.premisesKind}`);
  return parts;
}

/** What runs out next, as a moment: the 48 hours to the hearing, an adjournment, the order. */
const dueAt = sql`case c.status when 'notice-served' then c.hearing_by when 'applied' then c.hearing_at when 'adjourned' then c.adjourned_until::timestamptz
  when 'ordered' then c.order_until::timestamptz when 'extended' then c.order_until::timestamptz end`;

/** How lists can be sorted; a file with nothing due counts as the latest due. */
export const closureSorting: Sorting = {
  usual: '-made',
  second: 'made',
  id: sql`c.id`,
  columns: {
    made: { value: sql`c.made_at`, type: 'timestamptz' },
    reference: { value: sql`c.reference`, type: 'text' },
    status: { value: sql`c.status`, type: 'text' },
    due: { value: sql`coalesce(${dueAt}, '9999-12-31'::timestamptz)`, type: 'timestamptz' },
  },
};

/** Some files in an order, the latest made first unless told; `sorted` says where the page starts. */
export const listClosures = (
  work: Work,
  filter: ClosureFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<Closure[]> =>
  listFiles(work, read(work), filters(work, filter), { sorted: sorted(closureSorting, {}), ...asked });

/** Columns that a command may set. */
export type ClosureChange = Partial<
  Omit<
    Closure,
    'id' | 'reference' | 'agencyId' | 'agencyName' | 'districtName' | 'madeAt' | 'version' | 'sortValue'
  >
>;

/** Changes a file if nobody saved before; false when somebody did. */
export const changeClosure = (
  db: Db,
  file: { id: string; version: number },
  set: ClosureChange,
): Promise<boolean> => changeRow(db, 'enforcement.closure', file, set);
