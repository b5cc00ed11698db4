/**
 * Premises, test purchases, inspections and awards as dated rows with their source. A row marked `general-knowledge` or `proposal` was
 * not found in a source: it is shown as such, and a partnership changes it before relying on it.
 */
interface Dated {
  validFrom: string;
  validTo: string | null;
  marking: 'verified' | 'general-knowledge' | 'proposal';
  source: string;
}
const since = { validFrom: '2010-01-01', validTo: null } as const;
const proposal = { ...since, marking: 'proposal', source: 'product' } as const;
const known = { ...since, marking: 'general-knowledge', source: 'GK' } as const;

/** The rows that hold on a day. */
export const inForceOn = <Row extends Dated>(rows: readonly Row[], day: string): readonly Row[] =>
  rows.filter((row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo));

interface Named {
  code: string;
  name: string;
}
/** Kinds of premises (S0-24, S2-54, S2-56, S4-21, S4-30). */
export const premisesKinds = [
  { code: 'off-licence', name: 'Off-licence or shop that sells alcohol' },
  { code: 'on-licence', name: 'Pub, bar or club' },
  { code: 'restaurant', name: 'Restaurant or late-night refreshment' },
  { code: 'tobacco', name: 'Shop that sells tobacco or vapes' },
  { code: 'hotel', name: 'Hotel or guest house' },
  { code: 'food', name: 'Food business' },
  { code: 'nail-bar', name: 'Nail bar' },
  { code: 'animal', name: 'Animal business' },
  { code: 'process', name: 'Permitted industrial process' },
  { code: 'park-homes', name: 'Mobile-home or caravan site' },
] as const satisfies readonly Named[];

export const riskRatings = [
  { code: 'high', name: 'High' },
  { code: 'medium', name: 'Medium' },
  { code: 'low', name: 'Low' },
] as const satisfies readonly Named[];
export type RiskRating = (typeof riskRatings)[number]['code'];

/** How often premises of a risk are inspected, in months; a kind of its own before the rest. */
export interface InspectionFrequency extends Dated {
  kind: string | null;
  risk: RiskRating;
  months: number;
}
const every = (kind: string | null, risk: RiskRating, months: number): InspectionFrequency => ({
  ...proposal,
  ...{ kind, risk, months },
});
export const inspectionFrequencies: readonly InspectionFrequency[] = [
  { ...known, kind: 'food', risk: 'high', months: 6 },
  { ...known, kind: 'food', risk: 'medium', months: 18 },
  { ...known, kind: 'food', risk: 'low', months: 36 },
  every(null, 'high', 6),
  every(null, 'medium', 12),
  every(null, 'low', 36),
];

/** Why premises are chosen: the code of practice wants intelligence and complaints. That they come round on a list is no reason. */
export const selectionBases = [
  { code: 'complaint', name: 'A complaint about sales there' },
  { code: 'intelligence', name: 'Intelligence, in the words that were given for it' },
  { code: 'failed-before', name: 'They failed a test before' },
  { code: 'concern', name: 'They are premises of concern' },
] as const satisfies readonly Named[];
export type SelectionBasis = (typeof selectionBases)[number]['code'];

/** `isYoung`: whoever asks to buy is under the age at which it may be sold, so that a sale is unlawful. */
export const testTypes = [
  { code: 'underage', name: 'Underage sale', isYoung: true },
  { code: 'fake-id', name: 'Fake ID / Challenge 25', isYoung: false },
] as const satisfies readonly (Named & { isYoung: boolean })[];
/**
 * `soldFrom`: the age in years from which it may be sold. Of alcohol by the Licensing Act 2003 s.147A; of the others general knowledge,
 * to be confirmed before it is relied upon.
 */
export const products = [
  { code: 'alcohol', name: 'Alcohol', soldFrom: 18 },
  { code: 'tobacco', name: 'Tobacco', soldFrom: 18 },
  { code: 'vapes', name: 'Vapes', soldFrom: 18 },
  { code: 'knives', name: 'Knives', soldFrom: 18 },
  { code: 'fireworks', name: 'Fireworks', soldFrom: 18 },
] as const satisfies readonly (Named & { soldFrom: number })[];
/** A parent agrees in writing too where the volunteer is younger (code of practice; general knowledge). */
export const parentAgreesUnder = 18;

