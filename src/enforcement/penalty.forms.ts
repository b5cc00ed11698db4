import { z } from 'zod';
import { flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../reference/fly-tip.ts';
import { evidenceKinds, identifiedBys, offences, serviceMethodCodes } from './penalty.words.ts';

/** Text of a person: trimmed, line ends made alike, characters that no screen shows taken out. */
const text = (what: string, longest: number) =>
  z
    .string(`Enter ${what}`)
    .transform((raw) =>
      raw
        .replace(/\r\n?/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        .trim(),
    )
    .pipe(
      z
        .string()
        .max(longest, `${what[0]?.toUpperCase()}${what.slice(1)} must be ${longest} characters or fewer`),
    );
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (typeof raw === 'string' && raw.trim() === '' ? undefined : raw), schema.optional());
const tick = z.preprocess((raw) => raw === true || raw === 'yes' || raw === 'true', z.boolean());
const codeOf = (words: readonly { code: string }[], message: string) =>
  optional(z.string().refine((raw) => words.some((word) => word.code === raw), message));

/** Three boxes of a date become one day; a day sent whole, as the API does, is left alone. */
const withDays =
  (...fields: readonly string[]) =>
  (raw: unknown): unknown => {
    if (typeof raw !== 'object' || raw === null) return raw;
    const given: Record<string, unknown> = { ...raw };
    for (const field of fields) {
      const parts = ['year', 'month', 'day'].map((part) => String(given[`${field}-${part}`] ?? '').trim());
      if (given[field] === undefined && parts.some(Boolean))
        given[field] = `${parts[0]}-${parts[1]?.padStart(2, '0')}-${parts[2]?.padStart(2, '0')}`;
    }
    return given;
  };
const day = (words: string) => z.iso.date(words);
const version = z.coerce.number('Reload the page and try again').int();
const reason = text('the reason', 1000).pipe(
  z.string().min(3, 'Say why, in a sentence that can be read out in court'),
);
const pounds = z.preprocess(
  (raw) => (typeof raw === 'string' ? raw.replace(/[£,\s]/g, '') : raw),
  z.coerce
    .number('Enter an amount in pounds, like 400')
    .positive('Enter an amount in pounds, like 400')
    .max(100_000, 'Enter an amount in pounds, like 400'),
);

const draftFields = {
  offence: z.enum(offences, 'Choose the offence'),
  offenceOn: optional(day('Enter the day of the offence, like 27 3 2026')),
  offenceTime: optional(
    z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Enter the time by the 24-hour clock, like 14:30'),
  ),
  placeWords: optional(text('where it happened', 300)),
  postcode: optional(text('the postcode', 10)),
  landType: codeOf(flyTipLandTypes, 'Choose the land from the list'),
  wasteType: codeOf(flyTipWasteTypes, 'Choose the waste from the list'),
  wasteSize: codeOf(flyTipSizes, 'Choose the size from the list'),
  identifiedBy: optional(z.enum(identifiedBys, 'Choose what shows who did it')),
  policyConsidered: tick,
  recipientName: optional(text('the name', 120)),
  recipientAddress: optional(text('the address', 300)),
};

/** A new draft; what is not there yet is told by the checklist, not refused. */
export const draftSchema = z.preprocess(
  withDays('offenceOn'),
  z.object({ ...draftFields, reportId: optional(z.uuid()), caseId: optional(z.uuid()) }),
);
export type DraftInput = z.output<typeof draftSchema>;
export const editSchema = z.preprocess(withDays('offenceOn'), z.object({ ...draftFields, version }));
export const evidenceSchema = z.object({
  kind: z.enum(evidenceKinds, 'Choose what it is'),
  words: text('what it shows', 1000).pipe(z.string().min(3, 'Say what it shows')),
});
export const issueSchema = z.object({
  version,
  servedHow: z.enum(serviceMethodCodes, 'Choose how it will be served'),
  isInUniform: tick,
});
export const serveSchema = z.preprocess(
  withDays('sentOn'),
  z.object({
    version,
    sentOn: day('Enter the day it was handed over or posted'),
    servedHow: z.enum(serviceMethodCodes, 'Choose how it was served'),
    servedBy: text('who served it', 120).pipe(z.string().min(2, 'Enter who served it')),
  }),
);
export const paymentSchema = z.preprocess(
  withDays('paidOn'),
  z.object({
    version,
    paidOn: day('Enter the day the money came'),
    pounds,
    paymentReference: text('the payment reference', 60).pipe(
      z.string().min(2, 'Enter the payment reference from the bank or the till'),
    ),
  }),
);
export const reasonSchema = z.object({ version, reason });
export const remindSchema = z.object({ version });
export const penaltyParams = z.object({ penaltyId: z.uuid() });
export const stepParams = penaltyParams.extend({
  action: z.enum([
    'discard',
    'challenge',
    'uphold',
    'reject',
    'cancel',
    'void',
    'refer',
    'convict',
    'acquit',
    'withdraw',
    'time-bar',
  ]),
});
export const paperParams = penaltyParams.extend({
  kind: z.enum(['notice', 'reminder', 'prosecution-file']),
  edition: z.coerce.number().int().positive(),
});
export const newQuery = z.object({ reportId: optional(z.uuid()), caseId: optional(z.uuid()) });
