import type { Client } from 'pg';

/** Ids of a case of Wendmere with everything that can hang on one, a nomination that the police are told of, and a case review. */
export const asbSamples = {
  asbId: '5a3b1e00-0000-4000-8000-000000000901',
  complainantId: '5a3b1e00-0000-4000-8000-000000000902',
  orderId: '5a3b1e00-0000-4000-8000-000000000903',
  breachId: '5a3b1e00-0000-4000-8000-000000000904',
  nominationId: '5a3b1e00-0000-4000-8000-000000000905',
  releasePlanId: '5a3b1e00-0000-4000-8000-000000000906',
  reviewId: '5a3b1e00-0000-4000-8000-000000000907',
  recommendationId: '5a3b1e00-0000-4000-8000-000000000908',
};
const contribution = '5a3b1e00-0000-4000-8000-000000000909';
const taskId = '5a3b1e00-0000-4000-8000-00000000090a';
const jatac = "(select id from tasking.series where kind = 'JATAC' order by id limit 1)";

/** One SQL query a token of this module. */
export const asbSampleQueries: Record<string, string> = {
  ...Object.fromEntries(Object.entries(asbSamples).map(([name, id]) => [name, `select '${id}' as value`])),
  jatacId: `select ${jatac}::text as value`,
  policeAgencyId: "select id::text as value from directory.agency where code = 'MPOL'",
  asbStep: "select 'monitor' as value",
  orderStep: "select 'refuse' as value",
  nominationStep: "select 'accept' as value",
  reviewStep: "select 'acknowledge' as value",
};

const wend = "(select id, area_code from directory.agency where code = 'WEND')";
const of = (username: string) =>
  `(select o.id, o.agency_id from directory.officer o join platform.account c on c.officer_id = o.id where c.username = '${username}')`;
const at = '2026-11-10T09:00:00Z';

async function addCase(client: Client): Promise<void> {
  const s = asbSamples;
  await client.query(
    `insert into asb.asb_case (id, reference, agency_id, status, category, sub_type, channel, summary, district_code, place_words, subject_name, received_on, opened_by,
       opened_at, first_level, level, assess_due_on)
     select $1, 'ASB-SAMP-001', w.id, 'open', 'nuisance', 'noise', 'phone', 'Music at night', w.area_code, 'Sample Yard', 'Sam Sample', '2026-11-09', j.id, '${at}',
       'medium', 'medium', '2026-12-08' from ${wend} w, ${of('callum.safety')} j`,
    [s.asbId],
  );
  await client.query(
    `insert into asb.complainant (id, asb_id, agency_id, position, name, phone, contact_officer_id, added_on, contact_due_on)
     select $1, id, agency_id, 1, 'Nan Neighbour', '01632 960001', opened_by, received_on, '2026-11-11' from asb.asb_case`,
    [s.complainantId],
  );
  for (const statement of [
    `insert into asb.contact (id, complainant_id, asb_id, agency_id, on_day, words, at) select id, id, asb_id, agency_id, '2026-11-10', 'Rang', '${at}' from asb.complainant`,
    `insert into asb.incident (id, asb_id, agency_id, on_day, words, at) select id, id, agency_id, received_on, summary, '${at}' from asb.asb_case`,
    `insert into asb.assessment (id, asb_id, agency_id, number, assessed_on, answers, total, level, overrides, victim_words, setting_version, at)
       select id, id, agency_id, 1, '2026-11-10', '[{"code": "frequency", "name": "How often", "score": 3}]', 12, 'medium', '{}', 'Tired', 0, '${at}' from asb.asb_case`,
    `insert into asb.measure (id, asb_id, agency_id, kind, on_day, words, at) select id, id, agency_id, 'advice', '2026-11-10', 'Leaflet', '${at}' from asb.asb_case`,
    `insert into asb.asb_event (id, asb_id, at, kind, agency_id, words) select id, id, '${at}', 'opened', agency_id, 'Case opened' from asb.asb_case`,
  ])
    await client.query(statement);
  await client.query(
    `insert into asb.order_file (id, reference, asb_id, agency_id, kind, status, age, terms, prepared_at, made_on, ends_on)
     select $1, 'AO-SAMP-001', id, agency_id, 'cbo', 'in-force', 34, '{Quiet after nine}', '${at}', '2026-11-01', '2028-10-31' from asb.asb_case`,
    [s.orderId],
  );
  await client.query(
    `insert into asb.breach (id, order_id, asb_id, agency_id, on_day, words, result, custody_from, release_on, at)
     select $1, id, asb_id, agency_id, '2026-11-05', 'Loud again', 'custody', '2026-11-06', '2027-01-11', '${at}' from asb.order_file`,
    [s.breachId],
  );
}
async function addNomination(client: Client): Promise<void> {
  const s = asbSamples;
  await client.query(
    `insert into asb.nomination (id, reference, series_id, chair_agency_id, agency_id, agency_ids, asb_id, category, subject_name, words, status, level_open,
       nominated_by, nominated_on)
     select $1, 'JN-SAMP-001', ${jatac}, c.agency_id, c.agency_id, array[c.agency_id, p.agency_id], c.id, 'vulnerable', 'Sam Sample', 'Three services', 'nominated',
       'medium', c.opened_by, '2026-11-12' from asb.asb_case c, ${of('priya.police')} p`,
    [s.nominationId],
  );
  await client.query(
    `insert into asb.nomination_event (id, nomination_id, at, kind, agency_id, words) select id, id, '${at}', 'nominated', agency_id, 'Nominated' from asb.nomination`,
  );
  await client.query(
    `insert into asb.contribution (id, nomination_id, agency_id, officer_id, kind, words, audience, audience_ids, basis, at)
     select $1, n.id, p.agency_id, p.id, 'police', 'One call', 'group', '{}', 'consent', '${at}' from asb.nomination n, ${of('priya.police')} p`,
    [contribution],
  );
  await client.query(
    `insert into asb.release_plan (id, reference, asb_id, breach_id, nomination_id, agency_id, lead_agency_id, release_on, required, escalate_on, made_by, made_at)
     select $1, 'RP-SAMP-001', c.id, b.id, n.id, c.agency_id, c.agency_id, b.release_on, '{care,contact}', '2027-01-04', c.opened_by, '${at}'
     from asb.asb_case c, asb.breach b, asb.nomination n`,
    [s.releasePlanId],
  );
  await client.query(
    `insert into tasking.task (id, reference, title, expected, set_by_agency_id, service_id, agency_id, set_at, due_on, first_due_on, status)
     select $1, 'T-SAMP-ASB', 'Action of RP-SAMP-001', 'Read it under Anti-social behaviour', w.id, v.id, v.agency_id, '${at}', '2027-01-05', '2027-01-05', 'set'
     from ${wend} w, directory.service v where v.code = 'MPOL-SNT1'`,
    [taskId],
  );
  await client.query(
    `insert into asb.action (id, nomination_id, plan_id, lead_agency_id, agency_id, service_id, task_id, part, words, starts_on, due_on, at)
     select t.id, p.nomination_id, p.id, p.lead_agency_id, t.agency_id, t.service_id, t.id, 'contact', 'Call each week', '2027-01-05', '2027-01-05', '${at}'
     from asb.release_plan p, tasking.task t where t.id = $1`,
    [taskId],
  );
}

