import { expect, test } from 'vitest';
import { encampmentWorld, items, model, pathOf, served } from '../../test/support/encampment.ts';

/**
 * Journey 6 by `/api/v1`: nine caravans on a council park, from the report by the welfare assessment, the direction and the court
 * to the removal, the return, the clean-up and the debrief; and what must be refused on the way.
 */
const days = encampmentWorld('encampments', '2026-12-01T10:00:00Z');
const { as, assessed, clock, look, post, refusal, reported, step, taken, withVehicle } = days;

test('✘ no direction before the welfare assessment is complete: the refusal says which items are missing', async () => {
  const file = await reported();
  expect(file.status).toBe('reported');
  const direction = { on: '2026-12-01', time: '09:00', ...served, reason: 'No consent' };
  const none = await refusal(file, 'direct', direction);
  expect(none).toContain('the welfare assessment is complete: 0 of 5 items');
  for (const word of ['ill, or having treatment', 'pregnant', 'Are there children', 'school', 'needing care'])
    expect(none).toContain(word);
  const most = await post(`${pathOf(file)}/welfare`, {
    version: file.version,
    items: items.filter(({ item }) => item !== 'maternity'),
  });
  const one = await refusal(most, 'assess', { on: '2026-12-01' });
  expect(one).toContain('Still to answer: Is anybody pregnant');
  expect(one).not.toContain('treatment');
  const shown = (await look(file)).steps.find(({ action }) => action === 'assess');
  expect(shown?.conditions.filter(({ met }) => !met).map(({ code }) => code)).toEqual(['welfare-complete']);
  const page = await (await as('callum.safety')).get(`/encampments/${file.id}`);
  expect(page.text).toMatch(/<button[^>]*disabled[^>]*>\s*Direct them to leave/);
  const whole = await post(`${pathOf(file)}/welfare`, {
    version: most.version,
    items: items.filter(({ item }) => item === 'maternity'),
  });
  const done = await taken(whole, 'assess', { on: '2026-12-01' });
  expect(done.status).toBe('assessed');
  const after = await (await as('callum.safety')).get(`/encampments/${file.id}`);
  expect(after.text).toContain(`/encampments/${file.id}/steps/direct"`);
  expect((await taken(done, 'direct', direction)).status).toBe('directed');
  const empty = await step(await reported(), 'assess', {});
  expect(empty.status).toBe(422);
});

test('six vehicles or more: the police are told, and what they decide is kept by the parts of the decision model', async () => {
  let file = await reported({ caravans: 2, vehicles: 3 });
  expect(file.tellPolice).toBeNull();
  file = await post(`${pathOf(file)}/edit`, {
    ...{ version: file.version, landKind: 'unoccupied', landWords: 'The park', arrivedOn: '2026-12-01' },
    ...{ caravans: 3, vehicles: 3 },
  });
  expect(file.tellPolice).toBe(6);
  expect((await (await as('callum.safety')).get(`/encampments/${file.id}`)).text).toContain(
    'Tell the police: 6',
  );
  const decision = { on: '2026-12-01', decision: 'direct-61', by: 'Inspector Made Up', ...model };
  expect(await refusal(file, 'record-police-decision', decision)).toContain('the police were told');
  file = await taken(file, 'tell-police', { on: '2026-12-01', told: 'The duty inspector, by telephone' });
  expect(file.tellPolice).toBeNull();
  const part = await refusal(file, 'record-police-decision', { ...decision, options: '' });
  expect(part).toContain('Write down each part');
  file = await taken(file, 'record-police-decision', decision);
  expect(file).toMatchObject({
    status: 'reported',
    policeDecision: 'direct-61',
    policeReturnUntil: '2027-11-30',
  });
  const later = await taken(file, 'record-police-decision', { ...decision, decision: 'none' });
  expect(later).toMatchObject({ policeDecision: 'direct-61', policeReturnUntil: '2027-11-30' });
  const written = file.events.find(({ kind }) => kind === 'record-police-decision')?.reason ?? '';
  for (const word of ['Inspector Made Up', ...Object.values(model)]) expect(written).toContain(word);
});

