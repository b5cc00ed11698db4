import { strategyLimits } from '../../../reference/control-strategy.ts';
import { addMonths } from '../../enforcement/index.ts';
import { addDays } from '../../platform/clock/clock.ts';
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
import { namedIn } from '../requirement/requirement.store.ts';
import type { StrategyInput } from './strategy.forms.ts';
import {
  addStrategy,
  findStrategy,
  listStrategies,
  type Priority,
  prioritiesOf,
  requirementsNamed,
  type Strategy,
} from './strategy.store.ts';

const said = ['title', 'prevention', 'intelligence', 'enforcement'] as const;

/** A strategy goes to a meeting: it names nobody whom an item names, and holds no number, mark, e-mail or postcode. */
async function namingProblem(work: Work, field: string, text: string): Promise<FieldProblem[]> {
  const [mention] = mentionsIn(text);
  if (mention) return [{ field, words: `A strategy names nobody: leave out ${mention.typed}` }];
  const name = await namedIn(work, text);
  return name ? [{ field, words: `Items name ${name}: a strategy names nobody` }] : [];
}

async function problemsOf(work: Work, input: StrategyInput, known: ReadonlyMap<string, string>) {
  const problems: FieldProblem[] = [];
  if (input.agreedOn > work.clock.today())
    problems.push({ field: 'agreedOn', words: 'It must have been agreed by today' });
  if (input.startsOn < input.agreedOn)
    problems.push({ field: 'startsOn', words: 'It holds from the day it was agreed at the earliest' });
  for (const field of ['agreedBy', 'words'] as const)
    problems.push(...(await namingProblem(work, field, input[field])));
  for (const [index, one] of input.priorities.entries()) {
    if (one === null) continue;
    for (const part of said)
      problems.push(...(await namingProblem(work, `priorities.${index}.${part}`, one[part])));
    const unknown = referencesIn(one.requirements).find((reference) => !known.has(reference));
    if (unknown)
      problems.push({
        field: `priorities.${index}.requirements`,
        words: `The unit has no requirement ${unknown}`,
      });
  }
  return problems;
}
const referencesIn = (text: string): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

/** Keeps a version of the control strategy: the next after the newest. What was agreed before stays as it was. */
export async function agreeStrategy(work: Work, input: StrategyInput): Promise<Result<{ id: string }>> {
  const [newest] = await listStrategies(work);
  if ((newest?.number ?? 0) !== input.version)
    return stale('Another version was agreed since you opened the form. Reload the page.');
  const known = await requirementsNamed(
    work,
    input.priorities.flatMap((one) => (one ? referencesIn(one.requirements) : [])),
  );
  const problems = await problemsOf(work, input, known);
  if (problems.length > 0) return invalid(...problems);
  const { agreedOn, agreedBy, startsOn, words } = input;
  const id = await addStrategy(
    work,
    {
      ...{ agreedOn, agreedBy, startsOn, words },
      endsOn: addDays(addMonths(startsOn, strategyLimits.months), -1),
      lookAgainOn: addMonths(startsOn, strategyLimits.lookAgainMonths),
      priorities: input.priorities.flatMap((one) =>
        one === null
          ? []
          : [
              {
                ...one,
                requirementIds: referencesIn(one.requirements).flatMap((each) => known.get(each) ?? []),
              },
            ],
      ),
    },
    input.version,
  );
  if (!id) return stale('Another version was agreed since you opened the form. Reload the page.');
  about(work, 'intelligence-strategy', id);
  return ok({ id });
}

export async function openStrategy(
  work: Work,
  id: string,
): Promise<Result<{ strategy: Strategy; priorities: Priority[] }>> {
  const strategy = await findStrategy(work, id);
  if (!strategy) return notFound;
  about(work, 'intelligence-strategy', id);
  return ok({ strategy, priorities: await prioritiesOf(work, id) });
}
