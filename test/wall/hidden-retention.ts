import { retentionPolicy } from '../../src/governance/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/**
 * Holds, periods and nights of every agency whose records the viewer is not the auditor of, and reports of theirs that are due:
 * a report that closed seven years ago, which no figure of the last years counts.
 */
export async function hiddenRetention(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const [sample] = await world.sql<{ id: string }>(
    'select id from intake.report where not is_sensitive order by received_at desc, id limit 1',
  );
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    if (retentionPolicy.can(viewer, { agencyId })) continue;
    const holdId = idFromName(`hidden hold ${agencyId}`);
    // The hold itself stands on a record that is nowhere: on its own page, officers of the agency are told of a hold.
    const recordId = idFromName(`hidden held ${agencyId}`);
    ids.holdId ??= holdId;
    const officer = '(select id from directory.officer order by id limit 1)';
    await world.sql(
      `insert into governance.legal_hold (id, kind, record_id, reference, agency_id, why, set_at, set_by)
       values ($1, 'report', $2, 'R-HIDD-001', $3, 'Hidden words', '2026-11-19T12:00:00Z', ${officer})`,
      [holdId, recordId, agencyId],
    );
    await world.sql(
      `insert into governance.period (id, agency_id, kind, months, why, set_at, set_by)
       select gen_random_uuid(), $1, kind, 1, 'Hidden words', '2026-11-19T12:00:00Z', ${officer} from unnest(array['screening', 'marker', 'reporter']) as kind`,
      [agencyId],
    );
    await world.sql(
      "insert into governance.run (id, kind, agency_id, ran_at, months, done) values (gen_random_uuid(), 'report', $1, '2026-11-19T02:20:00Z', 72, 7)",
      [agencyId],
    );
    if (viewer.kind === 'officer' && viewer.roles.includes('auditor'))
      await world.sql(
        `insert into intake.report (id, reference, issue_type, description, channel, is_sensitive, received_at, received_by_agency_id,
           service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on, closed_at)
         select $1, $2, issue_type, description, channel, true, '2019-11-01', $3, service_id, $3, routed_by, route_why, '2019-11-01', 'closed', '2019-11-09', '2019-11-09'
         from intake.report where id = $4`,
        [
          idFromName(`hidden due ${agencyId}`),
          `R-${agencyId.slice(0, 8).toUpperCase()}`,
          agencyId,
          sample?.id,
        ],
      );
  }
  return ids;
}
