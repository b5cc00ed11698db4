import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../platform/access/viewer.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { askedWords } from '../platform/search/found.ts';
import { casePolicy } from './case.policy.ts';
import type { CaseStatus } from './case.words.ts';

/** A case as a list and its page show it. */
export interface CaseFile {
  id: string;
  reference: string;
  title: string;
  summary: string;
  status: CaseStatus;
  leadAgencyId: string;
  leadAgencyName: string;
  leadServiceId: string;
  leadServiceName: string;
  districtCode: string | null;
  districtName: string | null;
  isPersonal: boolean;
  escalationRule: string;
  openedAt: Date;
  closedAt: Date | null;
  outcome: string | null;
  outcomeWords: string | null;
  version: number;
  serviceIds: string[];
  agencyIds: string[];
  reportCount: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

const columns = sql`c.id, c.reference, c.title, c.summary, c.status, c.lead_agency_id, a.name as lead_agency_name, c.lead_service_id,
  s.name as lead_service_name, c.district_code, d.name as district_name, c.is_personal, c.escalation_rule, c.opened_at, c.closed_at,
  c.outcome, c.outcome_words, c.version,
  array(select z.service_id from enforcement.case_service z where z.case_id = c.id order by z.joined_at, z.service_id) as service_ids,
  array(select distinct z.agency_id from enforcement.case_service z where z.case_id = c.id order by 1) as agency_ids,
  (select count(*)::int from intake.report r where r.case_id = c.id) as report_count`;
const joins = sql`join directory.agency a on a.id = c.lead_agency_id join directory.service s on s.id = c.lead_service_id
  left join directory.area d on d.code = c.district_code`;

/** One case, if the viewer may see it. */
export async function findCase({ db, viewer }: Work, id: string): Promise<CaseFile | undefined> {
  const { rows } = await sql<CaseFile>`select ${columns} from enforcement.case_file c ${joins}
    where c.id = ${id} and ${casePolicy.visible(viewer, 'c')}`.execute(db);
  return rows[0];
}

export interface CaseFilter {
  status?: 'live' | CaseStatus | undefined;
  districtCode?: string | undefined;
  mine?: boolean | undefined;
  words?: string | undefined;
}

function filters(viewer: Viewer, filter: CaseFilter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`${casePolicy.visible(viewer, 'c')}`];
  if (filter.status === 'live') parts.push(sql`c.status <> 'closed'`);
  else if (filter.status) parts.push(sql`c.status = ${filter.status}`);
  if (filter.districtCode) parts.push(sql`c.district_code = ${filter.districtCode}`);
  if (filter.mine && viewer.kind === 'officer')
    parts.push(
      sql`exists (select 1 from enforcement.case_service z where z.case_id = c.id and z.service_id = any(${[...viewer.serviceIds]}::uuid[]))`,
    );
  if (filter.words) parts.push(sql`c.search @@ ${askedWords(filter.words)}`);
  return parts;
}

/** How lists of cases can be sorted. */
export const caseSorting: Sorting = {
  usual: '-opened',
  second: 'opened',
  id: sql`c.id`,
  columns: {
    opened: { value: sql`c.opened_at`, type: 'timestamptz' },
    reference: { value: sql`c.reference`, type: 'text' },
    title: { value: sql`c.title`, type: 'text' },
    district: { value: sql`coalesce(d.name, '')`, type: 'text' },
    status: { value: sql`c.status`, type: 'text' },
  },
};

