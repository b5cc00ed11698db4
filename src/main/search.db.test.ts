import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import { personas } from '../../test/support/personas.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'search' });
});
afterAll(() => world.close());

interface Shown {
  exact: string | null;
  kinds: { kind: string; count: number; isCapped: boolean; isAlike: boolean }[];
  found: { kind: string; id: string; href: string; title: string; about: string; highlights: string[] }[];
}
const ask = async (who: Visitor, q: string, rest = ''): Promise<Shown> => {
  const answer = await who.api('GET', `/api/v1/search?q=${encodeURIComponent(q)}${rest}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json as Shown;
};
const count = (shown: Shown, kind: string) => shown.kinds.find((one) => one.kind === kind)?.count;
const one = async (text: string) => (await world.sql<{ value: string }>(text))[0]?.value ?? '';

test('words, a slip of the pen and a beginning all find the report', async () => {
  const olu = await world.as('olu.officer');
  const right = await ask(olu, 'mattress');
  expect(count(right, 'reports')).toBeGreaterThan(0);
  expect(right.found.find(({ kind }) => kind === 'reports')?.highlights).not.toEqual([]);
  const wrong = await ask(olu, 'matress');
  expect(wrong.kinds.find(({ kind }) => kind === 'reports')).toMatchObject({ isAlike: true });
  expect(count(wrong, 'reports')).toBeGreaterThanOrEqual(count(right, 'reports') ?? 1);
  expect(count(await ask(olu, 'mattr'), 'reports')).toBeGreaterThanOrEqual(count(right, 'reports') ?? 1);
  // The stem of tipping has three letters.
  expect(count(await ask(olu, 'fly tiping'), 'reports')).toBeGreaterThan(0);
  const page = await olu.get('/search?q=matress');
  expect(page.text).toContain('They have words like them.');
  expect(page.text).toContain('<mark>');
});

test('a number is found however it is written, a mark too', async () => {
  const olu = await world.as('olu.officer');
  for (const typed of ['07700 900555', '07700900555', '+44 7700 900 555'])
    expect(count(await ask(olu, typed), 'phones'), typed).toBeGreaterThan(0);
  expect(count(await ask(olu, '07700 900556'), 'phones')).toBe(0);
});

test('a reference opens its record, if the viewer may see it, and else is words like any', async () => {
  const olu = await world.as('olu.officer');
  const references = {
    reports: "select reference as value from intake.report where reference = 'R-SAMP-001'",
    cases:
      "select c.reference as value from enforcement.case_file c join directory.agency a on a.id = c.lead_agency_id where a.code = 'WEND' and not c.is_personal limit 1",
    tasks:
      "select t.reference as value from tasking.task t join directory.agency a on a.id = t.agency_id where a.code = 'WEND' and not t.is_personal limit 1",
    penalties:
      "select p.reference as value from enforcement.penalty p join directory.agency a on a.id = p.agency_id where a.code = 'WEND' and p.status <> 'draft' limit 1",
    meetings:
      "select m.reference as value from tasking.meeting m join tasking.series s on s.id = m.series_id join directory.agency a on a.id = s.chair_agency_id where a.code = 'WEND' limit 1",
  };
  for (const [kind, text] of Object.entries(references)) {
    const reference = await one(text);
    const jump = await olu.get(`/search?q=${reference.toLowerCase().replaceAll('-', ' ')}`);
    expect(jump.status, `${kind} ${reference}`).toBe(303);
    expect(jump.location, kind).toMatch(new RegExp(`^/${kind}/[0-9a-f-]{36}$`));
    expect((await olu.get(jump.location ?? '')).status).toBe(200);
  }
  const hidden = await one(
    "select p.reference as value from enforcement.penalty p join directory.agency a on a.id = p.agency_id where a.code not in ('WEND') limit 1",
  );
  const hollis = await world.as('hollis.housing');
  const nowhere = await hollis.get(`/search?q=${hidden}`);
  expect(nowhere.status).toBe(200);
  await world.sql("update enforcement.penalty set reference = 'FPN-ELSE-0000' where reference = $1", [
    hidden,
  ]);
  // Each form of a page has a key of its own.
  const plain = (text: string) =>
    text.replaceAll(hollis.csrf, 'TOKEN').replaceAll(/TOKEN\.[\w-]{22}/g, 'TOKEN');
  expect(plain((await hollis.get(`/search?q=${hidden}`)).text)).toBe(plain(nowhere.text));
});

test('cases, tasks and meetings are found by what they say', async () => {
  const olu = await world.as('olu.officer');
  const title = await one(
    "select t.title as value from tasking.task t join directory.agency a on a.id = t.agency_id where a.code = 'WEND' and not t.is_personal order by t.id limit 1",
  );
  const found = await ask(olu, title);
  expect(count(found, 'tasks')).toBeGreaterThan(0);
  expect(count(await ask(olu, 'Joint Action Group Wendmere'), 'meetings')).toBeGreaterThan(0);
  expect(count(await ask(olu, 'JAG'), 'meetings')).toBeGreaterThan(0);
  const file = await one(
    "select c.title as value from enforcement.case_file c join directory.agency a on a.id = c.lead_agency_id where a.code = 'WEND' and not c.is_personal order by c.id limit 1",
  );
  expect(count(await ask(olu, file), 'cases')).toBeGreaterThan(0);
  expect(count(await ask(olu, 'fly tipping'), 'penalties')).toBeGreaterThan(0);
});

test('the name on a notice is found by the agency that issued it and by no other', async () => {
  const [made] = await world.sql<{ name: string }>(
    "update enforcement.penalty_recipient q set name = 'Orlando Tenterdenlow' from enforcement.penalty p, directory.agency a where p.id = q.penalty_id and a.id = p.agency_id and a.code = 'WEND' and p.status <> 'draft' returning q.name",
  );
  expect(made).toBeDefined();
  expect(count(await ask(await world.as('olu.officer'), 'Tenterdenlow'), 'penalties')).toBeGreaterThan(0);
  // Both may see the penalty itself.
  for (const name of ['petra.performance', 'priya.police'])
    expect(count(await ask(await world.as(name), 'Tenterdenlow'), 'penalties'), name).toBe(0);
});

test('one kind is shown a page at a time; together the pages are what was counted, nothing twice', async () => {
  const olu = await world.as('olu.officer');
  let words = '';
  let total = 0;
  for (const each of ['left', 'waste', 'street', 'road', 'lane']) {
    const found = count(await ask(olu, each), 'reports') ?? 0;
    if (found > total && found < 500) [words, total] = [each, found];
  }
  expect(total).toBeGreaterThan(20);
  const ids: string[] = [];
  for (let page = 1; page <= Math.ceil(total / 20); page += 1)
    ids.push(...(await ask(olu, words, `&kind=reports&page=${page}`)).found.map(({ id }) => id));
  expect(ids).toHaveLength(total);
  expect(new Set(ids).size).toBe(total);
});

describe('what is found can be opened', () => {
  test.each(personas)('%s', async (username) => {
    const who = await world.as(username);
    const page = await who.get('/search?q=waste');
    if (page.status === 403) {
      expect((await who.get('/home')).text).not.toContain('action="/search"');
      return;
    }
    expect(page.status).toBe(200);
    for (const q of ['waste', 'fly tipping', 'Wendmere', 'AB12 CDE'])
      for (const { href } of (await ask(who, q)).found)
        expect((await who.get(href)).status, `${username} ${q} ${href}`).toBe(200);
  });
});

test('a word leaves the list with the last report that says it', async () => {
  await world.sql(
    "update intake.report set description = description || ' quoxendle' where id in (select id from intake.report order by id limit 2)",
  );
  const held = async () =>
    (await world.sql("select 1 from intake.report_word where word = 'quoxendl'")).length;
  const refresh = () => performScheduled(world, movableClock(), 'refresh-report-words');
  await refresh();
  expect(await held()).toBe(1);
  await world.sql("update intake.report set description = replace(description, ' quoxendle', '')");
  await refresh();
  expect(await held()).toBe(0);
});

test('the nightly adding up runs as the worker', async () => {
  await performScheduled(world, movableClock(), 'fold-report-tally');
});

test('odd words are words', async () => {
  const olu = await world.as('olu.officer');
  for (const q of ["'", '":*', '((', '\\', '%', 'a & ! b', '🦊', 'x'.repeat(200), ' ', '\0', '<script>'])
    expect((await olu.get(`/search?q=${encodeURIComponent(q)}`)).status, q).toBe(200);
});

test('a reference of any procedure opens its file for whoever may see it, and for nobody else', async () => {
  const kinds = [
    ['asb.asb_case', '/asb'],
    ['asb.review', '/case-reviews'],
    ['operations.operation', '/operations'],
    ['inspection.premises', '/premises'],
    ['inspection.licensing', '/licence-reviews'],
    ['court.prosecution', '/prosecutions'],
    ['traders.trader', '/traders'],
  ] as const;
  const askers = [];
  for (const name of ['callum.safety', 'edmund.health', 'olu.officer', 'tess.trading', 'rowan.reception'])
    askers.push({ name, who: await world.as(name) });
  for (const [table, under] of kinds) {
    const rows = await world.sql<{ id: string; reference: string }>(
      `select id, reference from ${table} order by reference limit 3`,
    );
    let opened = 0;
    for (const { name, who } of askers)
      for (const { id, reference } of rows) {
        const { status, location } = await who.get(`/search?q=${reference}`);
        const seen = (await who.get(`${under}/${id}`)).status === 200;
        expect([name, reference, status, location]).toEqual([
          ...[name, reference],
          ...(seen ? [303, `${under}/${id}`] : [200, undefined]),
        ]);
        opened += seen ? 1 : 0;
      }
    expect(opened, table).toBeGreaterThan(0);
  }
});

describe('the intelligence side', () => {
  const opens = async (who: Visitor, q: string) => {
    const { status, location } = await who.get(`/search?q=${encodeURIComponent(q)}`);
    return status === 303 ? location : undefined;
  };
  test('finds items, whom they name, products, requirements and groups: by reference, by words and by nearly the letters', async () => {
    const anya = await world.as('anya.analyst');
    const unit =
      "(select o.agency_id from platform.account a join directory.officer o on o.id = a.officer_id where a.username = 'anya.analyst')";
    for (const [table, under, which] of [
      ['item', 'items', 'and not is_sensitive'],
      ['draft', 'packages', ''],
      ['requirement', 'requirements', ''],
      ['ocg', 'groups', ''],
    ] as const) {
      const [row] = await world.sql<{ id: string; reference: string }>(
        `select id, reference from intelligence.${table} where agency_id = ${unit} ${which} order by reference limit 1`,
      );
      expect(await opens(anya, row?.reference.toLowerCase() ?? ''), table).toBe(
        `/intelligence/${under}/${row?.id}`,
      );
    }
    const imran = await world.as('imran.intel');
    const put = await imran.api('POST', '/api/v1/intelligence/items', {
      ...{ receivedHow: 'complaint', title: 'Zephyrine roofing van at Fenwick Row' },
      body: 'Quoted eleven thousand for a slipped tile.',
    });
    const { id } = put.json as { id: string };
    await world.sql(
      `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select gen_random_uuid(), i.id, i.agency_id, k.kind, 'subject', k.label, lower(k.label), k.key_kind, k.key_value, 'confirmed', now(), a.officer_id
       from intelligence.item i, platform.account a, (values ('person', 'Barnaby Merriweather', null, null), ('vehicle', 'QX19 ZTB', 'vehicle', 'QX19ZTB')) k (kind, label, key_kind, key_value)
       where i.id = $1 and a.username = 'imran.intel'`,
      [id],
    );
    const ids = async (q: string, kind: string) =>
      (await ask(anya, q, `&kind=${kind}`)).found.map(({ href }) => href.split('/').slice(-2)[0]);
    expect(count(await ask(anya, 'slipped tile'), 'items')).toBe(1);
    const wrong = await ask(anya, 'Zephirine');
    expect(wrong.found.map((one) => [one.kind, one.id])).toContainEqual(['items', id]);
    expect(await ids('Barnabey Meriweather', 'named')).toEqual(['profiles']);
    expect(count(await ask(anya, 'qx19ztb'), 'named')).toBeGreaterThan(0);
    const page = (await anya.get('/search?q=Zephyrine')).text;
    expect(page).toContain('<mark>Zephyrine</mark>');
    // Nothing of the operational side is there, and nothing of the unit's on any other.
    for (const kind of ['people', 'reports', 'cases', 'penalties'])
      expect(count(await ask(anya, 'mattress'), kind) ?? 0, kind).toBe(0);
    for (const name of ['olu.officer', 'priya.police', 'petra.performance', 'callum.safety']) {
      const found = await ask(await world.as(name), 'Zephyrine');
      expect([name, found.kinds.filter(({ count: n }) => n > 0)]).toEqual([name, []]);
    }
    // What becomes sensitive is gone for whoever is not named on it: by reference, by words, by letters and by whom it names.
    const [made] = await world.sql<{ reference: string }>(
      'select reference from intelligence.item where id = $1',
      [id],
    );
    const before = await anya.get('/search?q=Zephyrines');
    expect(before.status).toBe(200);
    await world.sql(
      "update intelligence.item set is_sensitive = true, sensitive_why = 'Officer' where id = $1",
      [id],
    );
    expect(await opens(anya, made?.reference ?? '')).toBeUndefined();
    for (const q of ['slipped tile', 'Zephirine', 'Barnabey Meriweather', 'qx19ztb'])
      expect(
        (await ask(anya, q)).found.filter((one) => one.id === id),
        q,
      ).toEqual([]);
    expect(await ids('Barnabey Meriweather', 'named')).toEqual([]);
    const morag = await world.as('morag.manager');
    expect(await opens(morag, made?.reference ?? '')).toBe(`/intelligence/items/${id}`);
    expect(count(await ask(morag, 'Barnabey Meriweather'), 'named')).toBe(1);
  });
});

test('accents and strokes on letters count for nothing, in what is typed and in what is kept', async () => {
  const olu = await world.as('olu.officer');
  await world.sql(
    `update intake.report set description = 'Seen by José Núñez and Zoe Lukasiewicz by the crêperie' where reference = 'R-SAMP-001'`,
  );
  await world.sql(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, retention_group, regime)
     select gen_random_uuid(), 'person', v, '{}', a.id, 'officer', '2026-11-01', 'x', 1, 'UKGDPR'
     from directory.agency a, unnest(array['Łukasz Wróblewski', 'Zoe Brontesen']) v where a.code = 'WEND'`,
  );
  for (const typed of ['jose nunez', 'José Núñez', 'JOSE NÚÑEZ', 'Zoë Łukasiewicz', '"by the creperie"'])
    expect(count(await ask(olu, typed), 'reports'), typed).toBe(1);
  const titles = async (typed: string) =>
    (await ask(olu, typed)).found.filter(({ kind }) => kind === 'people').map(({ title }) => title);
  for (const typed of ['Lukasz Wroblewski', 'Łukasz Wróblewski', 'łukasz'])
    expect((await titles(typed))[0], typed).toBe('Łukasz Wróblewski');
  for (const typed of ['Zoë Brontësen', 'zoe brontesen'])
    expect((await titles(typed))[0], typed).toBe('Zoe Brontesen');
  // What is marked is what was meant.
  const [marked] = (await ask(olu, 'jose')).found.filter(({ kind }) => kind === 'reports');
  expect(marked?.highlights).toContain('José');
  const list = await olu.get(`/records?words=${encodeURIComponent('Lukasz')}`);
  expect(list.text).toContain('Łukasz Wróblewski');
  expect((await olu.get(`/reports?words=${encodeURIComponent('NÚÑEZ')}`)).text).toContain('R-SAMP-001');
});
