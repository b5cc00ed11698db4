import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { type FileFilter, fileFilters, findFile, listFiles } from './procedure-files.store.ts';
import { protectionPolicy } from './protection.policy.ts';
import type { ConductKind, Ending, ProtectionStatus } from './protection.words.ts';

/** A file of community protection as the viewer may see it; who it is about is read apart. */
export interface Protection {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  status: ProtectionStatus;
  conductKinds: ConductKind[];
  lon: number | null;
  lat: number | null;
  streetWords: string | null;
  wardCode: string | null;
  districtCode: string | null;
  districtName: string | null;
  caseId: string | null;
  reportId: string | null;
  isDetrimental: boolean;
  isPersistent: boolean;
  isUnreasonable: boolean;
  /** Days that the warning gives, counted from the day after it was served. */
  complyDays: number;
  warnedOn: Day | null;
  complyBy: Day | null;
  complyWhy: string | null;
  noticeOn: Day | null;
  appealUntil: Day | null;
  appealWhy: string | null;
  appealedOn: Day | null;
  appealDecidedOn: Day | null;
  breachedOn: Day | null;
  prosecutedOn: Day | null;
  triedOn: Day | null;
  /** What the court decided of the breach; it stays when the file ends. */
  verdict: 'convicted' | 'acquitted' | null;
  /** What a court ordered after a conviction, and what was seized and is held: ss.49 to 51. */
  remedyBy: Day | null;
  forfeitedOn: Day | null;
  seizedOn: Day | null;
  heldUntil: Day | null;
  heldWhy: string | null;
  /** Until when the cost of works may be appealed: s.47. */
  costAppealUntil: Day | null;
  costAppealWhy: string | null;
  breachMaxPence: number | null;
  breachLawId: string | null;
  penaltyId: string | null;
  endedOn: Day | null;
  ending: Ending | null;
  madeAt: Date;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

/**
 * The street and the point are for the issuing agency, and for nobody once the address of whoever is warned must stay hidden
 * (domain 2.18): others read the district.
 */
const near = <T>({ viewer }: Work, column: RawBuilder<T>, none: RawBuilder<null>): RawBuilder<T | null> =>
  viewer.kind === 'officer'
    ? sql<T | null>`case when p.agency_id = ${viewer.agencyId}::uuid and not exists (select 1 from enforcement.protection_subject x
        join records.hidden_address h on h.record_id = x.record_id where x.protection_id = p.id) then ${column} end`
    : none;
const street = (work: Work) => near(work, sql<string>`p.street_words`, sql`null::text`);
const degrees = (work: Work, column: RawBuilder<number>) => near(work, column, sql`null::double precision`);
const columns = (
  work: Work,
) => sql`p.id, p.reference, p.agency_id, a.name as agency_name, p.status, p.conduct_kinds,
  ${degrees(work, sql`p.lon`)} as lon, ${degrees(work, sql`p.lat`)} as lat, ${street(work)} as street_words, p.ward_code, p.district_code, d.name as district_name, p.case_id, p.report_id, p.is_detrimental, p.is_persistent, p.is_unreasonable,
  p.comply_days, p.warned_on, p.comply_by, p.comply_why, p.notice_on, p.appeal_until, p.appeal_why, p.appealed_on, p.appeal_decided_on,
  p.breached_on, p.prosecuted_on, p.tried_on, p.verdict, p.remedy_by, p.forfeited_on, p.seized_on, p.held_until, p.held_why, p.cost_appeal_until, p.cost_appeal_why, p.breach_max_pence, p.breach_law_id, p.penalty_id, p.ended_on, p.ending, p.made_at, p.version`;
const read = (work: Work) =>
  ({ procedure: 'protection', alias: 'p', columns: columns(work), policy: protectionPolicy }) as const;

/** One file, if the viewer may see it. */
export const findProtection = (work: Work, id: string): Promise<Protection | undefined> =>
  findFile(work, read(work), id);

export interface ProtectionFilter extends FileFilter {
  status?: ProtectionStatus | 'live' | undefined;
  conduct?: ConductKind | undefined;
}

const ended = sql`('complied', 'discharged', 'void')`;

function filters(work: Work, filter: ProtectionFilter): RawBuilder<unknown>[] {
  const parts = fileFilters(work, 'p', filter);
  if (filter.status === 'live') parts.push(sql`p.status not in ${ended}`);
  else if (filter.status) parts.push(sql`p.status = ${filter.status}`);
  if (filter.conduct) parts.push(sql`${filter.conduct} = any(p.conduct_kinds)`);
  return parts;
}

/** What is due next on a file: the end of the time to comply, or the last day of an appeal. */
const dueOn = sql`case p.status when 'warned' then p.comply_by when 'notice-served' then p.appeal_until end`;

/** How lists can be sorted; a file with nothing due counts as the latest due. */
export const protectionSorting = (work: Work): Sorting => ({
  usual: '-made',
  second: 'made',
  id: sql`p.id`,
  columns: {
    made: { value: sql`p.made_at`, type: 'timestamptz' },
    reference: { value: sql`p.reference`, type: 'text' },
    street: { value: sql`coalesce(${street(work)}, '')`, type: 'text' },
    status: { value: sql`p.status`, type: 'text' },
    due: { value: sql`coalesce(${dueOn}, '9999-12-31'::date)`, type: 'date' },
  },
});

/** Some files in an order, the latest made first unless told; `sorted` says where the page starts. */
export const listProtection = (
  work: Work,
  filter: ProtectionFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<Protection[]> =>
  listFiles(work, read(work), filters(work, filter), {
    sorted: sorted(protectionSorting(work), {}),
    ...asked,
  });

/** Columns that a command may set. */
export type ProtectionChange = Partial<
  Omit<
    Protection,
    'id' | 'reference' | 'agencyId' | 'agencyName' | 'districtName' | 'madeAt' | 'version' | 'sortValue'
  >
>;

/** Changes a file if nobody saved before; false when somebody did. */
export const changeProtection = (
  db: Db,
  file: { id: string; version: number },
  set: ProtectionChange,
): Promise<boolean> => changeRow(db, 'enforcement.protection', file, set);
