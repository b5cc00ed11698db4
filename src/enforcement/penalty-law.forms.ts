import { z } from 'zod';
import { dayField, goField, lineField, reasonField } from '../directory/index.ts';
import { offences } from './penalty.words.ts';

const none = (raw: unknown): unknown => (raw === '' || raw === null ? undefined : raw);
/** Pounds as people type them, `£1,000` too; kept as they are sent again, counted in pence by the command. */
export const pounds = (words: string) =>
  z
    .preprocess(
      (raw) => (typeof raw === 'string' ? raw.replace(/[£,\s]/g, '') : raw),
      z.coerce.number(words).positive(words).max(100_000, words),
    )
    .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), words);
const days = (words: string) => z.coerce.number(words).int(words).min(1, words).max(365, words);

export const adoptedParams = z.object({ adoptedId: z.uuid() });
export const lawParams = z.object({ lawId: z.uuid() });

export const adoptSchema = z.object({
  agencyId: z.uuid('Choose the council'),
  offence: z.enum(offences, 'Choose the offence'),
  amount: pounds('Enter an amount in pounds, like 400'),
  early: z.preprocess(none, pounds('Enter an amount in pounds, like 250, or leave it empty').optional()),
  earlyDays: z.preprocess(none, days('Enter a number of days, or leave it empty').optional()),
  windowDays: days('Enter the days there are to pay, like 14'),
  validFrom: dayField,
  minute: lineField('the minute that adopted it, like Cabinet 12 March 2027, minute 41', 200, 3),
  reason: reasonField,
});
export const withdrawSchema = z.object({ reason: reasonField });
export const switchOnSchema = z.object({
  validFrom: dayField,
  confirmedWords: lineField('where it was confirmed, like the number of the regulations', 300, 3),
  reason: reasonField,
});
export const adoptForm = adoptSchema.extend({ go: goField });
export const withdrawForm = withdrawSchema.extend({ go: goField });
export const switchOnForm = switchOnSchema.extend({ go: goField });

export type AdoptInput = z.output<typeof adoptSchema>;
export type SwitchOnInput = z.output<typeof switchOnSchema> & { lawId: string };

/** Examples that only look. */
export const adoptExample = {
  ...{ agencyId: '@agencyId', offence: 'fly-tipping', amount: '500', early: '300', earlyDays: '10' },
  ...{ windowDays: '14', validFrom: '2027-04-01', minute: 'Cabinet 12 March 2027, minute 41' },
  ...{ reason: 'An example', go: 'preview' },
};
export const withdrawExample = { reason: 'An example', go: 'preview' };
export const switchOnExample = {
  ...{
    validFrom: '2027-04-01',
    confirmedWords: 'The regulations as made',
    reason: 'An example',
    go: 'preview',
  },
};
