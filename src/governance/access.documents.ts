import { exemptionName } from '../../reference/exemptions.ts';
import {
  type Block,
  facts,
  heading,
  type PrintedDocument,
  paragraph,
  table,
} from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { Access, AccessItem } from './access.store.ts';
import { accessKindWords } from './access.words.ts';

/** What is given to whoever asks. There is no field here for anything that is left out, nor for how much that is. */
export interface AnswerParts {
  file: Pick<Access, 'reference' | 'agencyName' | 'name' | 'receivedOn'>;
  given: readonly { kind: string; onDay: string; words: string }[];
  /** Words that the intelligence unit gives. */
  fromUnit: readonly string[];
  asAt: Date;
}

const marking = 'OFFICIAL-SENSITIVE';
const about = ({ file }: Pick<AnswerParts, 'file'>): Block =>
  facts([
    { key: 'Reference', value: file.reference },
    { key: 'Asked by', value: file.name },
    { key: 'Received', value: dayWords(file.receivedOn) },
  ]);
/** In every letter, word for word: that it stands here says nothing of this request. */
const always: readonly Block[] = [
  heading(2, 'What may be left out'),
  paragraph(
    'The law allows us to leave things out, and to say neither that we hold them nor that we do not, where that is necessary and proportionate: to avoid obstructing an inquiry or prejudicing the prevention, detection or prosecution of offences, and to protect other people (Data Protection Act 2018 s.45 and Schedule 2). These words stand in every answer that we give. Nobody can tell from them whether anything was left out of yours.',
  ),
  paragraph('What is said about other people is taken out, and never who told us something.'),
  heading(2, 'If you do not agree'),
  paragraph(
    'You can ask us to look at it again. You can complain to the Information Commissioner, who can also check for you whether what we did was lawful, and you can apply to a court.',
  ),
];

/** The letter. It is the same for everybody but for the name, the reference and the day. */
export const accessLetter = (parts: AnswerParts): PrintedDocument => ({
  title: `Your request for your data ${parts.file.reference}`,
  marking,
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: [
    about(parts),
    paragraph(
      'You asked for the data that we hold about you. What we can give you is in the bundle with this letter.',
    ),
    ...always,
  ],
});

/** The letter of a request that is refused: why is not in it, and it neither confirms nor denies. */
export const refusalLetter = (parts: Omit<AnswerParts, 'given' | 'fromUnit'>): PrintedDocument => ({
  title: `Your request for your data ${parts.file.reference}`,
  marking,
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: [
    about(parts),
    paragraph(
      'You asked for the data that we hold about you. We do not give any, and neither confirm nor deny that we hold it.',
    ),
    ...always,
  ],
});

/** The bundle: what is given, in order of days. */
export const accessBundle = (parts: AnswerParts): PrintedDocument => ({
  title: `Bundle ${parts.file.reference}`,
  marking,
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: [
    about(parts),
    heading(2, 'What we can give you'),
    ...(parts.given.length + parts.fromUnit.length === 0
      ? [paragraph('There is nothing that we can give you.')]
      : []),
    ...parts.given.flatMap(({ kind, onDay, words }) => [
      heading(3, `${accessKindWords[kind] ?? kind}, ${dayWords(onDay)}`),
      ...words.split('\n').map((line) => paragraph(line)),
    ]),
    ...parts.fromUnit.flatMap((words) => [
      heading(3, 'Held to prevent or detect crime'),
      ...words.split('\n').map((line) => paragraph(line)),
    ]),
  ],
});

/** What was left out of what the agency holds, with the exemption and the reason: for the officer and the Commissioner alone. */
export const accessSchedule = (file: Access, items: readonly AccessItem[], asAt: Date): PrintedDocument => ({
  title: `Schedule of what was left out ${file.reference}`,
  marking,
  author: file.agencyName,
  asAt,
  blocks: [
    about({ file }),
    paragraph(
      'For the data protection officer. It is given to nobody who asks. What the intelligence side holds is on no schedule here.',
      true,
    ),
    items.length === 0
      ? paragraph('Nothing was left out.')
      : table(
          [
            { heading: 'What', width: 3 },
            { heading: 'Day', width: 2 },
            { heading: 'Exemption', width: 4 },
            { heading: 'Why', width: 4 },
            { heading: 'By', width: 2 },
          ],
          items.map((item) => [
            `${accessKindWords[item.kind] ?? item.kind} ${item.reference}`,
            dayWords(item.onDay),
            exemptionName(item.exemption),
            item.reason,
            item.decidedByName ?? '',
          ]),
        ),
  ],
});
