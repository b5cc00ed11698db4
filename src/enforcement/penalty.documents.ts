import { createHash } from 'node:crypto';
import { toDocx } from '../platform/documents/docx.ts';
import {
  address,
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
  table,
} from '../platform/documents/model.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import type { Work } from '../platform/http/work.ts';
import { dayWords, instantWords, moneyWords } from '../platform/ui/index.ts';
import { cameraWords } from './evidence-file.ts';
import type { Evidence, PaperRow, Payment, Penalty, PenaltyEvent } from './penalty.store.ts';
import { offenceName } from './penalty.ts';
import {
  type DocumentKind,
  documentKindWords,
  evidenceKindWords,
  identifiedByWords,
  serviceMethods,
} from './penalty.words.ts';
import type { Recipient } from './penalty-recipient.store.ts';
import { contactOf } from './sender.ts';

const day = (value: string | null): string => (value === null ? 'Not known' : dayWords(value));
/** No address on a paper to somebody whose address must stay hidden: it is handed over. */
const addressLines = ({ address: written, isAddressHidden }: Recipient): string =>
  isAddressHidden ? 'By hand' : (written ?? '');
const to = (recipient: Recipient): Block =>
  address([recipient.name ?? '', ...addressLines(recipient).split(/,\s*|\n/)].filter(Boolean));
const defendant = ({ name, address: written, isAddressHidden }: Recipient): string =>
  `${name ?? ''}, ${isAddressHidden ? 'address withheld: it must stay hidden' : (written ?? '')}`;
const where = ({ placeWords, districtName }: Penalty): string =>
  placeWords ?? (districtName ? `In ${districtName}` : 'Not known');
const about = (penalty: Penalty, law: string): Block =>
  facts([
    { key: 'Notice', value: penalty.reference },
    { key: 'Offence', value: offenceName(penalty.offence) },
    { key: 'Law', value: law },
    ...(penalty.pspoReference ? [{ key: 'Order', value: penalty.pspoReference }] : []),
    {
      key: 'When',
      value: `${day(penalty.offenceOn)}${penalty.offenceTime ? ` at ${penalty.offenceTime}` : ''}`,
    },
    { key: 'Where', value: where(penalty) },
  ]);

function howToPay(penalty: Penalty): Block[] {
  const full = moneyWords(penalty.amountPence ?? 0);
  const early =
    penalty.earlyPence !== null && penalty.earlyUntil
      ? [`${moneyWords(penalty.earlyPence)} if paid on or before ${day(penalty.earlyUntil)}, or`]
      : [];
  return [
    heading(2, 'What to pay'),
    list([...early, `${full} on or before ${day(penalty.payUntil)}.`]),
    ...(penalty.deadlineWhy ? [paragraph(penalty.deadlineWhy)] : []),
    paragraph(
      `Pay ${penalty.agencyName} and quote ${penalty.reference}. One payment of the whole amount: part payments are returned.`,
    ),
  ];
}

/** The notice itself, as it is printed and served. */
const notice = (penalty: Penalty, recipient: Recipient, law: string): Block[] => [
  to(recipient),
  heading(1, 'Fixed penalty notice'),
  paragraph(
    `${penalty.agencyName} has reason to believe that you committed the offence below. This notice offers you the chance to discharge any liability to conviction for it by paying a fixed penalty. You are not obliged to pay.`,
  ),
  about(penalty, law),
  ...howToPay(penalty),
  heading(2, 'If you pay'),
  paragraph(
    'You will not be prosecuted for this offence. Payment is not an admission and is no criminal record.',
  ),
  heading(2, 'If you do not pay'),
  paragraph(
    `No prosecution will start before ${day(penalty.prosecuteFrom)}. After that you may be prosecuted, and a court may impose a larger fine and costs.`,
  ),
  heading(2, 'If you think this is wrong'),
  paragraph(
    `Write to ${penalty.agencyName} by ${day(penalty.payUntil)}, quote ${penalty.reference}, and say why. The time to pay stops until you have an answer.`,
  ),
  facts([
    // A draft is looked at before anybody issues it.
    { key: 'Issued', value: penalty.issuedOn ? day(penalty.issuedOn) : 'The day it is issued' },
    {
      key: 'By',
      value: penalty.issuedByName
        ? `${penalty.issuedByName}, authority ${penalty.powerReference ?? ''}`
        : 'Whoever issues it, with their authority',
    },
    { key: 'Signature', value: '' },
  ]),
];

const reminder = (penalty: Penalty, recipient: Recipient, law: string): Block[] => [
  to(recipient),
  heading(1, 'Reminder: fixed penalty not paid'),
  paragraph(
    `The notice below was served on ${day(penalty.servedOn)}. The last day to pay was ${day(penalty.payUntil)}, and no payment has come.`,
  ),
  about(penalty, law),
  paragraph(
    `${moneyWords(penalty.amountPence ?? 0)} is due now. Pay at once, or you may be prosecuted without another warning.`,
    true,
  ),
  paragraph(
    `Pay ${penalty.agencyName} and quote ${penalty.reference}. One payment of the whole amount: part payments are returned.`,
  ),
  paragraph('If you have paid already, or think that this is wrong, write to us now and say why.'),
];

