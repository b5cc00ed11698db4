import { expect, test } from 'vitest';
import { address, closureWorld, items, notice, pathOf } from '../../test/support/closure.ts';

/**
 * Journey 8, steps 5 and 6, by `/api/v1`: consultation with a whole checklist, the notice, the court within 48 hours, the order,
 * its extension and its end; and what must be refused on the way.
 */
const days = closureWorld('closures', '2026-12-21T10:00:00Z');
const { as, checked, clock, consulted, drafted, look, post, refusal, step, taken } = days;

test('✘ no closure without its checklist: the refusal says which items are missing', async () => {
  const file = await drafted();
  expect(file.mark).toBe('Ask the safeguarding side');
  const none = await refusal(file, 'serve-notice', notice('2026-12-21', '10:00'));
  expect(none).toContain('The safeguarding checklist is complete: 0 of 16 items'.replace('The', 'the'));
  expect(none).toContain('Are there children');
  expect(none).toContain('signs of cuckooing');
  const most = await checked(
    file,
    items.filter(({ item }) => item !== 'medication'),
  );
  expect(most.mark).toBeNull();
  const one = await refusal(most, 'record-consultation', { on: '2026-12-21', consulted: 'The force' });
  expect(one).toContain('Still to answer: Must medication or treatment go on');
  expect(one).not.toContain('children');
  const edited = await post(`${pathOf(most)}/edit`, {
    ...{ version: most.version, premisesKind: 'dwelling', address, grounds: ['nuisance'], isNecessary: true },
    problem: 'Callers at all hours, and shouting',
  });
  // Without a postcode the district stays.
  expect(edited.districtCode).toBe(file.districtCode);
  most.version = edited.version;
  const empty = await (await as('callum.safety')).api('POST', `${pathOf(file)}/checklist`, {
    version: most.version,
    items: [{ item: 'medication', answer: 'none', words: ' ' }],
  });
  expect(empty.status).toBe(422);
  const whole = await checked(most, items);
  const done = await taken(whole, 'record-consultation', { on: '2026-12-21', consulted: 'The force' });
  expect(done.status).toBe('consulted');
  expect(done.events.map(({ reason }) => reason)).toContain('The force');
});

test('✘ who may: an inspector or the council for 24 hours, a higher office for 48; a sergeant for none', async () => {
  const file = await consulted();
  await days.world.sql(
    `delete from directory.authorisation a using platform.account c where c.officer_id = a.officer_id and c.username = 'callum.safety' and a.power = 'closure.long'`,
  );
  const long = await refusal(file, 'serve-notice', notice('2026-12-21', '10:00', 48));
  expect(long).toContain('chief executive');
  const more = await refusal(file, 'serve-notice', notice('2026-12-21', '10:00', 49));
  expect(more).toContain('No notice is for more than 48 hours');
  const short = await taken(file, 'serve-notice', notice('2026-12-21', '10:00'));
  const extension = {
    on: '2026-12-21',
    time: '10:00',
    hours: 24,
    ways: ['fixed-prominent'],
    by: 'X',
    reason: 'Court',
  };
  expect(await refusal(short, 'extend-notice', extension)).toContain('superintendent or above');
  await days.world.sql(
    `insert into directory.authorisation (id, officer_id, basis, power, area_code, granted_on, requires_uniform, reference)
     select gen_random_uuid(), a.officer_id, a.basis, 'closure.long', a.area_code, a.granted_on, false, 'AUTH/LONG' from directory.authorisation a
       join platform.account c on c.officer_id = a.officer_id where c.username = 'callum.safety' and a.power = 'closure.issue'`,
  );
  expect(await refusal(short, 'extend-notice', { ...extension, hours: 25 })).toContain(
    'no more than 24 hours',
  );
  const longer = await taken(short, 'extend-notice', extension);
  expect(longer.noticeUntil).toBe('2026-12-23T10:00:00.000Z');
  expect(await refusal(longer, 'extend-notice', extension)).toContain('was not extended yet');
  const asked = await post(
    '/api/v1/closures',
    { premisesKind: 'dwelling', address: '8 Made Up Court', grounds: ['nuisance'], isNecessary: true },
    201,
    'priya.police',
  );
  const [condition] = (await look(asked, 'priya.police')).steps.flatMap(({ conditions }) =>
    conditions.filter(({ code }) => code === 'power-held'),
  );
  expect(condition).toBeUndefined();
  // The file is “being prepared”, so that serving is not offered; what is missing names the power.
  const sergeant = await step(asked, 'serve-notice', notice('2026-12-21', '10:00'), 'priya.police');
  expect(sergeant.text).toContain('a police inspector or above');
});

