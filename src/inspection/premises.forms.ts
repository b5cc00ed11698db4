import { z } from 'zod';
import { optional, recordField, text, tick, withDays } from '../enforcement/index.ts';
import { cursorParam } from '../platform/database/sorting.ts';
import { choiceCodes, premisesKindCodes, riskCodes } from './inspection.words.ts';

export const versionField = z.coerce.number('Reload the page and try again').int();
export const said = (what: string, longest: number, words: string) =>
  text(what, longest).pipe(z.string().min(3, words));
/** Agencies ticked in a list, none among them. */
export const agenciesField = z.preprocess(
  (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
  z.array(z.uuid('Choose from the list')).max(60),
);

export const premisesFilterSchema = z.object({
  words: optional(text('the words', 100)),
  kind: optional(z.enum(premisesKindCodes)),
  risk: optional(z.enum(riskCodes)),
  districtCode: optional(z.string().max(20)),
  concern: optional(tick),
  after: cursorParam,
});
/** Words by which premises to choose from are found. */
export const findQuery = z.object({ find: z.string().trim().max(100).default('') });
export const premisesParams = z.object({ premisesId: z.uuid() });
const common = {
  kind: z.enum(premisesKindCodes, 'Choose what kind of premises they are'),
  licenceNumber: optional(text('the number of the licence', 40)),
  risk: optional(z.enum(riskCodes, 'Choose the risk from the list')),
};
export const premisesSchema = z.object({
  ...common,
  tradingName: said('the name over the door', 120, 'Enter the name over the door'),
  firmRecordId: optional(recordField),
  placeRecordId: optional(recordField),
  firmName: optional(text('the firm', 120)),
  companyNumber: optional(text('the company number', 12)),
  address: optional(text('the address', 300)),
  postcode: optional(text('the postcode', 10)),
});
export type PremisesInput = z.output<typeof premisesSchema>;
export const premisesEditSchema = z.object({
  ...common,
  reason: said('the reason', 1000, 'Say why it changes'),
  version: versionField,
});
export const concernSchema = z.object({
  words: said('what the concern is', 2000, 'Say what the concern is'),
  sharedWords: said('what other agencies are told', 500, 'Say what other agencies are told of it'),
  agencies: agenciesField,
});
export const concernEndSchema = z.object({
  reason: said('the reason', 1000, 'Say why it is over'),
});
/** Keeping premises begins with the records that it was begun from. */
export const newPremisesQuery = z.object({
  firmRecordId: optional(z.uuid()).catch(undefined),
  placeRecordId: optional(z.uuid()).catch(undefined),
});
export const saleSchema = z.object({ penaltyId: recordField });
export const decisionSchema = z.preprocess(
  withDays('lastOn'),
  z.object({
    choice: z.enum(choiceCodes, 'Choose what is done'),
    hours: optional(z.coerce.number('Enter the hours, like 48').int('Enter whole hours')),
    words: said('the reason', 2000, 'Say why'),
    lastOn: z.iso.date('Reload the page and try again'),
  }),
);

export const premisesPapers = ['closure-notice'] as const;
export type PremisesPaper = (typeof premisesPapers)[number];
export const premisesPaperParams = premisesParams.extend({
  premisesPaper: z.enum(premisesPapers),
  edition: z.coerce.number().int().positive().max(9999),
  format: z.enum(['pdf', 'docx']),
});
