/**
 * Words of the victim register (domain §2.18, §2.20). Terms: a *file* is a person on the register; a *route* is who takes
 * them on; the *lead* is the one agency that answers for them; a *precaution* is what whoever goes must do.
 */
export const statusWords = {
  'not-contacted': 'Not contacted yet',
  'no-reply': 'No reply',
  contacted: 'Contacted',
  visited: 'Visited',
  declined: 'Declined',
  deceased: 'Deceased',
  moved: 'Moved away',
} as const;
export type FileStatus = keyof typeof statusWords;
export const fileStatuses = Object.keys(statusWords) as [FileStatus, ...FileStatus[]]; // the keys of the table above

export const answerWords = { yes: 'Yes', no: 'No', 'not-known': 'Not known' } as const;
/** Not known is an answer of its own: it is neither yes nor no. */
export type Tri = keyof typeof answerWords;
export const answers = Object.keys(answerWords) as [Tri, ...Tri[]]; // the keys of the table above

export const ageBandWords = {
  'not-known': 'Not known',
  'under-18': 'Under 18',
  '18-64': '18 to 64',
  '65-74': '65 to 74',
  '75-84': '75 to 84',
  '85-plus': '85 and over',
} as const;
export type AgeBand = keyof typeof ageBandWords;
export const ageBands = Object.keys(ageBandWords) as [AgeBand, ...AgeBand[]]; // the keys of the table above

export const scamWords = {
  'doorstep-crime': 'Doorstep crime',
  'mail-scam': 'Mail scam',
  'telephone-scam': 'Telephone scam',
  'online-scam': 'Online scam',
  'investment-fraud': 'Investment fraud',
  'romance-fraud': 'Romance fraud',
  'courier-fraud': 'Courier fraud',
  other: 'Other',
} as const;
export type ScamType = keyof typeof scamWords;
export const scamTypes = Object.keys(scamWords) as [ScamType, ...ScamType[]]; // the keys of the table above

export const methodWords = {
  doorstep: 'At the door',
  phone: 'By telephone',
  post: 'By post',
  online: 'Online',
  other: 'Another way',
} as const;
export type Method = keyof typeof methodWords;
export const methods = Object.keys(methodWords) as [Method, ...Method[]]; // the keys of the table above

export const routeWords = {
  officer: 'Victim Safeguarding Officer',
  warden: 'Community Warden',
} as const;
export type FileRoute = keyof typeof routeWords;

export const riskWords = { high: 'High', medium: 'Medium', standard: 'Standard' } as const;
export type Risk = keyof typeof riskWords;

export const leadWords = {
  offered: 'Offered, not answered',
  leading: 'Leads',
  declined: 'Declined',
  withdrawn: 'Taken back',
  ended: 'Led until',
} as const;
export type LeadState = keyof typeof leadWords;

export const interventionWords = [
  'Letter or telephone questionnaire',
  'Visit',
  'Call blocker',
  'Mail preference',
  'Returned money',
  'Help with bank or power of attorney',
  'Referral',
] as const;

export const resultWords = {
  seen: 'Seen',
  'no-reply': 'No reply',
  refused: 'Refused',
  moved: 'Moved away',
  deceased: 'Deceased',
} as const;
export type VisitResult = keyof typeof resultWords;
export const visitResults = Object.keys(resultWords) as [VisitResult, ...VisitResult[]]; // the keys of the table above

export const doneThingWords = {
  'call-blocker': 'Call blocker fitted',
  'bank-told': 'Bank told',
  'mail-preference': 'Mail preference registered',
  'advice-given': 'Advice given',
  'power-of-attorney': 'Power of attorney talked about',
} as const;
export type DoneThing = keyof typeof doneThingWords;
export const doneThings = Object.keys(doneThingWords) as [DoneThing, ...DoneThing[]]; // the keys of the table above

export const referralWords = {
  'adult-safeguarding': 'Adult safeguarding (Care Act 2014 s.42)',
  mash: 'Multi-agency safeguarding hub (MASH)',
  marac: 'MARAC',
  channel: 'Channel',
  nrm: 'National Referral Mechanism',
  ms1: 'MS1 notification',
} as const;
export type ReferralKind = keyof typeof referralWords;
export const referralKinds = Object.keys(referralWords) as [ReferralKind, ...ReferralKind[]]; // the keys of the table above

/** The three questions of Care Act 2014 s.42. */
export const section42 = [
  { field: 'hasNeeds', label: 'Has needs for care and support' },
  { field: 'isAtRisk', label: 'Is experiencing, or at risk of, abuse or neglect (financial abuse included)' },
  { field: 'cannotProtect', label: 'Because of those needs cannot protect themselves' },
] as const;

export const referralOutcomeWords = {
  enquiry: 'Enquiry opened',
  'no-enquiry': 'No enquiry',
  'support-offered': 'Support offered',
  'passed-on': 'Passed on',
} as const;
export type ReferralOutcome = keyof typeof referralOutcomeWords;
export const referralOutcomes = Object.keys(referralOutcomeWords) as [ReferralOutcome, ...ReferralOutcome[]]; // the keys of the table above

export const savingWords = {
  'cancelled-contract': 'Contract cancelled',
  'stopped-payment': 'Payment stopped',
  refund: 'Refund',
  redress: 'Redress',
  'call-blocker': 'Calls blocked',
  other: 'Other',
} as const;
export type SavingKind = keyof typeof savingWords;
export const savingKinds = Object.keys(savingWords) as [SavingKind, ...SavingKind[]]; // the keys of the table above
