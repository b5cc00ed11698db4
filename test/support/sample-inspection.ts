import type { Client } from 'pg';
import { assuranceSamples } from './sample-assurance.ts';

/** Ids of premises of Wendmere, a test purchase under way there, a visit, and a scheme with an application. */
export const inspectionSamples = {
  premisesId: '5a3b1e00-0000-4000-8000-000000000801',
  purchaseId: '5a3b1e00-0000-4000-8000-000000000802',
  selectionId: '5a3b1e00-0000-4000-8000-000000000803',
  purchaseOfficerId: '5a3b1e00-0000-4000-8000-000000000804',
  volunteerId: '5a3b1e00-0000-4000-8000-000000000805',
  attemptId: '5a3b1e00-0000-4000-8000-000000000806',
  followUpId: '5a3b1e00-0000-4000-8000-000000000807',
  inspectionVisitId: '5a3b1e00-0000-4000-8000-000000000808',
  sampleId: '5a3b1e00-0000-4000-8000-000000000809',
  schemeId: '5a3b1e00-0000-4000-8000-00000000080a',
  memberId: '5a3b1e00-0000-4000-8000-00000000080b',
  awardId: '5a3b1e00-0000-4000-8000-00000000080c',
  licensingId: '5a3b1e00-0000-4000-8000-00000000080f',
};
const records = {
  firm: '5a3b1e00-0000-4000-8000-00000000080d',
  place: '5a3b1e00-0000-4000-8000-00000000080e',
};
const wend = "(select id, area_code from directory.agency where code = 'WEND')";
const of = (username: string) =>
  `(select o.id, o.agency_id from directory.officer o join platform.account c on c.officer_id = o.id where c.username = '${username}')`;

/** Wendmere tests premises with the police; who sold is nowhere, and the volunteer is a code. */
async function addPurchase(client: Client): Promise<void> {
  const s = inspectionSamples;
  await client.query(
    `insert into inspection.purchase (id, reference, agency_id, agency_ids, name, status, on_day, location, district_code, test_type, product, briefing,
       risk_assessment, made_at)
     select $1, 'TP-SAMP-001', w.id, array[w.id, p.agency_id], 'Sample test', 'under-way', '2026-11-20', 'Sampleton', w.area_code, 'underage', 'alcohol', 'In sight',
       'Two officers', '2026-11-10T09:00:00Z' from ${wend} w, ${of('priya.police')} p`,
    [s.purchaseId],
  );
  await client.query(
    `insert into inspection.purchase_covert (purchase_id, agency_id, answer, words) select id, agency_id, 'not-needed', 'Single purchase' from inspection.purchase`,
  );
  await client.query(
    `insert into inspection.selection (id, purchase_id, premises_id, lead_agency_id, label, address, record_ids, added_at)
     select $1, p.id, m.id, p.agency_id, m.trading_name, m.address, array[m.firm_record_id, m.place_record_id], p.made_at from inspection.purchase p, inspection.premises m`,
    [s.selectionId],
  );
  await client.query(
    `insert into inspection.selection_reason (selection_id, lead_agency_id, basis, words) select id, lead_agency_id, 'complaint', 'Two complaints came' from inspection.selection`,
  );
  await client.query(
    `insert into inspection.purchase_officer (id, purchase_id, agency_id, officer_id, part, added_at)
     select $1, p.id, j.agency_id, j.id, 'keep-record', p.made_at from inspection.purchase p, ${of('olu.officer')} j`,
    [s.purchaseOfficerId],
  );
  await client.query(
    `insert into inspection.volunteer (id, purchase_id, lead_agency_id, code, age, own_consent_on, parent_consent_on, added_at)
     select $1, id, agency_id, 'V1', 16, '2026-11-10', '2026-11-10', made_at from inspection.purchase`,
    [s.volunteerId],
  );
  await client.query(
    `insert into inspection.welfare_line (id, volunteer_id, purchase_id, lead_agency_id, at, words)
     select id, $1, id, agency_id, made_at, 'Warm and fed' from inspection.purchase`,
    [s.volunteerId],
  );
  await client.query(
    `insert into inspection.attempt (id, reference, purchase_id, premises_id, lead_agency_id, agency_id, officer_id, attempted_at, on_day, result,
       volunteer_code, volunteer_age, product, made_at)
     select $1, 'TA-SAMP-001', p.id, x.premises_id, p.agency_id, p.agency_id, j.id, '2026-11-20T09:30:00Z', p.on_day, 'fail_sold', 'V1', 16, 'alcohol', '2026-11-20T09:31:00Z'
     from inspection.purchase p, inspection.selection x, ${of('olu.officer')} j`,
    [s.attemptId],
  );
  await client.query(
    `insert into inspection.attempt_detail (attempt_id, lead_agency_id, agency_id, words) select id, lead_agency_id, agency_id, 'Did not ask' from inspection.attempt`,
  );
  await client.query(
    `insert into inspection.follow_up (id, attempt_id, lead_agency_id, agency_id, kind, status, due_on, made_at)
     select $1, id, lead_agency_id, agency_id, 'training', 'offered', '2027-01-19', made_at from inspection.attempt`,
    [s.followUpId],
  );
  await client.query(
    `insert into inspection.attempt_document (id, attempt_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
     select $1, id, lead_agency_id, 'letter', 1, 'pdf', 'TA-SAMP-001-letter-1.pdf', repeat('0', 64), '\\x255044462d', true, made_at from inspection.attempt`,
    [s.attemptId],
  );
  await client.query(
    `insert into inspection.purchase_event (id, purchase_id, at, kind, agency_id, words) select id, id, made_at, 'planned', agency_id, 'Planned' from inspection.purchase`,
  );
}

