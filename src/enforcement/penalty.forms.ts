import { z } from 'zod';
import { flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../reference/fly-tip.ts';
import { optional, recordField, text, tick, withDays } from './fields.ts';
import { evidenceKinds, identifiedBys, offences, serviceMethodCodes } from './penalty.words.ts';

const codeOf = (words: readonly { code: string }[], message: string) =>
  optional(z.string().refine((raw) => words.some((word) => word.code === raw), message));

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
  pspoId: optional(z.uuid('Choose an order from the list')),
  landType: codeOf(flyTipLandTypes, 'Choose the land from the list'),
  wasteType: codeOf(flyTipWasteTypes, 'Choose the waste from the list'),
  wasteSize: codeOf(flyTipSizes, 'Choose the size from the list'),
  identifiedBy: optional(z.enum(identifiedBys, 'Choose what shows who did it')),
  policyConsidered: tick,
  recordId: optional(recordField),
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
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
export const exhibitParams = penaltyParams.extend({ penaltyExhibitId: z.uuid() });
export const newQuery = z.object({
  reportId: optional(z.uuid()),
  caseId: optional(z.uuid()),
  // Who it is to be for, where it is begun from their record.
  recordId: optional(z.uuid()).catch(undefined),
  // What the notice is to be for, where the file it is begun from says so.
  offence: optional(z.enum(offences)).catch(undefined),
});
