import { afterAll, beforeAll, expect, test } from 'vitest';
import { performQueued } from '../../test/support/jobs.ts';
import { movableClock, openWorld, type World } from '../../test/support/world.ts';

const clock = movableClock();
let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'reportmail', clock });
});
afterAll(() => world.close());

test('that a message went out about a sensitive report is kept from the administrators of the mail', async () => {
  const [ordinary, sensitive] = await world.sql<{ id: string }>(
    `with made as (
       insert into intake.report (id, reference, issue_type, description, channel, is_sensitive, received_at, received_by_agency_id,
         land_owner, service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on)
       select gen_random_uuid(), 'R-MAIL-00' || n, issue_type, 'A report', channel, n = 2, received_at, received_by_agency_id,
         land_owner, service_id, owner_agency_id, routed_by, route_why, routed_at, 'new', first_target_on
       from intake.report cross join generate_series(1, 2) n where reference = 'R-SAMP-001' returning id, reference)
     select id from made order by reference`,
  );
  await world.sql('delete from platform.outbox');
  for (const report of [ordinary, sensitive])
    await world.sql("select platform.add_job('tell-service', $1::jsonb, null, null, 1)", [
      JSON.stringify({ reportId: report?.id }),
    ]);
  await performQueued(world, clock);
  const queued = await world.sql<{ record_id: string; is_restricted: boolean }>(
    'select record_id, is_restricted from platform.outbox',
  );
  expect(queued).toHaveLength(2);
  expect(queued.find((line) => line.is_restricted)?.record_id).toBe(sensitive?.id);
  const dana = await world.as('dana.directory');
  const page = await dana.get('/administration/mail');
  expect(page.text.match(/report routed/g)).toHaveLength(1);
  const [hidden] = await world.sql<{ id: string }>('select id from platform.outbox where is_restricted');
  expect((await dana.get(`/administration/mail/${hidden?.id}`)).status).toBe(404);
});
