import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveListFile } from '../../../test/support/given-file.ts';
import { performQueued } from '../../../test/support/jobs.ts';
import { formIn, wordsOf } from '../../../test/support/pages.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let sadia: Visitor;
let hollis: Visitor;
let agencies: Map<string, string>;
const clock = movableClock();
beforeAll(async () => {
  world = await openWorld({ name: 'lists', clock });
  [sadia, hollis] = [await world.as('sadia.safeguarding'), await world.as('hollis.housing')];
  const rows = await world.sql<{ code: string; id: string }>('select code, id from directory.agency');
  agencies = new Map(rows.map(({ code, id }) => [code, id]));
});
afterAll(() => world.close());

const idIn = (location: string | undefined, kind: string): string =>
  new RegExp(`/${kind}/([0-9a-f-]{36})`).exec(location ?? '')?.[1] ?? '';

async function addList(visitor: Visitor, code: string, name: string, extra: Record<string, string> = {}) {
  const sent = await visitor.post('/lists', {
    ownerAgencyId: agencies.get(code) ?? '',
    handling: 'victim',
    name,
    gateway: 'Crime and Disorder Act 1998 s.115',
    rowsTold: '80',
    intervention: 'Visit',
    ...extra,
  });
  return { ...sent, id: idIn(sent.location, 'lists') };
}

/** Gives a file, takes the columns as they are recognised, and has it compared. */
async function compared(visitor: Visitor, listId: string, content: string): Promise<string> {
  const given = await giveListFile(world, visitor, `/lists/${listId}/loads`, { name: 'rows.csv', content });
  expect(given.status).toBe(303);
  const loadId = idIn(given.location, 'loads');
  const columns = await visitor.get(given.location ?? '');
  const sent = await visitor.post(
    `/lists/${listId}/loads/${loadId}/columns`,
    formIn(columns.text, /columns$/),
  );
  expect(sent.status).toBe(303);
  expect(await performQueued(world, clock)).toEqual(['check-list-file']);
  return loadId;
}
const page = async (visitor: Visitor, listId: string, loadId: string) =>
  (await visitor.get(`/lists/${listId}/loads/${loadId}`)).text;

async function press(visitor: Visitor, listId: string, loadId: string, action: string, extra = {}) {
  const sent = await visitor.post(`/lists/${listId}/loads/${loadId}/${action}`, {
    ...formIn(await page(visitor, listId, loadId), new RegExp(`/${action}$`)),
    ...extra,
  });
  // Loading asks for a match run, which is told of in its own tests.
  await world.sql(
    "delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'match-records')",
  );
  await performQueued(world, clock);
  await world.sql(
    "delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'match-records')",
  );
  return sent;
}
const live = (listId: string) =>
  world.sql<{ id: string; label: string }>(
    'select id, label from linkage.list_entry where list_id = $1 and withdrawn_at is null order by label',
    [listId],
  );

describe('the inventory', () => {
  test('whoever keeps the register writes down the lists of any partner, eleven and more', async () => {
    for (let n = 1; n <= 11; n += 1)
      expect((await addList(sadia, n % 2 ? 'TIDE' : 'MFRS', `List ${n}`)).status).toBe(303);
    const { text } = await sadia.get('/lists');
    expect(wordsOf(text)).toContain('List 11');
    expect((text.match(/Not opened to your agency/g) ?? []).length).toBeGreaterThanOrEqual(11);
  });

  test('an agency sees its own list and no other; what is not its own it cannot write down', async () => {
    const own = await addList(hollis, 'HARB', 'Tenants to look after');
    expect(own.status).toBe(303);
    const other = await addList(hollis, 'MPOL', 'Not theirs');
    expect(other.status).toBe(422);
    const { text } = await hollis.get('/lists');
    expect(wordsOf(text)).toContain('Tenants to look after');
    expect(wordsOf(text)).not.toContain('List 11');
  });

  test('a partner without an agreement has no rows here: why, and how to ask', async () => {
    const { id } = await addList(sadia, 'TIDE', 'Tidewater tenants');
    const shown = await sadia.get(`/lists/${id}`);
    expect(wordsOf(shown.text)).toMatch(/Tidewater.* has no agreement that opens its lists to/);
    expect(wordsOf(shown.text)).toContain('Ask Tidewater');
    const given = await giveListFile(world, sadia, `/lists/${id}/loads`, {
      name: 'a.csv',
      content: 'Name\nAnn',
    });
    expect(given.status).toBe(422);
    expect((await sadia.get(`/lists/${id}/rows`)).status).toBe(404);
    const restricted = await addList(sadia, 'MPOL', 'A batch', { handling: 'restricted' });
    expect(restricted.status).toBe(422);
  });

  test('a national batch is known to whoever keeps the register alone', async () => {
    const { id } = await addList(sadia, 'NSU', 'Batch of November', { handling: 'restricted' });
    expect(wordsOf((await sadia.get(`/lists/${id}`)).text)).toContain('A national batch');
    for (const name of ['wyn.warden', 'hollis.housing', 'callum.safety', 'tess.trading'])
      expect([404, 403]).toContain((await (await world.as(name)).get(`/lists/${id}`)).status);
  });
});

