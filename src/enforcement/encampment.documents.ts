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
import { momentWords } from './closure.time.ts';
import type { Encampment } from './encampment.store.ts';
import { type EncampmentPaper, encampmentPaperWords, landKindWords } from './encampment.words.ts';

/** What a paper served on the land is made of. */
export interface EncampmentPaperParts {
  kind: EncampmentPaper;
  file: Encampment;
  landWords: string;
  marks: readonly string[];
  at: Date;
  /** Last day on which coming back is an offence. */
  returnUntil: Day | undefined;
  /** The moment before which nothing is removed. */
  noticeUntil: Date | undefined;
  /** What not following it may bring on the day of the paper. */
  offence: string;
  officer: string;
  asAt: Date;
}

/** To all occupants without naming them, as the Act allows: s.77(2). */
const about = ({ file, landWords, marks }: EncampmentPaperParts): Block[] => [
  facts([
    { key: 'Reference', value: file.reference },
    { key: 'Law', value: 'Criminal Justice and Public Order Act 1994 ss.77 to 79' },
    { key: 'Land', value: `${landWords} (${landKindWords[file.landKind].toLowerCase()})` },
    {
      key: 'To',
      value: 'All occupants of the vehicles on the land, and whoever else is on the land with them',
    },
  ]),
  ...(marks.length > 0 ? [heading(2, 'Vehicles seen on the land'), list(marks)] : []),
];
const signed = ({ at, officer, file }: EncampmentPaperParts): Block =>
  facts([
    { key: 'Served', value: momentWords(at) },
    { key: 'By', value: `${officer}, ${file.agencyName}` },
    { key: 'Signature', value: '' },
  ]);
const help = (): Block[] => [
  heading(2, 'Help and advice'),
  paragraph(
    'Before this paper we asked about health, maternity, children, education and anybody at risk. If something has changed, tell the officer who gave it to you, or the council, day or night.',
  ),
  list(['The housing options service of the council', 'Citizens Advice', 'Any solicitor']),
];

const direction = (parts: EncampmentPaperParts): Block[] => [
  heading(1, encampmentPaperWords.direction),
  ...about(parts),
  paragraph(
    'You live in a vehicle on this land without the consent that is needed. The council directs you to leave the land and to remove your vehicles and everything you have with you.',
    true,
  ),
  heading(2, 'When'),
  paragraph('Leave as soon as practicable.'),
  heading(2, 'If you do not leave, or come back'),
  paragraph(
    `It is an offence, once you know of this direction, not to leave as soon as practicable${
      parts.returnUntil
        ? `, or to come back onto this land with a vehicle until ${dayWords(parts.returnUntil)}`
        : ''
    }: ${parts.offence}. A vehicle that has broken down, illness or an immediate emergency is a defence. The magistrates’ court may order that you and your vehicles are removed.`,
  ),
  ...help(),
  signed(parts),
];

const removal = (parts: EncampmentPaperParts): Block[] => [
  heading(1, encampmentPaperWords['removal-notice']),
  ...about(parts),
  paragraph(
    `The magistrates’ court has ordered the removal of the vehicles and people on this land. ${
      parts.noticeUntil ? `Nothing is removed before ${momentWords(parts.noticeUntil)}.` : ''
    }`.trim(),
    true,
  ),
  ...help(),
  signed(parts),
];

/** One paper's content, before it is a file: what is shown for checking is what is served. */
export const encampmentPaperOf = (parts: EncampmentPaperParts): PrintedDocument => ({
  title: `${encampmentPaperWords[parts.kind]} ${parts.file.reference}`,
  marking: 'OFFICIAL',
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: { direction, 'removal-notice': removal }[parts.kind](parts),
});
