import { addDays } from '../../platform/clock/clock.ts';
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
import { enqueue } from '../../platform/jobs/jobs.ts';
import { findSubject } from '../profile/profile.store.ts';
import type { CheckInput } from './check.forms.ts';
import { carryCheck } from './check.jobs.ts';
import {
  addCheck,
  addGrant,
  answerCheck,
  type CheckGrant,
  checksOfSame,
  type ExternalCheck,
  endGrant,
  findCheck,
  listGrants,
  officersOfUnit,
} from './check.store.ts';
import { checkPurposeWords, companiesHouse, sourceOf, waitedHours } from './check.words.ts';
import { companyNumberOf } from './company.ts';

/** Whether a grant holds on a day. */
const holds = (grant: CheckGrant, today: string): boolean => grant.endedAt === null && grant.untilOn >= today;

/** Nothing where the viewer may ask a system; else why not, and who may instead. */
export async function askRefusal(work: Work, source: string): Promise<Result<never> | undefined> {
  const system = sourceOf(source);
  if (!system) return notFound;
  if (!system.isRestricted) return undefined;
  const { officerId } = officerOf(work);
  const today = work.clock.today();
  const grants = (await listGrants(work)).filter((grant) => grant.source === source && holds(grant, today));
  if (grants.some((grant) => grant.officerId === officerId)) return undefined;
  const who = [...new Set(grants.map(({ officerName }) => officerName))];
  return failed({
    kind: 'not-allowed',
    words: `You are not among those who may ask the ${system.words}: vetting and training come first.`,
    whoCan: who.length > 0 ? who.join(', ') : 'nobody yet; the manager of the unit lets somebody',
  });
}

/** Asks: at once where the register is connected, else the asker writes down what they find. */
export async function askOutside(work: Work, input: CheckInput): Promise<Result<{ id: string }>> {
  const refused = await askRefusal(work, input.source);
  if (refused) return refused;
  const system = sourceOf(input.source);
  if (!system?.purposes.includes(input.purpose))
    return invalid({
      field: 'purpose',
      words: `The ${system?.words ?? 'system'} takes: ${system?.purposes.map((code) => checkPurposeWords(code).toLowerCase()).join('; ')}`,
    });
  if (input.linkId && !(await findSubject(work, input.linkId))) return notFound;
  const isCarried = input.source === companiesHouse;
  const number = companyNumberOf(input.subjectWords);
  if (isCarried && !number)
    return invalid({
      field: 'subjectWords',
      words: 'Enter the company’s number, such as 01234567 or SC123456',
    });
  const id = await addCheck(work, {
    ...input,
    ...(isCarried && number ? { subjectWords: number } : {}),
    byConnection: isCarried,
  });
  if (isCarried) await enqueue(work.db, carryCheck, { checkId: id });
  about(work, 'external-check', id, { source: input.source, purpose: input.purpose });
  return ok({ id });
}

/** Whether a register is still being asked. A job that was lost is waited for no longer than a day. */
const isBeingAsked = ({ clock }: Work, { state, byConnection, askedAt }: ExternalCheck): boolean =>
  state === 'asked' && byConnection && clock.now().getTime() - askedAt.getTime() < waitedHours * 3_600_000;

/** One check for reading, with what was asked of the same before. */
export async function openCheck(
  work: Work,
  id: string,
): Promise<Result<{ check: ExternalCheck; before: ExternalCheck[]; mayAnswer: boolean }>> {
  const check = await findCheck(work, id);
  if (!check) return notFound;
  about(work, 'external-check', id);
  const isOpen = check.state !== 'answered' && !isBeingAsked(work, check);
  const mayAnswer = isOpen && (await askRefusal(work, check.source)) === undefined;
  return ok({ check, before: await checksOfSame(work, check), mayAnswer });
}

/** Writes down what somebody found by hand; that nothing is held is an answer too. */
export async function answerByHand(
  work: Work,
  given: { checkId: string; version: number; outcome: 'found' | 'nothing'; resultWords: string },
): Promise<Result<{ id: string }>> {
  const { checkId, version, outcome, resultWords } = given;
  const check = await findCheck(work, checkId);
  if (!check) return notFound;
  about(work, 'external-check', checkId);
  const refused = await askRefusal(work, check.source);
  if (refused) return refused;
  if (check.state === 'answered') return stale('This check was answered already. What was answered stays.');
  if (isBeingAsked(work, check))
    return stale('The register is being asked. Wait for its answer, or for it to fail.');
  if (outcome === 'found' && resultWords === '')
    return invalid({ field: 'resultWords', words: 'Say what is held, as shortly as serves' });
  if (!(await answerCheck(work, { id: checkId, version }, { outcome, resultWords })))
    return stale('Somebody answered this check since you opened it. Open it again.');
  return ok({ id: checkId });
}

/** Lets an officer of the unit ask a restricted system: somebody else’s decision, on vetting and training. */
export async function letAsk(
  work: Work,
  given: { officerId: string; source: string; vettingWords: string; trainedOn: string; untilOn: string },
): Promise<Result<{ id: string }>> {
  const { officerId } = officerOf(work);
  const today = work.clock.today();
  if (given.officerId === officerId)
    return invalid({ field: 'officerId', words: 'Somebody else decides whether you may ask' });
  if (!(await officersOfUnit(work)).some(({ id }) => id === given.officerId))
    return invalid({ field: 'officerId', words: 'Choose an officer of the unit' });
  if (given.trainedOn > today)
    return invalid({ field: 'trainedOn', words: 'The day must be today or earlier' });
  if (given.untilOn < today || given.untilOn > addDays(today, 366))
    return invalid({ field: 'untilOn', words: 'Choose a day within a year from today' });
  const holder = (await listGrants(work)).find(
    (grant) => grant.officerId === given.officerId && grant.source === given.source && holds(grant, today),
  );
  if (holder)
    return refusedByRule(
      'intelligence.check-grant-once',
      `${holder.officerName} may ask it already, until ${holder.untilOn}.`,
      'End that first.',
    );
  const id = await addGrant(work, given);
  about(work, 'check-grant', id, { source: given.source });
  return ok({ id });
}

export async function letNoMore(
  work: Work,
  grantId: string,
  endWhy: string,
): Promise<Result<{ id: string }>> {
  if (!(await listGrants(work)).some(({ id }) => id === grantId)) return notFound;
  about(work, 'check-grant', grantId);
  return (await endGrant(work, grantId, endWhy)) ? ok({ id: grantId }) : stale('It had ended already.');
}