/** Adds premises with a concern, the test purchase, a visit with a sample, and a scheme with a member that applied for its award. */
export async function addSampleInspection(client: Client): Promise<void> {
  const s = inspectionSamples;
  for (const [id, kind, label, fields] of [
    [records.firm, 'organisation', 'Sample Wines Ltd', { name: 'Sample Wines Ltd' }],
    [records.place, 'place', '3 Sample Parade, QM1 1AA', { address: '3 Sample Parade', postcode: 'QM1 1AA' }],
  ] as const)
    await client.query(
      `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
       select $1, $2, $3, $4, w.id, 'inspection', '2026-11-10T09:00:00Z', 'own duty', 'ordinary', 4, 'UKGDPR' from ${wend} w`,
      [id, kind, label, JSON.stringify(fields)],
    );
  await client.query(
    `insert into inspection.premises (id, reference, agency_id, agency_ids, kind, trading_name, firm_name, firm_record_id, place_record_id, address, postcode,
       district_code, licence_number, risk, rated_on, made_at)
     select $1, 'PR-SAMP-001', w.id, array[w.id, p.agency_id], 'off-licence', 'Sample Wines', 'Sample Wines Ltd', $2, $3, '3 Sample Parade', 'QM1 1AA',
       w.area_code, 'PL/1', 'high', '2026-11-10', '2026-11-10T09:00:00Z' from ${wend} w, ${of('priya.police')} p`,
    [s.premisesId, records.firm, records.place],
  );
  await client.query(
    `insert into inspection.concern (id, premises_id, agency_id, raised_on, words, shared_words)
     select id, id, agency_id, rated_on, 'Own words', 'Drinkers outside after nine' from inspection.premises`,
  );
  await client.query(
    `insert into inspection.premises_event (id, premises_id, at, kind, agency_id, words) select id, id, made_at, 'kept', agency_id, 'Premises kept' from inspection.premises`,
  );
  await addPurchase(client);
  await client.query(
    `insert into inspection.visit (id, reference, premises_id, agency_id, agency_ids, label, kind, planned_on, made_at)
     select $1, 'IV-SAMP-001', id, agency_id, array[agency_id], trading_name, 'inspection', '2026-11-25', made_at from inspection.premises`,
    [s.inspectionVisitId],
  );
  await client.query(
    `insert into inspection.visit_company (visit_id, agency_id, companion, companion_is) select id, agency_id, 'Joss Thistlewood', 'anybody' from inspection.visit`,
  );
  await client.query(
    `insert into inspection.premises_screen (premises_id, agency_id, screening_id, screened_at) select id, agency_id, $1, '2026-11-19T09:00:00Z' from inspection.premises`,
    [assuranceSamples.screeningId],
  );
  await client.query(
    `insert into inspection.sample (id, visit_id, agency_id, what, result, taken_at) select $1, id, agency_id, 'Spirits', 'awaited', made_at from inspection.visit`,
    [s.sampleId],
  );
  await client.query(
    `insert into inspection.scheme (id, reference, agency_id, agency_ids, kind, name, district_code, status, started_on, made_at)
     select $1, 'SC-SAMP-001', w.id, array[w.id, p.agency_id], 'nightsafe', 'Sample Nightsafe', w.area_code, 'open', '2026-11-01', '2026-11-01T09:00:00Z'
     from ${wend} w, ${of('priya.police')} p`,
    [s.schemeId],
  );
  await client.query(
    `insert into inspection.member (id, scheme_id, premises_id, agency_id, label, joined_on)
     select $1, c.id, m.id, m.agency_id, m.trading_name, '2026-11-10' from inspection.scheme c, inspection.premises m`,
    [s.memberId],
  );
  await client.query(
    `insert into inspection.award (id, reference, scheme_id, premises_id, agency_id, status, applied_on, made_at)
     select $1, 'AW-SAMP-001', c.id, m.id, m.agency_id, 'applied', '2026-11-12', '2026-11-12T09:00:00Z' from inspection.scheme c, inspection.premises m`,
    [s.awardId],
  );
  await addReview(client);
}

