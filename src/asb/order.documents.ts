import {
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
} from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { OrderFile } from './order.store.ts';
import { orderKindWords } from './order.transitions.ts';

export const orderPapers = [
  'contract',
  'application',
  'order',
  'review-letter',
  'breach-letter',
  'end-letter',
] as const;
export type OrderPaper = (typeof orderPapers)[number];
export const orderPaperWords: Readonly<Record<OrderPaper, string>> = {
  contract: 'Acceptable behaviour contract',
  application: 'Application for a criminal behaviour order',
  order: 'Criminal behaviour order',
  'review-letter': 'Letter after a review',
  'breach-letter': 'Letter after a breach',
  'end-letter': 'Letter at the end',
};

/** What a paper is made of: whoever it is about and the terms. Nobody who complained, no address, and no words of a breach are here. */
export interface OrderPaperParts {
  kind: OrderPaper;
  order: OrderFile;
  officer: string;
  asAt: Date;
  /** Of a breach: its day. */
  breachOn?: string;
}
const terms = ({ order }: OrderPaperParts, title: string): Block[] => [heading(2, title), list(order.terms)];
const start = ({ order }: OrderPaperParts, title: string): Block[] => [
  heading(1, title),
  paragraph(order.subjectName || 'To whom it concerns', true),
  facts([
    { key: 'Reference', value: order.reference },
    ...(order.madeOn
      ? [{ key: order.kind === 'abc' ? 'Signed on' : 'Made on', value: dayWords(order.madeOn) }]
      : []),
    ...(order.madeOn
      ? [{ key: 'Runs until', value: order.endsOn ? dayWords(order.endsOn) : 'further order of the court' }]
      : []),
  ]),
];
const signed = ({ officer, order }: OrderPaperParts): Block => paragraph(`${officer}, ${order.agencyName}`);
const whose = (order: OrderFile) => orderKindWords[order.kind].toLowerCase();

/** Each paper in one typed template; what is shown is what is kept. */
const templates: Readonly<Record<OrderPaper, (parts: OrderPaperParts) => Block[]>> = {
  contract: (parts) => [
    ...start(parts, orderPaperWords.contract),
    paragraph(
      'This contract is voluntary. Nobody is punished for not signing it, and to break it is no offence.',
    ),
    ...terms(parts, 'What I agree to'),
    paragraph(
      'If it is broken, those who signed it with you talk to you about it, and may think of other steps. It is reviewed while it runs.',
    ),
    paragraph('Signed: ______________________________   Day: ________________'),
    ...(parts.order.age < 18
      ? [paragraph('Parent or guardian: ______________________________   Day: ________________')]
      : []),
    signed(parts),
  ],
  application: (parts) => [
    ...start(parts, orderPaperWords.application),
    facts([
      { key: 'Court', value: parts.order.court || 'Not known yet' },
      {
        key: 'Convicted on',
        value: parts.order.convictedOn
          ? dayWords(parts.order.convictedOn)
          : 'Not yet: an order is made on conviction alone',
      },
      ...(parts.order.youthTeamOn
        ? [{ key: 'Youth offending team consulted on', value: dayWords(parts.order.youthTeamOn) }]
        : []),
    ]),
    paragraph(
      'The court is asked for a criminal behaviour order (Sentencing Act 2020 Part 11) with these conditions:',
    ),
    ...terms(parts, 'Conditions asked for'),
    signed(parts),
  ],
  order: (parts) => [
    ...start(parts, orderPaperWords.order),
    facts([{ key: 'Court', value: parts.order.court || 'Not recorded' }]),
    ...terms(parts, 'What you must and must not do'),
    paragraph(
      'To do what it prohibits, or not to do what it requires, without reasonable excuse is an offence.',
      true,
    ),
    paragraph('You can ask the court that made it to change or end it. Take legal advice.'),
    ...(parts.order.reviewOn ? [paragraph(`It is reviewed by ${dayWords(parts.order.reviewOn)}.`)] : []),
    signed(parts),
  ],
  'review-letter': (parts) => [
    ...start(parts, orderPaperWords['review-letter']),
    paragraph(`Your ${whose(parts.order)} was reviewed. It goes on as it is.`),
    ...(parts.order.reviewOn
      ? [paragraph(`It is reviewed again by ${dayWords(parts.order.reviewOn)}.`)]
      : []),
    ...terms(parts, 'What it says'),
    signed(parts),
  ],
  'breach-letter': (parts) => [
    ...start(parts, orderPaperWords['breach-letter']),
    paragraph(
      `We have recorded that your ${whose(parts.order)} was broken${parts.breachOn ? ` on ${dayWords(parts.breachOn)}` : ''}.`,
      true,
    ),
    ...terms(parts, 'What it says'),
    paragraph(
      parts.order.kind === 'abc'
        ? 'To break a contract is no offence. We would like to talk with you about what would help.'
        : 'To break an order without reasonable excuse is an offence, and it may go to court. Take legal advice.',
    ),
    signed(parts),
  ],
  'end-letter': (parts) => [
    ...start(parts, orderPaperWords['end-letter']),
    paragraph(
      `Your ${whose(parts.order)} is over${parts.order.endsOn ? `: its last day was ${dayWords(parts.order.endsOn)}` : ''}.`,
      true,
    ),
    signed(parts),
  ],
};
/** One paper's content, before it is a file. */
export const orderPaperOf = (parts: OrderPaperParts): PrintedDocument => ({
  title: `${orderPaperWords[parts.kind]} ${parts.order.reference}`,
  marking: 'OFFICIAL-SENSITIVE',
  author: parts.order.agencyName,
  asAt: parts.asAt,
  blocks: templates[parts.kind](parts),
});
