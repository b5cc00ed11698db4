import { z } from 'zod';
import {
  asbCategories,
  asbChannels,
  asbMeasures,
  asbSubTypes,
  breachResults,
  riskLevels,
  riskOverrides,
} from '../../reference/asb.ts';
import { codes, optional, recordField, text, withDays } from '../enforcement/index.ts';
import { cursorParam } from '../platform/database/sorting.ts';
import { asbCaseActions, asbCaseStatuses } from './case.transitions.ts';
import { orderPapers } from './order.documents.ts';
import { orderActions, orderKinds } from './order.transitions.ts';

const codesOf = <Code extends string>(rows: readonly { code: Code }[]) =>
  rows.map(({ code }) => code) as [Code, ...Code[]]; // there are some
export const said = (what: string, longest: number, words: string) =>
  text(what, longest).pipe(z.string().min(3, words));
export const day = (words: string) => z.iso.date(words);
export const version = z.coerce.number('Reload the page and try again').int();
const email = optional(
  text('the e-mail address', 200).pipe(z.email('Enter an e-mail address, like name@place.example')),
);

export const caseListQuery = z.object({
  status: optional(z.enum(asbCaseStatuses)),
  level: optional(z.enum(codesOf(riskLevels))),
  due: optional(z.literal('overdue')),
  after: cursorParam,
});
const complainantFields = {
  name: said('the name', 200, 'Enter who complains'),
  phone: text('the telephone number', 40).default(''),
  email,
  wishes: text('how they wish to be reached', 500).default(''),
  recordId: optional(recordField),
  contactOfficerId: z.uuid('Choose the one person who keeps in touch with them'),
};
export const complainantSchema = z.object(complainantFields);
export type ComplainantInput = z.output<typeof complainantSchema>;
export const openCaseSchema = z.preprocess(
  withDays('receivedOn'),
  z.object({
    reportId: optional(recordField),
    channel: z.enum(codesOf(asbChannels), 'Choose how it came'),
    category: z.enum(codesOf(asbCategories), 'Choose the category'),
    subType: z.enum(codesOf(asbSubTypes), 'Choose the kind'),
    summary: said('what happens', 3000, 'Say in a sentence what happens'),
    districtCode: z.string('Choose the district').min(1, 'Choose the district').max(20),
    placeWords: text('where it happens', 300).default(''),
    placeRecordId: optional(recordField),
    subjectName: text('the name', 200).default(''),
    subjectRecordId: optional(recordField),
    receivedOn: day('Enter the day it was reported, like 2 12 2026'),
    ...complainantFields,
  }),
);
export type OpenCaseInput = z.output<typeof openCaseSchema>;
export const contactSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    complainantId: z.uuid('Choose whom'),
    onDay: day('Enter the day, like 2 12 2026'),
    words: said('what was said', 2000, 'Say what they were told, or said'),
  }),
);
export const incidentSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    onDay: day('Enter the day it happened, like 2 12 2026'),
    words: said('what happened', 2000, 'Say what happened'),
    complainantId: optional(z.uuid('Choose from the list')),
    reportId: optional(recordField),
  }),
);
/** `score-frequency: 2` of a form, or `scores: {frequency: 2}` of the API, become one list. */
const withScores = (raw: unknown): unknown => {
  if (typeof raw !== 'object' || raw === null) return raw;
  const given: Record<string, unknown> = { ...raw };
  given.scores ??= Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      name.startsWith('score-') ? [[name.slice('score-'.length), value]] : [],
    ),
  );
  return given;
};
export const assessmentSchema = z.preprocess(
  withScores,
  z.object({
    scores: z.record(
      z.string().max(60),
      z.coerce.number('Choose 0 to 3').int('Choose 0 to 3').min(0, 'Choose 0 to 3').max(3, 'Choose 0 to 3'),
    ),
    overrides: codes(codesOf(riskOverrides)),
    overrideWords: text('why it is high', 1000).default(''),
    victimWords: said(
      'the victim’s own view',
      1000,
      'Write what the victim says of the risk; that they would not say is an answer',
    ),
    words: text('what else counts', 2000).default(''),
    version,
  }),
);
export type AssessmentInput = z.output<typeof assessmentSchema>;
export const measureSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    kind: z.enum(asbMeasures.map(({ code }) => code) as [string, ...string[]], 'Choose what was done'), // there are some
    onDay: day('Enter the day, like 2 12 2026'),
    words: said('what was done', 2000, 'Say what was done, and with what result'),
    victimViews: text('the victim’s views', 1000).default(''),
  }),
);
export const orderSchema = z.preprocess(
  withDays('convictedOn', 'youthTeamOn'),
  z.object({
    kind: z.enum(orderKinds, 'Choose a contract or an order'),
    age: z.coerce
      .number('Enter their age in years, like 34')
      .int('Enter their age in years, like 34')
      .min(0, 'Enter their age in years, like 34')
      .max(120, 'Enter their age in years, like 34'),
    terms: text('the terms', 4000).default(''),
    court: text('the court', 200).default(''),
    convictedOn: optional(day('Enter the day of the conviction, like 2 12 2026')),
    youthTeamOn: optional(day('Enter the day, like 2 12 2026')),
  }),
);
export const breachSchema = z.preprocess(
  withDays('onDay', 'custodyFrom', 'releaseOn'),
  z.object({
    onDay: day('Enter the day of the breach, like 2 12 2026'),
    words: said('what happened', 2000, 'Say what happened'),
    result: z.enum(codesOf(breachResults), 'Choose what came of it'),
    custodyFrom: optional(day('Enter the day custody began, like 2 12 2026')),
    releaseOn: optional(day('Enter the day they are expected to be released, like 2 12 2026')),
  }),
);
export const asbParams = z.object({ asbId: z.uuid() });
export const asbStepParams = asbParams.extend({ asbStep: z.enum(asbCaseActions) });
export const orderParams = z.object({ orderId: z.uuid() });
export const orderPaperParams = orderParams.extend({
  orderPaper: z.enum(orderPapers),
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
export const orderStepParams = orderParams.extend({ orderStep: z.enum(orderActions) });
