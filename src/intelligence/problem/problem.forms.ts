import { z } from 'zod';
import { spotMethod } from '../../../reference/hot-spots.ts';
import { blank } from '../form/form.forms.ts';
import { draftExample, draftSchema } from '../package/draft.forms.ts';
import { codesIn, kindCodes, monthText, spotsQuery } from '../spots/spots.forms.ts';

/** What a new profile counts; or the one whose next version it is. */
export const problemQuery = spotsQuery.extend({
  follows: blank(z.uuid()).catch(undefined),
});
export type ProblemQuery = z.output<typeof problemQuery>;

/** A problem profile: what a package says, and what it counts. */
export const problemSchema = draftSchema
  .extend({
    kind: z.enum(kindCodes, 'Choose the kind of harm'),
    districts: codesIn.default([]),
    from: monthText,
    to: monthText,
    metres: z.coerce
      .number()
      .refine((given) => spotMethod.cells.some((one) => one === given), 'Choose the side of a square')
      .default(spotMethod.usualCell),
    follows: blank(z.uuid()),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'The last month must not be before the first',
  });
export type ProblemInput = z.output<typeof problemSchema>;
export const problemExample = {
  ...draftExample,
  ...{ title: 'Fly-tipping on the lanes', kind: 'waste', from: '2026-01', to: '2026-11' },
};
