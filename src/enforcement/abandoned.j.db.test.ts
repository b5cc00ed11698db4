import { expect, test } from 'vitest';
import { enquiry, factors, pathOf, shown, vehicleWorld } from '../../test/support/abandoned.ts';

/**
 * An abandoned vehicle by `/api/v1`, from the report and the assessment by the notice to the store and its end; and what must be
 * refused on the way.
 */
const vehicles = vehicleWorld('abandoned', '2026-12-01T10:00:00Z');
const { as, clock, done, made, page, refused, sql } = vehicles.days;
const { assessed, enquired, judged, look, opened, refusal, taken } = vehicles;
const me = 'callum.safety';
const notice = { time: '09:00', period: '24-hours', ways: ['fixed-vehicle'], by: 'The officer' };

test('a service’s own officer opens the file of what they took, and does nothing of what follows', async () => {
  const them = 'olu.officer';
  const opening = { mark: 'AV26 OPN', landKind: 'highway', seenOn: '2026-11-20' };
  const file = await made<Awaited<ReturnType<typeof opened>>>(them, '/abandoned-vehicles', opening);
  expect([
    file.status,
    file.steps.filter(({ conditions }) => conditions.every(({ met }) => met)).length,
  ]).toEqual(['reported', 0]);
  await refused(them, `${pathOf(file)}/edit`, { ...opening, version: file.version }, 403);
  expect((await page(them, '/abandoned-vehicles')).text).toContain('/abandoned-vehicles/new');
});

test('a report becomes a file with its place, by any spelling of the mark; odd input is refused at its field', async () => {
  const [report] = await sql<{ id: string; reference: string; place: string; district: string }>(
    `select r.id, r.reference, r.place_words as place, r.district_code as district from intake.report r
     join directory.agency a on a.area_code = r.district_code where a.code = 'WEND' and r.place_words is not null and not r.is_sensitive
     order by r.received_at limit 1`,
  );
  const file = await made<Awaited<ReturnType<typeof opened>>>(me, '/abandoned-vehicles', {
    ...{ reportId: report?.id, mark: 'avi1 a8c', landKind: 'highway', seenOn: '2026-11-20' },
  });
  expect(file).toMatchObject({
    ...{ status: 'reported', reportReference: report?.reference, districtCode: report?.district },
    standing: { mark: 'AVI1A8C', placeWords: report?.place, isHidden: false },
  });
  const fixed = await done<typeof file>(me, `${pathOf(file)}/edit`, {
    ...{ version: file.version, mark: 'av2O ab1', landKind: 'private', seenOn: '2026-11-20', lat: '52.4' },
  }).catch((error: Error) => error.message);
  expect(fixed).toContain('both parts of the point');
  const edited = await done<typeof file>(me, `${pathOf(file)}/edit`, {
    ...{ version: file.version, mark: 'av2O ab1', landKind: 'private', seenOn: '2026-11-20' },
  });
  expect(edited.standing).toMatchObject({ mark: 'AV20ABI', placeWords: report?.place });
  expect(edited.events.find(({ kind }) => kind === 'edited')?.reason).toContain('AVI1A8C');
  const answers = [];
  for (const more of [
    { seenOn: '2026-02-30' },
    { seenOn: '2026-12-02' },
    { seenOn: '0001-01-01' },
    { mark: 'white van' },
    { postcode: 'ZZ99 9ZZ' },
    { lat: 'north', lon: '1' },
    { landKind: 'sea' },
  ])
    answers.push(
      (
        await (
          await as(me)
        ).api('POST', '/api/v1/abandoned-vehicles', { landKind: 'highway', seenOn: '2026-12-01', ...more })
      ).status,
    );
  expect(answers).toEqual([422, 422, 422, 422, 422, 422, 422]);
  const again = await (await as(me)).post('/abandoned-vehicles', {
    ...{ mark: 'white van', landKind: 'highway', make: 'Typed Make', reportId: report?.id ?? '' },
    ...{ 'seenOn-day': '1', 'seenOn-month': '12', 'seenOn-year': '2026' },
  });
  expect(again.text).toContain('Typed Make');
  expect(again.text).toContain(`value="${report?.id}"`);
  const found = await (await as(me)).api('GET', '/api/v1/abandoned-vehicles?mark=AV2O+A8I');
  expect(JSON.stringify(found.json)).toContain(file.reference);
});

