import { expect, test } from 'vitest';
import { expectPaper, paperWords } from '../../test/support/paper.ts';
import { toDocx } from '../platform/documents/docx.ts';
import type { PrintedDocument } from '../platform/documents/model.ts';
import { unzip } from '../platform/documents/zip.ts';
import { abandonedPaperOf } from './abandoned.documents.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import { abandonedNotices } from './abandoned.words.ts';
import type { Standing } from './abandoned-parts.store.ts';
import { closurePaperOf } from './closure.documents.ts';
import type { Closure } from './closure.store.ts';
import { closurePapers } from './closure.words.ts';
import type { Place } from './closure-parts.store.ts';
import { encampmentPaperOf } from './encampment.documents.ts';
import type { Encampment } from './encampment.store.ts';
import { encampmentPapers } from './encampment.words.ts';
import { paperOf } from './penalty.documents.ts';
import type { Penalty } from './penalty.store.ts';
import { type DocumentKind, documentKindWords } from './penalty.words.ts';
import { letterOf } from './protection.documents.ts';
import type { Protection } from './protection.store.ts';
import { type LetterKind, letterKindWords } from './protection.words.ts';
import type { Requirement, Subject } from './protection-parts.store.ts';
import { pspoPaperOf } from './pspo.documents.ts';
import type { Pspo } from './pspo.store.ts';
import { chargeReceiptOf } from './vehicle-charge.documents.ts';

const asAt = new Date('2026-11-20T10:00:00Z');
const file = { id: 'f', reference: 'REF-1', agencyId: 'a', agencyName: 'Wendmere Council', version: 1 };
const recipient = { name: 'Pat Example', address: '1 Ash Row, Town', recordId: null };

const penalty = {
  ...{ ...file, status: 'issued', offence: 'fly-tipping', offenceOn: '2026-11-18', offenceTime: '10:15' },
  ...{ placeWords: 'The quay', pspoReference: null, districtName: 'Wendmere', identifiedBy: 'seen' },
  ...{ amountPence: 60_000, earlyPence: 40_000, earlyUntil: '2026-11-30', payUntil: '2026-12-04' },
  ...{ prosecuteFrom: '2026-12-05', deadlineWhy: '14 days', issuedOn: '2026-11-20', issuedByName: 'Jo Jet' },
  ...{ powerReference: 'EN-4', servedOn: '2026-11-20', servedHow: 'in-person', servedBy: 'Jo Jet' },
} as unknown as Penalty; // what the paper prints of one
const penaltyParts = {
  evidence: [
    {
      id: 'e',
      kind: 'photo',
      words: 'The van',
      addedAt: asAt,
      cameraAt: '2026-11-18T10:15:00',
      sha256: 'ab',
    },
  ] as never,
  ...{ events: [], papers: [], payments: [], limit: null, reason: 'Not paid' },
};
const penaltyPaper = (kind: DocumentKind, isAddressHidden: boolean) =>
  paperOf(kind, {
    ...{ penalty, recipient: { ...recipient, isAddressHidden }, law: 'EPA 1990 s.33ZA', asAt },
    parts: penaltyParts,
  });
const letter = (kind: LetterKind, servedOn = '2026-11-20') =>
  letterOf(kind, {
    file: {
      ...{ ...file, warnedOn: '2026-11-02', complyBy: '2026-11-16', streetWords: null, districtName: 'X' },
    } as unknown as Protection, // as above
    subject: {
      ...{
        kind: 'person',
        name: 'Pat Example',
        address: '1 Ash Row',
        placeWords: 'Ash Row',
        conduct: 'Noise',
      },
    } as Subject,
    requirements: (['stop', 'do', 'steps'] as const).map((of, n) => ({
      ...{ id: String(n), stage: kind, kind: of, words: `Part ${n}`, byDay: null, since: null, until: null },
    })) as Requirement[],
    ...{ how: 'in-person', servedOn, last: '2026-12-10', why: '21 days', maxPence: 10_000 },
    ...{ officer: 'Jo Jet', power: 'EN-4', asAt },
  });
const closure = {
  ...{ ...file, grounds: ['nuisance'] },
} as unknown as Closure; // as above
const closed = (kind: (typeof closurePapers)[number], place: Place | null) =>
  closurePaperOf({
    ...{ kind, file: closure, place, barred: ['Sam Visitor'], at: asAt, court: 'Town Magistrates’ Court' },
    stands: { until: new Date('2026-11-22T10:00:00Z'), why: '48 hours' },
    hearing: { on: '2026-11-22', time: '09:30' },
    ...{ breach: 'up to 51 weeks', orderMonths: 3, officer: 'Jo Jet', power: 'EN-4', basis: 'officer', asAt },
  } as never);
