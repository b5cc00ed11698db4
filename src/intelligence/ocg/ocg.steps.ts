import { leastPeople, mostReviewDays } from '../../../reference/organised-crime.ts';
import { type Condition, lineFor, linesFrom, lineToTake, missing } from '../../enforcement/index.ts';
import { addDays } from '../../platform/clock/clock.ts';
import { notFound, refusedByRule } from '../../platform/failures/failures.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { isLetGo } from '../../records/index.ts';
import { type Done, done, movedOn, openOcg } from './ocg.commands.ts';
import { ocgTest, socTest } from './ocg.rules.ts';
import { addOcgEvent, changeOcg, findOcgToWrite, type Ocg } from './ocg.store.ts';
import { type OcgAction, type OcgLine, type OcgNeed, ocgTransitions } from './ocg.transitions.ts';
import { isMemberRole, ocgStatusWords } from './ocg.words.ts';
import type { OcgParts } from './ocg-parts.store.ts';

const needs: Readonly<Record<OcgNeed, (card: Ocg, parts: OcgParts) => Omit<Condition, 'code'>>> = {
  assessed: ({ answers }) => ({
    ...{ words: 'It was assessed', met: answers !== null, mend: 'Assess it below', field: 'intent' },
  }),
  'both-tests': ({ answers }) => ({
    words: 'Both tests are met',
    met: answers !== null && socTest(answers).outcome === 'yes' && ocgTest(answers).outcome === 'yes',
    ...{ mend: 'Assess it again once that is known', field: 'isSerious' },
  }),
  'group-test': ({ answers }) => ({
    words: 'It is the work of two or more, organised, and goes on',
    met: answers !== null && ocgTest(answers).outcome === 'yes',
    ...{ mend: 'Assess it again once that is known', field: 'isOrganised' },
  }),
  'members-named': (_card, { members }) => ({
    words: `At least ${leastPeople} people stand on the card`,
    met:
      members.filter(({ kind, role, endedAt }) => kind === 'person' && isMemberRole(role) && endedAt === null)
        .length >= leastPeople,
    ...{ mend: 'Open a profile, and put them on the card; or infer it from a series', field: 'members' },
  }),
  'series-said': ({ seriesWords }) => ({
    ...{ words: 'The series is described', met: seriesWords !== '', field: 'seriesWords' },
    mend: 'Say on the card from which series it is inferred',
  }),
  'plan-ended': ({ openActions }) => ({
    ...{ words: 'Nothing of the plan is open', met: openActions === 0, field: 'plan' },
    mend: 'Write down what came of each action',
  }),
};

/** What the viewer can do with a card now, with what each step looks at. */
export const stepsOf = (
  work: Work,
  card: Ocg,
  parts: OcgParts,
): { line: OcgLine; conditions: Condition[] }[] =>
  linesFrom(ocgTransitions, card.status, officerOf(work).roles).map((line) => ({
    line,
    conditions: line.needs.map((code) => ({ code, ...needs[code](card, parts) })),
  }));

/** Takes a step of the table. */
export async function stepCard(
  work: Work,
  { ocgId, version, action, reason }: { ocgId: string; version: number; action: OcgAction; reason: string },
): Promise<Done> {
  if (!(await findOcgToWrite(work, ocgId))) return notFound;
  const found = await openOcg(work, ocgId);
  if (!found.ok) return found;
  const { card, parts } = found.value;
  if (card.version !== version) return movedOn;
  if (await isLetGo(work, ocgId))
    return refusedByRule(
      'intelligence.let-go',
      'It was let go: nothing of it is kept.',
      'Open a new card from what came since.',
    );
  const any = ocgTransitions.find((one) => one.action === action);
  if (!any) return notFound;
  const allowed = lineToTake(work, 'intelligence.ocg', {
    any,
    line: lineFor(ocgTransitions, card.status, action),
    statusWords: ocgStatusWords[card.status],
    unmet: [],
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const unmet = line.needs.map((code) => ({ code, ...needs[code](card, parts) })).filter(({ met }) => !met);
  if (unmet.length > 0) return missing('intelligence.ocg', action, unmet, 'This cannot be done yet.');
  const [status] = typeof line.to === 'string' ? [line.to] : line.to;
  const reviewOn = status === 'suspected' ? addDays(work.clock.today(), mostReviewDays) : card.reviewOn;
  if (!(await changeOcg(work, card, { status, reviewOn }))) return movedOn;
  await addOcgEvent(work, ocgId, { kind: action, words: line.past, reason });
  work.note.detail.action = action;
  return done(ocgId);
}
