import { gateways } from '../../../reference/gateways.ts';

/** A gateway by its code, as the law calls it; the code itself where the list has no such. */
export const gatewayName = (code: string): string => gateways.find((one) => one.code === code)?.name ?? code;

/** The parts of a package (domain 2.3): the minimum with which somebody can act. */
export const packageParts = [
  'title',
  'harm',
  'text',
  'prevention',
  'intelligence',
  'enforcement',
  'gaps',
  'safety',
] as const;
export type PackagePart = (typeof packageParts)[number];
export const partWords: Record<PackagePart, string> = {
  title: 'About',
  harm: 'Harm',
  text: 'What is known',
  prevention: 'What could be done: prevention',
  intelligence: 'What could be done: intelligence',
  enforcement: 'What could be done: enforcement',
  gaps: 'What is not known',
  safety: 'Officer safety',
};

export const results = ['result', 'used', 'not-used', 'wrong'] as const;
export type OutcomeResult = (typeof results)[number];
export const resultWords: Record<OutcomeResult, string> = {
  result: 'Used, with a result',
  used: 'Used',
  'not-used': 'Not used',
  wrong: 'It was wrong',
};
export const answerWords = { accepted: 'Accepted', rejected: 'Rejected' } as const;
