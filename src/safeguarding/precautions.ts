import { sql } from 'kysely';
import { clearedFor, type ShownMarker } from '../assurance/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { fileFor } from './file.commands.ts';
import { addEvent, familyOf, statusOf } from './file.store.ts';
import { visitStates } from './file.transitions.ts';
import { effectOf, kindOfMarker, type PrecautionKind, precautionWords } from './precaution.rules.ts';

/** What whoever goes must do: type, words and expiry, and never why (domain §2.16). */
export interface Precaution {
  id: string;
  kind: PrecautionKind;
  words: string;
  expiresOn: Day | null;
  /** From a warning marker: ended by the agency that set it and not on the register. */
  isMarker?: boolean;
}

const precautionOf = ({ id, typeWords, precaution, words, reviewOn }: ShownMarker): Precaution => ({
  id,
  kind: kindOfMarker(precaution),
  words: `${words} Marker: ${typeWords.toLowerCase()}`,
  expiresOn: reviewOn,
  isMarker: true,
});

/**
 * The precautions that are live for somebody on the register, read before a visit is planned and when it is shown: those that
 * the register notes, and what the markers say that the last officer-safety screen met and nobody has said are somebody
 * else's. `agencyId` is whose screens count, where the system asks.
 */
export async function precautionsFor(
  work: Work,
  person: { fileIds: readonly string[]; agencyId?: string | undefined },
): Promise<Precaution[]> {
  const { holding } = await clearedFor(work, person.fileIds, person.agencyId);
  return [...holding.map(precautionOf), ...(await notedFor(work, person))];
}

async function notedFor(work: Work, person: { fileIds: readonly string[] }): Promise<Precaution[]> {
  const { rows } =
    await sql<Precaution>`select p.id, p.kind, p.words, p.expires_on from safeguarding.precaution p
    where p.file_id = any(${[...person.fileIds]}::uuid[]) and p.ended_at is null
      and (p.expires_on is null or p.expires_on >= ${work.clock.today()}::date) order by p.kind, p.made_at, p.id`.execute(
      work.db,
    );
  return rows;
}

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
  await tellPlannedVisits(work, { id: input.fileId });
  return ok({ id });
}

/**
 * The visits of one agency that are planned already are under what holds now: one that somebody would make alone, or that
 * nobody may make, or whose file rests, is cancelled, to be planned anew, and the file says so. `agencyId` is whose, where the system asks; else the
 * officer's own. What another agency's visits must carry follows from its own screens and its own agreements about markers:
 * the worker comes round for it.
 */
export async function tellPlannedVisits(
  work: Work,
  file: { id: string; agencyId?: string | undefined },
): Promise<void> {
  const kin = await familyOf(work, file.id);
  const { ids } = kin;
  const [first] = kin.files;
  const stands = first && visitStates[statusOf(kin, first)];
  const rests = stands !== undefined && !stands.mayBeVisited;
  const agencyId = file.agencyId ?? officerOf(work).agencyId;
  const live = await precautionsFor(work, { fileIds: ids, agencyId });
  const { screening } = await clearedFor(work, ids, agencyId);
  const { stops, neverAlone, companion } = effectOf(live);
  const needsPolice = companion === 'police';
  const isHeld = sql`(${rests} or ${stops} or (${neverAlone} and companion = '') or (${needsPolice} and companion_is <> 'police'))`;
  const why = rests
    ? `Cancelled by itself. ${stands.words}`
    : 'Cancelled by itself: it is not safe by what holds now. Plan it anew with what that asks for.';
  const { rows } = await sql<{
    agencyId: string;
    fileId: string;
    state: string;
  }>`update safeguarding.visit set precautions = ${JSON.stringify(live)}::jsonb, version = version + 1,
      needs_two = ${neverAlone} and companion <> '', needs_police = ${needsPolice} and companion <> '' and companion_is = 'police',
      screening_id = ${screening?.id ?? null}::uuid, screened_at = ${screening?.at ?? null}::timestamptz,
      state = case when ${isHeld} then 'cancelled' else state end,
      words = case when ${isHeld} then ${why} else words end
    where file_id = any(${[...ids]}::uuid[]) and agency_id = ${agencyId}::uuid and state = 'planned'
      and (${rests} or precautions <> ${JSON.stringify(live)}::jsonb or screening_id is distinct from ${screening?.id ?? null}::uuid)
    returning agency_id, file_id, state`.execute(work.db);
  for (const visit of rows)
    if (visit.state === 'cancelled')
      await addEvent(
        work,
        { id: visit.fileId, agencyId: visit.agencyId },
        {
          kind: 'visit-cancelled',
          words: rests
            ? `A visit was cancelled by itself. ${stands.words}`
            : 'A visit was cancelled by itself: it is not safe by the precautions that hold now',
        },
      );
  if (work.viewer.kind === 'officer' && (await hadByAnother(work, ids)))
    await enqueue(work.db, 'screen-planned-visits', {});
}

/** Whether an agency other than the officer's has led for the person of some files, or was asked to: it may have visits too. */
async function hadByAnother(work: Work, fileIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from safeguarding.lead l where l.file_id = any(${[...fileIds]}::uuid[])
    and l.agency_id <> ${officerOf(work).agencyId}::uuid limit 1`.execute(work.db);
  return rows.length > 0;
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
    .where('fileId', 'in', (await familyOf(work, input.fileId)).ids)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return notFound;
  await addEvent(work, found.value, { kind: 'precaution', words: 'A precaution was ended' });
  await tellPlannedVisits(work, { id: input.fileId });
  return ok({ id: input.precautionId });
}
