import type { Client } from 'pg';
import { cameraPicture } from './camera-picture.ts';

/** Ids of a prosecution file of the street scene service, of one that has ended, and of an enquiry to the unit about that. */
export const courtSamples = {
  prosecutionId: '5a3b1e00-0000-4000-8000-000000000a01',
  endedProsecutionId: '5a3b1e00-0000-4000-8000-000000000a02',
  evidenceItemId: '5a3b1e00-0000-4000-8000-000000000a03',
  enquiryId: '5a3b1e00-0000-4000-8000-000000000a04',
  lineId: '5a3b1e00-0000-4000-8000-000000000a05',
  outcomeId: '5a3b1e00-0000-4000-8000-000000000a06',
  alertId: '5a3b1e00-0000-4000-8000-000000000a07',
};
const of = (username: string) =>
  `(select o.id, o.agency_id from directory.officer o join platform.account c on c.officer_id = o.id where c.username = '${username}')`;
const service = "(select id from directory.service where code = 'WEND-ENV')";

/** Two prosecution files of Wendmere, one with an exhibit, one with its outcome; and an enquiry that waits for the unit. */
export async function addSampleCourt(client: Client): Promise<void> {
  const s = courtSamples;
  for (const [id, reference, offset] of [
    [s.prosecutionId, 'PF-SAMP-001', 0],
    [s.endedProsecutionId, 'PF-SAMP-002', 1],
  ] as const)
    await client.query(
      `insert into court.prosecution (id, reference, case_id, agency_id, service_id, title, opened_on, opened_by)
       select $1, $2, c.id, o.agency_id, s.id, 'Sample prosecution', '2026-11-10', o.id from ${of('olu.officer')} o, ${service} s,
         (select c.id from enforcement.case_file c join directory.agency a on a.id = c.lead_agency_id where a.code = 'WEND' and not c.is_personal
          order by c.opened_at desc, c.id offset $3::int limit 1) c`,
      [id, reference, offset],
    );
  await client.query(
    `insert into court.item (id, prosecution_id, agency_id, number, kind, is_used, words, captured_at, captured_by, kept_at, name, media_type, content, sha256, added_by, added_at)
     select $1, p.id, p.agency_id, 1, 'photo', true, 'A tipper with its mark', '2026-11-09T10:00:00Z', 'Olu Babatola', 'Store 1, seal 7', 'tipper.jpg', 'image/jpeg',
       $3::bytea, encode(sha256($3::bytea), 'hex'), o.id, '2026-11-10T10:00:00Z' from court.prosecution p, ${of('olu.officer')} o where p.id = $2`,
    [s.evidenceItemId, s.prosecutionId, cameraPicture()],
  );
  await client.query(
    `insert into court.continuity (id, item_id, agency_id, position, at, officer_id, words, hash)
     select id, id, agency_id, 0, added_at, added_by, 'Written down; kept at Store 1, seal 7', repeat('0', 64) from court.item`,
  );
  await client.query(
    `insert into court.prosecution_document (id, prosecution_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
     select $1, id, agency_id, 'exhibits', 1, 'pdf', 'PF-SAMP-001-exhibits-1.pdf', repeat('0', 64), '\\x255044462d', false, '2026-11-10T11:00:00Z' from court.prosecution where id = $2`,
    [s.evidenceItemId, s.prosecutionId],
  );
  await client.query(
    `insert into dissemination.enquiry (id, reference, purpose, side, agency_id, service_id, unit_agency_id, file_id, file_reference, about, asked_on, answers_on, asked_by)
     select $1, 'EN-SAMP-001', 'disclosure', 'OPS', o.agency_id, s.id, u.agency_id, $2, 'PF-SAMP-002', 'Sample prosecution', '2026-11-19', '2026-12-03', o.id
     from ${of('olu.officer')} o, ${of('imran.intel')} u, ${service} s`,
    [s.enquiryId, s.endedProsecutionId],
  );
  await client.query(
    `insert into dissemination.enquiry_subject (enquiry_id, unit_agency_id, position, kind, label, key_kind, key_value)
     select id, unit_agency_id, 0, 'phone', '07700 900555', 'phone', '+447700900555' from dissemination.enquiry`,
  );
  await client.query(
    `insert into intelligence.enquiry_line (id, enquiry_id, agency_id, words, ground, test, reason, made_at, made_by)
     select $1, e.id, e.unit_agency_id, 'One report about the carrier', 'source', 'neither', 'Repeats the package', '2026-11-19T11:00:00Z', u.id
     from dissemination.enquiry e, ${of('imran.intel')} u`,
    [s.lineId],
  );
  await client.query(
    `insert into court.outcome (id, prosecution_id, agency_id, register_agency_id, reference, result, court_name, on_day, defendants, convictions, fine_pence,
       confiscation_pence, victim_words, recorded_at, recorded_by)
     select $1, p.id, p.agency_id, r.agency_id, 'OC-SAMP-001', 'convicted', 'Sample Court', '2026-11-18', 1, 1, 120000, 500000, 'He was found guilty.',
       '2026-11-18T15:00:00Z', o.id from court.prosecution p, ${of('olu.officer')} o, ${of('sadia.safeguarding')} r where p.id = $2`,
    [s.outcomeId, s.endedProsecutionId],
  );
  await client.query(
    `insert into court.telling (outcome_id, file_id, agency_id, added_at, added_by)
     select o.id, f.id, s.agency_id, '2026-11-18T16:00:00Z', s.id from court.outcome o, ${of('sadia.safeguarding')} s, safeguarding.victim_file f where f.reference = 'V-SAMP-001'`,
  );
  // A warning of Wendmere's, published.
  await client.query(
    `insert into court.alert (id, reference, agency_id, service_id, status, title, words, advice, trades, ends_on, published_on, approved_by, made_by, made_at)
     select $1, 'AL-SAMP-001', o.agency_id, s.id, 'published', 'Cheap clearance', 'Men offer to take waste away for cash.', 'Ask for their registration.',
       '{waste-clearance}', '2027-02-01', '2026-11-18', c.id, o.id, '2026-11-18T10:00:00Z' from ${of('olu.officer')} o, ${of('cora.comms')} c, ${service} s`,
    [s.alertId],
  );
  await client.query(
    `insert into court.alert_source (alert_id, agency_id, service_id, prosecution_id) select a.id, a.agency_id, a.service_id, $1 from court.alert a`,
    [s.endedProsecutionId],
  );
  await client.query(
    `insert into court.alert_reach (id, alert_id, agency_id, on_day, channel, sent, opened, reached, made_by)
     select id, id, agency_id, '2026-11-19', 'e-mail', 100, 55, 100, approved_by from court.alert`,
  );
}

