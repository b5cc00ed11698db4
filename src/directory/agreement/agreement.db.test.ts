import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';
import { markerPolicy } from '../../assurance/index.ts';
import { casePolicy, penaltyPolicy } from '../../enforcement/index.ts';
import { reportPolicy } from '../../intake/index.ts';
import { type OfficerViewer, systemViewer } from '../../platform/access/viewer.ts';
import { recordPolicy } from '../../records/index.ts';
import { roles } from '../roles.ts';
import { sharedKinds } from './agreement.words.ts';

let world: World;
let dana: Visitor;
let hollis: Visitor;
let salt: string;
let harb: string;
beforeAll(async () => {
  world = await openWorld({ name: 'agreements' });
  [dana, hollis] = [await world.as('dana.directory'), await world.as('hollis.housing')];
  [salt, harb] = [await agency('SALT'), await agency('HARB')];
});
afterAll(() => world.close());

const agency = async (code: string): Promise<string> => {
  const [row] = await world.sql<{ id: string }>('select id::text from directory.agency where code = $1', [
    code,
  ]);
  return row?.id ?? '';
};
const body = (change: Record<string, unknown> = {}) => ({
  ...{ fromAgencyId: salt, toAgencyId: harb, recordKind: 'report', startsOn: '2026-11-20' },
  ...{ gateway: 'Crime and Disorder Act 1998 s.115', reason: 'Signed on 19 November' },
  ...change,
});
const make = (change: Record<string, unknown> = {}, who = dana) =>
  who.api('POST', '/api/v1/directory/agreements', body(change));
interface Made {
  id: string;
  version: number;
  state: string;
  endsOn: string | null;
}
const made = (answer: { json: unknown }): Made => answer.json as Made; // the shape is the route's own schema
const wrong = (answer: { json: unknown }): string[] =>
  (answer.json as { problems?: { field: string }[] }).problems?.map((p) => p.field) ?? [];
const end = (agreement: Made) =>
  dana.api('POST', `/api/v1/directory/agreements/${agreement.id}/end`, {
    version: agreement.version,
    reason: 'The contract ended',
  });

/** Whether hollis sees an ordinary report of Saltmarch, each way there is to ask. */
async function sight(visitor: Visitor) {
  const session = await world.app.signIn.authenticate(visitor.token);
  const viewer = session?.viewer ?? visitor.viewer;
  const [report] = await world.sql<{ id: string; serviceId: string }>(
    'select id::text, service_id::text as "serviceId" from intake.report where owner_agency_id = $1 and received_by_agency_id = $1 and not is_sensitive order by id limit 1',
    [salt],
  );
  const subject = {
    ...{ ownerAgencyId: salt, receivedByAgencyId: salt, serviceId: report?.serviceId ?? '' },
    isSensitive: false,
  };
  const inSql = await world.app.databases.inTransaction(
    'WORKER',
    systemViewer('WORKER', 'test'),
    async (db) => {
      const { rows } = await sql<{ yes: boolean }>`select ${reportPolicy.visible(viewer, 'r')} as yes
      from intake.report r where r.id = ${report?.id}`.execute(db);
      return rows[0]?.yes;
    },
  );
  return {
    inMemory: reportPolicy.can(viewer, subject),
    inSql,
    page: (await visitor.get(`/reports/${report?.id}`)).status,
    api: (await visitor.api('GET', `/api/v1/reports/${report?.id}`)).status,
  };
}
const open = { inMemory: true, inSql: true, page: 200, api: 200 };
const closed = { inMemory: false, inSql: false, page: 404, api: 404 };

test('an agreement takes effect at the next press, in memory and in SQL, and so does its end', async () => {
  expect(await sight(hollis)).toEqual(closed);
  const agreement = made(await make());
  expect(agreement.state).toBe('live');
  expect(await sight(hollis)).toEqual(open);
  expect((await end(agreement)).status).toBe(200);
  expect(await sight(hollis)).toEqual(closed);
});

test('it does not go the other way', async () => {
  const agreement = made(await make({ fromAgencyId: harb, toAgencyId: salt }));
  expect(await sight(hollis)).toEqual(closed);
  await end(agreement);
});

test('one that starts later opens nothing before its day', async () => {
  const agreement = made(await make({ startsOn: '2026-12-01' }));
  expect(agreement.state).toBe('to-come');
  expect(await sight(hollis)).toEqual(closed);
  expect(made(await end(agreement)).endsOn).toBe('2026-12-01');
});

test('one amended to end in the past is refused, and one that has ended is not brought back', async () => {
  const agreement = made(await make());
  const amend = (endsOn: string, version: number) =>
    dana.api('POST', `/api/v1/directory/agreements/${agreement.id}/amend`, {
      endsOn,
      version,
      reason: 'Renewed',
    });
  expect(wrong(await amend('2026-11-20', 1))).toEqual(['endsOn']);
  expect(wrong(await amend('next year', 1))).toEqual(['endsOn']);
  const amended = made(await amend('2026-12-31', 1));
  expect(amended).toMatchObject({ endsOn: '2026-12-31', state: 'ending', version: 2 });
  expect((await amend('2027-12-31', 1)).status).toBe(409);
  const ended = made(await end(amended));
  expect((await amend('2027-12-31', ended.version)).status).toBe(422);
  expect(await sight(hollis)).toEqual(closed);
});