describe('a file held against its list', () => {
  let listId = '';
  let first = '';
  const head = 'Tenancy no,Tenant,Born,Address,Tel,Confidential address\n';

  test('columns are recognised, every row is accounted for, nothing is loaded', async () => {
    listId = (await addList(hollis, 'HARB', 'Tenants needing support')).id;
    first = await compared(
      hollis,
      listId,
      `${head}1,"Smith, Ann",27/05/1941,"4 Mill Lane, QM1 2AB",01632 960701,\n2,"Jones, Bob",31/02/1950,"5 Mill Lane, QM1 2AB",,\n3,"Young, Cy",1960,"6 Mill Lane, QM1 2AB",,yes\n4,,1970,,,\n1,"Smith, Anne",,,,\n`,
    );
    const words = wordsOf(await page(hollis, listId, first));
    expect(words).toMatch(/Rows in the file 5 New 3 Changed 0 The same as before 0 Rejected 2/);
    expect(words).toContain('says no name');
    expect(words).toContain('stands in this file twice: row 2 is loaded');
    expect(words).toContain('31/02/1950 is not a day or a year');
    expect(await live(listId)).toEqual([]);
    const csv = await hollis.get(`/lists/${listId}/loads/${first}/rejected.csv`);
    expect(csv.text).toContain('Give at least a surname');
  });

  test('loading keeps each row as it was given, and seals what must stay hidden', async () => {
    await press(hollis, listId, first, 'load');
    expect((await live(listId)).map(({ label }) => label)).toEqual(['Ann Smith', 'Bob Jones', 'Cy Young']);
    const rows = wordsOf((await hollis.get(`/lists/${listId}/rows`)).text);
    expect(rows).toContain('4 Mill Lane');
    expect(rows).not.toContain('6 Mill Lane');
    const [kept] = await world.sql<{ n: number }>(
      "select count(*)::int as n from linkage.list_entry where (fields::text || given::text) like '%6 Mill Lane%'",
    );
    expect(kept?.n).toBe(0);
    const [sealed] = await world.sql<{ address: string }>('select address from linkage.sealed_address');
    expect(sealed?.address).toBe('6 Mill Lane');
  });

  test('the keeper of the register sees the rows under the agreement; another agency does not', async () => {
    expect(wordsOf((await sadia.get(`/lists/${listId}/rows`)).text)).toContain('Ann Smith');
    for (const name of ['callum.safety', 'priya.police', 'wyn.warden'])
      expect((await (await world.as(name)).get(`/lists/${listId}/rows`)).status).toBeGreaterThanOrEqual(403);
  });

  test('given again, it shows what is new, changed and gone; a changed row is a new entry', async () => {
    const before = await live(listId);
    const [ann, bob] = before;
    const pair = [ann?.id ?? '', bob?.id ?? ''].sort();
    await world.sql(
      `insert into linkage.judgement (id, record_a, record_b, verdict, made_by, officer_id, made_at, why)
       select gen_random_uuid(), $1, $2, 'different', 'person', officer_id, '2026-11-20T09:00:00Z', 'Not the same' from platform.account where username = 'sadia.safeguarding'`,
      pair,
    );
    clock.set('2026-11-20T10:05:00.000Z');
    const second = await compared(
      hollis,
      listId,
      `${head}1,"Smith, Ann",27/05/1941,"4 Mill Lane, QM1 2AB",01632 960701,\n2,"Jones, Robert",1950,"5 Mill Lane, QM1 2AB",,\n5,"New, Di",1955,"7 Mill Lane, QM1 2AB",,\n`,
    );
    const words = wordsOf(await page(hollis, listId, second));
    expect(words).toMatch(
      /New 1 Changed 1: .* The same as before 1 Rejected 0 On the list, and gone from the file 1/,
    );
    expect(words).toContain('Load: add 1 row, change 1 row and end 1 row');
    await press(hollis, listId, second, 'load');
    expect((await live(listId)).map(({ label }) => label)).toEqual(['Ann Smith', 'Di New', 'Robert Jones']);
    const [ended] = await world.sql<{ endedWhy: string }>(
      'select ended_why as "endedWhy" from linkage.judgement where record_a = $1',
      [pair[0]],
    );
    expect(ended?.endedWhy).toBe('row-withdrawn');
    const [link] = await world.sql<{ replaces: string }>(
      "select replaces from linkage.list_entry where label = 'Robert Jones'",
    );
    expect(link?.replaces).toBe(bob?.id);

    // Undone, the list and what was said of it stand as before.
    const undone = await press(hollis, listId, second, 'undo', { reason: 'Of another year' });
    expect(undone.status).toBe(303);
    expect(await live(listId)).toEqual(before);
    const judged = await world.sql(
      'select verdict, why from linkage.judgement where record_a = $1 and record_b = $2 and ended_at is null',
      pair,
    );
    expect(judged).toEqual([{ verdict: 'different', why: 'Not the same' }]);
  });

  test('a file that was compared with a list that has moved on is not loaded', async () => {
    const one = await compared(hollis, listId, `${head}9,"One, Al",1950,,,\n`);
    const two = await compared(hollis, listId, `${head}8,"Two, Bo",1950,,,\n`);
    await press(hollis, listId, two, 'load');
    await press(hollis, listId, one, 'load');
    expect(wordsOf(await page(hollis, listId, one))).toContain('The list was changed after this file');
  });

  test('a file is moved on under its own list alone', async () => {
    const other = (await addList(hollis, 'HARB', 'Another list')).id;
    const load = await compared(hollis, listId, `${head}7,"Three, Cy",1950,,,\n`);
    const [{ version } = { version: 0 }] = await world.sql<{ version: number }>(
      'select version from linkage.list_load where id = $1',
      [load],
    );
    for (const [action, body] of [
      ['columns', { version, isWhole: 'yes', name: 'Tenant' }],
      ['load', { version }],
      ['undo', { version, reason: 'Not of this list' }],
      ['put-away', { version }],
    ] as const) {
      const path = `/lists/${other}/loads/${load}/${action}`;
      expect([action, (await hollis.api('POST', `/api/v1${path}`, body)).status]).toEqual([action, 404]);
      expect([action, (await hollis.post(path, { ...body, version: String(version) })).status]).toEqual([
        action,
        404,
      ]);
    }
    const [after] = await world.sql('select status, version from linkage.list_load where id = $1', [load]);
    expect(after).toEqual({ status: 'checked', version });
  });

  test('a part of a list writes its dates as the list does', async () => {
    const id = (await addList(hollis, 'HARB', 'Written the American way')).id;
    const born = () =>
      world.sql<{ label: string; born: string }>(
        `select label, fields ->> 'dateOfBirth' as born from linkage.list_entry where list_id = $1 and withdrawn_at is null order by label`,
        [id],
      );
    const american = 'Ref,Name,DOB\n1,Al Ash,12/31/1950\n2,Bo Beck,03/04/1961\n';
    await press(hollis, id, await compared(hollis, id, american), 'load');
    const given = await giveListFile(
      world,
      hollis,
      `/api/v1/lists/${id}/loads`,
      { name: 'more.csv', content: 'Ref,Name,DOB\n3,Cy Cope,05/06/1962\n' },
      { isWhole: 'no' },
    );
    const { id: part, version, suggested } = given.json as { id: string; version: number; suggested: object };
    await hollis.api('POST', `/api/v1/lists/${id}/loads/${part}/columns`, {
      ...{ version, isWhole: 'no', ...suggested },
    });
    await performQueued(world, clock);
    await press(hollis, id, part, 'load');
    expect((await born()).map((row) => row.born)).toEqual(['1950-12-31', '1961-03-04', '1962-05-06']);
  });

  test('a list that is closed takes no file and keeps its rows, until it is opened again', async () => {
    const id = (await addList(hollis, 'HARB', 'Kept no longer')).id;
    const loaded = await compared(hollis, id, `${head}1,"One, Al",1950,,,\n`);
    await press(hollis, id, loaded, 'load');
    const waiting = await compared(hollis, id, `${head}1,"One, Al",1951,,,\n`);
    const closing = formIn((await hollis.get(`/lists/${id}/close`)).text, /close$/);
    expect((await hollis.post(`/lists/${id}/close`, { ...closing, reason: '' })).status).toBe(422);
    const reason = 'Merged into the register of the council';
    expect((await hollis.post(`/lists/${id}/close`, { ...closing, reason })).status).toBe(303);
    const shown = await hollis.get(`/lists/${id}`);
    expect(wordsOf(shown.text)).toMatch(/Closed .* by Hollis .*: Merged into the register of the council/);
    expect(shown.text).not.toContain(`/lists/${id}/give`);
    expect(await live(id)).toHaveLength(1);
    const refused = await giveListFile(world, hollis, `/lists/${id}/loads`, { name: 'a.csv', content: head });
    expect([refused.status, wordsOf(refused.text)]).toEqual([422, expect.stringContaining('is closed')]);
    const [{ version } = { version: 0 }] = await world.sql<{ version: number }>(
      'select version from linkage.list_load where id = $1',
      [waiting],
    );
    const load = await hollis.api('POST', `/api/v1/lists/${id}/loads/${waiting}/load`, { version });
    expect([load.status, JSON.stringify(load.json)]).toEqual([422, expect.stringContaining('is closed')]);
    expect(await page(hollis, id, waiting)).not.toContain('/load"');

    // What it took can still be taken back; opened again, it takes files as before.
    expect(await page(hollis, id, loaded)).toContain('/undo"');
    expect((await hollis.post(`/lists/${id}/reopen`, formIn(shown.text, /reopen$/))).status).toBe(303);
    const again = await hollis.api('GET', `/api/v1/lists/${id}`);
    expect(again.json).toMatchObject({ closedAt: null, closeReason: null });
    await compared(hollis, id, `${head}1,"One, Al",1952,,,\n`);
  });

  test('the API does the same', async () => {
    const given = await giveListFile(
      world,
      hollis,
      `/api/v1/lists/${listId}/loads`,
      { name: 'rows.csv', content: 'Ref,Surname,Forename\n8,Two,Bo\n10,Ten,Cy\n' },
      { isWhole: 'no' },
    );
    expect(given.status).toBe(201);
    const { id, version, suggested } = given.json as { id: string; version: number; suggested: object };
    expect(suggested).toEqual({ reference: 'Ref', surname: 'Surname', forename: 'Forename' });
    const path = `/api/v1/lists/${listId}/loads/${id}`;
    const chosen = await hollis.api('POST', `${path}/columns`, { version, isWhole: 'no', ...suggested });
    expect(chosen.status).toBe(200);
    await performQueued(world, clock);
    const found = (await hollis.api('GET', path)).json as {
      version: number;
      rowsNew: number;
      rowsGone: number;
    };
    expect(found).toMatchObject({ rowsNew: 1, rowsChanged: 1, rowsGone: 0 });
    const nobody = await (await world.as('callum.safety')).api('GET', path);
    expect(nobody.status).toBe(404);
  });
});
