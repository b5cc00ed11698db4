import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveListFile } from '../../../test/support/given-file.ts';
import { performQueued } from '../../../test/support/jobs.ts';
import { formIn, wordsOf } from '../../../test/support/pages.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let sadia: Visitor;
let hollis: Visitor;
const clock = movableClock();
beforeAll(async () => {
  world = await openWorld({ name: 'undo', clock });
  [sadia, hollis] = [await world.as('sadia.safeguarding'), await world.as('hollis.housing')];
});
afterAll(() => world.close());

const idIn = (location: string | undefined, kind: string): string =>
  new RegExp(`/${kind}/([0-9a-f-]{36})`).exec(location ?? '')?.[1] ?? '';
/** What the worker has to do of files; that it matches records as well is told of elsewhere. */
async function work(): Promise<void> {
  const forget = `delete from graphile_worker._private_jobs where task_id in
    (select id from graphile_worker._private_tasks where identifier = 'match-records')`;
  await world.sql(forget);
  await performQueued(world, clock);
  await world.sql(forget);
}

async function listOf(visitor: Visitor, code: string, name: string): Promise<string> {
  const [agency] = await world.sql<{ id: string }>('select id from directory.agency where code = $1', [code]);
  const fields = { ownerAgencyId: agency?.id ?? '', handling: 'victim', name, rowsTold: '80' };
  const sent = await visitor.post('/lists', {
    ...fields,
    gateway: 'Crime and Disorder Act 1998 s.115',
    intervention: 'Visit',
  });
  return idIn(sent.location, 'lists');
}
async function press(visitor: Visitor, at: string, action: string, extra = {}) {
  const form = formIn((await visitor.get(at)).text, new RegExp(`/${action}$`));
  const [{ version } = { version: 0 }] = await world.sql<{ version: number }>(
    'select version from linkage.list_load where id = $1',
    [idIn(at, 'loads')],
  );
  const sent = await visitor.post(`${at}/${action}`, { version: String(version), ...form, ...extra });
  await work();
  return sent;
}
/** Gives a file and loads it; gives the address of its page. */
async function loaded(visitor: Visitor, listId: string, content: string): Promise<string> {
  const given = await giveListFile(world, visitor, `/lists/${listId}/loads`, { name: 'rows.csv', content });
  const at = `/lists/${listId}/loads/${idIn(given.location, 'loads')}`;
  await visitor.post(`${at}/columns`, formIn((await visitor.get(given.location ?? '')).text, /columns$/));
  await work();
  await press(visitor, at, 'load');
  return at;
}
const rowsOf = async (visitor: Visitor, listId: string) =>
  wordsOf((await visitor.get(`/lists/${listId}/rows`)).text);

test('a load that asks to hide an address is undone by its own agency or whoever gave it, not by all who see the rows', async () => {
  const head = 'No,Name,Born,Address,Confidential address\n';
  const theirs = await listOf(hollis, 'HARB', 'Tenants who fled');
  const load = await loaded(hollis, theirs, `${head}1,"Young, Cy",27/05/1960,"6 Mill Lane, QM1 2AB",yes\n`);
  const own = await listOf(sadia, 'MCC', 'Own people');
  await loaded(sadia, own, `${head}1,"Young, Cy",27/05/1960,"6 Mill Lane, QM1 2AB",\n`);
  expect(await rowsOf(sadia, own)).toContain('Cy Young');
  expect(await rowsOf(sadia, own)).not.toContain('6 Mill Lane');
  const undone = await press(sadia, load, 'undo', { reason: 'I want to see it' });
  expect(await rowsOf(sadia, own)).not.toContain('6 Mill Lane');
  expect([undone.status, wordsOf(undone.text)]).toEqual([
    422,
    expect.stringContaining('taken back by that agency'),
  ]);
  expect(wordsOf((await sadia.get(load)).text)).not.toContain('Why is it undone?');
  // What its own officer gave, its agency takes back; and so does whoever gave it for another.
  expect((await press(hollis, load, 'undo', { reason: 'Of another year' })).status).toBe(303);
  const given = await loaded(sadia, theirs, `${head}2,"Frost, Uma",1970,"7 Mill Lane, QM1 2AB",\n`);
  expect((await press(sadia, given, 'undo', { reason: 'Of another list' })).status).toBe(303);
});