test('each field is checked, and nothing is made', async () => {
  const cases: [Record<string, unknown>, string][] = [
    [{ fromAgencyId: 'nobody' }, 'fromAgencyId'],
    [{ fromAgencyId: '00000000-0000-4000-8000-000000000000' }, 'fromAgencyId'],
    [{ toAgencyId: salt }, 'toAgencyId'],
    [{ recordKind: 'everything' }, 'recordKind'],
    [{ gateway: 'We are friends' }, 'gateway'],
    // A person's consent is asked each time: nothing stands on it.
    [{ gateway: 'Consent' }, 'gateway'],
    [{ startsOn: '2026-11-19' }, 'startsOn'],
    [{ startsOn: '20 November' }, 'startsOn'],
    [{ endsOn: '2026-11-20' }, 'endsOn'],
    [{ document: 'x'.repeat(201) }, 'document'],
    [{ reason: ' ' }, 'reason'],
  ];
  for (const [change, field] of cases) {
    const answer = await make(change);
    expect([answer.status, ...wrong(answer)], JSON.stringify(change)).toEqual([422, field]);
  }
  expect(wrong(await make({ fromAgencyId: await agency('WEND') }))).toEqual(['recordKind']); // there is one already
});

test('only an administrator makes, amends or ends one; everybody with an account may read them', async () => {
  for (const username of ['olu.officer', 'callum.safety', 'aled.auditor', 'bea.board']) {
    const visitor = await world.as(username);
    expect((await make({}, visitor)).status).toBe(403);
    expect((await visitor.get('/directory/agreements')).status).toBe(200);
    expect((await visitor.get('/directory/agreements/add')).status).toBe(403);
  }
  expect((await world.nobody.get('/directory/agreements')).location).toContain('/sign-in');
});

test('the page shows what it would open and to whom before anything is saved', async () => {
  const form = {
    ...Object.fromEntries(Object.entries(body()).map(([key, value]) => [key, String(value)])),
    ...{ document: '', endsOn: '2027-01-10' },
  };
  const preview = await dana.post('/directory/agreements/add', { ...form, go: 'preview' });
  expect(preview.text).toContain('Nothing is saved yet');
  expect(preview.text).toContain('Hollis Figgis');
  expect(preview.text).toContain('It does not go the other way');
  expect(preview.text).toContain('Sensitive reports, and who reported');
  expect(await sight(hollis)).toEqual(closed);
  const saved = await dana.post('/directory/agreements/add', { ...form, go: 'save' });
  expect(saved.status).toBe(303);
  expect(await sight(hollis)).toEqual(open);
  const page = await dana.get(saved.location ?? '');
  expect(page.text).toContain('Ends soon');
  expect(page.text).toContain('Signed on 19 November');
  expect((await dana.get('/directory/agreements?agencyId=all')).text).toContain(
    '1 agreement ends within 60 days',
  );
  const ending = await dana.post(`${saved.location}/end`, { version: '1', reason: 'Over', go: 'preview' });
  expect(ending.text).toContain('sees nothing of');
  expect(await sight(hollis)).toEqual(open);
  await dana.post(`${saved.location}/end`, { version: '1', reason: 'Over', go: 'save' });
  expect(await sight(hollis)).toEqual(closed);
});

describe('the preview tells the truth about who reads by an agreement', () => {
  const [own, other] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
  const viewer = (role: string, recordKind: string): OfficerViewer => ({
    ...{ kind: 'officer', accountId: own, sessionId: own, officerId: own, name: 'N', agencyName: 'A' },
    ...{
      agencyId: own,
      side: role === 'safeguarding-officer' ? 'SAFEGUARD' : 'OPS',
      roles: [role],
      serviceIds: [],
    },
    agreements: [{ recordKind, fromAgencyId: other }],
  });
  const seen: Record<string, (who: OfficerViewer) => boolean> = {
    report: (who) =>
      reportPolicy.can(who, {
        ownerAgencyId: other,
        receivedByAgencyId: other,
        serviceId: other,
        isSensitive: false,
      }),
    case: (who) =>
      casePolicy.can(who, {
        leadAgencyId: other,
        isPersonal: false,
        serviceIds: [other],
        agencyIds: [other],
      }),
    person: (who) => recordPolicy.can(who, { originAgencyId: other, handling: 'ordinary' }),
    victim: (who) => recordPolicy.can(who, { originAgencyId: other, handling: 'victim' }),
    marker: (who) => markerPolicy.can(who, { agencyId: other }),
    'restricted-list': (who) => recordPolicy.can(who, { originAgencyId: other, handling: 'restricted' }),
  };
  test.each(Object.keys(seen))('%s', (recordKind) => {
    const readers = roles.filter((role) => seen[recordKind]?.(viewer(role, recordKind)));
    const told = sharedKinds.find((kind) => kind.code === recordKind)?.readers ?? [];
    expect([...readers].sort()).toEqual([...told].sort());
    expect(readers.length).toBeGreaterThan(0);
  });
  test('penalties go with cases', () => {
    const penalty = { agencyId: other, status: 'issued' };
    expect(penaltyPolicy.can(viewer('service-officer', 'case'), penalty)).toBe(true);
    expect(penaltyPolicy.can(viewer('service-officer', 'report'), penalty)).toBe(false);
  });
});
