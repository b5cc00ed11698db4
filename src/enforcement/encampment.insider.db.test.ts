import { expect, test } from 'vitest';
import { encampmentWorld, items, model, pathOf, served } from '../../test/support/encampment.ts';

/** Encampments turned by an insider of the agency, by an agency beside it, and by odd input. */
const days = encampmentWorld('encampment_insider', '2026-12-01T10:00:00Z');
const { as, assessed, clock, look, post, refusal, reported, step, taken, withVehicle } = days;
const direction = () => ({ on: clock.today(), time: '09:00', ...served, reason: 'No consent' });
const police = () => ({ on: clock.today(), decision: 'direct-61', by: 'Inspector Made Up', ...model });
const send = async (path: string, body: object) => (await as('callum.safety')).api('POST', path, body);

test('✘ odd and overlong input is refused in words, never a fault', async () => {
  const file = await reported();
  const report = {
    ...{ landKind: 'unoccupied', landWords: 'The park', arrivedOn: '2026-12-01', caravans: 2, vehicles: 1 },
  };
  const answers = [
    await send('/api/v1/encampments', { ...report, arrivedOn: '0000-01-01' }),
    await send('/api/v1/encampments', { ...report, arrivedOn: '0001-01-01' }),
    await send('/api/v1/encampments', { ...report, arrivedOn: '2026-02-30' }),
    await send('/api/v1/encampments', { ...report, caravans: '' }),
    await send('/api/v1/encampments', { ...report, vehicles: ' ' }),
    await send('/api/v1/encampments', { ...report, postcode: '\u0000' }),
    await send(`${pathOf(file)}/vehicles`, { version: file.version, mark: 'AB\u0000' }),
    await send(`${pathOf(file)}/steps/tell-police`, { version: file.version, on: '0000-01-01', told: 'x' }),
    await send(`${pathOf(file)}/steps/tell-police`, { version: 1e300, on: '2026-12-01', told: 'x' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 201, 422, 422, 422]);
  const visitor = await as('callum.safety');
  for (const kind of ['encampments', 'closures', 'protection', 'penalties']) {
    const odd = await visitor.get(`/${kind}?districtCode=%00&reference=%00`);
    expect(odd.status, `${kind} ${odd.text.slice(0, 300)}`).toBeLessThan(500);
  }
  const paper = await visitor.get(`/encampments/${file.id}/papers/direction/99999999999/pdf`);
  expect(paper.status).toBeLessThan(500);
});

test('✘ what nobody may undo: a report on which the police gave a direction is not discarded', async () => {
  let file = await withVehicle(await reported(), 'PO11CE');
  file = await taken(file, 'tell-police', { on: clock.today(), told: 'The duty inspector' });
  file = await taken(file, 'record-police-decision', police());
  expect(await refusal(file, 'discard', { reason: 'It never was' })).toContain('direction of the police');
});

test('a discarded report of which the case was told is told to the case as a mistake; otherwise nothing is', async () => {
  const visitor = await as('callum.safety');
  const [own] = await days.world.sql<{ id: string }>(
    `select c.id from enforcement.case_file c join enforcement.case_service z on z.case_id = c.id
     join directory.officer o on o.agency_id = z.agency_id join platform.account a on a.officer_id = o.id
     where a.username = 'callum.safety' and c.status <> 'closed' and c.lead_agency_id = o.agency_id limit 1`,
  );
  const lines = async () =>
    (
      await days.world.sql<{ words: string }>(
        `select words from enforcement.case_event where case_id = $1 and kind = 'encampment' order by at, id`,
        [own?.id],
      )
    ).map(({ words }) => words);
  expect((await visitor.get(`/cases/${own?.id}`)).status).toBe(200);
  await taken(await reported({ caseId: own?.id }), 'discard', { reason: 'A fair' });
  expect(await lines()).toEqual([]);
  const told = await taken(await reported({ caseId: own?.id }), 'tell-police', {
    ...{ on: clock.today(), told: 'The duty inspector' },
  });
  await taken(told, 'discard', { reason: 'A fair' });
  expect((await lines()).join(' ')).toContain('reported by mistake');
});

test('✘ somebody who came after the direction was served was not directed: no return is made of them', async () => {
  clock.set('2026-12-07T10:00:00Z');
  const first = await taken(await withVehicle(await assessed(), 'BE40RE'), 'direct', direction());
  clock.set('2026-12-07T11:00:00Z');
  const later = await withVehicle(await look(first), 'AF73ER');
  await taken(later, 'record-left', { on: '2026-12-07' });
  const back = await withVehicle(await withVehicle(await reported(), 'BE40RE'), 'AF73ER');
  expect(back.returns.map(({ mark }) => mark)).toEqual(['BE40RE']);
});

test('each mark that was tried stands in the history, for the agency alone; what others read says nothing of a return', async () => {
  clock.set('2026-12-08T10:00:00Z');
  await taken(await withVehicle(await assessed(), 'TR1ED'), 'direct', direction());
  const file = await withVehicle(await reported(), 'TR1ED');
  const [vehicle] = file.vehicleMarks;
  const after = await post(`${pathOf(file)}/vehicles/${vehicle?.id}/remove`, { version: file.version });
  const lines = after.events.filter(({ kind }) => /vehicle|return/.test(kind));
  expect(lines.map(({ reason }) => reason ?? '').filter((words) => words.includes('TR1ED'))).toHaveLength(2);
  expect(lines.map(({ words }) => words).sort()).toEqual(['A vehicle added', 'A vehicle taken off the file']);
});

test('a return of another agency’s direction leaves nothing of its file behind when the agreement ends', async () => {
  clock.set('2027-04-01T10:00:00Z');
  const [pair] = await days.world.sql<{ mine: string; other: string }>(
    `select o.agency_id as mine, a.id as other from directory.officer o join platform.account c on c.officer_id = o.id, directory.agency a
     where c.username = 'callum.safety' and a.id <> o.agency_id and not exists (select 1 from directory.agreement g
       where g.from_agency_id = a.id and g.to_agency_id = o.agency_id and g.record_kind = 'case') order by a.code limit 1`,
  );
  const theirs = await taken(await withVehicle(await assessed(), 'EN06DED'), 'direct', direction());
  await days.world.sql('update enforcement.encampment set agency_id = $2 where id = $1', [
    theirs.id,
    pair?.other,
  ]);
  await days.world.sql('update enforcement.encampment_vehicle set agency_id = $2 where encampment_id = $1', [
    theirs.id,
    pair?.other,
  ]);
  await days.world.sql(
    `insert into directory.agreement (id, from_agency_id, to_agency_id, record_kind, gateway, starts_on, ends_on)
     values (gen_random_uuid(), $1, $2, 'case', 'CDA s.115', '2027-04-01', '2027-04-02')`,
    [pair?.other, pair?.mine],
  );
  const met = await withVehicle(await reported(), 'EN06DED');
  expect(met.returns).toMatchObject([{ reference: theirs.reference }]);
  clock.set('2027-04-02T10:00:00Z');
  expect(JSON.stringify(await look(met))).not.toContain(theirs.reference);
  // Behind the policy: an officer's own connection reads no mark of another agency, with or without an agreement.
  const policies = await days.world.sql<{ policyname: string }>(
    `select policyname from pg_policies where schemaname = 'enforcement' and tablename = 'encampment_vehicle' and roles::text like '%bailiwick_ops%'`,
  );
  expect(policies.map(({ policyname }) => policyname)).toEqual(['encampment_vehicle_owner']);
});

test('✘ a mark of somebody whose address must stay hidden tells no other file, and is on no paper', async () => {
  clock.set('2027-05-03T10:00:00Z');
  const first = await taken(await withVehicle(await assessed(), 'H1DDN'), 'direct', direction());
  const [row] = await days.world.sql<{ id: string }>(
    "select id from records.received_record where kind = 'person' order by id limit 1",
  );
  await days.world.sql(
    "insert into records.exact_key (kind, value, record_id) values ('vehicle', 'H1DDN', $1) on conflict do nothing",
    [row?.id],
  );
  await days.world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now()) on conflict do nothing',
    [row?.id],
  );
  const back = await withVehicle(await reported(), 'H1DDN');
  expect(back.returns).toEqual([]);
  expect(JSON.stringify(back)).not.toContain(first.reference);
  const served = await withVehicle(await withVehicle(await assessed(), 'H1DDN'), 'SH0WN');
  const shown = await (await as('callum.safety')).post(`/encampments/${served.id}/steps/direct/check`, {
    ...{ version: String(served.version), 'on-day': '3', 'on-month': '5', 'on-year': '2027', time: '09:00' },
    ...{ ways: 'shown-land', by: 'The officer', reason: 'No consent' },
  });
  expect(shown.text).toContain('SH0WN');
  expect(shown.text).not.toContain('H1DDN');
  expect(shown.text).not.toContain('SH0WN, Van');
});

