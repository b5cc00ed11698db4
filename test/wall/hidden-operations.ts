import { vettingPolicy } from '../../src/intelligence/index.ts';
import { operationPolicy } from '../../src/operations/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { traderPolicy } from '../../src/traders/index.ts';
import { operationSamples } from '../support/sample-operations.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

const nameOf = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 7)}`.toUpperCase();
const agenciesOf = (world: World) =>
  world.sql<{ id: string }>('select id from directory.agency order by code');

/** Files of schemes that the viewer does not keep, alike to the sample with all behind it. */
async function hiddenTraders(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const s = operationSamples;
  for (const { id: agencyId } of await agenciesOf(world)) {
    if (traderPolicy.can(viewer, { agencyId })) continue;
    const id = idFromName(`hidden trader ${agencyId}`);
    const part = (what: string) => idFromName(`hidden ${what} ${agencyId}`);
    ids.traderId ??= id;
    ids.traderPersonId ??= part('trader person');
    ids.proofId ??= part('proof');
    ids.complaintId ??= part('complaint');
    await world.sql(
      `insert into traders.trader (id, reference, agency_id, status, firm_name, legal_status, trades, phone, vehicles, address, postcode, district_code, applied_on,
         asked_on, made_at) select $1, $2, $3, 'checking', 'Hidden Clearances', legal_status, trades, phone, vehicles, address, postcode, district_code, applied_on,
         asked_on, made_at from traders.trader where id = $4`,
      [id, `TS-${nameOf(id)}`, agencyId, s.traderId],
    );
    await world.sql(
      `insert into traders.trader_person (id, trader_id, agency_id, name, date_of_birth, address, added_at)
       select $1, $2, $3, 'Hidden Person', date_of_birth, address, added_at from traders.trader_person where id = $4`,
      [part('trader person'), id, agencyId, s.traderPersonId],
    );
    await world.sql(
      `insert into traders.trader_proof (id, trader_id, agency_id, kind, words, name, media_type, sha256, content, added_at)
       select $1, $2, $3, kind, 'Hidden words', name, media_type, sha256, content, added_at from traders.trader_proof where id = $4`,
      [part('proof'), id, agencyId, s.proofId],
    );
    await world.sql(
      `insert into traders.trader_complaint (id, trader_id, agency_id, reference, received_on, words, recorded_at)
       select $1, $2, $3, $5, received_on, 'Hidden words', recorded_at from traders.trader_complaint where id = $4`,
      [part('complaint'), id, agencyId, s.complaintId, `TC-${nameOf(id)}`],
    );
    await world.sql(
      `insert into traders.trader_event (id, trader_id, at, kind, agency_id, words) values ($1, $1, '2026-11-19T12:00:00Z', 'accept', $2, 'Hidden words')`,
      [id, agencyId],
    );
  }
  return ids;
}

/**
 * What the unit has proposed and authorised of the very request that the scheme sees as waiting: until its round, to whoever asked, there
 * is no difference between an answer that is ready, one that is not, and one that is bad. And requests of other agencies and units.
 */
async function hiddenVetting(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const isUnit = viewer.kind === 'officer' && viewer.side === 'INTEL';
  const [sample] = await world.sql<{ agencyId: string; unit: string }>(
    'select agency_id as "agencyId", unit_agency_id as unit from dissemination.vetting_request where id = $1',
    [operationSamples.vettingId],
  );
  if (!sample) throw new Error('There is no sample request.');
  if (!isUnit)
    await world.sql(
      `insert into intelligence.vetting (request_id, agency_id, answer, reason, proposed_at, proposed_by, authorised_at, authorised_by)
       select r.id, r.unit_agency_id, 'decline', 'Hidden words', '2026-11-19T13:00:00Z', i.officer_id, '2026-11-19T14:00:00Z', m.officer_id
       from dissemination.vetting_request r, platform.account i, platform.account m where r.id = $1 and i.username = 'imran.intel' and m.username = 'morag.manager'`,
      [operationSamples.vettingId],
    );
  for (const { id: other } of await agenciesOf(world)) {
    const [agencyId, unitAgencyId] = isUnit ? [sample.agencyId, other] : [other, sample.unit];
    if (vettingPolicy.can(viewer, { agencyId, unitAgencyId })) continue;
    const id = idFromName(`hidden vetting ${other}`);
    ids.vettingId ??= id;
    await world.sql(
      `insert into dissemination.vetting_request (id, reference, agency_id, unit_agency_id, purpose, about, asked_on, answers_on, asked_by)
       select $1, $2, $3, $4, purpose, 'Hidden Clearances', asked_on, answers_on, asked_by from dissemination.vetting_request where id = $5`,
      [id, `VT-${nameOf(id)}`, agencyId, unitAgencyId, operationSamples.vettingId],
    );
    await world.sql(
      `insert into dissemination.vetting_subject (request_id, unit_agency_id, position, kind, label, key_kind, key_value)
       select $1, $2, position, kind, label, key_kind, key_value from dissemination.vetting_subject where request_id = $3`,
      [id, unitAgencyId, operationSamples.vettingId],
    );
    await world.sql(
      `insert into dissemination.vetting_answer (request_id, agency_id, unit_agency_id, answer, answered_on) values ($1, $2, $3, 'decline', '2026-11-19')`,
      [id, agencyId, unitAgencyId],
    );
  }
  return ids;
}

/** Days of action in which the viewer's agency takes no part; and, of the one in which it does, what only the others read of a stop. */
async function hiddenDays(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const s = operationSamples;
  const own = viewer.kind === 'officer' ? viewer.agencyId : undefined;
  for (const { id: agencyId } of await agenciesOf(world)) {
    if (agencyId === own || operationPolicy.can(viewer, { agencyIds: [agencyId] })) continue;
    const id = idFromName(`hidden operation ${agencyId}`);
    ids.operationId ??= id;
    ids.operationOfficerId ??= idFromName(`hidden officer ${agencyId}`);
    ids.stopId ??= idFromName(`hidden stop ${agencyId}`);
    await world.sql(
      `insert into operations.operation (id, reference, agency_id, agency_ids, name, status, on_day, objectives, roads, district_code, briefing, made_at)
       select $1, $2, $3, array[$3::uuid], 'Hidden operation', status, on_day, objectives, roads, district_code, briefing, made_at from operations.operation where id = $4`,
      [id, `OP-${nameOf(id)}`, agencyId, s.operationId],
    );
    await world.sql(
      "insert into operations.operation_agency (operation_id, agency_id, state) values ($1, $2, 'agreed')",
      [id, agencyId],
    );
    await world.sql(
      `insert into operations.operation_officer (id, operation_id, agency_id, officer_id, part, added_at)
       select $1, $2, $3, officer_id, part, added_at from operations.operation_officer where id = $4`,
      [idFromName(`hidden officer ${agencyId}`), id, agencyId, s.operationOfficerId],
    );
    await world.sql(
      `insert into operations.operation_stop (id, reference, operation_id, agency_id, officer_id, stopped_at, kind, is_licence_checked, result, offence)
       select $1, $5, $2, $3, officer_id, stopped_at, kind, is_licence_checked, result, offence from operations.operation_stop where id = $4`,
      [
        idFromName(`hidden stop ${agencyId}`),
        id,
        agencyId,
        s.stopId,
        `ST-${nameOf(idFromName(`hidden stop ${agencyId}`))}`,
      ],
    );
  }
  const [stop] = await world.sql<{ agencyId: string }>(
    'select agency_id as "agencyId" from operations.operation_stop where id = $1',
    [s.stopId],
  );
  if (stop && stop.agencyId !== own) {
    await world.sql(
      "update operations.operation_stop_detail set vehicle = 'HIDDEN', words = 'Hidden words' where stop_id = $1",
      [s.stopId],
    );
    await world.sql(
      `insert into operations.operation_visit (id, operation_id, agency_id, lead_agency_id, place, result, precautions, screening_id, screened_at)
       values ($1, $2, $3, $3, '9 Hidden place', 'two-officers', '{Two officers}', $1, '2026-11-19T12:00:00Z')`,
      [idFromName('hidden visit'), s.operationId, stop.agencyId],
    );
  }
  return ids;
}

/** Traders, what was answered about them, and days of action. */
export async function hiddenOperations(world: World, viewer: Viewer): Promise<Samples> {
  return {
    ...(await hiddenTraders(world, viewer)),
    ...(await hiddenVetting(world, viewer)),
    ...(await hiddenDays(world, viewer)),
  };
}
