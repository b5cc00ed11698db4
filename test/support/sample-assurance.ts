import type { Client } from 'pg';

/** Ids of a marker of Wendmere, and of a screening that met it. */
export const assuranceSamples = {
  markerId: '5a3b1e00-0000-4000-8000-000000000401',
  screeningId: '5a3b1e00-0000-4000-8000-000000000410',
};

const looked = { through: ['Wendmere District Council'], notThrough: [], names: 1, left: [] };

/** A marker about somebody of the sample's name, a screening of Olu's that met it, and a fresh one for the sample file. */
export async function addSampleMarkers(client: Client): Promise<void> {
  const s = assuranceSamples;
  await client.query(
    `insert into assurance.marker (id, reference, agency_id, about, name, postcode, type, precaution, words, from_on, review_on, set_at, set_by)
     select $1, 'WM-SAMP-001', o.agency_id, 'person', 'Sim Sampleton', 'QM1 1AA', 'VI', 'two-officers', 'Two officers go. Nobody goes alone.',
       '2026-11-02', '2027-05-02', '2026-11-02T09:00:00Z', o.id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'callum.safety'`,
    [s.markerId],
  );
  await client.query(
    `insert into assurance.marker_detail (marker_id, agency_id, why, evidence, told)
     select id, agency_id, 'Raised a fist at an officer in October', 'File 22/118', 'to-tell' from assurance.marker`,
  );
  await client.query(
    `insert into assurance.marker_event (id, marker_id, agency_id, at, officer_id, kind, words)
     select id, id, agency_id, set_at, set_by, 'set', 'Set: Violent, Two officers' from assurance.marker`,
  );
  await client.query(
    `insert into assurance.screening (id, agency_id, officer_id, at, purpose, asked, asked_hash, result, looked)
     select $1, o.agency_id, o.id, '2026-11-19T15:00:00Z', 'Visit about R-SAMP-001', '{name}', repeat('0', 64), 'two-officers', $2
     from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'olu.officer'`,
    [s.screeningId, JSON.stringify(looked)],
  );
  await client.query(
    `insert into assurance.hit (screening_id, marker_id, agency_id, sureness, on_what)
     select s.id, $2, s.agency_id, 'possible', '{name-alike}' from assurance.screening s where s.id = $1`,
    [s.screeningId, s.markerId],
  );
  await client.query(
    `insert into assurance.screening (id, agency_id, officer_id, at, purpose, subject_id, asked, asked_hash, result, looked)
     select '5a3b1e00-0000-4000-8000-000000000411', f.agency_id, f.opened_by, '2026-11-19T15:00:00Z', 'Visit to V-SAMP-001', f.id, '{name}', repeat('0', 64), 'nothing', $1
     from safeguarding.victim_file f where f.reference = 'V-SAMP-001'`,
    [JSON.stringify(looked)],
  );
}
