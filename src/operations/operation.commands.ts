import { askerOf, precautionRule, screen } from '../assurance/index.ts';
import { addEvent, endsOf, lineToTake, missing, movedOn } from '../enforcement/index.ts';
import {
  failed,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { OperationStepInput, PlanInput } from './operation.forms.ts';
import { mayDoPart, openOperation, operationConditions, operationFacts } from './operation.queries.ts';
import {
  changeOperation,
  listOperationAgencies,
  listOperationOfficers,
  type Operation,
  ownOfficers,
} from './operation.store.ts';
import {
  type OperationAction,
  type OperationField,
  type OperationLine,
  operationLineFor,
  operationLineOf,
} from './operation.transitions.ts';
import { type AgencyState, operationStatusWords, partName } from './operation.words.ts';

/** Writes a line of the history and gives the operation as it is now. */
export async function told(
  work: Work,
  operation: Operation,
  kind: string,
  words: string,
  reason?: string,
): Promise<Result<Operation>> {
  await addEvent(work, 'operation', operation, { kind, words, reason });
  return openOperation(work, operation.id);
}

/** Plans a day of action and asks the agencies that are to take part; the own agency leads. */
export async function planOperation(work: Work, input: PlanInput): Promise<Result<Operation>> {
  const viewer = officerOf(work);
  const { agencies, packageReference, ...plan } = input;
  const asked = [...new Set(agencies)].filter((id) => id !== viewer.agencyId);
  if (asked.length === 0) return invalid({ field: 'agencies', words: 'Choose another agency at least' });
  if (plan.onDay < work.clock.today()) return invalid({ field: 'onDay', words: 'The day must be to come' });
  const known = await work.db.selectFrom('directory.agency').select('id').where('id', 'in', asked).execute();
  if (known.length < asked.length) return invalid({ field: 'agencies', words: 'Choose from the list' });
  const id = work.ids.next();
  await work.db
    .insertInto('operations.operation')
    .values({
      ...plan,
      ...{
        id,
        reference: work.ids.reference('OP'),
        agencyId: viewer.agencyId,
        agencyIds: [viewer.agencyId, ...asked],
      },
      ...{ status: 'planned', packageReference: packageReference ?? null },
      ...{ madeBy: viewer.officerId, madeAt: work.clock.now() },
    })
    .execute();
  const answer = (agencyId: string, state: AgencyState) => ({ operationId: id, agencyId, state });
  await work.db
    .insertInto('operations.operationAgency')
    .values([answer(viewer.agencyId, 'agreed'), ...asked.map((agencyId) => answer(agencyId, 'invited'))])
    .execute();
  const opened = await openOperation(work, id);
  return opened.ok ? told(work, opened.value, 'planned', 'Planned') : opened;
}

/** The operation, if the viewer's agency leads it. */
async function toLead(work: Work, operationId: string): Promise<Result<Operation>> {
  const found = await openOperation(work, operationId);
  if (!found.ok || found.value.agencyId === officerOf(work).agencyId) return found;
  return refusedByRule(
    'operation.other-agency',
    `${found.value.agencyName} leads this operation.`,
    'Ask them: only the agency that leads changes the plan.',
  );
}

/** Changes a plan that is not settled yet. */
export async function editOperation(
  work: Work,
  input: Omit<PlanInput, 'agencies'> & { operationId: string; version: number },
): Promise<Result<Operation>> {
  const { operationId, version, packageReference, ...plan } = input;
  const found = await toLead(work, operationId);
  if (!found.ok) return found;
  if (found.value.status !== 'planned') return stale('The plan is settled: it is not changed any more.');
  if (found.value.version !== version) return movedOn();
  if (!(await changeOperation(work.db, found.value, { ...plan, packageReference: packageReference ?? null })))
    return movedOn();
  return told(work, found.value, 'edited', 'Plan changed');
}

/** Says for the viewer's own agency whether it takes part. */
export async function answerPlan(
  work: Work,
  input: { operationId: string; answer: 'agreed' | 'declined' },
): Promise<Result<Operation>> {
  const found = await openOperation(work, input.operationId);
  if (!found.ok) return found;
  const { agencyId, officerId, agencyName } = officerOf(work);
  if (found.value.status !== 'planned') return stale('The plan is settled.');
  if (found.value.agencyId === agencyId) return stale('Your agency leads it, and takes part.');
  await work.db
    .updateTable('operations.operationAgency')
    .set({ state: input.answer, answeredBy: officerId, answeredAt: work.clock.now() })
    .where('operationId', '=', found.value.id)
    .where('agencyId', '=', agencyId)
    .execute();
  return told(
    work,
    found.value,
    input.answer,
    `${agencyName} ${input.answer === 'agreed' ? 'takes part' : 'does not take part'}`,
  );
}

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

/** Screens an address or vehicle of the plan for officer-safety markers; what came is kept as precautions alone, an empty answer too. */
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
  const view = await screen(
    work,
    {
      names: [],
      places: address ? [{ address, postcode }] : [],
      vehicle: vehicle || undefined,
      recordIds: [],
    },
    { asker: askerOf(work), purpose: `Operation ${operation.reference}` },
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

const asking: Record<OperationField, string> = {
  results: 'Say what came of the day',
  lessons: 'Say what was learnt',
  reason: 'Say why',
};
/** A step that may be taken. */
export interface PreparedOperation {
  line: OperationLine;
  operation: Operation;
  input: OperationStepInput;
}

/** Everything that is in the way of a step, or that it may be taken. Changes nothing. */
export async function prepareOperationStep(
  work: Work,
  operationId: string,
  action: OperationAction,
  input: OperationStepInput,
): Promise<Result<PreparedOperation>> {
  const found = await toLead(work, operationId);
  if (!found.ok) return found;
  const operation = found.value;
  if (operation.version !== input.version) return movedOn();
  const facts = await operationFacts(work, operation);
  const any = operationLineOf(action);
  const allowed = lineToTake(work, 'operation', {
    any,
    line: operationLineFor(operation.status, action),
    statusWords: operationStatusWords[operation.status],
    unmet: operationConditions(any, facts).filter(({ met }) => !met),
  });
  if (!allowed.ok) return failed(allowed.failure);
  const line = allowed.value;
  const unmet = operationConditions(line, facts).filter(({ met }) => !met);
  if (unmet.length > 0) return missing('operation', action, unmet, 'This cannot be done yet.');
  const problems = line.asks
    .filter((field) => !input[field])
    .map((field) => ({ field, words: asking[field] }));
  if (problems.length > 0) return invalid(...problems);
  work.note.detail.action = action;
  return ok({ line, operation, input });
}

/** Takes a step of the table. */
export async function takeOperationStep(
  work: Work,
  input: OperationStepInput & { operationId: string; action: OperationAction },
): Promise<Result<Operation>> {
  const { operationId, action, ...given } = input;
  const prepared = await prepareOperationStep(work, operationId, action, given);
  if (!prepared.ok) return prepared;
  const { line, operation } = prepared.value;
  const { results, lessons } = given;
  const closing = action === 'debrief' ? { results: results ?? '', lessons: lessons ?? '' } : {};
  const [status = operation.status] = endsOf(line);
  if (!(await changeOperation(work.db, operation, { status, ...closing }))) return movedOn();
  return told(work, operation, action, line.past, given.reason);
}