/** Other areas' rates of failure, as a comparison and never as a target. */
export interface Benchmark extends Dated {
  product: string;
  failPercent: number;
  period: string;
  words: string;
}
export const benchmarks: readonly Benchmark[] = [
  {
    ...{
      ...since,
      product: 'alcohol',
      failPercent: 22,
      period: '2018/19',
      marking: 'verified',
      source: 'ACTSO',
    },
    words: 'Average of the trading standards services that answered',
  },
  {
    ...{
      ...since,
      product: 'tobacco',
      failPercent: 10,
      period: '2018/19',
      marking: 'verified',
      source: 'ACTSO',
    },
    words: 'Average of the trading standards services that answered',
  },
];

/** What somebody does on a test-purchase operation and the power that it needs. */
export interface PurchasePart extends Dated, Named {
  power: string | null;
  legalBasis: string;
}
export const purchaseParts: readonly PurchasePart[] = [
  {
    ...known,
    code: 'request-purchase',
    name: 'Ask the volunteer to buy',
    power: 'test-purchase.request',
    legalBasis:
      'Licensing Act 2003 ss.149(2) and 152(4): at the request of a constable or an inspector of weights and measures who acts in the course of duty',
  },
  {
    ...{ ...since, marking: 'verified', source: 'PND-HC' },
    code: 'issue-penalties',
    name: 'Give penalties to sellers',
    power: 'fpn.pnd-upper-tier',
    legalBasis: 'Criminal Justice and Police Act 2001 s.2',
  },
  {
    ...known,
    code: 'chaperone',
    name: 'Stay in sight of the volunteer',
    power: null,
    legalBasis: 'Code of practice, welfare of young people: no power of their own is used',
  },
  {
    ...proposal,
    code: 'keep-record',
    name: 'Record the attempts',
    power: null,
    legalBasis: 'Anybody who is asked to',
  },
];

/** What can come of an attempt, and whether something was sold. */
export type AttemptResult =
  | 'pass_refused'
  | 'pass_challenged_refused'
  | 'fail_sold'
  | 'fail_sold_after_challenge'
  | 'void';
/** What can follow of an attempt. */
export type FollowUpKind =
  | 'pnd'
  | 'warning'
  | 'training'
  | 'refusals-book'
  | 're-inspection'
  | 'licence-review';

/** What is offered after a result, and within how many days it should be done. A passed test is told, and trained for, too. */
export interface FollowUpRule extends Dated {
  kind: FollowUpKind;
  name: string;
  results: readonly AttemptResult[];
  dueDays: number | null;
}
const fails = ['fail_sold', 'fail_sold_after_challenge'] as const;
const passes = ['pass_refused', 'pass_challenged_refused'] as const;
export const followUpRules: readonly FollowUpRule[] = [
  {
    ...{ ...since, marking: 'verified', source: 'PND13' },
    ...{
      kind: 'pnd',
      name: 'FPN to the seller (penalty notice for disorder)',
      results: fails,
      dueDays: null,
    },
  },
  { ...proposal, kind: 'warning', name: 'Warning to the seller', results: fails, dueDays: null },
  { ...proposal, kind: 'training', name: 'Staff training', results: [...passes, ...fails], dueDays: 60 },
  { ...proposal, kind: 'refusals-book', name: 'Refusals book', results: [...passes, ...fails], dueDays: 28 },
  { ...proposal, kind: 're-inspection', name: 'Compliance re-inspection', results: fails, dueDays: 42 },
  { ...proposal, kind: 'licence-review', name: 'Licence review', results: fails, dueDays: null },
];

/** Persistent selling: Licensing Act 2003 s.147A, and the closure notice of s.169A. */
export const persistentSelling = {
  ...{ ...since, marking: 'verified', source: 'LA147A' },
  product: 'alcohol',
  /** The offence is a sale to somebody under this age. */
  underAge: 18,
  sales: 2,
  months: 3,
  legalBasis: 'Licensing Act 2003 s.147A',
} as const;
export interface ClosureNoticeRule extends Dated {
  leastHours: number;
  mostHours: number;
  /** Whoever holds it by office: a police officer of the rank of superintendent or above, or an inspector of weights and measures. */
  power: string;
  who: string;
  legalBasis: string;
}
export const persistentClosure: ClosureNoticeRule = {
  ...{ ...since, marking: 'verified', source: 'LA169A', leastHours: 48, mostHours: 336 },
  power: 'closure.persistent-selling',
  who: 'a superintendent or above, or an inspector of weights and measures',
  legalBasis: 'Licensing Act 2003 s.169A',
};
export const persistentChoices = [
  { code: 'licence-review', name: 'Apply for a review of the licence' },
  { code: 'closure-notice', name: 'Closure notice of 48 to 336 hours' },
  { code: 'prosecution', name: 'Prosecute the licence holder' },
  { code: 'no-action', name: 'Nothing further now' },
] as const satisfies readonly Named[];

