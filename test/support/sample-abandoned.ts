import type { Client } from 'pg';

/** Id of the file of a vehicle that stands in Wendmere. */
export const abandonedSamples = { abandonedId: '5a3b1e00-0000-4000-8000-000000000520' };

/** A vehicle that was reported to Wendmere, with one answer of the assessment, its keeper and a notice of an earlier edition. */
export async function addSampleAbandoned(client: Client): Promise<void> {
  const { abandonedId } = abandonedSamples;
  await client.query(
    `insert into enforcement.abandoned (id, reference, agency_id, status, land_kind, make, colour, district_code, seen_on, made_by, made_at)
     select $1, 'AV-SAMP-001', o.agency_id, 'reported', 'highway', 'Ford Sample', 'Blue', a.area_code, '2026-11-18', o.id, '2026-11-19T09:00:00Z'
     from directory.officer o join platform.account c on c.officer_id = o.id join directory.agency a on a.id = o.agency_id where c.username = 'callum.safety'`,
    [abandonedId],
  );
  const own = (columns: string, values: string) =>
    client.query(
      `insert into enforcement.${columns} select ${values} from enforcement.abandoned where id = $1`,
      [abandonedId],
    );
  await own(
    'abandoned_place (abandoned_id, agency_id, mark, mark_key, place_words)',
    `id, agency_id, 'AB12CDE', 'A812C0E', 'Sample Lane, by the mattress factory'`,
  );
  await own(
    'abandoned_assessment (abandoned_id, agency_id, factor, answer, words, at)',
    `id, agency_id, 'condition', 'for', 'Three flat tyres', made_at`,
  );
  await own(
    'abandoned_enquiry (id, abandoned_id, agency_id, asked_on, asked_of, reason, answer, keeper_name, keeper_address, officer_id, recorded_at)',
    `id, id, agency_id, '2026-11-19', 'dvla', 'To find the keeper', 'keeper', 'Bonnie Sample', '2 Sample Row', made_by, made_at`,
  );
  await own(
    'abandoned_event (id, abandoned_id, at, kind, officer_id, agency_id, words)',
    `id, id, made_at, 'reported', made_by, agency_id, 'File of an abandoned vehicle opened'`,
  );
  await own(
    'abandoned_photo (id, abandoned_id, agency_id, taken_on, words, name, file_id, added_by, added_at)',
    `'5a3b1e00-0000-4000-8000-000000000521', id, agency_id, '2026-11-18', 'Sample front', 'photo-1.png', '5a3b1e00-0000-4000-8000-000000000522', made_by, made_at`,
  );
  await client.query(
    `insert into platform.file (id, name, media_type, size_bytes, sha256, content, scan, owner_kind, owner_id, added_at)
     values ('5a3b1e00-0000-4000-8000-000000000522', 'photo-1.png', 'image/png', 6, repeat('0', 64), 'Sample', 'clean', 'abandoned-photo',
       '5a3b1e00-0000-4000-8000-000000000521', '2026-11-19T09:00:00Z')`,
  );
  await client.query(
    `insert into enforcement.vehicle_charge (id, agency_id, code, pence, valid_from, source, reason, set_by, set_at)
     select '5a3b1e00-0000-4000-8000-000000000523', agency_id, 'removal', 10500, '2026-11-01', 'Sample schedule', 'Sample reason', made_by, made_at
     from enforcement.abandoned where id = $1`,
    [abandonedId],
  );
  await own(
    'vehicle_charge_answer (id, abandoned_id, agency_id, position, action, status, answered_on, pence, words, reason, officer_id, recorded_at)',
    `id, id, agency_id, 1, 'take-back', 'asked', '2026-11-19', 10500, 'Sample words', 'Sample reason', made_by, made_at`,
  );
  await own(
    'abandoned_document (id, abandoned_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)',
    `id, id, agency_id, 'vehicle-notice', 1, 'pdf', 'AV-SAMP-001-vehicle-notice-1.pdf', repeat('0', 64), 'Sample notice', true, made_at`,
  );
}
