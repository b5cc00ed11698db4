import { alertPolicy, outcomePolicy, prosecutionPolicy } from '../../src/court/index.ts';
import { retentionPolicy } from '../../src/governance/index.ts';
import { enquiryPolicy } from '../../src/intelligence/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { accessSamples, courtSamples } from '../support/sample-court.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

const nameOf = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 7)}`.toUpperCase();
const officerOf = (username: string) =>
  `(select officer_id from platform.account where username = '${username}')`;

/**
 * Prosecution files of services that the viewer is not of, on the very cases that they may see; outcomes of registers that they do not keep;
 * and, for everybody outside the unit, an answer and a full schedule behind the enquiries that they see as waiting.
 */
export async function hiddenCourt(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const s = courtSamples;
  for (const service of await world.sql<{ id: string; agencyId: string }>(
    'select id, agency_id as "agencyId" from directory.service order by code',
  )) {
    const { id: serviceId, agencyId } = service;
    if (prosecutionPolicy.can(viewer, { agencyId, serviceId, supporterIds: [] })) continue;
    const id = idFromName(`hidden prosecution ${serviceId}`);
    const [itemId, outcomeId] = [`item ${id}`, `outcome ${id}`].map(idFromName);
    ids.prosecutionId ??= id;
    await world.sql(
      `insert into court.prosecution (id, reference, case_id, agency_id, service_id, title, opened_on)
       select $1, $2, c.id, $3, $4, 'Hidden prosecution', p.opened_on from court.prosecution p, enforcement.case_file c
       where p.id = $5 and not exists (select 1 from court.prosecution q where q.case_id = c.id and q.service_id = $4) order by (c.id = p.case_id) desc, c.id limit 1`,
      [id, `PF-${nameOf(id)}`, agencyId, serviceId, s.prosecutionId],
    );
    await world.sql(
      `insert into court.item (id, prosecution_id, agency_id, number, kind, is_used, words, captured_at, captured_by, kept_at, sha256, added_by, added_at)
       select $1, $2, $3, 1, kind, false, 'Hidden words', captured_at, captured_by, kept_at, sha256, added_by, added_at from court.item where id = $4`,
      [itemId, id, agencyId, s.evidenceItemId],
    );
    await world.sql(
      `insert into court.prosecution_document (id, prosecution_id, agency_id, kind, version, format, name, sha256, content, shows_address, made_at)
       select $1, $2, $3, kind, version, format, 'hidden.pdf', sha256, content, shows_address, made_at from court.prosecution_document limit 1`,
      [itemId, id, agencyId],
    );
    if (outcomePolicy.can(viewer, { registerAgencyId: agencyId })) continue;
    ids.outcomeId ??= outcomeId ?? '';
    await world.sql(
      `insert into court.outcome (id, prosecution_id, agency_id, register_agency_id, reference, result, court_name, on_day, defendants, convictions, victim_words, recorded_at, recorded_by)
       select $1, $2, $3, $3, $4, result, 'Hidden Court', on_day, defendants, convictions, 'Hidden words', recorded_at, recorded_by from court.outcome where id = $5`,
      [outcomeId, id, agencyId, `OC-${nameOf(id)}`, s.outcomeId],
    );
  }
  Object.assign(ids, await hiddenAlerts(world, viewer));
  return { ...ids, ...(await hiddenEnquiries(world, viewer)), ...(await hiddenAccess(world, viewer)) };
}

/** Warnings of other agencies that nobody approved yet; and, for whoever approves and is not of the service, what one was made from. */
async function hiddenAlerts(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    if (alertPolicy.can(viewer, { agencyId })) continue;
    const id = idFromName(`hidden alert ${agencyId}`);
    ids.alertId ??= id;
    await world.sql(
      `insert into court.alert (id, reference, agency_id, service_id, status, title, words, advice, trades, ends_on, made_by, made_at)
       select $1, $2, $3, service_id, 'draft', 'Hidden warning', 'Hidden words', advice, trades, ends_on, made_by, made_at from court.alert where id = $4`,
      [id, `AL-${nameOf(id)}`, agencyId, courtSamples.alertId],
    );
    await world.sql(
      `insert into court.alert_reach (id, alert_id, agency_id, on_day, channel, sent, opened, reached, made_by)
       select $1, $1, $2, on_day, channel, 900, 900, 900, made_by from court.alert_reach where alert_id = $3`,
      [id, agencyId, courtSamples.alertId],
    );
  }
  return ids;
}

async function hiddenEnquiries(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const isUnit = viewer.kind === 'officer' && viewer.side === 'INTEL';
  const [sample] = await world.sql<{ agencyId: string; serviceId: string; unit: string }>(
    'select agency_id as "agencyId", service_id as "serviceId", unit_agency_id as unit from dissemination.enquiry where id = $1',
    [courtSamples.enquiryId],
  );
  if (!sample) throw new Error('There is no sample enquiry.');
  if (!isUnit) {
    await world.sql(
      `insert into intelligence.enquiry (enquiry_id, agency_id, answer, reason, prosecutor, answered_at, answered_by)
       select id, unit_agency_id, 'in-person', 'Hidden words', 'Hidden Person', '2026-11-19T14:00:00Z', ${officerOf('morag.manager')} from dissemination.enquiry`,
    );
    await world.sql(
      `insert into intelligence.enquiry_line (id, enquiry_id, agency_id, words, ground, test, reason, made_at, made_by)
       select gen_random_uuid(), id, unit_agency_id, 'Hidden words', 'source', 'undermines', 'Hidden words', '2026-11-19T13:00:00Z', ${officerOf('imran.intel')}
       from dissemination.enquiry, generate_series(1, 3)`,
    );
  }
  for (const { id: other } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    const [agencyId, unitAgencyId] = isUnit ? [sample.agencyId, other] : [other, sample.unit];
    const subject = { side: 'OPS' as const, agencyId, serviceId: sample.serviceId, unitAgencyId };
    if (enquiryPolicy.can(viewer, subject)) continue;
    const id = idFromName(`hidden enquiry ${other}`);
    ids.enquiryId ??= id;
    await world.sql(
      `insert into dissemination.enquiry (id, reference, purpose, side, agency_id, service_id, unit_agency_id, file_id, file_reference, about, asked_on, answers_on, asked_by)
       select $1, $2, purpose, side, $3, service_id, $4, file_id, file_reference, 'Hidden case', asked_on, answers_on, asked_by from dissemination.enquiry where id = $5`,
      [id, `EN-${nameOf(id)}`, agencyId, unitAgencyId, courtSamples.enquiryId],
    );
    await world.sql(
      `insert into dissemination.enquiry_subject (enquiry_id, unit_agency_id, position, kind, label, key_kind, key_value)
       select $1, $2, position, kind, label, key_kind, key_value from dissemination.enquiry_subject where enquiry_id = $3`,
      [id, unitAgencyId, courtSamples.enquiryId],
    );
    await world.sql(
      "insert into dissemination.enquiry_considered (enquiry_id, considered_on) values ($1, '2026-11-19')",
      [id],
    );
  }
  return ids;
}

/** Requests of other agencies for the same person's data, with what is held. */
async function hiddenAccess(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    if (retentionPolicy.can(viewer, { agencyId })) continue;
    const id = idFromName(`hidden access ${agencyId}`);
    ids.accessId ??= id;
    ids.accessItemId ??= idFromName(`item ${id}`);
    await world.sql(
      `insert into governance.access (id, reference, agency_id, regime, status, name, date_of_birth, phone, reply_by, keys, received_on, identity_on, due_on, made_at, made_by)
       select $1, $2, $3, regime, status, 'Hidden Person', date_of_birth, phone, reply_by, keys, received_on, identity_on, '2026-11-01', made_at, made_by
       from governance.access where id = $4`,
      [id, `SA-${nameOf(id)}`, agencyId, accessSamples.accessId],
    );
    await world.sql(
      `insert into governance.access_item (id, access_id, agency_id, module, kind, record_id, reference, on_day, by_key, words, others)
       select $1, $2, $3, module, kind, record_id, reference, on_day, by_key, 'Hidden words', others from governance.access_item where id = $4`,
      [idFromName(`item ${id}`), id, agencyId, accessSamples.accessItemId],
    );
  }
  return ids;
}
