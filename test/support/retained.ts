import { idFromName } from '../../src/platform/ids/ids.ts';
import type { World } from './world.ts';

/** The id of something that was arranged here, by its name. */
export const retainedId = (name: string) => idFromName(`retention ${name}`);

/** A closed report of the county, with somebody who reported it; and a record of somebody it names. */
export async function retainedReport(
  world: World,
  name: string,
  caseId: string | null = null,
): Promise<string> {
  await world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, lon, lat, place_words, postcode, ward_code, district_code,
       service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on, closed_at, outcome, outcome_words, case_id)
     select $1, $2, r.issue_type, 'Mr Plum shouted at the bins', r.channel, '2026-05-01T09:00:00Z', a.id, r.lon, r.lat, '4 Plum Row', r.postcode, r.ward_code, r.district_code,
       r.service_id, a.id, r.routed_by, r.route_why, r.routed_at, 'closed', r.first_target_on, '2026-05-09T09:00:00Z', r.outcome, 'Told Mr Plum', $3
     from (select * from intake.report where not is_sensitive and lon is not null order by id limit 1) r, directory.agency a where a.code = 'MCC'`,
    [retainedId(name), `R-${name}`, caseId],
  );
  await world.sql(
    "insert into intake.reporter (report_id, name, phone) values ($1, 'Miss Scarlet', '01632 960555')",
    [retainedId(name)],
  );
  await world.sql(
    "insert into intake.report_event (id, report_id, at, kind, words) values ($1, $2, '2026-05-01T09:00:00Z', 'received', 'Mr Plum')",
    [retainedId(`event of ${name}`), retainedId(name)],
  );
  await world.sql(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, report_id, received_at, gateway, retention_group, regime)
     select $1, 'person', 'Mr Plum', '{"name": "Mr Plum"}', id, 'officer', $2, '2026-05-01', 'own duty', 4, 'UKGDPR' from directory.agency where code = 'MCC'`,
    [retainedId(`named in ${name}`), retainedId(name)],
  );
  return retainedId(name);
}

/** Rows of a list that was closed: one by itself in two versions, one that is judged to be the same as another, one on the register. */
async function lists(world: World): Promise<void> {
  await world.sql(
    `insert into linkage.list (id, owner_agency_id, name, handling, gateway, contact, made_at, closed_at, close_reason, closed_by)
     select $1, id, 'Old visits', 'victim', 'Care Act 2014 s.6/7/45', 'Desk', '2026-05-01', '2026-06-01', 'The work has ended',
       (select officer_id from platform.account where username = 'sadia.safeguarding') from directory.agency where code = 'MCC'`,
    [retainedId('list')],
  );
  for (const [name, replaces] of [
    ['first version', null],
    ['second version', 'first version'],
    ['judged', null],
    ['registered', null],
  ] as const)
    await world.sql(
      `insert into linkage.list_entry (id, list_id, load_id, kind, label, fields, given, source_key, origin_agency_id, handling, received_at, gateway, retention_group, regime, replaces, withdrawn_at)
       select $1, l.id, l.id, 'person', $3, '{}', '{}', $3, l.owner_agency_id, 'victim', '2026-05-02', l.gateway, 4, 'UKGDPR', $4::uuid,
         case when $3 = 'first version' then '2026-05-03'::timestamptz end from linkage.list l where l.id = $2`,
      [retainedId(name), retainedId('list'), name, replaces && retainedId(replaces)],
    );
  const [a, b] = [retainedId('judged'), retainedId('named in R-JUDGED')].sort();
  await world.sql(
    `insert into linkage.judgement (id, record_a, record_b, verdict, made_by, officer_id, agency_id, made_at, why, evidence)
     select $1, $2, $3, 'same', 'person', o.id, o.agency_id, '2026-05-09', 'Seen', '{}' from platform.account c
     join directory.officer o on o.id = c.officer_id where c.username = 'sadia.safeguarding'`,
    [retainedId('judgement'), a, b],
  );
}

