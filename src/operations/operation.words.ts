import { operationParts, stopResults } from '../../reference/operation-parts.ts';

export const operationStatuses = ['planned', 'agreed', 'under-way', 'debriefed', 'cancelled'] as const;
export type OperationStatus = (typeof operationStatuses)[number];
export const operationStatusWords: Readonly<Record<OperationStatus, string>> = {
  planned: 'Being planned',
  agreed: 'Agreed',
  'under-way': 'Under way',
  debriefed: 'Debriefed',
  cancelled: 'Cancelled',
};
export const agencyStates = ['invited', 'agreed', 'declined'] as const;
export type AgencyState = (typeof agencyStates)[number];
export const agencyStateWords: Readonly<Record<AgencyState, string>> = {
  invited: 'Asked',
  agreed: 'Takes part',
  declined: 'Does not take part',
};
export const stopKinds = ['vehicle', 'householder'] as const;
export type StopKind = (typeof stopKinds)[number];
export const stopKindWords: Readonly<Record<StopKind, string>> = {
  vehicle: 'A vehicle',
  householder: 'A householder',
};
export const partCodes = operationParts.map(({ code }) => code) as [string, ...string[]]; // there are some
export const partName = (code: string): string =>
  operationParts.find((part) => part.code === code)?.name ?? code;
export const resultCodes = stopResults.map(({ code }) => code) as [string, ...string[]]; // there are some
export const resultName = (code: string): string =>
  stopResults.find((one) => one.code === code)?.name ?? code;

/** Bodies for the suites and the API's documentation. */
export const operationExamples = {
  plan: {
    name: 'Op Assist Sampleford',
    onDay: '2026-12-02',
    objectives: 'Stop unlicensed waste carriers',
    roads: 'The moor road, lay-by',
    districtCode: '@areaCode',
    briefing: 'Two to each vehicle',
    agencies: ['@otherAgencyId'],
  },
  officer: { officerId: '@officerId', part: 'check-papers' },
  visit: { address: '1 Sample Yard', postcode: 'QM1 1AA' },
  stop: {
    kind: 'vehicle',
    at: '10:00',
    place: 'Lay-by',
    vehicle: 'QX19 SMP',
    isLicenceChecked: true,
    result: 'in-order',
    words: 'All well',
  },
  report: { formsSent: 1, arrests: 0, wantsAgain: true, words: 'Worth doing again' },
  step: { version: 1, reason: 'The weather' },
};
