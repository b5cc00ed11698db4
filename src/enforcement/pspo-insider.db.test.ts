import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addDistrictOrder,
  askOnLogin,
  pspoActs,
  pspoDecision,
  pspoEvidence,
  type ShownPspo,
} from '../../test/support/pspo.ts';
import { movableClock, openWorld, type World } from '../../test/support/world.ts';

/** Public spaces orders as another agency's connection, a colleague without the role and somebody with two tabs would turn them. */
const clock = movableClock('2026-12-01T10:00:00Z');
let world: World;
let orderId = '';
/** The council, and another agency. */
let own = '';
let other = '';
/** An officer of each. */
let keeper = '';
let stranger = '';
beforeAll(async () => {
  world = await openWorld({ name: 'spacesinside', clock });
  orderId = await addDistrictOrder(world, {
    title: 'Dogs in Wendmere',
    startsOn: '2026-01-01',
    endsOn: '2028-12-31',
  });
  const ids = async (username: string) => {
    const { viewer } = await world.as(username);
    return viewer.kind === 'officer' ? [viewer.agencyId, viewer.officerId] : ['', ''];
  };
  [own = '', keeper = ''] = await ids('callum.safety');
  [other = '', stranger = ''] = await ids('priya.police');
});
afterAll(() => world?.close());
const { api, look, step, taken, refused, proposal, propose, consulted, penalty } = pspoActs(() => world);

/** On the login of operations as an officer of an agency with some roles; undone at the end. */
const onLogin = async (who: { agency: string; officer: string; roles: string }, text: string) =>
  (await askOnLogin(world, 'bailiwick_ops', who, text)).rowCount;
const thief = () => ({ agency: other, officer: stranger, roles: 'community-safety-coordinator' });
const clerk = () => ({ agency: own, officer: keeper, roles: 'jet-officer' });
const coordinator = () => ({ agency: own, officer: keeper, roles: 'community-safety-coordinator' });
/** The next edition of the order with one column said anew. */
const edition = (agency: string, more: Record<string, string> = {}) => {
  const said = (column: string) => more[column] ?? column;
  return `insert into enforcement.pspo_publication (pspo_id, edition, agency_id, reference, kind, title, area_code, area_words, outline, prohibitions,
      requirements, exemptions, is_alcohol, starts_on, ends_on, published_on)
    select pspo_id, 2, '${agency}', reference, kind, ${said('title')}, area_code, area_words, outline, ${said('prohibitions')}, requirements, exemptions,
      is_alcohol, starts_on, ${said('ends_on')}, published_on from enforcement.pspo_publication where pspo_id = '${orderId}' and edition = 1`;
};
const authorise = (agency: string, officer: string) =>
  `insert into enforcement.pspo_officer (id, pspo_id, agency_id, officer_id, from_on)
    values (gen_random_uuid(), '${orderId}', '${agency}', '${officer}', '2026-01-01')`;

test('✘ another agency’s connection puts no edition, officer, consultee, paper, reason or history into the order of a council', async () => {
  const doors = {
    edition: edition(other, { prohibitions: "'{Walking}'::text[]" }),
    officer: authorise(other, stranger),
    consultee: `insert into enforcement.pspo_consultee (pspo_id, agency_id, round, consultee, told_on, is_none)
      values ('${orderId}', '${other}', 1, 'chief-officer', '2026-01-01', false)`,
    paper: `insert into enforcement.pspo_document (id, pspo_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
      values (gen_random_uuid(), '${orderId}', '${other}', 'order', 1, 'pdf', 'x.pdf', 'x', 'x', false, now())`,
    history: `insert into enforcement.pspo_event (id, pspo_id, at, kind, agency_id, words)
      values (gen_random_uuid(), '${orderId}', now(), 'discharge', '${other}', 'Discharged')`,
  };
  for (const [door, text] of Object.entries(doors))
    await expect(onLogin(thief(), text), door).rejects.toThrow(/row-level security|foreign key/);
  for (const text of [
    `update enforcement.pspo set status = 'discharged' where id = '${orderId}'`,
    `update enforcement.pspo_publication set ended_on = '2026-01-02' where pspo_id = '${orderId}'`,
  ])
    expect(await onLogin(thief(), text)).toBe(0);
});