/** Files of the register that rest, with a visit, a loss and words; markers that were ended. */
async function people(world: World): Promise<void> {
  for (const name of ['rests', 'hidden', 'stands']) {
    await world.sql(
      `insert into safeguarding.victim_file (id, reference, record_id, name, agency_id, lead_agency_id, status, priority_on, opened_at, opened_by)
       select $1, $2, $3, 'Dr Black', o.agency_id, o.agency_id, $4, '2026-05-01', '2026-05-01', o.id from platform.account c
       join directory.officer o on o.id = c.officer_id where c.username = 'sadia.safeguarding'`,
      [
        retainedId(name),
        `V-${name.toUpperCase()}`,
        name === 'stands' ? retainedId('registered') : retainedId(`anchor of ${name}`),
        name === 'stands' ? 'contacted' : 'deceased',
      ],
    );
    await world.sql(
      `insert into safeguarding.event (id, file_id, agency_id, at, kind, words) select $1, id, agency_id, '2026-06-01', 'contact', 'Dr Black rang' from safeguarding.victim_file where id = $2`,
      [retainedId(`event ${name}`), retainedId(name)],
    );
    await world.sql(
      `insert into safeguarding.contact (file_id, agency_id, phone, address, changed_at, changed_by) select id, agency_id, '01632 960666', '6 Plum Row', '2026-06-01', opened_by from safeguarding.victim_file where id = $1`,
      [retainedId(name)],
    );
    await world.sql(
      `insert into safeguarding.visit (id, reference, file_id, agency_id, person_name, purpose, state, planned_on, assigned_to, needs_two, companion, result, made_at, made_by)
       select $1, $2, id, agency_id, name, 'Doctor Black at home', 'done', '2026-05-20', opened_by, true, 'Mrs White', 'seen', '2026-05-10', opened_by from safeguarding.victim_file where id = $3`,
      [retainedId(`visit ${name}`), `VV-${name.toUpperCase()}`, retainedId(name)],
    );
  }
  await world.sql(
    "insert into records.hidden_address (record_id, is_marked, since) values ($1, true, '2026-05-10')",
    [retainedId('anchor of hidden')],
  );
  for (const [name, ended] of [
    ['ended', '2026-06-01'],
    ['live', null],
  ] as const) {
    await world.sql(
      `insert into assurance.marker (id, reference, agency_id, about, name, type, precaution, words, from_on, review_on, set_at, set_by, ended_at)
       select $1, $2, o.agency_id, 'person', 'Mrs Peacock', 'VI', 'two-officers', 'Two go', '2026-05-01', '2036-05-01', '2026-05-01', o.id, $3 from platform.account c
       join directory.officer o on o.id = c.officer_id where c.username = 'sadia.safeguarding'`,
      [retainedId(`marker ${name}`), `WM-${name.toUpperCase()}`, ended],
    );
    await world.sql(
      `insert into assurance.marker_detail (marker_id, agency_id, why, evidence, told, told_why)
       select id, agency_id, 'Mrs Peacock threw a vase', 'File 4', 'to-tell', '' from assurance.marker where id = $1`,
      [retainedId(`marker ${name}`)],
    );
  }
}

/** The case of the county that is open, on which a report stays. */
export async function openCaseOf(world: World): Promise<string> {
  const [openCase] = await world.sql<{ id: string }>(
    'select c.id from enforcement.case_file c where c.closed_at is null and not c.is_personal order by c.id limit 1',
  );
  if (!openCase) throw new Error('No case is open');
  return openCase.id;
}

/** Puts into the county what retention is tried on. All of it is the county council’s, and ended by June 2026. */
export async function arrangeRetained(world: World): Promise<void> {
  await retainedReport(world, 'R-DUE');
  await retainedReport(world, 'R-HELD');
  await retainedReport(world, 'R-CASE', await openCaseOf(world));
  await retainedReport(world, 'R-JUDGED');
  await lists(world);
  await people(world);
}
