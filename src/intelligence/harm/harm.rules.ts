import type { HarmMatrix } from '../../../reference/harm-matrix.ts';
import { addDays, type Day, dayOf } from '../../platform/clock/clock.ts';

/** What was answered of one subject: a code of the scale for each criterion, and how far and how likely. */
export interface HarmAnswers {
  criteria: Readonly<Record<string, string>>;
  scope: string;
  likelihood: number;
}

/** A score with what it is made of, each opened to the reader. */
export interface HarmScore {
  /** Criteria times their weights, added up. */
  harm: number;
  scopeWeight: number;
  likelihood: number;
  /** harm × scope × likelihood. */
  risk: number;
}

/** The score of some answers by a matrix (domain 2.8); what the matrix does not know counts nothing. */
export function scoreOf(matrix: HarmMatrix, { criteria, scope, likelihood }: HarmAnswers): HarmScore {
  const pointsOf = (code: string | undefined) => matrix.scale.find((step) => step.code === code)?.value ?? 0;
  const harm = matrix.criteria.reduce((sum, { code, weight }) => sum + weight * pointsOf(criteria[code]), 0);
  const scopeWeight = matrix.scopes.find(({ code }) => code === scope)?.weight ?? 1;
  // Tenths: weights are given in them.
  return { harm, scopeWeight, likelihood, risk: Math.round(harm * scopeWeight * likelihood * 10) / 10 };
}

/** The least that the economic harm is by the pounds that were lost; undefined where any answer will do. */
export function leastForLoss(matrix: HarmMatrix, pounds: number): HarmMatrix['scale'][number] | undefined {
  const reached = matrix.losses
    .filter(({ from }) => pounds >= from)
    .sort((one, other) => other.from - one.from)[0];
  return matrix.scale.find(({ code }) => code === reached?.scale);
}

export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** What the items about a subject are worth: how their paragraphs are graded, and when the last came. */
export interface HarmGrounds {
  paragraphs: number;
  graded: number;
  /** From a reliable source who knows it directly or with corroboration: 1A and 1B. */
  good: number;
  lastAt: Date | null;
}

/** How far an assessment can be relied on: by the mix of grades and by how new the last item is (domain 2.8). */
export function confidenceIn(
  matrix: HarmMatrix,
  { graded, good, lastAt }: HarmGrounds,
  today: Day,
): Confidence {
  const { goodShare, recentDays, staleDays } = matrix.confidence;
  const last = lastAt && dayOf(lastAt);
  if (graded === 0 || good === 0 || !last || last < addDays(today, -staleDays)) return 'low';
  return good / graded >= goodShare && last >= addDays(today, -recentDays) ? 'high' : 'medium';
}
