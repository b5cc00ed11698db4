import { afterAll, beforeAll, expect, test } from 'vitest';
import { movableClock, openWorld, type Visitor, type World } from '../../../test/support/world.ts';

const clock = movableClock();
let world: World;
let dana: Visitor;
let wend: string;
beforeAll(async () => {
  world = await openWorld({ name: 'services', clock });
  dana = await world.as('dana.directory');
  const [row] = await world.sql<{ id: string }>("select id::text from directory.agency where code = 'WEND'");
  wend = row?.id ?? '';
});
afterAll(() => world.close());

const hours = [{ days: [1, 2, 3, 4, 5], from: '08:45', to: '17:15' }];
const fresh = (change: Record<string, unknown> = {}) => ({
  ...{
    agencyId: wend,
    code: 'WEND-NEW',
    name: 'Graffiti team',
    team: 'Graffiti',
    email: 'graffiti@wendmere.example',
  },
  ...{ phone: '01632 960123', hours, startsOn: '2026-11-20', reason: 'A new team' },
  ...change,
});
interface Service {
  id: string;
  name: string;
  version: number;
  endsOn: string | null;
  hours: unknown;
  areaCodes: string[];
}
const serviceIn = (answer: { json: unknown }): Service => answer.json as Service; // the shape is the route's own schema
const wrong = (answer: { json: unknown }): string[] =>
  (answer.json as { problems?: { field: string }[] }).problems?.map((p) => p.field) ?? [];
const add = (change: Record<string, unknown> = {}) =>
  dana.api('POST', '/api/v1/directory/services', fresh(change));
const byCode = async (code: string): Promise<Service> => {
  const [row] = await world.sql<{ id: string }>('select id::text from directory.service where code = $1', [
    code,
  ]);
  return serviceIn(await dana.api('GET', `/api/v1/directory/services/${row?.id}`));
};

test('a service is added, then changed with its week from the page, then put back', async () => {
  const service = serviceIn(await add());
  const week = Object.fromEntries(
    [1, 2, 3].flatMap((day) => [
      [`from${day}`, '9.00'],
      [`to${day}`, '16:00'],
    ]),
  );
  const form = {
    ...{
      name: 'Graffiti and fly-posting',
      team: 'Graffiti',
      email: 'graffiti@wendmere.example',
      phone: '01632 960123',
    },
    ...{ outOfHours: '', leadOfficerId: '', version: '1', reason: 'Took on fly-posting', ...week },
  };
  const preview = await dana.post(`/directory/services/${service.id}/change`, { ...form, go: 'preview' });
  expect(preview.text).toContain('Monday to Wednesday 09:00 to 16:00');
  const saved = await dana.post(`/directory/services/${service.id}/change`, { ...form, go: 'save' });
  expect(saved.status).toBe(303);
  expect(await byCode('WEND-NEW')).toMatchObject({
    ...{ name: 'Graffiti and fly-posting', version: 2 },
    hours: [{ days: [1, 2, 3], from: '09:00', to: '16:00' }],
  });
  const page = await dana.get(`/directory/services/${service.id}`);
  const undo = /action="(\/directory\/changes\/[^"]+\/undo)"/.exec(page.text)?.[1] ?? '';
  expect((await dana.post(undo, { reason: 'Not yet' })).location).toBe(`/directory/services/${service.id}`);
  expect(await byCode('WEND-NEW')).toMatchObject({ name: 'Graffiti team', hours, version: 3 });
});

