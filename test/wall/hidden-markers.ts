import { markerDetailPolicy, markerPolicy, screeningPolicy } from '../../src/assurance/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { assuranceSamples } from '../support/sample-assurance.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/**
 * Markers that the viewer may not meet, of the name, address and plate that they screen for, and of the firm whose premises they visit; other reasons behind those that
 * they may meet; and screens that other officers made.
 */
export async function hiddenMarkers(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const [other] = await world.sql<{ id: string }>(
    "select officer_id as id from platform.account where username = 'cora.comms'",
  );
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    const markerId = idFromName(`hidden marker ${agencyId}`);
    if (!markerPolicy.can(viewer, { agencyId })) {
      ids.markerId ??= markerId;
      await world.sql(
        `insert into assurance.marker (id, reference, agency_id, about, name, other_names, address, postcode, vehicle, type, precaution, words, from_on, review_on, set_at, set_by)
         values ($1, $2, $3, 'person', 'Sam Sample', '{"Hidden Person", "Sample Wines Ltd"}', '1 Sample Row', 'QM1 1AA', 'AB12 CDE', 'FI', 'do-not-attend', 'Hidden words',
           '2026-11-02', '2027-05-02', '2026-11-02T09:00:00Z', $4)`,
        [markerId, `WM-${markerId.slice(0, 7).toUpperCase()}`, agencyId, other?.id],
      );
      await world.sql(
        "insert into assurance.marker_detail (marker_id, agency_id, why, evidence, told) values ($1, $2, 'Hidden why', 'Hidden file', 'to-tell')",
        [markerId, agencyId],
      );
      // It was met by the very screen that the viewer looks at, when there was an agreement still.
      await world.sql(
        "insert into assurance.hit (screening_id, marker_id, agency_id, sureness, on_what) select id, $1, agency_id, 'sure', '{record}' from assurance.screening",
        [markerId],
      );
    }
    if (!markerDetailPolicy.can(viewer, { agencyId }))
      await world.sql(
        "update assurance.marker_detail set why = 'Hidden why', evidence = 'Hidden file', told = 'not-told', told_why = 'Hidden risk' where agency_id = $1",
        [agencyId],
      );
    if (
      !screeningPolicy.can(viewer, { agencyId, officerId: other?.id ?? null, subjectId: 'on the register' })
    ) {
      const screeningId = idFromName(`hidden screening ${agencyId}`);
      ids.screeningId ??= screeningId;
      await world.sql(
        `insert into assurance.screening (id, agency_id, officer_id, at, purpose, subject_id, asked, asked_hash, result, looked)
         select $1, $2, $3, '2026-11-20T09:00:00Z', 'Hidden visit', f.id, '{name}', repeat('0', 64), 'do-not-attend', '{"through": [], "notThrough": [], "names": 9, "left": []}'
         from safeguarding.victim_file f where f.reference = 'V-SAMP-001'`,
        [screeningId, agencyId, other?.id],
      );
    }
  }
  ids.markerId ??= assuranceSamples.markerId;
  return ids;
}
