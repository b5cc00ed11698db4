import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
let dana: Visitor;
let serviceId: string;
beforeAll(async () => {
  world = await openWorld({ name: 'issues' });
  dana = await world.as('dana.directory');
  const [row] = await world.sql<{ id: string }>(
    "select id::text from directory.service where code = 'WEND-JET'",
  );
  serviceId = row?.id ?? '';
});
afterAll(() => world.close());

const path = '/directory/issues/fly-tipping';
const rule = () => ({
  serviceId,
  landOwner: 'private',
  applies: 'out-of-hours',
  startsOn: '2026-12-01',
  reason: 'A new contract',
});
const rules = async () =>
  (
    (await dana.api('GET', '/api/v1/directory/issue-types/fly-tipping/rules')).json as {
      rules: { id: string; endsOn: string | null; serviceId: string; applies: string }[];
    }
  ).rules;
const line = {
  name: 'Fly-tipping',
  groupName: 'Streets',
  words: 'rubbish\nmattress',
  targetWorkingDays: '3',
  flags: 'isActive',
  reason: 'A review',
};

describe('a line of the A to Z', () => {
  test('is looked at before it is added, and nothing typed is lost when it cannot be', async () => {
    const form = { ...line, name: 'Drain feud' };
    const look = await dana.post('/directory/issues/add', { ...form, go: 'preview' });
    expect(look.text).toContain('Nothing is saved yet');
    expect(look.text).toContain('until a rule says who answers');
    expect((await dana.get('/directory/issues/drain-feud')).status).toBe(404);
    const again = await dana.post('/directory/issues/add', {
      ...form,
      targetWorkingDays: 'soon',
      go: 'save',
    });
    expect(again.status).toBe(422);
    expect(again.text).toContain('mattress');
    expect((await dana.post('/directory/issues/add', { ...form, go: 'save' })).location).toBe(
      '/directory/issues/drain-feud',
    );
    const taken = await dana.post('/directory/issues/add', { ...form, go: 'preview' });
    expect([taken.status, taken.text.includes('of this name already')]).toEqual([422, true]);
  });

  test('says what changes for reports to come, warns where sight changes, and is put back', async () => {
    const [before] = await world.sql("select * from directory.issue_type where code = 'fly-tipping'");
    const form = { ...line, version: '1', flags: 'isSensitive' };
    const look = await dana.post(`${path}/change`, { ...form, go: 'preview' });
    expect(look.text).toContain('known to the service it goes to and to nobody else');
    expect(look.text).toContain('Those that were taken keep their day');
    expect(look.text).toContain('Nobody can choose it for a new report any more');
    expect(await world.sql("select * from directory.issue_type where code = 'fly-tipping'")).toEqual([
      before,
    ]);
    expect((await dana.post(`${path}/change`, { ...form, go: 'save' })).status).toBe(303);
    const stale = await dana.post(`${path}/change`, { ...form, go: 'save' });
    expect([stale.status, stale.text.includes('mattress')]).toEqual([409, true]);
    const undo = /action="(\/directory\/changes\/[^"]+\/undo)"/.exec((await dana.get(path)).text)?.[1] ?? '';
    await dana.post(undo, { reason: 'The review was put off' });
    const [after] = await world.sql("select * from directory.issue_type where code = 'fly-tipping'");
    expect({ ...after, version: 1 }).toEqual(before);
  });

  test('has the same look by the API', async () => {
    const look = await dana.api('POST', '/api/v1/directory/issue-types/fly-tipping/change/preview', {
      ...line,
      version: 3,
      targetWorkingDays: 9,
    });
    expect(look.json).toMatchObject({
      differences: expect.arrayContaining([
        expect.objectContaining({ label: 'Working days to answer', after: '9' }),
      ]),
    });
    const changed = await dana.api('POST', '/api/v1/directory/issue-types/fly-tipping/change', {
      ...line,
      version: 3,
      targetWorkingDays: 9,
    });
    expect(changed.json).toEqual({ code: 'fly-tipping' });
  });
});

describe('a rule', () => {
  test('says where reports would go instead, place by place, before it is added', async () => {
    const before = await rules();
    const look = await dana.post(`${path}/rules/add`, { ...rule(), go: 'preview' });
    expect(look.text).toMatch(/In Wendmere: .+ in place of/);
    expect(await rules()).toEqual(before);
    const byApi = await dana.api('POST', '/api/v1/directory/issue-types/fly-tipping/rules/preview', rule());
    expect((byApi.json as { effects: string[] }).effects.join(' ')).toMatch(/In Wendmere: /);
    expect((await dana.post(`${path}/rules/add`, { ...rule(), go: 'save' })).status).toBe(303);
    expect(await rules()).toHaveLength(before.length + 1);
    const wrong = await dana.post(`${path}/rules/add`, { ...rule(), serviceId: '', go: 'preview' });
    expect([wrong.status, wrong.text.includes('Choose a service')]).toEqual([422, true]);
  });

  test('that says nothing new is called so', async () => {
    const look = await dana.api('POST', '/api/v1/directory/issue-types/fly-tipping/rules/preview', rule());
    expect((look.json as { effects: string[] }).effects[0]).toContain('Nothing goes elsewhere');
  });

  test('ends with a look at what takes over, and goes on when that is undone', async () => {
    const mine = (await rules()).find(
      (each) => each.serviceId === serviceId && each.applies === 'out-of-hours',
    );
    const look = await dana.post(`/directory/rules/${mine?.id}/end`, {
      endsOn: '2027-01-01',
      reason: 'It ended',
      go: 'preview',
    });
    expect(look.text).toMatch(/In Wendmere: .+ in place of/);
    await dana.post(`/directory/rules/${mine?.id}/end`, {
      endsOn: '2027-01-01',
      reason: 'It ended',
      go: 'save',
    });
    const ended = async () => (await rules()).find((each) => each.id === mine?.id)?.endsOn;
    expect(await ended()).toBe('2027-01-01');
    const undo = /action="(\/directory\/changes\/[^"]+\/undo)"/.exec((await dana.get(path)).text)?.[1] ?? '';
    expect((await dana.post(undo, { reason: 'It was extended' })).status).toBe(303);
    expect(await ended()).toBeNull();
  });

  test('is for the administrator alone', async () => {
    const olu = await world.as('olu.officer');
    expect((await olu.get(`${path}/rules/add`)).status).toBe(403);
    expect((await olu.get(path)).text).not.toContain('Add a rule');
  });
});
