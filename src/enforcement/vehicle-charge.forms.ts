import { z } from 'zod';
import { optional, text, withDays } from './fields.ts';
import { pounds } from './penalty-law.forms.ts';
import { chargeActions } from './vehicle-charge.transitions.ts';

/** Everything that a step may ask; which of it a step does ask, its line of the table says. */
export const chargeStepSchema = z.preprocess(
  withDays('on'),
  z.object({
    version: z.coerce.number('Reload the page and try again').int(),
    action: z.enum(chargeActions, 'Choose what became of the charge'),
    on: optional(z.iso.date('Enter the day, like 27 3 2026')),
    pounds: z.preprocess(
      (raw) => (raw === '' || raw === null ? undefined : raw),
      pounds('Enter an amount in pounds, like 192.50').optional(),
    ),
    receipt: optional(text('the receipt', 120)),
    reason: optional(text('the reason', 1000)),
  }),
);
export type ChargeStepInput = z.output<typeof chargeStepSchema>;
/** Only what the suites that drive every route send. */
export const chargeStepExample = {
  version: 1,
  action: 'waive',
  on: '2026-11-19',
  reason: 'Stolen from its keeper',
};
