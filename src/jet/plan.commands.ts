import { listAreas } from '../directory/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import {
  failed,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { findPlan, type Plan } from './plan.store.ts';
import { ownTeams } from './team.store.ts';
import { logTime } from './time.commands.ts';

export interface PlanInput {
  title: string;
  districtCode: string;
  place: string;
  orderReference?: string | undefined;
  fromOn: Day;
  toOn: Day;
  priority: string;
  lines: readonly string[];
  words: string;
}
const longest = 366;

/** Plans targeted patrols for a priority. */
export async function planPatrols(work: Work, input: PlanInput): Promise<Result<Plan>> {
  const viewer = officerOf(work);
  const [team] = (await ownTeams(work)).sort(
    (a, b) =>
      Number(viewer.serviceIds.includes(b.serviceId)) - Number(viewer.serviceIds.includes(a.serviceId)),
  );
  if (!team)
    return refusedByRule(
      'jet.no-team',
      'Your agency has no team in the register.',
      'Enter it under All teams, then plan its patrols.',
    );
  const today = work.clock.today();
  if (input.toOn < input.fromOn)
    return invalid({ field: 'toOn', words: 'The last day must be on or after the first' });
  if (input.toOn < today) return invalid({ field: 'toOn', words: 'The last day must be today or later' });
  if (input.toOn > addDays(input.fromOn, longest))
    return invalid({ field: 'toOn', words: 'A plan lasts a year at the most' });
  if (input.lines.length === 0)
    return invalid({ field: 'lines', words: 'Choose what is expected of a patrol' });
  if (!(await listAreas(work.db, 'district', today)).some(({ code }) => code === input.districtCode))
    return invalid({ field: 'districtCode', words: 'Choose the district from the list' });
  const id = work.ids.next();
  about(work, 'patrol-plan', id);
  const { orderReference, lines, ...rest } = input;
  const added = await work.db
    .insertInto('jet.plan')
    .values({
      ...{ ...rest, id, reference: work.ids.reference('PL'), teamId: team.id, agencyId: viewer.agencyId },
      ...{ lines: [...new Set(lines)], orderReference: orderReference ?? null, status: 'open' },
      ...{ madeBy: viewer.officerId, madeAt: work.clock.now() },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n)
    return invalid({
      field: 'title',
      words: 'A plan of this title from that day is there: choose another title',
    });
  const plan = await findPlan(work, id);
  return plan ? ok(plan) : notFound;
}

/** Ends a plan before its last day. */
export async function endPlan(
  work: Work,
  input: { patrolPlanId: string; version: number },
): Promise<Result<Plan>> {
  const plan = await findPlan(work, input.patrolPlanId);
  if (!plan) return notFound;
  about(work, 'patrol-plan', plan.id);
  if (plan.status !== 'open') return stale('This plan has ended already.');
  if (plan.version !== input.version || !(await changeRow(work.db, 'jet.plan', plan, { status: 'ended' })))
    return stale('Somebody changed this plan meanwhile. Look again, then try again.');
  return ok({ ...plan, status: 'ended', version: plan.version + 1 });
}

/** Logs a patrol of a plan: what was done and what came of it, with the time that it took. The same form sent twice is one patrol. */
export async function logPatrol(
  work: Work,
  input: {
    patrolPlanId: string;
    onDay: Day;
    minutes: number;
    lines: readonly string[];
    words: string;
    formsSent: number;
    key?: string | undefined;
  },
): Promise<Result<{ id: string }>> {
  const plan = await findPlan(work, input.patrolPlanId);
  if (!plan) return notFound;
  about(work, 'patrol-plan', plan.id);
  if (plan.status !== 'open') return stale('This plan has ended.');
  if (input.onDay < plan.fromOn || input.onDay > plan.toOn)
    return invalid({ field: 'onDay', words: 'The day must lie within the plan' });
  const wrong = input.lines.find((line) => !plan.lines.includes(line));
  if (wrong) return invalid({ field: 'lines', words: 'Choose from what the plan expects' });
  const { agencyId, officerId } = officerOf(work);
  // The time log holds the officer's own log while this is saved, so that the two stand or fall together.
  const time = await logTime(work, {
    ...{ onDay: input.onDay, activity: 'patrol', minutes: input.minutes, planId: plan.id, words: '' },
    key: input.key,
  });
  if (!time.ok) return failed(time.failure);
  // The key of a form that made something else makes no patrol of it.
  if (time.value.planId !== plan.id || time.value.isWithdrawn)
    return stale('This form was sent before. Open the plan again, then try again.');
  about(work, 'patrol-plan', plan.id);
  const added = await work.db
    .insertInto('jet.patrol')
    .values({
      ...{ id: work.ids.next(), reference: work.ids.reference('PA'), planId: plan.id, agencyId, officerId },
      ...{ onDay: input.onDay, entryId: time.value.id, lines: [...new Set(input.lines)], words: input.words },
      ...{ formsSent: input.formsSent, madeAt: work.clock.now(), formKey: input.key ?? null },
    })
    .onConflict((conflict) => conflict.columns(['officerId', 'formKey']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return ok({ id: added?.id ?? plan.id });
}