test('the court within 48 hours of service, Christmas Day not counted; then order, licensing, breach, extension, end', async () => {
  clock.set('2026-12-24T09:00:00Z');
  let file = await consulted('licensed');
  const late = notice('2026-12-24', '08:00', 24, { hearingOn: '2026-12-27', hearingTime: '08:01' });
  expect(await refusal(file, 'serve-notice', late)).toContain('The hearing is by 08:00 on 27 December 2026');
  clock.set('2026-12-24T18:00:00Z');
  const at = (hearingTime: string) =>
    notice('2026-12-24', '16:00', 24, { hearingOn: '2026-12-27', hearingTime });
  file = await look(file);
  expect(await refusal(file, 'serve-notice', at('16:01'))).toContain('Christmas Day does not count');
  file = await taken(file, 'serve-notice', at('16:00'));
  expect(file).toMatchObject({
    status: 'notice-served',
    noticeUntil: '2026-12-25T16:00:00.000Z',
    hearingBy: '2026-12-27T16:00:00.000Z',
    hearingWhy:
      '48 hours from 16:00 on 24 December 2026, service of the notice, 25 December 2026 not counted: until 16:00 on 27 December 2026.',
  });
  expect(file.papers.map(({ kind, format }) => `${kind} ${format}`).sort()).toEqual([
    'notice docx',
    'notice pdf',
  ]);
  const paper = await (await as('callum.safety')).get(`/closures/${file.id}/papers/notice/1/pdf`);
  expect(paper.status).toBe(200);
  expect(await refusal(file, 'let-lapse', { reason: 'No court' })).toContain('there is time until');
  file = await taken(file, 'apply', {
    on: '2026-12-24',
    time: '17:00',
    hearingOn: '2026-12-27',
    hearingTime: '15:00',
    court: 'Moors Magistrates’ Court',
  });
  clock.set('2026-12-28T10:00:00Z');
  const adjourn = (until: string) => ({ on: '2026-12-27', until, reason: 'To hear the tenant' });
  expect(await refusal(file, 'adjourn', adjourn('2027-01-11'))).toContain('no more than 14 days');
  file = await taken(file, 'adjourn', adjourn('2027-01-05'));
  // The court may put it off again: each time by so many days at most, and the history says from when.
  clock.set('2027-01-05T12:00:00Z');
  const again = (until: string) => ({ on: '2027-01-05', until, reason: 'No interpreter' });
  expect(await refusal(file, 'adjourn', again('2027-01-20'))).toContain('no more than 14 days');
  file = await taken(file, 'adjourn', again('2027-01-10'));
  expect(file.events.some(({ words }) => words.includes('from 5 January 2027 to 10 January 2027'))).toBe(
    true,
  );
  clock.set('2027-01-11T10:00:00Z');
  const order = (until: string) => ({
    on: '2027-01-10',
    until,
    everyone: 'yes',
    reason: 'The court was satisfied',
  });
  expect(await refusal(file, 'make-order', order('2027-04-11'))).toContain('no more than 3 months');
  file = await taken(file, 'make-order', order('2027-04-10'));
  expect(file).toMatchObject({ status: 'ordered', orderUntil: '2027-04-10', appealUntil: '2027-01-30' });
  file = await taken(file, 'tell-licensing', { on: '2027-01-11', reason: 'By the court’s letter' });
  const breach = (on: string) => ({ on, reason: 'Two persons inside' });
  expect(await refusal(file, 'record-breach', breach('2026-12-20'))).toContain(
    'stood on the day of the breach',
  );
  file = await taken(file, 'record-breach', breach('2027-01-11'));
  expect(file).toMatchObject({ status: 'ordered', breaches: 1 });
  clock.set('2027-04-01T10:00:00Z');
  const home = await (await as('callum.safety')).get('/home');
  expect(home.text).toContain('The order ends within 14 days: extend it?');
  const longer = (until: string) => ({ on: '2027-04-01', until, reason: 'It would begin again' });
  expect(await refusal(file, 'extend-order', longer('2027-07-11'))).toContain('no more than 6 in all');
  file = await taken(file, 'extend-order', longer('2027-07-10'));
  clock.set('2027-07-11T10:00:00Z');
  expect(await refusal(file, 'extend-order', { ...longer('2027-07-30'), on: '2027-07-11' })).toContain(
    'cannot be extended',
  );
  file = await taken(file, 'end', {
    on: '2027-07-10',
    ending: 'expired',
    reason: 'Rehoused; check-in days kept',
  });
  expect(file).toMatchObject({ status: 'ended', claimUntil: '2027-10-09' });
  expect(file.steps).toEqual([]);
});

