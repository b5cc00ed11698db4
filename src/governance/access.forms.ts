import { z } from 'zod';
import { exemptionCodes } from '../../reference/exemptions.ts';
import { optional, text, withDays } from '../enforcement/index.ts';
import { accessActions } from './access.transitions.ts';
import { accessRegimes } from './access.words.ts';

const said = (what: string, longest: number, words: string) =>
  text(what, longest).pipe(z.string().min(3, words));

export const accessParams = z.object({ accessId: z.uuid() });
export const accessItemParams = accessParams.extend({ accessItemId: z.uuid() });
export const accessStepParams = accessParams.extend({ accessStep: z.enum(accessActions) });
export const accessPaperParams = accessParams.extend({
  accessPaper: z.enum(['letter', 'bundle', 'schedule']),
  edition: z.coerce.number().int().min(1).max(999),
  format: z.enum(['pdf', 'docx']),
});
export const accessSchema = z.preprocess(
  withDays('dateOfBirth', 'receivedOn'),
  z.object({
    name: said('the name', 120, 'Enter the name of whoever asks'),
    dateOfBirth: z.iso.date('Enter the date of birth: without it nobody is told apart from a namesake'),
    phone: text('the telephone', 30).default(''),
    email: text('the e-mail address', 200).default(''),
    replyBy: said('how they are answered', 300, 'Say how they are answered, in a way that is safe for them'),
    regime: z.enum(accessRegimes, 'Choose the part of the law'),
    receivedOn: z.iso.date('Enter the day on which it came'),
  }),
);
export type AccessInput = z.output<typeof accessSchema>;
export const accessStepSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    version: z.coerce.number('Reload the page and try again').int(),
    words: text('the words', 1000).default(''),
    onDay: optional(z.iso.date('Enter the day')),
  }),
);
export const decisionSchema = z
  .object({
    version: z.coerce.number('Reload the page and try again').int(),
    decision: z.enum(['give', 'withhold'], 'Choose whether it is given'),
    given: text('the words', 20_000).default(''),
    exemption: optional(z.enum(exemptionCodes, 'Choose the exemption')),
    reason: text('the reason', 1000).default(''),
  })
  .refine((one) => one.decision !== 'give' || one.given.length > 0, {
    path: ['given'],
    message: 'Write the words that are given',
  })
  .refine((one) => one.decision !== 'withhold' || one.exemption !== undefined, {
    path: ['exemption'],
    message: 'Choose the exemption under which it is left out',
  })
  .refine((one) => one.decision !== 'withhold' || one.reason.length >= 3, {
    path: ['reason'],
    message: 'Say why it is necessary and proportionate to leave it out',
  });
export type DecisionInput = z.output<typeof decisionSchema>;
export const accessExamples = {
  request: {
    ...{ name: 'Sam Sample', dateOfBirth: '1980-01-01', phone: '07700 900555', replyBy: 'By hand' },
    ...{ regime: 'PART3', receivedOn: '2026-11-19' },
  },
  step: { version: 1, words: 'Passport seen', onDay: '2026-11-20' },
  decision: { version: 1, decision: 'give', given: 'A report was made of you.' },
};

const before = z.preprocess((raw) => (raw === '' ? undefined : raw), z.iso.datetime().optional());
/** Entries of the log before an instant. */
export const seenQuery = z.object({ before });

/** Somebody of whom the log is asked who saw them, with why it is asked. */
export const personLogSchema = z.preprocess(
  withDays('dateOfBirth'),
  z.object({
    name: said('the name', 120, 'Enter the name of the person'),
    dateOfBirth: z.iso.date('Enter the date of birth: without it nobody is told apart from a namesake'),
    phone: text('the telephone', 30).default(''),
    email: text('the e-mail address', 200).default(''),
    why: said('why you look', 300, 'Say why you look: it stands in the log'),
    before,
  }),
);
export type PersonLogInput = z.output<typeof personLogSchema>;
export const personLogExample = {
  ...{
    name: 'Sam Sample',
    dateOfBirth: '1980-01-01',
    phone: '07700 900555',
    why: 'A complaint of the person',
  },
};