/** A request of somebody for their own data, with something of theirs that is to be decided. */
export const accessSamples = {
  accessId: '5a3b1e00-0000-4000-8000-000000000b01',
  accessItemId: '5a3b1e00-0000-4000-8000-000000000b02',
};
export async function addSampleAccess(client: Client): Promise<void> {
  const s = accessSamples;
  await client.query(
    `insert into governance.access (id, reference, agency_id, regime, status, name, date_of_birth, phone, reply_by, keys, received_on, identity_on, identity_how,
       due_on, due_why, made_at, made_by)
     select $1, 'SA-SAMP-001', o.agency_id, 'PART3', 'gathered', 'Sal Sampleton', '1980-01-01', '07700 900555', 'By hand', '[{"kind": "phone", "value": "+447700900555"}]',
       '2026-11-10', '2026-11-12', 'Passport', '2026-12-12', '1 month', '2026-11-10T09:00:00Z', o.id from ${of('aled.auditor')} o`,
    [s.accessId],
  );
  await client.query(
    `insert into dissemination.enquiry (id, reference, purpose, side, agency_id, unit_agency_id, file_id, file_reference, about, asked_on, answers_on, asked_by)
     select $1, 'EN-SAMP-002', 'subject-access', 'GOV', o.agency_id, u.agency_id, $2, 'SA-SAMP-001', 'Somebody who asks for their own data', '2026-11-19', '2026-12-03', o.id
     from ${of('aled.auditor')} o, ${of('imran.intel')} u`,
    ['5a3b1e00-0000-4000-8000-000000000b03', s.accessId],
  );
  await client.query(
    `insert into governance.access_item (id, access_id, agency_id, module, kind, record_id, reference, on_day, by_key, words, others, given)
     select $1, id, agency_id, 'intake', 'report', id, 'R-SAMP-009', '2026-11-05', true, 'Nosy Neighbour told us', '{Nosy Neighbour}', '[left out] told us' from governance.access`,
    [s.accessItemId],
  );
  await client.query(
    "insert into governance.access_event (id, access_id, at, kind, agency_id, words) select id, id, made_at, 'received', agency_id, 'Received' from governance.access",
  );
  await client.query(
    `insert into governance.access_document (id, access_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
     select id, id, agency_id, 'letter', 1, 'pdf', 'SA-SAMP-001-letter-1.pdf', repeat('0', 64), '\\x255044462d', false, made_at from governance.access`,
  );
}
