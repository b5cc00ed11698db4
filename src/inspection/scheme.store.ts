import { type RawBuilder, sql } from 'kysely';
import type { AwardLevel } from '../../reference/inspection.ts';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { awardPolicy, schemePolicy } from './inspection.policy.ts';
import type { AwardStatus } from './inspection.words.ts';

/** A scheme that premises join. */
export interface Scheme {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  agencyIds: string[];
  kind: string;
  name: string;
  districtCode: string;
  districtName: string | null;
  status: 'open' | 'on-hold';
  /** Why it was put on hold or opened again; empty before. */
  statusWhy: string;
  startedOn: Day;
  members: number;
  version: number;
}
async function schemesWhere(work: Work, part: RawBuilder<unknown>): Promise<Scheme[]> {
  const { rows } =
    await sql<Scheme>`select s.id, s.reference, s.agency_id, a.name as agency_name, s.agency_ids, s.kind, s.name, s.district_code,
      d.name as district_name, s.status, s.status_why, s.started_on, s.version,
      (select count(*)::int from inspection.member m where m.scheme_id = s.id and m.left_on is null) as members
    from inspection.scheme s join directory.agency a on a.id = s.agency_id left join directory.area d on d.code = s.district_code
    where ${schemePolicy.visible(work.viewer, 's')} and ${part} order by s.name, s.id limit 200`.execute(
      work.db,
    );
  return rows;
}
export const listSchemes = (work: Work): Promise<Scheme[]> => schemesWhere(work, sql`true`);
export async function findScheme(work: Work, id: string): Promise<Scheme | undefined> {
  return (await schemesWhere(work, sql`s.id = ${id}`))[0];
}

export interface Member {
  id: string;
  premisesId: string;
  label: string;
  joinedOn: Day;
  trainedOn: Day | null;
  version: number;
}
/** Premises that belong to a scheme today. */
export async function listMembers(work: Work, schemeId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`select m.id, m.premises_id, m.label, m.joined_on, m.trained_on, m.version
    from inspection.member m join inspection.scheme s on s.id = m.scheme_id
    where m.scheme_id = ${schemeId} and m.left_on is null and ${schemePolicy.visible(work.viewer, 's')} order by m.label, m.id`.execute(
    work.db,
  );
  return rows;
}

/** An application for the award. */
export interface Award {
  id: string;
  reference: string;
  schemeId: string;
  schemeName: string;
  premisesId: string;
  tradingName: string;
  firmName: string;
  agencyId: string;
  agencyName: string;
  status: AwardStatus;
  level: AwardLevel | null;
  appliedOn: Day;
  decidedOn: Day | null;
  validUntil: Day | null;
  version: number;
}
async function awardsWhere(work: Work, part: RawBuilder<unknown>): Promise<Award[]> {
  const { rows } =
    await sql<Award>`select w.id, w.reference, w.scheme_id, s.name as scheme_name, w.premises_id, p.trading_name, p.firm_name, w.agency_id,
      a.name as agency_name, w.status, w.level, w.applied_on, w.decided_on, w.valid_until, w.version
    from inspection.award w join inspection.scheme s on s.id = w.scheme_id join inspection.premises p on p.id = w.premises_id
      join directory.agency a on a.id = w.agency_id
    where ${awardPolicy.visible(work.viewer, 'w')} and ${part} order by w.applied_on desc, w.reference limit 200`.execute(
      work.db,
    );
  return rows;
}
export const awardsOfScheme = (work: Work, schemeId: string): Promise<Award[]> =>
  awardsWhere(work, sql`w.scheme_id = ${schemeId}`);
export const awardsOfPremises = (work: Work, premisesId: string): Promise<Award[]> =>
  awardsWhere(work, sql`w.premises_id = ${premisesId}`);
export async function findAward(work: Work, id: string): Promise<Award | undefined> {
  return (await awardsWhere(work, sql`w.id = ${id}`))[0];
}
export interface AwardAnswer {
  criterion: string;
  isMet: boolean;
  words: string;
}
export async function listAwardAnswers(work: Work, awardId: string): Promise<AwardAnswer[]> {
  const { rows } = await sql<AwardAnswer>`select n.criterion, n.is_met, n.words from inspection.award_answer n
    join inspection.award w on w.id = n.award_id where n.award_id = ${awardId} and ${awardPolicy.visible(work.viewer, 'w')}`.execute(
    work.db,
  );
  return rows;
}
/** The day of the latest failed test on premises of the viewer's own agency, of any product. */
export async function lastFailOn(work: Work, premisesId: string): Promise<Day | null> {
  const { rows } = await sql<{ onDay: Day | null }>`select max(t.on_day) as on_day from inspection.attempt t
    where t.premises_id = ${premisesId} and t.lead_agency_id = ${officerOf(work).agencyId} and t.result like 'fail%'`.execute(
    work.db,
  );
  return rows[0]?.onDay ?? null;
}

/** An operation that is over, in numbers. */
export interface AreaFigure {
  onDay: Day;
  location: string;
  name: string;
  testType: string;
  product: string;
  visited: number;
  passed: number;
  failed: number;
}
/** What the group of a scheme reads of its area. One function of the database gives it, and no more than this. */
export async function areaFigures(work: Work, schemeId: string): Promise<AreaFigure[]> {
  const { rows } = await sql<AreaFigure>`select g.* from inspection.area_figures(${schemeId}) g`.execute(
    work.db,
  );
  return rows;
}
