import { afterAll, beforeAll, expect, test } from 'vitest';
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
