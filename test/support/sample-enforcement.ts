import type { Client } from 'pg';

/** The penalty that routes are asked with: the latest that Wendmere issued. */
export const samplePenalty =
  "select p.id::text as value from enforcement.penalty p join directory.agency a on a.id = p.agency_id where a.code = 'WEND' and p.status <> 'draft' order by p.issued_on desc, p.id limit 1";

/** Ids of a draft of a community protection warning of Wendmere and what it will ask, of a closure in preparation, and of an encampment. */
export const enforcementSamples = {
  protectionId: '5a3b1e00-0000-4000-8000-000000000501',
  requirementId: '5a3b1e00-0000-4000-8000-000000000502',
  closureId: '5a3b1e00-0000-4000-8000-000000000503',
  occupantId: '5a3b1e00-0000-4000-8000-000000000504',
  encampmentId: '5a3b1e00-0000-4000-8000-000000000505',
  vehicleId: '5a3b1e00-0000-4000-8000-000000000506',
  pspoId: '5a3b1e00-0000-4000-8000-000000000507',
  penaltyExhibitId: '5a3b1e00-0000-4000-8000-000000000508',
  protectionExhibitId: '5a3b1e00-0000-4000-8000-000000000509',
};

/** A picture of no pixels that a PNG's reader takes for one. */
export const samplePicture = '89504e470d0a1a0a000000044944415470697865000000000000000049454e4400000000';
/** A photograph in evidence, with the file it is kept in. */
export async function addSampleExhibit(
  give: (text: string, values: unknown[]) => Promise<unknown>,
  of: 'penalty' | 'protection',
  exhibit: { id: string; fileId: string; words: string },
): Promise<void> {
  const happened = of === 'protection' ? ['happened_on, ', "'2026-11-18', "] : ['', ''];
  await give(
    `insert into enforcement.${of}_evidence (id, ${of}_id, agency_id, kind, ${happened[0]}words, file_id, added_at, camera_at, camera_lon, camera_lat)
     select $1, id, agency_id, 'photo', ${happened[1]}$3, $1, '2026-11-19T09:00:00Z', '2026-11-18T10:15:00', -0.6, 51.3 from enforcement.${of} where id = $2`,
    [exhibit.id, exhibit.fileId, exhibit.words],
  );
  await give(
    `insert into platform.file (id, name, media_type, size_bytes, sha256, content, owner_kind, owner_id, added_at)
     values ($1, 'van.png', 'image/png', 36, repeat('0', 64), decode($2, 'hex'), $3, $1, '2026-11-19T09:00:00Z')`,
    [exhibit.id, samplePicture, `${of}-evidence`],
  );
}

/** A draft of a warning with its subject and one requirement, and a table that another council published. */
export async function addSampleProtection(client: Client): Promise<void> {
  const s = enforcementSamples;
  await client.query(
    `insert into enforcement.protection (id, reference, agency_id, status, conduct_kinds, street_words, ward_code, district_code,
       is_detrimental, is_persistent, is_unreasonable, comply_days, made_by, made_at)
     select $1, 'CP-SAMP-001', o.agency_id, 'drafted', '{waste-burnt}', 'Sample Row, Sampleton', null, a.area_code, true, true, true, 14, o.id, '2026-11-19T09:00:00Z'
     from directory.officer o join platform.account c on c.officer_id = o.id join directory.agency a on a.id = o.agency_id where c.username = 'callum.safety'`,
    [s.protectionId],
  );
  await client.query(
    `insert into enforcement.protection_subject (protection_id, agency_id, kind, name, address, is_sixteen, place_words, conduct)
     select id, agency_id, 'person', 'Bonnie Sample', '2 Sample Row', true, '2 Sample Row', 'Burning waste by the mattress factory' from enforcement.protection`,
  );
  await client.query(
    `insert into enforcement.protection_requirement (id, protection_id, agency_id, stage, kind, words, added_at)
     select $1, id, agency_id, 'warning', 'stop', 'burning waste', made_at from enforcement.protection`,
    [s.requirementId],
  );
  await client.query(
    `insert into enforcement.protection_event (id, protection_id, at, kind, officer_id, agency_id, words)
     select id, id, made_at, 'drafted', made_by, agency_id, 'Warning drafted' from enforcement.protection`,
  );
  const give = (text: string, values: unknown[]) => client.query(text, values);
  const words = 'The van at the mattress factory';
  await addSampleExhibit(give, 'protection', {
    ...{ id: s.protectionExhibitId, fileId: s.protectionId, words },
  });
  const { rows } = await client.query<{ value: string }>(samplePenalty);
  if (rows[0])
    await addSampleExhibit(give, 'penalty', { id: s.penaltyExhibitId, fileId: rows[0].value, words });
  await client.query(
    `insert into enforcement.protection_table (id, agency_id, edition, rows, sha256, published_by, published_at)
     select gen_random_uuid(), o.agency_id, 1, '[{"location": "Sample Row, Sampleton", "summary": "Noise. Fewer than 5 warnings served, June 2026.", "update": "Fewer than 5 cases complied with."}]',
       repeat('0', 64), o.id, '2026-11-02T09:00:00Z'
     from directory.officer o join directory.agency a on a.id = o.agency_id where a.code = 'ALDE' order by o.id limit 1`,
  );
}