test('direction with its vehicles, complaint, hearing, order, 24 hours’ notice, removal, clean-up and debrief', async () => {
  let file = await withVehicle(await assessed(), 'jt06 tst');
  expect(file.vehicleMarks.map(({ mark }) => mark)).toEqual(['JT06TST']);
  const twice = await (await as('callum.safety')).api('POST', `${pathOf(file)}/vehicles`, {
    version: file.version,
    mark: 'JT06TST',
  });
  expect(twice.text).toContain('on the file already');
  file = await taken(file, 'direct', { on: '2026-12-01', time: '09:30', ...served, reason: 'No consent' });
  expect(file).toMatchObject({ status: 'directed', returnUntil: '2027-02-28' });
  expect(file.services).toMatchObject([{ kind: 'direction', ways: served.ways, servedBy: 'The officer' }]);
  expect(file.papers.map(({ format }) => format).sort()).toEqual(['docx', 'pdf']);
  for (const format of ['pdf', 'docx']) {
    const paper = await (await as('callum.safety')).get(
      `/encampments/${file.id}/papers/direction/1/${format}`,
    );
    expect(paper.status).toBe(200);
  }
  expect(await refusal(file, 'make-order', { on: '2026-12-01', reason: 'x' }, 409)).toContain('complaint');
  const hearing = { hearingOn: '2026-12-03', hearingTime: '10:00', court: 'Moors Magistrates’ Court' };
  file = await taken(file, 'complain', { on: '2026-12-01', ...hearing, reason: 'They did not leave' });
  // The court puts it off, and again: a day that is over is none, and the history says from when.
  const later = { hearingOn: '2026-12-02', hearingTime: '10:00', reason: 'No court' };
  expect(await refusal(file, 'set-hearing', { ...later, hearingOn: '2026-11-30' })).toContain(
    'when the court hears it',
  );
  file = await taken(file, 'set-hearing', later);
  file = await taken(file, 'set-hearing', { ...later, hearingOn: '2026-12-03' });
  expect(
    file.events.some(({ words }) => /from 10:00 on 2 December 2026 to 10:00 on 3 December/.test(words)),
  ).toBe(true);
  clock.set('2026-12-03T15:00:00Z');
  file = await taken(await look(file), 'make-order', { on: '2026-12-03', reason: 'Granted' });
  const removal = { on: '2026-12-03', time: '14:30', reason: 'With the police there' };
  expect(await refusal(file, 'remove', removal)).toContain('Serve the notice of removal first');
  file = await taken(file, 'give-notice', { on: '2026-12-03', time: '14:00', ...served });
  expect(file.noticeUntil).toBe('2026-12-04T14:00:00.000Z');
  expect(await refusal(file, 'remove', removal)).toContain('Nothing is removed before that');
  clock.set('2026-12-04T16:00:00Z');
  file = await look(file);
  expect(await refusal(file, 'remove', { ...removal, on: '2026-12-04', time: '13:59' })).toContain(
    '24 hours’ notice is over at 14:00 on 4 December 2026',
  );
  file = await taken(file, 'remove', { ...removal, on: '2026-12-04', time: '14:00' });
  expect(file).toMatchObject({ status: 'removed', leftOn: '2026-12-04' });
  const debrief = 'Times kept, no complaint; the height barrier is to be mended';
  expect(await refusal(file, 'end', { on: '2026-12-04', debrief })).toContain('what the clean-up cost');
  file = await taken(file, 'end', { on: '2026-12-04', cleanup: '1,250.50', debrief });
  expect(file).toMatchObject({ status: 'ended', cleanupPence: 125_050 });
  expect(file.events.find(({ kind }) => kind === 'end')?.reason).toContain('height barrier');
});

