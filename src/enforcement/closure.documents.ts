import type { Day } from '../platform/clock/clock.ts';
import {
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
} from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { Closure } from './closure.store.ts';
import { momentWords } from './closure.time.ts';
import { type ClosurePaper, closureGroundWords, closurePaperWords } from './closure.words.ts';
import type { Place } from './closure-parts.store.ts';
import type { Authorisation } from './power.ts';

/** What a paper served at the premises is made of. */
export interface ClosurePaperParts {
  kind: ClosurePaper;
  file: Closure;
  place: Place | null;
  /** Whom the notice keeps out by name; nobody who lives there or owns it. */
  barred: readonly string[];
  at: Date;
  /** Until when the notice stands, and how that was counted. */
  stands: { until: Date; why: string } | undefined;
  hearing: { on: Day; time: string } | undefined;
  court: string;
  /** What breaking it may bring on the day of the paper. */
  breach: string;
  /** The most months that an order may be for. */
  orderMonths: number;
  officer: string;
  power: string;
  basis: Authorisation['basis'];
  asAt: Date;
}

/** Where the premises are. Nobody is named, and of a home that must stay hidden the paper on its door says enough. */
const premises = ({ place }: ClosurePaperParts): string =>
  place?.address ?? 'The premises that this notice is fixed to';

const about = (parts: ClosurePaperParts): Block =>
  facts([
    { key: 'Reference', value: parts.file.reference },
    {
      key: 'Law',
      value: 'Anti-social Behaviour, Crime and Policing Act 2014, Part 4, Chapter 3 (ss.76 to 93)',
    },
    { key: 'Premises', value: premises(parts) },
  ]);
const signed = ({ at, officer, file, power }: ClosurePaperParts): Block =>
  facts([
    { key: 'Served', value: momentWords(at) },
    { key: 'By', value: `${officer}, ${file.agencyName}, authority ${power}` },
    { key: 'Signature', value: '' },
  ]);
const help = (): Block[] => [
  heading(2, 'Housing and legal advice'),
  list([
    'The housing options service of your council, day and night, if you cannot stay where you live',
    'Citizens Advice',
    'Civil Legal Advice, and any solicitor',
    'Shelter, the housing charity',
  ]),
];
const offence = ({ breach }: ClosurePaperParts): Block[] => [
  heading(2, 'If you break this notice'),
  paragraph(
    `To stay on or enter the premises against this notice without reasonable excuse is an offence: ${breach}.`,
    true,
  ),
];

const notice = (parts: ClosurePaperParts): Block[] => {
  const { file, stands, hearing, court, barred, orderMonths } = parts;
  return [
    heading(1, closurePaperWords.notice),
    about(parts),
    heading(2, 'Why'),
    list(file.grounds.map((ground) => closureGroundWords[ground])),
    paragraph(
      'We are satisfied that this notice is necessary to prevent it from going on, recurring or occurring.',
    ),
    heading(2, 'Who may not enter'),
    paragraph(
      `${stands ? `Until ${momentWords(stands.until)}, ` : ''}access to the premises is prohibited to ${
        barred.length > 0 ? `these persons: ${barred.join('; ')}.` : 'everybody but those named below.'
      }`,
    ),
    heading(2, 'Who may enter'),
    list([
      'Those who habitually live on the premises',
      'The owner of the premises',
      'Anybody whom the police, the council or the emergency services admit in the course of their work',
    ]),
    ...(stands ? [paragraph(`How long: ${stands.why}`)] : []),
    heading(2, 'The court'),
    paragraph(
      `We shall ask ${court} for a closure order${hearing ? `. The hearing is at ${hearing.time} on ${dayWords(hearing.on)}` : ''}. An order may close the premises to everybody, for up to ${orderMonths} months. You may come and speak.`,
    ),
    ...offence(parts),
    ...help(),
    signed(parts),
  ];
};

const extension = (parts: ClosurePaperParts): Block[] => [
  heading(1, closurePaperWords['notice-extension']),
  about(parts),
  paragraph(
    parts.stands
      ? `The closure notice goes on until ${momentWords(parts.stands.until)}. ${parts.stands.why}`
      : '',
    true,
  ),
  paragraph('Those who habitually live there and the owner may still enter.'),
  ...offence(parts),
  ...help(),
  signed(parts),
];

const cancellation = (parts: ClosurePaperParts): Block[] => [
  heading(1, closurePaperWords.cancellation),
  about(parts),
  paragraph(
    `The closure notice is cancelled from ${momentWords(parts.at)}. Nobody is kept out by it now.`,
    true,
  ),
  signed(parts),
];

/** One paper's content, before it is a file: what is shown for checking is what is served. */
export const closurePaperOf = (parts: ClosurePaperParts): PrintedDocument => ({
  title: `${closurePaperWords[parts.kind]} ${parts.file.reference}`,
  marking: 'OFFICIAL',
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: { notice, 'notice-extension': extension, cancellation }[parts.kind](parts),
});
