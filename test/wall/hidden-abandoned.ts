import { abandonedPolicy } from '../../src/enforcement/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { abandonedSamples } from '../support/sample-abandoned.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/**
 * Abandoned vehicles of agencies that do not share theirs, and discarded ones: alike to what may be seen, with all behind them, and
 * the mark of the file that everybody may see.
 */
export async function hiddenAbandoned(world: World, viewer: Viewer): Promise<Samples> {
  let ids: Samples = {};
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    for (const status of ['stored', 'void']) {
      if (abandonedPolicy.can(viewer, { agencyId, status })) continue;
      const id = idFromName(`hidden vehicle file ${agencyId} ${status}`);
      if (Object.keys(ids).length === 0) ids = { abandonedId: id };
      await world.sql(
        `insert into enforcement.abandoned (id, reference, agency_id, status, land_kind, make, colour, district_code, seen_on, judged_on,
           notice_period, notice_at, notice_until, removed_at, storage_days, stored_until, made_by, made_at)
         select $1, $2, $3, $4, land_kind, 'Hidden make', colour, district_code, '2026-11-02', '2026-11-02', '24-hours', '2026-11-02T09:00:00Z',
           '2026-11-03T09:00:00Z', '2026-11-04T09:00:00Z', 14, '2026-11-18', made_by, made_at
         from enforcement.abandoned where id = $5`,
        [
          id,
          `AV-${id.slice(0, 4).toUpperCase()}-${id.slice(4, 7).toUpperCase()}`,
          agencyId,
          status,
          abandonedSamples.abandonedId,
        ],
      );
      for (const [columns, values] of [
        [
          'abandoned_place (abandoned_id, agency_id, mark, mark_key, place_words, store_words)',
          `'AB12CDE', 'A812C0E', 'Hidden lane', 'Hidden store'`,
        ],
        [
          'abandoned_assessment (abandoned_id, agency_id, factor, answer, words, at)',
          `'condition', 'for', 'Hidden words', '2026-11-02T09:00:00Z'`,
        ],
        [
          'abandoned_enquiry (id, abandoned_id, agency_id, asked_on, asked_of, reason, answer, keeper_name, officer_id, recorded_at)',
          `'2026-11-02', 'dvla', 'Hidden reason', 'keeper', 'Hidden Keeper', gen_random_uuid(), '2026-11-02T09:00:00Z'`,
        ],
      ] as const)
        await world.sql(
          `insert into enforcement.${columns} values (${columns.startsWith('abandoned_enquiry') ? '$1, ' : ''}$1, $2, ${values})`,
          [id, agencyId],
        );
      await world.sql(
        `insert into enforcement.vehicle_charge_answer (id, abandoned_id, agency_id, position, action, status, answered_on, pence, words, receipt, recorded_at)
         values ($1, $1, $2, 1, 'record-payment', 'paid', '2026-11-18', 12345, 'Hidden count', 'Hidden receipt', '2026-11-18T09:00:00Z')`,
        [id, agencyId],
      );
      const photo = idFromName(`hidden vehicle photo ${agencyId} ${status}`);
      await world.sql(
        `insert into enforcement.abandoned_photo (id, abandoned_id, agency_id, taken_on, words, name, file_id, added_at)
         values ($1, $2, $3, '2026-11-02', 'Hidden front', 'photo-1.png', $1, '2026-11-02T09:00:00Z')`,
        [photo, id, agencyId],
      );
      await world.sql(
        `insert into platform.file (id, name, media_type, size_bytes, sha256, content, scan, owner_kind, owner_id, added_at)
         values ($1, 'photo-1.png', 'image/png', 6, repeat('0', 64), 'Hidden', 'clean', 'abandoned-photo', $1, '2026-11-02T09:00:00Z')`,
        [photo],
      );
      await world.sql(
        `insert into enforcement.abandoned_event (id, abandoned_id, at, kind, agency_id, words)
         values ($1, $1, '2026-11-02T09:00:00Z', 'judge', $2, 'Hidden words')`,
        [id, agencyId],
      );
    }
  }
  return ids;
}