test('✘ another agency’s connection changes no penalty: neither the order it names nor its end', async () => {
  const [mine] = await world.sql<{ id: string }>(
    'select id from enforcement.penalty where agency_id = $1 order by id limit 1',
    [own],
  );
  for (const set of [`pspo_id = '${orderId}'`, `agency_id = '${other}'`, 'amount_pence = 1']) {
    const text = `update enforcement.penalty set ${set} where id = '${mine?.id}'`;
    await expect(onLogin(thief(), text), set).rejects.toThrow('written by its own agency');
  }
  expect(
    await onLogin(clerk(), `update enforcement.penalty set pspo_id = '${orderId}' where id = '${mine?.id}'`),
  ).toBe(1);
});

test('✘ a colleague without the role neither publishes nor authorises on the connection, and an edition says what the file says', async () => {
  await expect(onLogin(clerk(), edition(own))).rejects.toThrow('row-level security');
  await expect(onLogin(clerk(), authorise(own, keeper))).rejects.toThrow('row-level security');
  await expect(
    onLogin(clerk(), `update enforcement.pspo set title = 'Mine' where id = '${orderId}'`),
  ).rejects.toThrow('row-level security');
  for (const [column, value] of [
    ['prohibitions', "'{Walking}'::text[]"],
    ['ends_on', "'2040-01-01'::date"],
  ] as const)
    await expect(onLogin(coordinator(), edition(own, { [column]: value })), column).rejects.toThrow(
      'row-level security',
    );
  const parts = {
    end: `update enforcement.pspo_publication set ended_on = '2026-02-01' where pspo_id = '${orderId}'`,
    consultee: `insert into enforcement.pspo_consultee (pspo_id, agency_id, round, consultee, told_on, is_none)
      values ('${orderId}', '${own}', 1, 'chief-officer', '2026-01-01', false)`,
    paper: `insert into enforcement.pspo_document (id, pspo_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
      values (gen_random_uuid(), '${orderId}', '${own}', 'order', 1, 'pdf', 'x.pdf', 'x', 'x', false, now())`,
    history: `insert into enforcement.pspo_event (id, pspo_id, at, kind, agency_id, words)
      values (gen_random_uuid(), '${orderId}', now(), 'discharge', '${own}', 'Discharged')`,
  };
  for (const [part, text] of Object.entries(parts)) {
    await expect(onLogin(clerk(), text), part).rejects.toThrow('row-level security');
    expect(await onLogin(coordinator(), text), part).toBe(1);
  }
  expect(await onLogin(coordinator(), edition(own))).toBe(1);
  expect(await onLogin(coordinator(), authorise(own, keeper))).toBe(1);
});

test('✘ only a council makes an order, and only over ground of its own district', async () => {
  await world.sql("update directory.agency set kind = 'housing-association' where code = 'WEND'");
  const landlord = await api('callum.safety', 'POST', '/api/v1/pspos', await proposal());
  expect(landlord.status).toBe(422);
  expect(landlord.text).toContain('made by a district or unitary council');
  await world.sql("update directory.agency set kind = 'district-council' where code = 'WEND'");
  const { corners } = await proposal();
  const swapped = corners
    .split('\n')
    .map((line) => line.split(', ').reverse().join(', '))
    .join('\n');
  const [a, b, c, d] = corners.split('\n');
  for (const [wrong, words] of [
    [swapped, 'the longitude comes first'],
    ['10, 51\n10.1, 51\n10.1, 51.1', 'outside your district'],
    [[a, c, b, d].join('\n'), 'cross'],
    [[a, b, a, b].join('\n'), 'three corners or more'],
    [Array.from({ length: 600 }, (_, n) => `1.${n}, 51.${n}`).join('\n'), 'at most 500'],
    ['NaN, 51\n1, 51\n1, 52', 'like -1.234'],
  ] as const) {
    const answer = await api('callum.safety', 'POST', '/api/v1/pspos', await proposal({ corners: wrong }));
    expect(answer.status, words).toBe(422);
    expect(answer.text).toContain(words);
  }
});

