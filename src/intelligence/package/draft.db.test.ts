import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'package_draft' });
});
afterAll(() => world.close());

interface DraftJson {
  id: string;
  version: number;
  state: string;
}

test('whoever drafted a package does not authorise it, though one person holds both roles', async () => {
  const [manager] = await world.sql<{ id: string }>(
    "select officer_id as id from platform.account where username = 'morag.manager'",
  );
  await world.sql(
    "insert into directory.role_grant (id, officer_id, role, side, starts_on, reason) values (gen_random_uuid(), $1, 'intelligence-analyst', 'INTEL', '2026-01-01', 'Cover')",
    [manager?.id],
  );
  const morag = await world.as('morag.manager');
  const [ready] = await world.sql<{ id: string; agencyId: string }>(
    `select p.id, (select id from directory.agency where code = 'WEND') as "agencyId" from intelligence.paragraph p
      join intelligence.item i on i.id = p.item_id where i.reference = 'I-SAMP-003'`,
  );
  const made = await morag.api('POST', '/api/v1/intelligence/packages', {
    title: 'Waste carrier',
    paragraphs: [ready?.id],
    gateway: 'cda-s115',
    purpose: 'To stop unlicensed carriage of waste',
    deadline: '2026-12-04',
    agencies: [ready?.agencyId],
    enforcement: 'Stop the van',
  });
  const draft = made.json as DraftJson; // the shape is the declaration's
  expect(draft.state).toBe('draft');
  const release = `/api/v1/intelligence/packages/${draft.id}/release`;
  const refused = await morag.api('POST', release, { version: draft.version });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('somebody else authorises it');
  const page = await morag.get(`/intelligence/packages/${draft.id}`);
  expect(page.text).toContain('another intelligence manager authorises it');
  expect(page.text).not.toContain('Authorise and release');
  const left = await world.sql('select 1 from dissemination.package where id = $1', [draft.id]);
  expect(left).toEqual([]);
  // The database holds the same, whoever writes it.
  const released = `update intelligence.draft set state = 'released', decided_at = now(), decided_by = $2 where id = $1`;
  await expect(world.sql(released, [draft.id, manager?.id])).rejects.toThrow('draft_four_eyes');
  await expect(world.sql(released, [draft.id, null])).rejects.toThrow('draft_four_eyes');
});
