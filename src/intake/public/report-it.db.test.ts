import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { fieldsOf, headingOf } from './forms.testing.ts';

let world: World;
let point: { lon: string; lat: string; postcode: string };
beforeAll(async () => {
  world = await openWorld({ name: 'reportit' });
  const [row] = await world.sql<{ lon: number; lat: number; postcode: string }>(
    "select lon, lat, postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode desc limit 1",
  );
  if (!row) throw new Error('no postcode');
  point = { lon: String(row.lon), lat: String(row.lat), postcode: row.postcode };
});
afterAll(() => world.close());

const complete = () => ({
  description: 'Bags by the gate',
  issueType: 'fly-tipping',
  lon: point.lon,
  lat: point.lat,
  landOwner: 'public',
  isAnonymous: 'yes',
  sameAs: 'none',
});
const referenceIn = (html: string): string => /R-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(html)?.[0] ?? '';

test('from the first question to a reference, carrying the answers in the forms alone', async () => {
  expect((await world.nobody.get('/report')).status).toBe(200);
  const kind = await world.nobody.post('/report/what', {
    description: 'Mattress and black bags dumped by the gate',
    go: 'continue',
  });
  expect(kind.text).toContain('Because of the words');
  const where = await world.nobody.post('/report/kind', {
    ...fieldsOf(kind.text),
    issueType: 'fly-tipping',
    go: 'continue',
  });
  expect(headingOf(where.text)).toBe('Where is it?');
  const found = await world.nobody.post('/report/where', {
    ...fieldsOf(where.text),
    search: point.postcode,
    go: 'find',
  });
  expect(found.text).toMatch(/We understood: (near|about [\d.]+ km from) .+ \(Wendmere\)/);
  const land = await world.nobody.post('/report/where', { ...fieldsOf(found.text), go: 'continue' });
  expect(headingOf(land.text)).toBe('Whose land is it on?');
  const more = await world.nobody.post('/report/land', {
    ...fieldsOf(land.text),
    landOwner: 'public',
    go: 'continue',
  });
  const you = await world.nobody.post('/report/more', {
    ...fieldsOf(more.text),
    more: 'Since Tuesday',
    go: 'continue',
  });
  const check = await world.nobody.post('/report/you', {
    ...fieldsOf(you.text),
    isAnonymous: 'yes',
    go: 'continue',
  });
  expect(headingOf(check.text)).toMatch(/Check your report|Is it one of these/);
  const sent = await world.nobody.post('/report/send', {
    ...fieldsOf(check.text),
    sameAs: 'none',
    go: 'continue',
  });
  expect(headingOf(sent.text)).toBe('Report sent');
  const [row] = await world.sql<{ description: string; postcode: string; is_anonymous: boolean }>(
    'select description, postcode, is_anonymous from intake.report where reference = $1',
    [referenceIn(sent.text)],
  );
  expect(row).toEqual({
    description: 'Mattress and black bags dumped by the gate\n\nSince Tuesday',
    postcode: point.postcode,
    is_anonymous: true,
  });
});

describe('each question refuses what it cannot use, in words, and keeps the rest', () => {
  test.each([
    ['what', { description: '' }, 'Tell us what happened'],
    ['what', { description: 'x'.repeat(3001) }, '3000 characters or fewer'],
    ['kind', { issueType: 'no-such-kind' }, 'Choose what it is about'],
    ['where', { lon: '', lat: '', placeWords: '' }, 'Say where it is'],
    ['where', { lon: '', lat: '', search: 'WD99 9ZZ' }, 'We do not know this postcode'],
    ['where', { lon: '9', lat: '9' }, 'outside the districts'],
    ['land', { landOwner: '' }, 'Choose whose land'],
    ['more', { more: 'x'.repeat(901) }, '900 characters or fewer'],
    ['you', { isAnonymous: '' }, 'Choose whether to say who you are'],
    ['you', { isAnonymous: 'no' }, 'Enter a name or a way to reach you'],
    ['you', { isAnonymous: 'no', email: 'nonsense' }, 'e-mail address in the correct format'],
    ['you', { isAnonymous: 'no', phone: 'ring me' }, 'Enter a telephone number'],
  ])('%s %j', async (step, change, words) => {
    const answer = await world.nobody.post(`/report/${step}`, { ...complete(), ...change, go: 'continue' });
    expect(answer.status, answer.text.slice(0, 300)).toBe(422);
    expect(answer.text).toContain(words);
    expect(fieldsOf(answer.text)).toMatchObject(
      Object.fromEntries(
        Object.entries({ ...complete(), ...change }).filter(
          ([, value]) => value !== '' && value !== 'no-such-kind',
        ),
      ),
    );
  });
});