/** Adds the case with its nomination, its plan before a release, and the review of how it was handled. */
export async function addSampleAsb(client: Client): Promise<void> {
  const s = asbSamples;
  await addCase(client);
  await addNomination(client);
  await client.query(
    `insert into asb.review (id, reference, agency_id, status, channel, applicant_kind, applied_on, district_code, acknowledge_by, agencies_by, decide_by, panel_by,
       acknowledged_on, decision, decided_on, decision_words, reviewed_on, panel_on, outcome, findings, threshold)
     select $1, 'CR-SAMP-001', w.id, 'reviewed', 'web', 'complainant', '2026-11-02', w.area_code, '2026-11-04', '2026-11-16', '2026-11-23', '2026-11-30',
       '2026-11-03', 'met', '2026-11-05', 'Three complaints', '2026-11-10', '2026-11-10', 'One plan', 'Slow', '{"complaints": 3, "complaintMonths": 1, "applicationMonths": 6}'
     from ${wend} w`,
    [s.reviewId],
  );
  for (const statement of [
    `insert into asb.review_applicant (review_id, agency_id, name, email) select id, agency_id, 'Nan Neighbour', 'nan@neighbour.example' from asb.review`,
    `insert into asb.review_complaint (id, review_id, agency_id, position, happened_on, complained_on, told) select id, id, agency_id, 1, '2026-10-20', '2026-10-21', 'The council' from asb.review`,
    `insert into asb.review_event (id, review_id, at, kind, agency_id, words) select id, id, '${at}', 'received', agency_id, 'Application received' from asb.review`,
    `insert into asb.review_document (id, review_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
       select id, id, agency_id, 'threshold', 1, 'pdf', 'CR-SAMP-001-threshold-1.pdf', repeat('0', 64), '\\x255044462d', false, '${at}' from asb.review`,
    `insert into asb.order_document (id, order_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
       select id, id, agency_id, 'contract', 1, 'pdf', 'AO-SAMP-001-contract-1.pdf', repeat('0', 64), '\\x255044462d', false, '${at}' from asb.order_file`,
    `insert into asb.publication (id, agency_id, year, edition, counts, published_on)
       select id, agency_id, '2025-26', 1, '{"quarters": [], "total": {"received": 1, "notMet": 0, "reviews": 1, "recommended": 1, "closed": 1}}', '2026-05-01' from asb.review`,
  ])
    await client.query(statement);
  await client.query(
    `insert into asb.recommendation (id, reference, review_id, agency_id, body_agency_id, words, made_on, is_sent)
     select $1, 'CN-SAMP-001', r.id, r.agency_id, p.agency_id, 'Tell neighbours sooner', '2026-11-10', true from asb.review r, ${of('priya.police')} p`,
    [s.recommendationId],
  );
}