test('a notice for the longest time passes over Christmas Day, as the law counts 48 hours; one for less does not', async () => {
  clock.set('2026-12-24T18:00:00Z');
  const given = (hours: number) => ({
    ...notice('2026-12-24', '16:00', hours),
    ...{ hearingOn: '2026-12-27', hearingTime: '15:00' },
  });
  const until: string[] = [];
  for (const hours of [48, 30]) {
    const file = await taken(await consulted(), 'serve-notice', given(hours));
    until.push(file.noticeUntil);
  }
  expect(until).toEqual(['2026-12-27T16:00:00.000Z', '2026-12-25T22:00:00.000Z']);
});

test('a notice may be cancelled, run out, or be refused by the court, and each says so', async () => {
  clock.set('2027-08-02T10:00:00Z');
  const hearing = { hearingOn: '2027-08-03', hearingTime: '10:00' };
  const given = notice('2027-08-02', '11:00', 24, hearing);
  let [one, two, three] = [await consulted(), await consulted(), await consulted()];
  clock.set('2027-08-02T10:30:00Z');
  [one, two, three] = [
    await taken(one, 'serve-notice', given),
    await taken(two, 'serve-notice', given),
    await taken(three, 'serve-notice', given),
  ];
  const cancelled = await taken(one, 'cancel-notice', {
    on: '2027-08-02',
    time: '11:20',
    ways: ['fixed-prominent'],
    by: 'X',
    reason: 'They have left',
  });
  expect(cancelled).toMatchObject({ status: 'cancelled', claimUntil: '2027-11-01' });
  expect(cancelled.papers.filter(({ kind }) => kind === 'cancellation')).toHaveLength(2);
  three = await taken(three, 'apply', { on: '2027-08-02', time: '11:25', ...hearing, court: 'Moors' });
  clock.set('2027-08-05T10:00:00Z');
  const refused = await taken(three, 'refuse', { on: '2027-08-03', reason: 'Not necessary' });
  expect(refused).toMatchObject({ status: 'refused', appealUntil: '2027-08-23', claimUntil: '2027-11-02' });
  const late = await refusal(two, 'apply', { on: '2027-08-05', time: '10:00', ...hearing, court: 'Moors' });
  expect(late).toContain('heard within 48 hours of service');
  const lapsed = await taken(two, 'let-lapse', { reason: 'No court could sit' });
  expect(lapsed.status).toBe('lapsed');
});

test('other agencies read the district and no more; nobody who lives there, no typed word, in any answer to them', async () => {
  const [file] = await days.world.sql<{ id: string }>(
    "select id from enforcement.closure where status = 'ended' limit 1",
  );
  const callum = await as('callum.safety');
  const own = await callum.get(`/closures/${file?.id}`);
  expect(own.text).toContain(address);
  const csv = await callum.get('/closures.csv');
  const list = await callum.get('/closures');
  for (const text of [csv.text, list.text]) {
    expect(text).toContain('CL-');
    expect(text).not.toContain('Made Up');
  }
  expect((await callum.get('/search?q=needles')).text).toContain('CL-');
  let others = 0;
  for (const username of ['priya.police', 'hollis.housing', 'tess.trading']) {
    const other = await (await as(username)).api('GET', `/api/v1/closures/${file?.id}`);
    if (other.status === 200) others += 1;
    else expect(other.status).toBe(404);
    for (const word of ['Made Up', 'needles', 'landlord', 'Two persons inside', 'Asked of'])
      expect(other.text).not.toContain(word);
  }
  expect(others).toBeGreaterThan(0);
});