test('a change goes back with everything kept, and forward straight to the check', async () => {
  const changing = await world.nobody.post('/report/send', {
    ...complete(),
    more: 'Kept',
    go: 'change:what',
  });
  expect(headingOf(changing.text)).toBe('What is the problem?');
  const again = await world.nobody.post('/report/what', {
    ...fieldsOf(changing.text),
    description: 'Only one bag',
    go: 'continue',
  });
  expect(headingOf(again.text)).toBe('Check your report before you send it');
  expect(again.text).toContain('Only one bag');
  expect(again.text).toContain('Kept');
});

test('back keeps what was typed on the page that was left', async () => {
  const back = await world.nobody.post('/report/more', { ...complete(), more: 'half a thou', go: 'back' });
  expect(headingOf(back.text)).toBe('Whose land is it on?');
  expect(fieldsOf(back.text)).toMatchObject({ more: 'half a thou', landOwner: 'public' });
});

test('the three ways to a place end at one point', async () => {
  const [street] = await world.sql<{ id: string; name: string; ward_code: string; parent_code: string }>(
    "select s.id, s.name, s.ward_code, a.parent_code from directory.street s join directory.area a on a.code = s.ward_code where a.parent_code = 'Q07000001' order by s.id limit 1",
  );
  const byList = await world.nobody.post('/report/where', {
    district: street?.parent_code ?? '',
    ward: street?.ward_code ?? '',
    street: street?.id ?? '',
    go: 'lists',
  });
  const byStreet = await world.nobody.post('/report/where', { go: `street:${street?.id}` });
  const { lon, lat } = fieldsOf(byStreet.text);
  expect(fieldsOf(byList.text)).toMatchObject({ lon, lat });
  expect(byList.text).toContain(`near ${street?.name}`);
  const byMap = await world.nobody.post('/report/where', {
    viewLon: lon ?? '',
    viewLat: lat ?? '',
    viewSpan: '2000',
    'map.x': '160',
    'map.y': '160',
    go: '',
  });
  expect(fieldsOf(byMap.text)).toMatchObject({ lon, lat });
  const wide = await world.nobody.post('/report/where', {
    viewLon: lon ?? '',
    viewLat: lat ?? '',
    viewSpan: '2000',
    'wide.x': '320',
    'wide.y': '320',
  });
  expect(fieldsOf(wide.text)).toMatchObject({ lon, lat });
});

test('the map moves by its buttons and comes closer when it is pressed', async () => {
  const view = { viewLon: '2.5', viewLat: '54.4', viewSpan: '40000' };
  expect(fieldsOf((await world.nobody.post('/report/where', { ...view, go: 'zoom-in' })).text).viewSpan).toBe(
    '20000',
  );
  expect(
    Number(fieldsOf((await world.nobody.post('/report/where', { ...view, go: 'north' })).text).viewLat),
  ).toBeGreaterThan(54.4);
  expect(
    fieldsOf((await world.nobody.post('/report/where', { ...view, 'map.x': '10', 'map.y': '300' })).text)
      .viewSpan,
  ).toBe('10000');
});

test('an anonymous report leaves no trace of who sent it anywhere in the database', async () => {
  const secrets = [
    'Zebedee Quillfeather',
    '01632960777',
    'zebedee@quillfeather.example',
    'Quillfeather Towers',
    '203.0.113.77',
    'TraceableBrowser/9',
  ];
  const reply = await world.app.server.inject({
    method: 'POST',
    url: '/report/send',
    remoteAddress: '203.0.113.77',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'TraceableBrowser/9',
      'x-forwarded-for': '203.0.113.77',
    },
    payload: new URLSearchParams({
      ...complete(),
      name: secrets[0] ?? '',
      phone: secrets[1] ?? '',
      email: secrets[2] ?? '',
      address: secrets[3] ?? '',
      go: 'continue',
    }).toString(),
  });
  expect(reply.body).toContain('Report sent');
  expect(reply.headers['set-cookie']).toBeUndefined();
  expect(
    await world.sql(
      'select 1 from intake.reporter p join intake.report r on r.id = p.report_id where r.reference = $1',
      [referenceIn(reply.body)],
    ),
  ).toEqual([]);
  expect(await tablesWith(secrets)).toEqual([]);
});

