import { rowsOn, stopResults } from '../../reference/operation-parts.ts';
import { draftPenalty, offences } from '../enforcement/index.ts';
import { dayOf, londonInstant, timeOf } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { told } from './operation.commands.ts';
import type { StopInput } from './operation.forms.ts';
import { openOperation } from './operation.queries.ts';
import { listOperationOfficers, listStops, type Operation } from './operation.store.ts';

/** The operation under way, if the viewer takes part in it by name. */
async function onTheDay(
  work: Work,
  operationId: string,
): Promise<Result<{ operation: Operation; parts: string[] }>> {
  const found = await openOperation(work, operationId);
  if (!found.ok) return found;
  if (found.value.status !== 'under-way') return stale('Stops are logged while the day is under way.');
  const { officerId, agencyId } = officerOf(work);
  const parts = (await listOperationOfficers(work, operationId))
    .filter((one) => one.officerId === officerId && one.agencyId === agencyId)
    .map(({ part }) => part);
  if (parts.length === 0)
    return refusedByRule(
      'operation.not-on-it',
      'You are not on the plan of this day.',
      'Ask whoever plans for your agency.',
    );
  return ok({ operation: found.value, parts });
}

/** Logs a stop of the day, as it is told on a telephone at the roadside. */
export async function logStop(
  work: Work,
  input: StopInput & { operationId: string },
): Promise<Result<Operation>> {
  const found = await onTheDay(work, input.operationId);
  if (!found.ok) return found;
  const { operation } = found.value;
  const { officerId, agencyId } = officerOf(work);
  const stoppedAt = londonInstant(operation.onDay, input.at.padStart(5, '0'));
  if (stoppedAt > work.clock.now())
    return invalid({ field: 'at', words: 'The time cannot be in the future' });
  if (input.kind === 'vehicle' && !input.vehicle)
    return invalid({ field: 'vehicle', words: 'Enter the registration mark' });
  const offence =
    rowsOn(stopResults, operation.onDay).find(({ code }) => code === input.result)?.offence ?? null;
  const id = work.ids.next();
  await work.db
    .insertInto('operations.operationStop')
    .values({
      ...{
        id,
        reference: work.ids.reference('ST'),
        operationId: operation.id,
        agencyId,
        officerId,
        stoppedAt,
      },
      ...{ kind: input.kind, isLicenceChecked: input.isLicenceChecked, result: input.result, offence },
    })
    .execute();
  await work.db
    .insertInto('operations.operationStopDetail')
    .values({
      // Where a householder was asked is a home: it may have to stay hidden, and stays with the agency that asked.
      leadAgencyId: input.kind === 'householder' ? agencyId : operation.agencyId,
      ...{ stopId: id, agencyId, place: input.place },
      ...{ vehicle: input.vehicle?.toUpperCase() ?? null, words: input.words },
    })
    .execute();
  return told(work, operation, 'stop', 'A stop logged');
}

/** Drafts the fixed penalty that the result of a stop names; the amount follows from the law of the day of the stop. */
export async function penaliseStop(
  work: Work,
  input: { operationId: string; stopId: string },
): Promise<Result<{ operation: Operation; penaltyId: string }>> {
  const found = await openOperation(work, input.operationId);
  if (!found.ok) return found;
  const operation = found.value;
  const stop = (await listStops(work, operation.id)).find(({ id }) => id === input.stopId);
  const { agencyId, officerId } = officerOf(work);
  if (!stop || stop.agencyId !== agencyId) return notFound;
  if (stop.penaltyId) return stale('A penalty was drafted from this stop already.');
  const offence = offences.find((one) => one === stop.offence);
  if (!offence)
    return refusedByRule(
      'operation.no-offence',
      'No fixed penalty is known for what came of this stop.',
      'Write it in the debrief.',
    );
  const mine = (await listOperationOfficers(work, operation.id)).filter((one) => one.officerId === officerId);
  if (!mine.some(({ part }) => part === 'issue-penalties'))
    return refusedByRule(
      'operation.not-your-part',
      'To issue penalties is not your part on this day.',
      'Ask the colleague who has it.',
    );
  const day = dayOf(stop.stoppedAt);
  const draft = await draftPenalty(
    work,
    {
      offence,
      offenceOn: day,
      offenceTime: timeOf(stop.stoppedAt),
      placeWords: stop.place ?? undefined,
      policyConsidered: false,
    },
    { lon: null, lat: null, wardCode: null, districtCode: operation.districtCode },
  );
  if (!draft.ok) return draft;
  const linked = await work.db
    .updateTable('operations.operationStop')
    .set({ penaltyId: draft.value.id })
    .where('id', '=', stop.id)
    .where('penaltyId', 'is', null)
    .executeTakeFirst();
  // Somebody drafted it in the same moment: this one is undone with the act.
  if (linked.numUpdatedRows !== 1n) return stale('A penalty was drafted from this stop already.');
  const after = await told(work, operation, 'penalised', 'A fixed penalty drafted from a stop');
  return after.ok ? ok({ operation: after.value, penaltyId: draft.value.id }) : after;
}

/** What the viewer's agency reports of its day. */
export async function reportBack(
  work: Work,
  input: { operationId: string; formsSent: number; arrests: number; wantsAgain: boolean; words: string },
): Promise<Result<Operation>> {
  const found = await openOperation(work, input.operationId);
  if (!found.ok) return found;
  const operation = found.value;
  if (operation.status !== 'under-way') return stale('Agencies report between the day and its debrief.');
  const { agencyId, officerId, agencyName } = officerOf(work);
  const done = await work.db
    .updateTable('operations.operationAgency')
    .set({
      ...{ formsSent: input.formsSent, arrests: input.arrests, wantsAgain: input.wantsAgain },
      ...{ debrief: input.words, debriefedBy: officerId },
    })
    .where('operationId', '=', operation.id)
    .where('agencyId', '=', agencyId)
    .where('state', '=', 'agreed')
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return stale('Your agency does not take part.');
  return told(work, operation, 'reported', `${agencyName} reported`);
}
