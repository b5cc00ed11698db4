/**
 * A scheme of checked traders, by date: what is checked, which documents are asked, which periods run, who is told what. A row is
 * never edited: it is closed and a new one follows. `marking` says how far a row is known: the list of checks, the documents, the
 * legal statuses and the two fees stand on the pages of Kent's scheme; the periods are this product's proposals. Amounts of fees
 * are no rule: each scheme adopts its own, and no amount is shipped.
 */
interface Dated {
  validFrom: string;
  validTo: string | null;
  marking: 'verified' | 'general-knowledge' | 'proposal';
  source: string;
}
const kent = (source: string): Dated => ({
  validFrom: '2020-01-01',
  validTo: null,
  marking: 'verified',
  source,
});
const proposed = (source: string): Dated => ({
  validFrom: '2020-01-01',
  validTo: null,
  marking: 'proposal',
  source,
});

/** What the scheme itself finds out of a firm. What the intelligence side may know is asked besides, and is no item of this list. */
export interface TraderCheckItem extends Dated {
  code: string;
  name: string;
  hint: string;
  /** Asked only of firms in these trades; of every firm where it is left out. */
  trades?: readonly string[];
}
export const traderChecks: readonly TraderCheckItem[] = [
  {
    ...kent('TSC-checks'),
    code: 'complaints',
    name: 'Complaints and legislative compliance',
    hint: 'What trading standards and the Citizens Advice consumer service hold of the firm.',
  },
  {
    ...kent('TSC-checks'),
    code: 'credit',
    name: 'Credit: insolvency, bankruptcy, county court judgments',
    hint: 'The Insolvency Register, Companies House and the Register of Judgments.',
  },
  {
    ...kent('TSC-checks'),
    code: 'insurance',
    name: 'Public liability insurance',
    hint: 'The insurer confirmed it, and until when.',
  },
  {
    ...kent('TSC-checks'),
    code: 'address',
    name: 'Trading address',
    hint: 'Verified, by a visit or a paper that is not the proof of identity.',
  },
  {
    ...kent('TSC-checks'),
    code: 'identity',
    name: 'Identity of each owner and director',
    hint: 'One identity document, and one different proof of address.',
  },
  {
    ...kent('TSC-checks'),
    code: 'accreditation',
    name: 'Mandatory accreditations and qualifications',
    hint: 'Gas Safe, asbestos, street works: held with the body that gives it.',
  },
  {
    ...kent('TSC-reg'),
    code: 'waste-carrier',
    name: 'Waste-carrier registration',
    hint: 'Looked up in the public register of the Environment Agency.',
    trades: ['waste-clearance'],
  },
  {
    ...kent('TSC-checks'),
    code: 'trading-history',
    name: 'Trading history and open sources',
    hint: 'Earlier firms of the owners, the web site and what is advertised.',
  },
];

/** Documents that a firm shows. `each`: one of every owner and director. */
export interface TraderProofKind extends Dated {
  code: string;
  name: string;
  each: boolean;
  isNeeded: boolean;
  trades?: readonly string[];
}
export const traderProofs: readonly TraderProofKind[] = [
  {
    ...kent('TSC-reg'),
    code: 'insurance',
    name: 'Public liability insurance certificate',
    each: false,
    isNeeded: true,
  },
  { ...kent('TSC-reg'), code: 'identity', name: 'Proof of identity', each: true, isNeeded: true },
  {
    ...kent('TSC-reg'),
    code: 'address',
    name: 'Proof of address, a different paper',
    each: true,
    isNeeded: true,
  },
  { ...kent('TSC-reg'), code: 'photo', name: 'Photograph', each: true, isNeeded: true },
  {
    ...kent('TSC-reg'),
    code: 'waste-carrier',
    name: 'Waste-carrier registration',
    each: false,
    isNeeded: true,
    trades: ['waste-clearance'],
  },
  {
    ...kent('TSC-reg'),
    code: 'gas-safe',
    name: 'Gas Safe registration',
    each: false,
    isNeeded: true,
    trades: ['heating'],
  },
  { ...kent('TSC-reg'), code: 'other', name: 'Another licence or certificate', each: false, isNeeded: false },
];

