import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addDistrictOrder,
  askOnLogin,
  namedConsultees,
  pspoActs,
  pspoDecision,
  pspoEvidence,
  pspoPath,
  type ShownPspo,
} from '../../test/support/pspo.ts';
import { enforcementSamples } from '../../test/support/sample-enforcement.ts';
import { movableClock, openWorld, type World } from '../../test/support/world.ts';
import { idFromName } from '../platform/ids/ids.ts';

/**
 * A public spaces order by `/api/v1` from the proposal to the discharge, a penalty for breaking it, an older order of 2009, and what
 * another council and somebody without an account may read of it.
 */
const clock = movableClock('2026-12-01T10:00:00Z');
let world: World;
let lapsedId = '';
let order: ShownPspo;
beforeAll(async () => {
  world = await openWorld({ name: 'spaces', clock });
  const dogs = { title: 'Dogs in Wendmere', startsOn: '2026-01-01', endsOn: '2028-12-31' };
  await addDistrictOrder(world, dogs);
  const old = { title: 'Old market drinking ban', startsOn: '2017-10-20', endsOn: '2020-10-19' };
  lapsedId = await addDistrictOrder(world, old);
});
afterAll(() => world?.close());
const { api, look, step, taken, refused, place, proposal, propose, consulted, penalty } = pspoActs(
  () => world,
);

