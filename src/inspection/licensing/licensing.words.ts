import { licensingObjectives, licensingOutcomes, licensingParties } from '../../../reference/licensing.ts';

const codesOf = <Code extends string>(rows: readonly { code: Code }[]) =>
  rows.map(({ code }) => code) as [Code, ...Code[]]; // none of the lists is empty
const nameIn =
  (rows: readonly { code: string; name: string }[]) =>
  (code: string): string =>
    rows.find((row) => row.code === code)?.name ?? code;

export const objectiveCodes = codesOf(licensingObjectives);
export const objectiveName = nameIn(licensingObjectives);
export const partyCodes = codesOf(licensingParties);
/** Who may ask for a review. */
export const applicants = licensingParties.filter(({ mayApply }) => mayApply);
export const applicantCodes = codesOf(applicants);
export const partyName = nameIn(licensingParties);
export const outcomeCodes = codesOf(licensingOutcomes);
export const outcomeName = nameIn(licensingOutcomes);
export type Outcome = (typeof licensingOutcomes)[number]['code'];

export const licensingStatuses = [
  'draft',
  'applied',
  'advertised',
  'hearing',
  'decided',
  'appealed',
  'in-effect',
  'rejected',
  'withdrawn',
  'void',
] as const;
export type LicensingStatus = (typeof licensingStatuses)[number];
export const licensingStatusWords: Record<LicensingStatus, string> = {
  draft: 'Being prepared',
  applied: 'Applied for',
  advertised: 'Open for representations',
  hearing: 'To be heard',
  decided: 'Decided',
  appealed: 'Under appeal',
  'in-effect': 'Over, the decision has effect',
  rejected: 'Application rejected',
  withdrawn: 'Application withdrawn',
  void: 'Draft discarded',
};

export const licensingKinds = ['review', 'summary'] as const;
export type LicensingKind = (typeof licensingKinds)[number];
export const licensingKindWords: Record<LicensingKind, string> = {
  review: 'Review (s.51)',
  summary: 'Summary review, on a certificate of the police (s.53A)',
};

export const appealResults = ['dismissed', 'changed', 'sent-back'] as const;
export const appealResultWords: Record<(typeof appealResults)[number], string> = {
  dismissed: 'Dismissed: the decision stands',
  changed: 'The court decided otherwise',
  'sent-back': 'Sent back to the licensing authority',
};
export const standings = ['for', 'against', 'neither'] as const;
export const standingWords: Record<(typeof standings)[number], string> = {
  for: 'For the review',
  against: 'Against the review',
  neither: 'Neither',
};

export const licensingPapers = ['application', 'notice', 'decision'] as const;
export type LicensingPaper = (typeof licensingPapers)[number];
export const licensingPaperWords: Record<LicensingPaper, string> = {
  application: 'Application for a review of a premises licence',
  notice: 'Notice of an application for a review',
  decision: 'Notice of the decision on a review',
};

/** One of each form, filled in rightly. */
export const licensingExamples = {
  draft: { premisesId: '@premisesId', kind: 'review' },
  step: { version: 1, reason: 'Opened for the wrong premises' },
  clock: { code: 'appeal', count: '21', source: 'Advice of our legal team, minute 12 of this year' },
} as const;
