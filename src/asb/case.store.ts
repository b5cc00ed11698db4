import { sql } from 'kysely';
import type { RiskLevel } from '../../reference/asb.ts';
import type { Day } from '../platform/clock/clock.ts';
import { pageOfRows, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { asbCasePolicy } from './asb.policy.ts';
import type { AsbCaseStatus } from './case.transitions.ts';
import type { Answered } from './risk.ts';

export interface AsbCase {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  status: AsbCaseStatus;
  category: string;
  subType: string;
  channel: string;
  summary: string;
  districtCode: string;
  districtName: string | null;
  placeWords: string;
  placeRecordId: string | null;
  subjectName: string;
  subjectRecordId: string | null;
  reportId: string | null;
  receivedOn: Day;
  openedBy: string;
  /** The service officers who work on it. */
  officerIds: string[];
  firstLevel: RiskLevel | null;
  level: RiskLevel | null;
  assessDueOn: Day;
  outcome: string | null;
  closedOn: Day | null;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}
/** The place by its record, while that may be shown; else as somebody wrote it. */
const place = sql`case when c.place_record_id is null then c.place_words
  when exists (select 1 from records.hidden_address h where h.record_id = c.place_record_id) then ''
  else coalesce((select r.label from records.received_record r where r.id = c.place_record_id), '') end`;
const columns = sql`c.id, c.reference, c.agency_id, a.name as agency_name, c.status, c.category, c.sub_type, c.channel, c.summary, c.district_code,
  d.name as district_name, ${place} as place_words, c.place_record_id, c.subject_name, c.subject_record_id, c.report_id, c.received_on, c.opened_by, c.officer_ids,
  c.first_level, c.level, c.assess_due_on, c.outcome, c.closed_on, c.version`;
const from = sql`asb.asb_case c join directory.agency a on a.id = c.agency_id left join directory.area d on d.code = c.district_code`;

export async function findAsbCase(work: Work, id: string): Promise<AsbCase | undefined> {
  const { rows } =
    await sql<AsbCase>`select ${columns} from ${from} where c.id = ${id} and ${asbCasePolicy.visible(work.viewer, 'c')}`.execute(
      work.db,
    );
  return rows[0];
}
export interface CaseFilter {
  status?: AsbCaseStatus | undefined;
  level?: RiskLevel | undefined;
  due?: 'overdue' | undefined;
  after?: string | undefined;
}
const sorting: Sorting = {
  usual: '-received',
  id: sql`c.id`,
  columns: { received: { value: sql`c.received_on`, type: 'date' } },
};
const pageSize = 25;
/** A page of the agency's cases, the latest first, and where the next starts. */
export async function listAsbCases(
  work: Work,
  filter: CaseFilter,
): Promise<{ cases: AsbCase[]; next: string | null }> {
  const way = sorted(sorting, { after: filter.after });
  const { rows } = await sql<AsbCase>`select ${columns}, ${way.value} as sort_value from ${from}
    where ${asbCasePolicy.visible(work.viewer, 'c')} and ${way.after ?? sql`true`}
      and ${filter.status ? sql`c.status = ${filter.status}` : sql`true`} and ${filter.level ? sql`c.level = ${filter.level}` : sql`true`}
      and ${filter.due ? sql`c.status <> 'closed' and c.assess_due_on < ${work.clock.today()}::date` : sql`true`}
    order by ${way.order} limit ${sql.lit(pageSize + 1)}`.execute(work.db);
  const { rows: cases, next } = pageOfRows(way, rows, pageSize);
  return { cases, next };
}

export interface Complainant {
  id: string;
  position: number;
  name: string;
  phone: string;
  email: string;
  wishes: string;
  contactOfficerId: string;
  contactName: string;
  addedOn: Day;
  contactDueOn: Day | null;
  contactedOn: Day | null;
  version: number;
}
/** Who complains on a case that the viewer was given; row-level security leaves them to the agency that keeps it. */
export async function listComplainants(work: Work, asbId: string): Promise<Complainant[]> {
  const { rows } =
    await sql<Complainant>`select p.id, p.position, p.name, p.phone, p.email, p.wishes, p.contact_officer_id, o.name as contact_name,
      p.added_on, p.contact_due_on, p.contacted_on, p.version
    from asb.complainant p join directory.officer o on o.id = p.contact_officer_id where p.asb_id = ${asbId} order by p.position`.execute(
      work.db,
    );
  return rows;
}
export interface ContactLine {
  id: string;
  complainantId: string;
  onDay: Day;
  words: string;
  officerName: string | null;
}
export async function listContacts(work: Work, asbId: string): Promise<ContactLine[]> {
  const { rows } =
    await sql<ContactLine>`select t.id, t.complainant_id, t.on_day, t.words, o.name as officer_name from asb.contact t
    left join directory.officer o on o.id = t.officer_id where t.asb_id = ${asbId} order by t.on_day, t.at, t.id`.execute(
      work.db,
    );
  return rows;
}
export interface Incident {
  id: string;
  onDay: Day;
  words: string;
  complainantId: string | null;
  reportId: string | null;
}
export async function listIncidents(work: Work, asbId: string): Promise<Incident[]> {
  const { rows } =
    await sql<Incident>`select i.id, i.on_day, i.words, i.complainant_id, i.report_id from asb.incident i
    where i.asb_id = ${asbId} order by i.on_day, i.at, i.id`.execute(work.db);
  return rows;
}
export interface Assessment {
  id: string;
  number: number;
  assessedOn: Day;
  answers: Answered[];
  total: number;
  level: RiskLevel;
  overrides: string[];
  overrideWords: string;
  victimWords: string;
  words: string;
  settingVersion: number;
  assessedByName: string | null;
}
/** Every assessment of a case, whole, the latest first. */
export async function listAssessments(work: Work, asbId: string): Promise<Assessment[]> {
  const { rows } =
    await sql<Assessment>`select s.id, s.number, s.assessed_on, s.answers, s.total, s.level, s.overrides, s.override_words, s.victim_words,
      s.words, s.setting_version, o.name as assessed_by_name
    from asb.assessment s left join directory.officer o on o.id = s.assessed_by where s.asb_id = ${asbId} order by s.number desc`.execute(
      work.db,
    );
  return rows;
}
export interface Measure {
  id: string;
  kind: string;
  onDay: Day;
  words: string;
  victimViews: string;
}
export async function listMeasures(work: Work, asbId: string): Promise<Measure[]> {
  const { rows } =
    await sql<Measure>`select m.id, m.kind, m.on_day, m.words, m.victim_views from asb.measure m
    where m.asb_id = ${asbId} order by m.on_day, m.at, m.id`.execute(work.db);
  return rows;
}
