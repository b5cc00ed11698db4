import { z } from 'zod';
import { withDays } from '../../enforcement/index.ts';
import { blank, line, needed } from '../form/form.forms.ts';
import { checkOutcomes, checkStates, purposeCodes, restrictedCodes, sourceCodes } from './check.words.ts';

export const checkParams = z.object({ checkId: z.uuid() });
export const checkGrantParams = z.object({ grantId: z.uuid() });
export const checkQuery = z.object({
  source: blank(z.enum(sourceCodes)).catch(undefined),
  state: blank(z.enum(checkStates)).catch(undefined),
  words: line(200).catch(''),
});
export const newCheckQuery = z.object({ linkId: blank(z.uuid()).catch(undefined) });
export type CheckQuery = z.output<typeof checkQuery>;

export const checkSchema = z.object({
  source: z.enum(sourceCodes, 'Choose the system'),
  subjectWords: needed(200, 'Say whom or what you ask about'),
  linkId: blank(z.uuid()),
  purpose: z.enum(purposeCodes, 'Choose the purpose'),
  reason: needed(500, 'Say why this check is needed, for whoever looks at the log').pipe(
    z.string().min(10, 'Say why this check is needed, in ten letters or more'),
  ),
});
export type CheckInput = z.output<typeof checkSchema>;

export const checkResultSchema = z.object({
  version: z.coerce.number().int().min(1),
  outcome: z.enum(checkOutcomes, 'Say whether anything is held'),
  resultWords: line(2000),
});
export const checkGrantSchema = z.preprocess(
  withDays('trainedOn', 'untilOn'),
  z.object({
    officerId: z.uuid('Choose the officer'),
    source: z.enum(restrictedCodes, 'Choose the system'),
    vettingWords: needed(120, 'Say which vetting they hold, and until when'),
    trainedOn: z.iso.date('Enter the day of their training, like 27 3 2027'),
    untilOn: z.iso.date('Enter the last day on which they may ask, like 27 3 2027'),
  }),
);
export const checkGrantEndSchema = z.object({ endWhy: needed(300, 'Say why') });

export const checkExamples = {
  check: {
    ...{ source: 'companies-house', subjectWords: '09999999', purpose: 'crime' },
    reason: 'Named by two victims as the firm that took deposits',
  },
  result: { version: 1, outcome: 'nothing', resultWords: '' },
  grant: {
    ...{ officerId: '@checkOfficerId', source: 'pnc', vettingWords: 'Level 3, to May 2028' },
    ...{ trainedOn: '2026-09-01', untilOn: '2027-08-31' },
  },
  end: { endWhy: 'Left the team' },
} as const;
