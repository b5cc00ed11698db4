import { z } from 'zod';
import { channels, landOwnerAnswers, outcomes, reporterTypes } from './report.words.ts';

/** Text of a person: trimmed, line ends made alike, characters that no screen shows taken out. */
const text = (field: string, longest: number) =>
  z
    .string(`Enter ${field}`)
    .transform((raw) =>
      raw
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(
      z
        .string()
        .max(longest, `${field[0]?.toUpperCase()}${field.slice(1)} must be ${longest} characters or fewer`),
    );

/** An empty box is no answer. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (typeof raw === 'string' && raw.trim() === '' ? undefined : raw), schema.optional());

const number = (words: string, low: number, high: number) =>
  optional(z.coerce.number(words).min(low, words).max(high, words));

/** Where it is: a point, a postcode, or words; at least one. */
export const placeSchema = z.object({
  lon: number('The map position is not right: choose the place again', -180, 180),
  lat: number('The map position is not right: choose the place again', -90, 90),
  postcode: optional(text('the postcode', 10)),
  placeWords: optional(text('where it is', 500)),
});

export const reporterSchema = z.object({
  name: optional(text('your name', 120)),
  phone: optional(
    text('a telephone number', 30).pipe(
      z.string().regex(/^[+()0-9 -]{6,30}$/, 'Enter a telephone number, like 01632 960 001'),
    ),
  ),
  email: optional(
    text('an e-mail address', 254).pipe(
      z.email('Enter an e-mail address in the correct format, like name@example.com'),
    ),
  ),
  address: optional(text('your address', 300)),
});

/** A whole report as it comes from a page, the API or a partner. */
export const reportSchema = z
  .object({
    issueType: text('the kind of problem', 60).pipe(z.string().min(1, 'Choose what it is about')),
    description: text('what happened', 4000).pipe(z.string().min(3, 'Tell us what happened')),
    ...placeSchema.shape,
    landOwner: z.preprocess(
      (raw) => raw || 'unknown',
      z.enum(landOwnerAnswers, 'Choose whose land it is, or not known'),
    ),
    reporterType: optional(z.enum(reporterTypes, 'Choose what describes you')),
    channel: z.preprocess((raw) => raw || 'web', z.enum(channels, 'Choose how the report came in')),
    isAnonymous: z.preprocess((raw) => raw === true || raw === 'yes' || raw === 'true', z.boolean()),
    ...reporterSchema.shape,
  })
  .refine((report) => hasPlace(report), {
    path: ['placeWords'],
    message: 'Say where it is: choose it on the map, or enter a postcode, a street or a few words',
  });
export type ReportInput = z.output<typeof reportSchema>;

export const hasPlace = (place: {
  lon?: number | undefined;
  lat?: number | undefined;
  postcode?: string | undefined;
  placeWords?: string | undefined;
}): boolean =>
  (place.lon !== undefined && place.lat !== undefined) ||
  Boolean(place.postcode) ||
  Boolean(place.placeWords);

const version = z.coerce.number('Reload the page and try again').int();

export const closeSchema = z.object({
  version,
  outcome: z.enum(outcomes, 'Choose how it ended'),
  outcomeWords: text('what was done', 1000).pipe(
    z.string().min(3, 'Say in a few words what was done: the reporter reads this'),
  ),
});
export const rerouteSchema = z.object({
  version,
  serviceId: z.uuid('Choose a service'),
  reason: text('why', 500).pipe(z.string().min(3, 'Say why it should go there')),
});
export const stepSchema = z.object({ version });
export const duplicateSchema = z.object({
  version,
  reference: text('the reference', 20).pipe(
    z.string().min(3, 'Enter the reference of the earlier report, like R-7K3M-2XQ'),
  ),
});
export const messageSchema = z.object({
  body: text('your message', 2000).pipe(z.string().min(1, 'Write a message')),
});
export const reportParams = z.object({ reportId: z.uuid() });