const land = { ...file, landKind: 'highway', colour: 'Blue', make: 'Ford' } as unknown;
const standing = { mark: 'AB12 CDE', placeWords: 'Ash Lane', isHidden: false } as Standing;
const pspo = {
  ...{ ...file, title: 'The quay', decidedBy: 'Cabinet', minute: 'Minute 4', startsOn: '2026-12-01' },
  ...{
    endsOn: '2029-11-30',
    areaWords: 'All of the quay',
    prohibitions: ['Drinking'],
    requirements: ['Leads'],
  },
  ...{ exemptions: ['Licensed premises'], isAlcohol: true, challengeUntil: '2026-12-31' },
} as unknown as Pspo; // as above

/** Every paper of enforcement, by its name, with words that it cannot be without. */
const papers: readonly [string, PrintedDocument, readonly string[]][] = [
  ...(Object.keys(documentKindWords) as DocumentKind[]).map((kind): [string, PrintedDocument, string[]] => [
    `penalty ${kind}`,
    penaltyPaper(kind, false),
    [
      'EPA 1990 s.33ZA',
      '18 November 2026',
      kind === 'prosecution-file' ? 'By its camera 18 November 2026 at 10:15' : '£600',
    ],
  ]),
  ...(Object.keys(letterKindWords) as LetterKind[]).map((kind): [string, PrintedDocument, string[]] => [
    `community protection ${kind}`,
    letter(kind),
    ['Pat Example', 'ss.43 to 58', 'Part 0', 'Part 1', 'Part 2', '10 December 2026', '21 days'],
  ]),
  ...closurePapers.map((kind): [string, PrintedDocument, string[]] => [
    `closure ${kind}`,
    closed(kind, { address: '3 Ash Row' } as Place),
    ['3 Ash Row', 'ss.76 to 93', 'EN-4'],
  ]),
  ...encampmentPapers.map((kind): [string, PrintedDocument, string[]] => [
    `encampment ${kind}`,
    encampmentPaperOf({
      ...{ kind, file: land as Encampment, landWords: 'Ash Field', marks: ['AB12 CDE'], at: asAt },
      ...{ returnUntil: '2027-02-19', noticeUntil: asAt, offence: 'a fine', officer: 'Jo Jet', asAt },
    }),
    ['All occupants', 'Ash Field', 'AB12 CDE', 'ss.77 to 79'],
  ]),
  ...abandonedNotices.map((kind): [string, PrintedDocument, string[]] => [
    `abandoned vehicle ${kind}`,
    abandonedPaperOf({
      ...{ kind, file: land as AbandonedVehicle, standing, at: asAt, until: asAt, officer: 'Jo Jet', asAt },
    }),
    ['AB12 CDE', 'Ash Lane', 'Refuse Disposal (Amenity) Act 1978'],
  ]),
  [
    'receipt for the charge of a vehicle',
    chargeReceiptOf({
      ...{ file: land as AbandonedVehicle, charge: { pence: 19_250, words: '£105 for the removal' } },
      ...{ on: '2026-11-20', receipt: 'CASH-77', officer: 'Jo Jet', asAt },
    }),
    ['£192.50', '£105 for the removal', '20 November 2026', 'CASH-77', 'Jo Jet'],
  ],
  [
    'public spaces order',
    pspoPaperOf({ file: pspo, what: 'Made', on: '2026-11-20', asAt }),
    ['ss.59 to 75', 'Drinking', 'Leads', 'Licensed premises', '30 November 2029', '31 December 2026'],
  ],
];
test.each(papers)('%s: a PDF and a Word file with everything it must say', (_name, document, said) =>
  expectPaper(document, ['REF-1', ...said]),
);

test('a paper says what it is once, at its top, whom it comes from before that, and on each page which it is', async () => {
  const parts = unzip(
    await toDocx({ ...letter('notice'), contact: ['Nuisance team', 'Telephone 01632 960001'] }),
  );
  const body = parts.get('word/document.xml')?.toString('utf8') ?? '';
  const text = body.replace(/<[^>]+>/g, ' ').replace(/ +/g, ' ');
  expect(text).toMatch(/Wendmere Council Nuisance team Telephone 01632 960001 Pat Example/);
  expect(text.split('Community protection notice')).toHaveLength(2);
  expect([...parts].filter(([name]) => name.startsWith('word/footer')).join('')).toContain(
    'Community protection notice REF-1',
  );
});

test('no address on a paper where it must stay hidden, and the fine of the law of its own day', async () => {
  for (const kind of Object.keys(documentKindWords) as DocumentKind[])
    expect(await paperWords(penaltyPaper(kind, true))).not.toContain('Ash Row');
  for (const kind of closurePapers) expect(await paperWords(closed(kind, null))).not.toContain('Ash Row');
  for (const kind of abandonedNotices) {
    const hidden = { ...standing, isHidden: true };
    const shown = abandonedPaperOf({
      ...{
        kind,
        file: land as AbandonedVehicle,
        standing: hidden,
        at: asAt,
        until: undefined,
        officer: 'J',
        asAt,
      },
    });
    expect(await paperWords(shown)).not.toMatch(/Ash Lane|AB12/);
  }
  expect(await paperWords(letter('notice', '2014-10-20'))).toContain('a fine of up to £2,500 (level 4)');
  expect(await paperWords(letter('notice', '2014-10-19'))).not.toContain('£2,500');
});
