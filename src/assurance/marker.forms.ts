import { z } from 'zod';
import { markerTypeCodes, numberNames, precautionCodes } from './marker.rules.ts';
import { markerAbouts, toldStates } from './marker.words.ts';

const plain = (raw: string): string => raw.replace(/[^\P{Cc}\n]/gu, ' ').trim();
const text = (most: number) =>
  z
    .string()
    .transform(plain)
    .pipe(z.string().max(most, `Use ${most} characters or fewer`));
const line = (most: number) => text(most).default('');
const needed = (most: number, missing: string) => text(most).pipe(z.string().min(3, missing));
const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());
const version = z.coerce.number('Reload the page and try again').int();
const day = (missing: string) => z.iso.date(missing);
/** Names on lines of their own, or a list of them. */
const names = z
  .preprocess(
    (raw) => (typeof raw === 'string' ? raw.split('\n') : (raw ?? [])),
    z.array(text(120)).max(20, 'Give 20 names or fewer'),
  )
  .transform((all) => all.filter(Boolean));

export const markerParams = z.object({ markerId: z.uuid() });
export const screeningParams = z.object({ screeningId: z.uuid() });
export const addQuery = z.object({ record: z.uuid().optional().catch(undefined) });

const who = {
  name: line(120),
  otherNames: names,
  dateOfBirth: blank(day('Enter the date of birth like 1981-04-09')),
  address: line(200),
  postcode: line(10),
  vehicle: line(12),
};

export const markerSchema = z.object({
  about: z.enum(markerAbouts, 'Choose what it is about'),
  recordId: blank(z.uuid()),
  ...who,
  type: z.enum(markerTypeCodes, 'Choose a type'),
  precaution: z.enum(precautionCodes, 'Choose what whoever goes must do'),
  words: line(200),
  why: line(1000),
  evidence: needed(200, 'Say where the evidence is held'),
  fromOn: blank(day('Enter the first day like 2026-11-27')),
  reviewOn: day('Enter the review day like 2027-05-27'),
  told: z.enum(toldStates, 'Say whether they were told'),
  toldOn: blank(day('Enter the day like 2026-11-27')),
  toldWhy: line(300),
});
export type MarkerInput = z.output<typeof markerSchema>;

export const reviewSchema = z.object({
  version,
  reviewOn: day('Enter the next review day like 2027-05-27'),
  words: needed(300, 'Say why it still holds'),
});
export const toldSchema = z.object({
  version,
  told: z.enum(toldStates, 'Say whether they were told'),
  toldOn: blank(day('Enter the day like 2026-11-27')),
  toldWhy: line(300),
});
export const endSchema = z.object({ version, why: needed(300, 'Say why it is ended') });
export const numberSchema = z.object({
  name: z.enum(numberNames, 'Choose a number'),
  value: z.coerce.number('Enter a whole number').int('Enter a whole number'),
  why: needed(200, 'Say why it changes'),
});

/** The reference of what a visit is about. Nothing of a person may stand in an address. */
export const visitQuery = z.object({
  visit: z
    .string()
    .regex(/^[A-Z]{1,3}-[A-Z0-9]{3,4}-[A-Z0-9]{3}$/)
    .optional()
    .catch(undefined),
});
export const screenSchema = z.object({
  purpose: needed(200, 'Say for which visit: a reference, or what it is for'),
  ...who,
});
export type ScreenInput = z.output<typeof screenSchema>;
export const answerSchema = z.object({
  markerId: z.uuid(),
  answer: z.enum(['same', 'not'], 'Say whether it is this person'),
});
export const companionSchema = z.object({ companion: needed(120, 'Say who goes along, by name') });

/** Values for the suites and the API's documentation. */
export const examples = {
  marker: {
    about: 'person',
    name: 'Sam Sample',
    postcode: 'QM1 1AA',
    type: 'VI',
    precaution: 'two-officers',
    why: 'Threatened an officer at the door in October',
    evidence: 'Housing file 22/118, note of 4 October',
    reviewOn: '2027-05-20',
    told: 'to-tell',
  },
  screen: {
    purpose: 'Noise visit R-SAMP-001',
    name: 'Sam Sample',
    address: '1 Sample Row',
    postcode: 'QM1 1AA',
    vehicle: 'AB12 CDE',
  },
} as const;
