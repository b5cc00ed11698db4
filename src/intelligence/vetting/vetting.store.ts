import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { type KnownSubject, knownSubjects } from '../link/known.store.ts';
import { type Named, writtenAs } from '../link/link.store.ts';
import { vettingPolicy } from './vetting.policy.ts';
import type { VettingAnswer } from './vetting.words.ts';

/** What whoever asked sees of a request: the same fields, of the same length, whatever the unit knows. */
export interface VettingShown {
  id: string;
  askedOn: Day;
  /** The round in which it is answered. */
  answersOn: Day;
  /** Null until its round. */
  answer: VettingAnswer | null;
  conditions: string[];
  answeredOn: Day | null;
}

/** A request that the viewer's agency asked. */
export async function vettingShown({ db, viewer }: Work, id: string): Promise<VettingShown | undefined> {
  const { rows } =
    await sql<VettingShown>`select r.id, r.asked_on, r.answers_on, a.answer, coalesce(a.conditions, '{}') as conditions, a.answered_on
    from dissemination.vetting_request r left join dissemination.vetting_answer a on a.request_id = r.id
    where r.id = ${id} and ${vettingPolicy.visible(viewer, 'r')}`.execute(db);
  return rows[0];
}

/** Puts a request to the unit; false where no agency keeps one. */
export async function keepRequest(
  { db, clock, ids }: Work,
  given: { id: string; about: string; answersOn: Day; subjects: readonly Named[] },
): Promise<boolean> {
  const subjects = given.subjects.map((named, position) => {
    const { kind, label, keyKind, keyValue } = writtenAs(named);
    return { position, kind, label, keyKind, keyValue };
  });
  const request = {
    id: given.id,
    reference: ids.reference('VT'),
    purpose: 'trader-scheme',
    about: given.about,
    subjects,
  };
  const { rows } = await sql<{
    isAsked: boolean;
  }>`select dissemination.ask_vetting(${JSON.stringify(request)}::jsonb, ${clock.today()}::date, ${given.answersOn}::date) as is_asked`.execute(
    db,
  );
  return rows[0]?.isAsked === true;
}

/** A request as the unit sees it. */
export interface Vetting {
  id: string;
  reference: string;
  agencyName: string;
  askedByName: string;
  about: string;
  askedOn: Day;
  answersOn: Day;
  answer: VettingAnswer | null;
  conditions: string[];
  reason: string | null;
  proposedBy: string | null;
  proposedByName: string | null;
  authorisedByName: string | null;
  /** It crossed in its round. */
  answeredOn: Day | null;
  /** Other requests that name one of the same: of a firm that withdrew and applied again, or of somebody who is asked about too often. */
  otherRequests: number;
  version: number;
}

async function vettingsWhere(work: Work, id: string | undefined): Promise<Vetting[]> {
  const { rows } =
    await sql<Vetting>`select r.id, r.reference, g.name as agency_name, k.name as asked_by_name, r.about, r.asked_on, r.answers_on,
      v.answer, coalesce(v.conditions, '{}') as conditions, v.reason, v.proposed_by, p.name as proposed_by_name, u.name as authorised_by_name,
      a.answered_on, coalesce(v.version, 0) as version,
      (select count(distinct y.request_id)::int from dissemination.vetting_subject x join dissemination.vetting_subject y
        on y.key_kind = x.key_kind and y.key_value = x.key_value and y.unit_agency_id = x.unit_agency_id and y.request_id <> x.request_id
        where x.request_id = r.id) as other_requests
    from dissemination.vetting_request r join directory.agency g on g.id = r.agency_id join directory.officer k on k.id = r.asked_by
    left join intelligence.vetting v on v.request_id = r.id left join directory.officer p on p.id = v.proposed_by
    left join directory.officer u on u.id = v.authorised_by left join dissemination.vetting_answer a on a.request_id = r.id
    where ${vettingPolicy.visible(work.viewer, 'r')} ${id ? sql`and r.id = ${id}` : sql``}
    order by (a.answered_on is not null), (v.authorised_at is not null), r.answers_on, r.reference limit 300`.execute(
      work.db,
    );
  return rows;
}

/** Requests of the unit, what is to be answered first. */
export const listVettings = (work: Work): Promise<Vetting[]> => vettingsWhere(work, undefined);
export const findVetting = async (work: Work, id: string): Promise<Vetting | undefined> =>
  (await vettingsWhere(work, id))[0];

/** What the unit and the services hold of each that a request names, by exact keys. */
export const vettingSubjects = (work: Work, requestId: string): Promise<KnownSubject[]> =>
  knownSubjects(
    work,
    sql`from dissemination.vetting_subject s join dissemination.vetting_request r on r.id = s.request_id
      where s.request_id = ${requestId} and ${vettingPolicy.visible(work.viewer, 'r')}`,
  );

/** Writes down what the unit proposes to answer; a proposal that was not authorised yet is replaced. */
export async function keepProposal(
  work: Work,
  given: {
    requestId: string;
    version: number;
    answer: VettingAnswer;
    conditions: readonly string[];
    reason: string;
  },
): Promise<boolean> {
  const { officerId, agencyId } = officerOf(work);
  const { requestId, version, answer, reason } = given;
  const row = {
    ...{ answer, reason, conditions: [...given.conditions] },
    ...{ proposedAt: work.clock.now(), proposedBy: officerId, version: version + 1 },
  };
  const done = await work.db
    .insertInto('intelligence.vetting')
    .values({ requestId, agencyId, ...row })
    .onConflict((there) =>
      there
        .column('requestId')
        .doUpdateSet(row)
        .where('intelligence.vetting.version', '=', version)
        .where('intelligence.vetting.authorisedAt', 'is', null),
    )
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Authorises a proposal: it crosses in its round. */
export async function keepAuthorised(
  work: Work,
  given: { requestId: string; version: number },
): Promise<boolean> {
  const done = await work.db
    .updateTable('intelligence.vetting')
    .set({
      authorisedAt: work.clock.now(),
      authorisedBy: officerOf(work).officerId,
      version: given.version + 1,
    })
    .where('requestId', '=', given.requestId)
    .where('version', '=', given.version)
    .where('authorisedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** How many requests wait for a proposal, and how many proposals for the manager. */
export async function countVettings(work: Work): Promise<{ toAnswer: number; toAuthorise: number }> {
  const { rows } = await sql<{ toAnswer: number; toAuthorise: number }>`select
      count(*) filter (where v.request_id is null)::int as to_answer, count(*) filter (where v.request_id is not null)::int as to_authorise
    from dissemination.vetting_request r left join intelligence.vetting v on v.request_id = r.id
    where v.authorised_at is null and ${vettingPolicy.visible(work.viewer, 'r')}`.execute(work.db);
  return rows[0] ?? { toAnswer: 0, toAuthorise: 0 };
}
