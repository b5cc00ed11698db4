/** Where an encampment stands. */
export const encampmentStatusWords = {
  reported: 'Reported',
  assessed: 'Welfare assessed',
  tolerated: 'Tolerated for now',
  directed: 'Directed to leave',
  complained: 'Before the court',
  ordered: 'Removal ordered',
  removed: 'Removed',
  left: 'Left by themselves',
  ended: 'Ended',
  void: 'Reported by mistake',
} as const;
export type EncampmentStatus = keyof typeof encampmentStatusWords;
export const encampmentStatuses = Object.keys(encampmentStatusWords) as [
  EncampmentStatus,
  ...EncampmentStatus[],
]; // the keys of the table above

/** On what a direction can be given: s.77(1). */
export const landKindWords = {
  highway: 'Land forming part of a highway',
  unoccupied: 'Other unoccupied land',
  occupied: 'Occupied land, without the occupier’s consent',
} as const;
export type LandKind = keyof typeof landKindWords;
export const landKinds = Object.keys(landKindWords) as [LandKind, ...LandKind[]]; // the keys of the table above

export const welfareAnswerWords = { found: 'Yes', none: 'No' } as const;
export type WelfareAnswer = keyof typeof welfareAnswerWords;
export const welfareAnswers = Object.keys(welfareAnswerWords) as [WelfareAnswer, ...WelfareAnswer[]]; // the keys of the table above

/** What the police decided; the council writes it down as the police gave it. */
export const policeDecisionWords = {
  'direct-61': 'The police direct them to leave (s.61)',
  'direct-62a': 'The police direct them to a pitch on a site (s.62A)',
  none: 'The police give no direction',
} as const;
export type PoliceDecision = keyof typeof policeDecisionWords;
export const policeDecisions = Object.keys(policeDecisionWords) as [PoliceDecision, ...PoliceDecision[]]; // the keys of the table above

/** The parts of the National Decision Model, as a decision is written down by it. */
export const decisionPartWords = {
  information: 'What is known: information and intelligence',
  risk: 'Threat and risk, and what is to be achieved',
  powers: 'Powers and policy',
  options: 'Options, and what could go wrong with each',
  outcome: 'What was decided, and when it is looked at again',
} as const;
export type DecisionPart = keyof typeof decisionPartWords;
export const decisionParts = Object.keys(decisionPartWords) as [DecisionPart, ...DecisionPart[]]; // the keys of the table above

/** How a paper is served on the land: s.79 (general knowledge). */
export const landServiceWords = {
  'fixed-vehicles': 'Fixed in a prominent place to each vehicle',
  'given-occupants': 'A copy given to whoever was there',
  'shown-land': 'Displayed on the land where it will be seen',
  'given-owner': 'A copy given to the owner and occupier of the land',
} as const;
export type LandService = keyof typeof landServiceWords;
export const landServices = Object.keys(landServiceWords) as [LandService, ...LandService[]]; // the keys of the table above

export const encampmentPaperWords = {
  direction: 'Direction to leave land',
  'removal-notice': 'Notice of removal',
} as const;
export type EncampmentPaper = keyof typeof encampmentPaperWords;
export const encampmentPapers = Object.keys(encampmentPaperWords) as [EncampmentPaper, ...EncampmentPaper[]]; // the keys of the table above

/** Said on every form that takes words: what is never written down. */
export const neverWritten =
  'Count people, name nobody, and write nothing of anybody’s ethnic origin or belief: it decides nothing here.';

/** Examples for the API's documentation and the suites that drive every route. */
export const encampmentExamples = {
  report: {
    landKind: 'unoccupied',
    landWords: 'The field behind the sports hall',
    arrivedOn: '2026-11-18',
    caravans: '4',
    vehicles: '3',
  },
  welfare: { version: 1, items: [{ item: 'health', answer: 'none', words: 'Asked at each caravan' }] },
  vehicle: { version: 1, mark: 'AB12 CDE', words: 'White van' },
  step: { version: 1, reason: 'Reported twice' },
};
