import { listAgencies, listAreas } from '../directory/index.ts';
import { addEvent, endsOf, lineToTake, missing, movedOn } from '../enforcement/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { failed, invalid, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { OperationStepInput, PlanInput } from './operation.forms.ts';
import { openOperation, operationConditions, operationFacts } from './operation.queries.ts';
import { changeOperation, listOperationAgencies, type Operation } from './operation.store.ts';
import {
  type OperationAction,
  type OperationField,
  type OperationLine,
  operationLineFor,
  operationLineOf,
} from './operation.transitions.ts';
import { type AgencyState, operationStatusWords } from './operation.words.ts';

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
  const there = await listAgencies(work.db, work.clock.today());
  const known = there.filter(
    ({ id, endsOn }) => asked.includes(id) && (endsOn === null || endsOn > plan.onDay),
  );
  if (known.length < asked.length)
    return invalid({ field: 'agencies', words: 'Choose agencies from the list that are there on the day' });
  const place = await placeAgainst(work, plan);
  if (place) return place;
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

/** Why a plan is of no place or day; nothing where it is. */
async function placeAgainst(work: Work, plan: { districtCode: string; onDay: string }) {
  const districts = await listAreas(work.db, 'district', work.clock.today());
  if (!districts.some(({ code }) => code === plan.districtCode))
    return invalid({ field: 'districtCode', words: 'Choose the district from the list' });
  return plan.onDay > addDays(work.clock.today(), furthest)
    ? invalid({ field: 'onDay', words: 'The day must be within two years' })
    : undefined;
}
/** Days ahead that anybody plans at the most. */
const furthest = 730;

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

/** What an agency agrees to: where one of these changes, it is asked again. */
const agreedTo = ['onDay', 'districtCode', 'objectives', 'roads'] as const;

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
  if (plan.onDay < work.clock.today()) return invalid({ field: 'onDay', words: 'The day must be to come' });
  const place = await placeAgainst(work, plan);
  if (place) return place;
  if (agreedTo.some((field) => plan[field] !== found.value[field]))
    await work.db
      .updateTable('operations.operationAgency')
      .set({ state: 'invited', answeredBy: null, answeredAt: null })
      .where('operationId', '=', found.value.id)
      .where('agencyId', '<>', found.value.agencyId)
      .where('state', '=', 'agreed')
      .execute();
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
  // Whoever leaves takes their own off the plan.
  if (input.answer === 'declined')
    await work.db
      .deleteFrom('operations.operationOfficer')
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
  // A settled plan is for those who take part: to whoever said no there is none any more.
  const settled =
    action === 'agree'
      ? {
          agencyIds: (await listOperationAgencies(work, operation.id))
            .filter(({ state }) => state === 'agreed')
            .map(({ agencyId }) => agencyId),
        }
      : {};
  if (!(await changeOperation(work.db, operation, { status, ...closing, ...settled }))) return movedOn();
  return told(work, operation, action, line.past, given.reason);
}
