import { z } from 'zod';
import { dayField, goField, lineField, listField, reasonField, versionField } from '../change/fields.ts';

export const areaParams = z.object({ areaCode: z.string().max(40) });

export const areaSchema = z.object({
  name: lineField('a name', 120),
  version: versionField,
  reason: reasonField,
});
export const endAreaSchema = z.object({
  endsOn: dayField,
  successorCodes: listField(z.string().trim().max(40)).refine(
    (codes) => codes.length > 0,
    'Name at least one area that takes over',
  ),
  version: versionField,
  reason: reasonField,
});
export const takeBackForm = z.object({ reason: reasonField, go: goField });
export const areaForm = areaSchema.extend({ go: goField });
export const endAreaForm = endAreaSchema.extend({ go: goField });

export type AreaInput = z.output<typeof areaSchema> & { areaCode: string };
export type EndAreaInput = z.output<typeof endAreaSchema> & { areaCode: string };

/** Examples that only look. */
export const renameAreaExample = { name: 'Example ward', version: 1, reason: 'An example', go: 'preview' };
export const endAreaExample = {
  ...{ endsOn: '2027-04-01', successorCodes: ['E00000000'], version: 1, reason: 'An example', go: 'preview' },
};
