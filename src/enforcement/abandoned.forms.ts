import { z } from 'zod';
import { assessmentFactors, noticePeriods } from '../../reference/abandoned.ts';
import { itemsOf } from '../platform/ui/index.ts';
import { abandonedActions } from './abandoned.transitions.ts';
import {
  abandonedPapers,
  abandonedStatuses,
  askedOfs,
  disposals,
  factorAnswers,
  keeperAnswers,
  noticeWays,
  standingLands,
} from './abandoned.words.ts';
import { codes, fileFilterFields, optional, recordField, text, tick, withDays } from './fields.ts';

const version = z.coerce.number('Reload the page and try again').int();
const day = (words: string) => z.iso.date(words).refine((given) => given >= '1978-04-23', words);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter the time by the 24-hour clock, like 14:30');
const degrees = (most: number) =>
  optional(
    z.coerce
      .number('Enter degrees, like 52.4')
      .min(-most, `Enter degrees from -${most} to ${most}`)
      .max(most, `Enter degrees from -${most} to ${most}`),
  );

const reportFields = {
  mark: optional(text('the registration mark', 20)),
  make: optional(text('the make', 60)),
  colour: optional(text('the colour', 40)),
  landKind: z.enum(standingLands, 'Choose what land it stands on'),
  placeWords: optional(text('where it stands', 300)),
  postcode: optional(text('the postcode', 10)),
  lat: degrees(90),
  lon: degrees(180),
  occupierWords: optional(text('who occupies the land', 300)),
  seenOn: day('Enter the day it was first seen, like 27 3 2026'),
};
/** A new file; what is not there yet is told by the list of needs, not refused. */
export const reportAbandonedSchema = z.preprocess(
  withDays('seenOn'),
  z.object({ ...reportFields, reportId: optional(z.uuid()), caseId: optional(z.uuid()) }),
);
export type ReportAbandoned = z.output<typeof reportAbandonedSchema>;
export const editAbandonedSchema = z.preprocess(withDays('seenOn'), z.object({ ...reportFields, version }));

const factorCodes = assessmentFactors.map(({ code }) => code) as [string, ...string[]]; // there are some
const factorItem = z.object({
  item: z.enum(factorCodes, 'Choose a factor of the assessment'),
  answer: z.enum(factorAnswers, 'Choose an answer'),
  words: text('what was found', 1000),
});
export const assessmentForm = { item: 'item', answer: 'answer' };
export const assessmentSchema = z.preprocess(
  itemsOf(assessmentForm),
  z.object({ version, items: z.array(factorItem).max(20) }),
);
export type AssessmentInput = z.output<typeof assessmentSchema>;

export const enquirySchema = z.preprocess(
  withDays('askedOn'),
  z.object({
    version,
    askedOn: day('Enter the day you asked'),
    askedOf: z.enum(askedOfs, 'Choose whom you asked'),
    enquiryReason: text('why you asked', 500).pipe(z.string().min(3, 'Say why you asked')),
    answer: z.enum(keeperAnswers, 'Choose what the answer was'),
    answerWords: optional(text('the answer', 1000)),
    keeperName: optional(text('the name', 120)),
    keeperAddress: optional(text('the address', 300)),
    recordId: optional(recordField),
  }),
);
export type EnquiryInput = z.output<typeof enquirySchema>;

/** Everything that a step may ask; which of it a step does ask, its line of the table says. */
export const abandonedStepSchema = z.preprocess(
  withDays('on'),
  z.object({
    version,
    on: optional(day('Enter the day, like 27 3 2026')),
    time: optional(time),
    period: optional(z.enum(noticePeriods, 'Choose how long the notice runs')),
    ways: codes(noticeWays),
    by: optional(text('by whom', 120)),
    told: optional(text('who was told', 300)),
    who: optional(text('who it was', 200)),
    storage: optional(z.coerce.number('Enter how many days, like 14').int('Enter a whole number')),
    store: optional(text('the store', 200)),
    disposal: optional(z.enum(disposals, 'Choose how it was disposed of')),
    evidence: optional(text('what shows it', 1000)),
    reason: optional(text('the reason', 1000)),
    // Back from the page for checking to the form, with what was typed.
    change: optional(tick),
  }),
);
export type AbandonedStepInput = z.output<typeof abandonedStepSchema>;

export const abandonedParams = z.object({ abandonedId: z.uuid() });
export const abandonedStepParams = abandonedParams.extend({ abandonedStep: z.enum(abandonedActions) });
export const abandonedPaperParams = abandonedParams.extend({
  abandonedPaper: z.enum(abandonedPapers),
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
export const newAbandonedQuery = z.object({
  reportId: optional(z.uuid()).catch(undefined),
  caseId: optional(z.uuid()).catch(undefined),
});

/** Everything a list of files can be narrowed by, as it stands in the address; by a mark only files of one's own agency are found. */
export const abandonedFilterSchema = z.object({
  status: optional(z.enum(['live', ...abandonedStatuses])),
  landKind: optional(z.enum(standingLands)),
  mark: optional(z.string().max(20)),
  ...fileFilterFields,
});
export type AbandonedFilterInput = z.output<typeof abandonedFilterSchema>;
