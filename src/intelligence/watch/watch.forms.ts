import { z } from 'zod';
import { withDays } from '../../enforcement/index.ts';
import { line, needed } from '../form/form.forms.ts';
import { linkKinds } from '../link/link.words.ts';

export const watchParams = z.object({ watchId: z.uuid() });
const untilOn = z.iso.date('Enter the last day on which it is watched for, like 27 3 2027');

/** Whom or what somebody watches for; `more` is a date of birth, a company number or a postcode. */
export const watchSchema = z.preprocess(
  withDays('untilOn'),
  z.object({
    kind: z.enum(linkKinds, 'Choose what it is'),
    label: needed(120, 'Enter who or what it is'),
    more: line(20),
    why: needed(500, 'Say why it is necessary, and why nothing less would do'),
    untilOn,
  }),
);
export type WatchInput = z.output<typeof watchSchema>;
export const watchExample = {
  ...{ kind: 'phone', label: '07700 900555', why: 'Named by two victims in a week' },
  untilOn: '2026-12-31',
};

const version = z.coerce.number('Reload the page and try again').int();
/** Watches on until another day, or no longer. */
export const watchStepSchema = z.preprocess(
  withDays('untilOn'),
  z
    .object({
      version,
      act: z.enum(['renew', 'end'], 'Choose whether it goes on'),
      untilOn: z.preprocess((raw) => (raw === '' ? undefined : raw), untilOn.optional()),
      stepWhy: needed(500, 'Say why'),
    })
    .superRefine(({ act, untilOn: day }, context) => {
      if (act === 'renew' && !day)
        context.addIssue({
          ...{ code: 'custom', path: ['untilOn'] },
          message: 'Enter the last day on which it is watched for, like 27 3 2027',
        });
    }),
);
export type WatchStepInput = z.output<typeof watchStepSchema>;
export const watchStepExample = { version: 1, act: 'end', stepWhy: 'Known by now' };

export const hitSchema = z.object({
  itemId: z.uuid('Choose the item'),
  answer: z.enum(['it-is', 'it-is-not'], 'Say whether it is'),
});
export const hitExample = { itemId: '@itemId', answer: 'it-is' };
