import { z } from 'zod';
import { type HarmMatrix, harmSectors, proposedMatrix } from '../../../reference/harm-matrix.ts';
import { blank, needed } from '../form/form.forms.ts';
import { rankedKinds } from './harm.words.ts';

const codes = <T extends string>(of: readonly { code: T }[]) => of.map(({ code }) => code) as [T, ...T[]]; // no such list is empty
const level = (what: string) => z.enum(codes(proposedMatrix.scale), `Say how much ${what}`);

export const harmParams = z.object({ linkId: z.uuid() });
export const harmQuery = z.object({ kind: z.enum([...rankedKinds, 'sector']).default('organisation') });

/** How much harm somebody does. The version is the number of the assessment that was there when the form was opened, 0 for none. */
export const assessSchema = z.object({
  version: z.coerce.number().int().min(0),
  physical: level('physical harm there is'),
  psychological: level('psychological harm there is'),
  economic: level('economic harm there is'),
  community: level('harm to community and environment there is'),
  vulnerability: level('vulnerable the victims are'),
  'non-compliance': level('they failed to comply'),
  scope: z.enum(codes(proposedMatrix.scopes), 'Say how far it reaches'),
  likelihood: z.coerce
    .number('Say how likely it is')
    .int('Say how likely it is')
    .min(1, 'Say how likely it is')
    .max(5, 'Say how likely it is'),
  sector: blank(z.enum(codes(harmSectors), 'Choose a trade')),
  lostPounds: blank(
    z.coerce
      .number('Enter whole pounds, such as 12000')
      .int('Enter whole pounds, such as 12000')
      .min(0, 'Enter whole pounds, such as 12000')
      .max(1_000_000_000, 'Enter fewer than a thousand million pounds'),
  ),
  why: needed(2000, 'Say what the assessment rests on'),
});
export type AssessInput = z.output<typeof assessSchema>;

export const assessExample = {
  ...{ version: 0, physical: 'none', psychological: 'moderate', economic: 'significant', community: 'low' },
  ...{ vulnerability: 'severe', 'non-compliance': 'moderate', scope: 'county', likelihood: 4 },
  ...{ sector: 'home-improvement', lostPounds: 12_000, why: 'Three victims over eighty, warned twice' },
};

/** One number of a matrix: how it is called in a form, and between what it lies. */
interface MatrixNumber {
  name: string;
  label: string;
  group: string;
  least: number;
  most: number;
  isWhole: boolean;
  of(matrix: HarmMatrix): number;
}
const found = <T extends { code: string }>(of: readonly T[], code: string): T => {
  const one = of.find((each) => each.code === code);
  if (!one) throw new Error(`The matrix has no ${code}.`);
  return one;
};

/** Every number of the matrix that a unit sets, in the order of the form. */
export const matrixNumbers: readonly MatrixNumber[] = [
  ...proposedMatrix.scale.map(({ code, words }) => ({
    ...{
      name: `scale-${code}`,
      label: words,
      group: 'What each step counts',
      least: 0,
      most: 100,
      isWhole: false,
    },
    of: (matrix: HarmMatrix) => found(matrix.scale, code).value,
  })),
  ...proposedMatrix.criteria.map(({ code, words }) => ({
    ...{
      name: `weight-${code}`,
      label: words,
      group: 'How much each criterion weighs',
      least: 0,
      most: 10,
      isWhole: false,
    },
    of: (matrix: HarmMatrix) => found(matrix.criteria, code).weight,
  })),
  ...proposedMatrix.scopes.map(({ code, words }) => ({
    ...{
      name: `scope-${code}`,
      label: words,
      group: 'How much reach multiplies',
      least: 0.1,
      most: 10,
      isWhole: false,
    },
    of: (matrix: HarmMatrix) => found(matrix.scopes, code).weight,
  })),
  ...proposedMatrix.losses.map(({ scale }, at) => ({
    ...{
      name: `loss-${scale}`,
      label: `At least ${found(proposedMatrix.scale, scale).words.toLowerCase()} from, in pounds`,
    },
    ...{ group: 'Money lost, and the least economic harm', least: 1, most: 1_000_000_000, isWhole: true },
    of: (matrix: HarmMatrix) => matrix.losses[at]?.from ?? 1,
  })),
  {
    ...{
      name: 'good-share',
      label: 'Share of reliable paragraphs, in hundredths',
      group: 'When confidence is high, and when low',
    },
    ...{ least: 0, most: 100, isWhole: true },
    of: ({ confidence }) => Math.round(confidence.goodShare * 100),
  },
  {
    ...{
      name: 'recent-days',
      label: 'High where the last item is at most so many days old',
      group: 'When confidence is high, and when low',
    },
    ...{ least: 1, most: 3650, isWhole: true },
    of: ({ confidence }) => confidence.recentDays,
  },
  {
    ...{
      name: 'stale-days',
      label: 'Low where it is older than so many days',
      group: 'When confidence is high, and when low',
    },
    ...{ least: 1, most: 3650, isWhole: true },
    of: ({ confidence }) => confidence.staleDays,
  },
];

const numberSchema = ({ least, most, isWhole }: MatrixNumber) => {
  const words = `Enter a ${isWhole ? 'whole ' : ''}number from ${least} to ${most.toLocaleString('en-GB')}`;
  const number = z.preprocess(
    (raw) => (raw === '' ? Number.NaN : raw),
    z.coerce.number(words).min(least, words).max(most, words),
  );
  return isWhole ? number.refine(Number.isInteger, words) : number;
};

/** A matrix; `adopt` is said on the page that shows what would change, and without it nothing is kept. */
export const matrixSchema = z.object({
  version: z.coerce.number().int().min(0),
  why: needed(500, 'Say why it changes'),
  adopt: z.preprocess((raw) => raw === 'yes' || raw === true, z.boolean()),
  numbers: z.object(Object.fromEntries(matrixNumbers.map((one) => [one.name, numberSchema(one)]))),
});

/** The name of a number's box, and of what is wrong with it. */
export const boxOf = (name: string): string => `numbers.${name}`;

/** The same from a form, whose boxes are called one by one. */
export const matrixForm = z.preprocess((raw) => {
  const typed = raw as Record<string, unknown>; // what a form sends is an object
  return {
    ...typed,
    numbers: Object.fromEntries(matrixNumbers.map(({ name }) => [name, typed[boxOf(name)]])),
  };
}, matrixSchema);

/** The matrix that some numbers make: the words stay those of the proposed one. */
export function matrixFrom(numbers: Readonly<Record<string, number>>): HarmMatrix {
  const at = (name: string) => numbers[name] ?? 0;
  return {
    criteria: proposedMatrix.criteria.map((one) => ({ ...one, weight: at(`weight-${one.code}`) })),
    scale: proposedMatrix.scale.map((one) => ({ ...one, value: at(`scale-${one.code}`) })),
    scopes: proposedMatrix.scopes.map((one) => ({ ...one, weight: at(`scope-${one.code}`) })),
    likelihoods: proposedMatrix.likelihoods,
    losses: proposedMatrix.losses.map((one) => ({ ...one, from: at(`loss-${one.scale}`) })),
    confidence: {
      goodShare: at('good-share') / 100,
      recentDays: at('recent-days'),
      staleDays: at('stale-days'),
    },
  };
}

export const matrixExample = {
  ...{ version: 0, why: 'Reach counts more, said the steering group', adopt: 'yes' },
  numbers: {
    ...Object.fromEntries(matrixNumbers.map((one) => [one.name, one.of(proposedMatrix)])),
    'scope-wider': 3,
  },
};
