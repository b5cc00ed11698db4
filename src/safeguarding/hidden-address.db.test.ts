import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { giveListFile } from '../../test/support/given-file.ts';
import { performQueued } from '../../test/support/jobs.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';
import { idFromName } from '../platform/ids/ids.ts';

/**
 * An address that was hidden, through everything that the worker does afterwards: files, loads, undos, joins, questions and
 * the past. After each step every page, answer and file that may tell of it is read and searched for the address.
 */
// Each look reads some two hundred pages.
vi.setConfig({ testTimeout: 120_000 });
let world: World;
type Who = 'sadia' | 'hollis';
let as: Record<Who, Visitor>;
const clock = movableClock();
/** Any of these is the address: house and street in either writing, the estate in a column of its own, the postcode. */
const address = /larkspur|quayside estate|QM1\s*9Z[ZY]/i;
let day = 20;
/** A day of November 2026, and on into December. */
const dayNumber = (number: number) => new Date(Date.UTC(2026, 10, number, 10)).toISOString();
/** Another day, for which both sign in anew. */
async function nextDay(): Promise<void> {
  day += 1;
  clock.set(dayNumber(day));
  await signIn();
}
const signIn = async () => {
  as = { sadia: await world.as('sadia.safeguarding'), hollis: await world.as('hollis.housing') };
};

beforeAll(async () => {
  world = await openWorld({ name: 'hidden_address', clock });
  await signIn();
});
afterAll(() => world.close());

async function addList(who: Who, code: string, name: string): Promise<string> {
  const [agency] = await world.sql<{ id: string }>('select id from directory.agency where code = $1', [code]);
  const { json } = await as[who].api('POST', '/api/v1/lists', {
    ...{ ownerAgencyId: agency?.id, handling: 'victim', name, gateway: 'Care Act 2014 s.6/7/45' },
    ...{ contact: 'Duty desk', intervention: 'Visit' },
  });
  return (json as { id: string }).id;
}

interface Load {
  path: string;
  listId: string;
  id: string;
}
async function step(who: Who, load: Load, action: string, body: object = {}): Promise<void> {
  const { version } = (await as[who].api('GET', `/api/v1${load.path}`)).json as { version: number };
  const done = await as[who].api('POST', `/api/v1${load.path}/${action}`, { version, ...body });
  expect([action, done.status]).toEqual([action, 200]);
  await performQueued(world, clock);
}
/** Gives a file for a list and has it held against the list. */
async function give(who: Who, listId: string, content: string, isHidden = true): Promise<Load> {
  await nextDay();
  const isWhole = 'yes';
  const given = await giveListFile(
    world,
    as[who],
    `/api/v1/lists/${listId}/loads`,
    { name: 'rows.csv', content },
    { isWhole },
  );
  const { id, suggested } = given.json as { id: string; suggested: object };
  const load = { path: `/lists/${listId}/loads/${id}`, listId, id };
  if (isHidden) await leaks('columns to choose');
  await step(who, load, 'columns', { isWhole, ...suggested });
  return load;
}
/** Gives and loads a file with people whose address nobody has hidden yet. */
async function giveOpenly(who: Who, listId: string, content: string): Promise<void> {
  await step(who, await give(who, listId, content, false), 'load');
}
const rowOf = async (listId: string, label: string): Promise<string> =>
  (
    await world.sql<{ id: string }>(
      'select id from linkage.list_entry where list_id = $1 and label = $2 and withdrawn_at is null order by received_at desc',
      [listId, label],
    )
  )[0]?.id ?? '';
