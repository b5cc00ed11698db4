/** Where a closure stands. */
export const closureStatusWords = {
  prepared: 'Being prepared',
  consulted: 'Consulted',
  'notice-served': 'Notice served',
  applied: 'Before the court',
  adjourned: 'Adjourned',
  ordered: 'Order made',
  extended: 'Order extended',
  refused: 'Refused by the court',
  cancelled: 'Notice cancelled',
  lapsed: 'Notice ran out',
  ended: 'Ended',
  void: 'Draft discarded',
} as const;
export type ClosureStatus = keyof typeof closureStatusWords;
export const closureStatuses = Object.keys(closureStatusWords) as [ClosureStatus, ...ClosureStatus[]]; // the keys of the table above

export const premisesKindWords = {
  dwelling: 'A home',
  licensed: 'Licensed premises',
  commercial: 'A shop or other business',
  land: 'Land or an outbuilding',
} as const;
export type PremisesKind = keyof typeof premisesKindWords;
export const premisesKinds = Object.keys(premisesKindWords) as [PremisesKind, ...PremisesKind[]]; // the keys of the table above

/** What a notice rests on: s.76(1). */
export const closureGroundWords = {
  nuisance: 'Use of the premises has resulted in nuisance to members of the public',
  'nuisance-likely': 'Use of the premises is likely soon to result in nuisance to members of the public',
  disorder: 'There has been disorder near the premises associated with their use',
  'disorder-likely': 'There is likely soon to be disorder near the premises associated with their use',
} as const;
export type ClosureGround = keyof typeof closureGroundWords;
export const closureGrounds = Object.keys(closureGroundWords) as [ClosureGround, ...ClosureGround[]]; // the keys of the table above

export const relationWords = {
  lives: 'Habitually lives there',
  owner: 'Owns it',
  controls: 'Controls or runs it',
  visits: 'Visits',
} as const;
export type Relation = keyof typeof relationWords;
export const relations = Object.keys(relationWords) as [Relation, ...Relation[]]; // the keys of the table above

/** Whom a notice may not keep out: s.76(4). */
export const alwaysAdmitted: readonly Relation[] = ['lives', 'owner'];

export const checkAnswerWords = {
  found: 'Yes',
  none: 'No, or it does not apply',
} as const;
export type CheckAnswer = keyof typeof checkAnswerWords;
export const checkAnswers = Object.keys(checkAnswerWords) as [CheckAnswer, ...CheckAnswer[]]; // the keys of the table above

/** How a notice is served, so far as is reasonably practicable: s.79 (general knowledge). */
export const serviceWayWords = {
  'fixed-prominent': 'Fixed to a prominent place on the premises',
  'fixed-access': 'Fixed to each normal way in',
  'fixed-outbuildings': 'Fixed to the outbuildings used with them',
  'given-control': 'A copy given to whoever controls or owns them',
  'given-residents': 'A copy given to those who live there',
} as const;
export type ServiceWay = keyof typeof serviceWayWords;
export const serviceWays = Object.keys(serviceWayWords) as [ServiceWay, ...ServiceWay[]]; // the keys of the table above

export const closureEndingWords = {
  expired: 'The order ran its time',
  discharged: 'Discharged by the court',
  quashed: 'Quashed on appeal',
} as const;
export type ClosureEnding = keyof typeof closureEndingWords;
export const closureEndings = Object.keys(closureEndingWords) as [ClosureEnding, ...ClosureEnding[]]; // the keys of the table above

export const closurePaperWords = {
  notice: 'Closure notice',
  'notice-extension': 'Extension of a closure notice',
  cancellation: 'Cancellation of a closure notice',
} as const;
export type ClosurePaper = keyof typeof closurePaperWords;
export const closurePapers = Object.keys(closurePaperWords) as [ClosurePaper, ...ClosurePaper[]]; // the keys of the table above

/** Said of a file in place of anything that would say who lives there. */
export const askSafeguarding = 'Ask the safeguarding side';

/** Examples for the API's documentation and the suites that drive every route. */
export const closureExamples = {
  draft: {
    premisesKind: 'dwelling',
    address: '4 Example Row',
    grounds: ['nuisance'],
    problem: 'Callers at all hours, shouting and litter of drug use on the stairs',
    isNecessary: 'yes',
  },
  occupant: { version: 1, relation: 'lives', words: 'One adult tenant' },
  checklist: { version: 1, items: [{ item: 'children', answer: 'none', words: 'Asked the landlord' }] },
  step: { version: 1, reason: 'Not needed' },
};
