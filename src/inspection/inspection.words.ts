import {
  type AttemptResult,
  benchmarks,
  findingKinds,
  followUpRules,
  persistentChoices,
  premisesKinds,
  products,
  purchaseParts,
  riskRatings,
  schemeKinds,
  selectionBases,
  testTypes,
  visitKinds,
  visitResults,
} from '../../reference/inspection.ts';

interface Named {
  code: string;
  name: string;
}
const codesOf = <Row extends Named>(rows: readonly Row[]) =>
  rows.map(({ code }) => code) as [Row['code'], ...Row['code'][]]; // none of the lists is empty
const nameIn =
  (rows: readonly Named[]) =>
  (code: string): string =>
    rows.find((row) => row.code === code)?.name ?? code;

export const premisesKindCodes = codesOf(premisesKinds);
export const premisesKindName = nameIn(premisesKinds);
export const riskCodes = codesOf(riskRatings);
export const riskName = nameIn(riskRatings);
export const basisCodes = codesOf(selectionBases);
export const basisName = nameIn(selectionBases);
export const testTypeCodes = codesOf(testTypes);
export const testTypeName = nameIn(testTypes);
export const productCodes = codesOf(products);
export const productName = nameIn(products);
export const partCodes = codesOf(purchaseParts);
export const partName = nameIn(purchaseParts);
export const visitKindCodes = codesOf(visitKinds);
export const visitKindName = nameIn(visitKinds);
export const visitResultCodes = codesOf(visitResults);
export const visitResultName = nameIn(visitResults);
export const findingCodes = codesOf(findingKinds);
export const findingName = nameIn(findingKinds);
export const schemeKindCodes = codesOf(schemeKinds);
export const schemeKindName = nameIn(schemeKinds);
export const choiceCodes = codesOf(persistentChoices);
export const choiceName = nameIn(persistentChoices);
export const followUpKinds = followUpRules.map(({ kind }) => kind) as [string, ...string[]]; // the list is not empty
export const followUpName = (kind: string): string =>
  followUpRules.find((rule) => rule.kind === kind)?.name ?? kind;
/** Whether somebody is too old for a test: underage sales are tested by nobody to whom a sale is lawful. */
export const isTooOld = (test: { testType: string; product: string }, age: number): boolean =>
  testTypes.some(({ code, isYoung }) => code === test.testType && isYoung) &&
  products.some(({ code, soldFrom }) => code === test.product && age >= soldFrom);
export const benchmarkOf = (product: string) => benchmarks.find((row) => row.product === product);

export const attemptResults = [
  'pass_refused',
  'pass_challenged_refused',
  'fail_sold',
  'fail_sold_after_challenge',
  'void',
] as const satisfies readonly AttemptResult[];
export const attemptResultWords: Readonly<Record<AttemptResult, string>> = {
  pass_refused: 'Passed: refused',
  pass_challenged_refused: 'Passed: asked for age or ID, and refused',
  fail_sold: 'Failed: sold',
  fail_sold_after_challenge: 'Failed: asked for age or ID, and sold',
  void: 'Void: no test',
};
export const ripaAnswers = ['not-needed', 'authorised', 'advice-asked'] as const;
export const ripaAnswerWords: Readonly<Record<(typeof ripaAnswers)[number], string>> = {
  'not-needed': 'Considered: no authorisation is needed',
  authorised: 'Considered: there is an authorisation, kept elsewhere',
  'advice-asked': 'Considered: legal advice was asked for',
};
export const followUpStatusWords = { offered: 'Offered', done: 'Done', declined: 'Declined' } as const;
export type FollowUpStatus = keyof typeof followUpStatusWords;
export const schemeStatusWords = { open: 'Open', 'on-hold': 'On hold' } as const;
export const awardStatusWords = {
  applied: 'Applied',
  awarded: 'Awarded',
  'not-met': 'Not met',
  withdrawn: 'Withdrawn',
} as const;
export type AwardStatus = keyof typeof awardStatusWords;

const premises = {
  kind: 'off-licence',
  tradingName: 'Sample Wines',
  firmName: 'Sample Wines Ltd',
  address: '3 Sample Parade',
  postcode: '@postcode',
  licenceNumber: 'PL/1234',
  risk: 'medium',
};
/** Bodies for the suites and the API's documentation. */
export const inspectionExamples = {
  premises,
  edit: { kind: 'off-licence', licenceNumber: 'PL/1234', risk: 'high', reason: 'Two complaints', version: 1 },
  concern: {
    words: 'Drinkers outside after nine',
    sharedWords: 'Use of outside space',
    agencies: ['@otherAgencyId'],
  },
  ended: { reason: 'Compliant on two visits' },
  sale: { penaltyId: '@penaltyId' },
  decision: { choice: 'licence-review', words: 'Two sales in three months', lastOn: '2026-11-01' },
  purchase: {
    name: 'Challenge 25, Sampleton',
    onDay: '2026-12-02',
    location: 'Sampleton',
    districtCode: '@areaCode',
    testType: 'underage',
    product: 'alcohol',
    briefing: 'One chaperone in sight',
    riskAssessment: 'Two officers, phone, leave at once if unsafe',
    ripaAnswer: 'not-needed',
    ripaWords: 'Single purchase, no relationship',
    agencies: ['@otherAgencyId'],
  },
  selection: { premisesId: '@premisesId', basis: 'complaint', words: 'Parents say that children buy there' },
  officer: { officerId: '@officerId', part: 'keep-record' },
  volunteer: { code: 'V1', age: '16', ownConsentOn: '2026-11-19', parentConsentOn: '2026-11-19' },
  welfare: { volunteerId: '@volunteerId', words: 'Warm, fed, wants to go on' },
  attempt: {
    selectionId: '@selectionId',
    at: '09:10',
    result: 'pass_refused',
    volunteerId: '@volunteerId',
    words: '',
  },
  void: { reason: 'Wrong premises', version: 1 },
  followUp: { status: 'done', on: '2026-11-20', version: 1 },
  step: { version: 1, reason: 'The weather' },
  visit: { premisesId: '@premisesId', kind: 'inspection', plannedOn: '2026-12-02' },
  company: { companion: 'Joss Thistlewood', companionIs: 'anybody' },
  visitResult: {
    visitedOn: '2026-11-20',
    result: 'compliant',
    findings: ['health-and-safety'],
    words: 'All in order',
    version: 1,
  },
  sample: { what: 'Spirits, one bottle' },
  sampleResult: { result: 'satisfactory', version: 1 },
  scheme: {
    kind: 'nightsafe',
    name: 'Nightsafe Sampleton',
    districtCode: '@areaCode',
    agencies: ['@otherAgencyId'],
  },
  hold: { reason: 'Nobody to assess', version: 1 },
  member: { premisesId: '@premisesId' },
  award: { premisesId: '@premisesId' },
  answers: { items: [{ criterion: 'incident-book', isMet: true, words: 'Seen' }] },
  version: { version: 1 },
} as const;
