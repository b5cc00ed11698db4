import type { Work } from '../platform/http/work.ts';
import { type RetentionKind, type RetentionRule, retentionRules, ruleOf } from './retention.rules.ts';
import {
  type Candidate,
  countCandidates,
  type HoldLine,
  listCandidates,
  listHolds,
  listNights,
  monthsInForce,
  type Night,
  ownPeriods,
  type SetPeriod,
} from './retention.store.ts';

/** A kind as it stands for the viewer's agency. */
export interface RetentionLine {
  rule: RetentionRule;
  /** The months that hold; none where it is off, or where nothing ever goes. */
  months: number | undefined;
  /** How many would go tonight and how many something keeps; none where the kind is off or not told. */
  count: { due: number; kept: number } | undefined;
}

export interface RetentionView {
  lines: RetentionLine[];
  periods: SetPeriod[];
  holds: HoldLine[];
  nights: Night[];
}

/** How long everything is kept, what is due, what is held, and what was done. */
export async function retentionView(work: Work): Promise<RetentionView> {
  const periods = await ownPeriods(work);
  const lines: RetentionLine[] = [];
  for (const rule of retentionRules) {
    const months = monthsInForce(rule, periods);
    const isTold = months !== undefined && rule.isCounted;
    lines.push({ rule, months, count: isTold ? await countCandidates(work, rule.kind, months) : undefined });
  }
  return { lines, periods, holds: await listHolds(work), nights: await listNights(work, 60) };
}

/** What would go tonight of one kind. */
export interface DryRun {
  rule: RetentionRule;
  months: number | undefined;
  due: Candidate[];
  /** What is kept for something that may be told. */
  kept: Candidate[];
  count: { due: number; kept: number };
}

/** Rows of a dry run that are shown; past it the count alone is. */
export const mostShown = 200;

/** Of one kind: which records would go tonight, and which stay for something. Nothing of a kind that is not told. */
export async function dryRun(work: Work, kind: RetentionKind): Promise<DryRun> {
  const rule = ruleOf(kind);
  const months = monthsInForce(rule, await ownPeriods(work));
  if (months === undefined || !rule.isCounted)
    return { rule, months, due: [], kept: [], count: { due: 0, kept: 0 } };
  return {
    rule,
    months,
    due: await listCandidates(work, kind, { months, limit: mostShown, isKept: false }),
    kept: await listCandidates(work, kind, { months, limit: mostShown, isKept: true }),
    count: await countCandidates(work, kind, months),
  };
}
