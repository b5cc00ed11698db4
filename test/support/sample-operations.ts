import type { Client } from 'pg';

/** Ids of a firm that is being checked, of what was asked about it, and of a day of action under way. */
export const operationSamples = {
  traderId: '5a3b1e00-0000-4000-8000-000000000701',
  traderPersonId: '5a3b1e00-0000-4000-8000-000000000702',
  proofId: '5a3b1e00-0000-4000-8000-000000000703',
  complaintId: '5a3b1e00-0000-4000-8000-000000000704',
  vettingId: '5a3b1e00-0000-4000-8000-000000000705',
  operationId: '5a3b1e00-0000-4000-8000-000000000706',
  operationOfficerId: '5a3b1e00-0000-4000-8000-000000000707',
  stopId: '5a3b1e00-0000-4000-8000-000000000708',
};
const of = (username: string) =>
  `(select o.id, o.agency_id from directory.officer o join platform.account c on c.officer_id = o.id where c.username = '${username}')`;

/** A waste carrier that the scheme asked about; the number that it gave stands in an item of the unit too. */
async function addTrader(client: Client): Promise<void> {
  const s = operationSamples;
  await client.query(
    `insert into dissemination.vetting_request (id, reference, agency_id, unit_agency_id, purpose, about, asked_on, answers_on, asked_by)
     select $1, 'VT-SAMP-001', v.agency_id, u.agency_id, 'trader-scheme', 'Samples Clearances', '2026-11-19', '2026-12-03', v.id
     from ${of('vita.vetting')} v, ${of('imran.intel')} u`,
    [s.vettingId],
  );
  await client.query(
    `insert into dissemination.vetting_subject (request_id, unit_agency_id, position, kind, label, key_kind, key_value)
     select id, unit_agency_id, 0, 'phone', '07700 900555', 'phone', '+447700900555' from dissemination.vetting_request`,
  );
  await client.query(
    `insert into traders.trader (id, reference, agency_id, status, firm_name, legal_status, trades, phone, vehicles, address, postcode, district_code, applied_on,
       vetting_id, asked_on, made_by, made_at)
     select $1, 'TS-SAMP-001', v.agency_id, 'checking', 'Samples Clearances', 'sole-trader', '{waste-clearance}', '07700 900555', '{QS19 SMP}', '1 Sample Yard',
       'QM1 1AA', a.area_code, '2026-11-18', $2, '2026-11-19', v.id, '2026-11-18T09:00:00Z' from ${of('vita.vetting')} v, directory.agency a where a.code = 'WEND'`,
    [s.traderId, s.vettingId],
  );
  await client.query(
    `insert into traders.trader_person (id, trader_id, agency_id, name, date_of_birth, address, added_at)
     select $1, id, agency_id, 'Sam Sampleford', '1980-01-01', '2 Sample Street', made_at from traders.trader`,
    [s.traderPersonId],
  );
  await client.query(
    `insert into traders.trader_proof (id, trader_id, agency_id, person_id, kind, words, name, media_type, sha256, content, added_at)
     select $1, id, agency_id, $2, 'identity', 'Passport', 'passport.pdf', 'application/pdf', repeat('0', 64), '\\x255044462d', made_at from traders.trader`,
    [s.proofId, s.traderPersonId],
  );
  await client.query(
    `insert into traders.trader_complaint (id, trader_id, agency_id, reference, received_on, words, recorded_at)
     select $1, id, agency_id, 'TC-SAMP-001', '2026-11-18', 'Left rubble behind', made_at from traders.trader`,
    [s.complaintId],
  );
  await client.query(
    `insert into traders.trader_event (id, trader_id, at, kind, agency_id, words) select id, id, made_at, 'applied', agency_id, 'Application received' from traders.trader`,
  );
  await client.query(
    `insert into traders.fee (id, agency_id, kind, pence, starts_on, source, made_at) select gen_random_uuid(), v.agency_id, 'vetting', 6000, '2025-04-01', 'Scheme board', '2025-04-01T09:00:00Z'
     from ${of('vita.vetting')} v`,
  );
}

/** A day of action that Wendmere leads and the police take part in, with one stop of Wendmere's. */
async function addOperation(client: Client): Promise<void> {
  const s = operationSamples;
  await client.query(
    `insert into operations.operation (id, reference, agency_id, agency_ids, name, status, on_day, objectives, roads, district_code, briefing, made_by, made_at)
     select $1, 'OP-SAMP-001', c.agency_id, array[c.agency_id, p.agency_id], 'Op Assist Sampleton', 'under-way', '2026-11-20', 'Stop unlicensed carriers', 'The moor road',
       a.area_code, 'Two to each vehicle', c.id, '2026-11-10T09:00:00Z' from ${of('callum.safety')} c, ${of('priya.police')} p, directory.agency a where a.id = c.agency_id`,
    [s.operationId],
  );
  await client.query(
    `insert into operations.operation_agency (operation_id, agency_id, state) select o.id, a, 'agreed' from operations.operation o, unnest(o.agency_ids) a`,
  );
  await client.query(
    `insert into operations.operation_officer (id, operation_id, agency_id, officer_id, part, added_at)
     select $1, o.id, j.agency_id, j.id, 'issue-penalties', o.made_at from operations.operation o, ${of('joss.jet')} j`,
    [s.operationOfficerId],
  );
  await client.query(
    `insert into operations.operation_stop (id, reference, operation_id, agency_id, officer_id, stopped_at, kind, is_licence_checked, result, offence)
     select $1, 'ST-SAMP-001', o.id, j.agency_id, j.id, '2026-11-20T09:30:00Z', 'vehicle', true, 'registration-not-produced', 'waste-carrier-registration'
     from operations.operation o, ${of('joss.jet')} j`,
    [s.stopId],
  );
  await client.query(
    `insert into operations.operation_stop_detail (stop_id, agency_id, lead_agency_id, place, vehicle, words)
     select id, agency_id, agency_id, 'Lay-by', 'QS19 SMP', 'Driver had no papers' from operations.operation_stop`,
  );
  await client.query(
    `insert into operations.operation_event (id, operation_id, at, kind, agency_id, words) select id, id, made_at, 'planned', agency_id, 'Planned' from operations.operation`,
  );
}

/** Adds both; what the intelligence side answers stands nowhere yet. */
export async function addSampleOperations(client: Client): Promise<void> {
  await addTrader(client);
  await addOperation(client);
}