test('✘ a vehicle without tax alone is not judged abandoned, nor one that was not wholly assessed', async () => {
  let file = await opened({ mark: 'AV01 TAX' });
  expect(await refusal(file, 'judge')).toContain('the assessment is complete: 0 of 8 factors');
  file = await assessed(file, 'tax', 'mot');
  expect(await refusal(file, 'judge')).toContain('A vehicle without tax is not by itself abandoned');
  const visitor = await as(me);
  const shownFile = (await visitor.get(pathOf(file))).text;
  expect(shownFile).toContain('not by itself abandoned');
  // The form to change the report sends neither postcode nor point again: one that was given nearer would be moved by the other.
  const [before] = await sql<{ lon: number; postcode: string }>(
    'select lon, postcode from enforcement.abandoned_place where abandoned_id = $1',
    [file.id],
  );
  expect(before?.lon).not.toBeNull();
  expect(shownFile).not.toContain(`value="${before?.postcode}"`);
  expect(shownFile).not.toContain(`value="${before?.lon}"`);
  const empty = await visitor.post(`${pathOf(file)}/assessment`, {
    ...{ version: String(file.version), 'answer-condition': 'for', 'words-condition': '' },
  });
  expect(empty.text).toContain('href="#words-condition"');
  const most = await done<typeof file>(me, `${pathOf(file)}/assessment`, {
    version: file.version,
    items: factors('condition').filter(({ item }) => item === 'condition'),
  });
  expect(await refusal(most, 'judge', { evidence: '' })).toContain('Say what shows it');
  expect(await refusal(most, 'judge', { on: '2026-12-02' })).toContain('future');
  expect((await taken(most, 'judge')).status).toBe('judged');
});

test('public land: 24 hours on the vehicle, removal, the store, no disposal before its time, its keeper asked after', async () => {
  let file = await judged({ mark: 'AV02 PUB' });
  expect(await refusal(file, 'notify-occupier', { ...notice })).toContain('private land');
  expect(await refusal(file, 'give-notice', { ...notice, period: '15-days' })).toContain(
    '24 hours or 7 days',
  );
  expect(await refusal(file, 'remove', { time: '09:30' }, 422)).toContain('Give the notice first');
  file = await taken(file, 'give-notice', notice);
  expect(file).toMatchObject({ status: 'noticed', noticeUntil: '2026-12-02T09:00:00.000Z' });
  expect(file.noticeWhy).toContain('24 hours from 09:00 on 1 December 2026');
  const run = ({ steps }: typeof file) =>
    steps.find(({ action }) => action === 'remove')?.conditions.find(({ code }) => code === 'notice-run')
      ?.met;
  expect(run(file)).toBe(false);
  expect(file.notices).toMatchObject([
    { kind: 'vehicle-notice', ways: ['fixed-vehicle'], servedBy: 'The officer' },
  ]);
  expect(file.papers.map(({ format }) => format).sort()).toEqual(['docx', 'pdf']);
  for (const format of ['pdf', 'docx'])
    expect((await page(me, `${pathOf(file)}/papers/vehicle-notice/1/${format}`)).status).toBe(200);
  const removal = { store: 'The depot', storage: '14', by: 'The contractor' };
  clock.set('2026-12-02T12:00:00Z');
  expect(run(await look(file))).toBe(true);
  expect(await refusal(file, 'remove', { ...removal, time: '08:59' })).toContain('not removed before that');
  expect(await refusal(file, 'remove', { ...removal, time: '10:00', storage: '30' })).toContain(
    'Enter 7 to 21',
  );
  file = await taken(file, 'remove', { ...removal, time: '10:00' });
  expect(file).toMatchObject({
    status: 'stored',
    storedUntil: '2026-12-16',
    standing: { storeWords: 'The depot' },
  });
  clock.set('2026-12-16T12:00:00Z');
  expect(await refusal(file, 'dispose', { disposal: 'dismantled' })).toContain(
    'Its keeper was asked after'.toLowerCase().slice(4),
  );
  file = await enquired(file, {
    answer: 'keeper',
    keeperName: 'Kim Keeper',
    keeperAddress: '4 Keeper Close',
  });
  expect(file.enquiries).toMatchObject([
    { answer: 'keeper', keeperName: 'Kim Keeper', officerName: expect.any(String) },
  ]);
  expect(await refusal(file, 'dispose', { disposal: 'dismantled' })).toContain('after 16 December 2026');
  clock.set('2026-12-17T12:00:00Z');
  file = await taken(file, 'dispose', { disposal: 'dismantled' });
  expect(file).toMatchObject({ status: 'disposed', endedOn: '2026-12-17' });
  expect(file.events.find(({ kind }) => kind === 'dispose')?.reason).toContain('Photographs 1 to 4');
  const words = file.events.map((one) => one.words).join(' ');
  for (const kept of ['AV02', 'Kim', 'Made Up Lane', 'depot']) expect(words).not.toContain(kept);
});