/** Kinds of visit, and what it can come to. */
export const visitKinds = [
  { code: 'inspection', name: 'Inspection of the programme' },
  { code: 'revisit', name: 'Revisit' },
  { code: 'compliance', name: 'Compliance re-inspection after a failed test' },
  { code: 'joint', name: 'Joint visit' },
  { code: 'compliance-meeting', name: 'Compliance meeting' },
] as const satisfies readonly Named[];
/** `revisitDays`: by when premises are seen again after such a result. `isVisit`: whether anything was seen; if not, the same visit is planned anew. */
export const visitResults = [
  { code: 'compliant', name: 'Compliant', revisitDays: null, isVisit: true },
  { code: 'broadly-compliant', name: 'Broadly compliant', revisitDays: null, isVisit: true },
  { code: 'not-compliant', name: 'Not compliant', revisitDays: 28, isVisit: true },
  { code: 'no-access', name: 'No access', revisitDays: 14, isVisit: false },
] as const;
export const findingKinds = [
  { code: 'licence-conditions', name: 'Licence conditions' },
  { code: 'outside-space', name: 'Use of outside space after hours' },
  { code: 'health-and-safety', name: 'Health and safety' },
  { code: 'immigration', name: 'Immigration' },
  { code: 'money-laundering', name: 'Money laundering' },
  { code: 'food-hygiene', name: 'Food hygiene' },
  { code: 'underage-policy', name: 'Age policy or refusals book' },
] as const satisfies readonly Named[];

export const schemeKinds = [
  { code: 'nightsafe', name: 'Nightsafe award', hasAward: true },
  { code: 'hotel-watch', name: 'Hotel Watch', hasAward: false },
  { code: 'alcohol-partnership', name: 'Community Alcohol Partnership', hasAward: false },
] as const;

export type AwardLevel = 'bronze' | 'silver' | 'gold';
export type CriterionWeight = 'essential' | 'desirable' | 'bonus';
/** One line of the scoring matrix. */
export interface AwardCriterion extends Dated, Named {
  heading: string;
  weight: CriterionWeight;
}
const line = (heading: string, weight: CriterionWeight, code: string, name: string): AwardCriterion => ({
  ...proposal,
  ...{ source: 'BBN', heading, weight, code, name },
});
/** The headings are those of the seed's scheme; the lines beneath are a proposal in the manner of Best Bar None. */
export const awardCriteria: readonly AwardCriterion[] = [
  line(
    'Crime and disorder',
    'essential',
    'incident-book',
    'Incidents are written down and shown to the police',
  ),
  line('Crime and disorder', 'desirable', 'search-policy', 'A policy on drugs and searches is in use'),
  line('Public safety', 'essential', 'fire-risk', 'The fire risk assessment is in date'),
  line('Public safety', 'bonus', 'first-aid', 'A trained first-aider is there each evening'),
  line('Nuisance', 'essential', 'dispersal', 'Guests leave by a dispersal policy that staff know'),
  line('Nuisance', 'desirable', 'neighbours', 'Neighbours know whom to ring'),
  line(
    'Children from harm',
    'essential',
    'challenge-25',
    'Challenge 25 is used, and refusals are written down',
  ),
  line('Health', 'desirable', 'water-food', 'Free water is offered, and food is served late'),
  line('Health', 'bonus', 'low-alcohol', 'Drinks of low or no alcohol are promoted'),
  line('Vulnerability', 'essential', 'vulnerability', 'Staff are trained to look after vulnerable guests'),
  line('Vulnerability', 'bonus', 'safe-home', 'The premises help people to get home safely'),
];
/** Each level asks for every line of these weights: `V[BBN]`. */
export const awardLevels: readonly { level: AwardLevel; name: string; asks: readonly CriterionWeight[] }[] = [
  { level: 'gold', name: 'Gold', asks: ['essential', 'desirable', 'bonus'] },
  { level: 'silver', name: 'Silver', asks: ['essential', 'desirable'] },
  { level: 'bronze', name: 'Bronze', asks: ['essential'] },
];
/** A failed test in so many months before blocks the award, which then runs for so many. */
export const awardRule = { ...proposal, failMonths: 12, validMonths: 12 } as const;
