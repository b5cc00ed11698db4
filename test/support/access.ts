import type { World } from './world.ts';

/** What the council holds of Sam Doubleday: a record, a report by somebody else, a warning marker, a file of the register, and a vehicle. */
export async function addPerson(world: World): Promise<void> {
  const mcc = "(select id from directory.agency where code = 'MCC')";
  const [record, report, file, marker] = [1, 2, 3, 4].map((n) => `0acce550-0000-4000-8000-00000000000${n}`);
  await world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on)
     select $1, 'R-DOUB-001', r.issue_type, 'Nosy Neighbour says that Sam Doubleday took money. Ring the neighbour on 01632 960111.', 'phone', '2026-11-03T10:00:00Z', ${mcc}, s.id, ${mcc},
       r.routed_by, r.route_why, '2026-11-03T10:00:00Z', 'new', r.first_target_on from intake.report r, directory.service s where r.reference = 'R-SAMP-001' and s.code = 'MCC-TS'`,
    [report],
  );
  await world.sql(
    "insert into intake.reporter (report_id, name, phone) values ($1, 'Nosy Neighbour', '01632 960111')",
    [report],
  );
  await world.sql(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, report_id, received_at, gateway, handling, retention_group, regime)
     values ($1, 'person', 'Sam Doubleday', '{"name":"Sam Doubleday","phone":"07700 900888"}', ${mcc}, 'report', $2, '2026-11-03T10:00:00Z', 'own duty', 'ordinary', 4, 'UKGDPR')`,
    [record, report],
  );
  await world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on)
     select '0acce550-0000-4000-8000-000000000009', 'R-DOUB-002', issue_type, 'A man took my money at the door.', channel, '2026-11-02T10:00:00Z', received_by_agency_id, service_id,
       owner_agency_id, routed_by, route_why, routed_at, status, first_target_on from intake.report where id = $1`,
    [report],
  );
  await world.sql(
    "insert into intake.reporter (report_id, name, phone) values ('0acce550-0000-4000-8000-000000000009', 'S Doubleday', '+44 7700 900 888')",
  );
  await world.sql(
    "insert into records.exact_key (kind, value, record_id) values ('phone', '+447700900888', $1)",
    [record],
  );
  await world.sql(
    `insert into safeguarding.victim_file (id, reference, record_id, name, agency_id, lead_agency_id, basis, intervention, priority_on, opened_at, opened_by)
     select $1, 'V-DOUB-001', $2, 'Sam Doubleday', ${mcc}, ${mcc}, 'Paid a man at the door', 'Call blocker', '2026-11-05', '2026-11-05T10:00:00Z', officer_id
     from platform.account where username = 'sadia.safeguarding'`,
    [file, record],
  );
  await world.sql(
    `insert into assurance.marker (id, reference, agency_id, about, record_id, name, type, precaution, words, from_on, review_on, set_at, set_by)
     select $1, 'WM-DOUB-001', ${mcc}, m.about, $2, 'Sam Doubleday', m.type, m.precaution, m.words, '2026-11-04', '2027-05-04', '2026-11-04T10:00:00Z', m.set_by from assurance.marker m order by m.id limit 1`,
    [marker, record],
  );
  await world.sql(
    `insert into assurance.marker_detail (marker_id, agency_id, why, evidence, told) select $1, ${mcc}, 'Shouted at an officer', d.evidence, d.told from assurance.marker_detail d order by d.marker_id limit 1`,
    [marker],
  );
  // A vehicle whose keeper they were said to be.
  const vehicle = '0acce550-0000-4000-8000-000000000006';
  await world.sql(
    `insert into enforcement.abandoned (id, reference, agency_id, status, land_kind, seen_on, made_at)
     values ($1, 'AV-DOUB-001', ${mcc}, 'reported', 'highway', '2026-11-05', '2026-11-05T10:00:00Z')`,
    [vehicle],
  );
  await world.sql(
    `insert into enforcement.abandoned_enquiry (id, abandoned_id, agency_id, asked_on, asked_of, reason, answer, keeper_name, officer_id, recorded_at)
     select $1, $1, ${mcc}, '2026-11-05', 'dvla', 'To find the keeper', 'keeper', 'Sam Doubleday', officer_id, '2026-11-05T10:00:00Z'
     from platform.account where username = 'sadia.safeguarding'`,
    [vehicle],
  );
}

/** An item about Sam from a source at risk; no id of the world is taken for it. */
export async function addIntelligence(world: World): Promise<void> {
  const id = '0acce550-0000-4000-8000-0000000000a1';
  await world.sql(
    `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority)
     select $1, 'I-DOUB-001', agency_id, 'anonymous', '2026-11-06T10:00:00Z', 'Doubleday launders', 'The cousin of Sam Doubleday says that he launders.', 3 from intelligence.item order by reference limit 1`,
    [id],
  );
  await world.sql(
    `insert into intelligence.paragraph (id, item_id, agency_id, position, body) select $1, id, agency_id, 0, body from intelligence.item where id = $2`,
    ['0acce550-0000-4000-8000-0000000000a2', id],
  );
  await world.sql(
    `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
     select $1, i.id, i.agency_id, 'phone', 'subject', '07700 900888', '+447700900888', 'phone', '+447700900888', 'confirmed', '2026-11-06T11:00:00Z', o.officer_id
     from intelligence.item i, platform.account o where i.id = $2 and o.username = 'imran.intel'`,
    ['0acce550-0000-4000-8000-0000000000a3', id],
  );
  // The unit watches for him too, and traced him for a loan of another council.
  await world.sql(
    `insert into intelligence.watch (id, agency_id, kept_by, kind, label, key_kind, key_value, why, made_at, until_on)
     select '0acce550-0000-4000-8000-0000000000a4', i.agency_id, o.officer_id, 'person', 'Sam Doubleday', null, null, 'He may move the money', '2026-11-06T12:00:00Z', '2027-01-06'
     from intelligence.item i, platform.account o where i.id = $1 and o.username = 'anya.analyst'`,
    [id],
  );
}

/** What the council itself commissioned about Sam, with the address that was given to it. */
export async function addCommission(world: World): Promise<void> {
  const id = '0acce550-0000-4000-8000-000000000007';
  await world.sql(
    `insert into dissemination.commission (id, reference, agency_id, service_id, unit_agency_id, kind, status, subject_kind, subject_label, key_kind, key_value, purpose, legal_basis, owed_pence, asked_on, asked_by)
     select $1, 'CM-DOUB-001', a.id, s.id, c.unit_agency_id, 'debtor', 'answered', 'person', 'Sam Doubleday, 1980-02-01', 'name-born', 'sam doubleday 1980-02-01', 'A loan that was not paid back',
       c.legal_basis, 90000, '2026-11-04', c.asked_by from dissemination.commission c, directory.agency a, directory.service s where c.reference = 'CM-SAMP-002' and a.code = 'MCC' and s.code = 'MCC-TS'`,
    [id],
  );
  await world.sql(
    `insert into dissemination.commission_answer (commission_id, agency_id, service_id, outcome, address, postcode, confidence, answered_on)
     select id, agency_id, service_id, 'traced', '9 Traced Row', 'QM1 1AA', 'high', '2026-11-05' from dissemination.commission where id = $1`,
    [id],
  );
}

/** Jane, who shares Sam's number, is on the register and has reported him; and a report that nobody's name is under but that number. */
export async function addNamesake(world: World): Promise<void> {
  const ids = [1, 2, 3].map((n) => `0acce550-0000-4000-8000-0000000000b${n}`);
  const [record, file, report] = ids;
  await world.sql(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, report_id, received_at, gateway, handling, retention_group, regime)
     select $1, kind, 'Jane Doubleday', '{"name":"Jane Doubleday","phone":"07700 900888","dateOfBirth":"1984-05-06","address":"3 Mill Row","postcode":"QM1 1AA"}',
       origin_agency_id, feed, null, received_at, gateway, handling, retention_group, regime from records.received_record where label = 'Sam Doubleday'`,
    [record],
  );
  await world.sql(
    "insert into records.exact_key (kind, value, record_id) values ('phone', '+447700900888', $1)",
    [record],
  );
  await world.sql(
    `insert into safeguarding.victim_file (id, reference, record_id, name, agency_id, lead_agency_id, basis, intervention, priority_on, opened_at, opened_by)
     select $1, 'V-DOUB-002', $2, 'Jane Doubleday', agency_id, lead_agency_id, 'Jane said that she is afraid', '', priority_on, opened_at, opened_by
     from safeguarding.victim_file where reference = 'V-DOUB-001'`,
    [file, record],
  );
  await world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on)
     select $1, 'R-DOUB-003', issue_type, 'My husband hits me.', channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status,
       first_target_on from intake.report where reference = 'R-DOUB-001'`,
    [report],
  );
  await world.sql(
    "insert into intake.reporter (report_id, name, phone) values ($1, 'Jane Doubleday', '07700 900888')",
    [report],
  );
  // A number says nobody's name, and whoever asks says that it is theirs.
  const [number, about] = [1, 2].map((n) => `0acce550-0000-4000-8000-0000000000c${n}`);
  await world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on)
     select $1, 'R-DOUB-004', issue_type, 'Hides at her sister’s.', channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at,
       status, first_target_on from intake.report where reference = 'R-DOUB-001'`,
    [about],
  );
  await world.sql(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, report_id, received_at, gateway, handling, retention_group, regime)
     select $1, 'phone', '07700 900888', '{"phone":"07700 900888"}', origin_agency_id, feed, $2, received_at, gateway, handling, retention_group, regime
     from records.received_record where label = 'Sam Doubleday'`,
    [number, about],
  );
  await world.sql(
    "insert into records.exact_key (kind, value, record_id) values ('phone', '+447700900888', $1)",
    [number],
  );
}
