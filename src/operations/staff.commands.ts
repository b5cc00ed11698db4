import { precautionRule, screenForVisit } from '../assurance/index.ts';
import { invalid, notFound, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { told } from './operation.commands.ts';
import { mayDoPart, openOperation } from './operation.queries.ts';
import {
  listOperationAgencies,
  listOperationOfficers,
  type Operation,
  ownOfficers,
} from './operation.store.ts';
import { partName } from './operation.words.ts';

/** The operation, if the viewer's agency takes part in it and it is still being set up. */
async function toStaff(work: Work, operationId: string): Promise<Result<Operation>> {
  const found = await openOperation(work, operationId);
  if (!found.ok) return found;
  const { agencyId } = officerOf(work);
  const own = (await listOperationAgencies(work, operationId)).find((one) => one.agencyId === agencyId);
  if (own?.state !== 'agreed')
    return refusedByRule(
      'operation.not-agreed',
      'Your agency has not said that it takes part.',
      'Answer for it first.',
    );
  if (!['planned', 'agreed'].includes(found.value.status))
    return stale('The day has begun: the plan stands.');
  return found;
}

/**
 * Puts an officer of the viewer's own agency on a part of the day. Where the part uses a power, it is checked for that person, that
 * place and that day: an accreditation that has run out by then is refused, with why.
 */
export async function addOfficer(
  work: Work,
  input: { operationId: string; officerId: string; part: string },
): Promise<Result<Operation>> {
  const found = await toStaff(work, input.operationId);
  if (!found.ok) return found;
  const operation = found.value;
  const officer = (await ownOfficers(work)).find(({ id }) => id === input.officerId);
  if (!officer) return invalid({ field: 'officerId', words: 'Choose an officer of your own agency' });
  const { power, answer } = await mayDoPart(work, {
    ...input,
    districtCode: operation.districtCode,
    on: operation.onDay,
  });
  if (answer && !answer.ok)
    return refusedByRule(
      'operation.no-power',
      `${officer.name} cannot do this on the day: ${partName(input.part).toLowerCase()}. ${answer.unmet.map(({ words }) => words).join('. ')}.`,
      answer.unmet.map(({ mend }) => mend).join(' '),
    );
  const done = await work.db
    .insertInto('operations.operationOfficer')
    .values({
      ...{
        id: work.ids.next(),
        operationId: operation.id,
        agencyId: officerOf(work).agencyId,
        officerId: officer.id,
      },
      ...{ part: input.part, power, basis: answer?.basis ?? null, powerReference: answer?.reference ?? null },
      ...{ addedBy: officerOf(work).officerId, addedAt: work.clock.now() },
    })
    .onConflict((there) => there.columns(['operationId', 'officerId', 'part']).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n)
    return invalid({ field: 'part', words: 'They have this part already' });
  return told(work, operation, 'officer-added', `${officer.name}: ${partName(input.part).toLowerCase()}`);
}

/** Takes an officer of the viewer's own agency off a part. */
export async function removeOfficer(
  work: Work,
  input: { operationId: string; operationOfficerId: string },
): Promise<Result<Operation>> {
  const found = await toStaff(work, input.operationId);
  if (!found.ok) return found;
  const { agencyId } = officerOf(work);
  const own = (await listOperationOfficers(work, found.value.id)).find(
    (one) => one.id === input.operationOfficerId && one.agencyId === agencyId,
  );
  if (!own) return notFound;
  await work.db.deleteFrom('operations.operationOfficer').where('id', '=', own.id).execute();
  return told(
    work,
    found.value,
    'officer-removed',
    `${own.officerName} taken off: ${partName(own.part).toLowerCase()}`,
  );
}

/**
 * Screens an address or vehicle of the plan for officer-safety markers; what came is kept as precautions alone, an empty answer too. Where nobody
 * may go it does not come onto the plan, and the screen stays.
 */
export async function screenVisit(
  work: Work,
  input: { operationId: string; address: string; postcode: string; vehicle: string },
): Promise<Result<Operation>> {
  const found = await toStaff(work, input.operationId);
  if (!found.ok) return found;
  const operation = found.value;
  const { address, postcode, vehicle } = input;
  if (!vehicle && !(address && postcode))
    return invalid({ field: 'address', words: 'Enter an address with its postcode, or a registration mark' });
  const view = await screenForVisit(
    work,
    {
      names: [],
      places: address ? [{ address, postcode }] : [],
      vehicle: vehicle || undefined,
      recordIds: [],
    },
    { purpose: `Operation ${operation.reference}` },
  );
  if (!view.ok) return view;
  const { screening, holding } = view.value;
  await work.db
    .insertInto('operations.operationVisit')
    .values({
      ...{ id: work.ids.next(), operationId: operation.id, agencyId: officerOf(work).agencyId },
      ...{ leadAgencyId: operation.agencyId, place: [address, postcode, vehicle].filter(Boolean).join(', ') },
      ...{
        result: screening.result,
        precautions: [...new Set(holding.map(({ precaution }) => precautionRule(precaution).words))],
      },
      ...{ screeningId: screening.id, screenedAt: work.clock.now() },
    })
    .execute();
  return told(work, operation, 'screened', 'A place or vehicle of the plan screened for officer safety');
}
