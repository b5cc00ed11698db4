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
