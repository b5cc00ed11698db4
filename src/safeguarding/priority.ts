import { ageFrom } from '../linkage/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import {
  ageBandRules,
  listRuleCodes,
  type PointRule,
  pointRules,
  type RouteFacts,
  routeRules,
  thresholdRules,
  type When,
} from './register.rules.ts';
import type { AgeBand, FileRoute, Risk, Tri } from './register.words.ts';

/** What is known of a person when it is worked out how urgent they are. Money in pence. */
export interface PriorityFacts {
  ageBand: AgeBand;
  livesAlone: Tri;
  capacityConcern: Tri;
  financialAbuse: Tri;
  bankTold: Tri;
  lostPence: number;
  lastOn: Day | null;
  lists: number;
  isRevictimised: boolean;
}

/** One fact with its points, as it stood that day. */
export interface Counted {
  code: string;
  words: string;
  points: number;
}

/** Points from which the risk is high, and medium. */
export interface Thresholds {
  high: number;
  medium: number;
}

export interface Priority {
  points: number;
  risk: Risk;
  why: Counted[];
  on: Day;
  from: Thresholds;
}

function applies(when: When, facts: PriorityFacts, today: Day): boolean {
  if ('atLeast' in when) return facts[when.fact] >= when.atLeast;
  if ('is' in when) return (when.is as readonly (string | boolean)[]).includes(facts[when.fact]); // the row pairs a fact with answers of its own
  const day = facts[when.fact];
  return day !== null && day >= addDays(today, -when.withinDays);
}

/** Points of an agency in place of those shipped, by code. */
export type OwnPoints = ReadonlyMap<string, number>;
const pointsOf = (rule: PointRule, own: OwnPoints): number => own.get(rule.code) ?? rule.points;

/** How urgent a person is under an agency's rules on a day, with each fact that counted. */
export function priorityOf(facts: PriorityFacts, today: Day, own: OwnPoints = new Map()): Priority {
  const why = pointRules
    .filter(({ when }) => applies(when, facts, today))
    .map((rule) => ({ code: rule.code, words: rule.words, points: pointsOf(rule, own) }))
    .filter(({ points }) => points > 0);
  const points = sumOf(why);
  const from = {
    ...{ high: 0, medium: 0 },
    ...Object.fromEntries(thresholdRules.map((rule) => [rule.risk, pointsOf(rule, own)])),
  };
  return { points, risk: riskOf(points, from), why, on: today, from };
}

const sumOf = (why: readonly Counted[]): number => why.reduce((sum, one) => sum + one.points, 0);
const riskOf = (points: number, { high, medium }: Thresholds): Risk =>
  points >= high ? 'high' : points >= medium ? 'medium' : 'standard';

/**
 * The two parts of a priority: what the file itself says, which everybody who has the file is told, and what follows from
 * the lists that one agency sees, which is told to that agency alone.
 */
export function partsOf(priority: Priority): {
  ofFile: Priority;
  ofLists: { points: number; why: Counted[] };
} {
  const [ofLists, why] = [true, false].map((isOfLists) =>
    priority.why.filter(({ code }) => listRuleCodes.includes(code) === isOfLists),
  ) as [Counted[], Counted[]]; // two halves
  const points = sumOf(why);
  return {
    ofFile: { ...priority, why, points, risk: riskOf(points, priority.from) },
    ofLists: { points: sumOf(ofLists), why: ofLists },
  };
}

/** Who takes a person on, and the sentence that says why. */
export function routeOf(facts: RouteFacts): { route: FileRoute; why: string } {
  const rule = routeRules.find(({ when }) =>
    Object.entries(when).every(([key, value]) => facts[key as keyof RouteFacts] === value),
  );
  // The last line of the table fits everybody.
  return { route: rule?.to ?? 'warden', why: rule?.why ?? '' };
}

/** The age band of somebody by their birth as a list tells it, in any form, a month or a year alone too; `not-known` else. */
export function ageBandOf(birth: string | undefined, today: Day): AgeBand {
  const age = ageFrom(birth, today);
  return (age !== undefined && ageBandRules.find(({ under }) => age < under)?.band) || 'not-known';
}
