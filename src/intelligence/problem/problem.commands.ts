import { spotMethod } from '../../../reference/hot-spots.ts';
import { invalid, notFound, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import type { ActionCode, SanitisationCode } from '../item/grade.rules.ts';
import { type ConditionCode, conditionsOf } from '../package/condition.rules.ts';
import { type Counted, draftPackage, releasePackage } from '../package/draft.commands.ts';
import { type Draft, findDraft, paragraphsOfItems } from '../package/draft.store.ts';
import { harmKind } from '../spots/spots.forms.ts';
import { mostMarks } from '../spots/spots.store.ts';
import type { ProblemInput } from './problem.forms.ts';
import { leavingOf } from './problem.queries.ts';
import { addProblem, conditionsOfItems, findProblem, isOvertaken, keepFigures } from './problem.store.ts';

/** The conditions of what is counted: a record that goes in as a number brings its conditions as one that is quoted does. */
export async function countedIn(
  work: Work,
  { itemIds, keptIds }: { itemIds: readonly string[]; keptIds: readonly string[] },
): Promise<Counted> {
  const rows = await conditionsOfItems(work, itemIds);
  const codes = rows.flatMap(({ actionCode, sanitisationCode }): ConditionCode[] =>
    conditionsOf({
      // The columns hold these codes alone, by a check of the database.
      actionCode: actionCode as ActionCode | null,
      sanitisationCode: sanitisationCode as SanitisationCode | null,
    }),
  );
  return {
    conditions: [...new Set(codes)],
    behind: await paragraphsOfItems(work, [...itemIds, ...keptIds]),
    words: [
      ...new Set(rows.flatMap(({ conditions, actionUsage }) => [conditions, actionUsage].filter(Boolean))),
    ],
  };
}

/** Drafts a problem profile: what a package says, with what is counted beside it. */
export async function draftProblem(work: Work, input: ProblemInput): Promise<Result<Draft>> {
  const { kind, districts, from, to, metres, follows, ...words } = input;
  const of = { kind: harmKind(kind), districts, from, to };
  if (follows !== undefined && !(await findProblem(work, follows)))
    return invalid({ field: 'follows', words: 'The unit has no such profile' });
  const leaving = await leavingOf(work, { of, metres });
  if (leaving.isCut)
    return invalid({
      field: 'from',
      words: `More than ${mostMarks.toLocaleString('en-GB')} records are in the period: choose a shorter one`,
    });
  if (leaving.count < spotMethod.least)
    return invalid({
      field: 'kind',
      words: `Fewer than ${spotMethod.least} records that may leave are counted: choose another kind, area or period`,
    });
  const done = await draftPackage(work, words, 'problem-profile', await countedIn(work, leaving));
  if (done.ok) await addProblem(work, done.value.id, { of, metres, follows });
  return done;
}

/**
 * Releases a package, or a problem profile with its figures as they are counted at that moment, frozen from then on. Nobody releases
 * what they drafted themselves.
 */
export async function releaseProduct(
  work: Work,
  input: { packageId: string; version: number },
): Promise<Result<Draft>> {
  const draft = await findDraft(work, input.packageId);
  if (!draft) return notFound;
  if (draft.product === 'package') return releasePackage(work, input);
  const problem = await findProblem(work, draft.id);
  if (!problem) return notFound;
  if (await isOvertaken(work, problem))
    return refusedByRule(
      'intelligence.overtaken',
      `Another version ${problem.number} of this profile has left since it was drafted.`,
      'Discard it and draft the next one.',
    );
  const leaving = await leavingOf(work, problem);
  if (leaving.isCut || leaving.count < spotMethod.least)
    return refusedByRule(
      'intelligence.nothing-counted',
      leaving.isCut
        ? 'More records are in its period now than can be counted.'
        : `Fewer than ${spotMethod.least} records that may leave are counted in it now.`,
      'Discard it and draft it again.',
    );
  const done = await releasePackage(work, input, await countedIn(work, leaving));
  if (done.ok) await keepFigures(work, draft.id, leaving.figures);
  return done;
}
