import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'open311' });
});
afterAll(() => world.close());

interface Service {
  service_code: string;
  metadata: boolean;
}
interface Taken {
  service_request_id: string;
  return_words: string;
}

const base = '/open311/v2';
/** As an application sends it: a form, without a session or a page of ours. */
async function send(fields: Record<string, string>, format = 'json') {
  const reply = await world.app.server.inject({
    method: 'POST',
    url: `${base}/requests.${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: reply.statusCode, text: reply.body, type: reply.headers['content-type'] };
}
async function look(reference: string, words?: string, format = 'json') {
  const reply = await world.app.server.inject({
    method: 'GET',
    url: `${base}/requests/${reference}.${format}`,
    headers: words ? { authorization: `Bearer ${words}` } : {},
  });
  return { status: reply.statusCode, text: reply.body };
}
const mattress = {
  service_code: 'fly-tipping',
  description: 'A mattress & two <doors>',
  address_string: 'By the gate of the park',
  'attribute[land_owner]': 'public',
  api_key: 'never kept',
};

test('the services are the public kinds of problem, without those whose reports are sensitive', async () => {
  const services = (await world.nobody.get(`${base}/services.json`)).json as Service[];
  const active = await world.sql<{ code: string; isSensitive: boolean }>(
    'select code, is_sensitive as "isSensitive" from directory.issue_type where is_active',
  );
  expect(active.some((type) => type.isSensitive)).toBe(true);
  expect(services.map((service) => service.service_code).sort()).toEqual(
    active
      .filter((type) => !type.isSensitive)
      .map((type) => type.code)
      .sort(),
  );
  const xml = await world.nobody.get(`${base}/services.xml`);
  expect(xml.contentType).toBe('text/xml; charset=utf-8');
  expect(parse(xml.text).querySelectorAll('services > service > service_code')).toHaveLength(services.length);
});

test('a service that asks for more says what, in both formats; an unknown or sensitive one is not there', async () => {
  expect((await world.nobody.get(`${base}/services/fly-tipping.json`)).json).toMatchObject({
    service_code: 'fly-tipping',
    attributes: [
      { code: 'land_owner', values: expect.arrayContaining([{ key: 'highway', name: expect.any(String) }]) },
    ],
  });
  const xml = parse((await world.nobody.get(`${base}/services/fly-tipping.xml`)).text);
  expect(xml.querySelector('service_definition > attributes > attribute > values > value > key')?.text).toBe(
    'public',
  );
  const [sensitive] = await world.sql<{ code: string }>(
    'select code from directory.issue_type where is_sensitive and is_active limit 1',
  );
  const unknown = await world.nobody.get(`${base}/services/no-such.json`);
  const hidden = await world.nobody.get(`${base}/services/${sensitive?.code}.json`);
  expect([unknown.status, hidden.status]).toEqual([404, 404]);
  expect(hidden.text).toBe(unknown.text);
  expect((await send({ ...mattress, service_code: sensitive?.code ?? '' })).status).toBe(404);
});

test('a request becomes a report with its owner, and its words alone lead back to it', async () => {
  const [point] = await world.sql<{ lon: number; lat: number }>(
    "select lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' limit 1",
  );
  const place = { lat: String(point?.lat), long: String(point?.lon) };
  const reply = await send({
    ...mattress,
    ...place,
    first_name: 'Ada',
    last_name: 'Poole',
    email: 'ada@example.org',
  });
  expect(reply.status, reply.text).toBe(201);
  const [taken] = JSON.parse(reply.text) as [Taken];
  const [row] = await world.sql(
    `select r.channel, r.is_anonymous, r.routed_by, r.land_owner, p.name, p.email from intake.report r
     join intake.reporter p on p.report_id = r.id where r.reference = $1`,
    [taken.service_request_id],
  );
  expect(row).toEqual({
    channel: 'app',
    is_anonymous: false,
    routed_by: 'rule',
    land_owner: 'public',
    name: 'Ada Poole',
    email: 'ada@example.org',
  });

  const mine = await look(taken.service_request_id, taken.return_words);
  expect(mine.status).toBe(200);
  expect(JSON.parse(mine.text)).toMatchObject([
    { service_request_id: taken.service_request_id, status: 'open', service_name: 'Fly-tipping' },
  ]);
  expect(mine.text).not.toMatch(/Ada|example\.org|mattress/);
  const wrong = await look(taken.service_request_id, 'river-river-river-river-100');
  const without = await look(taken.service_request_id);
  const unknown = await look('R-ZZZZ-ZZZ', taken.return_words);
  expect([wrong.status, without.status, unknown.status]).toEqual([404, 404, 404]);
  expect(new Set([wrong.text, without.text, unknown.text]).size).toBe(1);
});

test('without a name it is anonymous: nothing about who sent it is kept', async () => {
  const reply = await send(mattress, 'xml');
  expect(reply).toMatchObject({ status: 201, type: 'text/xml; charset=utf-8' });
  const xml = parse(reply.text);
  const reference = xml.querySelector('service_requests > request > service_request_id')?.text ?? '';
  expect(
    await world.sql(
      `select r.is_anonymous, r.description, p.report_id from intake.report r
       left join intake.reporter p on p.report_id = r.id where r.reference = $1`,
      [reference],
    ),
  ).toEqual([{ is_anonymous: true, description: 'A mattress & two <doors>', report_id: null }]);
  const words = xml.querySelector('return_words')?.text ?? '';
  const one = parse((await look(reference, words, 'xml')).text);
  expect(one.querySelector('request > address')?.text).toBe('By the gate of the park');
});

test('nothing is listed, whatever is asked for', async () => {
  const [some] = await world.sql<{ reference: string }>(
    "select reference from intake.report where reference <> 'R-SAMP-001' limit 1",
  );
  for (const query of [
    '',
    '?status=open',
    `?service_request_id=${some?.reference}`,
    '?start_date=2020-01-01',
  ])
    expect((await world.nobody.get(`${base}/requests.json${query}`)).text).toBe('[]');
  expect((await world.nobody.get(`${base}/requests.xml`)).text).toContain(
    '<service_requests></service_requests>',
  );
});

test('what is wrong is said by the names the sender used, and nothing is kept', async () => {
  const before = await world.sql('select count(*) from intake.report');
  const noPlace = await send({ service_code: 'fly-tipping', description: 'A mattress' });
  expect(noPlace.status).toBe(400);
  expect(JSON.parse(noPlace.text)).toEqual([
    { code: 400, description: expect.stringMatching(/^address_string: /) },
  ]);
  const noCode = await send({ description: 'A mattress' }, 'xml');
  expect(noCode.status).toBe(400);
  expect(parse(noCode.text).querySelector('errors > error > description')?.text).toMatch(/^service_code/);
  expect((await send({ ...mattress, lat: '99', long: '0' })).status).toBe(400);
  expect((await send({ ...mattress, service_code: 'no-such' })).status).toBe(404);
  expect(await world.sql('select count(*) from intake.report')).toEqual(before);
});
