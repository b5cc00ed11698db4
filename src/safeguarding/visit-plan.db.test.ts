import { beforeAll, describe, expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import { wordsOf } from '../../test/support/pages.ts';
import { registerWorld } from '../../test/support/register.ts';

const r = registerWorld('visit_plan');
let warden = '';
beforeAll(async () => {
  warden = await r.idOf('wyn.warden');
});
const plan = () => ({ purpose: 'First visit', plannedOn: '2026-11-24', assignedTo: warden });
const opened = async (label: string) => r.open(await r.listed('MCC', 'Doorstep victims', { label }));
const visitsOf = (fileId: string) =>
  r.world.sql<{ state: string; words: string }>(
    'select state, words from safeguarding.visit where file_id = $1 order by made_at, id',
    [fileId],
  );

describe('where the file stands', () => {
  test.each([
    ['deceased', 'has died'],
    ['moved', 'moved away'],
    ['declined', 'does not want'],
  ])('nobody is sent to somebody who is noted as %s', async (action, why) => {
    const fileId = await opened(`Rest ${action}`);
    expect((await r.send(r.sadia, fileId, 'contact', { action })).status).toBe(303);
    const refused = await r.send(r.sadia, fileId, 'visits/plan', plan());
    expect([refused.status, wordsOf(refused.text)]).toEqual([422, expect.stringContaining(why)]);
    const version = Number(await r.versionOf(fileId));
    const api = await r.sadia.api('POST', `/api/v1/register/${fileId}/visits`, { version, ...plan() });
    expect([api.status, api.text]).toEqual([422, expect.stringContaining('visit.file-rests')]);
    expect(await visitsOf(fileId)).toEqual([]);
    await r.send(r.sadia, fileId, 'contact', { action: 'reopen' });
    expect((await r.send(r.sadia, fileId, 'visits/plan', plan())).status).toBe(303);
  });

  test('a visit that was planned is cancelled when somebody notes that the person has died', async () => {
    const fileId = await opened('Later Gone');
    expect((await r.send(r.sadia, fileId, 'visits/plan', plan())).status).toBe(303);
    await r.send(r.sadia, fileId, 'contact', { action: 'deceased' });
    expect(await visitsOf(fileId)).toEqual([
      { state: 'cancelled', words: expect.stringContaining('has died') },
    ]);
  });
});

test('the register finds a name however it is spelt, and says who has a visit to come', async () => {
  const [planned, waiting] = [await opened('Gwenllian Price'), await opened('Gwenllyan Pryce')];
  await r.send(r.sadia, planned, 'visits/plan', plan());
  const named = async (query: string) =>
    (
      (await r.sadia.api('GET', `/api/v1/register?${query}`)).json as {
        files: { id: string; nextVisitOn: string | null }[];
      }
    ).files.map(({ id, nextVisitOn }) => [id, nextVisitOn]);
  expect(await named('words=gwenlian')).toEqual([[planned, '2026-11-24']]);
  expect(await named('words=gwenlian&visit=none')).toEqual([]);
  expect(await named('words=pryce&visit=none')).toEqual([[waiting, null]]);
  // A name with the signs of a pattern is a name.
  expect(await named('words=%25_%25')).toEqual([]);
  const page = wordsOf((await r.sadia.get('/register?words=Gwenllian+Price')).text);
  expect(page).toContain('Tuesday 24 November 2026');
  // The register of another agency holds nobody of ours.
  expect((await r.wyn.get('/register?words=gwenlian')).status).toBe(403);
});

test('the form of a visit that is sent twice plans one: the second answers 409', async () => {
  const fileId = await opened('Twice Sent');
  await r.send(r.sadia, fileId, 'screen', {});
  const form = { version: await r.versionOf(fileId), ...plan() };
  const post = () => r.sadia.post(`/register/${fileId}/visits/plan`, form);
  const both = await Promise.all([post(), post()]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect((await post()).status).toBe(409);
  expect(await visitsOf(fileId)).toHaveLength(1);
});

test('what the worker writes on a visit is what the agency of the visit may meet that day', async () => {
  const priya = await r.world.as('priya.police');
  const set = await priya.post('/markers', {
    ...{ about: 'person', name: 'Abe Lund', address: '3 Weir Row', postcode: 'QM1 7AA', type: 'VI' },
    ...{ precaution: 'two-officers', evidence: 'Log 9', reviewOn: '2027-05-01', told: 'to-tell' },
  });
  expect(set.status).toBe(303);
  const record = await r.listed('MCC', 'Doorstep victims', {
    label: 'Eve Lund',
    fields: { address: '3 Weir Row', postcode: 'QM1 7AA' },
  });
  const fileId = await r.open(record);
  const made = await r.send(r.sadia, fileId, 'visits/plan', { ...plan(), companion: 'Joss Thistlewood' });
  expect(made.status).toBe(303);
  const carried = async () =>
    (
      await r.world.sql<{ n: number }>(
        'select jsonb_array_length(precautions) as n from safeguarding.visit where file_id = $1',
        [fileId],
      )
    )[0]?.n;
  expect(await carried()).toBe(1);
  await r.world.sql(
    "update directory.agreement set ends_on = '2026-11-20' where record_kind = 'marker' and to_agency_id = $1",
    [await r.agency('MCC')],
  );
  await performScheduled(r.world, r.clock, 'screen-planned-visits');
  expect(await carried()).toBe(0);
});
