import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { performQueued, performScheduled } from '../../test/support/jobs.ts';
import { wordsOf } from '../../test/support/pages.ts';
import { linkageSamples } from '../../test/support/sample-linkage.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
const clock = movableClock();
let [priya, hollis, joss, sadia, callum]: Visitor[] = [];
beforeAll(async () => {
  world = await openWorld({ name: 'assurance', clock });
  [priya, hollis, joss, sadia, callum] = await Promise.all(
    ['priya.police', 'hollis.housing', 'joss.jet', 'sadia.safeguarding', 'callum.safety'].map((name) =>
      world.as(name),
    ),
  );
});
afterAll(() => world.close());

const marker = (given: Record<string, string> = {}) => ({
  ...{
    about: 'person',
    name: 'Gareth Pike',
    dateOfBirth: '1981-04-09',
    address: '14 Mill Lane',
    postcode: 'QM1 2AB',
  },
  ...{ vehicle: 'AB12 CDE', type: 'VI', precaution: 'two-officers', evidence: 'File 7, note of 4 October' },
  ...{ why: 'Threatened a caretaker with a bar', reviewOn: '2027-05-20', told: 'to-tell', ...given },
});
const set = async (who: Visitor | undefined, given: Record<string, string> = {}): Promise<string> =>
  /\/markers\/([0-9a-f-]{36})/.exec((await who?.post('/markers', marker(given)))?.location ?? '')?.[1] ?? '';

interface Answer {
  id: string;
  result: string;
  lookedThrough: string[];
  notLookedThrough: string[];
  met: { markerId: string; sureness: string; onWhat: string[]; holds: boolean }[];
}
const screen = async (who: Visitor | undefined, given: Record<string, string>): Promise<Answer> =>
  (await who?.api('POST', '/api/v1/screenings', { purpose: 'A visit', ...given }))?.json as Answer; // what the route declares

