import type { ClientBase } from 'pg';
import { type Random, randomFor } from '../../county/random.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';
import { ageBandOf, type PriorityFacts, partsOf, priorityOf, routeOf } from '../safeguarding/index.ts';
import type { SeededEntry } from './seed-lists.ts';

interface Staff {
  keeper: string;
  warden: string;
  agencyId: string;
}

interface Person {
  anchor: SeededEntry;
  records: readonly SeededEntry[];
}

const yesNo = (random: Random, yes: number): 'yes' | 'no' | 'not-known' =>
  random.chance(0.2) ? 'not-known' : random.chance(yes) ? 'yes' : 'no';
const later = (day: Day, days: number, today: Day): Day => {
  const on = addDays(day, days);
  return on > today ? today : on;
};

/** The made-up life of one person on the register: what happened, who went, what was saved. */
function storyOf(person: Person, staff: Staff, today: Day, random: Random) {
  const { anchor, records } = person;
  const id = idFromName(`file ${anchor.id}`);
  const openedOn = addDays(today, -random.between(3, 420));
  const lastOn = addDays(openedOn, -random.between(1, 60));
  const pounds = Number(anchor.given['Loss (£)'] ?? anchor.given['Amount lost'] ?? 0);
  const isDoorstep = anchor.listName === 'Doorstep crime victims';
  const [scamType, method] = isDoorstep ? ['doorstep-crime', 'doorstep'] : ['mail-scam', 'post'];
  const birth = records.map(({ fields }) => fields.dateOfBirth).find(Boolean);
  const facts = {
    ageBand: ageBandOf(birth, today),
    livesAlone: yesNo(random, 0.7),
    capacityConcern: yesNo(random, 0.12),
    financialAbuse: yesNo(random, 0.1),
    bankTold: yesNo(random, 0.5),
    lostPence: pounds * 100,
    lastOn,
    lists: new Set(records.map(({ listName }) => listName)).size,
    isRevictimised: false,
  } satisfies PriorityFacts;
  const isVisited = random.chance(0.55);
  const visitOn = later(openedOn, random.between(2, 25), today);
  const result = isVisited
    ? random.chance(0.8)
      ? 'seen'
      : random.chance(0.6)
        ? 'no-reply'
        : 'refused'
    : undefined;
  const again = result === 'seen' && visitOn < addDays(today, -40) && random.chance(0.07);
  const known = { ...facts, isRevictimised: again };
  const { ofFile: priority, ofLists } = partsOf(priorityOf(known, today));
  const { route, why } = routeOf(known);
  return {
    ...{ id, openedOn, lastOn, pounds, scamType, method, known, visitOn, result, again },
    ...{ priority, ofLists, route, why, staff, person },
  };
}
type Story = ReturnType<typeof storyOf>;

const statusOf = { seen: 'visited', 'no-reply': 'no-reply', refused: 'declined' } as const;

function fileRow(story: Story, reference: string) {
  const { id, known, priority, staff, person, result, visitOn } = story;
  const { lostPence: _lost, lists: _lists, ...profile } = known;
  return {
    ...{ id, reference, recordId: person.anchor.id, name: person.anchor.label, version: 1 },
    ...{ agencyId: staff.agencyId, leadAgencyId: staff.agencyId, ...profile, firstOn: story.lastOn },
    status: result ? statusOf[result as keyof typeof statusOf] : 'not-contacted',
    ...{ scamTypes: [story.scamType], methods: [story.method], basis: '', intervention: '' },
    ...{ risk: priority.risk, priority: priority.points, priorityWhy: priority.why, priorityOn: priority.on },
    ...{ route: story.route, routeWhy: story.why },
    ...(result === 'seen' ? { supportedOn: visitOn } : {}),
    ...{ openedAt: `${story.openedOn}T10:00:00Z`, openedBy: staff.keeper },
  };
}

function visitRow(story: Story, reference: string, today: Day, random: Random) {
  const { id, staff, person, result, visitOn } = story;
  const isDone = result !== undefined;
  return {
    ...{
      id: idFromName(`visit ${id}`),
      reference,
      fileId: id,
      agencyId: staff.agencyId,
      personName: person.anchor.label,
    },
    purpose: random.chance(0.5) ? 'First visit: what happened, and what would help' : 'Fit a call blocker',
    state: isDone ? 'done' : 'planned',
    plannedOn: isDone ? visitOn : addDays(today, random.between(0, 12)),
    ...{
      plannedAtTime: `${random.between(9, 15)}:30`,
      assignedTo: staff.warden,
      needsTwo: false,
      companion: '',
      version: 1,
    },
    ...{ precautions: [], madeAt: `${story.openedOn}T11:00:00Z`, madeBy: staff.keeper, words: '' },
    ...(isDone ? { doneAt: `${visitOn}T14:00:00Z`, doneBy: staff.warden, result } : {}),
    doneThings:
      result === 'seen'
        ? [
            'advice-given',
            ...(random.chance(0.5) ? ['call-blocker'] : []),
            ...(random.chance(0.4) ? ['bank-told'] : []),
          ]
        : [],
  };
}

