import { z } from 'zod';
import { optional, text, tick, withDays } from '../enforcement/index.ts';
import { cursorParam } from '../platform/database/sorting.ts';
import { operationActions } from './operation.transitions.ts';
import { partCodes, resultCodes, stopKinds } from './operation.words.ts';

const version = z.coerce.number('Reload the page and try again').int();
const said = (what: string, longest: number, words: string) =>
  text(what, longest).pipe(z.string().min(3, words));
const count = (words: string) => z.coerce.number(words).int(words).min(0, words).max(9999, words);

const planFields = {
  name: said('the name', 100, 'Enter the name of the operation'),
  onDay: z.iso.date('Enter the day, like 2 12 2026'),
  objectives: said('the objectives', 2000, 'Say what it is to achieve'),
  roads: said('the roads and places', 1000, 'Say on which roads, and where'),
  districtCode: z.string('Choose the district').min(1, 'Choose the district').max(20),
  briefing: text('the briefing', 3000).default(''),
  packageReference: optional(text('the reference', 20)),
};
export const planSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    ...planFields,
    agencies: z.preprocess(
      (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
      z.array(z.uuid('Choose from the list')).max(60),
    ),
  }),
);
/** Where a page of the list starts. */
export const operationListQuery = z.object({ after: cursorParam });
export type PlanInput = z.output<typeof planSchema>;
export const editPlanSchema = z.preprocess(withDays('onDay'), z.object({ ...planFields, version }));
export const answerPlanSchema = z.object({
  answer: z.enum(['agreed', 'declined'], 'Say whether your agency takes part'),
});
export const officerSchema = z.object({
  officerId: z.uuid('Choose the officer'),
  part: z.enum(partCodes, 'Choose what they do'),
});
export const visitSchema = z.object({
  address: text('the address', 300).default(''),
  postcode: text('the postcode', 10).default(''),
  vehicle: text('the registration mark', 12).default(''),
});
export const stopSchema = z.object({
  kind: z.enum(stopKinds, 'Choose what was stopped'),
  at: z
    .string('Enter the time')
    .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Enter the time by the 24-hour clock, like 09:40'),
  place: said('the place', 300, 'Say where it was'),
  vehicle: optional(text('the registration mark', 12)),
  isLicenceChecked: tick,
  result: z.enum(resultCodes, 'Choose what came of it'),
  words: text('what was said', 1000).default(''),
});
export type StopInput = z.output<typeof stopSchema>;
export const reportSchema = z.object({
  formsSent: count('Enter how many intelligence forms, like 2'),
  arrests: count('Enter how many arrests, like 0'),
  wantsAgain: tick,
  words: said('what your agency reports', 2000, 'Say in a sentence how it went'),
});
export const operationStepSchema = z.object({
  version,
  results: optional(text('the results', 3000)),
  lessons: optional(text('the lessons', 3000)),
  reason: optional(text('the reason', 1000)),
  change: optional(tick),
});
export type OperationStepInput = z.output<typeof operationStepSchema>;
export const operationParams = z.object({ operationId: z.uuid() });
export const operationOfficerParams = operationParams.extend({ operationOfficerId: z.uuid() });
export const operationStopParams = operationParams.extend({ stopId: z.uuid() });
export const operationStepParams = operationParams.extend({ operationStep: z.enum(operationActions) });
