import { protectionPolicy } from '../../src/enforcement/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { addSampleExhibit, enforcementSamples } from '../support/sample-enforcement.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/**
 * Drafts of warnings and warnings that were served, of agencies that do not share theirs: of the same street, conduct and name
 * as what may be seen, with all that stands behind them.
 */
export async function hiddenProtection(world: World, viewer: Viewer): Promise<Samples> {
  let ids: Samples = {};
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    for (const status of ['drafted', 'warned']) {
      if (protectionPolicy.can(viewer, { agencyId, status })) continue;
      const id = idFromName(`hidden protection ${agencyId} ${status}`);
      const asked = idFromName(`hidden requirement ${agencyId} ${status}`);
      const exhibit = idFromName(`hidden exhibit ${id}`);
      if (Object.keys(ids).length === 0)
        ids = { protectionId: id, requirementId: asked, protectionExhibitId: exhibit };
      await world.sql(
        `insert into enforcement.protection (id, reference, agency_id, status, conduct_kinds, street_words, district_code, is_detrimental, is_persistent,
           is_unreasonable, comply_days, warned_on, comply_by, made_by, made_at)
         select $1, $2, $3, $4, conduct_kinds, street_words, district_code, true, true, true, 14, $5, $6, made_by, made_at
         from enforcement.protection where id = $7`,
        [
          id,
          `CP-${id.slice(0, 4).toUpperCase()}-${id.slice(4, 7).toUpperCase()}`,
          agencyId,
          status,
          status === 'warned' ? '2026-11-02' : null,
          status === 'warned' ? '2026-11-16' : null,
          enforcementSamples.protectionId,
        ],
      );
      await world.sql(
        `insert into enforcement.protection_subject (protection_id, agency_id, kind, name, address, is_sixteen, conduct)
         values ($1, $2, 'person', 'Hidden Person', '9 Hidden place', true, 'Burning a mattress')`,
        [id, agencyId],
      );
      await addSampleExhibit((text, values) => world.sql(text, values), 'protection', {
        ...{ id: exhibit, fileId: id, words: 'Hidden words' },
      });
      await world.sql(
        `insert into enforcement.protection_requirement (id, protection_id, agency_id, stage, kind, words, added_at)
         values ($3, $1, $2, 'warning', 'stop', 'Hidden words', '2026-11-02T09:00:00Z')`,
        [id, agencyId, asked],
      );
      await world.sql(
        `insert into enforcement.protection_event (id, protection_id, at, kind, agency_id, words)
         values ($1, $1, '2026-11-02T09:00:00Z', 'drafted', $2, 'Hidden words')`,
        [id, agencyId],
      );
    }
  }
  return ids;
}
