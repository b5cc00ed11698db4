import { z } from 'zod';
import { holdKinds } from '../records/index.ts';
import { retentionKinds, settableKinds } from './retention.rules.ts';

const why = z.string().trim().min(10, 'Say why, in a sentence').max(500, 'Use 500 characters or fewer');

export const kindParams = z.object({ retentionKind: z.enum(retentionKinds) });
export const holdParams = z.object({ holdId: z.uuid() });

export const periodSchema = z.object({
  kind: z.enum(settableKinds, 'Choose a kind'),
  months: z.preprocess(
    (raw) => (raw === '' || raw === null ? undefined : raw),
    z.coerce
      .number('Enter a whole number of months')
      .int('Enter a whole number of months')
      .min(1, 'Enter 1 month or more')
      .max(1200, 'Enter 1,200 months or fewer')
      .optional(),
  ),
  why,
});
export const holdSchema = z.object({
  kind: z.enum(holdKinds, 'Choose what is held'),
  reference: z.string().trim().min(3, 'Enter the reference').max(60, 'Enter the reference'),
  why,
});
export const liftSchema = z.object({ version: z.coerce.number('Reload the page and try again').int(), why });

export const examples = {
  period: { kind: 'screening', months: 72, why: 'Agreed in the records schedule' },
  hold: { kind: 'report', reference: '@reference', why: 'An inquiry has asked for it' },
  lift: { version: 1, why: 'The inquiry has ended' },
} as const;
