import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { fileFor } from './file.commands.ts';
import { addEvent } from './file.store.ts';
import { type PrecautionKind, precautionWords } from './register.words.ts';

/** What whoever goes must do: type, words and expiry, and never why (domain §2.16). */
export interface Precaution {
  id: string;
  kind: PrecautionKind;
  words: string;
  expiresOn: Day | null;
}

/**
 * The precautions that are live for somebody on the register, read before a visit is planned and when it is shown. This is
 * the place where the officer-safety screen of `src/assurance` joins in: it adds what the warning markers of the county say
 * of the person, the address and the household, as precautions of the same shape, and writes down that it was asked.
 */
export async function precautionsFor(
  work: Work,
  person: { fileIds: readonly string[] },
): Promise<Precaution[]> {
  const { rows } =
    await sql<Precaution>`select p.id, p.kind, p.words, p.expires_on from safeguarding.precaution p
    where p.file_id = any(${[...person.fileIds]}::uuid[]) and p.ended_at is null
      and (p.expires_on is null or p.expires_on >= ${work.clock.today()}::date) order by p.kind, p.made_at, p.id`.execute(
      work.db,
    );
  return rows;
}

/** Whether nobody may go alone. */
export const needsTwo = (precautions: readonly Precaution[]): boolean =>
  precautions.some(({ kind }) => kind === 'two-officers');

/** Notes what whoever goes must do. */
export async function addPrecaution(
  work: Work,
  input: { fileId: string; kind: PrecautionKind; words: string; expiresOn?: Day | undefined },
): Promise<Result<{ id: string }>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const id = work.ids.next();
  await work.db
    .insertInto('safeguarding.precaution')
    .values({
      id,
      fileId: input.fileId,
      agencyId: found.value.agencyId,
      kind: input.kind,
      words: input.words,
      expiresOn: input.expiresOn ?? null,
      madeAt: work.clock.now(),
      madeBy: officerOf(work).officerId,
    })
    .execute();
  await addEvent(work, found.value, { kind: 'precaution', words: precautionWords[input.kind] });
  await tellPlannedVisits(work, input.fileId);
  return ok({ id });
}

/** Visits that are planned already are under it too: one that somebody would make alone is cancelled, to be planned anew. */
async function tellPlannedVisits(work: Work, fileId: string): Promise<void> {
  const live = await precautionsFor(work, { fileIds: [fileId] });
  const stops = live.some(({ kind }) => kind === 'no-visit');
  await sql`update safeguarding.visit set precautions = ${JSON.stringify(live)}::jsonb, version = version + 1,
      needs_two = ${needsTwo(live)} and companion <> '',
      state = case when ${stops} or (${needsTwo(live)} and companion = '') then 'cancelled' else state end,
      words = case when ${stops} or (${needsTwo(live)} and companion = '')
        then 'Cancelled by itself: a precaution was added. Plan it anew with what it asks for.' else words end
    where file_id = ${fileId} and state = 'planned'`.execute(work.db);
}

/** Ends a precaution before its day. */
export async function endPrecaution(
  work: Work,
  input: { fileId: string; precautionId: string },
): Promise<Result<{ id: string }>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const done = await work.db
    .updateTable('safeguarding.precaution')
    .set({ endedAt: work.clock.now(), endedBy: officerOf(work).officerId })
    .where('id', '=', input.precautionId)
    .where('fileId', '=', input.fileId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return notFound;
  await addEvent(work, found.value, { kind: 'precaution', words: 'A precaution was ended' });
  return ok({ id: input.precautionId });
}