test('a proposal is refused without an area or a text, from another role, and without evidence', async () => {
  const body = await proposal();
  for (const [wrong, words] of [
    [{ corners: '' }, 'Choose an area of your district'],
    [{ corners: '1,2\n3,4' }, 'three corners or more'],
    [{ areaCode: 'E1', corners: body.corners }, 'not both'],
    [{ prohibitions: '', requirements: '' }, 'Enter a prohibition or a requirement'],
  ] as const) {
    const answer = await api('callum.safety', 'POST', '/api/v1/pspos', { ...body, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
  }
  expect((await api('joss.jet', 'POST', '/api/v1/pspos', body)).status).toBe(403);
  order = await propose();
  expect(order.status).toBe('proposed');
  // What is published already over the same ground is said.
  expect(order.overlaps.map(({ title }) => title)).toContain('Dogs in Wendmere');
  expect(await refused(order, 'gather-evidence', { on: '2026-12-01', detriment: 'x' })).toContain(
    'each of the two',
  );
  expect(await refused(order, 'gather-evidence', { on: '2026-12-02', ...pspoEvidence })).toContain(
    'in the future',
  );
  order = await taken(order, 'gather-evidence', { on: '2026-12-01', ...pspoEvidence });
  expect(order.events.at(-1)?.reason).toContain('41 incidents');
  const way = await propose({ isRightOfWay: true, isOnlyAccess: true });
  expect(await refused(way, 'gather-evidence', { on: '2026-12-01', ...pspoEvidence })).toContain(
    'only way to their home',
  );
});

test('it is decided when everybody whom the Act names was told and the consultation has closed', async () => {
  expect(await refused(order, 'decide', { on: '2026-12-01', ...pspoDecision }, 422)).toContain(
    'consultation',
  );
  expect(await refused(order, 'consult', { on: '2026-12-01', until: '2026-11-30' })).toContain(
    'closes after it opens',
  );
  order = await taken(order, 'consult', { on: '2026-12-01', until: '2026-12-20' });
  const tell = { on: '2026-12-01', outcome: 'told', reason: 'By letter' };
  expect(
    await refused(order, 'tell-consultee', { ...tell, consultee: 'chief-officer', outcome: 'none' }),
  ).toContain('They must be told');
  const early = { on: '2026-12-01', consultee: 'community', answer: 'for', reason: 'Meeting' };
  expect(await refused(order, 'record-answer', early)).toContain('told before they answered');
  for (const { code, mayBeNone } of namedConsultees.slice(1))
    await taken(order, 'tell-consultee', { ...tell, consultee: code, outcome: mayBeNone ? 'none' : 'told' });
  expect(await refused(order, 'tell-consultee', { ...tell, consultee: 'community' })).toContain(
    'not told before',
  );
  const answered = (await taken(order, 'record-answer', early)).events.find(
    ({ kind }) => kind === 'record-answer',
  );
  // Another agency that reads the history reads neither whom nor what.
  expect(answered?.words).toBe('Answer recorded. On 1 December 2026');
  expect(answered?.reason).toContain('Community representatives: for it');
  clock.set('2026-12-20T10:00:00Z');
  expect(await refused(order, 'decide', { on: '2026-12-20', ...pspoDecision })).toContain(
    'Chief officer of police',
  );
  order = await taken(order, 'tell-consultee', { ...tell, consultee: 'chief-officer' });
  expect(await refused(order, 'decide', { on: '2026-12-20', ...pspoDecision })).toContain(
    'until 20 December 2026',
  );
  clock.set('2026-12-21T10:00:00Z');
  // Who decides for the council records it; others who consult do not.
  expect((await step(order, 'decide', { on: '2026-12-21', ...pspoDecision }, 'joss.jet')).status).toBe(403);
  order = await taken(order, 'decide', { on: '2026-12-21', ...pspoDecision });
  expect(order.status).toBe('decided');
});

test('it is made for at most three years, published as it stands, and shown to anybody with its map', async () => {
  const make = { on: '2026-12-21', starts: '2027-01-01', until: '2030-01-01' };
  expect(await refused(order, 'make', make)).toContain('last day 31 December 2029');
  expect(await refused(order, 'make', { ...make, starts: '2026-12-20', until: '2027-12-31' })).toContain(
    'starts on the day',
  );
  // ✘ with a text that has the name of somebody of the council’s own files, or a number: said, until it was read.
  await world.sql(
    "update enforcement.protection_subject set name = 'Redhill Square' where protection_id = $1",
    [enforcementSamples.protectionId],
  );
  const named = await refused(order, 'make', { ...make, until: '2029-12-31' });
  expect(named).toContain('“Redhill Square”');
  const priya = await world.as('priya.police');
  for (const who of [await world.as('callum.safety'), priya])
    expect((await who.get(`/pspos/${order.id}`)).text.includes('Anybody will read this')).toBe(who !== priya);
  order = await taken(order, 'make', { ...make, until: '2029-12-31', names: true });
  expect(order).toMatchObject({
    status: 'made',
    standing: 'not-yet',
    endsOn: '2029-12-31',
    challengeUntil: '2027-01-31',
  });
  expect(order.papers.map(({ format }) => format).sort()).toEqual(['docx', 'pdf']);
  const unpublished = await world.nobody.get(`/public-spaces/${order.id}`);
  expect(unpublished.status).toBe(404);
  expect(
    await refused(order, 'publish', { on: '2026-12-21', reason: 'On the website and in the library' }),
  ).toContain('or tick that it names nobody');
  await world.sql(
    "update enforcement.protection_subject set name = 'Bonnie Sample' where protection_id = $1",
    [enforcementSamples.protectionId],
  );
  order = await taken(order, 'publish', { on: '2026-12-21', reason: 'On the website and in the library' });
  expect(order.status).toBe('published');
  const register = await world.nobody.get('/public-spaces');
  expect(register.text).toContain('Redhill square');
  expect(register.text).toContain('Dogs in Wendmere');
  expect(register.text).not.toContain('Old market drinking ban');
  const one = await world.nobody.get(`/public-spaces/${order.id}`);
  expect(one.text).toContain('Begging with threats');
  expect(one.text).not.toMatch(/41 incidents|Minute 7|By letter/);
  const map = await world.nobody.get(`/public-spaces/${order.id}/map.svg`);
  expect(map.text).toContain('fill-opacity="0.18"');
  expect(order.steps.map(({ action }) => action)).toContain('consult');
  expect(order.steps.map(({ action }) => action)).not.toContain('record-consents');
  order = await taken(order, 'record-signs', { on: '2026-12-21', signsUp: ['North gate'] });
  expect(order.signsUp).toEqual(['North gate']);
});

test('✘ a penalty outside the order’s area or days, by an officer not authorised, or with two orders and none named', async () => {
  clock.set('2027-01-05T10:00:00Z');
  for (const pspoId of [idFromName('no order'), (await propose({ title: 'A mere plan' })).id]) {
    const none = await api('joss.jet', 'POST', '/api/v1/penalties', { offence: 'pspo-breach', pspoId });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Choose an order from the list');
  }
  const two = await penalty({});
  expect(two.status).toBe(422);
  expect(two.text).toContain('More than one order covers this place');
  const joss = (await world.as('joss.jet')).viewer;
  const officer = joss.kind === 'officer' ? joss.officerId : '';
  const stranger = await penalty({ pspoId: order.id });
  expect(stranger.text).toContain(`is not authorised for ${order.reference}`);
  const police = (await world.as('priya.police')).viewer;
  const other = police.kind === 'officer' ? police.officerId : '';
  expect(await refused(order, 'authorise-officer', { on: '2027-01-05', officer: other })).toContain(
    'works for the council',
  );
  order = await taken(order, 'authorise-officer', { on: '2027-01-05', officer });
  expect(order.officers).toHaveLength(1);
  expect(await refused(order, 'authorise-officer', { on: '2027-01-05', officer })).toContain(
    'not authorised for it yet',
  );
  const before = await penalty({ pspoId: order.id, offenceOn: '2026-12-31' });
  expect(before.text).toContain('had no effect on 31 December 2026');
  const [far] = await world.sql<{ postcode: string }>(
    `select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND'
     and abs(lon - ${(await place()).lon}) > 0.02 order by postcode limit 1`,
  );
  const outside = await penalty({ pspoId: order.id, postcode: far?.postcode });
  expect(outside.status).toBe(422);
  expect(outside.text).toContain('not shown to lie in the area');
  expect((await penalty({ pspoId: lapsedId })).text).toContain('to 19 October 2020');
  const good = await penalty({ pspoId: order.id });
  expect(good.status, good.text).toBe(200);
  const kept = await world.sql<{ n: number }>(
    'select count(*)::int as n from enforcement.penalty where pspo_id = $1 and status <> $2',
    [order.id, 'draft'],
  );
  expect(kept).toEqual([{ n: 1 }]);
  await taken(order, 'end-authorisation', { on: '2027-01-05', officer, reason: 'Moved to another team' });
  clock.set('2027-01-06T10:00:00Z');
  expect((await penalty({ pspoId: order.id })).text).toContain('is not authorised');
});

test('it is varied and extended after a further consultation, published each time, and discharged', async () => {
  clock.set('2027-02-01T10:00:00Z');
  const vary = { on: '2027-02-01', prohibitions: 'Riding motorcycles', ...pspoDecision };
  expect(await refused(order, 'vary', vary)).toContain('consultation');
  await consulted(order, '2027-02-01', '2027-02-20');
  clock.set('2027-02-21T10:00:00Z');
  expect(await refused(order, 'vary', { ...vary, on: '2027-02-21', prohibitions: '' })).toContain(
    'prohibition',
  );
  order = await taken(order, 'vary', { ...vary, on: '2027-02-21' });
  expect(order).toMatchObject({ status: 'made', challengeUntil: '2027-04-03', standing: 'in-force' });
  // Anybody reads what was published until the variation is.
  expect((await world.nobody.get(`/public-spaces/${order.id}`)).text).toContain('Begging with threats');
  order = await taken(order, 'publish', { on: '2027-02-21', reason: 'Website' });
  const [now] = (await world.nobody.get(`/public-spaces/${order.id}`)).text.split('What it said before');
  expect(now).not.toContain('Begging with threats');
  for (const [today, months] of [
    ['2028-12-30', null],
    ['2028-12-31', 12],
    ['2029-06-30', 6],
    ['2029-09-30', 3],
  ] as const) {
    clock.set(`${today}T10:00:00Z`);
    expect((await look(order)).alert, today).toBe(months);
  }
  expect((await (await world.as('callum.safety')).get('/home')).text).toContain('Ends within 3 months');
  clock.set('2029-10-01T10:00:00Z');
  await consulted(order, '2029-10-01', '2029-10-31');
  clock.set('2029-12-31T10:00:00Z');
  const extend = { on: '2029-12-31', until: '2033-01-01', ...pspoDecision };
  expect(await refused(order, 'extend', extend)).toContain('last day 31 December 2032');
  expect(await refused(order, 'extend', { ...extend, until: '2029-12-31' })).toContain('after the old one');
  clock.set('2030-01-01T10:00:00Z');
  expect((await look(order)).status).toBe('expired');
  expect(await refused(order, 'extend', { ...extend, on: '2030-01-01', until: '2032-12-31' })).toContain(
    'Its last day was',
  );
  // Done in time and written down a day late.
  order = await taken(order, 'extend', { ...extend, until: '2032-12-31' });
  expect(order).toMatchObject({ status: 'made', endsOn: '2032-12-31', standing: 'in-force' });
  await taken(order, 'publish', { on: '2030-01-01', reason: 'Website' });
  await consulted(order, '2030-01-01', '2030-01-02');
  clock.set('2030-01-03T10:00:00Z');
  order = await taken(order, 'discharge', { on: '2030-01-03', ...pspoDecision });
  expect(order).toMatchObject({ status: 'discharged', standing: 'ended' });
  expect((await world.nobody.get('/public-spaces')).text).not.toContain('Redhill square');
  expect((await world.nobody.get(`/public-spaces/${order.id}`)).text).toContain('Discharged');
});

test('an older order has effect from October 2017, can be extended before it lapses, and lapses on 20 October 2020', async () => {
  clock.set('2020-09-01T10:00:00Z');
  const old = await propose({ kind: 'dppo', title: 'Abingdon drinking ban', isAlcohol: true });
  expect(await refused(old, 'gather-evidence', { on: '2020-09-01', ...pspoEvidence })).toContain(
    'recorded as it was made',
  );
  expect(await refused(old, 'record-older', { on: '2014-10-20', minute: 'Council, minute 4' })).toContain(
    'before 20 October 2014',
  );
  const kept = await taken(old, 'record-older', { on: '2009-06-01', minute: 'Council, minute 4' });
  expect(kept).toMatchObject({ status: 'made', endsOn: '2020-10-19', standing: 'in-force', alert: 3 });
  clock.set('2020-10-20T10:00:00Z');
  expect((await look(old)).status).toBe('expired');
});

test('an expedited order needs consents and no consultation, and lasts no longer than six months', async () => {
  clock.set('2030-02-01T10:00:00Z');
  const quick = await propose({ kind: 'expedited', title: 'School gate' });
  await taken(quick, 'gather-evidence', { on: '2030-02-01', ...pspoEvidence });
  expect(await refused(quick, 'consult', { on: '2030-02-01', until: '2030-02-10' })).toContain(
    'needs consents',
  );
  await taken(quick, 'record-consents', { on: '2030-02-01', reason: 'Head teacher and chief officer' });
  await taken(quick, 'decide', { on: '2030-02-01', ...pspoDecision });
  const make = { on: '2030-02-01', starts: '2030-02-01', until: '2030-08-01' };
  expect(await refused(quick, 'make', make)).toContain('last day 31 July 2030');
  expect((await taken(quick, 'make', { ...make, until: '2030-07-31' })).standing).toBe('in-force');
  // It is discharged on consents too.
  clock.set('2030-02-02T10:00:00Z');
  const end = { on: '2030-02-02', ...pspoDecision };
  expect(await refused(quick, 'discharge', end)).toContain('Record the consents to it first');
  const anew = await taken(quick, 'record-consents', { on: '2030-02-02', reason: 'Head teacher' });
  expect(anew).toMatchObject({ status: 'made', standing: 'in-force' });
  const offered = ({ steps }: ShownPspo) => steps.map(({ action }) => action);
  expect(offered(anew)).toContain('record-consents');
  expect(offered(anew)).not.toContain('consult');
  expect((await taken(quick, 'discharge', end)).status).toBe('discharged');
});

/** On the login of a side, as another agency or nobody would have it. */
const onLogin = async <T extends object>(role: string, agency: string, text: string): Promise<T[]> =>
  (await askOnLogin<T>(world, role, { agency }, text)).rows;

test('insiders: another agency and the public read no proposal, consultee, officer or reason, by the pages or on the connection', async () => {
  const draft = await propose({ title: 'Secret plan' });
  for (const who of ['priya.police', 'hollis.housing', 'tess.trading']) {
    expect((await api(who, 'GET', pspoPath(draft))).status).not.toBe(200);
    const visitor = await world.as(who);
    expect((await visitor.get(`/pspos/${draft.id}/map.svg`)).status).not.toBe(200);
    expect((await visitor.get('/pspos')).text).not.toContain('Secret plan');
    expect((await visitor.get('/search?words=Secret+plan')).text).not.toContain(draft.reference);
    const seen = await api(who, 'GET', pspoPath(order));
    if (seen.status !== 200) continue;
    const shown = seen.json as ShownPspo;
    expect(shown.consultees ?? []).toEqual([]);
    expect(shown.officers ?? []).toEqual([]);
    expect(shown.papers).toEqual([]);
    expect(shown.events.every(({ reason }) => reason === null)).toBe(true);
    expect((await api(who, 'POST', `${pspoPath(order)}/steps/record-signs`, { version: 1 })).status).not.toBe(
      200,
    );
  }
  const other = idFromName('another agency');
  const count = async (role: string, table: string, agencyId = other) =>
    (await onLogin<{ n: number }>(role, agencyId, `select count(*)::int as n from enforcement.${table}`))[0]
      ?.n;
  const [own] = await world.sql<{ id: string }>("select id from directory.agency where code = 'WEND'");
  for (const table of ['pspo_consultee', 'pspo_officer', 'pspo_reason', 'pspo_document']) {
    expect(await count('bailiwick_ops', table), table).toBe(0);
    expect(await count('bailiwick_ops', table, own?.id), table).toBeGreaterThan(0);
    await expect(count('bailiwick_public', table), table).rejects.toThrow('permission denied');
  }
  await expect(count('bailiwick_public', 'pspo')).rejects.toThrow('permission denied');
  expect(await count('bailiwick_public', 'pspo_publication')).toBeGreaterThan(0);
  const titles = await onLogin<{ title: string }>(
    'bailiwick_ops',
    other,
    'select title from enforcement.pspo',
  );
  expect(titles.map(({ title }) => title)).not.toContain('Secret plan');
  const changed = await onLogin<{ id: string }>(
    'bailiwick_ops',
    other,
    "update enforcement.pspo set title = 'Taken' returning id",
  );
  expect(changed).toEqual([]);
});
