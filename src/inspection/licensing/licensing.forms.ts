import { z } from 'zod';
import { licensingClocks } from '../../../reference/licensing.ts';
import { codes, optional, text, tick, withDays } from '../../enforcement/index.ts';
import { cursorParam, sortParam } from '../../platform/database/sorting.ts';
import { licensingActions } from './licensing.transitions.ts';
import {
  appealResults,
  applicantCodes,
  licensingKinds,
  licensingPapers,
  licensingStatuses,
  objectiveCodes,
  outcomeCodes,
  partyCodes,
  standings,
} from './licensing.words.ts';

const day = (words: string) => z.iso.date(words).refine((given) => given >= '1900-01-01', words);

export const licensingDraftSchema = z.object({
  premisesId: z.uuid('Choose premises'),
  kind: z.enum(licensingKinds, 'Choose which review'),
});
export type LicensingDraftInput = z.output<typeof licensingDraftSchema>;

/** Everything that a step may ask; which of it a step does ask, its line of the table says. */
export const licensingStepSchema = z.preprocess(
  withDays('on', 'hearingOn', 'until'),
  z.object({
    version: z.coerce.number('Reload the page and try again').int(),
    on: optional(day('Enter the day, like 27 3 2026')),
    applicant: optional(z.enum(applicantCodes, 'Choose who applies')),
    grounds: codes(objectiveCodes),
    case: optional(text('the case', 6000)),
    certificate: optional(text('the certificate', 1000)),
    from: optional(z.enum(partyCodes, 'Choose who it is from')),
    standing: optional(z.enum(standings, 'Choose whether it is for or against')),
    hearingOn: optional(day('Enter the day of the hearing, like 27 3 2026')),
    result: optional(z.enum(appealResults, 'Choose what the court decided')),
    outcomes: codes(outcomeCodes),
    conditions: optional(text('the conditions', 4000)),
    until: optional(day('Enter the last day, like 27 3 2026')),
    reason: optional(text('the reason', 3000)),
    // Back from the page for checking to the form, with what was typed.
    change: optional(tick),
  }),
);
export type LicensingStepInput = z.output<typeof licensingStepSchema>;

/** The number that the agency uses for a period; left empty, it uses none. */
export const licensingClockSchema = z.object({
  code: z.enum(licensingClocks, 'Choose a period'),
  count: optional(
    z.coerce
      .number('Enter a whole number')
      .int('Enter a whole number')
      .min(1, 'Enter 1 or more')
      .max(400, 'Enter 400 or fewer'),
  ),
  source: text('where you have it from', 300).pipe(
    z.string().min(5, 'Say where you have the number from, as an Act or your legal team'),
  ),
});
export type LicensingClockInput = z.output<typeof licensingClockSchema>;

export const licensingParams = z.object({ licensingId: z.uuid() });
export const licensingStepParams = licensingParams.extend({ licensingStep: z.enum(licensingActions) });
export const licensingPaperParams = licensingParams.extend({
  licensingPaper: z.enum(licensingPapers),
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
export const licensingFilterSchema = z.object({
  status: optional(z.enum(['open', ...licensingStatuses])),
  kind: optional(z.enum(licensingKinds)),
  reference: optional(z.string().max(20)),
  premisesId: optional(z.uuid()),
  /** A part of the name of the premises or the firm, or of the number of the licence. */
  name: optional(text('the name', 100)),
  districtCode: optional(z.string().max(20)),
  /** Reviews that wait for a day up to this one. */
  dueTo: optional(z.iso.date('Enter a date, like 2026-11-22')),
  sort: sortParam,
  after: cursorParam,
});
export type LicensingFilterInput = z.output<typeof licensingFilterSchema>;
