import { beforeAll, describe, expect, test } from 'vitest';
import { cameraPicture } from '../../test/support/camera-picture.ts';
import { giveListFile } from '../../test/support/given-file.ts';
import { byHand, pathOf, protectionWorld } from '../../test/support/protection.ts';
import { fixedClock } from '../platform/clock/clock.ts';
import { randomIds } from '../platform/ids/ids.ts';
import { findProtection } from './protection.store.ts';

/** Somebody whose address must stay hidden, from the warning to the penalty for its breach. */
const days = protectionWorld('protection_hidden');
const { clock, noticed, person, post, postcodes, refusal, south, taken } = days;

interface Ready {
  version: number;
  placeWords: string | null;
  conditions: { code: string; met: boolean }[];
}
test('a letter goes to a hidden address by hand alone, and the address is nowhere', async () => {
  clock.set('2016-06-06T10:00:00Z');
  const [row] = await days.world.sql<{ id: string }>(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
     select gen_random_uuid(), 'person', 'Kept Safe', '{"name":"Kept Safe","address":"9 Refuge Road"}', id, 'officer', '2016-06-01', 'own duty', 'ordinary', 4, 'UKGDPR'
     from directory.agency where code = 'WEND' returning id`,
  );
  await days.world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [row?.id],
  );
  const body = {
    kind: 'person',
    name: 'Kept Safe',
    isSixteen: true,
    recordId: row?.id,
    conductKinds: ['noise'],
    conduct: 'Noise',
    isDetrimental: true,
    isPersistent: true,
    isUnreasonable: true,
    complyDays: 7,
    postcode: (await postcodes('WEND', 1))[0],
  };
  const written = await south.api('POST', '/api/v1/protection', { ...body, address: '9 Refuge Road' });
  expect(written.status).toBe(422);
  expect(written.text).toContain('address must stay hidden');
  // ✘ nor does an empty form begin a file of nothing.
  const empty = await south.api('POST', '/api/v1/protection', { ...body, conductKinds: [] });
  expect([empty.status, empty.text.includes('Choose what the conduct is')]).toEqual([422, true]);
  let file = await post(south, '/api/v1/protection', body, 201);
  expect(file.streetWords).toBeNull();
  await post(
    south,
    `${pathOf(file)}/evidence`,
    { kind: 'statement', happenedOn: '2016-06-01', words: 'Heard' },
    201,
  );
  file = await post(
    south,
    `${pathOf(file)}/requirements`,
    { version: file.version, kind: 'stop', words: 'noise at night' },
    201,
  );
  expect(
    await refusal(south, file, 'serve-warning', { ...byHand('2016-06-06'), how: 'first-class-post' }),
  ).toContain('hand the letter over');
  file = await taken(south, file, 'serve-warning', byHand('2016-06-06'));
  expect(JSON.stringify(file)).not.toContain('Refuge Road');

  // The letter without an address is there to be printed and handed over; one with it would not be.
  const link = `/protection/${file.id}/letters/warning/1/pdf`;
  expect((await south.get(`/protection/${file.id}`)).text).toContain(link);
  expect((await south.get(link)).status).toBe(200);
  await days.world.sql(
    'update enforcement.protection_document set shows_address = true where protection_id = $1',
    [file.id],
  );
  expect((await south.get(`/protection/${file.id}`)).text).not.toContain(link);
  expect((await south.get(link)).status).toBe(404);

  // On to the breach and its penalty: the same person by the same record.
  file = await noticed(south, file);
  clock.set('2017-03-06T10:00:00Z');
  const stop = file.requirements.find((r) => r.stage === 'notice' && r.kind === 'stop')?.id;
  const breach = { on: '2017-03-03', requirementId: stop, reason: 'Noise again' };
  file = await taken(south, file, 'record-breach', breach);
  const jet = person('joss.jet');
  file = await taken(jet, file, 'penalise');
  const url = `/api/v1/penalties/${file.penaltyId}`;
  const draft = (await jet.api('GET', url)).json as Ready;
  expect(draft.placeWords).toBeNull();
  expect(draft.conditions.find((c) => c.code === 'where')).toMatchObject({ met: true });
  const edited = {
    offence: 'cpn-breach',
    offenceOn: '2017-03-03',
    offenceTime: '21:00',
    identifiedBy: 'seen',
    policyConsidered: true,
    recipientName: 'Kept Safe',
    postcode: (await postcodes('WEND', 1))[0],
  };
  for (const told of [{ recipientAddress: '9 Refuge Road' }, { placeWords: '9 Refuge Road' }]) {
    const refused = await jet.api('POST', `${url}/edit`, { version: draft.version, ...edited, ...told });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('address must stay hidden');
  }
  await post(jet, `${url}/edit`, { version: draft.version, ...edited });
  for (const kind of ['statement', 'photo'])
    await post(jet, `${url}/evidence`, { kind, words: 'What was heard' }, 201);
  const { version } = (await jet.api('GET', url)).json as Ready;
  const posted = await jet.api('POST', `${url}/issue`, { version, servedHow: 'first-class-post' });
  expect(posted.status).toBe(422);
  expect(posted.text).toContain('Hand the notice to the person');
  const issued = await post(jet, `${url}/issue`, { version, servedHow: 'in-person' });
  const served = { version: issued.version, sentOn: '2017-03-06', servedBy: 'The officer' };
  const left = await jet.api('POST', `${url}/serve`, { ...served, servedHow: 'left-at-address' });
  expect(left.status).toBe(422);
  await post(jet, `${url}/serve`, { ...served, servedHow: 'in-person' });

  const [kept] = await days.world.sql<Record<string, unknown>>(
    `select p.lon, p.lat, p.place_words, q.address, q.record_id = $2 as is_same, d.shows_address,
       (select count(*)::int from records.received_record r where r.label like 'Kept Safe%') as records
     from enforcement.penalty p join enforcement.penalty_recipient q on q.penalty_id = p.id join enforcement.penalty_document d on d.penalty_id = p.id
     where p.id = $1`,
    [file.penaltyId, row?.id],
  );
  expect(kept).toEqual({
    ...{ lon: null, lat: null, place_words: null, address: null },
    ...{ is_same: true, shows_address: false, records: 1 },
  });
  const looks = [
    url,
    url.replace('/api/v1', ''),
    `/api/v1/penalties`,
    pathOf(file),
    `/api/v1/search?q=Refuge`,
  ];
  for (const address of looks)
    for (const who of [south, jet, person('priya.police')])
      expect((await who.get(address)).text, address).not.toMatch(/Refuge Road/);
  const paper = await jet.get(`${url.replace('/api/v1', '')}/papers/notice/1/pdf`);
  expect(paper.status).toBe(200);
});

test('an address that has to stay hidden after the notice was printed is shown no more, nor the paper it stands on', async () => {
  clock.set('2017-03-06T10:00:00Z');
  const jet = person('joss.jet');
  const draft = await post(
    jet,
    '/api/v1/penalties',
    {
      offence: 'noise-dwelling',
      offenceOn: '2017-03-01',
      placeWords: '12 Later Lane',
      postcode: (await postcodes('WEND', 1))[0],
      recipientName: 'Later Hidden',
      recipientAddress: '12 Later Lane, Wendmere',
      policyConsidered: true,
    },
    201,
  );
  const url = `/api/v1/penalties/${draft.id}`;
  expect((await jet.api('GET', url)).text).toContain('12 Later Lane');
  const page = url.replace('/api/v1', '');
  const picture = { name: 'van.jpg', content: cameraPicture() };
  const sent = await giveListFile(
    ...([days.world, await days.world.as('joss.jet'), `${url}/evidence`, picture] as const),
    {
      kind: 'photo',
      words: 'The speaker at the window',
    },
  );
  expect(sent.status, sent.text.slice(0, 300)).toBe(201);
  const before = (await jet.get(page)).text;
  expect(before).toContain('By its camera’s clock taken on 18 November 2026 at 10:15, at 51.31000, -0.60000');
  expect(before).toContain('its camera says that it was taken on 18 November 2026 at 10:15');
  const href = /href="([^"]+)">Open the file<span[^>]*>: The speaker/.exec(before)?.[1] ?? '';
  const opened = await jet.get(href);
  expect([opened.status, opened.contentType]).toEqual([200, 'image/jpeg']);
  expect(opened.text).not.toContain('Exif');
  const [held] = await days.world.sql<{ same: boolean }>(
    "select encode(sha256(content), 'hex') = sha256 and position('Exif'::bytea in content) > 0 as same from platform.file where owner_id = $1",
    [href.split('/').at(-1)],
  );
  expect(held?.same).toBe(true);
  expect((await person('priya.police').get(href)).status).toBe(404);
  await days.world.sql(
    `with made as (insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
       select gen_random_uuid(), 'person', 'Later Hidden', '{"name":"Later Hidden"}', agency_id, 'officer', '2016-06-01', 'own duty', 'ordinary', 4, 'UKGDPR'
       from enforcement.penalty where id = $1 returning id),
     tied as (update enforcement.penalty_recipient set record_id = made.id from made where penalty_id = $1)
     insert into enforcement.penalty_document (id, penalty_id, agency_id, kind, version, name, sha256, content, made_at)
       select gen_random_uuid(), id, agency_id, 'notice', 1, 'x.pdf', 'x', 'x', now() from enforcement.penalty where id = $1`,
    [draft.id],
  );
  const paper = `${url.replace('/api/v1', '')}/papers/notice/1/pdf`;
  expect((await jet.get(paper)).status).toBe(200);
  await days.world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) select record_id, true, now() from enforcement.penalty_recipient where penalty_id = $1',
    [draft.id],
  );
  for (const address of [url, '/api/v1/penalties', '/api/v1/search?q=Later+Lane', `/penalties/${draft.id}`])
    expect((await jet.get(address)).text, address).not.toMatch(/Later Lane/);
  expect((await jet.get(paper)).status).toBe(404);
  // Nor the picture that was taken there, nor where its camera was; of a picture that comes now the place is not written down.
  expect((await jet.get(href)).status).toBe(404);
  expect((await jet.get(page)).text).toContain('File held; not opened, for an address must stay hidden');
  for (const address of [url, page]) expect((await jet.get(address)).text).not.toContain('51.31');
  await giveListFile(
    ...([days.world, await days.world.as('joss.jet'), `${url}/evidence`, picture] as const),
    {
      kind: 'photo',
      words: 'The speaker again',
    },
  );
  expect(
    await days.world.sql(
      'select camera_at is null as no_time, camera_lon is null as no_place from enforcement.penalty_evidence where penalty_id = $1 order by camera_lon is null',
      [draft.id],
    ),
  ).toEqual([
    { no_time: false, no_place: false },
    { no_time: false, no_place: true },
  ]);
});

describe('what was copied', () => {
  beforeAll(() => clock.set('2026-11-20T10:00:00Z'));

  test('once an address must stay hidden, the point goes where the street goes: a penalty for a breach takes neither', async () => {
    const [made] = await days.world.sql<{ id: string; recordId: string }>(
      `with record as (insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
       select gen_random_uuid(), 'person', 'Kept Safe', '{}', id, 'officer', '2026-11-01', 'own duty', 'ordinary', 4, 'UKGDPR'
       from directory.agency where code = 'WEND' returning id, origin_agency_id),
     file as (insert into enforcement.protection (id, reference, agency_id, status, lon, lat, street_words, comply_days, made_at)
       select gen_random_uuid(), 'CP-POINT', r.origin_agency_id, 'drafted', -1.5, 52.5, 'Refuge Row, Wend', 14, '2026-11-01' from record r returning id, agency_id),
     subject as (insert into enforcement.protection_subject (protection_id, agency_id, kind, record_id, name)
       select f.id, f.agency_id, 'person', r.id, 'Kept Safe' from file f, record r)
     select f.id, r.id as "recordId" from file f, record r`,
    );
    const { viewer } = await days.world.as('callum.safety');
    const shown = () =>
      days.world.app.databases.inTransaction(viewer.side, viewer, (db) =>
        findProtection(
          { db, viewer, clock: fixedClock('2026-11-20T10:00:00Z'), ids: randomIds, note: { detail: {} } },
          made?.id ?? '',
        ),
      );
    expect(await shown()).toMatchObject({ streetWords: 'Refuge Row, Wend', lon: -1.5, lat: 52.5 });
    await days.world.sql(
      'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
      [made?.recordId],
    );
    expect(await shown()).toMatchObject({ streetWords: null, lon: null, lat: null });
  });

  test('what was copied before loses it too: the published table its street, a penalty for the breach its point and street', async () => {
    const [made] = await days.world.sql<{ recordId: string; penaltyId: string }>(
      `with record as (insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
       select gen_random_uuid(), 'person', 'Hid Later', '{}', id, 'officer', '2026-11-01', 'own duty', 'ordinary', 4, 'UKGDPR'
       from directory.agency where code = 'WEND' returning id, origin_agency_id),
     penalty as (insert into enforcement.penalty (id, reference, agency_id, status, offence, place_words, lon, lat, made_at)
       select gen_random_uuid(), 'FP-POINT', r.origin_agency_id, 'draft', 'cpn-breach', 'Quiet Row, Wend', -1.5, 52.5, '2026-11-02' from record r returning id, agency_id),
     file as (insert into enforcement.protection (id, reference, agency_id, status, lon, lat, street_words, comply_days, warned_on, penalty_id, conduct_kinds, made_at)
       select gen_random_uuid(), 'CP-LATER', n.agency_id, 'warned', -1.5, 52.5, 'Quiet Row, Wend', 14, '2026-11-01', n.id, '{}', '2026-11-01' from penalty n returning id, agency_id, penalty_id),
     subject as (insert into enforcement.protection_subject (protection_id, agency_id, kind, record_id, name)
       select f.id, f.agency_id, 'person', r.id, 'Hid Later' from file f, record r)
     select r.id as "recordId", f.penalty_id as "penaltyId" from file f, record r`,
    );
    const callum = await days.world.as('callum.safety');
    expect((await callum.api('POST', '/api/v1/protection/table/publish', {})).status).toBe(201);
    const published = async () => (await callum.api('GET', '/api/v1/protection/published')).text;
    expect(await published()).toContain('Quiet Row');
    await days.world.sql(
      'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
      [made?.recordId],
    );
    const after = await published();
    expect(after).not.toContain('Quiet Row');
    expect(after).toContain('"location":"Wend"');
    const point = () =>
      days.world.sql('select lon, lat, place_words as place from enforcement.penalty where id = $1', [
        made?.penaltyId,
      ]);
    expect(await point()).toEqual([{ lon: null, lat: null, place: null }]);
  });

  test('a penalty to somebody whose address is hidden later loses its point, whatever it is for', async () => {
    const [made] = await days.world.sql<{ recordId: string; penaltyId: string }>(
      `with record as (insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
       select gen_random_uuid(), 'person', 'Fined Once', '{}', id, 'officer', '2026-11-01', 'own duty', 'ordinary', 4, 'UKGDPR'
       from directory.agency where code = 'WEND' returning id, origin_agency_id),
     penalty as (insert into enforcement.penalty (id, reference, agency_id, status, offence, place_words, lon, lat, made_at)
       select gen_random_uuid(), 'FP-FINED', r.origin_agency_id, 'draft', 'litter', 'The station', -1.5, 52.5, '2026-11-02' from record r returning id, agency_id),
     recipient as (insert into enforcement.penalty_recipient (penalty_id, agency_id, record_id, name)
       select n.id, n.agency_id, r.id, 'Fined Once' from penalty n, record r)
     select r.id as "recordId", n.id as "penaltyId" from penalty n, record r`,
    );
    await days.world.sql(
      'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
      [made?.recordId],
    );
    expect(
      await days.world.sql('select lon, lat, place_words as place from enforcement.penalty where id = $1', [
        made?.penaltyId,
      ]),
    ).toEqual([{ lon: null, lat: null, place: 'The station' }]);
  });

  test('a street is taken out of a place in a table and leaves the town, whatever stands beside it', async () => {
    const [row] = await days.world.sql<{ place: string }>(
      "select enforcement.place_without('Ash Lane, Low Row and 2 other streets, Wend; High Street, Sund', 'Low Row, Wend', 'Wend') as place",
    );
    expect(row?.place).toBe('Wend; High Street, Sund');
  });
});
