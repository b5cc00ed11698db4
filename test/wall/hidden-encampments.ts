import { encampmentPolicy } from '../../src/enforcement/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { enforcementSamples } from '../support/sample-enforcement.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/**
 * Encampments of agencies that do not share theirs, and discarded ones: alike to what may be seen, with all behind them, and a
 * direction that still runs to the vehicle of the file that everybody may see.
 */
export async function hiddenEncampments(world: World, viewer: Viewer): Promise<Samples> {
  let ids: Samples = {};
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    for (const status of ['directed', 'void']) {
      if (encampmentPolicy.can(viewer, { agencyId, status })) continue;
      const id = idFromName(`hidden encampment ${agencyId} ${status}`);
      const vehicle = idFromName(`hidden vehicle ${agencyId} ${status}`);
      if (Object.keys(ids).length === 0) ids = { encampmentId: id, vehicleId: vehicle };
      await world.sql(
        `insert into enforcement.encampment (id, reference, agency_id, status, land_kind, district_code, arrived_on, caravans, vehicles,
           assessed_on, directed_on, return_until, made_by, made_at)
         select $1, $2, $3, $4, land_kind, district_code, '2026-11-02', caravans, vehicles, '2026-11-02', '2026-11-02', '2027-02-01', made_by, made_at
         from enforcement.encampment where id = $5`,
        [
          id,
          `UE-${id.slice(0, 4).toUpperCase()}-${id.slice(4, 7).toUpperCase()}`,
          agencyId,
          status,
          enforcementSamples.encampmentId,
        ],
      );
      await world.sql(
        `insert into enforcement.encampment_place (encampment_id, agency_id, land_words) values ($1, $2, 'Hidden field')`,
        [id, agencyId],
      );
      await world.sql(
        `insert into enforcement.encampment_vehicle (id, encampment_id, agency_id, mark, words, added_at)
         values ($3, $1, $2, 'AB12CDE', 'Hidden words', '2026-11-02T09:00:00Z')`,
        [id, agencyId, vehicle],
      );
      await world.sql(
        `insert into enforcement.encampment_welfare (encampment_id, agency_id, item, answer, words, at)
         values ($1, $2, 'health', 'found', 'Hidden words', '2026-11-02T09:00:00Z')`,
        [id, agencyId],
      );
      await world.sql(
        `insert into enforcement.encampment_after (encampment_id, agency_id, complaint_words, written_at) values ($1, $2, 'Hidden words', '2026-11-02T09:00:00Z')`,
        [id, agencyId],
      );
      await world.sql(
        `insert into enforcement.encampment_measure (id, encampment_id, agency_id, words, owner_id, due_on, made_at)
         select $1, $1, $2, 'Hidden words', o.id, '2027-01-31', '2026-11-02T09:00:00Z' from directory.officer o order by o.id limit 1`,
        [id, agencyId],
      );
      await world.sql(
        `insert into enforcement.encampment_event (id, encampment_id, at, kind, agency_id, words)
         values ($1, $1, '2026-11-02T09:00:00Z', 'direct', $2, 'Hidden words')`,
        [id, agencyId],
      );
    }
  }
  return ids;
}
