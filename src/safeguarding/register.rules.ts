import type { AgeBand, Risk, Tri } from './register.words.ts';

/**
 * Rules of the register as data. Points are proposals of this product, not law: an agency sets its own, and each file says
 * which facts gave which points on which day (S1-14, S1-19; domain §2.20).
 */
export interface PointRule {
  code: string;
  /** What is true of a person to whom it applies, for the sentence beside the points. */
  words: string;
  points: number;
}

/**
 * What must be known of a person for a rule to apply: a fact is one of some answers, is at least an amount (pence, lists), or
 * lies at most so many days back.
 */
export type When =
  | { fact: 'capacityConcern' | 'financialAbuse' | 'livesAlone' | 'bankTold'; is: readonly Tri[] }
  | { fact: 'ageBand'; is: readonly AgeBand[] }
  | { fact: 'isRevictimised'; is: readonly boolean[] }
  | { fact: 'lists' | 'lostPence'; atLeast: number }
  | { fact: 'lastOn'; withinDays: number };

/** A fact gives its points once. */
export const pointRules: readonly (PointRule & { when: When })[] = [
  {
    code: 'capacity-concern',
    words: 'There is a concern about mental capacity',
    points: 30,
    when: { fact: 'capacityConcern', is: ['yes'] },
  },
  {
    code: 'financial-abuse',
    words: 'There is a concern about financial abuse',
    points: 30,
    when: { fact: 'financialAbuse', is: ['yes'] },
  },
  { code: 'lives-alone', words: 'Lives alone', points: 10, when: { fact: 'livesAlone', is: ['yes'] } },
  { code: 'age-75', words: 'Is 75 or over', points: 10, when: { fact: 'ageBand', is: ['75-84', '85-plus'] } },
  { code: 'age-85', words: 'Is 85 or over', points: 10, when: { fact: 'ageBand', is: ['85-plus'] } },
  {
    code: 'three-lists',
    words: 'Is on three lists or more',
    points: 10,
    when: { fact: 'lists', atLeast: 3 },
  },
  {
    code: 'loss-1000',
    words: 'Has lost £1,000 or more',
    points: 10,
    when: { fact: 'lostPence', atLeast: 100_000 },
  },
  {
    code: 'loss-10000',
    words: 'Has lost £10,000 or more',
    points: 20,
    when: { fact: 'lostPence', atLeast: 1_000_000 },
  },
  {
    code: 'recent',
    words: 'It happened in the last three months',
    points: 15,
    when: { fact: 'lastOn', withinDays: 92 },
  },
  {
    code: 'bank-not-told',
    words: 'The bank has not been told',
    points: 10,
    when: { fact: 'bankTold', is: ['no'] },
  },
  {
    code: 'revictimised',
    words: 'Has become a victim again',
    points: 25,
    when: { fact: 'isRevictimised', is: [true] },
  },
];

/** At this many points and above. Edited in the same way as points. */
export const thresholdRules: readonly (PointRule & { risk: Exclude<Risk, 'standard'> })[] = [
  { code: 'high-from', risk: 'high', words: 'High risk from', points: 60 },
  { code: 'medium-from', risk: 'medium', words: 'Medium risk from', points: 30 },
];

/** Age bands, the youngest first, each with the age that nobody in it has reached; older than the last is not known. */
export const ageBandRules: readonly { band: AgeBand; under: number }[] = [
  { band: 'under-18', under: 18 },
  { band: '18-64', under: 65 },
  { band: '65-74', under: 75 },
  { band: '75-84', under: 85 },
  { band: '85-plus', under: 121 },
];

/** Rules that follow from who sees which lists: worked out for each agency by itself, and kept for no other. */
export const listRuleCodes: readonly string[] = pointRules
  .filter(({ when }) => when.fact === 'lists')
  .map(({ code }) => code);

export const allRules: readonly PointRule[] = [...pointRules, ...thresholdRules];
export const ruleCodes = allRules.map(({ code }) => code) as [string, ...string[]]; // the tables have lines

/** What decides who takes a person on. */
export interface RouteFacts {
  capacityConcern: string;
  financialAbuse: string;
}

interface RouteRule {
  when: Partial<RouteFacts>;
  to: 'officer' | 'warden';
  why: string;
}

/** The first line that fits (J1 step 6): a concern about capacity or financial abuse is for the officer, all else for wardens. */
export const routeRules: readonly RouteRule[] = [
  {
    when: { capacityConcern: 'yes' },
    to: 'officer',
    why: 'There is a concern about mental capacity, so the Victim Safeguarding Officer takes it on.',
  },
  {
    when: { financialAbuse: 'yes' },
    to: 'officer',
    why: 'There is a concern about financial abuse, so the Victim Safeguarding Officer takes it on.',
  },
  {
    when: {},
    to: 'warden',
    why: 'There is no concern about capacity or financial abuse, so a Community Warden visits.',
  },
];
