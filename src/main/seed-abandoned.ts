import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { factorsOn } from '../../reference/abandoned.ts';
import { abandonedPaperOf } from '../enforcement/abandoned.documents.ts';
import { markKey } from '../enforcement/abandoned.mark.ts';
import type { AbandonedVehicle } from '../enforcement/abandoned.store.ts';
import { type AbandonedAction, abandonedLineOf } from '../enforcement/abandoned.transitions.ts';
import type { AbandonedFacts } from '../enforcement/abandoned.ts';
import type { AbandonedNotice } from '../enforcement/abandoned.words.ts';
import { abandonedEffects } from '../enforcement/abandoned-effects.ts';
import { addDays, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { toDocx } from '../platform/documents/docx.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

type Person = County['people'][number];
type Step = readonly [AbandonedAction, number, Partial<AbandonedFacts['input']>?];
interface Told {
  /** How many days ago it was first seen and the file opened. */
  ago: number;
  mark: string;
  vehicle: Pick<AbandonedVehicle, 'make' | 'colour' | 'landKind'>;
  place: string;
  occupier?: string;
  /** Factors that have an answer, and which of them speak for abandoned. */
  answered: number;
  speaksFor: readonly string[];
  keeper?: string;
  /** What was done, by how many days after the report. */
  steps: readonly Step[];
}
/** What the demonstration tells: one that is being assessed, a notice to an occupier, one in store, and one that was not abandoned. */
const told: readonly Told[] = [
  {
    ...{ ago: 2, mark: 'AV19FTX', place: 'Lay-by on the old bypass, north end' },
    vehicle: { make: 'Vauxhall Corsa', colour: 'Silver', landKind: 'highway' },
    ...{ answered: 3, speaksFor: ['time', 'condition'], steps: [] },
  },
  {
    ...{ ago: 6, mark: 'AV11GRN', place: 'Yard behind the old mill', occupier: 'The mill’s tenants' },
    vehicle: { make: 'Ford Transit', colour: 'White', landKind: 'private' },
    ...{ answered: 8, speaksFor: ['time', 'roadworthy', 'tax'] },
    steps: [
      ['judge', 1],
      ['notify-occupier', 2],
    ],
  },
  {
    ...{ ago: 14, mark: 'AV08BNT', place: 'Car park of the recreation ground', keeper: 'Alex Example' },
    vehicle: { make: 'Peugeot 206', colour: 'Red', landKind: 'public' },
    ...{ answered: 8, speaksFor: ['condition', 'plates', 'secure'] },
    steps: [
      ['judge', 1],
      ['give-notice', 2, { period: '7-days' }],
      ['remove', 10, { storage: 14 }],
    ],
  },
  {
    ...{ ago: 30, mark: 'AV15SRN', place: 'Outside the allotments' },
    vehicle: { make: 'Nissan Micra', colour: 'Blue', landKind: 'highway' },
    ...{ answered: 8, speaksFor: ['tax'], steps: [['find-not-abandoned', 3]] },
  },
];

/** The council and the officer that the files are made from. */
function cast(county: County): { agency: County['agencies'][number]; officer: Person } {
  const agency = county.agencies.find((row) => row.code === 'WEND');
  const officer = county.people.find(
    (person) => person.agencyId === agency?.id && person.roles.includes('jet-officer'),
  );
  if (!agency || !officer) throw new Error('The county has no council with an enforcement officer');
  return { agency, officer };
}

function opened(county: County, one: Told, n: number): AbandonedVehicle {
  const { agency } = cast(county);
  const seenOn = addDays(county.today, -one.ago);
  return {
    ...{ id: idFromName(`abandoned ${n}`), reference: repeatableIds(`abandoned ${n}`).reference('AV') },
    ...{ agencyId: agency.id, agencyName: agency.name, status: 'reported', ...one.vehicle, seenOn },
    ...{ wardCode: null, districtCode: agency.areaCode ?? null, districtName: null, caseId: null },
    ...{ reportId: null, judgedOn: null, noticePeriod: null, noticeAt: null, noticeUntil: null },
    ...{ noticeWhy: null, objectedOn: null, removedAt: null, storageDays: null, storedUntil: null },
    ...{ storedWhy: null, claimedOn: null, disposal: null, endedOn: null, standsSince: null },
    version: 1,
    madeAt: londonInstant(seenOn, '09:30'),
  };
}

/** The file after its steps, with a line of history each, as the table of steps would have them. */
function walked(county: County, one: Told, n: number) {
  const { officer } = cast(county);
  let file = opened(county, one, n);
  const line = (kind: string, at: Date, words: string) => ({
    id: idFromName(`abandoned event ${kind} ${file.id}`),
    ...{ abandonedId: file.id, at, kind, officerId: officer.id, agencyId: file.agencyId, words },
  });
  const events = [line('reported', file.madeAt, 'File of an abandoned vehicle opened')];
  let notice:
    | { kind: AbandonedNotice; file: AbandonedVehicle; at: Date; until: Date | undefined }
    | undefined;
  for (const [action, days, input = {}] of one.steps) {
    const on = addDays(file.seenOn, days);
    const at = londonInstant(on, '11:00');
    const { past, to, paper } = abandonedLineOf(action);
    const facts = {
      file,
      standing: null,
      assessment: [],
      enquiries: [],
      charge: undefined,
      at,
      on,
      input,
      now: at,
    };
    const effect = abandonedEffects[action](facts);
    if (paper) notice = { kind: paper, file, at, until: effect.set.noticeUntil ?? undefined };
    file = { ...file, ...effect.set, status: to };
    events.push(line(action, at, [past, effect.words, effect.why].filter(Boolean).join('. ')));
  }
  return { file, events, officer, notice };
}

/** The notice as its step makes it, with the proof of service. */
async function noticeRows({ file, officer, notice }: ReturnType<typeof walked>, one: Told) {
  if (!notice) return { services: [], documents: [] };
  const { kind, at } = notice;
  const standing = {
    ...{ mark: one.mark, placeWords: one.place, postcode: null, lon: null, lat: null },
    ...{ occupierWords: null, storeWords: null, isHidden: false },
  };
  const paper = abandonedPaperOf({ ...notice, standing, officer: officer.name, asAt: at });
  const own = { abandonedId: file.id, agencyId: file.agencyId, kind };
  const made = [
    ['pdf', await toPdf(paper)],
    ['docx', await toDocx(paper)],
  ] as const;
  return {
    services: [
      {
        ...{ id: idFromName(`abandoned service ${file.id}`), ...own },
        ways: [kind === 'vehicle-notice' ? 'fixed-vehicle' : 'handed-over'],
        ...{ servedAt: at, servedBy: officer.name, officerId: officer.id, recordedAt: at },
      },
    ],
    documents: made.map(([format, content]) => ({
      ...{ id: idFromName(`abandoned notice ${format} ${file.id}`), ...own, version: 1, format },
      ...{ name: `${file.reference}-${kind}-1.${format}`, content: `\\x${content.toString('hex')}` },
      sha256: createHash('sha256').update(content).digest('hex'),
      ...{ showsAddress: true, madeBy: officer.id, madeAt: at },
    })),
  };
}

/** Four vehicles of Wendmere in different states, with what stands behind each. */
export async function seedAbandoned(client: ClientBase, county: County): Promise<void> {
  for (const [n, one] of told.entries()) {
    const walk = walked(county, one, n);
    const { file, events, officer } = walk;
    const { agencyName: _a, districtName: _d, sortValue: _s, ...row } = file;
    const own = { abandonedId: file.id, agencyId: file.agencyId };
    await insertRows(client, 'enforcement.abandoned', [{ ...row, madeBy: officer.id }]);
    await insertRows(client, 'enforcement.abandoned_place', [
      {
        ...{ ...own, mark: one.mark, markKey: markKey(one.mark), placeWords: one.place },
        ...{ occupierWords: one.occupier ?? null, storeWords: file.removedAt ? 'The depot, bay 4' : null },
      },
    ]);
    await insertRows(
      client,
      'enforcement.abandoned_assessment',
      factorsOn(file.seenOn)
        .slice(0, one.answered)
        .map(({ code }) => ({
          ...{ ...own, factor: code, answer: one.speaksFor.includes(code) ? 'for' : 'against' },
          words: one.speaksFor.includes(code) ? 'Seen on the visit; photographs kept.' : 'Nothing found.',
          ...{ officerId: officer.id, at: file.madeAt },
        })),
    );
    if (one.keeper)
      await insertRows(client, 'enforcement.abandoned_enquiry', [
        {
          ...{ id: idFromName(`abandoned enquiry ${file.id}`), ...own, askedOn: addDays(file.seenOn, 1) },
          ...{ askedOf: 'dvla', reason: 'To find whoever is responsible for it', answer: 'keeper' },
          ...{ keeperName: one.keeper, officerId: officer.id, recordedAt: file.madeAt },
        },
      ]);
    await insertRows(client, 'enforcement.abandoned_event', events);
    const { services, documents } = await noticeRows(walk, one);
    await insertRows(client, 'enforcement.abandoned_service', services);
    await insertRows(client, 'enforcement.abandoned_document', documents);
  }
}
