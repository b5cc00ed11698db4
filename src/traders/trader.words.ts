import {
  traderGrounds,
  traderLegalStatuses,
  traderProofs,
  traderTrades,
} from '../../reference/trader-scheme.ts';

export const traderStatuses = [
  'applied',
  'checking',
  'member',
  'renewing',
  'suspended',
  'refused',
  'appealed',
  'expelled',
  'withdrawn',
  'lapsed',
  'left',
] as const;
export type TraderStatus = (typeof traderStatuses)[number];
export const traderStatusWords: Readonly<Record<TraderStatus, string>> = {
  applied: 'Applied',
  checking: 'Being checked',
  member: 'Member',
  renewing: 'Member, being renewed',
  suspended: 'Suspended',
  refused: 'Refused',
  appealed: 'Appeal being decided',
  expelled: 'Expelled',
  withdrawn: 'Withdrawn',
  lapsed: 'Membership ran out',
  left: 'Left the scheme',
};

type Codes = readonly [string, ...string[]];
const codesOf = (rows: readonly { code: string }[]): Codes =>
  rows.map(({ code }) => code) as unknown as Codes; // every list of the scheme has rows
const nameIn = (rows: readonly { code: string; name: string }[]) => (code: string) =>
  rows.find((row) => row.code === code)?.name ?? code;

export const tradeCodes = codesOf(traderTrades);
export const tradeName = nameIn(traderTrades);
export const legalStatusCodes = codesOf(traderLegalStatuses);
export const legalStatusName = nameIn(traderLegalStatuses);
export const groundCodes = codesOf(traderGrounds);
export const groundName = nameIn(traderGrounds);
export const proofCodes = codesOf(traderProofs);
export const proofName = nameIn(traderProofs);

export const checkResults = ['met', 'not-met', 'not-needed'] as const;
export type CheckResult = (typeof checkResults)[number];
export const checkResultWords: Readonly<Record<CheckResult, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  'not-needed': 'Not needed',
};

export const feeKinds = ['vetting', 'membership'] as const;
export type FeeKind = (typeof feeKinds)[number];
export const feeKindWords: Readonly<Record<FeeKind, string>> = {
  vetting: 'Vetting fee, not refunded',
  membership: 'Membership fee, refunded if refused',
};

export const complaintOutcomes = ['upheld', 'not-upheld', 'settled'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];
export const complaintOutcomeWords: Readonly<Record<ComplaintOutcome, string>> = {
  upheld: 'Upheld',
  'not-upheld': 'Not upheld',
  settled: 'Settled between them, by ADR or otherwise',
};

export const letterKinds = ['acceptance', 'refusal', 'suspension', 'expulsion'] as const;
export type LetterKind = (typeof letterKinds)[number];
export const letterWords: Readonly<Record<LetterKind, string>> = {
  acceptance: 'Letter of acceptance',
  refusal: 'Letter of refusal',
  suspension: 'Letter of suspension',
  expulsion: 'Letter of expulsion',
};

/** Bodies for the suites and the API's documentation. */
export const traderExamples = {
  draft: {
    firmName: 'Samples of Wendmere Clearances',
    legalStatus: 'sole-trader',
    trades: ['waste-clearance'],
    carrierNumber: 'CBDU000000',
    phone: '01632 960111',
    vehicles: 'QX19 SMP',
    address: '1 Sample Yard',
    postcode: '@postcode',
  },
  person: { name: 'Sam Sampleford', dateOfBirth: '1980-01-01', address: '2 Sample Street' },
  proof: { kind: 'insurance', words: 'Certificate seen', validUntil: '2027-11-20' },
  payment: { kind: 'vetting', pounds: '60', paidOn: '2026-11-19', paymentReference: 'TILL-1' },
  check: { items: [{ item: 'credit', result: 'met', words: 'Nothing on the registers' }] },
  complaint: { receivedOn: '2026-11-18', words: 'Work left unfinished' },
  decide: { outcome: 'upheld', words: 'No reply to three letters' },
  step: { version: 1, reason: 'Asked for by the firm' },
  fee: { kind: 'vetting', pounds: '65', startsOn: '2027-04-01', source: 'Decision of the scheme board' },
};
