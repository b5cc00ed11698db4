import { afterAll, beforeAll, expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import {
  type MovableClock,
  movableClock,
  openWorld,
  type Visitor,
  type World,
} from '../../test/support/world.ts';

/** Journey 5 by `/api/v1`: powers that lapse and are given anew, the time log, tasks, duties, patrols, the month and its figures. */
let world: World;
const clock: MovableClock = movableClock('2026-11-20T10:00:00Z');
const visitors = new Map<string, Visitor>();
const as = async (name: string): Promise<Visitor> => {
  const key = `${name} ${clock.now().toISOString()}`;
  const visitor = visitors.get(key) ?? (await world.as(name));
  visitors.set(key, visitor);
  return visitor;
};
async function call<T>(
  who: string,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
  status = method === 'GET' ? 200 : 201,
): Promise<T> {
  const answer = await (await as(who)).api(method, url, body);
  expect(answer.status, `${who} ${method} ${url}: ${answer.text}`).toBe(status);
  return answer.json as T; // the shape is the declaration's
}
const refused = async (who: string, url: string, body: unknown, status = 422): Promise<string> => {
  const answer = await (await as(who)).api('POST', url, body);
  expect(answer.status, `${who} ${url}: ${answer.text}`).toBe(status);
  return answer.text;
};
interface Minutes {
  enforcement: number;
  street: number;
  uncounted: number;
  untasked: number;
}
interface Month {
  isWhole: boolean;
  minutes: Minutes;
  standing: string;
  officers: { name: string; minutes: Minutes }[];
  activities: { code: string; minutes: Minutes }[];
  entries: { id: string; version: number; minutes: number; isWithdrawn: boolean }[];
  closed: { standing: string; reason: string | null } | null;
}
interface Entry {
  id: string;
  version: number;
  minutes: number;
  countsAs: string;
}
const supervisor = 'sunita.supervisor';
let teamId = '';
const months = (month: string) => `/api/v1/teams/${teamId}/months/${month}`;
const log = (who: string, body: object) => call<Entry>(who, 'POST', '/api/v1/team-time', body);

beforeAll(async () => {
  world = await openWorld({ name: 'j5_jet', clock });
  const { teams } = await call<{ teams: { team: { id: string }; isOwn: boolean }[] }>(
    supervisor,
    'GET',
    '/api/v1/teams',
  );
  teamId = teams.find(({ isOwn }) => isOwn)?.team.id ?? '';
});
afterAll(() => world.close());

interface Held {
  officerId: string;
  officerName: string;
  kind: string;
  holding: string;
  within?: number;
}
interface Reaccreditation {
  id: string;
  version: number;
  status: string;
}
const heldBy = async (who: string) => (await call<{ held: Held[] }>(who, 'GET', '/api/v1/team-powers')).held;
const csasOf = (held: readonly Held[], officerId: string) =>
  held.find((one) => one.kind === 'csas' && one.officerId === officerId);
/** The officers of the team, five of them: the supervisor, Joss, and three more. */
let team: { id: string; username: string }[] = [];
const district = async () =>
  (await world.sql<{ code: string }>("select area_code as code from directory.agency where code = 'WEND'"))[0]
    ?.code ?? '';

test('1. accreditations end: alerts at 90, 60 and 30 days, then lapsed; the power is switched off, the council’s own is not', async () => {
  const [service] = await world.sql<{ id: string; agency: string }>(
    "select id, agency_id as agency from directory.service where code = 'WEND-JET'",
  );
  // The county has three in the team: the directory administrator enters two more.
  for (const name of ['Ada Fifthley', 'Ned Fourthby'])
    await call('dana.directory', 'POST', '/api/v1/directory/people', {
      ...{
        name,
        email: `${name.split(' ')[0]?.toLowerCase()}@wendmere.example`,
        username: name.toLowerCase().replace(' ', '.'),
      },
      ...{ agencyId: service?.agency, serviceIds: [service?.id], reason: 'Joined the team' },
    });
  team = await world.sql(
    `select o.id, c.username from directory.officer o join directory.service_member m on m.officer_id = o.id
     join platform.account c on c.officer_id = o.id where m.service_id = $1 order by c.username`,
    [service?.id],
  );
  expect(team).toHaveLength(5);
  const joss = team.find(({ username }) => username === 'joss.jet')?.id ?? '';
  const at = async (iso: string) => {
    clock.set(iso);
    return csasOf(await heldBy(supervisor), joss);
  };
  // His accreditation ends on 20 January 2027.
  expect((await at('2026-11-20T10:00:00Z'))?.within).toBe(90);
  await performScheduled(world, clock, 'warn-lapses');
  await performScheduled(world, clock, 'warn-lapses');
  expect((await at('2026-11-22T10:00:00Z'))?.within).toBe(60);
  expect((await at('2026-12-22T10:00:00Z'))?.within).toBe(30);
  expect((await (await as('joss.jet')).get('/home')).text).toContain('Ends on <time datetime="2027-01-20"');
  await performScheduled(world, clock, 'warn-lapses');
  const mail = await world.sql<{ subject: string; body: string }>(
    "select subject, body from platform.outbox where reason = 'powers end' order by queued_at",
  );
  // Once at each: told twice in all, and no name leaves.
  expect(mail.length).toBe(2);
  expect(mail.map(({ subject, body }) => subject + body).join(' ')).not.toMatch(/Thistlewood|Parmar|Joss/);
  expect((await at('2027-01-21T10:00:00Z'))?.holding).toBe('ended');
  const use = {
    power: 'csas.require-name',
    districtCode: await district(),
    isInUniform: true,
    words: 'Drinking in the square',
  };
  // ✘ blocked, with why and who could instead.
  const blocked = await refused('joss.jet', '/api/v1/team-powers/uses', use);
  expect(blocked).toContain('ran out on 2027-01-20');
  expect(blocked).toMatch(/Who could instead: |ask the police/);
  const asked = await (await as('joss.jet')).api(
    'GET',
    `/api/v1/team-powers/ask?power=csas.require-name&districtCode=${use.districtCode}&isInUniform=yes`,
  );
  expect(asked.json).toMatchObject({ may: false });
  // The council's own authority still works.
  await call('joss.jet', 'POST', '/api/v1/team-powers/uses', {
    ...use,
    power: 'fpn.litter',
    words: 'Litter in the square',
  });
});

test('2. vetted, trained, assessed: three ticks each, then the force issues; five of five are active', async () => {
  clock.set('2027-01-25T10:00:00Z');
  const ticksBy = (username: string) => (username === supervisor ? 'callum.safety' : supervisor);
  for (const { id, username } of team) {
    const lead = ticksBy(username);
    let row = { id: '', version: 1, status: '' };
    if (username === 'joss.jet') {
      // One was begun for him, and is stopped: it was of last year.
      const { reaccreditations } = await call<{
        reaccreditations: (Reaccreditation & { officerId: string })[];
      }>(lead, 'GET', '/api/v1/reaccreditations');
      const old = reaccreditations.find(({ officerId }) => officerId === id);
      await call(lead, 'POST', `/api/v1/reaccreditations/${old?.id}/stop`, { version: old?.version }, 200);
    }
    row = await call<Reaccreditation>(lead, 'POST', '/api/v1/reaccreditations', { officerId: id });
    await refused(lead, '/api/v1/reaccreditations', { officerId: id }, 409);
    const path = `/api/v1/reaccreditations/${row.id}`;
    const issue = {
      powers: ['csas.require-name', 'csas.confiscate-alcohol'],
      badgeNumber: `B${username.length}`,
      expiresOn: '2030-01-24',
    };
    // ✘ the force issues nothing that is not ready, and does not see it.
    expect(
      (await (await as('priya.police')).api('POST', `${path}/issue`, { ...issue, version: row.version }))
        .status,
    ).toBe(404);
    for (const tick of ['vetted', 'trained', 'assessed'])
      row = await call<Reaccreditation>(
        lead,
        'POST',
        `${path}/tick`,
        { tick, onDay: '2027-01-20', version: row.version },
        200,
      );
    expect(row.status).toBe('ready');
    const both = await Promise.all(
      [1, 2].map(async () =>
        (await as('priya.police')).api('POST', `${path}/issue`, { ...issue, version: row.version }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  }
  // ✘ nobody ticks for themselves, and no supervisor issues.
  const own = await call<Reaccreditation>('callum.safety', 'POST', '/api/v1/reaccreditations', {
    officerId: team.find(({ username }) => username === supervisor)?.id,
  });
  expect(
    await refused(supervisor, `/api/v1/reaccreditations/${own.id}/tick`, {
      tick: 'vetted',
      onDay: '2027-01-20',
      version: own.version,
    }),
  ).toContain('Nobody records their own');
  await refused(supervisor, `/api/v1/reaccreditations/${own.id}/issue`, {}, 403);
  const held = await heldBy(supervisor);
  expect(team.filter(({ id }) => csasOf(held, id)?.holding === 'holds')).toHaveLength(5);
  await call('joss.jet', 'POST', '/api/v1/team-powers/uses', {
    ...{
      power: 'csas.require-name',
      districtCode: await district(),
      isInUniform: true,
      words: 'Drinking in the square',
    },
  });
  // ✘ in uniform alone.
  expect(
    await refused('joss.jet', '/api/v1/team-powers/uses', {
      ...{
        power: 'csas.require-name',
        districtCode: await district(),
        isInUniform: false,
        words: 'Drinking',
      },
    }),
  ).toContain('uniform');
  clock.set('2026-11-20T10:00:00Z');
});

test('3, 8. time is logged by class; 78/22 is green, 60/40 red and asks why; closed months are not changed', async () => {
  clock.set('2026-12-21T16:00:00Z');
  const day = { onDay: '2026-12-21', words: '' };
  const first = await log('joss.jet', {
    ...day,
    activity: 'patrol',
    minutes: 240,
    key: '5a3b1e00-0000-4000-8000-0000000000f1',
  });
  // The same form sent twice is one entry.
  const again = await log('joss.jet', {
    ...day,
    activity: 'patrol',
    minutes: 240,
    key: '5a3b1e00-0000-4000-8000-0000000000f1',
  });
  expect(again.id).toBe(first.id);
  expect(first.countsAs).toBe('enforcement');
  const [both, other] = await Promise.all(
    ['a', 'b'].map(async (end) =>
      (await as('joss.jet')).api('POST', '/api/v1/team-time', {
        ...{ ...day, activity: 'penalties', minutes: 700, key: `5a3b1e00-0000-4000-8000-0000000000c${end}` },
      }),
    ),
  );
  // Two telephones at once do not fill a day twice over.
  expect([both?.status, other?.status].sort()).toEqual([201, 422]);
  const extra = (both?.status === 201 ? both : other)?.json as Entry; // the shape is the declaration's
  await call('joss.jet', 'POST', `/api/v1/team-time/${extra.id}/withdraw`, { version: extra.version }, 200);
  const wrong = await log('joss.jet', { ...day, activity: 'recycling', minutes: 60 });
  const right = { ...day, activity: 'recycling', minutes: 66, version: wrong.version };
  expect(
    (await call<Entry>('joss.jet', 'POST', `/api/v1/team-time/${wrong.id}/correct`, right, 200)).minutes,
  ).toBe(66);
  await refused('joss.jet', `/api/v1/team-time/${wrong.id}/correct`, right, 409);
  // ✘ minutes that are no whole number, a day that is to come, a colleague's entry.
  await refused('joss.jet', '/api/v1/team-time', { ...day, activity: 'patrol', minutes: 7.5 });
  await refused('joss.jet', '/api/v1/team-time', {
    ...day,
    onDay: '2026-12-22',
    activity: 'patrol',
    minutes: 5,
  });
  expect(
    await refused(supervisor, `/api/v1/team-time/${wrong.id}/correct`, { ...right, version: 2 }),
  ).toContain('Joss');
  await log(supervisor, { ...day, activity: 'anti-social-behaviour', minutes: 228 });
  await log(supervisor, { ...day, activity: 'surveys', minutes: 66 });
  await log(supervisor, { ...day, activity: 'leave', minutes: 200 });
  const own = await call<Month>('joss.jet', 'GET', months('2026-12'));
  expect(own.isWhole).toBe(false);
  expect(own.officers.map(({ name }) => name)).toEqual(['Joss Thistlewood']);
  const whole = await call<Month>(supervisor, 'GET', months('2026-12'));
  expect(whole.minutes).toEqual({ enforcement: 468, street: 132, uncounted: 200, untasked: 600 });
  expect(whole.standing).toBe('green');
  expect(await refused(supervisor, `${months('2026-12')}/close`, {})).toContain('not over yet');
  await refused('joss.jet', `${months('2026-12')}/close`, {}, 403);
  clock.set('2027-01-29T16:00:00Z');
  const closing = await Promise.all(
    [1, 2].map(async () => (await as(supervisor)).api('POST', `${months('2026-12')}/close`, {})),
  );
  expect(closing.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(
    await refused('joss.jet', '/api/v1/team-time', { ...day, activity: 'patrol', minutes: 5 }),
  ).toContain('closed');
  const [entry] = (await call<Month>('joss.jet', 'GET', months('2026-12'))).entries.filter(
    (one) => !one.isWithdrawn,
  );
  await refused('joss.jet', `/api/v1/team-time/${entry?.id}/withdraw`, { version: entry?.version });
  // January: 60/40.
  const january = { onDay: '2027-01-28', words: '' };
  await log('joss.jet', { ...january, activity: 'patrol', minutes: 360 });
  await log('joss.jet', { ...january, activity: 'recycling', minutes: 240 });
  await call(supervisor, 'POST', `/api/v1/teams/${teamId}/target`, {
    ...{
      enforcementPercent: 80,
      amberPoints: 5,
      startsOn: '2027-02-01',
      why: 'Agreed by the board in January',
    },
  });
  clock.set('2027-02-01T09:00:00Z');
  expect(await refused(supervisor, `${months('2027-01')}/close`, {})).toContain('60.0% enforcement');
  const closed = await call<Month>(supervisor, 'POST', `${months('2027-01')}/close`, {
    reason: 'Bins were missed for a week',
  });
  expect(closed.closed).toMatchObject({ standing: 'red', reason: 'Bins were missed for a week' });
  // Why it is red is for whoever leads the team.
  expect((await call<Month>('joss.jet', 'GET', months('2027-01'))).closed?.reason).toBeNull();
  await refused(supervisor, `/api/v1/teams/${teamId}/target`, {
    ...{ enforcementPercent: 50, amberPoints: 5, startsOn: '2027-01-15', why: 'To make it green' },
  });
});

test('3. a review finds untasked time, mainly recycling and surveys, and very few penalties', async () => {
  const { reviews } = await call<{
    reviews: {
      untaskedMinutes: number;
      countedMinutes: number;
      penalties: number;
      activities: { name: string }[];
    }[];
  }>(supervisor, 'POST', `/api/v1/teams/${teamId}/reviews`, {
    ...{
      fromOn: '2026-12-01',
      toOn: '2027-01-31',
      finding: 'Untasked time is mainly recycling compliance and surveys',
    },
    action: 'Tasks and patrol plans from the priorities',
  });
  expect(reviews[0]).toMatchObject({ untaskedMinutes: 1200, countedMinutes: 1200 });
  expect(reviews[0]?.activities.map(({ name }) => name)).toContain('Recycling compliance');
  await refused('joss.jet', `/api/v1/teams/${teamId}/reviews`, {}, 403);
});
