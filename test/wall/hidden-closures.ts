import { closurePolicy } from '../../src/enforcement/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { enforcementSamples } from '../support/sample-enforcement.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/** Closures in preparation and with a notice, of agencies that do not share theirs: alike to what may be seen, with all behind them. */
export async function hiddenClosures(world: World, viewer: Viewer): Promise<Samples> {
  let ids: Samples = {};
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    for (const status of ['prepared', 'notice-served']) {
      if (closurePolicy.can(viewer, { agencyId, status })) continue;
      const id = idFromName(`hidden closure ${agencyId} ${status}`);
      const occupant = idFromName(`hidden occupant ${agencyId} ${status}`);
      if (Object.keys(ids).length === 0) ids = { closureId: id, occupantId: occupant };
      await world.sql(
        `insert into enforcement.closure (id, reference, agency_id, status, premises_kind, grounds, is_necessary, district_code, consulted_on,
           made_by, made_at)
         select $1, $2, $3, $4, premises_kind, grounds, true, district_code, $5, made_by, made_at from enforcement.closure where id = $6`,
        [
          id,
          `CL-${id.slice(0, 4).toUpperCase()}-${id.slice(4, 7).toUpperCase()}`,
          agencyId,
          status,
          status === 'prepared' ? null : '2026-11-02',
          enforcementSamples.closureId,
        ],
      );
      await world.sql(
        `insert into enforcement.closure_place (closure_id, agency_id, address, problem) values ($1, $2, '9 Hidden place', 'Burning a mattress')`,
        [id, agencyId],
      );
      await world.sql(
        `insert into enforcement.closure_occupant (id, closure_id, agency_id, relation, name, words, added_at)
         values ($3, $1, $2, 'lives', 'Hidden Person', 'Hidden words', '2026-11-02T09:00:00Z')`,
        [id, agencyId, occupant],
      );
      await world.sql(
        `insert into enforcement.closure_check (closure_id, agency_id, item, answer, words, at)
         values ($1, $2, 'children', 'found', 'Hidden words', '2026-11-02T09:00:00Z')`,
        [id, agencyId],
      );
      await world.sql(
        `insert into enforcement.closure_event (id, closure_id, at, kind, agency_id, words)
         values ($1, $1, '2026-11-02T09:00:00Z', 'prepared', $2, 'Hidden words')`,
        [id, agencyId],
      );
    }
  }
  return ids;
}