test('✘ a new order does not become an older one after its evidence; who is told after the consultation was not consulted', async () => {
  let file = await propose();
  await taken(file, 'gather-evidence', { on: '2026-12-01', ...pspoEvidence });
  const { version } = await look(file);
  const old = await proposal({ kind: 'dppo', version });
  expect((await api('callum.safety', 'POST', `/api/v1/pspos/${file.id}/edit`, old)).status).toBe(200);
  expect(await refused(file, 'consult', { on: '2026-12-01', until: '2026-12-02' })).toContain('older order');
  const back = await proposal({ version: version + 1 });
  await api('callum.safety', 'POST', `/api/v1/pspos/${file.id}/edit`, back);
  file = await taken(file, 'consult', { on: '2026-12-01', until: '2026-12-02' });
  clock.set('2026-12-03T10:00:00Z');
  const late = { on: '2026-12-03', consultee: 'chief-officer', outcome: 'told', reason: 'By letter' };
  expect(await refused(file, 'tell-consultee', late)).toContain('until 2 December 2026');
  // It is opened anew, and everybody is told in it.
  await consulted(file, '2026-12-03', '2026-12-04');
  clock.set('2026-12-05T10:00:00Z');
  await taken(file, 'decide', { on: '2026-12-05', ...pspoDecision });
});

