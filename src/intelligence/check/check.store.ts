import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
import type { CheckInput, CheckQuery } from './check.forms.ts';
import type { CheckOutcome, CheckState } from './check.words.ts';
import type { Company } from './company.ts';

/** One question to a system outside, and what came of it. */
export interface ExternalCheck {
  id: string;
  reference: string;
  source: string;
  subjectWords: string;
  linkId: string | null;
  purpose: string;
  reason: string;
  byConnection: boolean;
  state: CheckState;
  askedAt: Date;
  askedBy: string;
  askedByName: string;
  outcome: CheckOutcome | null;
  resultWords: string | null;
  document: Company | null;
  answeredAt: Date | null;
  answeredByName: string | null;
  fault: string | null;
  version: number;
}

/** Listed at most; the page says so. */
export const mostChecks = 200;

async function checksWhere(
  work: Work,
  which: RawBuilder<unknown>,
  most = mostChecks,
): Promise<ExternalCheck[]> {
  const { rows } =
    await sql<ExternalCheck>`select c.id, c.reference, c.source, c.subject_words, c.link_id, c.purpose, c.reason, c.by_connection,
      c.state, c.asked_at, c.asked_by, a.name as asked_by_name, c.outcome, c.result_words, c.document, c.answered_at,
      b.name as answered_by_name, c.fault, c.version
    from intelligence.external_check c join directory.officer a on a.id = c.asked_by left join directory.officer b on b.id = c.answered_by
    where ${itemPolicy.visible(work.viewer, 'c')} and ${which} order by c.asked_at desc, c.id desc limit ${sql.lit(most)}`.execute(
      work.db,
    );
  return rows;
}

/** Checks of the unit, the newest first. */
export function listChecks(work: Work, { source, state, words }: CheckQuery): Promise<ExternalCheck[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return checksWhere(
    work,
    sql`${source ? sql`c.source = ${source}` : sql`TRUE`} and ${state ? sql`c.state = ${state}` : sql`TRUE`}
      and ${words === '' ? sql`TRUE` : sql`(c.subject_words ilike ${like} or c.reference ilike ${like})`}`,
  );
}
export const findCheck = async (work: Work, id: string): Promise<ExternalCheck | undefined> =>
  (await checksWhere(work, sql`c.id = ${id}`, 1))[0];

/** What was asked of the same before, whatever the system: somebody looks there first. */
export const checksOfSame = (
  work: Work,
  check: { id: string; subjectWords: string; linkId: string | null },
) =>
  checksWhere(
    work,
    sql`c.id <> ${check.id} and (lower(c.subject_words) = lower(${check.subjectWords})
      or (${check.linkId}::uuid is not null and c.link_id = ${check.linkId}::uuid))`,
    20,
  );

export async function addCheck(work: Work, given: CheckInput & { byConnection: boolean }): Promise<string> {
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  const { linkId, ...rest } = given;
  await work.db
    .insertInto('intelligence.externalCheck')
    .values({
      ...{ id, reference: work.ids.reference('EC'), agencyId, linkId: linkId ?? null, state: 'asked' },
      ...{ ...rest, askedAt: work.clock.now(), askedBy: officerId },
    })
    .execute();
  return id;
}

/** Writes down an answer that somebody got by hand; false where the check moved on. */
export async function answerCheck(
  work: Work,
  { id, version }: { id: string; version: number },
  given: { outcome: CheckOutcome; resultWords: string },
): Promise<boolean> {
  const { officerId } = officerOf(work);
  const done = await work.db
    .updateTable('intelligence.externalCheck')
    .set({
      ...given,
      ...{ state: 'answered', byConnection: false, answeredAt: work.clock.now(), answeredBy: officerId },
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '<>', 'answered')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Who may ask a restricted system. */
export interface CheckGrant {
  id: string;
  officerId: string;
  officerName: string;
  source: string;
  vettingWords: string;
  trainedOn: Day;
  untilOn: Day;
  givenByName: string;
  endedAt: Date | null;
  endWhy: string | null;
}
export async function listGrants({ db, viewer }: Work): Promise<CheckGrant[]> {
  const { rows } =
    await sql<CheckGrant>`select g.id, g.officer_id, o.name as officer_name, g.source, g.vetting_words, g.trained_on, g.until_on,
      b.name as given_by_name, g.ended_at, g.end_why
    from intelligence.check_grant g join directory.officer o on o.id = g.officer_id join directory.officer b on b.id = g.given_by
    where ${itemPolicy.visible(viewer, 'g')} order by (g.ended_at is not null), g.source, o.name, g.id limit ${sql.lit(mostChecks)}`.execute(
      db,
    );
  return rows;
}

/** Officers of the unit who could be let, by their roles of today. */
export async function officersOfUnit({ db, viewer, clock }: Work): Promise<{ id: string; name: string }[]> {
  if (viewer.kind !== 'officer') return [];
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select distinct o.id, o.name from directory.officer o
    join directory.role_grant g on g.officer_id = o.id and g.starts_on <= ${clock.today()}::date and (g.ends_on is null or g.ends_on > ${clock.today()}::date)
    where o.agency_id = ${viewer.agencyId} and o.is_active and g.role in ('intelligence-officer', 'intelligence-analyst', 'intelligence-manager')
    order by o.name`.execute(db);
  return rows;
}

export async function addGrant(
  work: Work,
  given: { officerId: string; source: string; vettingWords: string; trainedOn: Day; untilOn: Day },
): Promise<string> {
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  await work.db
    .insertInto('intelligence.checkGrant')
    .values({ id, agencyId, ...given, givenAt: work.clock.now(), givenBy: officerId })
    .execute();
  return id;
}
export async function endGrant(work: Work, grantId: string, endWhy: string): Promise<boolean> {
  const { officerId } = officerOf(work);
  const done = await work.db
    .updateTable('intelligence.checkGrant')
    .set({ endedAt: work.clock.now(), endedBy: officerId, endWhy })
    .where('id', '=', grantId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
