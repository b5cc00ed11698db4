import { z } from 'zod';

export const conversionParams = z.object({ conversionId: z.uuid() });
/** Each mark to convert with how many paragraphs of it the list showed, such as `B24:12`: what came since is looked at first. */
export const conversionSchema = z.object({
  marks: z.preprocess(
    (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
    z
      .array(z.string().regex(/^[A-Ea-e][1-5][1-5]:\d{1,7}$/, 'Choose marks of the list'))
      .min(1, 'Choose which marks are converted')
      .max(125),
  ),
});
export type ConversionInput = z.output<typeof conversionSchema>;
export const conversionExample = { marks: ['B24:1'] };
