import type { PenaltyOffence } from '../../reference/penalties.ts';
import type { Period } from './period.ts';

/** Where a notice stands. `overdue` is also told by the clock between two runs of the daily job. */
export const penaltyStatusWords = {
  draft: 'Draft',
  issued: 'Issued',
  representations: 'Being challenged',
  overdue: 'Overdue',
  reminded: 'Reminder sent',
  'paid-early': 'Paid early',
  'paid-full': 'Paid in full',
  cancelled: 'Cancelled',
  void: 'Void',
  referred: 'Referred for prosecution',
  convicted: 'Convicted',
  acquitted: 'Acquitted',
  withdrawn: 'Prosecution withdrawn',
  'time-barred': 'Out of time',
} as const;
export type PenaltyStatus = keyof typeof penaltyStatusWords;
export const penaltyStatuses = Object.keys(penaltyStatusWords) as [PenaltyStatus, ...PenaltyStatus[]]; // the keys of the table above

/** The offence as a notice names it. */
export const offenceWords: Record<PenaltyOffence, string> = {
  litter: 'Leaving litter',
  'graffiti-fly-posting': 'Graffiti or fly-posting',
  'fly-tipping': 'Fly-tipping',
  'household-waste-duty': 'Household waste duty of care',
  'waste-documents': 'Not producing waste documents',
  'waste-carrier-registration': 'Not producing waste carrier registration',
  'abandoned-vehicle': 'Abandoning a vehicle',
  'nuisance-vehicle': 'Nuisance vehicle trading or repair',
  'cpn-breach': 'Breach of a community protection notice',
  'pspo-breach': 'Breach of a public spaces protection order',
  'dog-fouling': 'Dog fouling',
  'engine-idling': 'Leaving an engine idling',
  smoking: 'Smoking in a smoke-free place',
  'noise-dwelling': 'Noise from a dwelling at night',
  'noise-licensed': 'Noise from licensed premises at night',
  'pnd-upper-tier': 'Penalty notice for disorder, upper tier',
  'pnd-lower-tier': 'Penalty notice for disorder, lower tier',
};
export const offences = Object.keys(offenceWords) as [PenaltyOffence, ...PenaltyOffence[]]; // the keys of the table above

/** Offences committed where somebody lives: the place of the offence says their address. */
export const offencesAtHome: readonly PenaltyOffence[] = [
  'cpn-breach',
  'noise-dwelling',
  'household-waste-duty',
];

/** What says who did it: each is something a court can test. */
export const identifiedByWords = {
  seen: 'Seen by an officer, who asked for the name',
  cctv: 'CCTV of the person or of the vehicle and its keeper',
  'paper-in-waste': 'Papers with a name and address in the waste',
  admission: 'Admitted in interview under caution',
  witness: 'A witness who gave a statement',
} as const;
export type IdentifiedBy = keyof typeof identifiedByWords;
export const identifiedBys = Object.keys(identifiedByWords) as [IdentifiedBy, ...IdentifiedBy[]]; // the keys of the table above

export const evidenceKindWords = {
  photo: 'Photograph',
  statement: 'Witness or officer statement',
  cctv: 'CCTV recording',
  document: 'Document found',
  admission: 'Interview record',
  signature: 'Signature',
} as const;
export type EvidenceKind = keyof typeof evidenceKindWords;
export const evidenceKinds = Object.keys(evidenceKindWords) as [EvidenceKind, ...EvidenceKind[]]; // the keys of the table above
/** What shows conduct over a time: whoever signs for a notice shows nothing of it. */
export const conductEvidenceKinds = evidenceKinds.filter((kind) => kind !== 'signature') as [
  EvidenceKind,
  ...EvidenceKind[],
]; // the others are left

interface Serving {
  words: string;
  /** When the law takes it as received, counted from the day it was sent; null: on that very day. */
  deemed: Period | null;
  usesAddress: boolean;
}
/**
 * How a notice may be served, and when the law takes it as received: for post, the Interpretation Act 1978 s.7 (ordinary
 * course of post; second working day by the courts' practice direction).
 */
export const serviceMethods = {
  'in-person': { words: 'Handed to the person', deemed: null, usesAddress: false },
  'left-at-address': { words: 'Left at their address', deemed: null, usesAddress: true },
  'first-class-post': {
    words: 'Sent by first-class post',
    deemed: { count: 2, unit: 'working-days', begins: 'after' },
    usesAddress: true,
  },
} as const satisfies Record<string, Serving>;
export type ServiceMethod = keyof typeof serviceMethods;
export const serviceMethodCodes = Object.keys(serviceMethods) as [ServiceMethod, ...ServiceMethod[]]; // the keys of the table above

/** Whether a letter reaches somebody without their address being written or gone to. */
export const servesWithoutAddress = (how: ServiceMethod): boolean => !serviceMethods[how].usesAddress;

export const documentKindWords = {
  notice: 'Fixed penalty notice',
  reminder: 'Reminder',
  'prosecution-file': 'Prosecution file index',
} as const;
export type DocumentKind = keyof typeof documentKindWords;