test('private land: 15 days to the occupier, whose objection stops the removal, late or not, until it is lifted', async () => {
  clock.set('2027-01-04T10:00:00Z');
  let file = await judged({ mark: 'AV03 PRV', landKind: 'private', occupierWords: 'The farm' });
  const served = { time: '09:30', ways: ['handed-over'], by: 'The officer' };
  expect(await refusal(file, 'give-notice', { ...notice })).toContain('public land');
  file = await taken(file, 'notify-occupier', served);
  expect(file).toMatchObject({ status: 'noticed', noticeUntil: '2027-01-20T00:00:00.000Z' });
  expect(file.papers.map(({ kind }) => kind)).toEqual(['occupier-notice', 'occupier-notice']);
  clock.set('2027-01-20T12:00:00Z');
  file = await taken(file, 'record-objection', { who: 'The farmer' });
  expect(file).toMatchObject({ status: 'objected', objectedOn: '2027-01-20' });
  expect(file.events.at(-1)?.words).toContain('after the notice had run');
  const removal = { time: '11:00', store: 'The depot', storage: 7, by: 'The contractor' };
  expect(await refusal(file, 'remove', removal, 409)).toContain('nobody objects');
  expect(
    (
      await (
        await as('joss.jet')
      ).api('POST', `/api/v1${pathOf(file)}/steps/lift-objection`, {
        version: file.version,
        on: '2027-01-20',
        ...shown,
      })
    ).status,
  ).toBe(403);
  file = await taken(file, 'lift-objection');
  // The lifted objection left its day: nothing is written down as before it.
  expect(await refusal(file, 'remove', { ...removal, on: '2027-01-19', time: '11:00' })).toContain('before');
  file = await taken(file, 'remove', removal);
  file = await taken(file, 'record-claim', { who: 'Kim Keeper' });
  file = await enquired(file, { askedOf: 'police', answer: 'stolen' });
  expect(file.isStolen).toBe(true);
  expect((await page(me, pathOf(file))).text).toContain('Reported stolen');
  expect(await refusal(file, 'return')).toContain('Hand it to the police');
  file = await taken(file, 'hand-to-police', { told: 'The control room, log 12' });
  expect(file).toMatchObject({ status: 'police', endedOn: '2027-01-20' });
});

