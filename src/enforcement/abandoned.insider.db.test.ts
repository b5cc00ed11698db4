import { expect, test } from 'vitest';
import { enquiry, pathOf, vehicleWorld } from '../../test/support/abandoned.ts';
import { giveListFile } from '../../test/support/given-file.ts';

/** Abandoned vehicles turned by an insider: another agency, its connection, a colleague without the role, and hidden addresses. */
const vehicles = vehicleWorld('abandoned_insider', '2026-12-01T10:00:00Z');
const { as, clock, idsOf, page, refused, saidOn, sql } = vehicles.days;
const { enquired, judged, look, opened, taken } = vehicles;
const me = 'callum.safety';
const secret = ['AV10PRT', 'Made Up Lane', 'Kim Keeper', '4 Keeper Close', 'Looked at', 'notebook'];
/** Enough of a PNG to be one, with who made it. */
const pictureOf = (author: string): Buffer => {
  const chunk = (name: string, body: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    return Buffer.concat([size, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.alloc(13)),
    chunk('tEXt', Buffer.from(`Author\0${author}`)),
    chunk('IDAT', Buffer.from('pixels')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const parts = ['photo', 'place', 'assessment', 'enquiry', 'service', 'reason', 'document'];

test('✘ an agency that shares cases reads status and district; mark, place, keeper, reasons and papers are nowhere in what it is given', async () => {
  const mine = await idsOf(me);
  const them = 'priya.police';
  const { agency } = await idsOf(them);
  await sql(
    `insert into directory.agreement (id, from_agency_id, to_agency_id, record_kind, gateway, starts_on, ends_on)
     select gen_random_uuid(), $1, $2, 'case', 'CDA s.115', '2026-12-01', '2026-12-20'
     where not exists (select 1 from directory.agreement where from_agency_id = $1 and to_agency_id = $2 and record_kind = 'case')`,
    [mine.agency, agency],
  );
  let file = await judged({ mark: 'AV10 PRT' });
  file = await enquired(file, {
    answer: 'keeper',
    keeperName: 'Kim Keeper',
    keeperAddress: '4 Keeper Close',
  });
  file = await taken(file, 'give-notice', {
    ...{ time: '09:00', period: '7-days', ways: ['fixed-vehicle'], by: 'The officer' },
  });
  const own = await (await as(me)).api('GET', `/api/v1${pathOf(file)}`);
  for (const one of secret) expect(own.text).toContain(one);
  const visitor = await as(them);
  const answers = [
    await visitor.api('GET', `/api/v1${pathOf(file)}`),
    await visitor.get(pathOf(file)),
    await visitor.get('/abandoned-vehicles'),
    await visitor.get('/abandoned-vehicles.csv'),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(file.reference);
    for (const one of secret) expect(answer.text).not.toContain(one);
  }
  // By the mark only one’s own files are found.
  expect((await visitor.get('/abandoned-vehicles?mark=AV10PRT')).text).not.toContain(file.reference);
  expect((await visitor.get(`${pathOf(file)}/papers/vehicle-notice/1/pdf`)).status).toBe(404);
  expect((await visitor.get(`${pathOf(file)}/steps/remove`)).status).not.toBe(200);
  await refused(
    them,
    `${pathOf(file)}/enquiries`,
    { version: file.version, askedOn: '2026-12-01', answer: 'no-keeper', ...enquiry },
    403,
  );
  // Behind the policy: on their connection there is the file and nothing that hangs on it, and they change nothing.
  const theirs = await idsOf(them);
  const count = (table: string) => saidOn(theirs, `select 1 from enforcement.${table}`);
  expect(await saidOn(theirs, 'select 1 from enforcement.abandoned where id = $1', [file.id])).toBe(1);
  for (const part of parts) expect(await count(`abandoned_${part}`), part).toBe(0);
  expect(
    await saidOn(theirs, `update enforcement.abandoned set make = 'Mine' where id = $1`, [file.id]),
  ).toBe(0);
  for (const [table, columns, values] of [
    [
      'abandoned_event',
      'id, abandoned_id, at, kind, agency_id, words',
      `gen_random_uuid(), $1, now(), 'judge', $2, 'x'`,
    ],
    [
      'abandoned_assessment',
      'abandoned_id, agency_id, factor, answer, words, at',
      `$1, $2, 'plates', 'for', 'x', now()`,
    ],
  ])
    expect(
      await saidOn(theirs, `insert into enforcement.${table} (${columns}) values (${values})`, [
        file.id,
        theirs.agency,
      ]),
    ).toMatch(/row-level security|foreign key/);
  // When the agreement has ended they read nothing at all.
  await sql(
    `update directory.agreement set ends_on = '2026-12-02' where from_agency_id = $1 and to_agency_id = $2 and record_kind = 'case'`,
    [mine.agency, agency],
  );
  clock.set('2026-12-03T10:00:00Z');
  expect((await (await as(them)).get(pathOf(file))).status).toBe(404);
});

test('✘ what was discarded is its own agency’s; on the connection of a colleague without the role nothing is written, and no keeper is read by one who is no caseworker', async () => {
  const file = await taken(await opened({ mark: 'AV11 VOD' }), 'discard');
  const mine = await idsOf(me);
  // Somebody of the agency whose roles are none of a caseworker's; and a caseworker who does not act on vehicles.
  const colleague = { agency: mine.agency };
  const [reader] = await sql<{ id: string }>(
    `select o.id from directory.officer o join directory.role_grant r on r.officer_id = o.id and r.role = 'service-officer'
     where o.agency_id = $1 and not exists (select 1 from directory.role_grant x where x.officer_id = o.id
       and x.role in ('jet-officer', 'jet-supervisor', 'community-safety-coordinator', 'environmental-health-officer')) order by o.id limit 1`,
    [mine.agency],
  );
  const caseworker = { agency: mine.agency, officer: reader?.id ?? '' };
  expect(await saidOn(caseworker, 'select 1 from enforcement.abandoned_enquiry')).toBeGreaterThan(0);
  for (const part of parts)
    expect(await saidOn(colleague, `select 1 from enforcement.abandoned_${part}`), part).toBe(0);
  expect(await saidOn(mine, 'select 1 from enforcement.abandoned_enquiry')).toBeGreaterThan(0);
  for (const whose of [colleague, caseworker])
    expect(
      await saidOn(whose, `update enforcement.abandoned set make = 'Mine' where id = $1`, [file.id]),
    ).toMatch(/row-level security/);
  const [other] = await sql<{ id: string }>(
    'select id from directory.agency where id <> $1 order by code limit 1',
    [mine.agency],
  );
  expect(
    await saidOn({ ...mine, agency: other?.id ?? '' }, 'select 1 from enforcement.abandoned where id = $1', [
      file.id,
    ]),
  ).toBe(0);
  // What was asked and answered, and what was served, is never changed or taken away.
  for (const part of ['enquiry', 'service', 'event', 'reason', 'document'])
    expect(await saidOn(mine, `delete from enforcement.abandoned_${part}`)).toMatch(/permission denied/);
});

test('✘ the database too removes nothing before its notice or against an objection, and disposes of nothing before its time', async () => {
  const file = await judged({ mark: 'AV12 CHK', landKind: 'private' });
  const change = (set: string) => sql(`update enforcement.abandoned set ${set} where id = $1`, [file.id]);
  await expect(change('removed_at = now()')).rejects.toThrow('abandoned_no_removal_before_notice');
  await expect(change("notice_period = '24-hours', notice_at = now()")).rejects.toThrow(
    'abandoned_notice_of_its_land',
  );
  const run = "notice_at = '2026-11-01', notice_until = '2026-11-17', removed_at = '2026-11-18'";
  await expect(change(`${run}, objected_on = '2026-11-10'`)).rejects.toThrow(
    'abandoned_no_removal_against_objection',
  );
  await expect(
    change(`${run}, status = 'disposed', stored_until = '2026-11-30', ended_on = '2026-11-30'`),
  ).rejects.toThrow('abandoned_disposed_after_storage');
});

test('✘ a hidden address, by the mark or by the keeper, and hidden later too: no place, no paper, no address on any page', async () => {
  clock.set('2026-12-07T10:00:00Z');
  const [person] = await sql<{ id: string }>(
    `select r.id from records.received_record r join directory.agency a on a.id = r.origin_agency_id
     where a.code = 'WEND' and r.kind = 'person' and r.handling = 'ordinary' order by r.id limit 1`,
  );
  const notice = { time: '09:00', period: '24-hours', ways: ['fixed-vehicle'], by: 'The officer' };
  let before = await judged({ mark: 'AV13 HDN' });
  before = await enquired(before, {
    answer: 'keeper',
    keeperName: 'Kim Keeper',
    keeperAddress: '4 Keeper Close',
    recordId: person?.id,
  });
  before = await taken(before, 'give-notice', notice);
  expect((await page(me, `${pathOf(before)}/papers/vehicle-notice/1/pdf`)).status).toBe(200);
  await sql('insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())', [
    person?.id,
  ]);
  await sql(
    "insert into records.exact_key (kind, value, record_id) values ('vehicle', 'AV14HDN', $1) on conflict do nothing",
    [person?.id],
  );
  const after = await look(before);
  expect(after.standing).toMatchObject({ isHidden: true, placeWords: null, lon: null });
  const seen = `${JSON.stringify(after)}${(await page(me, pathOf(before))).text}`;
  for (const one of ['Made Up Lane', '4 Keeper Close']) expect(seen).not.toContain(one);
  for (const format of ['pdf', 'docx'])
    expect((await page(me, `${pathOf(before)}/papers/vehicle-notice/1/${format}`)).status).toBe(404);
  // By the mark: the notice says neither mark nor place, and no address of the keeper is taken.
  const file = await judged({ mark: 'AVI4 HDN' });
  expect(file.standing).toMatchObject({ mark: 'AV14HDN', isHidden: true });
  const [year, month, day] = clock.today().split('-');
  const check = await (await as(me)).post(`${pathOf(file)}/steps/give-notice/check`, {
    ...{ version: String(file.version), 'on-day': day ?? '', 'on-month': month ?? '', 'on-year': year ?? '' },
    ...{ ...notice, ways: 'fixed-vehicle', evidence: 'Photographs', reason: 'Looked at' },
  });
  expect(check.text).toContain('Notice on the vehicle');
  for (const one of ['AV14HDN', 'Made Up Lane']) expect(check.text).not.toContain(one);
  const named = {
    version: file.version,
    askedOn: clock.today(),
    answer: 'keeper',
    keeperName: 'Kim Keeper',
    ...enquiry,
  };
  for (const more of [
    { keeperAddress: '4 Keeper Close' },
    { keeperAddress: '4 Keeper Close', recordId: person?.id },
  ])
    expect(await refused(me, `${pathOf(file)}/enquiries`, { ...named, ...more })).toContain(
      'must stay hidden',
    );
  // Changing the report of a hidden place loses nothing that is not typed anew.
  const edited = await vehicles.days.done<typeof file>(me, `${pathOf(file)}/edit`, {
    ...{ version: file.version, mark: 'AV14 HDN', landKind: 'highway', seenOn: clock.today(), make: 'Other' },
  });
  expect(edited.make).toBe('Other');
  expect(
    await sql('select place_words as words from enforcement.abandoned_place where abandoned_id = $1', [
      file.id,
    ]),
  ).toEqual([{ words: 'Made Up Lane, by the bridge' }]);
});

test('photographs are kept without what the camera wrote, opened once they are checked, by the agency alone, and by nobody where the place is hidden', async () => {
  const file = await opened({ mark: 'AV15 PIC' });
  const path = `${pathOf(file)}/photos`;
  const day = { 'takenOn-day': '6', 'takenOn-month': '12', 'takenOn-year': '2026' };
  const sent = async (who: string, content: Buffer) =>
    giveListFile(
      vehicles.days.world,
      await as(who),
      path,
      { field: 'photos', name: 'Zebedee at home.png', content },
      { ...day, version: String(file.version), words: 'Its front, at 9 Picture Lane' },
    );
  expect((await sent(me, Buffer.from('<html>'))).text).toContain('must be a JPEG, PNG');
  expect((await sent('olu.officer', pictureOf('Zebedee'))).status).toBe(403);
  // The same by the API: what is no picture is refused at its field, and who may not is turned away.
  const byApi = async (who: string, content: Buffer, takenOn: string, version = file.version) =>
    giveListFile(
      vehicles.days.world,
      await as(who),
      `/api/v1${path}`,
      { field: 'photos', name: 'Zebedee at home.png', content },
      { takenOn, version: String(version), words: 'Its front, at 9 Picture Lane' },
    );
  for (const [content, takenOn, field] of [
    [Buffer.from('<html>'), '2026-12-06', 'photos'],
    [pictureOf('Zebedee'), '2036-12-06', 'takenOn'],
    [pictureOf('Zebedee'), '2026-02-30', 'takenOn'],
  ] as const)
    expect((await byApi(me, content, takenOn)).json).toMatchObject({ problems: [{ field }] });
  expect((await byApi('olu.officer', pictureOf('Zebedee'), '2026-12-06')).status).toBe(403);
  expect((await byApi('priya.police', pictureOf('Zebedee'), '2026-12-06')).status).not.toBe(200);
  expect((await sent(me, pictureOf('Zebedee'))).status).toBe(303);
  expect((await sent(me, pictureOf('Zebedee'))).status).toBe(409);
  expect((await look(file)).photos).toMatchObject([
    { words: 'Its front, at 9 Picture Lane', name: 'photo-1.png', scan: 'held' },
  ]);
  const [row] = await sql<{ id: string; content: Buffer }>(
    'select p.id, f.content from enforcement.abandoned_photo p join platform.file f on f.id = p.file_id where p.abandoned_id = $1',
    [file.id],
  );
  expect(row?.content.toString('latin1')).toContain('pixels');
  expect(row?.content.toString('latin1')).not.toContain('Zebedee');
  const address = `${path}/${row?.id}`;
  // A picture that is read piece by piece needs no scanner; what a scanner refused is opened by nobody.
  expect((await page(me, address)).contentType).toBe('image/png');
  await sql("update platform.file set scan = 'infected' where owner_id = $1", [row?.id]);
  expect((await page(me, address)).status).toBe(422);
  expect((await page(me, pathOf(file))).text).toContain('Dangerous');
  await sql("update platform.file set scan = 'held' where owner_id = $1", [row?.id]);
  expect((await page(me, address)).status).toBe(200);
  const { version } = await look(file);
  const kept = await byApi(me, pictureOf('Zebedee'), '2026-12-06', version);
  expect([kept.status, (kept.json as { photos: unknown[] }).photos.length]).toEqual([201, 2]);
  // ✘ another agency, by the page and on its connection; and nobody once the place must stay hidden.
  expect((await page('priya.police', address)).status).toBe(404);
  const bytes = "select 1 from platform.file where owner_kind = 'abandoned-photo'";
  expect(await saidOn(await idsOf('priya.police'), bytes)).toBe(0);
  expect(await saidOn(await idsOf(me), bytes)).toBeGreaterThan(0);
  await sql(
    "insert into records.exact_key (kind, value, record_id) select 'vehicle', 'AV15PIC', record_id from records.hidden_address limit 1 on conflict do nothing",
  );
  expect((await page(me, address)).status).toBe(404);
  expect((await page(me, pathOf(file))).text).not.toContain('Picture Lane');
});
