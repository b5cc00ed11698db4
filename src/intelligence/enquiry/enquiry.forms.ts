import { z } from 'zod';
import { line, needed, text } from '../form/form.forms.ts';
import { type LinkKind, linkKinds } from '../link/link.words.ts';
import { allGrounds, allTests, answerCodes } from './enquiry.words.ts';

export const enquiryParams = z.object({ enquiryId: z.uuid() });
export const enquiryLineParams = enquiryParams.extend({ lineId: z.uuid() });
export const enquiryPaperParams = enquiryParams.extend({ format: z.enum(['pdf', 'docx']) });

/** `person: Sam Sample; 1980-01-31`, one on a line, as a form has it; a list of them as the API has it. */
const typed = (raw: unknown): unknown =>
  typeof raw === 'string'
    ? raw
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean)
        .map((one) => {
          const [, kind = '', rest = ''] = /^\s*(\w+)\s*:\s*(.*)$/.exec(one) ?? ['', 'person', one];
          const [label = '', more = ''] = rest.split(';').map((part) => part.trim());
          return { kind: kind.toLowerCase(), label, more };
        })
    : raw;
/** Whom and what an enquiry names. */
export const enquirySubjects = z.preprocess(
  typed,
  z
    .array(
      z.object({
        kind: z.enum(
          linkKinds,
          `Begin each line with one of these and a colon: ${linkKinds.join(', ')}`,
        ) as z.ZodType<LinkKind>,
        label: text(200).pipe(z.string().min(2, 'Write a name, number or address after the colon')),
        more: line(40),
      }),
    )
    .min(1, 'Name whom or what it is about')
    .max(40, 'Name 40 at the most'),
);

export const enquiryLineSchema = z.object({
  itemReference: line(20),
  /** An entry of the watchlist, or a commission: `watch:` or `commission:` and its id. */
  holding: line(50),
  words: needed(1000, 'Say what it is, as the prosecutor would read it'),
  ground: z.enum(allGrounds, 'Choose the ground'),
  test: z.enum(allTests, 'Choose what it is'),
  reason: needed(1000, 'Say why'),
});
export type EnquiryLineInput = z.output<typeof enquiryLineSchema>;
export const enquiryAnswerSchema = z.object({
  answer: z.enum(answerCodes, 'Choose an answer'),
  reason: needed(2000, 'Say why, for the unit'),
  prosecutor: line(200),
  /** The schedule as it was read (`scheduleSeen`): answered is what was read. Left out by a program that reads nothing first. */
  seen: line(40),
});
export const enquiryExamples = {
  line: {
    words: 'One report about the firm',
    ground: 'source',
    test: 'neither',
    reason: 'Repeats what the package says',
  },
  answer: { answer: 'nothing', reason: 'Nothing is held that meets the test' },
};
