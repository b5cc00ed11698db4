import type { Viewer } from '../../src/platform/access/viewer.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/** The number that the sample capture and photograph have: other people's telephones made the same one. */
const number = '5a3b1e00-0000-4000-8000-000000000901';

/** What other officers' telephones delivered and keep, under the very number that the viewer's would use. */
export async function hiddenField(world: World, viewer: Viewer): Promise<Samples> {
  const own = viewer.kind === 'officer' ? viewer.officerId : null;
  const others = `select o.id, o.agency_id from directory.officer o join platform.account a on a.officer_id = o.id
    where a.is_persona and o.id is distinct from $1::uuid`;
  await world.sql(
    `insert into field.capture (officer_id, id, agency_id, kind, captured_at, body_sha256, delivered_at, record_kind, record_id, reference, words, href)
     select id, '${number}', agency_id, 'task-note', '2026-11-19T09:00:00Z', repeat('0', 64), '2026-11-19T09:00:00Z', 'task', '${number}', 'T-HIDD-ENN',
       'Hidden note', '/tasks/${number}' from (${others}) o`,
    [own],
  );
  await world.sql(
    `insert into field.photo (officer_id, id, agency_id, media_type, sha256, content, received_at)
     select id, '${number}', agency_id, 'image/jpeg', repeat('1', 64), '\\xffd8ff', '2026-11-19T09:00:00Z' from (${others}) o`,
    [own],
  );
  await world.sql(
    `insert into field.device_key (officer_id, agency_id, secret, made_at)
     select id, agency_id, 'hidden', '2026-11-19T09:00:00Z' from (${others}) o`,
    [own],
  );
  return {};
}