/** What else a prosecution file lists. */
export interface FileParts {
  evidence: readonly Evidence[];
  events: readonly PenaltyEvent[];
  papers: readonly PaperRow[];
  payments: readonly Payment[];
  limit: string | null;
  reason: string;
}
const prosecutionFile = (penalty: Penalty, recipient: Recipient, law: string, parts: FileParts): Block[] => [
  heading(1, 'Prosecution file index'),
  about(penalty, law),
  facts([
    { key: 'Defendant', value: defendant(recipient) },
    {
      key: 'Identified by',
      value: penalty.identifiedBy ? identifiedByWords[penalty.identifiedBy] : 'Not recorded',
    },
    {
      key: 'Served',
      value: `${day(penalty.servedOn)}: ${penalty.servedHow ? serviceMethods[penalty.servedHow].words : ''}, by ${penalty.servedBy ?? ''}`,
    },
    { key: 'Issued by', value: `${penalty.issuedByName ?? ''}, authority ${penalty.powerReference ?? ''}` },
    { key: 'Last day to pay', value: day(penalty.payUntil) },
    {
      key: 'Paid',
      value:
        parts.payments.length === 0 ? 'Nothing' : parts.payments.map((p) => moneyWords(p.pence)).join(', '),
    },
    {
      key: 'Last day to ask the court',
      value: parts.limit === null ? 'None: the offence is either-way' : day(parts.limit),
    },
    { key: 'Why it is referred', value: parts.reason },
  ]),
  table(
    [
      { heading: 'No.', width: 0.4 },
      { heading: 'Exhibit' },
      { heading: 'What it shows', width: 1.6 },
      { heading: 'Taken and kept', width: 1.6 },
      { heading: 'SHA-256', width: 1.6 },
    ],
    parts.evidence.map((e, n) => [
      String(n + 1),
      kindWords(e.kind),
      e.words,
      takenWords(e),
      e.sha256 ?? 'No file',
    ]),
    'Evidence',
  ),
  table(
    [{ heading: 'Paper' }, { heading: 'Edition', width: 0.5 }, { heading: 'SHA-256 of the PDF', width: 2.4 }],
    parts.papers
      .filter(({ format }) => format === 'pdf')
      .map((p) => [documentKindWords[p.kind], String(p.version), p.sha256]),
    'Papers held',
  ),
  table(
    [{ heading: 'When' }, { heading: 'What', width: 2 }, { heading: 'Who' }],
    parts.events.map((e) => [instantWords(e.at), e.words, e.officerName ?? 'The system']),
    'What was done',
  ),
];
/** When it was taken, by whichever clock told, and when it was kept; where it was taken is for those who look at the evidence. */
const takenWords = ({ cameraAt, takenAt, addedAt }: Evidence): string =>
  [
    cameraAt && `By its camera ${cameraWords(cameraAt)}`,
    takenAt && `by the telephone ${instantWords(takenAt)}`,
    `kept ${instantWords(addedAt)}`,
  ]
    .filter(Boolean)
    .join('; ');
const kindWords = (kind: string): string =>
  kind in evidenceKindWords ? evidenceKindWords[kind as keyof typeof evidenceKindWords] : kind; // just found to be a key

/** One paper's content, before it is a file: the notice that is shown is the notice that is printed. */
export function paperOf(
  kind: DocumentKind,
  input: { penalty: Penalty; recipient: Recipient; law: string; asAt: Date; parts?: FileParts },
): PrintedDocument {
  const { penalty, recipient, law, asAt, parts } = input;
  const empty: FileParts = { evidence: [], events: [], papers: [], payments: [], limit: null, reason: '' };
  const blocks = {
    notice: () => notice(penalty, recipient, law),
    reminder: () => reminder(penalty, recipient, law),
    'prosecution-file': () => prosecutionFile(penalty, recipient, law, parts ?? empty),
  }[kind]();
  return {
    title: `${documentKindWords[kind]} ${penalty.reference}`,
    // The file for the prosecutors says what witnesses and evidence there are.
    marking: kind === 'prosecution-file' ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    author: penalty.agencyName,
    asAt,
    blocks,
  };
}

/** Makes the next edition of a paper as PDF and as Word, and keeps the bytes of both with their hashes. */
export async function keepPaper(
  work: Work,
  kind: DocumentKind,
  input: Parameters<typeof paperOf>[1],
): Promise<void> {
  const { penalty } = input;
  const madeBy = work.viewer.kind === 'officer' ? work.viewer.officerId : null;
  const document = { ...paperOf(kind, input), contact: await contactOf(work.db, penalty.agencyId, madeBy) };
  const last = await work.db
    .selectFrom('enforcement.penaltyDocument')
    .select('version')
    .where('penaltyId', '=', penalty.id)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  const version = (last?.version ?? 0) + 1;
  for (const [format, content] of [
    ['pdf', await toPdf(document)],
    ['docx', await toDocx(document)],
  ] as const)
    await work.db
      .insertInto('enforcement.penaltyDocument')
      .values({
        ...{ id: work.ids.next(), penaltyId: penalty.id, agencyId: penalty.agencyId, kind, version, format },
        name: `${penalty.reference}-${kind}-${version}.${format}`,
        sha256: createHash('sha256').update(content).digest('hex'),
        ...{ content, showsAddress: !input.recipient.isAddressHidden, madeBy, madeAt: work.clock.now() },
      })
      .execute();
}