/** Trades of home improvement and maintenance that the scheme takes: a short list of its own. */
export const traderTrades = [
  { code: 'roofing', name: 'Roofing' },
  { code: 'building', name: 'Building and extensions' },
  { code: 'heating', name: 'Heating and plumbing' },
  { code: 'electrical', name: 'Electrical work' },
  { code: 'gardening', name: 'Gardens and trees' },
  { code: 'waste-clearance', name: 'Waste clearance' },
  { code: 'decorating', name: 'Painting and decorating' },
] as const;

/** Legal statuses in which a firm may apply (TSC-terms). */
export const traderLegalStatuses = [
  { code: 'sole-trader', name: 'Sole trader' },
  { code: 'partnership', name: 'Partnership' },
  { code: 'ltd', name: 'Private limited company' },
  { code: 'plc', name: 'Public limited company' },
  { code: 'guarantee', name: 'Company limited by guarantee' },
  { code: 'llp', name: 'Limited liability partnership' },
  { code: 'cic', name: 'Community interest company' },
  { code: 'society', name: 'Society registered with the Financial Conduct Authority' },
] as const;

/**
 * Broad reasons of a refusal, a suspension or an expulsion. A firm is told one of them and nothing else; «fit and proper» stands
 * for everything that is confidential, whoever found it.
 */
export const traderGrounds = [
  { code: 'fit-and-proper', name: 'The fit and proper test is not met' },
  { code: 'documents', name: 'Documents are missing or do not hold' },
  { code: 'insurance', name: 'There is no insurance that covers the work' },
  { code: 'credit', name: 'The financial checks are not met' },
  { code: 'qualification', name: 'A registration or qualification that the work needs is missing' },
  { code: 'complaints', name: 'Complaints about the firm' },
  { code: 'terms', name: 'The terms of the scheme were not kept' },
] as const;

/** Conditions that an answer may name. A closed list: no words cross from the intelligence side. */
export const vettingConditions = [
  { code: 'inspect-jobs', name: 'Three finished jobs are looked at in the first six months' },
  { code: 'early-review', name: 'The membership is reviewed after six months' },
  { code: 'named-people', name: 'Only the named owners and directors trade under the membership' },
  { code: 'no-deposits', name: 'No deposits before the work begins' },
] as const;

export type TraderPeriodCode =
  | 'membership-months'
  | 'renew-before-days'
  | 'appeal-days'
  | 'answer-working-days'
  | 'round-weekday'
  | 'complaints-review'
  | 'complaints-window-days';
export interface TraderPeriod extends Dated {
  code: TraderPeriodCode;
  name: string;
  count: number;
}
export const traderPeriods: readonly TraderPeriod[] = [
  { ...kent('TSC-terms'), code: 'membership-months', name: 'Months of a membership', count: 12 },
  {
    ...proposed('product'),
    code: 'renew-before-days',
    name: 'Days before its end from which a membership can be renewed',
    count: 60,
  },
  {
    ...proposed('product'),
    code: 'appeal-days',
    name: 'Days to appeal, after the day of the letter',
    count: 28,
  },
  {
    ...proposed('product'),
    code: 'answer-working-days',
    name: 'Working days that the intelligence side has at the least',
    count: 10,
  },
  {
    ...proposed('product'),
    code: 'round-weekday',
    name: 'Weekday on which answers cross, Monday is 1',
    count: 4,
  },
  {
    ...proposed('product'),
    code: 'complaints-review',
    name: 'Complaints upheld after which a membership is looked at',
    count: 2,
  },
  {
    ...proposed('product'),
    code: 'complaints-window-days',
    name: 'Days back in which complaints count',
    count: 365,
  },
];

/** The rows of a list that hold on a day. */
export const heldOn = <Row extends Dated>(rows: readonly Row[], day: string): readonly Row[] =>
  rows.filter((row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo));

/** A period on a day; throws where none was in force, which the tests of the list exclude. */
export function traderPeriodOn(code: TraderPeriodCode, day: string): number {
  const row = heldOn(traderPeriods, day).find((each) => each.code === code);
  if (!row) throw new RangeError(`No period ${code} on ${day}`);
  return row.count;
}
