import { addDays, type Day } from '../../platform/clock/clock.ts';
import {
  type FieldProblem,
  invalid,
  notFound,
  ok,
  type Result,
  stale,
} from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { mentionsIn } from '../item/mentions.ts';
import { taskingWords } from '../source/source.rules.ts';
import type { RequirementInput } from './requirement.forms.ts';
import {
  addRequirement,
  addRequirementPlan,
  changeRequirement,
  endRequirementPlan,
  findRequirement,
  itemByReference,
  namedIn,
  type Requirement,
  requirementParts,
  tieItem,
  untieItem,
} from './requirement.store.ts';

/** A requirement is looked at again within a year: what nobody needs any more is not asked of everybody. */
export const mostShownDays = 366;
const movedOn = stale('Somebody changed this requirement since you opened it. Open it again.');
type Done = Result<{ id: string }>;

/**
 * What everybody may read must name nobody, hold no number, mark, e-mail or postcode, and ask nobody to find anything out (RIPA
 * 2000 s.26(8)): it is for those who happen to know.
 */
async function crossingProblems(
  work: Work,
  given: { question: string; lookFor: string },
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const field of ['question', 'lookFor'] as const) {
    const text = given[field];
    const [mention] = mentionsIn(text);
    const name = await namedIn(work, text);
    if (mention)
      problems.push({ field, words: `Everybody who may send a form reads this: leave out ${mention.typed}` });
    else if (name)
      problems.push({ field, words: `Items name ${name}: everybody who may send a form reads this` });
    else if (taskingWords.some((pattern) => pattern.test(text)))
      problems.push({
        field,
        words: 'Nobody is asked to find anything out: say what those tell who happen to know',
      });
  }
  return problems;
}
function dayProblem(work: Work, shownUntil: Day): FieldProblem | undefined {
  const today = work.clock.today();
  return shownUntil < today || shownUntil > addDays(today, mostShownDays)
    ? { field: 'shownUntil', words: 'Choose a day within a year from today' }
    : undefined;
}
async function problemsOf(work: Work, input: RequirementInput): Promise<FieldProblem[]> {
  const day = dayProblem(work, input.shownUntil);
  return [...(await crossingProblems(work, input)), ...(day ? [day] : [])];
}

export async function askFor(work: Work, { version: _none, ...given }: RequirementInput): Promise<Done> {
  const problems = await problemsOf(work, { version: 0, ...given });
  if (problems.length > 0) return invalid(...problems);
  const id = await addRequirement(work, given);
  about(work, 'requirement', id);
  return ok({ id });
}

export async function openRequirement(
  work: Work,
  id: string,
): Promise<Result<{ requirement: Requirement } & Awaited<ReturnType<typeof requirementParts>>>> {
  const requirement = await findRequirement(work, id);
  if (!requirement) return notFound;
  about(work, 'requirement', id);
  return ok({ requirement, ...(await requirementParts(work, id)) });
}

/** One that is still asked. */
async function live(work: Work, id: string): Promise<Result<Requirement>> {
  const found = await findRequirement(work, id);
  if (!found) return notFound;
  about(work, 'requirement', id);
  return found.endedOn === null ? ok(found) : stale('This requirement has ended. What was written stays.');
}

export async function changeAsked(
  work: Work,
  { irId, version, ...given }: RequirementInput & { irId: string },
): Promise<Done> {
  const found = await live(work, irId);
  if (!found.ok) return found;
  const problems = await problemsOf(work, { version, ...given });
  if (problems.length > 0) return invalid(...problems);
  return (await changeRequirement(work, { id: irId, version }, given)) ? ok({ id: irId }) : movedOn;
}

export async function askNoMore(
  work: Work,
  { irId, version, endWhy }: { irId: string; version: number; endWhy: string },
): Promise<Done> {
  const found = await live(work, irId);
  if (!found.ok) return found;
  const set = { endedOn: work.clock.today(), endWhy };
  return (await changeRequirement(work, { id: irId, version }, set)) ? ok({ id: irId }) : movedOn;
}

export async function planFor(
  work: Work,
  { irId, ...given }: { irId: string; words: string; ownerWords: string; dueOn: Day },
): Promise<Done> {
  const found = await live(work, irId);
  if (!found.ok) return found;
  if (given.dueOn < work.clock.today())
    return invalid({ field: 'dueOn', words: 'The day must be today or later' });
  await addRequirementPlan(work, irId, given);
  return ok({ id: irId });
}

export async function planDone(
  work: Work,
  { irId, planId, result }: { irId: string; planId: string; result: string },
): Promise<Done> {
  const found = await openRequirement(work, irId);
  if (!found.ok) return found;
  if (!found.value.plan.some(({ id }) => id === planId)) return notFound;
  return (await endRequirementPlan(work, { requirementId: irId, planId }, result))
    ? ok({ id: irId })
    : movedOn;
}

/** Says that an item answers a requirement; the same twice is once. */
export async function answeredBy(
  work: Work,
  { irId, itemReference }: { irId: string; itemReference: string },
): Promise<Done> {
  const found = await findRequirement(work, irId);
  if (!found) return notFound;
  about(work, 'requirement', irId);
  const itemId = await itemByReference(work, itemReference);
  if (!itemId) return invalid({ field: 'itemReference', words: 'The unit has no item of this reference' });
  await tieItem(work, irId, itemId);
  return ok({ id: irId });
}
export async function notAnsweredBy(work: Work, at: { irId: string; itemId: string }): Promise<Done> {
  if (!(await findRequirement(work, at.irId))) return notFound;
  about(work, 'requirement', at.irId);
  return (await untieItem(work, { requirementId: at.irId, itemId: at.itemId }))
    ? ok({ id: at.irId })
    : notFound;
}
