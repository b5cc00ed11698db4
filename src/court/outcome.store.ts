import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { filePolicy } from '../safeguarding/index.ts';
import { outcomePolicy, prosecutionPolicy } from './court.policy.ts';
import type { CourtResult } from './court.words.ts';

/** What the court decided, as the file shows it. */
export interface Outcome {
  id: string;
  reference: string;
  result: CourtResult;
  courtName: string;
  onDay: Day;
  defendants: number;
  convictions: number;
  finePence: number;
  confiscationPence: number;
  compensationPence: number;
  victimWords: string;
}
export async function outcomeOf(work: Work, prosecutionId: string): Promise<Outcome | undefined> {
  const { rows } =
    await sql<Outcome>`select o.id, o.reference, o.result, o.court_name, o.on_day, o.defendants, o.convictions, o.fine_pence::float8 as fine_pence,
      o.confiscation_pence::float8 as confiscation_pence, o.compensation_pence::float8 as compensation_pence, o.victim_words
    from court.outcome o join court.prosecution p on p.id = o.prosecution_id
    where p.id = ${prosecutionId} and ${prosecutionPolicy.visible(work.viewer, 'p')}`.execute(work.db);
  return rows[0];
}

/** Writes down an outcome, for the register that is asked to tell the victims; false where there is one. */
export async function keepOutcome(work: Work, prosecutionId: string, row: Outcome): Promise<boolean> {
  const { officerId, agencyId } = officerOf(work);
  const { rows } = await sql<{
    agencyId: string | null;
  }>`select court.register_for(${agencyId}::uuid, ${work.clock.today()}::date) as agency_id`.execute(work.db);
  const done = await work.db
    .insertInto('court.outcome')
    .values({
      ...row,
      ...{ prosecutionId, agencyId, registerAgencyId: rows[0]?.agencyId ?? null },
      ...{ recordedAt: work.clock.now(), recordedBy: officerId },
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** How many victims are to be told and how many were: two numbers, for the service whose file it is. */
export async function toldOf(work: Work, prosecutionId: string): Promise<{ told: number; of: number }> {
  const { rows } = await sql<{
    told: number;
    of: number;
  }>`select t.told, t.of from court.told_of(${prosecutionId}) t`.execute(work.db);
  return rows[0] ?? { told: 0, of: 0 };
}

/** An outcome as the register sees it: nothing of the file that it belongs to. */
export interface EndedCase {
  id: string;
  reference: string;
  agencyName: string;
  result: CourtResult;
  courtName: string;
  onDay: Day;
  victimWords: string;
  told: number;
  of: number;
}
/** Listed at most; the page says so. */
export const mostOutcomes = 300;
async function endedWhere(work: Work, id: string | undefined): Promise<EndedCase[]> {
  const { rows } =
    await sql<EndedCase>`select o.id, o.reference, a.name as agency_name, o.result, o.court_name, o.on_day, o.victim_words,
      (select count(t.told_at)::int from court.telling t where t.outcome_id = o.id) as told,
      (select count(*)::int from court.telling t where t.outcome_id = o.id) as of
    from court.outcome o join directory.agency a on a.id = o.agency_id
    where ${outcomePolicy.visible(work.viewer, 'o')} ${id ? sql`and o.id = ${id}` : sql``} order by o.on_day desc, o.reference limit ${sql.lit(mostOutcomes)}`.execute(
      work.db,
    );
  return rows;
}
export const listEnded = (work: Work): Promise<EndedCase[]> => endedWhere(work, undefined);
export const findEnded = async (work: Work, id: string): Promise<EndedCase | undefined> =>
  (await endedWhere(work, id))[0];

/** A victim who is to be told. */
export interface Telling {
  fileId: string;
  reference: string;
  name: string;
  toldAt: Date | null;
  toldByName: string | null;
  channel: string | null;
  words: string;
}
export async function tellingsOf(work: Work, outcomeId: string): Promise<Telling[]> {
  const { rows } =
    await sql<Telling>`select t.file_id, f.reference, f.name, t.told_at, o.name as told_by_name, t.channel, t.words
    from court.telling t join safeguarding.victim_file f on f.id = t.file_id left join directory.officer o on o.id = t.told_by
    where t.outcome_id = ${outcomeId} and ${filePolicy.visible(work.viewer, 'f')} order by t.told_at is not null, f.name, f.reference`.execute(
      work.db,
    );
  return rows;
}

/** The file of a reference on the viewer's register. */
export async function victimOfReference(work: Work, reference: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select f.id from safeguarding.victim_file f
    where f.reference = ${reference} and ${filePolicy.visible(work.viewer, 'f')}`.execute(work.db);
  return rows[0]?.id;
}
export async function keepVictim(work: Work, row: { outcomeId: string; fileId: string }): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  await work.db
    .insertInto('court.telling')
    .values({ ...row, agencyId, addedAt: work.clock.now(), addedBy: officerId })
    .onConflict((there) => there.doNothing())
    .execute();
}
/** Writes down that somebody was told; false where that stands already. */
export async function keepTold(
  work: Work,
  at: { outcomeId: string; victimFileId: string },
  row: { channel: string; words: string },
): Promise<boolean> {
  const done = await work.db
    .updateTable('court.telling')
    .set({ ...row, toldAt: work.clock.now(), toldBy: officerOf(work).officerId })
    .where('outcomeId', '=', at.outcomeId)
    .where('fileId', '=', at.victimFileId)
    .where('toldAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
