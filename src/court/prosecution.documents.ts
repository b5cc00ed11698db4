import type { EnquiryShown } from '../intelligence/index.ts';
import {
  type Block,
  facts,
  heading,
  type PrintedDocument,
  paragraph,
  table,
} from '../platform/documents/model.ts';
import { dayWords, instantWords } from '../platform/ui/index.ts';
import {
  itemKindWords,
  type PaperKind,
  paperWords,
  type UnusedTest,
  unusedTestWords,
} from './court.words.ts';
import type { EvidenceItem, Prosecution } from './prosecution.store.ts';

/**
 * What the papers of a prosecution are made of. Of the intelligence side there are days here and nothing else, so that no paper can
 * say more of it.
 */
export interface PaperParts {
  file: Prosecution;
  items: readonly EvidenceItem[];
  enquiries: readonly EnquiryShown[];
  /** Papers that were made already, by kind and edition. */
  papers: readonly { kind: string; version: number; sha256: string }[];
  statement?: { witness: string; words: string };
  asAt: Date;
}

const about = ({ file }: PaperParts): Block =>
  facts([
    { key: 'Prosecution file', value: file.reference },
    { key: 'Case', value: file.caseReference },
    { key: 'Brought by', value: `${file.serviceName}, ${file.agencyName}` },
  ]);
const mark = ({ number }: EvidenceItem): string => `Item ${number}`;
const used = ({ items }: PaperParts) => items.filter(({ isUsed }) => isUsed);
const unused = ({ items }: PaperParts) => items.filter(({ isUsed }) => !isUsed);

const exhibits = (parts: PaperParts): Block[] =>
  used(parts).length === 0
    ? [paragraph('There is no exhibit yet.')]
    : [
        table(
          [
            { heading: 'Exhibit', width: 2 },
            { heading: 'What it is', width: 5 },
            { heading: 'Taken', width: 3 },
            { heading: 'By', width: 3 },
            { heading: 'SHA-256', width: 4 },
          ],
          used(parts).map((item) => [
            mark(item),
            `${itemKindWords[item.kind]}: ${item.words}`,
            instantWords(item.capturedAt),
            item.capturedBy,
            item.sha256 ?? 'An object: see its seal',
          ]),
        ),
      ];

const unusedBlocks = (parts: PaperParts): Block[] => [
  ...(unused(parts).length === 0
    ? [paragraph('There is no unused material on this file.')]
    : [
        table(
          [
            { heading: 'Item', width: 2 },
            { heading: 'What it is', width: 5 },
            { heading: 'Where it is kept', width: 4 },
            { heading: 'What it is taken for', width: 4 },
          ],
          unused(parts).map((item) => [
            mark(item),
            `${itemKindWords[item.kind]}: ${item.words}`,
            item.keptAt,
            unusedTestWords[item.test as UnusedTest], // the database holds a test for what is not used
          ]),
        ),
      ]),
  heading(2, 'Intelligence unit'),
  ...(parts.enquiries.length === 0
    ? [paragraph('The unit was not asked.')]
    : parts.enquiries.map((one) =>
        paragraph(
          `Asked on ${dayWords(one.askedOn)}; ${one.consideredOn ? `considered on ${dayWords(one.consideredOn)}. What the prosecutor is to know of it, if there is anything, comes from the unit.` : 'not considered yet.'}`,
        ),
      )),
];

const bodies: Record<PaperKind, (parts: PaperParts) => Block[]> = {
  exhibits,
  unused: unusedBlocks,
  index: (parts) => [
    heading(2, 'Papers'),
    table(
      [
        { heading: 'Paper', width: 4 },
        { heading: 'Edition', width: 1 },
        { heading: 'SHA-256 of the PDF', width: 5 },
      ],
      parts.papers.map(({ kind, version, sha256 }) => [
        paperWords[kind as PaperKind], // the database holds these kinds alone
        String(version),
        sha256,
      ]),
    ),
    heading(2, 'Exhibits'),
    ...exhibits(parts),
    heading(2, 'Unused material'),
    ...unusedBlocks(parts),
  ],
  statement: ({ statement }) => [
    facts([{ key: 'Statement of', value: statement?.witness ?? '' }]),
    ...(statement?.words ?? '').split(/\n{2,}/).map((part) => paragraph(part)),
    // Criminal Justice Act 1967 s.9; the wording is general knowledge and the prosecutor’s form is to be preferred.
    paragraph(
      'This statement is true to the best of my knowledge and belief, and I make it knowing that, if it is tendered in evidence, I shall be liable to prosecution if I have wilfully stated in it anything which I know to be false, or do not believe to be true.',
    ),
    facts([
      { key: 'Signed', value: '' },
      { key: 'Date', value: '' },
    ]),
  ],
};

/** A paper of a prosecution file, as it is printed. One template for each kind, as PDF and as Word. */
export const prosecutionPaper = (kind: PaperKind, parts: PaperParts): PrintedDocument => ({
  title: `${paperWords[kind]} ${parts.file.reference}`,
  marking: 'OFFICIAL-SENSITIVE',
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: [about(parts), ...bodies[kind](parts)],
});
