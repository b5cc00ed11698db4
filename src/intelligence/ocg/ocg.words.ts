import {
  disruptionGrades,
  groupRoles,
  harmCharacteristics,
  strands,
} from '../../../reference/organised-crime.ts';

const codesOf = <C extends string>(of: readonly { code: C }[]) => of.map(({ code }) => code) as [C, ...C[]]; // no such list is empty
const wordsIn =
  (of: readonly { code: string; words: string }[]) =>
  (code: string): string =>
    of.find((one) => one.code === code)?.words ?? code;

export const ocgStatuses = ['suspected', 'confirmed', 'inferred', 'archived'] as const;
export type OcgStatus = (typeof ocgStatuses)[number];
export const ocgStatusWords: Readonly<Record<OcgStatus, string>> = {
  suspected: 'Suspected',
  confirmed: 'Confirmed',
  inferred: 'Inferred from a series',
  archived: 'Put away',
};

export const roleCodes = codesOf(groupRoles);
export const roleWords = wordsIn(groupRoles);
/** Roles of whoever is in a group. */
export const memberRoles: readonly string[] = groupRoles
  .filter(({ isMember }) => isMember)
  .map(({ code }) => code);
export const isMemberRole = (code: string): boolean => memberRoles.includes(code);
/** Part of whom a victim may be: exploited, and nothing else. */
export const exploited = 'exploited';

export const strandCodes = codesOf(strands);
export type Strand = (typeof strandCodes)[number];
export const strandWords = wordsIn(strands);
export const gradeCodes = codesOf(disruptionGrades);
export const gradeWords = wordsIn(disruptionGrades);
export const characteristicCodes = codesOf(harmCharacteristics);
export const characteristicWords = wordsIn(harmCharacteristics);

/** What is said of a part of a test. */
export const saidCodes = ['yes', 'no', 'not-known'] as const;
export type Said = (typeof saidCodes)[number];
export const saidWords: Readonly<Record<Said, string>> = { yes: 'Yes', no: 'No', 'not-known': 'Not known' };

/** Said wherever a score of a group stands. */
export const groupScoreWords =
  'A local working score, not the national one of organised crime group mapping: intent by capability, 1 to 25.';
