/** Where a file of community protection stands. */
export const protectionStatusWords = {
  drafted: 'Warning drafted',
  warned: 'Warning served',
  complied: 'Complied',
  'not-complied': 'Warning not complied with',
  'notice-served': 'Notice served',
  appealed: 'Under appeal',
  varied: 'Notice varied by the court',
  breached: 'Notice breached',
  prosecuted: 'Being prosecuted',
  convicted: 'Convicted of the breach',
  acquitted: 'Acquitted of the breach',
  discharged: 'Discharged',
  void: 'Draft discarded',
} as const;
export type ProtectionStatus = keyof typeof protectionStatusWords;
export const protectionStatuses = Object.keys(protectionStatusWords) as [
  ProtectionStatus,
  ...ProtectionStatus[],
]; // the keys of the table above

/** What the conduct is, in words that may stand in a published table. */
export const conductKindWords = {
  noise: 'Noise',
  arguing: 'Arguing and shouting',
  smells: 'Smells',
  visitors: 'Visitors at all hours',
  'waste-dumped': 'Dumping of waste',
  'waste-burnt': 'Burning of waste',
  'untidy-land': 'Overgrown or untidy land',
  animals: 'Animals not kept under control',
  vehicles: 'Vehicles repaired or raced',
  begging: 'Aggressive begging',
} as const;
export type ConductKind = keyof typeof conductKindWords;
export const conductKinds = Object.keys(conductKindWords) as [ConductKind, ...ConductKind[]]; // the keys of the table above

export const subjectKindWords = { person: 'A person', body: 'A business or other body' } as const;
export type SubjectKind = keyof typeof subjectKindWords;
export const subjectKinds = Object.keys(subjectKindWords) as [SubjectKind, ...SubjectKind[]]; // the keys of the table above

/** What a warning or notice may ask: Anti-social Behaviour, Crime and Policing Act 2014 s.43(3). */
export const requirementKindWords = {
  stop: 'Stop doing',
  do: 'Do',
  steps: 'Take reasonable steps to achieve',
} as const;
export type RequirementKind = keyof typeof requirementKindWords;
export const requirementKinds = Object.keys(requirementKindWords) as [RequirementKind, ...RequirementKind[]]; // the keys of the table above

/** What a person may say in an appeal: s.46(1). */
export const appealGroundWords = {
  'did-not-happen': 'The conduct did not happen',
  'no-detriment': 'It has no detrimental effect on the quality of life in the locality',
  'not-persistent': 'It is not persistent or continuing',
  'not-unreasonable': 'It is not unreasonable',
  'no-control': 'The person cannot reasonably be expected to control or affect it',
  'requirement-unreasonable': 'A requirement, or the time given for it, is unreasonable',
  defect: 'There is a material defect or error in the notice',
  'wrong-person': 'The notice was issued to the wrong person',
} as const;
export type AppealGround = keyof typeof appealGroundWords;
export const appealGrounds = Object.keys(appealGroundWords) as [AppealGround, ...AppealGround[]]; // the keys of the table above

/** Why a file ends besides compliance, in words that may stand in a published table. */
export const endingWords = {
  'closure-order': 'Ended because a closure order was made',
  moved: 'Ended because the person or body has left',
  withdrawn: 'Withdrawn by the issuer',
  quashed: 'Notice quashed on appeal',
} as const;
export type Ending = keyof typeof endingWords;
/** What an officer may choose; a court quashes, and its step says so. */
export const endings = ['closure-order', 'moved', 'withdrawn'] as const satisfies readonly Ending[];

export const letterKindWords = {
  warning: 'Community protection warning',
  notice: 'Community protection notice',
} as const;
export type LetterKind = keyof typeof letterKindWords;

/** Examples for the API's documentation and the suites that drive every route. */
export const protectionExamples = {
  draft: {
    kind: 'person',
    name: 'A person',
    conductKinds: ['waste-burnt'],
    conduct: 'Burning waste in the garden on most evenings',
    isDetrimental: 'yes',
    isPersistent: 'yes',
    isUnreasonable: 'yes',
    complyDays: 14,
  },
  evidence: { kind: 'statement', happenedOn: '2026-11-19', words: 'What the officer saw' },
  requirement: { version: 1, kind: 'stop', words: 'burning waste' },
  step: { version: 1, on: '2026-11-20', reason: 'Visited: no waste' },
};
