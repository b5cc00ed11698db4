import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/support/world.ts';
import { fixedClock } from '../platform/clock/clock.ts';
import { randomIds } from '../platform/ids/ids.ts';
import { findProtection } from './protection.store.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'protection_point' });
});
afterAll(() => world.close());

test('once an address must stay hidden, the point goes where the street goes: a penalty for a breach takes neither', async () => {
  const [made] = await world.sql<{ id: string; recordId: string }>(
    `with record as (insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
       select gen_random_uuid(), 'person', 'Kept Safe', '{}', id, 'officer', '2026-11-01', 'own duty', 'ordinary', 4, 'UKGDPR'
       from directory.agency where code = 'WEND' returning id, origin_agency_id),
     file as (insert into enforcement.protection (id, reference, agency_id, status, lon, lat, street_words, comply_days, made_at)
       select gen_random_uuid(), 'CP-POINT', r.origin_agency_id, 'drafted', -1.5, 52.5, 'Refuge Row, Wend', 14, '2026-11-01' from record r returning id, agency_id),
     subject as (insert into enforcement.protection_subject (protection_id, agency_id, kind, record_id, name)
       select f.id, f.agency_id, 'person', r.id, 'Kept Safe' from file f, record r)
     select f.id, r.id as "recordId" from file f, record r`,
  );
  const { viewer } = await world.as('callum.safety');
  const shown = () =>
    world.app.databases.inTransaction(viewer.side, viewer, (db) =>
      findProtection(
        { db, viewer, clock: fixedClock('2026-11-20T10:00:00Z'), ids: randomIds, note: { detail: {} } },
        made?.id ?? '',
      ),
    );
  expect(await shown()).toMatchObject({ streetWords: 'Refuge Row, Wend', lon: -1.5, lat: 52.5 });
  await world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [made?.recordId],
  );
  expect(await shown()).toMatchObject({ streetWords: null, lon: null, lat: null });
});

test('what was copied before loses it too: the published table its street, a penalty for the breach its point and street', async () => {
  const [made] = await world.sql<{ recordId: string; penaltyId: string }>(
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
  const callum = await world.as('callum.safety');
  expect((await callum.api('POST', '/api/v1/protection/table/publish', {})).status).toBe(201);
  const published = async () => (await callum.api('GET', '/api/v1/protection/published')).text;
  expect(await published()).toContain('Quiet Row');
  await world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [made?.recordId],
  );
  const after = await published();
  expect(after).not.toContain('Quiet Row');
  expect(after).toContain('"location":"Wend"');
  const point = () =>
    world.sql('select lon, lat, place_words as place from enforcement.penalty where id = $1', [
      made?.penaltyId,
    ]);
  expect(await point()).toEqual([{ lon: null, lat: null, place: null }]);
});

test('a penalty to somebody whose address is hidden later loses its point, whatever it is for', async () => {
  const [made] = await world.sql<{ recordId: string; penaltyId: string }>(
    `with record as (insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
       select gen_random_uuid(), 'person', 'Fined Once', '{}', id, 'officer', '2026-11-01', 'own duty', 'ordinary', 4, 'UKGDPR'
       from directory.agency where code = 'WEND' returning id, origin_agency_id),
     penalty as (insert into enforcement.penalty (id, reference, agency_id, status, offence, place_words, lon, lat, made_at)
       select gen_random_uuid(), 'FP-FINED', r.origin_agency_id, 'draft', 'litter', 'The station', -1.5, 52.5, '2026-11-02' from record r returning id, agency_id),
     recipient as (insert into enforcement.penalty_recipient (penalty_id, agency_id, record_id, name)
       select n.id, n.agency_id, r.id, 'Fined Once' from penalty n, record r)
     select r.id as "recordId", n.id as "penaltyId" from penalty n, record r`,
  );
  await world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [made?.recordId],
  );
  expect(
    await world.sql('select lon, lat, place_words as place from enforcement.penalty where id = $1', [
      made?.penaltyId,
    ]),
  ).toEqual([{ lon: null, lat: null, place: 'The station' }]);
});

test('a street is taken out of a place in a table and leaves the town, whatever stands beside it', async () => {
  const [row] = await world.sql<{ place: string }>(
    "select enforcement.place_without('Ash Lane, Low Row and 2 other streets, Wend; High Street, Sund', 'Low Row, Wend', 'Wend') as place",
  );
  expect(row?.place).toBe('Wend; High Street, Sund');
});
