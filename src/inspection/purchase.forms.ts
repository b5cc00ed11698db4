import { z } from 'zod';
import { optional, text, tick, withDays } from '../enforcement/index.ts';
import { cursorParam } from '../platform/database/sorting.ts';
import {
  attemptResults,
  basisCodes,
  followUpKinds,
  partCodes,
  productCodes,
  ripaAnswers,
  testTypeCodes,
} from './inspection.words.ts';
import { agenciesField, said, versionField } from './premises.forms.ts';
import { purchaseActions } from './purchase.transitions.ts';

const planFields = {
  name: said('the name', 100, 'Enter the name of the operation'),
  onDay: z.iso.date('Enter the day, like 2 12 2026'),
  location: said('the location', 100, 'Enter the towns or streets, as the table will show them'),
  districtCode: z.string('Choose the district').min(1, 'Choose the district').max(20),
  testType: z.enum(testTypeCodes, 'Choose what is tested'),
  product: z.enum(productCodes, 'Choose what is asked for'),
  briefing: text('the briefing', 3000).default(''),
  riskAssessment: text('the risk assessment', 3000).default(''),
  ripaAnswer: optional(z.enum(ripaAnswers, 'Choose the answer')),
  ripaWords: text('why', 2000).default(''),
};
export const purchaseSchema = z.preprocess(
  withDays('onDay'),
  z.object({ ...planFields, agencies: agenciesField }),
);
export type PurchaseInput = z.output<typeof purchaseSchema>;
export const purchaseEditSchema = z.preprocess(
  withDays('onDay'),
  z.object({ ...planFields, version: versionField }),
);
export const purchaseListQuery = z.object({ after: cursorParam });
export const selectionSchema = z.object({
  premisesId: z.uuid('Choose the premises'),
  basis: z.enum(
    basisCodes,
    'Say whether intelligence, a complaint, a failed test or a concern led to it: a routine list is no reason',
  ),
  words: said('the reason', 1000, 'Say in words why these premises').pipe(
    z.string().min(10, 'Say in words why these premises: a sentence'),
  ),
  sourceReference: optional(text('the reference', 20)),
});
export const purchaseOfficerSchema = z.object({
  officerId: z.uuid('Choose the officer'),
  part: z.enum(partCodes, 'Choose what they do'),
});
const ageWords = 'Enter the age on the day, from 13 to 30';
export const volunteerSchema = z.preprocess(
  withDays('ownConsentOn', 'parentConsentOn'),
  z.object({
    code: z
      .string('Enter a code, like V1')
      .trim()
      .toUpperCase()
      .regex(/^V\d{1,2}$/, 'Enter a code, like V1: never a name or initials'),
    age: z.coerce.number(ageWords).int(ageWords).min(13, ageWords).max(30, ageWords),
    ownConsentOn: z.iso.date('Enter the day on which the volunteer agreed in writing'),
    parentConsentOn: optional(z.iso.date('Enter the day on which a parent agreed in writing')),
  }),
);
export const welfareSchema = z.object({
  volunteerId: z.uuid('Choose the volunteer'),
  words: said('how they are', 500, 'Say how the volunteer is'),
});
export const attemptSchema = z.object({
  selectionId: z.uuid('Choose the premises'),
  at: z
    .string('Enter the time')
    .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Enter the time by the 24-hour clock, like 09:40'),
  result: z.enum(attemptResults, 'Choose what came of it'),
  volunteerId: z.uuid('Choose the volunteer'),
  words: text('what was said', 1000).default(''),
});
export type AttemptInput = z.output<typeof attemptSchema>;
export const voidSchema = z.object({
  reason: said('the reason', 500, 'Say why it is no test'),
  version: versionField,
});
const followUpKind = z.enum(followUpKinds, 'Choose what follows');
export const offerSchema = z.object({ kind: followUpKind });
export const followUpSchema = z.preprocess(
  withDays('on'),
  z.object({
    status: z.enum(['done', 'declined'], 'Say what came of it'),
    on: z.iso.date('Enter the day'),
    version: versionField,
  }),
);
export const purchaseStepSchema = z.object({
  version: versionField,
  outcome: optional(text('the outcome', 2000)),
  reason: optional(text('the reason', 1000)),
  change: optional(tick),
});
export type PurchaseStepInput = z.output<typeof purchaseStepSchema>;
export const tableQuery = z.object({
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
  without: optional(z.enum(testTypeCodes)),
  location: optional(text('the location', 100)),
  districtCode: optional(z.string().max(20)),
});
export type TableQuery = z.output<typeof tableQuery>;
export const purchaseParams = z.object({ purchaseId: z.uuid() });
export const selectionParams = purchaseParams.extend({ selectionId: z.uuid() });
export const purchaseOfficerParams = purchaseParams.extend({ purchaseOfficerId: z.uuid() });
export const attemptParams = purchaseParams.extend({ attemptId: z.uuid() });
export const attemptLetterParams = attemptParams.extend({
  edition: z.coerce.number().int().min(1).max(99),
  format: z.enum(['pdf', 'docx']),
});
export const followUpParams = purchaseParams.extend({ followUpId: z.uuid() });
export const purchaseStepParams = purchaseParams.extend({ purchaseStep: z.enum(purchaseActions) });
