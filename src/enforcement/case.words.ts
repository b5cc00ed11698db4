export const caseStatusWords = {
  open: 'Open',
  'at-meeting': 'On an agenda',
  enforcing: 'Enforcement under way',
  closed: 'Closed',
} as const;
export type CaseStatus = keyof typeof caseStatusWords;
export const caseStatuses = Object.keys(caseStatusWords) as [CaseStatus, ...CaseStatus[]]; // the keys of the table above

/** How a case ended. */
export const caseOutcomes = [
  'solved',
  'reduced',
  'enforced',
  'no-evidence',
  'passed-on',
  'not-solved',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];
export const caseOutcomeWords: Record<CaseOutcome, string> = {
  solved: 'Solved',
  reduced: 'Less of it, still watched',
  enforced: 'Ended by enforcement',
  'no-evidence': 'Nothing found',
  'passed-on': 'Passed to somebody outside the partnership',
  'not-solved': 'Not solved',
};
