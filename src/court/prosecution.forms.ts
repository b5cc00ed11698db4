import { z } from 'zod';
import { optional, recordField, text, tick, withDays } from '../enforcement/index.ts';
import { enquirySubjects } from '../intelligence/index.ts';
import type { FieldProblem } from '../platform/failures/failures.ts';
import { itemKinds, paperKinds, unusedTests } from './court.words.ts';

const said = (what: string, longest: number, words: string) =>
  text(what, longest).pipe(z.string().min(3, words));

export const prosecutionParams = z.object({ prosecutionId: z.uuid() });
export const itemParams = prosecutionParams.extend({ evidenceItemId: z.uuid() });
export const paperParams = prosecutionParams.extend({
  paper: z.enum(paperKinds),
  edition: z.coerce.number().int().min(1).max(999),
  format: z.enum(['pdf', 'docx']),
});
export const openSchema = z.object({ caseId: recordField });
export const itemSchema = z.preprocess(
  withDays('capturedOn'),
  z
    .object({
      kind: z.enum(itemKinds, 'Choose what it is'),
      words: said('what it shows', 1000, 'Say what it is and what it shows'),
      capturedOn: z.iso.date('Enter the day on which it was taken'),
      capturedTime: z
        .string('Enter the time, like 14:30')
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter the time, like 14:30'),
      capturedBy: said('who took it', 120, 'Say who took or made it'),
      keptAt: said('where it is kept', 200, 'Say where it is kept, with the number of its seal'),
      sha256: optional(
        z
          .string()
          .trim()
          .toLowerCase()
          .regex(/^[0-9a-f]{64}$/, 'A SHA-256 has 64 figures of 0-9 and a-f'),
      ),
      isUnused: tick,
      test: optional(z.enum(unusedTests, 'Choose what it is taken for')),
    })
    .refine((given) => !given.isUnused || given.test !== undefined, {
      path: ['test'],
      message: 'Say whether it might undermine the prosecution or assist the defence',
    }),
);
export type ItemInput = z.output<typeof itemSchema>;
export const continuitySchema = z.object({
  number: z.coerce.number('Choose the item').int().min(1, 'Choose the item'),
  words: said('what was done with it', 500, 'Say who has it now and what was done with it'),
});
export const askSchema = z.object({
  about: said('what the case is about', 500, 'Say in a sentence what the case is about'),
  subjects: enquirySubjects,
});
/** A fault in one line of whom and what the question names, at the box that has them all. */
export function atSubjects({ field, words }: FieldProblem): FieldProblem {
  const at = /^subjects\.(\d+)\./.exec(field)?.[1];
  return at === undefined
    ? { field, words }
    : { field: 'subjects', words: `Line ${Number(at) + 1}: ${words}` };
}
export const supportSchema = z.object({
  officerId: z.uuid('Choose who supports the file'),
  act: z.enum(['name', 'end'], 'Choose whether they are named or their support ends'),
  words: said('why', 500, 'Say why'),
});
export type SupportInput = z.output<typeof supportSchema>;
export const paperSchema = z
  .object({
    kind: z.enum(paperKinds, 'Choose the paper'),
    witness: optional(text('the witness', 120)),
    words: optional(text('the statement', 20_000)),
  })
  .refine((given) => given.kind !== 'statement' || given.witness !== undefined, {
    path: ['witness'],
    message: 'Enter whose statement it is',
  })
  .refine((given) => given.kind !== 'statement' || given.words !== undefined, {
    path: ['words'],
    message: 'Write what the witness says',
  });
export type PaperInput = z.output<typeof paperSchema>;

export const prosecutionExamples = {
  item: {
    kind: 'photo',
    words: 'The van outside number 4, with its mark',
    capturedOn: '2026-11-19',
    capturedTime: '10:15',
    capturedBy: 'Olu Babatola',
    keptAt: 'Store 2, seal 0042',
  },
  continuity: { number: 1, words: 'Taken to the store by its finder' },
  ask: { about: 'Waste carried without a registration', subjects: 'phone: 07700 900555' },
  support: { officerId: '@officerId', act: 'name', words: 'Prepared the analysis that the case rests on' },
  paper: { kind: 'exhibits' },
};