test('a return while a direction runs is found by the vehicle, and not after it has run out', async () => {
  clock.set('2026-12-07T10:00:00Z');
  const first = await withVehicle(await assessed(), 'RE06TRN');
  const gone = await taken(
    await taken(first, 'direct', { on: '2026-12-07', time: '09:30', ...served, reason: 'No consent' }),
    'record-left',
    { on: '2026-12-07' },
  );
  expect(gone).toMatchObject({ status: 'left', returnUntil: '2027-03-06' });
  clock.set('2027-03-06T10:00:00Z');
  const back = await withVehicle(await reported(), 're06 trn');
  expect(back.returns).toMatchObject([
    { mark: 'RE06TRN', reference: first.reference, until: '2027-03-06', isPolice: false },
  ]);
  const line = back.events.find(({ kind }) => kind === 'vehicle-added');
  expect(line?.words).toBe('A vehicle added');
  expect(line?.reason).toBe('RE06TRN. A direction to it still ran, until 6 March 2027');
  const page = await (await as('callum.safety')).get(`/encampments/${back.id}`);
  expect(page.text).toContain('RE06TRN was directed to leave land');
  clock.set('2027-03-07T10:00:00Z');
  const late = await withVehicle(await reported(), 'RE06TRN');
  expect(late.returns).toEqual([]);
  expect(late.events.some(({ reason }) => reason?.includes('still ran'))).toBe(false);
});

test('✘ of a direction of an agency that shares no cases nothing is said; of one that shares it is, while it shares', async () => {
  clock.set('2027-04-01T10:00:00Z');
  const [callum] = await days.world.sql<{ agencyId: string }>(
    `select o.agency_id as "agencyId" from directory.officer o join platform.account c on c.officer_id = o.id where c.username = 'callum.safety'`,
  );
  const [other] = await days.world.sql<{ id: string }>(
    `select a.id from directory.agency a where a.id <> $1 and not exists (select 1 from directory.agreement g
       where g.from_agency_id = a.id and g.to_agency_id = $1 and g.record_kind = 'case') order by a.code limit 1`,
    [callum?.agencyId],
  );
  const theirs = await withVehicle(await assessed(), 'OT06HER');
  await taken(theirs, 'direct', { on: '2027-04-01', time: '09:30', ...served, reason: 'No consent' });
  for (const table of ['encampment', 'encampment_vehicle'])
    await days.world.sql(
      `update enforcement.${table} set agency_id = $2 where ${table === 'encampment' ? 'id' : 'encampment_id'} = $1`,
      [theirs.id, other?.id],
    );
  const silent = await withVehicle(await reported(), 'OT06HER');
  expect(silent.returns).toEqual([]);
  expect(silent.events.some(({ reason }) => reason?.includes('still ran'))).toBe(false);
  await days.world.sql(
    `insert into directory.agreement (id, from_agency_id, to_agency_id, record_kind, gateway, starts_on, ends_on)
     values (gen_random_uuid(), $1, $2, 'case', 'CDA s.115', '2027-04-01', '2027-04-02')`,
    [other?.id, callum?.agencyId],
  );
  expect((await look(silent)).returns).toMatchObject([{ reference: theirs.reference }]);
  clock.set('2027-04-02T10:00:00Z');
  expect((await look(silent)).returns).toEqual([]);
});

test('it may be tolerated with a reason, and directed later; what was reported by mistake is discarded', async () => {
  clock.set('2027-05-03T10:00:00Z');
  const file = await assessed();
  expect(await refusal(file, 'tolerate', { on: '2027-05-03', until: '2027-05-10' })).toContain('Say why');
  expect(
    await refusal(file, 'tolerate', { on: '2027-05-03', until: '2027-05-02', reason: 'A birth is near' }),
  ).toContain('a day that comes');
  const tolerated = await taken(file, 'tolerate', {
    ...{ on: '2027-05-03', until: '2027-05-10', reason: 'A birth is near' },
  });
  expect(tolerated.events.find(({ kind }) => kind === 'tolerate')?.reason).toBe('A birth is near');
  const direction = { on: '2027-05-03', time: '09:00', ...served, reason: 'No consent' };
  expect((await taken(tolerated, 'direct', direction)).status).toBe('directed');
  const wrong = await taken(await reported(), 'discard', { reason: 'A fair, with consent' });
  expect(wrong.status).toBe('void');
});

