import { z } from 'zod';
import { tick } from '../enforcement/index.ts';
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
const answer = z.object({ criterion: z.string().max(40), isMet: tick, words: z.string().trim().max(500) });
/** What was found out of each criterion: as a list, or as the fields of a form (`met-…`, `words-…`). */
export const answersSchema = z.preprocess(
  (raw) => {
    if (typeof raw !== 'object' || raw === null || 'items' in raw) return raw;
    const given: Record<string, unknown> = { ...raw };
    const items = Object.keys(given)
      .filter((key) => key.startsWith('met-') && given[key] !== '')
      .map((key) => ({
        criterion: key.slice(4),
        isMet: given[key],
        words: given[`words-${key.slice(4)}`] ?? '',
      }));
    return { items };
  },
  z.object({ items: z.array(answer).max(60) }),
);
export const schemeParams = z.object({ schemeId: z.uuid() });
export const memberParams = schemeParams.extend({ memberId: z.uuid() });
export const awardParams = z.object({ awardId: z.uuid() });
export const certificateParams = awardParams.extend({
  edition: z.coerce.number().int().min(1).max(99),
  format: z.enum(['pdf', 'docx']),
});