/** Some cases in an order, the newest first unless told; `sorted` says where the page starts. */
export async function listCases(
  { db, viewer }: Work,
  filter: CaseFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<CaseFile[]> {
  const { order, after, value } = asked.sorted ?? sorted(caseSorting, {});
  const parts = filters(viewer, filter);
  if (after) parts.push(after);
  const { rows } =
    await sql<CaseFile>`select ${columns}, ${value} as sort_value from enforcement.case_file c ${joins}
    where ${sql.join(parts, sql` and `)} order by ${order} limit ${sql.lit(asked.limit)}`.execute(db);
  return rows;
}

export interface NewCase {
  id: string;
  reference: string;
  title: string;
  summary: string;
  status: CaseStatus;
  leadAgencyId: string;
  leadServiceId: string;
  districtCode: string | null;
  wardCode: string | null;
  isPersonal: boolean;
  escalationRule: string;
  openedBy: string | null;
  openedAt: Date;
}

export async function addCase(db: Db, row: NewCase): Promise<void> {
  await db.insertInto('enforcement.caseFile').values(row).execute();
}

/** Puts a service on a case; one that is on it already stays as it is. */
export async function joinService(
  db: Db,
  row: { caseId: string; serviceId: string; agencyId: string; joinedAt: Date; why: string },
): Promise<void> {
  await db
    .insertInto('enforcement.caseService')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Changes a case if nobody saved before; false when somebody did. */
export const changeCase = (
  db: Db,
  file: { id: string; version: number },
  set: Partial<{
    status: CaseStatus;
    closedAt: Date | null;
    outcome: string | null;
    outcomeWords: string | null;
  }>,
): Promise<boolean> => changeRow(db, 'enforcement.caseFile', file, set);

export interface CaseService {
  serviceId: string;
  serviceName: string;
  agencyName: string;
  joinedAt: Date;
  why: string;
}

/** The services on a case the viewer has been given. */
export function listCaseServices({ db }: Work, file: CaseFile): Promise<CaseService[]> {
  return db
    .selectFrom('enforcement.caseService as z')
    .innerJoin('directory.service as s', 's.id', 'z.serviceId')
    .innerJoin('directory.agency as a', 'a.id', 'z.agencyId')
    .select(['z.serviceId', 's.name as serviceName', 'a.name as agencyName', 'z.joinedAt', 'z.why'])
    .where('z.caseId', '=', file.id)
    .orderBy('z.joinedAt')
    .orderBy('s.name')
    .orderBy('z.serviceId')
    .execute();
}

export interface CaseEvent {
  id: string;
  at: Date;
  kind: string;
  words: string;
  officerName: string | null;
  agencyName: string | null;
}

/** What happened on a case the viewer has been given, newest first. */
export function listCaseEvents({ db }: Work, file: CaseFile): Promise<CaseEvent[]> {
  return db
    .selectFrom('enforcement.caseEvent as e')
    .leftJoin('directory.officer as o', 'o.id', 'e.officerId')
    .leftJoin('directory.agency as a', 'a.id', 'e.agencyId')
    .select(['e.id', 'e.at', 'e.kind', 'e.words', 'o.name as officerName', 'a.name as agencyName'])
    .where('e.caseId', '=', file.id)
    .orderBy('e.at', 'desc')
    .orderBy('e.id')
    .execute();
}

/** Writes a line of a case's history. */
export async function addCaseEvent(
  { db, viewer, clock, ids }: Work,
  event: { caseId: string; kind: string; words: string },
): Promise<void> {
  const officer = viewer.kind === 'officer' ? viewer : undefined;
  await db
    .insertInto('enforcement.caseEvent')
    .values({
      id: ids.next(),
      at: clock.now(),
      officerId: officer?.officerId ?? null,
      agencyId: officer?.agencyId ?? null,
      ...event,
    })
    .execute();
}

/**
 * Whether a file of the case is about somebody whose address must stay hidden, as far as the viewer's agency keeps such a file: nothing
 * then says where the case is (domain 2.18). Row-level security stands behind each table here.
 */
export async function caseHidesPlace({ db }: Work, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ hides: boolean }>`select exists (select 1 from enforcement.penalty p
      where p.case_id = ${caseId} and enforcement.penalty_hides_place(p.id))
    or exists (select 1 from enforcement.protection p join enforcement.protection_subject s on s.protection_id = p.id
      join records.hidden_address h on h.record_id = s.record_id where p.case_id = ${caseId})
    or exists (select 1 from enforcement.closure c join enforcement.closure_occupant o on o.closure_id = c.id
      join records.hidden_address h on h.record_id = o.record_id where c.case_id = ${caseId}) as hides`.execute(
    db,
  );
  return rows[0]?.hides ?? false;
}