test('other ends: claimed and returned, not abandoned, gone, by mistake; a version that moved on is said', async () => {
  clock.set('2027-02-01T10:00:00Z');
  let file = await taken(await judged({ mark: 'AV04 CLM' }), 'give-notice', { ...notice, period: '7-days' });
  expect(file.noticeUntil).toBe('2027-02-09T00:00:00.000Z');
  clock.set('2027-02-09T10:00:00Z');
  file = await taken(file, 'remove', {
    time: '00:00',
    store: 'The depot',
    storage: 21,
    by: 'The contractor',
  });
  file = await taken(file, 'record-claim', { who: 'Somebody' });
  file = await taken(file, 'refuse-claim');
  file = await taken(file, 'record-claim', { who: 'Kim Keeper' });
  // The council asks something for the removal: it is waived before the vehicle is handed over.
  file = await done(me, `${pathOf(file)}/charge`, {
    ...{ version: file.version, action: 'waive', on: clock.today(), reason: 'Stolen from its keeper' },
  });
  expect(await taken(file, 'return')).toMatchObject({ status: 'returned' });
  const used = await taken(await opened({ mark: 'AV05 USE' }), 'find-not-abandoned');
  expect(used).toMatchObject({ status: 'not-abandoned', endedOn: '2027-02-09' });
  expect((await taken(await opened({ mark: 'AV06 GNE' }), 'record-gone')).status).toBe('gone');
  const twice = await opened({ mark: 'AV05 USE' });
  expect(twice.sameMark).toMatchObject([{ reference: used.reference, mark: 'AV05USE' }]);
  expect((await page(me, pathOf(twice))).text).toContain(used.reference);
  expect((await taken(twice, 'discard')).status).toBe('void');
  expect(await refusal(twice, 'discard', {}, 409)).toContain('Somebody changed this file');
  expect(
    await refused(
      me,
      `${pathOf(used)}/enquiries`,
      { version: used.version, askedOn: '2027-02-09', ...enquiry, answer: 'no-keeper' },
      409,
    ),
  ).toContain('ended');
});

test('the penalty is begun from the file by the composer, and E-04 counts the files with what stands behind, for those who may open them', async () => {
  const file = await look(await opened({ mark: 'AV07 FPN' }));
  const shownPage = (await page('joss.jet', pathOf(file))).text;
  expect(shownPage).toContain('/penalties/new?offence=abandoned-vehicle');
  expect((await page(me, pathOf(file))).text).not.toContain('/penalties/new');
  expect((await page('joss.jet', '/penalties/new?offence=abandoned-vehicle')).text).toMatch(
    /<option value="abandoned-vehicle" selected/,
  );
  const figures = async (who: string) => {
    const answer = await (await as(who)).api('GET', '/api/v1/figures?period=2027-02-01_2027-02-28');
    const all = (answer.json as { figures: { code: string; now: object }[] }).figures;
    return new Map(all.map(({ code, now }) => [code, now]));
  };
  const counted = await figures(me);
  // Of the month: one stored and returned, one not abandoned, one gone, one that stands; the one by mistake is none.
  expect(counted.get('E-04')).toMatchObject({ value: 4 });
  expect(counted.get('E-04a')).toMatchObject({ value: 1 });
  expect(counted.get('E-04b')).toMatchObject({ value: 1 });
  expect((await figures('petra.performance')).has('E-04')).toBe(false);
  const behind = (await page(me, '/figures/E-04?period=2027-02-01_2027-02-28&split=district')).text;
  expect(behind).toContain('Wendmere');
});

test('✘ of a sensitive report nothing is carried into the file, which more may read than the report', async () => {
  const [report] = await sql<{ id: string; place: string }>(
    `update intake.report r set is_sensitive = true from directory.agency a
     where r.owner_agency_id = a.id and a.code = 'WEND' and r.id = (select q.id from intake.report q join directory.service v on v.id = q.service_id
       join directory.agency b on b.id = v.agency_id join directory.service_member z on z.service_id = v.id
       join platform.account p on p.officer_id = z.officer_id
       where b.code = 'WEND' and p.username = $1 and q.place_words is not null order by q.received_at limit 1)
     returning r.id, r.place_words as place`,
    [me],
  );
  expect(report).toBeDefined();
  const file = await made<Awaited<ReturnType<typeof opened>>>(me, '/abandoned-vehicles', {
    ...{ reportId: report?.id, landKind: 'highway', seenOn: clock.today() },
  });
  expect(file.standing).toMatchObject({ placeWords: null, lon: null });
  expect(file.districtCode).toBeNull();
  const form = (await page(me, `/abandoned-vehicles/new?reportId=${report?.id}`)).text;
  expect(form).not.toContain(report?.place ?? 'no place');
});