describe('a marker', () => {
  let id = '';
  test('is set with its evidence, and a police one without any detail', async () => {
    id = await set(hollis);
    expect(id).not.toBe('');
    const thin = await hollis?.post('/markers', marker({ why: '', evidence: '', reviewOn: '2030-01-01' }));
    expect(thin?.status).toBe(422);
    const words = wordsOf(thin?.text ?? '');
    for (const part of ['Say where the evidence is held']) expect(words).toContain(part);
    const late = wordsOf(
      (await hollis?.post('/markers', marker({ why: '', reviewOn: '2030-01-01' })))?.text ?? '',
    );
    for (const part of ['Say why, in a sentence', 'at the latest']) expect(late).toContain(part);
    expect(wordsOf((await priya?.post('/markers', marker()))?.text ?? '')).toContain(
      'stays on your own system',
    );
    expect(
      await set(priya, {
        name: 'Otto Grim',
        postcode: 'QM9 9ZZ',
        vehicle: '',
        why: '',
        type: 'FI',
        precaution: 'with-police',
      }),
    ).not.toBe('');
  });

  test('shows its detail to whoever keeps the markers of the agency that set it, and to nobody else', async () => {
    expect(wordsOf((await hollis?.get(`/markers/${id}`))?.text ?? '')).toContain('Threatened a caretaker');
    for (const who of [priya, sadia, callum]) expect((await who?.get(`/markers/${id}`))?.status).toBe(404);
    for (const who of [joss, await world.as('wyn.warden'), await world.as('tess.trading')])
      expect((await who?.get(`/markers/${id}`))?.status).toBe(403);
    const database = await world.app.databases.inTransaction(
      'OPS',
      (await world.as('joss.jet')).viewer,
      async (db) => db.selectFrom('assurance.markerDetail').selectAll().where('markerId', '=', id).execute(),
    );
    expect(database).toEqual([]);
  });

  test('is met by name, birthday, household and plate, as type and precaution only', async () => {
    for (const name of ['joss.jet', 'edmund.health', 'tess.trading', 'priya.police', 'wyn.warden']) {
      const who = await world.as(name);
      const found = await screen(who, { name: 'Pike, Garreth', dateOfBirth: '1981-04-09' });
      expect([name, found.result, found.met[0]?.markerId]).toEqual([name, 'two-officers', id]);
      const page = await who.get(`/screenings/${found.id}`);
      const words = wordsOf(page.text);
      for (const part of [
        'Two officers go',
        'Violent',
        'a name that is alike',
        'born the same day',
        '20 May 2027',
      ])
        expect(words).toContain(part);
      for (const part of [
        'Threatened',
        'File 7',
        'Harbourlight Homes set',
        'Mill Lane',
        'AB12',
        'Gareth Pike',
      ])
        expect(words).not.toContain(part);
    }
    const household = await screen(joss, { address: '14, Mill Ln', postcode: 'qm12ab' });
    expect(household.met.map(({ sureness, onWhat }) => [sureness, ...onWhat])).toEqual([
      ['likely', 'household'],
    ]);
    const plate = await screen(joss, { vehicle: 'A812CDE' });
    expect(plate.met.map(({ sureness, onWhat }) => [sureness, ...onWhat])).toEqual([
      ['possible', 'vehicle-alike'],
    ]);
  });

  test('an empty screen is written down too, and says what was not looked through', async () => {
    const none = await screen(joss, { name: 'Ada Nobody' });
    expect(none).toMatchObject({ result: 'nothing', met: [] });
    expect(none.lookedThrough).toContain('Harbourlight Homes');
    expect(none.notLookedThrough).toContain('Tidewater Housing');
    const [row] = await world.sql<Record<string, unknown>>(
      'select * from assurance.screening where id = $1',
      [none.id],
    );
    expect(row).toMatchObject({ result: 'nothing', purpose: 'A visit', asked: ['name'] });
    expect(JSON.stringify(row)).not.toContain('Nobody');
    const [audit] = await world.sql<{ detail: unknown }>(
      "select detail from platform.audit_entry where event = 'screening.made' and record_id = $1",
      [none.id],
    );
    expect(audit?.detail).toMatchObject({ result: 'nothing', met: 0 });
    expect((await joss?.api('POST', '/api/v1/screenings', { purpose: 'A visit' }))?.status).toBe(422);
    // From a report its reference comes along, and nothing else can.
    expect((await joss?.get('/screen?visit=R-SAMP-001'))?.text).toContain('Visit about R-SAMP-001');
    expect((await joss?.get('/screen?visit=Gareth+Pike'))?.text).not.toContain('Gareth');
    // Who screened for whom is for themselves and for those who keep the markers of their agency.
    expect((await (await world.as('olu.officer')).get(`/screenings/${none.id}`)).status).toBe(404);
    expect((await callum?.get(`/screenings/${none.id}`))?.status).toBe(200);
  });

  test('holds until somebody says that it is not them, and an address cannot be said to be another', async () => {
    const found = await screen(joss, { name: 'Gareth Pike' });
    expect(found.met[0]).toMatchObject({ sureness: 'possible', holds: true });
    const page = `/screenings/${found.id}`;
    expect((await joss?.post(`${page}/answers`, { markerId: id, answer: 'not' }))?.status).toBe(303);
    const words = wordsOf((await joss?.get(page))?.text ?? '');
    expect(words).toContain('You said that it is not');
    expect(words).not.toContain('Before you go');
    const place = { about: 'address', name: '', dateOfBirth: '', vehicle: '', address: '3 Far Lane' };
    const placeId = await set(callum, {
      ...place,
      postcode: 'QM1 3AB',
      type: 'DO',
      precaution: 'do-not-attend',
    });
    const at = await screen(joss, { address: '3 Far Lane', postcode: 'QM1 3AB' });
    expect(at).toMatchObject({ result: 'do-not-attend', met: [{ sureness: 'sure', onWhat: ['address'] }] });
    const no = await joss?.post(`/screenings/${at.id}/answers`, { markerId: placeId, answer: 'not' });
    expect(no?.status).toBe(422);
    expect(wordsOf((await joss?.get(`/screenings/${at.id}`))?.text ?? '')).toContain('Do not attend');
  });

  test('is met under an agreement alone', async () => {
    expect((await screen(joss, { name: 'Gareth Pike' })).met).toHaveLength(1);
    await world.sql(
      `update directory.agreement set ends_on = '2026-11-19' where record_kind = 'marker' and from_agency_id = (select id from directory.agency where code = 'HARB')
         and to_agency_id = (select id from directory.agency where code = 'WEND')`,
    );
    joss = await world.as('joss.jet');
    const after = await screen(joss, { name: 'Gareth Pike' });
    expect(after.met).toEqual([]);
    expect(after.notLookedThrough).toContain('Harbourlight Homes');
    await world.sql("update directory.agreement set ends_on = null where record_kind = 'marker'");
    joss = await world.as('joss.jet');
  });

  test('is keyed anew when another model is adopted', async () => {
    const keyed = () =>
      world.sql<{ id: string; model: string | null; keys: number }>(
        `select id, keys_model_id as model, cardinality(keys) as keys from assurance.marker
         where ended_at is null and name <> '' order by id`,
      );
    const cut = "update assurance.marker set keys = '{}', keys_model_id = null where ended_at is null";
    await world.sql(cut);
    const adopted = await sadia?.post(`/review/models/${linkageSamples.otherModelId}/adopt`, {});
    expect(adopted?.status).toBe(303);
    expect(await performQueued(world, clock)).toContain('model-adopted');
    const after = await keyed();
    expect(after.length).toBeGreaterThan(0);
    for (const marker of after) expect(marker).toMatchObject({ model: linkageSamples.otherModelId });
    expect(after.every(({ keys }) => keys > 0)).toBe(true);
  });

  test('is reminded of before its review, is met no more from that day, and again once it is reviewed', async () => {
    clock.set('2027-05-05T10:00:00Z');
    [hollis, joss] = [await world.as('hollis.housing'), await world.as('joss.jet')];
    await performScheduled(world, clock, 'markers-due');
    await performScheduled(world, clock, 'markers-due');
    const mails = await world.sql<{ body: string }>(
      "select body from platform.outbox where record_kind = 'marker' and record_id = $1",
      [id],
    );
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain('Pike');
    clock.set('2027-05-20T10:00:00Z');
    [hollis, joss] = [await world.as('hollis.housing'), await world.as('joss.jet')];
    expect((await screen(joss, { name: 'Gareth Pike' })).met).toEqual([]);
    expect(wordsOf((await hollis.get('/markers')).text)).toContain('Past its review day');
    const review = { version: '1', reviewOn: '2027-11-20', words: 'He did it again in March' };
    expect((await hollis.post(`/markers/${id}/review`, review)).status).toBe(303);
    expect((await screen(joss, { name: 'Gareth Pike' })).met).toHaveLength(1);
    const told = { version: '2', told: 'not-told', toldWhy: '' };
    expect((await hollis.post(`/markers/${id}/told`, told)).status).toBe(422);
    expect(
      (await hollis.post(`/markers/${id}/told`, { ...told, toldWhy: 'He hurts whoever tells him' })).status,
    ).toBe(303);
    expect(
      (await hollis.post(`/markers/${id}/end`, { version: '3', why: 'Moved out of the county' })).status,
    ).toBe(303);
    expect((await screen(joss, { name: 'Gareth Pike' })).met).toEqual([]);
    const words = wordsOf((await hollis.get(`/markers/${id}`)).text);
    for (const part of [
      'Ended: Moved out of the county',
      'Reviewed: He did it again',
      'Reminded of the review day',
    ])
      expect(words).toContain(part);
  });

  test('numbers are set with a reason, inside what is sensible', async () => {
    const callumNow = await world.as('callum.safety');
    const form = { name: 'alike-percent', value: '20', why: 'Find more' };
    expect((await callumNow.post('/markers/numbers', form)).status).toBe(422);
    expect((await callumNow.post('/markers/numbers', { ...form, value: '95' })).status).toBe(303);
    expect(wordsOf((await callumNow.get('/markers/numbers')).text)).toContain('Find more');
    await performQueued(world, clock);
  });
});