/** A review of the licence that was advertised, with a line of each of its parts, and a closure notice of the premises. */
async function addReview(client: Client): Promise<void> {
  const id = inspectionSamples.licensingId;
  await client.query(
    `insert into inspection.licensing (id, reference, agency_id, premises_id, kind, status, applicant, grounds, case_words, applied_on, representations_until,
       representations_why, advertised_on, made_at)
     select $1, 'LR-SAMP-001', agency_id, id, 'review', 'advertised', 'trading-standards', '{children-from-harm}', 'Sold twice', '2026-11-12', '2026-12-10',
       '28 days', '2026-11-13', made_at from inspection.premises`,
    [id],
  );
  const own = `from inspection.licensing where id = $1`;
  for (const insert of [
    `licensing_evidence (id, licensing_id, agency_id, position, on_day, words) select id, id, agency_id, 0, applied_on, 'Sold to a child' ${own}`,
    `licensing_representation (id, licensing_id, agency_id, came_on, party, standing, words, recorded_at)
       select id, id, agency_id, applied_on, 'police', 'for', 'Supports it', made_at ${own}`,
    `licensing_event (id, licensing_id, at, kind, agency_id, words) select id, id, made_at, 'apply', agency_id, 'Applied' ${own}`,
    `licensing_document (id, licensing_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
       select id, id, agency_id, 'application', 1, 'pdf', 'LR-SAMP-001-application-1.pdf', repeat('0', 64), '\\x255044462d', true, made_at ${own}`,
    `licensing_publication (licensing_id, agency_id, premises_id, reference, trading_name, licence_number, district_code, kind, status, grounds, advertised_on)
       select l.id, l.agency_id, p.id, l.reference, p.trading_name, p.licence_number, p.district_code, l.kind, l.status, l.grounds, l.advertised_on
       from inspection.licensing l join inspection.premises p on p.id = l.premises_id where l.id = $1`,
    `premises_document (id, premises_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
       select id, premises_id, agency_id, 'closure-notice', 1, 'pdf', 'PR-SAMP-001-closure-notice-1.pdf', repeat('0', 64), '\\x255044462d', true, made_at ${own}`,
  ])
    await client.query(`insert into inspection.${insert}`, [id]);
}