test('other agencies read the district and the days; the land, the people, welfare and marks stay with the agency', async () => {
  const file = await withVehicle(await assessed(), 'WA06LLS');
  let others = 0;
  for (const username of ['priya.police', 'hollis.housing', 'tess.trading', 'bea.board']) {
    const other = await (await as(username)).api('GET', pathOf(file));
    if (other.status === 200) others += 1;
    else expect([403, 404]).toContain(other.status);
    for (const word of ['Made Up Park', 'WA06LLS', 'Asked of', '"children":4'])
      expect(other.text).not.toContain(word);
    const acts = await step(file, 'direct', {}, username);
    expect([403, 404, 422]).toContain(acts.status);
  }
  expect(others).toBeGreaterThan(0);
});

test('✘ nothing of an encampment has a field for origin or belief, and no paper, form or API asks for one', async () => {
  const columns = await days.world.sql<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'enforcement' and table_name like 'encampment%'`,
  );
  expect(columns.length).toBeGreaterThan(40);
  const kind = /ethnic|race|racial|origin|heritage|nationalit|belief|religio|gypsy|traveller|roma/i;
  expect(columns.filter(({ name }) => kind.test(name))).toEqual([]);
  const file = await look(await reported());
  const keys = JSON.stringify(Object.keys({ ...file, ...file.land }));
  expect(keys).not.toMatch(kind);
  const form = await (await as('callum.safety')).get('/encampments/new');
  expect([...form.text.matchAll(/name="([^"]+)"/g)].map(([, name]) => name).join(' ')).not.toMatch(kind);
});

test('E-03: reported, dealt with, days on site, powers used and clean-up, from the records, for those who may open them', async () => {
  clock.set('2027-06-01T10:00:00Z');
  const of = async (who: string) => {
    const answer = await (await as(who)).api('GET', '/api/v1/figures?period=2027-06-01_2027-06-30');
    const lines = (answer.json as { figures: { code: string; now: object }[] }).figures;
    return new Map(lines.map((line) => [line.code, line.now]));
  };
  const came = { arrivedOn: '2027-05-28' };
  const short = await assessed(came);
  await taken(short, 'record-left', { on: '2027-06-01' });
  const long = await taken(await assessed({ arrivedOn: '2027-05-22' }), 'direct', {
    ...{ on: '2027-06-01', time: '09:00', ...served, reason: 'No consent' },
  });
  const left = await taken(long, 'record-left', { on: '2027-06-01' });
  await taken(left, 'end', { on: '2027-06-01', cleanup: '300', debrief: 'Nothing to change' });
  await reported(came);
  await taken(await reported(), 'discard', { reason: 'A fair' });
  const now = await of('callum.safety');
  expect(now.get('E-03')).toMatchObject({ value: 3 });
  expect(now.get('E-03a')).toMatchObject({ numerator: 2, denominator: 3 });
  // Four and ten days.
  expect(now.get('E-03b')).toMatchObject({ value: 7 });
  expect(now.get('E-03c')).toMatchObject({ numerator: 1, denominator: 3 });
  expect(now.get('E-03d')).toMatchObject({ value: 300 });
  expect((await of('petra.performance')).has('E-03')).toBe(false);
});

test('6 to 8: the waste is a fly-tip, the land is scored by a matrix of the agency’s own, measures have owners, the debrief is a record', async () => {
  interface After {
    after: {
      score: number | null;
      band: string | null;
      waste: { reference: string } | null;
      complaints: number | null;
      version: number;
    } | null;
    measures: { id: string; ownerName: string; doneOn: string | null }[];
  }
  const file = await reported();
  const send = async (part: string, body: object, status = 200, who = 'callum.safety') => {
    const answer = await (await as(who)).api('POST', `${pathOf(file)}/${part}`, body);
    expect(answer.status, answer.text).toBe(status);
    return answer;
  };
  const problems = async (part: string, body: object) =>
    ((await send(part, body, 422)).json as { problems: { field: string }[] }).problems.map(
      ({ field }) => field,
    );
  const scores = ['access', 'surface', 'size', 'sight', 'before', 'use', 'watched'].map((code) => ({
    code,
    score: 2,
  }));
  // Each item or none; a report that there is not and one of another kind answer alike.
  expect(await problems('after', { version: 0, scores: scores.slice(1) })).toEqual(['score-access']);
  expect(await problems('after', { version: 0, scores: [{ code: 'access', score: 4 }] })).not.toEqual([]);
  for (const waste of ['R-NONE-000', 'R-SAMP'])
    expect(await problems('after', { version: 0, scores: [], waste })).toEqual(['waste']);
  expect(await problems('after', { version: 0, scores: [], complaintWords: 'Noise' })).toEqual([
    'complaints',
  ]);
  const whole = {
    waste: 'R-SAMP-001',
    scores,
    complaints: 3,
    complaintWords: 'Noise',
    policyWords: 'Ring the duty officer',
  };
  const { after } = (await send('after', { version: 0, ...whole })).json as After;
  expect(after).toMatchObject({
    score: 14,
    band: 'high',
    waste: { reference: 'R-SAMP-001' },
    complaints: 3,
    version: 1,
  });
  await send('after', { version: 0, ...whole }, 409);
  // The matrix is changed as a whole; what was scored stays as it was.
  const callum = await as('callum.safety');
  const matrix = (body: object) =>
    callum.api('POST', '/api/v1/encampments/matrix', { version: 0, reason: 'Agreed', ...body });
  expect((await matrix({ items: 'no code here', mediumFrom: 1, highFrom: 2 })).status).toBe(422);
  expect((await matrix({ items: 'gate: Is there a gate', mediumFrom: 2, highFrom: 1 })).status).toBe(422);
  expect((await matrix({ items: 'gate: Is there no gate', mediumFrom: 1, highFrom: 2 })).json).toMatchObject({
    version: 1,
  });
  expect((await matrix({ items: 'gate: Again', mediumFrom: 1, highFrom: 2 })).status).toBe(409);
  expect(await problems('after', { version: 1, scores })).toContain('score-gate');
  const page = (await callum.get(`/encampments/${file.id}/after`)).text;
  expect(page).toContain('Is there no gate');
  expect(page).toContain('The land scored 14');
  expect(await problems('measures', { words: 'A barrier' })).toEqual(['ownerId', 'dueOn']);
  const [owner] = await days.world.sql<{ id: string }>(
    "select o.id from directory.officer o join platform.account c on c.officer_id = o.id where c.username = 'callum.safety'",
  );
  const added = (await send('measures', { words: 'A barrier', ownerId: owner?.id, dueOn: '2027-07-01' }))
    .json as After;
  const measureId = added.measures[0]?.id;
  expect(await problems('measures', { measureId, doneOn: '2099-01-01' })).toEqual(['doneOn']);
  const done = (await send('measures', { measureId, doneOn: '2027-05-03' })).json as After;
  expect(done.measures).toMatchObject([{ doneOn: '2027-05-03' }]);
  await send('measures', { measureId, doneOn: '2027-05-03' }, 409);
  // Another agency that reads the file reads none of it; discarded files have nothing after them.
  const police = await as('priya.police');
  expect([403, 404, 422]).toContain(
    (await police.api('POST', `${pathOf(file)}/after`, { version: 1, scores: [] })).status,
  );
  expect((await police.get(`/encampments/${file.id}/after`)).text).not.toContain('The land scored');
  const gone = await taken(await reported(), 'discard', { reason: 'A fair' });
  expect((await callum.get(`/encampments/${gone.id}/after`)).status).toBe(404);
});