test('the history of a case says nothing of a closure before the notice, nor of one that was discarded', async () => {
  const at = clock.today();
  const readers = ['priya.police', 'hollis.housing', 'tess.trading', 'olu.officer'];
  const [shared] = await days.world.sql<{ id: string }>(
    `select c.id from enforcement.case_file c join directory.agency a on a.id = c.lead_agency_id
     where c.closed_at is null and not c.is_personal and a.code = 'WEND'
       and exists (select 1 from enforcement.case_service s where s.case_id = c.id and s.agency_id = c.lead_agency_id) order by c.id limit 1`,
  );
  const onCase = async () => {
    const file = await post('/api/v1/closures', { premisesKind: 'dwelling', caseId: shared?.id }, 201);
    await days.world.sql(
      `update enforcement.closure c set district_code = d.district_code, grounds = '{nuisance}', is_necessary = true from enforcement.closure d
       where c.id = $1 and d.district_code is not null and d.agency_id = c.agency_id`,
      [file.id],
    );
    await days.world.sql(
      "update enforcement.closure_place set address = 'x', problem = 'y' where closure_id = $1",
      [file.id],
    );
    return taken(await checked(await look(file)), 'record-consultation', { on: at, consulted: 'All' });
  };
  const discarded = await taken(await onCase(), 'discard', { reason: 'They moved out' });
  const going = await onCase();
  let read = 0;
  for (const username of readers) {
    const answer = await (await as(username)).api('GET', `/api/v1/cases/${shared?.id}`);
    if (answer.status === 200) read += 1;
    for (const { reference } of [discarded, going]) expect(answer.text).not.toContain(reference);
  }
  expect(read).toBeGreaterThan(0);
  const hearing = { hearingOn: at, hearingTime: '23:00' };
  await taken(going, 'serve-notice', notice(at, '00:30', 24, hearing));
  expect((await (await as('callum.safety')).api('GET', `/api/v1/cases/${shared?.id}`)).text).toContain(
    `${going.reference}: closure notice served`,
  );
});

test('✔ four orders, each with a complete checklist', async () => {
  clock.set('2027-09-01T10:00:00Z');
  for (let n = 0; n < 4; n += 1) {
    const hearing = { hearingOn: '2027-09-01', hearingTime: '12:00' };
    let file = await consulted();
    file = await taken(file, 'serve-notice', notice('2027-09-01', '11:00', 24, hearing));
    file = await taken(file, 'apply', { on: '2027-09-01', time: '11:00', ...hearing, court: 'Moors' });
    file = await taken(file, 'make-order', {
      on: '2027-09-01',
      until: '2027-12-01',
      everyone: 'yes',
      reason: 'Met',
    });
    expect(file.status).toBe('ordered');
  }
  const [counted] = await days.world.sql<{ orders: number; complete: number }>(
    `select count(*)::int as orders, count(*) filter (where (select count(*) from enforcement.closure_check k where k.closure_id = c.id) = ${items.length})::int as complete
     from enforcement.closure c where c.ordered_on = '2027-09-01'`,
  );
  expect(counted).toEqual({ orders: 4, complete: 4 });
  // The same as a figure, for those who may open the files alone.
  const figures = async (who: string) => {
    const answer = await (await days.as(who)).api('GET', '/api/v1/figures?period=2027-09-01_2027-09-30');
    const all = (answer.json as { figures: { code: string; now: object }[] }).figures;
    return new Map(all.map(({ code, now }) => [code, now]));
  };
  const mine = await figures('callum.safety');
  expect(mine.get('A-06a')).toMatchObject({ value: 4 });
  expect(mine.get('A-06b')).toMatchObject({ numerator: 4, denominator: 4 });
  expect((await figures('petra.performance')).has('A-06')).toBe(false);
});
