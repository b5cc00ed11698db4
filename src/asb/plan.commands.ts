import { sql } from 'kysely';
import { addEvent, movedOn } from '../enforcement/index.ts';
import { addDays, type Day, daysBetween } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { AsbCase } from './case.store.ts';
import { type ActionInput, setAction } from './nomination.commands.ts';
import { findNomination, listNominations } from './nomination.store.ts';
import { listPlans, type ReleasePlan } from './plan.store.ts';
import { settingsOf } from './setting.store.ts';

/** A day of release to come calls for a plan: with the meeting that looks at the person, or with the agency that keeps the case. */
export async function planRelease(
  work: Work,
  file: AsbCase,
  { breachId, releaseOn }: { breachId: string; releaseOn: Day },
): Promise<void> {
  if (releaseOn <= work.clock.today()) return;
  const { agencyId, officerId } = officerOf(work);
  const { content } = await settingsOf(work, agencyId);
  const open = (await listNominations(work, { asbId: file.id })).nominations.find(({ status }) =>
    ['nominated', 'accepted'].includes(status),
  );
  await work.db
    .insertInto('asb.releasePlan')
    .values({
      ...{
        id: work.ids.next(),
        reference: work.ids.reference('RP'),
        asbId: file.id,
        breachId,
        agencyId,
        releaseOn,
      },
      ...{ nominationId: open?.id ?? null, leadAgencyId: open?.chairAgencyId ?? agencyId },
      required: content.releaseActions.map(({ code }) => code),
      escalateOn: addDays(releaseOn, -content.escalateDays),
      ...{ madeBy: officerId, madeAt: work.clock.now() },
    })
    .execute();
  await addEvent(work, 'asb', file, { kind: 'release-planned', words: 'Plan before a release begun' });
}
/** One plan for reading; noted in the audit by its id. */
export async function openPlan(work: Work, id: string): Promise<Result<ReleasePlan>> {
  const [plan] = await listPlans(work, { id });
  if (!plan) return notFound;
  about(work, 'release-plan', plan.id);
  return ok(plan);
}
/** Puts an action on the plan: who does it, and from when, which is before the release. */
export async function addPlanAction(
  work: Work,
  input: Omit<ActionInput, 'dueOn'> & { releasePlanId: string; part: string },
): Promise<Result<ReleasePlan>> {
  const found = await openPlan(work, input.releasePlanId);
  if (!found.ok) return found;
  const plan = found.value;
  if (plan.leadAgencyId !== officerOf(work).agencyId)
    return refusedByRule(
      'plan.lead',
      `${plan.leadAgencyName} leads this plan.`,
      'Ask the chair of the meeting.',
    );
  if (!plan.required.includes(input.part))
    return invalid({ field: 'part', words: 'Choose a part from the list' });
  if (input.startsOn >= plan.releaseOn)
    return invalid({
      field: 'startsOn',
      words: `It begins before the release on ${dayWords(plan.releaseOn)}`,
    });
  const nomination = plan.nominationId ? await findNomination(work, plan.nominationId) : undefined;
  const set = await setAction(work, {
    ...{
      serviceId: input.serviceId,
      words: input.words,
      startsOn: input.startsOn,
      dueOn: input.startsOn,
      part: input.part,
    },
    ...{
      planId: plan.id,
      nominationId: plan.nominationId,
      reference: plan.reference,
      agencyIds: nomination?.agencyIds ?? null,
    },
  });
  if (!set.ok) return set;
  return openPlan(work, plan.id);
}

/**
 * The release is expected on another day: the plan moves with it, and what is missing then is escalated anew. The breach stays one breach.
 * A day that is over already says that they were released then.
 */
export async function moveRelease(
  work: Work,
  input: { releasePlanId: string; releaseOn: Day; reason: string; version: number },
): Promise<Result<ReleasePlan>> {
  const found = await openPlan(work, input.releasePlanId);
  if (!found.ok) return found;
  const plan = found.value;
  if (plan.agencyId !== officerOf(work).agencyId)
    return refusedByRule(
      'plan.keeper',
      'The agency that keeps the case moves the release.',
      'Ask them: they hear of it from whoever holds the person.',
    );
  const { releaseOn } = input;
  if (releaseOn === plan.releaseOn)
    return invalid({ field: 'releaseOn', words: 'It is expected on that day already' });
  if (plan.custodyFrom !== null && releaseOn <= plan.custodyFrom)
    return invalid({
      field: 'releaseOn',
      words: `The release is after custody began on ${dayWords(plan.custodyFrom)}`,
    });
  const set = {
    releaseOn,
    escalateOn: addDays(releaseOn, -daysBetween(plan.escalateOn, plan.releaseOn)),
    ...{ escalatedOn: null, missing: [] },
  };
  if (!(await changeRow(work.db, 'asb.releasePlan', { id: plan.id, version: input.version }, set)))
    return movedOn();
  await sql`update asb.breach set release_on = ${releaseOn} where id = ${plan.breachId}`.execute(work.db);
  await addEvent(
    work,
    'asb',
    { id: plan.asbId, agencyId: plan.agencyId },
    { kind: 'release-moved', words: 'Release moved, and its plan with it', reason: input.reason },
  );
  return openPlan(work, plan.id);
}
