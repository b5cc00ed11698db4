import { checkPurposes, type OutsideSource, outsideSources } from '../../../reference/outside-sources.ts';

export const sourceCodes = outsideSources.map(({ code }) => code) as [string, ...string[]]; // the list is not empty
export const restrictedCodes = outsideSources
  .filter(({ isRestricted }) => isRestricted)
  .map(({ code }) => code) as [string, ...string[]]; // the list is not empty
export const purposeCodes = checkPurposes.map(({ code }) => code) as unknown as [string, ...string[]]; // the list is not empty

/** A system of the list. Undefined for a code that was taken out of it: what was asked stays readable by its code. */
export const sourceOf = (code: string): OutsideSource | undefined =>
  outsideSources.find((one) => one.code === code);
export const sourceWords = (code: string): string => sourceOf(code)?.words ?? code;
export const checkPurposeWords = (code: string): string =>
  checkPurposes.find((one) => one.code === code)?.words ?? code;

export const companiesHouse = 'companies-house';
/** A register that has not answered for so long never will: whoever asked writes down what they find themselves. */
export const waitedHours = 24;

export const checkStates = ['asked', 'answered', 'failed'] as const;
export type CheckState = (typeof checkStates)[number];
export const checkOutcomes = ['found', 'nothing'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];
export const outcomeWords: Readonly<Record<CheckOutcome, string>> = {
  found: 'Something is held',
  nothing: 'Nothing is held',
};
