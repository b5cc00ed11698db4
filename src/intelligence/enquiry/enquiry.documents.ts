import { facts, heading, type PrintedDocument, paragraph, table } from '../../platform/documents/model.ts';
import { dayWords } from '../../platform/ui/index.ts';
import type { Enquiry, EnquiryLine } from './enquiry.store.ts';
import { enquiryAnswerWords, groundWords, purposeWords, testWords } from './enquiry.words.ts';

/** The sensitive schedule as a paper: the manager takes it to the prosecutor, and it goes on no file of operations. */
export const scheduleOf = (
  one: Enquiry,
  given: {
    lines: readonly EnquiryLine[];
    answer: string;
    reason: string;
    prosecutor: string;
    unitName: string;
    asAt: Date;
  },
): PrintedDocument => ({
  title: `Sensitive schedule ${one.reference}`,
  marking: 'OFFICIAL-SENSITIVE',
  author: given.unitName,
  asAt: given.asAt,
  blocks: [
    paragraph(
      'For the prosecutor, from hand to hand. It is not sent, not copied, and put on no file outside the intelligence unit.',
      true,
    ),
    facts([
      { key: 'Asked', value: purposeWords[one.purpose] },
      { key: 'File', value: one.fileReference },
      { key: 'Asked on', value: dayWords(one.askedOn) },
      { key: 'Answer', value: enquiryAnswerWords(given.answer) },
      { key: 'Why', value: given.reason },
      { key: 'Prosecutor', value: given.prosecutor || 'Not told' },
    ]),
    heading(2, 'Schedule'),
    given.lines.length === 0
      ? paragraph('Nothing is on it.')
      : table(
          [
            { heading: 'No.', width: 1 },
            { heading: 'What it is', width: 4 },
            { heading: 'Ground', width: 3 },
            { heading: 'What it is taken for', width: 3 },
          ],
          given.lines.map((line, index) => [
            String(index + 1),
            line.words,
            groundWords(line.ground),
            `${testWords(line.test)}. ${line.reason}`,
          ]),
        ),
  ],
});
