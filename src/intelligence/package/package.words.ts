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
  'recommendations',
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
  recommendations: 'Recommended',
  safety: 'Officer safety',
};

export const products = ['package', 'problem-profile'] as const;
export type Product = (typeof products)[number];
/** What each product of the unit is called. */
export const productWords: Record<Product, string> = {
  package: 'Intelligence package',
  'problem-profile': 'Problem profile',
};

/** How useful a reader found a product, 1 to 5. */
export const usefulnessWords: Readonly<Record<number, string>> = {
  1: '1: of no use',
  2: '2: of little use',
  3: '3: of some use',
  4: '4: useful',
  5: '5: changed what we did',
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
