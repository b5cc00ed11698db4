import { addDays, type Day } from '../platform/clock/clock.ts';
import {
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

export interface Priority {
  points: number;
  risk: Risk;
  why: Counted[];
  on: Day;
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
  const points = why.reduce((sum, one) => sum + one.points, 0);
  const [high, medium] = thresholdRules.map((rule) => pointsOf(rule, own));
  const risk = points >= (high ?? 0) ? 'high' : points >= (medium ?? 0) ? 'medium' : 'standard';
  return { points, risk, why, on: today };
}

/** Who takes a person on, and the sentence that says why. */
export function routeOf(facts: RouteFacts): { route: FileRoute; why: string } {
  const rule = routeRules.find(({ when }) =>
    Object.entries(when).every(([key, value]) => facts[key as keyof RouteFacts] === value),
  );
  // The last line of the table fits everybody.
  return { route: rule?.to ?? 'warden', why: rule?.why ?? '' };
}

/** The age band of somebody born on a day, or only in a year; `not-known` for what is neither. */
export function ageBandOf(birth: string | undefined, today: Day): AgeBand {
  const found = /^(\d{4})(?:-(\d\d-\d\d))?$/.exec(birth ?? '');
  if (!found) return 'not-known';
  const hadBirthday = !found[2] || found[2] <= today.slice(5);
  const age = Number(today.slice(0, 4)) - Number(found[1]) - (hadBirthday ? 0 : 1);
  if (age < 0 || age > 120) return 'not-known';
  if (age < 18) return 'under-18';
  if (age < 65) return '18-64';
  if (age < 75) return '65-74';
  return age < 85 ? '75-84' : '85-plus';
}
