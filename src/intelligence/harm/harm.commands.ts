import type { HarmMatrix } from '../../../reference/harm-matrix.ts';
import {
  type FieldProblem,
  invalid,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { type AssessInput, boxOf, matrixFrom } from './harm.forms.ts';
import { type HarmRanking, harmOf, rank } from './harm.queries.ts';
import { leastForLoss, scoreOf } from './harm.rules.ts';
import { addAssessment, addMatrix, assessedSubjects, matricesOf } from './harm.store.ts';

const movedOn = stale(
  'Somebody has assessed this since you opened it. Open it again to see what they found.',
);
const matrixMovedOn = stale('Somebody has adopted another matrix since you opened this one. Open it again.');

/** Says how much harm a subject does; what was said before stays beneath it. */
export async function assessHarm(
  work: Work,
  { linkId, version, ...input }: AssessInput & { linkId: string },
): Promise<Result<{ linkId: string; risk: number; confidence: string; matrixNumber: number }>> {
  const found = await harmOf(work, linkId);
  if (!found.ok) return found;
  const { subject, matrix, assessments, confidence, items, victims, refused } = found.value;
  if (refused)
    return refusedByRule('intelligence.harm-of', refused, 'Open the profile of whoever the items are about.');
  const { scope, likelihood, sector, lostPounds, why, ...criteria } = input;
  const least = leastForLoss(matrix.document, lostPounds ?? 0);
  const pointsOf = (code: string) => matrix.document.scale.find((step) => step.code === code)?.value ?? 0;
  if (least && pointsOf(criteria.economic) < least.value)
    return invalid({
      field: 'economic',
      words: `£${(lostPounds ?? 0).toLocaleString('en-GB')} lost is at least ${least.words.toLowerCase()} by the matrix`,
    });
  if (version !== (assessments[0]?.number ?? 0)) return movedOn;
  const answers = { criteria, scope, likelihood };
  const score = scoreOf(matrix.document, answers);
  const id = await addAssessment(work, subject, {
    ...{ number: version + 1, sector: sector ?? null, answers, lostPounds: lostPounds ?? null, why },
    ...{ matrixNumber: matrix.number, score, confidence, items, victims },
  });
  if (!id) return movedOn;
  about(work, 'harm-assessment', id, { risk: score.risk, matrix: matrix.number });
  return ok({ linkId, risk: score.risk, confidence, matrixNumber: matrix.number });
}

/** Steps of a scale that go down, and losses that do not go up: each where it is. */
function problemsOf(matrix: HarmMatrix): FieldProblem[] {
  const inOrder = (names: readonly string[], values: readonly number[], words: string) =>
    values.flatMap((value, at) =>
      at > 0 && value < (values[at - 1] ?? 0) ? [{ field: boxOf(names[at] ?? ''), words }] : [],
    );
  return [
    ...inOrder(
      matrix.scale.map(({ code }) => `scale-${code}`),
      matrix.scale.map(({ value }) => value),
      'A worse step counts at least as much as the one before it',
    ),
    ...inOrder(
      matrix.losses.map(({ scale }) => `loss-${scale}`),
      matrix.losses.map(({ from }) => from),
      'A worse step starts from at least as many pounds as the one before it',
    ),
    ...(matrix.confidence.staleDays < matrix.confidence.recentDays
      ? [{ field: boxOf('stale-days'), words: 'What is too old is at least as old as what is new' }]
      : []),
    ...(matrix.criteria.every(({ weight }) => weight === 0)
      ? [{ field: boxOf('weight-physical'), words: 'At least one criterion must weigh something' }]
      : []),
  ];
}

/** What adopting a matrix comes to. */
export interface MatrixChange {
  isAdopted: boolean;
  number: number;
  before: Omit<HarmRanking, 'matrix'>;
  after: Omit<HarmRanking, 'matrix'>;
}

/** Shows what a matrix would change in the ranking, and adopts it when that is said. Scores that were given keep theirs. */
export async function changeMatrix(
  work: Work,
  input: { version: number; numbers: Readonly<Record<string, number>>; why: string; adopt: boolean },
): Promise<Result<MatrixChange>> {
  const document = matrixFrom(input.numbers);
  const problems = problemsOf(document);
  if (problems.length > 0) return invalid(...problems);
  const [now] = await matricesOf(work);
  if (input.version !== now.number) return matrixMovedOn;
  const number = now.number + 1;
  if (input.adopt && !(await addMatrix(work, { number, document, why: input.why }))) return matrixMovedOn;
  const assessed = await assessedSubjects(work);
  work.note.detail.matrix = number;
  return ok({
    ...{ isAdopted: input.adopt, number },
    ...{ before: rank(assessed, now.document), after: rank(assessed, document) },
  });
}
