import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { encampmentOffence, siteMatrix, welfareItemsOn } from '../../reference/encampment.ts';
import { encampmentPaperOf } from '../enforcement/encampment.documents.ts';
import type { Encampment } from '../enforcement/encampment.store.ts';
import { type EncampmentAction, encampmentLineOf } from '../enforcement/encampment.transitions.ts';
import type { EncampmentFacts } from '../enforcement/encampment.ts';
import { bandOf } from '../enforcement/encampment-after.store.ts';
import { encampmentEffects } from '../enforcement/encampment-effects.ts';
import { addDays, type Day, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { toDocx } from '../platform/documents/docx.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

const required = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`The county has no ${what}`);
  return found;
};

type Step = readonly [EncampmentAction, number, Partial<EncampmentFacts['input']>?];
interface Told {
  /** How many days ago it was reported. */
  ago: number;
  land: string;
  counts: Pick<Encampment, 'caravans' | 'vehicles' | 'hasWaste'>;
  marks: readonly string[];
  /** Items of the welfare assessment that have an answer. */
  asked: number;
  /** What was done, by how many days after the report. */
  steps: readonly Step[];
}
/** What the demonstration tells: one that is being assessed, one directed to leave, and one that is over. */
const told: readonly Told[] = [
  {
    ago: 1,
    land: 'Recreation ground, the car park by the pavilion',
    counts: { caravans: 9, vehicles: 7, hasWaste: false },
    marks: ['UE26ABC'],
    asked: 2,
    steps: [],
  },
  {
    ago: 5,
    land: 'Verge of the old bypass, north of the roundabout',
    counts: { caravans: 4, vehicles: 3, hasWaste: true },
    marks: ['UE24DEF', 'UE21GHJ'],
    asked: 5,
    steps: [
      ['assess', 1],
      ['tell-police', 1],
      ['record-police-decision', 2, { decision: 'none' }],
      ['direct', 3],
    ],
  },
  {
    ago: 40,
    land: 'Field behind the industrial estate',
    counts: { caravans: 3, vehicles: 2, hasWaste: true },
    marks: ['UE19KLM'],
    asked: 5,
    steps: [
      ['assess', 1],
      ['direct', 2],
      ['record-left', 4],
      ['end', 9, { cleanup: 640 }],
    ],
  },
];

/** The people and the place that the files are made from. */
function cast(county: County) {
  const agency = required(
    county.agencies.find((row) => row.code === 'WEND'),
    'WEND',
  );
  const officer = required(
    county.people.find(
      (person) => person.agencyId === agency.id && person.roles.includes('community-safety-coordinator'),
    ),
    'co-ordinator',
  );
  return { agency, officer };
}

function reported(county: County, one: Told, n: number): Encampment {
  const { agency } = cast(county);
  const on = addDays(county.today, -one.ago);
  const never = {
    ...{ caseId: null, wardCode: null, hasDamage: false, assessedOn: null, policeToldOn: null },
    ...{ policeDecision: null, policeDecidedOn: null, policeReturnUntil: null, policeReturnWhy: null },
    ...{ directedOn: null, returnUntil: null, returnWhy: null, complainedOn: null, hearingAt: null },
    ...{ orderedOn: null, noticeAt: null, noticeUntil: null, noticeWhy: null, removedAt: null, leftOn: null },
    ...{ toleratedOn: null, toleratedUntil: null, cleanupPence: null, endedOn: null, version: 1 },
  };
  return {
    ...never,
    ...{ id: idFromName(`encampment ${n}`), reference: repeatableIds(`encampment ${n}`).reference('UE') },
    ...{ agencyId: agency.id, agencyName: agency.name, status: 'reported', landKind: 'unoccupied' },
    ...{ districtCode: agency.areaCode ?? null, districtName: null, arrivedOn: on, ...one.counts },
    madeAt: londonInstant(on, '09:30'),
  };
}

/** The file after its steps, with a line of history each, as the table of steps would have them. */
function walked(county: County, one: Told, n: number) {
  const { officer } = cast(county);
  let file = reported(county, one, n);
  const line = (kind: string, at: Date, words: string) => ({
    id: idFromName(`encampment event ${kind} ${file.id}`),
    ...{ encampmentId: file.id, at, kind, officerId: officer.id, agencyId: file.agencyId, words },
  });
  const events = [line('reported', file.madeAt, 'Encampment reported')];
  for (const [action, days, input = {}] of one.steps) {
    const on: Day = addDays(file.arrivedOn, days);
    const at = londonInstant(on, '11:00');
    const { past, to } = encampmentLineOf(action);
    const facts = { file, land: null, welfare: [], vehicles: [], at, on, input, now: at };
    const effect = required(encampmentEffects[action], `effect of ${action}`)(facts);
    // Telling the police moves no file.
    const status = action === 'tell-police' || action === 'record-police-decision' ? file.status : to;
    file = { ...file, ...effect.set, status };
    events.push(line(action, at, [past, effect.words, effect.why].filter(Boolean).join('. ')));
  }
  return { file, events, officer };
}