/** A closure that Wendmere prepares, with somebody who lives there and one answer of the checklist. */
export async function addSampleClosure(client: Client): Promise<void> {
  const s = enforcementSamples;
  await client.query(
    `insert into enforcement.closure (id, reference, agency_id, status, premises_kind, grounds, is_necessary, district_code, made_by, made_at)
     select $1, 'CL-SAMP-001', o.agency_id, 'prepared', 'dwelling', '{nuisance}', true, a.area_code, o.id, '2026-11-19T09:00:00Z'
     from directory.officer o join platform.account c on c.officer_id = o.id join directory.agency a on a.id = o.agency_id where c.username = 'callum.safety'`,
    [s.closureId],
  );
  await client.query(
    `insert into enforcement.closure_place (closure_id, agency_id, address, problem)
     select id, agency_id, '3 Sample Row', 'Callers at all hours by the mattress factory' from enforcement.closure where id = $1`,
    [s.closureId],
  );
  await client.query(
    `insert into enforcement.closure_occupant (id, closure_id, agency_id, relation, name, words, added_at)
     select $2, id, agency_id, 'lives', 'Bonnie Sample', 'One tenant', made_at from enforcement.closure where id = $1`,
    [s.closureId, s.occupantId],
  );
  await client.query(
    `insert into enforcement.closure_check (closure_id, agency_id, item, answer, words, at)
     select id, agency_id, 'children', 'none', 'The landlord was asked', made_at from enforcement.closure where id = $1`,
    [s.closureId],
  );
  await client.query(
    `insert into enforcement.closure_event (id, closure_id, at, kind, officer_id, agency_id, words)
     select id, id, made_at, 'prepared', made_by, agency_id, 'Closure begun' from enforcement.closure where id = $1`,
    [s.closureId],
  );
}

/** An encampment that was reported to Wendmere, with a vehicle and one answer of the welfare assessment. */
export async function addSampleEncampment(client: Client): Promise<void> {
  const s = enforcementSamples;
  await client.query(
    `insert into enforcement.encampment (id, reference, agency_id, status, land_kind, district_code, arrived_on, caravans, vehicles, made_by, made_at)
     select $1, 'UE-SAMP-001', o.agency_id, 'reported', 'unoccupied', a.area_code, '2026-11-18', 4, 3, o.id, '2026-11-19T09:00:00Z'
     from directory.officer o join platform.account c on c.officer_id = o.id join directory.agency a on a.id = o.agency_id where c.username = 'callum.safety'`,
    [s.encampmentId],
  );
  const own = (columns: string, values: string, given: string[] = []) =>
    client.query(
      `insert into enforcement.${columns} select ${values} from enforcement.encampment where id = $1`,
      [s.encampmentId, ...given],
    );
  await own(
    'encampment_place (encampment_id, agency_id, land_words, adults, children)',
    `id, agency_id, 'Sample Field, by the mattress factory', 6, 5`,
  );
  await own(
    'encampment_vehicle (id, encampment_id, agency_id, mark, words, added_at)',
    `$2::uuid, id, agency_id, 'AB12CDE', 'White van', made_at`,
    [s.vehicleId],
  );
  await own(
    'encampment_welfare (encampment_id, agency_id, item, answer, words, at)',
    `id, agency_id, 'health', 'none', 'Asked at each caravan', made_at`,
  );
  await own(
    'encampment_after (encampment_id, agency_id, answers, score, band, complaints, complaint_words, written_at)',
    `id, agency_id, '[{"code": "access", "name": "Vehicles drive on", "score": 2}]', 2, 'low', 1, 'Sample words of a complaint', made_at`,
  );
  await own(
    'encampment_measure (id, encampment_id, agency_id, words, owner_id, due_on, made_at)',
    `id, id, agency_id, 'A sample barrier', made_by, '2027-01-31', made_at`,
  );
  await own(
    'encampment_event (id, encampment_id, at, kind, officer_id, agency_id, words)',
    `id, id, made_at, 'reported', made_by, agency_id, 'Encampment reported'`,
  );
}

/** A proposal of Wendmere for an order, and what was published of it: one row for the routes of officers and for those of everybody. */
export async function addSamplePspo(client: Client): Promise<void> {
  const { pspoId } = enforcementSamples;
  await client.query(
    `insert into enforcement.pspo (id, reference, agency_id, status, kind, title, district_code, area_code, area_words, outline, prohibitions,
       requirements, exemptions, signs, made_by, made_at)
     select $1, 'PSPO-SAMP-001', o.agency_id, 'proposed', 'order', 'Sample quay', d.code, d.code, 'All of the sample quay', d.outline,
       '{"Leaving a mattress on the quay"}', '{}', '{"Emergency services"}', '{"Quay, north end"}', o.id, '2026-11-19T09:00:00Z'
     from directory.officer o join platform.account c on c.officer_id = o.id join directory.agency a on a.id = o.agency_id
       join directory.area d on d.code = a.area_code where c.username = 'callum.safety'`,
    [pspoId],
  );
  await client.query(
    `insert into enforcement.pspo_publication (pspo_id, edition, agency_id, reference, kind, title, area_code, area_words, outline, prohibitions,
       requirements, exemptions, is_alcohol, starts_on, ends_on, published_on)
     select id, n, agency_id, reference, kind, title, area_code, area_words, outline,
       case n when 1 then '{"Leaving a chair on the quay"}' else prohibitions end, requirements, exemptions, is_alcohol,
       '2020-01-01', '2020-12-31', '2020-01-01'::date + 60 * (n - 1) from enforcement.pspo, generate_series(1, 2) n where id = $1`,
    [pspoId],
  );
  await client.query(
    `insert into enforcement.pspo_event (id, pspo_id, at, kind, officer_id, agency_id, words)
     select id, id, made_at, 'proposed', made_by, agency_id, 'Proposed' from enforcement.pspo where id = $1`,
    [pspoId],
  );
}