test('what an answer of the assessment replaced stands in the history, for the agency alone', async () => {
  clock.set('2027-05-10T10:00:00Z');
  const file = await taken(await assessed(), 'direct', direction());
  const changed = await post(`${pathOf(file)}/welfare`, {
    version: file.version,
    items: [{ item: 'maternity', answer: 'none', words: 'Written over afterwards' }],
  });
  const line = changed.events.find(({ kind, reason }) => kind === 'welfare' && reason);
  expect(line?.reason).toContain('Asked of maternity');
  expect(line?.words).not.toContain('Asked of');
  expect(items.length).toBe(5);
});

test('✘ a notice given again never ends sooner, and none is given before the court has heard it', async () => {
  clock.set('2027-05-17T16:00:00Z');
  let file = await taken(await assessed(), 'direct', direction());
  const hearing = { hearingOn: '2027-05-17', hearingTime: '14:00', court: 'Moors Magistrates’ Court' };
  file = await taken(file, 'complain', { on: '2027-05-17', ...hearing, reason: 'They did not leave' });
  file = await taken(file, 'make-order', { on: '2027-05-17', reason: 'Granted' });
  const notice = (time: string) => ({ on: '2027-05-17', time, ...served });
  expect(await refusal(file, 'give-notice', notice('09:00'))).toContain('before');
  file = await taken(file, 'give-notice', notice('15:00'));
  expect(await refusal(file, 'give-notice', notice('14:30'))).toContain('before');
});

test('✘ a form shown again after an error still says which version it was made from', async () => {
  clock.set('2027-06-01T10:00:00Z');
  const file = await reported();
  const visitor = await as('callum.safety');
  const changed = await post(`${pathOf(file)}/welfare`, {
    version: file.version,
    items: [{ item: 'health', answer: 'found', words: 'Saved meanwhile' }],
  });
  expect(changed.version).toBeGreaterThan(file.version);
  const again = await visitor.post(`/encampments/${file.id}/edit`, {
    ...{ version: String(file.version), landKind: 'unoccupied', caravans: 'many', vehicles: '1' },
  });
  expect(again.text).toContain(`name="version" value="${file.version}"`);
  const welfare = await visitor.post(`/encampments/${file.id}/welfare`, {
    ...{ version: String(file.version), 'answer-health': 'none', 'words-health': '' },
  });
  expect(welfare.text).toContain(`name="version" value="${file.version}"`);
  expect((await step(file, 'assess', { on: clock.today() })).status).toBe(409);
});