/** The direction as its step makes it, with the proof of service. */
async function paperRows(file: Encampment, one: Told, officer: County['people'][number]) {
  if (!file.directedOn || !file.returnUntil) return { services: [], documents: [] };
  const at = londonInstant(file.directedOn, '11:00');
  const paper = encampmentPaperOf({
    ...{ kind: 'direction', file, landWords: one.land, marks: one.marks, at },
    ...{ returnUntil: file.returnUntil, noticeUntil: undefined, offence: encampmentOffence.words },
    ...{ officer: officer.name, asAt: at },
  });
  const own = { encampmentId: file.id, agencyId: file.agencyId, kind: 'direction' };
  const made = [
    ['pdf', await toPdf(paper)],
    ['docx', await toDocx(paper)],
  ] as const;
  return {
    services: [
      {
        ...{ id: idFromName(`encampment service ${file.id}`), ...own },
        ...{ ways: ['fixed-vehicles', 'given-occupants'], servedAt: at, servedBy: officer.name },
        ...{ officerId: officer.id, recordedAt: at },
      },
    ],
    documents: made.map(([format, content]) => ({
      ...{ id: idFromName(`encampment direction ${format} ${file.id}`), ...own, version: 1, format },
      ...{ name: `${file.reference}-direction-1.${format}`, content: `\\x${content.toString('hex')}` },
      sha256: createHash('sha256').update(content).digest('hex'),
      ...{ showsAddress: false, madeBy: officer.id, madeAt: at },
    })),
  };
}

/** What followed the one that is over: its waste, the land scored, measures with owners of which one is late, and the debrief. */
async function afterRows(client: ClientBase, county: County, file: Encampment): Promise<void> {
  const { officer } = cast(county);
  const ended = required(file.endedOn ?? undefined, 'end');
  const at = londonInstant(ended, '16:00');
  const answers = siteMatrix.items.map(({ code, name }, n) => ({ code, name, score: 1 + (n % 3) }));
  const score = answers.reduce((sum, one) => sum + one.score, 0);
  const own = { encampmentId: file.id, agencyId: file.agencyId };
  const { rows } = await client.query<{ id: string }>(
    `select id from intake.report where issue_type = 'fly-tipping' and owner_agency_id = $1 and not is_sensitive and received_at < $2
     order by received_at desc limit 1`,
    [file.agencyId, at],
  );
  await insertRows(client, 'enforcement.encampment_after', [
    {
      ...{ ...own, wasteReportId: rows[0]?.id ?? null, answers, score, band: bandOf(siteMatrix, score) },
      ...{ rolesWords: 'The council asked and cleared; the police came once, at the council’s call.' },
      ...{ complaints: 3, complaintWords: 'Engines at night; a gate left open' },
      policyWords: 'The duty officer is rung before the first visit, and the gate is looked at each month.',
      ...{ policyUpdatedOn: addDays(ended, 3), writtenBy: officer.id, writtenAt: at },
    },
  ]);
  const measure = (n: number, words: string, due: Day, doneOn: Day | null) => ({
    ...{ id: idFromName(`encampment measure ${n} ${file.id}`), ...own, words, ownerId: officer.id },
    ...{ dueOn: due, doneOn, madeBy: officer.id, madeAt: at },
  });
  await insertRows(client, 'enforcement.encampment_measure', [
    measure(1, 'A height bar at the gate', addDays(county.today, -2), null),
    measure(2, 'The ditch along the lane dug out', addDays(county.today, 20), null),
    measure(3, 'The lock on the field gate changed', addDays(ended, 2), addDays(ended, 1)),
  ]);
}

/** Three encampments of Wendmere in different states, with what stands behind each. */
export async function seedEncampments(client: ClientBase, county: County): Promise<void> {
  for (const [n, one] of told.entries()) {
    const { file, events, officer } = walked(county, one, n);
    const { agencyName: _a, districtName: _d, sortValue: _s, ...row } = file;
    const own = { encampmentId: file.id, agencyId: file.agencyId };
    await insertRows(client, 'enforcement.encampment', [{ ...row, madeBy: officer.id }]);
    await insertRows(client, 'enforcement.encampment_place', [
      {
        ...{ ...own, landWords: one.land, ownerWords: 'The council', adults: 8, children: 5 },
        wasteWords: one.counts.hasWaste ? 'Garden waste and rubble at the gate' : null,
      },
    ]);
    await insertRows(
      client,
      'enforcement.encampment_welfare',
      welfareItemsOn(file.arrivedOn)
        .slice(0, one.asked)
        .map(({ code }) => ({
          ...{ ...own, item: code, answer: code === 'children' ? 'found' : 'none' },
          words: code === 'children' ? 'Five, all well; school places offered.' : 'Asked at each caravan.',
          ...{ officerId: officer.id, at: file.madeAt },
        })),
    );
    await insertRows(
      client,
      'enforcement.encampment_vehicle',
      one.marks.map((mark) => ({
        ...{ id: idFromName(`encampment vehicle ${mark}`), ...own, mark, words: 'Van' },
        addedAt: file.madeAt,
      })),
    );
    await insertRows(client, 'enforcement.encampment_event', events);
    const { services, documents } = await paperRows(file, one, officer);
    await insertRows(client, 'enforcement.encampment_service', services);
    await insertRows(client, 'enforcement.encampment_document', documents);
    if (file.endedOn) await afterRows(client, county, file);
  }
}
