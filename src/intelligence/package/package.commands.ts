import { openCase } from '../../enforcement/index.ts';
import {
  failed,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { hadHandIn } from '../conflict/conflict.store.ts';
import { type Act, type ConditionCode, standingInTheWay } from './condition.rules.ts';
import {
  findPackage,
  keepCleared,
  type Package,
  packageOfReference,
  standingConditions,
} from './package.store.ts';
import type { OutcomeResult } from './package.words.ts';
import { keepRating } from './usefulness.store.ts';

const quicker = stale('Somebody was quicker than you. Reload the page.');

/** A package that names the viewer; noted in the audit by its id. Whoever it does not name is told what nobody else is. */
export async function openPackage(work: Work, id: string): Promise<Result<Package>> {
  about(work, 'intelligence-package', id);
  const found = await findPackage(work, id);
  return found ? ok(found) : notFound;
}

/** A package whose conditions the viewer has acknowledged. */
async function acknowledged(work: Work, id: string): Promise<Result<Package>> {
  const found = await openPackage(work, id);
  if (!found.ok || found.value.acknowledgedAt) return found;
  return refusedByRule(
    'package.not-acknowledged',
    'You have not acknowledged its conditions yet.',
    'Open the package and acknowledge them.',
  );
}

/** Nobody decides on one side of the wall about what they made on the other (domain 2.3, rule 1; role R6). */
export const ownWork = refusedByRule(
  'package.own-work',
  'You worked on this yourself when you were with the intelligence unit.',
  'A colleague who did not answers for your agency.',
);

/** What a condition forbids is refused with the condition's own words. */
function forbidden(given: Package, act: Act) {
  const rule = standingInTheWay(given, act);
  return (
    rule &&
    refusedByRule(
      `package.${rule.code}`,
      rule.words,
      `Ask the intelligence unit of ${given.agencyName}; it can clear the condition.`,
    )
  );
}

/** Acknowledges the conditions of a package: its words are shown from then on. */
export async function acknowledge(work: Work, packageId: string): Promise<Result<Package>> {
  const found = await openPackage(work, packageId);
  if (!found.ok || found.value.acknowledgedAt) return found;
  const { officerId, agencyId } = officerOf(work);
  const done = await work.db
    .insertInto('dissemination.acknowledgement')
    .values({ packageId, officerId, agencyId, at: work.clock.now() })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return quicker;
  return openPackage(work, packageId);
}

/**
 * Takes a package on for the viewer's agency, or refuses it with the reason. Taking it on can open a case, which says of the
 * package no more than its reference.
 */
export async function answerPackage(
  work: Work,
  input: {
    packageId: string;
    answer: 'accepted' | 'rejected';
    reason: string;
    serviceId?: string | undefined;
  },
): Promise<Result<Package>> {
  const found = await acknowledged(work, input.packageId);
  if (!found.ok) return found;
  const given = found.value;
  if (given.answer)
    return refusedByRule(
      'package.answered',
      'Your agency has answered already.',
      'Tell the intelligence unit what has changed.',
    );
  if (await hadHandIn(work, [given.id])) return ownWork;
  if (input.answer === 'rejected' && input.reason.length < 3)
    return invalid({ field: 'reason', words: 'Say why you do not take it on' });
  const opened =
    input.answer === 'accepted' && input.serviceId ? await caseFor(work, given, input.serviceId) : undefined;
  if (opened && !opened.ok) return failed(opened.failure);
  const { officerId, agencyId } = officerOf(work);
  const done = await work.db
    .insertInto('dissemination.answer')
    .values({
      ...{ packageId: given.id, agencyId, officerId, at: work.clock.now() },
      ...{ answer: input.answer, reason: input.reason, isLate: work.clock.today() > given.deadline },
      caseId: opened?.value ?? null,
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return quicker;
  work.note.detail.answer = input.answer;
  return openPackage(work, given.id);
}

async function caseFor(work: Work, given: Package, serviceId: string): Promise<Result<string>> {
  const stopped = forbidden(given, 'task');
  if (stopped) return stopped;
  if (!officerOf(work).serviceIds.includes(serviceId))
    return invalid({ field: 'serviceId', words: 'Choose a service of your own' });
  const file = await openCase(work, {
    title: `Intelligence package ${given.reference}`,
    summary: 'Opened on an intelligence package. What it says stays in the package.',
    ...{ status: 'open', leadServiceId: serviceId, otherServiceIds: [], districtCode: null, wardCode: null },
    // For the services on it alone: that there is a package is not for everybody.
    ...{ isPersonal: true, escalationRule: 'package', why: `Package ${given.reference} accepted` },
  });
  return file.ok ? ok(file.value.id) : file;
}

/** Tells the unit what came of a package. */
export async function tellOutcome(
  work: Work,
  input: { packageId: string; result: OutcomeResult; words: string },
): Promise<Result<Package>> {
  const found = await acknowledged(work, input.packageId);
  if (!found.ok) return found;
  if (found.value.answer !== 'accepted')
    return refusedByRule('package.not-accepted', 'Your agency has not accepted it.', 'Accept it first.');
  const { officerId, agencyId } = officerOf(work);
  const { packageId, result, words } = input;
  await work.db
    .insertInto('dissemination.outcome')
    .values({ id: work.ids.next(), packageId, agencyId, officerId, at: work.clock.now(), result, words })
    .execute();
  work.note.detail.result = result;
  return found;
}

/** Tells the unit how useful a reader who acknowledged a product found it. */
export async function rateUsefulness(
  work: Work,
  { packageId, score, useWords }: { packageId: string; score: number; useWords: string },
): Promise<Result<Package>> {
  const found = await acknowledged(work, packageId);
  if (!found.ok) return found;
  if (await hadHandIn(work, [packageId])) return ownWork;
  await keepRating(work, { packageId, score, words: useWords });
  return found;
}

/** A package to be taken out of the system as a file, where no condition forbids it. */
export async function packageToExport(work: Work, packageId: string): Promise<Result<Package>> {
  const found = await acknowledged(work, packageId);
  return found.ok ? (forbidden(found.value, 'export') ?? found) : found;
}

/** The unit clears a condition: what it forbade can be done from now on. */
export async function clearCondition(
  work: Work,
  input: { packageId: string; condition: ConditionCode },
): Promise<Result<{ id: string }>> {
  const held = await standingConditions(work, input.packageId);
  if (!held) return notFound;
  about(work, 'intelligence-package', input.packageId, { cleared: input.condition });
  if (!held.conditions.includes(input.condition) || held.cleared.includes(input.condition))
    return refusedByRule('package.no-condition', 'That condition does not stand.', 'Look at those that do.');
  await keepCleared(work, input);
  return ok({ id: input.packageId });
}

/** A package of a reference that the viewer took on, and that no condition keeps from being used openly; else nothing. */
export async function packageToUse(
  work: Work,
  reference: string,
): Promise<{ packageId: string } | undefined> {
  const found = await packageOfReference(work, reference);
  const mayUse = found?.acknowledgedAt && found.answer === 'accepted' && !standingInTheWay(found, 'export');
  return found && mayUse ? { packageId: found.id } : undefined;
}