function moneyRows(story: Story, random: Random) {
  const { id, staff } = story;
  const row = (name: string, rest: object) => ({
    ...{
      id: idFromName(`${name} ${id}`),
      fileId: id,
      agencyId: staff.agencyId,
      scamType: story.scamType,
      method: story.method,
    },
    ...{
      how: '',
      basis: 'documented',
      recordedAt: `${story.openedOn}T10:30:00Z`,
      recordedBy: staff.keeper,
      ...rest,
    },
  });
  return [
    ...(story.pounds > 0
      ? [row('loss', { kind: 'loss', pence: story.pounds * 100, happenedOn: story.lastOn })]
      : []),
    ...(story.again
      ? [
          row('again', {
            kind: 'loss',
            pence: random.between(3, 40) * 1000,
            happenedOn: addDays(story.visitOn, 20),
          }),
        ]
      : []),
    ...(story.result === 'seen' && random.chance(0.3)
      ? [
          row('refund', {
            kind: 'saving',
            how: 'refund',
            pence: random.between(5, 90) * 1000,
            happenedOn: story.visitOn,
          }),
        ]
      : []),
    ...(story.result === 'seen' && random.chance(0.5)
      ? [
          row('blocked', {
            ...{ kind: 'saving', basis: 'estimated', how: 'call-blocker' },
            ...{ pence: random.between(20, 60) * 1000, happenedOn: story.visitOn },
          }),
        ]
      : []),
  ];
}

/** Everybody of the lists that trading standards works from, on the register, with a year and more of visits. */
export async function seedRegister(
  client: ClientBase,
  entries: readonly SeededEntry[],
  personOf: ReadonlyMap<string, string>,
  today: Day,
): Promise<void> {
  const { rows } = await client.query<{ username: string; id: string; agencyId: string }>(
    `select a.username, o.id, o.agency_id as "agencyId" from platform.account a join directory.officer o on o.id = a.officer_id
     where a.username in ('sadia.safeguarding', 'wyn.warden')`,
  );
  const [keeper, warden] = ['sadia.safeguarding', 'wyn.warden'].map((name) =>
    rows.find((row) => row.username === name),
  );
  if (!keeper || !warden) throw new Error('The county has no keeper of the register, or no warden.');
  const staff = { keeper: keeper.id, warden: warden.id, agencyId: keeper.agencyId };
  const people = Map.groupBy(entries, ({ id }) => personOf.get(id) ?? id);
  const random = randomFor('victim register');
  const ids = repeatableIds('victim register');
  const stories = [...people.values()].flatMap((records) => {
    const anchor =
      records.find(({ listName }) => listName === 'Doorstep crime victims') ??
      records.find(({ listName }) => listName === 'Fraud victims to visit');
    return anchor ? [storyOf({ anchor, records }, staff, today, random)] : [];
  });
  await insertRows(
    client,
    'safeguarding.victim_file',
    stories.map((story) => fileRow(story, ids.reference('V'))),
  );
  await insertRows(
    client,
    'safeguarding.list_points',
    stories
      .filter(({ ofLists }) => ofLists.points > 0)
      .map(({ id, ofLists }) => ({ fileId: id, agencyId: staff.agencyId, ...ofLists, onDay: today })),
  );
  await client.query(
    'update safeguarding.victim_file set repeat_due_on = safeguarding.repeat_due(supported_on) where supported_on is not null',
  );
  await insertRows(
    client,
    'safeguarding.lead',
    stories.map(({ id, openedOn }) => ({
      ...{
        id: idFromName(`lead ${id}`),
        fileId: id,
        keeperAgencyId: staff.agencyId,
        agencyId: staff.agencyId,
        state: 'leading',
      },
      ...{ offeredAt: `${openedOn}T10:00:00Z`, offeredBy: staff.keeper, why: 'Opened the file' },
      ...{ answeredAt: `${openedOn}T10:00:00Z`, answeredBy: staff.keeper, answerWords: '' },
    })),
  );
  await insertRows(
    client,
    'safeguarding.contact',
    stories.map((story) => contactRow(story, random)),
  );
  const visited = stories.filter(({ result }, index) => result !== undefined || index % 9 === 0);
  await insertRows(
    client,
    'safeguarding.visit',
    visited.map((story) => visitRow(story, ids.reference('VV'), today, random)),
  );
  await insertRows(
    client,
    'safeguarding.loss',
    stories.flatMap((story) => moneyRows(story, random)),
  );
  await insertRows(
    client,
    'safeguarding.referral',
    stories.filter(({ route, result }) => route === 'officer' && result === 'seen').map(referralRow),
  );
  await insertRows(
    client,
    'safeguarding.event',
    stories.map(({ id, openedOn }) => ({
      ...{ id: idFromName(`opened ${id}`), fileId: id, agencyId: staff.agencyId, officerId: staff.keeper },
      ...{ at: `${openedOn}T10:00:00Z`, kind: 'opened', words: 'Taken on the register' },
    })),
  );
}

function contactRow({ id, staff, person, openedOn }: Story, random: Random) {
  const fields = person.records.map((record) => record.fields);
  const first = (name: string) => fields.map((one) => one[name]).find(Boolean) ?? '';
  return {
    ...{
      fileId: id,
      agencyId: staff.agencyId,
      phone: first('phone'),
      address: first('address'),
      postcode: first('postcode'),
    },
    method: random.chance(0.6) ? 'by telephone first' : '',
    times: random.chance(0.3) ? 'weekdays, in the morning' : '',
    noMessage: random.chance(0.15),
    mustNotKnow: '',
    hidesAddress: false,
    ...{ changedAt: `${openedOn}T10:00:00Z`, changedBy: staff.keeper },
  };
}

function referralRow({ id, staff, visitOn }: Story) {
  return {
    ...{ id: idFromName(`referral ${id}`), fileId: id, agencyId: staff.agencyId, kind: 'adult-safeguarding' },
    ...{
      hasNeeds: 'yes',
      isAtRisk: 'yes',
      cannotProtect: 'not-known',
      narrative: 'Piles of post; could not say what was paid for.',
    },
    ...{ madeAt: `${visitOn}T15:00:00Z`, madeBy: staff.warden, outcomeWords: '' },
  };
}
