/** Where an order stands; the last day is told by the clock. */
export const pspoStatusWords = {
  proposed: 'Proposed',
  evidenced: 'Evidence gathered',
  consulting: 'Consultation',
  consented: 'Consents given',
  decided: 'Decided',
  made: 'Made, to be published',
  published: 'Published',
  expired: 'Expired',
  discharged: 'Discharged',
  withdrawn: 'Given up',
} as const;
export type PspoStatus = keyof typeof pspoStatusWords;
export const pspoStatuses = Object.keys(pspoStatusWords) as [PspoStatus, ...PspoStatus[]]; // the keys of the table above

export const pspoKindWords = {
  order: 'Public spaces protection order',
  expedited: 'Expedited order: a school or vaccination site',
  dppo: 'Designated public place order (alcohol), made before October 2014',
  gating: 'Gating order, made before October 2014',
  'dog-control': 'Dog control order, made before October 2014',
} as const;
export type PspoKind = keyof typeof pspoKindWords;
export const pspoKinds = Object.keys(pspoKindWords) as [PspoKind, ...PspoKind[]]; // the keys of the table above
/** Orders of older Acts, which have effect as public spaces orders since October 2017. */
export const olderKinds: readonly PspoKind[] = ['dppo', 'gating', 'dog-control'];

export const answerWords = {
  for: 'For it',
  against: 'Against it',
  changes: 'For it with changes',
  nothing: 'No view',
} as const;
export type ConsulteeAnswer = keyof typeof answerWords;
export const consulteeAnswers = Object.keys(answerWords) as [ConsulteeAnswer, ...ConsulteeAnswer[]]; // the keys of the table above

export const toldWords = { told: 'Told', none: 'There is none, or it is not practicable' } as const;
export type ToldOutcome = keyof typeof toldWords;
export const toldOutcomes = Object.keys(toldWords) as [ToldOutcome, ...ToldOutcome[]]; // the keys of the table above

/** Where an order is in time, on a day. */
export const standingWords = {
  none: 'Not made',
  'not-yet': 'Not in force yet',
  'in-force': 'In force',
  lapsed: 'Expired',
  ended: 'Discharged',
} as const;
export type Standing = keyof typeof standingWords;

export const pspoPaperWords = { order: 'The order' } as const;
export type PspoPaper = keyof typeof pspoPaperWords;
export const pspoPapers = ['order'] as const;

/** Examples for the API's documentation and the suites that drive every route. */
export const pspoExamples = {
  proposal: {
    kind: 'order',
    title: 'Quay and market place',
    areaCode: '@districtCode',
    areaWords: 'The quay and the market place',
    prohibitions: 'Riding a motorcycle on the quay',
    requirements: '',
    exemptions: 'Emergency services',
    signs: 'Quay, north end',
  },
  step: { version: 1, on: '2026-11-19', reason: 'Proposed twice' },
};
