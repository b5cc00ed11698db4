import { z } from 'zod';
import { text } from '../enforcement/index.ts';
import { itemsOf } from '../platform/ui/index.ts';
import { schemeKindCodes } from './inspection.words.ts';
import { agenciesField, said, versionField } from './premises.forms.ts';

export const schemeSchema = z.object({
  kind: z.enum(schemeKindCodes, 'Choose what kind of scheme'),
  name: said('the name', 100, 'Enter the name of the scheme'),
  districtCode: z.string('Choose the district').min(1, 'Choose the district').max(20),
  agencies: agenciesField,
});
export const holdSchema = z.object({
  reason: said('the reason', 500, 'Say why'),
  version: versionField,
});
export const memberSchema = z.object({ premisesId: z.uuid('Choose the premises') });
export const awardSchema = z.object({ premisesId: z.uuid('Choose the premises') });
export const versionSchema = z.object({ version: versionField });
const yesNo = z.preprocess(
  (raw) => (raw === 'yes' || raw === 'true' ? true : raw === 'no' || raw === 'false' ? false : raw),
  z.boolean('Say whether it is met'),
);
const answer = z.object({
  criterion: z.string().max(40),
  isMet: yesNo,
  words: text('what was seen', 500).default(''),
});
export const answersForm = { item: 'criterion', answer: 'isMet', field: 'met' };
/** What was found out of each criterion: as a list, or as the fields of a form (`met-…`, `words-…`). */
export const answersSchema = z.preprocess(itemsOf(answersForm), z.object({ items: z.array(answer).max(60) }));
export const schemeParams = z.object({ schemeId: z.uuid() });
export const memberParams = schemeParams.extend({ memberId: z.uuid() });
export const awardParams = z.object({ awardId: z.uuid() });
export const certificateParams = awardParams.extend({
  edition: z.coerce.number().int().min(1).max(99),
  format: z.enum(['pdf', 'docx']),
});
