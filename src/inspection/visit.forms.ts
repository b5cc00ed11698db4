import { z } from 'zod';
import { companions } from '../assurance/index.ts';
import { codes, text, withDays } from '../enforcement/index.ts';
import { findingCodes, visitKindCodes, visitResultCodes } from './inspection.words.ts';
import { agenciesField, said, versionField } from './premises.forms.ts';

/** Who goes along, where a precaution says that nobody goes alone. */
const company = {
  companion: text('who goes along', 120).default(''),
  companionIs: z.enum(companions, 'Say who goes along').default('anybody'),
};
export const companySchema = z.object(company);
export const visitSchema = z.preprocess(
  withDays('plannedOn'),
  z.object({
    premisesId: z.uuid('Choose the premises'),
    kind: z.enum(visitKindCodes, 'Choose what kind of visit'),
    plannedOn: z.iso.date('Enter the day, like 2 12 2026'),
    agencies: agenciesField,
    ...company,
  }),
);
export const visitResultSchema = z.preprocess(
  withDays('visitedOn'),
  z.object({
    visitedOn: z.iso.date('Enter the day of the visit'),
    result: z.enum(visitResultCodes, 'Choose the result'),
    findings: codes(findingCodes),
    words: text('what was found', 3000).default(''),
    version: versionField,
  }),
);
export const sampleSchema = z.object({ what: said('what was taken', 200, 'Say what was taken') });
export const sampleResultSchema = z.object({
  result: z.enum(['satisfactory', 'unsatisfactory'], 'Choose the result'),
  version: versionField,
});
export const inspectionVisitParams = z.object({ inspectionVisitId: z.uuid() });
export const sampleParams = inspectionVisitParams.extend({ sampleId: z.uuid() });
