import { z } from 'zod';
import { cursorParam, sortParam } from '../platform/database/sorting.ts';
import { caseOutcomes, caseStatuses } from './case.words.ts';

const text = (what: string, longest: number) =>
  z
    .string(`Enter ${what}`)
    .transform((raw) =>
      raw
        .replace(/\r\n?/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        .trim(),
    )
    .pipe(z.string().min(3, `Enter ${what}`).max(longest, `Use ${longest} characters or fewer`));
const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());
const version = z.coerce.number('Reload the page and try again').int();

export const caseParams = z.object({ caseId: z.uuid() });
export const caseStepSchema = z.object({ version });
export const caseNoteSchema = z.object({ words: text('a note', 2000) });
export const caseServiceSchema = z.object({
  serviceId: z.uuid('Choose a service'),
  why: text('why they are needed', 300),
});
export const caseCloseSchema = z.object({
  version,
  outcome: z.enum(caseOutcomes, 'Choose how it ended'),
  outcomeWords: text('what was achieved', 1000),
});
/** What a list of cases is narrowed by, as it stands in the address. */
export const caseFilterSchema = z.object({
  status: blank(z.enum(['live', ...caseStatuses])),
  districtCode: blank(z.string().max(20)),
  mine: z.preprocess((raw) => raw === 'yes' || raw === true, z.boolean()),
  words: blank(z.string().max(200)),
  sort: sortParam,
  after: cursorParam,
});
export type CaseFilterInput = z.output<typeof caseFilterSchema>;
