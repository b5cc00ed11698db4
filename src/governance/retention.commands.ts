import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import type { HoldKind } from '../records/index.ts';
import { type RetentionKind, ruleOf } from './retention.rules.ts';
import { addHold, findHold, recordNamed, waitForBatch } from './retention.store.ts';

/** Says how long the viewer's agency keeps a kind, from tonight on; without months nothing of it goes by itself. */
export async function setPeriod(
  work: Work,
  input: { kind: RetentionKind; months?: number | undefined; why: string },
): Promise<Result<{ kind: RetentionKind; months: number | null }>> {
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  const months = input.months ?? null;
  const { marking, months: least = 0 } = ruleOf(input.kind);
  if (marking === 'guidance' && months !== null && months < least)
    return invalid({
      field: 'months',
      words: `Guidance names ${least} months as the least: enter so many or more`,
    });
  await work.db
    .insertInto('governance.period')
    .values({
      id,
      agencyId,
      kind: input.kind,
      months,
      why: input.why,
      setAt: work.clock.now(),
      setBy: officerId,
    })
    .execute();
  about(work, 'retention-period', id, { kind: input.kind, months: months ?? 'off' });
  return ok({ kind: input.kind, months });
}

/** Holds a record of the viewer's own agency: it is not deleted until the hold is lifted. */
export async function setHold(
  work: Work,
  input: { kind: HoldKind; reference: string; why: string },
): Promise<Result<{ id: string }>> {
  await waitForBatch(work);
  const recordId = await recordNamed(work, input.kind, input.reference);
  if (!recordId)
    return invalid({
      field: 'reference',
      words: 'Your agency has no record of this kind with that reference',
    });
  const id = work.ids.next();
  const reference = input.reference.toUpperCase();
  if (!(await addHold(work, { id, kind: input.kind, recordId, reference, why: input.why })))
    return refusedByRule('hold.stands', 'This record is held already.', 'Look at the hold that stands.');
  about(work, input.kind, recordId, { hold: id });
  return ok({ id });
}

/** Lifts a hold: the record goes by its time again. */
export async function liftHold(
  work: Work,
  input: { holdId: string; version: number; why: string },
): Promise<Result<{ id: string }>> {
  const hold = await findHold(work, input.holdId);
  if (!hold) return notFound;
  about(work, 'legal-hold', hold.id);
  const done = await work.db
    .updateTable('governance.legalHold')
    .set({
      liftedAt: work.clock.now(),
      liftedBy: officerOf(work).officerId,
      liftedWhy: input.why,
      version: hold.version + 1,
    })
    .where('id', '=', hold.id)
    .where('version', '=', input.version)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n)
    return stale('Somebody has changed this hold since you opened it. Reload the page.');
  return ok({ id: hold.id });
}
