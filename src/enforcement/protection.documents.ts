import { fineOn } from '../../reference/fines.ts';
import type { Day } from '../platform/clock/clock.ts';
import {
  address,
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
} from '../platform/documents/model.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { type ServiceMethod, serviceMethods } from './penalty.words.ts';
import type { Protection } from './protection.store.ts';
import {
  appealGroundWords,
  type LetterKind,
  letterKindWords,
  requirementKinds,
  requirementKindWords,
} from './protection.words.ts';
import type { Requirement, Subject } from './protection-parts.store.ts';

/** What a letter is made of. Money in pence. */
export interface LetterParts {
  file: Protection;
  subject: Subject;
  requirements: readonly Requirement[];
  how: ServiceMethod;
  servedOn: Day;
  /** The clock that the letter starts. */
  last: Day;
  why: string;
  /** The most that a fixed penalty for a breach may be on the day of the letter. */
  maxPence: number;
  officer: string;
  power: string;
  asAt: Date;
}

/** No address on a letter to somebody whose address must stay hidden: it is handed over. */
const to = ({ subject }: LetterParts): Block =>
  address(
    [subject.name ?? '', ...(subject.address ?? 'By hand').split(/,\s*|\n/)].filter((line) => line !== ''),
  );

/** What must be done, in the order of the Act: stop, do, take reasonable steps. */
function asked({ requirements }: LetterParts, stage: LetterKind): Block[] {
  const own = requirements.filter((r) => r.stage === stage && r.until === null);
  return requirementKinds.flatMap((kind) => {
    const lines = own.filter((r) => r.kind === kind);
    if (lines.length === 0) return [];
    return [
      heading(3, `You must ${requirementKindWords[kind].toLowerCase()}`),
      list(lines.map((r) => `${r.words}${r.byDay ? `, by ${dayWords(r.byDay)}` : ''}`)),
    ];
  });
}

/** The district, where nothing nearer may be said or is known. */
const placeOf = ({ districtName }: Protection): string => (districtName ? `In ${districtName}` : 'Not given');

const about = ({ file, subject }: LetterParts): Block[] => [
  facts([
    { key: 'Reference', value: file.reference },
    {
      key: 'Law',
      value: 'Anti-social Behaviour, Crime and Policing Act 2014, Part 4, Chapter 1 (ss.43 to 58)',
    },
    { key: 'Where', value: subject.placeWords ?? file.streetWords ?? placeOf(file) },
  ]),
  heading(2, 'What you did, or did not do'),
  paragraph(subject.conduct ?? ''),
  paragraph(
    'We are satisfied that this conduct has a detrimental effect, of a persistent or continuing nature, on the quality of life of those in the locality, and that it is unreasonable.',
  ),
];

const signed = (parts: LetterParts): Block =>
  facts([
    { key: 'Issued', value: dayWords(parts.servedOn) },
    { key: 'How', value: serviceMethods[parts.how].words },
    { key: 'By', value: `${parts.officer}, ${parts.file.agencyName}, authority ${parts.power}` },
    { key: 'Signature', value: '' },
  ]);

const warning = (parts: LetterParts): Block[] => [
  to(parts),
  heading(1, letterKindWords.warning),
  paragraph(
    'This is a written warning. If the conduct below goes on, you will be issued with a community protection notice. Breaking a notice is a criminal offence.',
    true,
  ),
  ...about(parts),
  heading(2, 'What must change'),
  ...asked(parts, 'warning'),
  heading(2, 'By when'),
  paragraph(`You have until ${dayWords(parts.last)}. ${parts.why}`),
  paragraph(
    `There is no appeal against a warning. If you think it is wrong, or need help to put it right, write to ${parts.file.agencyName} and quote ${parts.file.reference}.`,
  ),
  signed(parts),
];

/** The fine of the law on the day of the letter, where that is known. */
const fine = ({ subject, servedOn }: LetterParts): string =>
  fineOn('cpn-breach', subject.kind, servedOn)?.words ?? 'a fine';

const notice = (parts: LetterParts): Block[] => [
  to(parts),
  heading(1, letterKindWords.notice),
  paragraph(
    `You were warned in writing on ${dayWords(parts.file.warnedOn ?? parts.servedOn)} and had until ${dayWords(parts.file.complyBy ?? parts.servedOn)} to put it right. The conduct continues.`,
  ),
  ...about(parts),
  heading(2, 'What this notice requires'),
  ...asked(parts, 'notice'),
  heading(2, 'If you do not comply'),
  paragraph(
    `Failing to comply without a reasonable excuse, or without having taken all reasonable steps, is an offence (s.48). On conviction a court may impose ${fine(parts)}. You may instead be offered a fixed penalty: on ${dayWords(parts.servedOn)} the law allows up to ${moneyWords(parts.maxPence)} (s.52).`,
  ),
  list([
    'The council may have remedial work done: on land open to the air, or elsewhere with consent, at your cost (s.47).',
    'A court that convicts may order you to do or pay for what the notice requires (s.49), and order things used in the offence to be given up (s.50).',
    'A justice may issue a warrant to seize such things (s.51).',
  ]),
  heading(2, 'If you think it is wrong: your right to appeal'),
  paragraph(
    `You may appeal to a magistrates’ court until ${dayWords(parts.last)}. ${parts.why} The grounds are (s.46):`,
  ),
  list(Object.values(appealGroundWords)),
  paragraph(
    'While an appeal runs, you must still stop what the notice tells you to stop, unless the court orders otherwise. Its other requirements have no effect until the appeal has ended.',
  ),
  signed(parts),
];

/** One letter's content, before it is a file: what is shown for checking is what is served. */
export const letterOf = (kind: LetterKind, parts: LetterParts): PrintedDocument => ({
  title: `${letterKindWords[kind]} ${parts.file.reference}`,
  marking: 'OFFICIAL',
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: { warning, notice }[kind](parts),
});
