import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let dana: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'agencies' });
  dana = await world.as('dana.directory');
});
afterAll(() => world.close());

const fresh = (change: Record<string, unknown> = {}) => ({
  ...{ code: 'NEWC', name: 'Newcombe Council', kind: 'district-council', areaCode: '' },
  ...{ startsOn: '2026-11-20', reason: 'Joined the partnership' },
  ...change,
});
const add = (change: Record<string, unknown> = {}, who = dana) =>
  who.api('POST', '/api/v1/directory/agencies', fresh(change));
interface Agency {
  id: string;
  name: string;
  version: number;
  endsOn: string | null;
}
const agencyIn = (answer: { json: unknown }): Agency => answer.json as Agency; // the shape is the route's own schema
const wrong = (answer: { json: unknown }): string[] =>
  (answer.json as { problems?: { field: string }[] }).problems?.map((p) => p.field) ?? [];
const change = (agency: Agency, fields: Record<string, unknown>) =>
  dana.api('POST', `/api/v1/directory/agencies/${agency.id}/change`, {
    ...{
      name: agency.name,
      kind: 'district-council',
      areaCode: '',
      version: agency.version,
      reason: 'Renamed',
    },
    ...fields,
  });
const changesOf = async (id: string) =>
  (
    (await dana.api('GET', `/api/v1/directory/changes?kind=agency&id=${id}`)).json as {
      changes: {
        id: string;
        before: Record<string, unknown> | null;
        after: Record<string, unknown>;
        reason: string;
        officerName: string;
      }[];
    }
  ).changes;

test('an agency is added, changed, put back and ended; every step says who, before, after and why', async () => {
  const agency = agencyIn(await add());
  const renamed = agencyIn(await change(agency, { name: 'Newcombe Borough Council' }));
  expect(renamed).toMatchObject({ name: 'Newcombe Borough Council', version: 2 });
  const [latest] = await changesOf(agency.id);
  expect(latest).toMatchObject({
    ...{ officerName: 'Dana Kitching', reason: 'Renamed' },
    before: { name: 'Newcombe Council' },
    after: { name: 'Newcombe Borough Council' },
  });
  const undone = await dana.api('POST', `/api/v1/directory/changes/${latest?.id}/undo`, {
    reason: 'It was a mistake',
  });
  expect(undone.status).toBe(200);
  expect(agencyIn(await dana.api('GET', `/api/v1/directory/agencies/${agency.id}`)).name).toBe(
    'Newcombe Council',
  );
  const after = await changesOf(agency.id);
  expect(after.map((each) => each.reason)).toEqual([
    'Undone: It was a mistake',
    'Renamed',
    'Joined the partnership',
  ]);
  // Only the newest change can be undone: the one just undone no longer is.
  expect(
    (await dana.api('POST', `/api/v1/directory/changes/${latest?.id}/undo`, { reason: 'Again' })).status,
  ).toBe(409);
  const ended = await dana.api('POST', `/api/v1/directory/agencies/${agency.id}/end`, {
    ...{ endsOn: '2026-12-31', version: 3, reason: 'Merged' },
  });
  expect(agencyIn(ended).endsOn).toBe('2026-12-31');
});

test('the second of two editors is told who was first, and overwrites nothing', async () => {
  const agency = agencyIn(await add({ code: 'TWO', name: 'Two Editors' }));
  await change(agency, { name: 'First' });
  const second = await change(agency, { name: 'Second' });
  expect(second.status).toBe(409);
  expect(second.text).toContain('Dana Kitching changed this on 20 November 2026');
  const form = await dana.post(`/directory/agencies/${agency.id}/change`, {
    ...{ name: 'Second', kind: 'district-council', areaCode: '', spokespersonId: '', version: '1' },
    ...{ reason: 'Mine', go: 'save' },
  });
  expect(form.status).toBe(409);
  expect(form.text).toContain('Dana Kitching changed this');
  // What they typed is still there, with the version that is there now.
  expect(form.text).toContain('value="Second"');
  expect(form.text).toContain('name="version" value="2"');
  expect(agencyIn(await dana.api('GET', `/api/v1/directory/agencies/${agency.id}`)).name).toBe('First');
});

test('one that still has services or people is not ended, and the page says what is in the way', async () => {
  const [wend] = await world.sql<{ id: string }>("select id::text from directory.agency where code = 'WEND'");
  const refused = await dana.api('POST', `/api/v1/directory/agencies/${wend?.id}/end`, {
    ...{ endsOn: '2026-12-31', version: 1, reason: 'Reorganised' },
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toMatch(/\d+ services, \d+ active people, \d+ agreements/);
});

test('each field is checked', async () => {
  const cases: [Record<string, unknown>, string][] = [
    [{ code: 'has space' }, 'code'],
    [{ code: 'WEND' }, 'code'],
    [{ name: 'x' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    [{ kind: 'club' }, 'kind'],
    [{ areaCode: 'E99999999' }, 'areaCode'],
    [{ startsOn: 'soon' }, 'startsOn'],
    [{ reason: '' }, 'reason'],
  ];
  for (const [fields, field] of cases) {
    const answer = await add({ code: 'FLD', ...fields });
    expect([answer.status, ...wrong(answer)], JSON.stringify(fields)).toEqual([422, field]);
  }
  const agency = agencyIn(await add({ code: 'CHK' }));
  const [olu] = await world.sql<{ id: string }>(
    "select officer_id::text as id from platform.account where username = 'olu.officer'",
  );
  expect(wrong(await change(agency, { spokespersonId: olu?.id }))).toEqual(['spokespersonId']); // of another agency
  expect(wrong(await change(agency, { version: 'x' }))).toEqual(['version']);
  const typed = { ...fresh({ code: 'bad code' }), go: 'preview' };
  const form = await dana.post('/directory/agencies/add', typed as Record<string, string>);
  expect(form.text).toContain('Enter 2 to 12 letters and figures');
  expect(form.text).toContain('value="Newcombe Council"');
});

test('an administrator does not speak for an agency', async () => {
  const [mcc] = await world.sql<{ id: string; version: number; dana: string }>(
    "select a.id::text, a.version, c.officer_id::text as dana from directory.agency a, platform.account c where a.code = 'MCC' and c.username = 'dana.directory'",
  );
  const answer = await dana.api('POST', `/api/v1/directory/agencies/${mcc?.id}/change`, {
    ...{ name: 'Merrowshire County Council', kind: 'county-council', areaCode: '', version: mcc?.version },
    ...{ spokespersonId: mcc?.dana, reason: 'Myself' },
  });
  expect(wrong(answer)).toEqual(['spokespersonId']);
});

test('others look, and change nothing', async () => {
  for (const username of ['olu.officer', 'aled.auditor', 'cora.comms']) {
    const visitor = await world.as(username);
    expect((await visitor.get('/directory/agencies')).status).toBe(200);
    expect((await visitor.get('/directory/agencies/add')).status).toBe(403);
    expect((await visitor.get('/directory/changes')).status).toBe(403);
    expect((await add({}, visitor)).status).toBe(403);
  }
});
