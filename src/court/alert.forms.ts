import { z } from 'zod';
import { traderTrades } from '../../reference/trader-scheme.ts';
import { codes, text, withDays } from '../enforcement/index.ts';
import { alertActions, reachChannels } from './alert.words.ts';

const said = (what: string, longest: number, words: string) =>
  text(what, longest).pipe(z.string().min(3, words));
const tradeCodes = traderTrades.map(({ code }) => code) as [string, ...string[]]; // there are some
const count = (words: string) =>
  z.preprocess(
    (raw) => (raw === undefined || raw === '' ? 0 : raw),
    z.coerce.number(words).int(words).min(0, words).max(10_000_000, words),
  );

export const alertParams = z.object({ alertId: z.uuid() });
export const alertStepParams = alertParams.extend({ alertStep: z.enum(alertActions) });
export const alertSchema = z.preprocess(
  withDays('endsOn'),
  z.object({
    source: said('the reference', 20, 'Enter the reference of the package or the prosecution file'),
    title: said('the title', 120, 'Enter a title'),
    words: said('what happens', 2000, 'Say what happens, without anybody’s name'),
    advice: said('what to do', 2000, 'Say what people can do'),
    trades: codes(tradeCodes),
    endsOn: z.iso.date('Enter the day until which it is shown'),
  }),
);
export type AlertInput = z.output<typeof alertSchema>;
export const alertStepSchema = z.object({ version: z.coerce.number('Reload the page and try again').int() });
export const reachSchema = z.preprocess(
  withDays('onDay'),
  z
    .object({
      channel: z.enum(reachChannels, 'Choose how it went out'),
      onDay: z.iso.date('Enter the day it went out'),
      sent: count('Enter how many were sent'),
      opened: count('Enter how many were opened'),
      reached: count('Enter how many it reached'),
    })
    .refine(({ sent, opened }) => opened <= sent, {
      path: ['opened'],
      message: 'No more can be opened than were sent',
    }),
);
export type ReachInput = z.output<typeof reachSchema>;
export const alertExamples = {
  alert: {
    ...{ source: 'PF-SAMP-002', title: 'Roofers at the door', endsOn: '2027-02-01' },
    ...{ words: 'Men offer to mend roofs and ask for a deposit.', advice: 'Ask for a checked trader.' },
  },
  step: { version: 1 },
  reach: { channel: 'e-mail', onDay: '2026-11-20', sent: 100, opened: 55, reached: 100 },
};