const judge = async (one: string, other: string, verdict: string): Promise<void> => {
  const done = await as.sadia.api('POST', `/api/v1/pairs/${one}/${other}/judgements`, { verdict });
  expect(done.status).toBeLessThan(300);
};
/** What a model made of two rows, as the worker would keep it. */
const proposed = async (one: string, other: string): Promise<void> => {
  const [a, b] = [one, other].sort();
  const part = (field: string, left: string, bits: number) => ({
    ...{ field, left, right: left, words: 'the same', bits, oneIn: 977 },
  });
  const evidence = {
    evidence: [part('Address', '14 Larkspur Mews', 8.25), part('Phone', '01632 960801', 4.5)],
    ...{ startBits: -12, relatedBits: 0, totalBits: 0.75, probability: 0.63 },
  };
  await world.sql(
    `insert into linkage.model (id, number, document, trained_on, made_at) values ($1, 9001, '{}', '{}', now()) on conflict do nothing`,
    [idFromName('model of hidden addresses')],
  );
  await world.sql(
    `insert into linkage.judgement (id, record_a, record_b, verdict, probability, weight, made_by, model_id, made_at, why, evidence)
     values ($1, $2, $3, 'proposed', 0.63, 0.75, 'model', $4, $5, 'Found alike by the model', $6) on conflict do nothing`,
    [idFromName(`${a} ${b} ${day}`), a, b, idFromName('model of hidden addresses'), clock.now(), evidence],
  );
};
const hide = async (recordId: string, hidesAddress = 'yes'): Promise<string> => {
  const opened = (await as.sadia.api('POST', '/api/v1/register', { recordId })).json as {
    file: { id: string };
  };
  const { id } = opened.file;
  const [file] = await world.sql<{ version: number }>(
    'select version from safeguarding.victim_file where id = $1',
    [id],
  );
  const done = await as.sadia.api('POST', `/api/v1/register/${id}/safe-contact`, {
    ...{ version: file?.version, method: 'By mobile', hidesAddress },
    ...(hidesAddress === 'yes' ? { address: '14 Larkspur Mews', postcode: 'QM1 9ZZ' } : {}),
  });
  expect(done.status).toBeLessThan(300);
  return id;
};

/** The lists whose rows and files are asked for; with none all of them. */
let scope: string[] = [];
/** Every address of the application that may tell of the rows, lists, files, pairs and people of this test. */
async function urls(withApi: boolean): Promise<string[]> {
  const ids = async (text: string) => (await world.sql<{ id: string }>(text)).map(({ id }) => id);
  const names = scope.map((name) => ` and name <> '${name}'`).join('');
  const own = `(select id from linkage.list where name like 'Hidden%' ${names && `and not (true${names})`})`;
  const entries = await ids(`select id from linkage.list_entry where list_id in ${own}`);
  const loads = await ids(
    `select list_id || '/loads/' || id as id from linkage.list_load where list_id in ${own}`,
  );
  const pairs = await ids(
    `select distinct record_a || '/' || record_b as id from linkage.judgement where record_a in (select id from linkage.list_entry where list_id in ${own})`,
  );
  const files = await ids('select id from safeguarding.victim_file');
  const visits = await ids('select id from safeguarding.visit');
  const lists = await ids(`select id from linkage.list where id in ${own}`);
  const days = ['?asAt=2026-11-20', ...(day > 21 ? [`?asAt=${dayNumber(day - 1).slice(0, 10)}`] : [])];
  const paths = [
    ...lists.flatMap((id) => [`/lists/${id}`, `/lists/${id}/rows`]),
    ...loads.map((id) => `/lists/${id}`),
    ...entries.map((id) => `/people/${id}`),
    ...pairs.map((id) => `/pairs/${id}`),
    ...files.map((id) => `/register/${id}`),
    ...visits.map((id) => `/visits/${id}`),
    ...['/lists', '/lists/audit', '/questions', '/register', '/visits', '/review', '/people?words=Dahl'],
  ];
  // The past is one query for the page and the API: it is asked of the page.
  const pagesOnly = [
    ...entries.flatMap((id) => days.map((when) => `/people/${id}${when}`)),
    ...loads.flatMap((id) => [`/lists/${id}/columns`, `/lists/${id}/rejected.csv`]),
    ...files.flatMap((id) => [`/register/${id}/safe-contact`, `/register/${id}/visits/plan`]),
    '/search?q=Dahl',
  ];
  return [...paths, ...(withApi ? paths.map((path) => `/api/v1${path}`) : []), ...pagesOnly];
}

/** Fails with every place where the address stands. On the way through several steps only the pages are read. */
async function leaks(when: string, withApi = true): Promise<void> {
  const found: string[] = [];
  for (const [who, visitor] of Object.entries(as))
    for (const url of await urls(withApi)) {
      const { text } = url.startsWith('/api/') ? await visitor.api('GET', url) : await visitor.get(url);
      const hit = address.exec(text);
      if (hit) found.push(`${who} ${url}: ${hit[0]}`);
    }
  expect.soft(found, when).toEqual([]);
}

