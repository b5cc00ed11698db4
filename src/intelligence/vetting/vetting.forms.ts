import { z } from 'zod';
import { needed } from '../form/form.forms.ts';
import { version } from '../item/item.forms.ts';
import { vettingAnswers, vettingConditionCodes } from './vetting.words.ts';

export const vettingParams = z.object({ vettingId: z.uuid() });
export const proposeSchema = z.object({
  version,
  answer: z.enum(vettingAnswers, 'Choose an answer'),
  conditions: z.preprocess(
    (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
    z.array(z.enum(vettingConditionCodes, 'Choose from the list')),
  ),
  reason: needed(2000, 'Say why, for the unit'),
});
export const authoriseSchema = z.object({ version });
export const vettingExamples = {
  propose: { version: 0, answer: 'proceed', reason: 'Nothing is known that stands in the way' },
  authorise: { version: 1 },
};