/** Every table of every schema of ours, looked through as text, row by row. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const tables = await world.sql<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.sql(
      `select 1 from ${name} t where exists (select 1 from unnest($1::text[]) w where t::text ilike '%' || w || '%') limit 1`,
      [[...words]],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test('a complaint that fits nothing goes to the community safety inbox, and the gap is noted', async () => {
  const kind = await world.nobody.post('/report/what', { description: 'feud over drains', go: 'continue' });
  expect(kind.text).toContain('Nothing in our list has these words');
  const sent = await world.nobody.post('/report/send', {
    ...complete(),
    description: 'feud over drains',
    issueType: 'something-else',
    go: 'continue',
  });
  expect(sent.text).toContain('Community Safety');
  const [row] = await world.sql<{ routed_by: string; gaps: number }>(
    'select routed_by, (select count(*)::int from directory.gap g where g.report_id = r.id) as gaps from intake.report r where reference = $1',
    [referenceIn(sent.text)],
  );
  expect(row).toEqual({ routed_by: 'fallback', gaps: 1 });
});

test('open reports close by are offered by kind, distance and day alone; sensitive ones never', async () => {
  const [ordinary] = await world.sql<{ lon: number; lat: number }>(
    "select lon, lat from intake.report where reference = 'R-SAMP-001'",
  );
  const near = { ...complete(), lon: String(ordinary?.lon), lat: String(ordinary?.lat), sameAs: '' };
  const offered = await world.nobody.post('/report/you', { ...near, go: 'continue' });
  expect(headingOf(offered.text)).toBe('Is it one of these?');
  expect(offered.text).toContain('at this spot');
  expect(offered.text).not.toMatch(/R-SAMP-001|rubble|sample gate/);
  const token = parse(offered.text).querySelector('input[name=sameAs]')?.getAttribute('value') ?? '';
  const sent = await world.nobody.post('/report/send', { ...near, sameAs: token, go: 'continue' });
  const [event] = await world.sql<{ words: string; is_public: boolean }>(
    "select words, is_public from intake.report_event e join intake.report r on r.id = e.report_id where r.reference = $1 and kind = 'same-as'",
    [referenceIn(sent.text)],
  );
  expect(event?.words).toMatch(/^The reporter thinks this is the same as R-/);
  expect(event?.is_public).toBe(false);
  await world.sql(
    "update intake.report set is_sensitive = true where issue_type = 'fly-tipping' and status in ('new', 'in-progress')",
  );
  const hidden = await world.nobody.post('/report/you', { ...near, go: 'continue' });
  expect(headingOf(hidden.text)).toBe('Check your report before you send it');
  await world.sql("update intake.report set is_sensitive = false where issue_type = 'fly-tipping'");
});

test('the same view is the same picture, and a browser may keep it', async () => {
  const url = `/map.svg?lon=${point.lon}&lat=${point.lat}&span=3000`;
  const [one, other] = [await world.nobody.get(url), await world.nobody.get(url)];
  expect(one.contentType).toContain('image/svg+xml');
  expect(one.text).toBe(other.text);
  expect((await world.app.server.inject({ url })).headers['cache-control']).toBe('public, max-age=3600');
});

test('the browser may go back to a page, unless it holds a person or a sensitive matter', async () => {
  const keeping = async (change: Record<string, string>) => {
    const payload = new URLSearchParams({ ...complete(), ...change, go: 'continue' }).toString();
    const reply = await world.app.server.inject({
      method: 'POST',
      url: '/report/more',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });
    return reply.headers['cache-control'];
  };
  expect(await keeping({})).toBe('private, no-cache');
  expect(await keeping({ name: 'Somebody' })).toBe('no-store');
  expect(await keeping({ issueType: 'domestic-abuse' })).toBe('no-store');
});