const head = 'Ref,Forename,Surname,Born,Address,Address 2,Postcode,Tel\n';
const eve = (tel: string, ref = '1') =>
  `${ref},Eve,Dahl,03/05/1961,14 Larkspur Mews,Quayside Estate,QM1 9ZZ,${tel}\n`;
const bob = '2,Bob,Jones,31/02/1950,5 Mill Lane,,QM1 2AB,\n';

describe('after an address was hidden', () => {
  let [tenants, visitors] = ['', ''];
  let [e1, x] = ['', ''];
  beforeAll(async () => {
    tenants = await addList('hollis', 'HARB', 'Hidden tenants');
    visitors = await addList('sadia', 'MCC', 'Hidden visitors');
    await giveOpenly('hollis', tenants, head + eve('01632 960801') + bob);
    await giveOpenly('sadia', visitors, head + eve('01632 960801', 'V9'));
    [e1, x] = [await rowOf(tenants, 'Eve Dahl'), await rowOf(visitors, 'Eve Dahl')];
    await proposed(e1, x);
    await judge(e1, x, 'same');
    await hide(e1);
  });

  test('it is nowhere', () => leaks('hidden'));

  test('a file with another telephone, the row twice and once more: looked at, loaded, asked of, undone', async () => {
    const wrong = eve('', '1').replace('QM1 9ZZ', 'QM1 9Z');
    const load = await give(
      'hollis',
      tenants,
      head + eve('01632 960802') + bob + wrong + eve('01632 960803', '7'),
    );
    await leaks('compared', false);
    await step('hollis', load, 'load');
    await leaks('loaded', false);
    const e2 = await rowOf(tenants, 'Eve Dahl');
    await proposed(e2, x);
    await leaks('proposed anew', false);
    const asked = await as.sadia.api('POST', `/api/v1/pairs/${e2}/${x}/questions`, {
      ...{ recordId: e2, words: 'Is this row still right?' },
    });
    expect(asked.status).toBe(201);
    await judge(e2, x, 'same');
    await leaks('joined anew', false);
    await step('hollis', load, 'undo', { reason: 'Of another year' });
    await leaks('undone');
    expect(await rowOf(tenants, 'Eve Dahl')).toBe(e1);
  });

  test('the row is left out, and given again later', async () => {
    const without = await give('hollis', tenants, head + bob);
    await leaks('gone, compared', false);
    await step('hollis', without, 'load');
    await leaks('gone');
    const again = await give('hollis', tenants, head + eve('01632 960804') + bob);
    await leaks('given again, compared', false);
    await step('hollis', again, 'load');
    await leaks('given again');
    await judge(await rowOf(tenants, 'Eve Dahl'), x, 'different');
    expect((await as.sadia.get(`/people/${x}`)).text).toMatch(address);
    await judge(await rowOf(tenants, 'Eve Dahl'), x, 'same');
    await leaks('joined once more');
  });

  test('on a list without references a changed row is the same person', async () => {
    scope = ['Hidden plain'];
    const plain = await addList('hollis', 'HARB', 'Hidden plain');
    const [columns, row] = [head, eve('01632 960805')].map((line) => line.slice(line.indexOf(',') + 1));
    await giveOpenly('hollis', plain, `${columns}${row}`.replaceAll('Eve', 'Una'));
    const una = await rowOf(plain, 'Una Dahl');
    await hide(una);
    await leaks('plain, hidden', false);
    const load = await give(
      'hollis',
      plain,
      `${columns}${row}`.replaceAll('Eve', 'Una').replace('960805', '960806'),
    );
    await leaks('plain, compared', false);
    await step('hollis', load, 'load');
    await leaks('plain, loaded', false);
    await step('hollis', load, 'undo', { reason: 'Of another year' });
    await leaks('plain, undone');
  });

  test('a list that says itself that an address is hidden', async () => {
    scope = ['Hidden refuge', 'Hidden other'];
    const refuge = await addList('sadia', 'MCC', 'Hidden refuge');
    const columns = head.replace('Tel\n', 'Tel,Landlord,Address hidden\n');
    const rita = (hidden: string) =>
      `1,Rita,Holt,04/06/1970,14 Larkspur Mews,Quayside Estate,QM1 9ZY,,Larkspur Homes,${hidden}\n`;
    await giveOpenly('sadia', refuge, columns + rita(''));
    const other = await addList('hollis', 'HARB', 'Hidden other');
    await giveOpenly('hollis', other, head + eve('', '3').replace('Eve,Dahl', 'Rita,Holt'));
    await judge(await rowOf(refuge, 'Rita Holt'), await rowOf(other, 'Rita Holt'), 'same');
    const load = await give('sadia', refuge, columns + rita('yes'), false);
    for (const page of ['', '/columns'])
      expect((await as.sadia.get(`${load.path}${page}`)).text).not.toMatch(address);
    await step('sadia', load, 'load');
    await leaks('sealed by its list');
    await step('sadia', load, 'undo', { reason: 'Of another year' });
    // Taken back, the list says no more that it is hidden: whoever knows better hides it again.
    await hide(await rowOf(refuge, 'Rita Holt'));
    await leaks('sealed, undone, hidden by the register');
  });

  test('a list that asks for a row that is hidden already: its own word stays when the other is gone', async () => {
    scope = ['Hidden shelter', 'Hidden neighbours'];
    const [shelter, plain] = [
      await addList('sadia', 'MCC', 'Hidden shelter'),
      await addList('hollis', 'HARB', 'Hidden neighbours'),
    ];
    const columns = head.replace('Tel\n', 'Tel,Flag\n');
    const pia = (ref: string) => `${ref},Pia,Lund,05/07/1980,14 Larkspur Mews,Quayside Estate,QM1 9ZY,,yes\n`;
    await giveOpenly('sadia', shelter, columns + pia('1'));
    await giveOpenly(
      'hollis',
      plain,
      head + eve('', '3').replace('Eve,Dahl,03/05/1961', 'Pia,Lund,05/07/1980'),
    );
    const [one, other] = [await rowOf(shelter, 'Pia Lund'), await rowOf(plain, 'Pia Lund')];
    await judge(one, other, 'same');
    await hide(other);
    await leaks('hidden by another');
    const load = await give('sadia', shelter, columns + pia('1') + bob.replace('\n', ',\n'));
    const { mapping } =
      (
        await world.sql<{ mapping: object }>('select mapping from linkage.list where id = $1', [shelter])
      )[0] ?? {};
    await step('sadia', load, 'columns', { isWhole: 'yes', ...mapping, addressHidden: 'Flag' });
    await step('sadia', load, 'load');
    await judge(await rowOf(shelter, 'Pia Lund'), other, 'different');
    expect((await as.hollis.get(`/lists/${plain}/rows`)).text).toContain('address hidden');
    await leaks('asked by its list, and of somebody else');
  });

  test('another list that names them later is hidden from its first look', async () => {
    scope = ['Hidden late'];
    const late = await addList('hollis', 'HARB', 'Hidden late');
    const load = await give('hollis', late, head + eve('01632 960801', 'L1') + bob);
    await leaks('of another list, compared', false);
    await step('hollis', load, 'load');
    await leaks('of another list, loaded');
    // Of another birth it is another person: hidden from nobody.
    const namesake = await addList('hollis', 'HARB', 'Namesakes');
    await giveOpenly('hollis', namesake, head + eve('', 'N1').replace('03/05/1961', '04/06/1990'));
    expect((await as.hollis.get(`/lists/${namesake}/rows`)).text).toMatch(address);
    // And somebody who looked says so of the other as well: then it is shown.
    await judge(await rowOf(late, 'Eve Dahl'), await rowOf(tenants, 'Eve Dahl'), 'different');
    await judge(await rowOf(late, 'Eve Dahl'), x, 'different');
    expect((await as.hollis.get(`/lists/${late}/rows`)).text).toMatch(address);
    await judge(await rowOf(late, 'Eve Dahl'), x, 'same');
    await leaks('of another list, joined');
  });

  test('a row that is known by its cells is not given away by them', async () => {
    scope = [];
    await leaks('everything once more');
    const { json } = await as.hollis.api('GET', `/api/v1/lists/${tenants}/rows`);
    for (const { sourceKey } of (json as { rows: { sourceKey: string | null }[] }).rows)
      expect(sourceKey ?? 'ref:').toMatch(/^ref:/);
  });
});