test('an extension made in time and published late bites from its publication; two steps at once are one', async () => {
  clock.set('2026-12-05T10:00:00Z');
  const joss = (await world.as('joss.jet')).viewer;
  const officer = joss.kind === 'officer' ? joss.officerId : '';
  await world.sql(
    `update enforcement.pspo set status = 'discharged', ended_on = '2026-12-01' where id = '${orderId}'`,
  );
  await world.sql(
    `update enforcement.pspo_publication set ended_on = '2026-12-01' where pspo_id = '${orderId}'`,
  );
  const ends = { title: 'Short order', startsOn: '2026-06-01', endsOn: '2026-12-31' };
  const file = { id: await addDistrictOrder(world, ends) } as ShownPspo;
  // A consultation that opens later stops neither an authorisation nor the look at the signs.
  await taken(file, 'consult', { on: '2026-12-10', until: '2026-12-20' });
  await taken(file, 'authorise-officer', { on: '2026-12-05', officer });
  await taken(file, 'record-signs', { on: '2026-12-05', signsUp: [] });
  clock.set('2027-01-10T10:00:00Z');
  expect((await look(file)).status).toBe('expired');
  // The consultation of December and the extension on the last day are written down in January.
  await consulted(file, '2026-12-10', '2026-12-20');
  expect((await look(file)).status).toBe('expired');
  expect(await refused(file, 'consult', { on: '2027-01-01', until: '2027-01-05' })).toContain('Its last day');
  await taken(file, 'extend', { on: '2026-12-31', until: '2028-12-31', ...pspoDecision });
  await taken(file, 'publish', { on: '2027-01-08', reason: 'Website' });
  const at = (offenceOn: string) => penalty({ pspoId: file.id, offenceOn });
  expect((await at('2026-12-31')).status).toBe(200);
  expect((await at('2027-01-05')).text).toContain('had no effect on 5 January 2027');
  const good = await at('2027-01-08');
  expect(good.status, good.text).toBe(200);

  await consulted(file, '2027-01-10', '2027-01-10');
  clock.set('2027-01-11T10:00:00Z');
  const { version } = await look(file);
  const said = { version, on: '2027-01-11', ...pspoDecision };
  const both = await Promise.all([
    step(file, 'extend', { ...said, until: '2029-12-31' }),
    step(file, 'discharge', said),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('an order that ends on a leap day is told of 12 months before, on the home page and in the list as on the file', async () => {
  const leap = { title: 'Leap order', startsOn: '2026-01-01', endsOn: '2028-02-29' };
  const id = await addDistrictOrder(world, leap);
  for (const [today, months] of [
    ['2027-02-27', null],
    ['2027-02-28', 12],
  ] as const) {
    clock.set(`${today}T10:00:00Z`);
    const callum = await world.as('callum.safety');
    expect((await look({ id })).alert).toBe(months);
    expect((await callum.get('/home')).text.includes('Leap order'), today).toBe(months !== null);
    expect((await callum.get('/pspos?status=ending')).text.includes('Leap order'), today).toBe(
      months !== null,
    );
  }
});

test('✘ a list of anything but words is refused, and no text is made of it', async () => {
  for (const wrong of [[{}], [['a']], [1], { a: 1 }, 5]) {
    const answer = await api(
      'callum.safety',
      'POST',
      '/api/v1/pspos',
      await proposal({ prohibitions: wrong }),
    );
    expect(answer.status, JSON.stringify(wrong)).toBe(422);
  }
  expect(
    (await api('callum.safety', 'POST', '/api/v1/pspos', await proposal({ prohibitions: ['a', 'b'] })))
      .status,
  ).toBe(201);
});

test('what an order no longer is, is not said of it: no alert, no overlap, no day in court that has passed', async () => {
  clock.set('2028-03-01T10:00:00Z');
  const days = { startsOn: '2026-01-01', endsOn: '2028-12-31' };
  const id = await addDistrictOrder(world, { title: 'Ending soon', ...days });
  await addDistrictOrder(world, { title: 'Over the same ground', ...days });
  const callum = await world.as('callum.safety');
  const soon = (await callum.get(`/pspos/${id}`)).text;
  expect(soon).toContain('ends within 12 months');
  expect(soon).toContain('Over the same ground');
  await world.sql("update enforcement.pspo set kind = 'expedited' where id = $1", [id]);
  for (const page of [`/pspos/${id}`, '/home'])
    expect((await callum.get(page)).text).toMatch(/within 12 months(: it|\. It) is not extended/);
  const court = (day: string) =>
    world.sql('update enforcement.pspo_publication set challenge_until = $2::date where pspo_id = $1', [
      id,
      day,
    ]);
  for (const [day, isSaid] of [
    ['2028-03-01', true],
    ['2028-02-29', false],
  ] as const) {
    await court(day);
    expect((await world.nobody.get(`/public-spaces/${id}`)).text.includes('High Court'), day).toBe(isSaid);
  }
  await world.sql(
    "update enforcement.pspo set status = 'discharged', ended_on = '2028-02-01' where id = $1",
    [id],
  );
  expect(await look({ id })).toMatchObject({ alert: null, overlaps: [] });
  const over = (await callum.get(`/pspos/${id}`)).text;
  expect(over).not.toMatch(/ends within|Over the same ground/);
});

test('the register keeps what an order said before it was varied, with the days; an only way home is of a right of way', async () => {
  const id = await addDistrictOrder(world, {
    title: 'Varied order',
    startsOn: '2028-01-01',
    endsOn: '2029-12-31',
  });
  expect((await world.nobody.get(`/public-spaces/${id}`)).text).not.toContain('What it said before');
  await consulted({ id }, '2028-03-01', '2028-03-02');
  clock.set('2028-03-03T10:00:00Z');
  const said = { prohibitions: 'Flying kites', on: '2028-03-03', ...pspoDecision };
  await taken({ id }, 'vary', said);
  const before = (await world.nobody.get(`/public-spaces/${id}`)).text;
  expect(before).not.toContain('Flying kites');
  await taken({ id }, 'publish', { on: '2028-03-03', reason: 'Website' });
  const [now = '', earlier = ''] = (await world.nobody.get(`/public-spaces/${id}`)).text.split(
    'What it said before',
  );
  expect(now).toContain('Flying kites');
  expect(now).not.toContain('Leaving dog mess');
  expect(earlier).toContain('Leaving dog mess');
  expect(earlier).toContain('<time datetime="2028-01-01">');
  const way = await api('callum.safety', 'POST', '/api/v1/pspos', await proposal({ isOnlyAccess: true }));
  expect(way.status).toBe(422);
  expect(way.text).toContain('restricts a public right of way');
});

test('the register says of an order that has run out that it has', async () => {
  const ran = { title: 'Old ban', startsOn: '2020-01-01', endsOn: '2022-12-31' };
  const id = await addDistrictOrder(world, ran);
  expect((await world.nobody.get(`/public-spaces/${id}`)).text).toMatch(
    /of no effect since <time datetime="2023-01-01">/,
  );
});
