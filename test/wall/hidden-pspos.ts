import { pspoPolicy } from '../../src/enforcement/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { enforcementSamples } from '../support/sample-enforcement.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/** Proposals and unpublished orders that may not be seen, over the same ground, with consultees, officers, reasons and all behind them. */
export async function hiddenPspos(world: World, viewer: Viewer): Promise<Samples> {
  let ids: Samples = {};
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    for (const status of ['proposed', 'consulting', 'made', 'withdrawn']) {
      if (pspoPolicy.can(viewer, { agencyId, status })) continue;
      const id = idFromName(`hidden order ${agencyId} ${status}`);
      if (Object.keys(ids).length === 0) ids = { pspoId: id };
      await world.sql(
        `insert into enforcement.pspo (id, reference, agency_id, status, kind, title, district_code, area_code, area_words, outline, prohibitions,
           requirements, exemptions, signs, consult_round, made_on, starts_on, ends_on, made_by, made_at)
         select $1, $2, $3, $4, kind, 'Hidden quay', district_code, area_code, 'Hidden quay', outline, prohibitions, requirements, exemptions, signs, 1,
           '2026-11-01', '2026-11-01', '2027-01-31', made_by, made_at from enforcement.pspo where id = $5`,
        [id, `PSPO-${id.slice(0, 7).toUpperCase()}`, agencyId, status, enforcementSamples.pspoId],
      );
      await world.sql(
        `insert into enforcement.pspo_consultee (pspo_id, agency_id, round, consultee, told_on, is_none, answered_on, answer)
         values ($1, $2, 1, 'community', '2026-11-02', false, '2026-11-03', 'against')`,
        [id, agencyId],
      );
      await world.sql(
        `insert into enforcement.pspo_event (id, pspo_id, at, kind, agency_id, words)
         values ($1, $1, '2026-11-02T09:00:00Z', 'record-answer', $2, 'Hidden words')`,
        [id, agencyId],
      );
      await world.sql(
        `insert into enforcement.pspo_reason (event_id, pspo_id, agency_id, words) values ($1, $1, $2, 'Hidden words')`,
        [id, agencyId],
      );
      await world.sql(
        `insert into enforcement.pspo_officer (id, pspo_id, agency_id, officer_id, from_on)
         select $1, $1, $2, o.id, '2026-11-02' from directory.officer o where o.agency_id = $2 order by o.id limit 1`,
        [id, agencyId],
      );
    }
  }
  return ids;
}
