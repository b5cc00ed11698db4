import { z } from 'zod';
import { text, withDays } from '../enforcement/index.ts';
import { channelCodes, courtResults } from './court.words.ts';

const said = (what: string, longest: number, words: string) =>
  text(what, longest).pipe(z.string().min(3, words));
/** Pounds as somebody types them; empty is none. */
const pounds = z.preprocess(
  (raw) => (raw === undefined || raw === '' ? 0 : typeof raw === 'string' ? raw.replace(/[£,\s]/g, '') : raw),
  z.coerce
    .number('Enter an amount in pounds, like 1200.50')
    .min(0, 'Enter an amount of nought or more')
    .max(100_000_000, 'Enter an amount of a hundred million pounds or less'),
);
const people = (least: number, words: string) =>
  z.coerce.number(words).int(words).min(least, words).max(500, words);

export const outcomeSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    result: z.enum(courtResults, 'Choose what the court decided'),
    courtName: said('the court', 120, 'Enter the court'),
    onDay: z.iso.date('Enter the day of the decision'),
    defendants: people(1, 'Enter how many defendants there were'),
    convictions: people(0, 'Enter how many of them were convicted'),
    finePounds: pounds,
    confiscationPounds: pounds,
    compensationPounds: pounds,
    victimWords: said('what victims are told', 1000, 'Say in plain words what victims are told'),
  }),
);
export type OutcomeInput = z.output<typeof outcomeSchema>;
export const outcomeParams = z.object({ outcomeId: z.uuid() });
export const victimSchema = z.object({
  reference: said('the reference', 20, 'Enter the reference of their file, like V-ABCD-123'),
});
export const toldParams = outcomeParams.extend({ victimFileId: z.uuid() });
export const toldSchema = z.object({
  channel: z.enum(channelCodes, 'Choose how they were told'),
  words: text('what they said', 1000).default(''),
});
export const outcomeExamples = {
  outcome: {
    result: 'convicted',
    courtName: 'Quillmoor Magistrates’ Court',
    onDay: '2026-11-19',
    defendants: 1,
    convictions: 1,
    finePounds: '1200',
    victimWords: 'The man who took your deposit was found guilty and fined.',
  },
  victim: { reference: 'V-SAMP-001' },
  told: { channel: 'in-person', words: 'Glad to hear it' },
};