test('each field is checked', async () => {
  const cases: [Record<string, unknown>, string][] = [
    [{ agencyId: '00000000-0000-4000-8000-000000000000', code: 'X-1' }, 'agencyId'],
    [{ code: 'WEND-ENV' }, 'code'],
    [{ code: '-' }, 'code'],
    [{ name: '' }, 'name'],
    [{ team: '' }, 'team'],
    [{ email: 'nobody' }, 'email'],
    [{ phone: 'ring us' }, 'phone'],
    [{ hours: [{ days: [1], from: '17:00', to: '09:00' }] }, 'hours.0.to'],
    [{ hours: [{ days: [8], from: '09:00', to: '17:00' }] }, 'hours.0.days.0'],
    [{ outOfHours: 'x'.repeat(301) }, 'outOfHours'],
    [{ areaCodes: ['E99999999'], code: 'X-2' }, 'areaCodes'],
    [{ startsOn: 'soon' }, 'startsOn'],
    [{ reason: '' }, 'reason'],
  ];
  for (const [fields, field] of cases) {
    const answer = await add(fields);
    expect([answer.status, ...wrong(answer)], JSON.stringify(fields)).toEqual([422, field]);
  }
  const form = await dana.post('/directory/services/add', {
    ...{ agencyId: wend, code: 'X-3', name: 'Something', team: 'T', email: 'a@b.example', phone: '101' },
    ...{ from2: '25:00', to2: '26:00', startsOn: '2026-11-20', reason: 'Why not', go: 'save' },
  });
  expect(form.text).toContain('Enter a time, like 08:45');
  expect(form.text).toContain('value="25:00"');
  const lead = await dana.api('POST', `/api/v1/directory/services/${(await byCode('WEND-ENV')).id}/change`, {
    ...fresh(),
    ...{ leadOfficerId: '00000000-0000-4000-8000-000000000000', version: 1 },
  });
  expect(wrong(lead)).toEqual(['leadOfficerId']);
});

test('a service that ends takes reports until that day and none from it', async () => {
  const env = await byCode('WEND-ENV');
  const preview = await dana.post(`/directory/services/${env.id}/end`, {
    ...{ endsOn: '2026-11-25', version: String(env.version), reason: 'Contracted out', go: 'preview' },
  });
  expect(preview.text).toContain('the next rule that fits, or the fallback inbox, takes:');
  expect(preview.text).toContain('Olu Babatola');
  const ended = await dana.api('POST', `/api/v1/directory/services/${env.id}/end`, {
    ...{ endsOn: '2026-11-25', version: env.version, reason: 'Contracted out' },
  });
  expect(ended.status).toBe(200);
  const [place] = await world.sql<{ lon: string; lat: string }>(
    "select lon::text, lat::text from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  const goesTo = async () =>
    (
      (
        await dana.api(
          'GET',
          `/api/v1/directory/preview?words=fly-tipping&issueType=fly-tipping&lon=${place?.lon}&lat=${place?.lat}&landOwner=public`,
        )
      ).json as { preview: { serviceName: string } }
    ).preview.serviceName;
  expect(await goesTo()).toBe(env.name);
  clock.set('2026-11-25T10:00:00.000Z');
  dana = await world.as('dana.directory');
  expect(await goesTo()).not.toBe(env.name);
  expect((await dana.get('/directory/services')).text).not.toContain(env.id);
  // It had ended before: undoing that would say that it took reports meanwhile.
  clock.set('2026-11-26T10:00:00.000Z');
  dana = await world.as('dana.directory');
  expect((await dana.get(`/directory/services/${env.id}`)).text).not.toContain('/undo');
});

test('the last fallback inbox is not taken away', async () => {
  const inboxes = await world.sql<{ id: string; code: string }>(
    'select id::text, code from directory.service where is_fallback order by code',
  );
  const answers: number[] = [];
  for (const { id } of inboxes)
    answers.push(
      (
        await dana.api('POST', `/api/v1/directory/services/${id}/end`, {
          ...{ endsOn: '2026-12-31', version: 1, reason: 'All go' },
        })
      ).status,
    );
  expect(answers.slice(0, -1).every((status) => status === 200)).toBe(true);
  expect(answers.at(-1)).toBe(422);
});

test('others look, and change nothing', async () => {
  const olu = await world.as('olu.officer');
  expect((await olu.get('/directory/services')).status).toBe(200);
  expect((await olu.get('/directory/services/add')).status).toBe(403);
  expect((await olu.api('POST', '/api/v1/directory/services', fresh())).status).toBe(403);
});
