import { casePolicy, penaltyPolicy } from '../../src/enforcement/index.ts';
import { importPolicy, reportPolicy } from '../../src/intake/index.ts';
import { mayReadWords } from '../../src/intake/report.policy.ts';
import { countedPolicy, nominalPolicy } from '../../src/intelligence/index.ts';
import { listPolicy } from '../../src/linkage/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { recordPolicy } from '../../src/records/index.ts';
import { filePolicy, visitPolicy } from '../../src/safeguarding/index.ts';
import { meetingPolicy, taskPolicy } from '../../src/tasking/index.ts';
import { addSampleExhibit } from '../support/sample-enforcement.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';
import { hiddenAbandoned } from './hidden-abandoned.ts';
import { hiddenAsb } from './hidden-asb.ts';
import { hiddenClosures } from './hidden-closures.ts';
import { hiddenCommissions } from './hidden-commission.ts';
import { hiddenCourt } from './hidden-court.ts';
import { hiddenEncampments } from './hidden-encampments.ts';
import { hiddenField } from './hidden-field.ts';
import { hiddenInspection } from './hidden-inspection.ts';
import { hiddenIntelligence } from './hidden-intelligence.ts';
import { hiddenJet } from './hidden-jet.ts';
import { hiddenJudgements } from './hidden-judgements.ts';
import { hiddenMarkers } from './hidden-markers.ts';
import { hiddenOperations } from './hidden-operations.ts';
import { hiddenProtection } from './hidden-protection.ts';
import { hiddenPspos } from './hidden-pspos.ts';
import { hiddenRandom } from './hidden-random.ts';
import { hiddenRetention } from './hidden-retention.ts';

/** A token's value in the other world only: an id that the viewer may not know to exist. */
export type HiddenIds = Samples;

interface Service {
  id: string;
  agencyId: string;
}

/**
 * Puts into one world what a viewer may not see, as much and as like to what they can see as possible: the same words,
 * places, telephone numbers and dates. What is hidden is decided by the policies, so that the suite needs no list.
 * A new kind of record adds a function here. `drawn` adds what is drawn at random.
 */
export async function hideThings(
  world: World,
  viewer: Viewer,
  { drawn = true }: { drawn?: boolean } = {},
): Promise<HiddenIds> {
  const ids: HiddenIds = {};
  for (const hide of [
    hiddenReports,
    hiddenRecords,
    hiddenPenalties,
    hiddenProtection,
    hiddenClosures,
    hiddenEncampments,
    hiddenAbandoned,
    hiddenPspos,
    hiddenCases,
    hiddenRoleRequests,
    hiddenImports,
    hiddenLists,
    hiddenFiles,
    hiddenMarkers,
    hiddenIntelligence,
    hiddenOperations,
    hiddenInspection,
    hiddenJet,
    hiddenCourt,
    hiddenCommissions,
    hiddenField,
    hiddenAsb,
    hiddenReturns,
    hiddenFlags,
    hiddenMail,
    hiddenRetention,
    ...(drawn ? [hiddenRandom] : []),
  ])
    Object.assign(ids, await hide(world, viewer));
  Object.assign(ids, await hiddenPhotos(world, viewer));
  Object.assign(ids, await hiddenJudgements(world, viewer));
  return ids;
}

const services = (world: World): Promise<Service[]> =>
  world.sql<Service>('select id, agency_id as "agencyId" from directory.service order by code');

async function hiddenReports(world: World, viewer: Viewer): Promise<HiddenIds> {
  let first: string | undefined;
  for (const service of await services(world)) {
    for (const isSensitive of [false, true]) {
      const subject = {
        ownerAgencyId: service.agencyId,
        receivedByAgencyId: service.agencyId,
        serviceId: service.id,
        isSensitive,
      };
      // The unit counts reports that it may not open.
      if (reportPolicy.can(viewer, subject) || countedPolicy.can(viewer, subject)) continue;
      const id = idFromName(`hidden report ${service.id} ${isSensitive}`);
      first ??= id;
      await world.sql(
        `insert into intake.report (id, reference, issue_type, description, channel, is_sensitive, received_at, received_by_agency_id,
           lon, lat, place_words, postcode, ward_code, district_code, land_owner, service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on)
         select $1, $2, issue_type, description, channel, $3, received_at, $4, lon, lat, place_words, postcode, ward_code, district_code, land_owner,
           $5, $4, routed_by, route_why, routed_at, 'new', first_target_on
         from intake.report where not is_sensitive and lon is not null order by received_at desc, id limit 1`,
        [
          id,
          `R-${id.slice(0, 4).toUpperCase()}-${id.slice(4, 7).toUpperCase()}`,
          isSensitive,
          service.agencyId,
          service.id,
        ],
      );
      await world.sql(
        "insert into intake.reporter (report_id, name, phone) values ($1, 'Hidden Person', '01632 960123')",
        [id],
      );
      await world.sql(
        "insert into intake.report_event (id, report_id, at, kind, words) values ($1, $2, '2026-11-19T12:00:00Z', 'received', 'Hidden event')",
        [idFromName(`event ${id}`), id],
      );
      await world.sql(
        "insert into intake.message (id, report_id, from_reporter, body, sent_at) values ($1, $2, true, 'Hidden words', '2026-11-19T12:00:00Z')",
        [idFromName(`message ${id}`), id],
      );
    }
  }
  return first ? { reportId: first } : {};
}

async function hiddenRecords(world: World, viewer: Viewer): Promise<HiddenIds> {
  let first: string | undefined;
  const agencies = [...new Set((await services(world)).map((service) => service.agencyId))];
  for (const agencyId of agencies) {
    for (const handling of ['ordinary', 'sensitive']) {
      const subject = { originAgencyId: agencyId, handling };
      if (recordPolicy.can(viewer, subject) || nominalPolicy.can(viewer, subject)) continue;
      const id = idFromName(`hidden record ${agencyId} ${handling}`);
      first ??= id;
      await world.sql(
        `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
         values ($1, 'phone', '+447700900123', '{"phone":"07700 900123"}', $2, 'hidden', '2026-11-19T12:00:00Z', 'own duty', $3, 4, 'UKGDPR')`,
        [id, agencyId, handling],
      );
      // A firm whose name is a word of every sample item: «Rings from 07700 900555.»
      await world.sql(
        `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
         values (md5('hidden firm ' || $1)::uuid, 'organisation', 'Rings', '{}', $2, 'hidden', '2026-11-19T12:00:00Z', 'own duty', $3, 4, 'UKGDPR')`,
        [id, agencyId, handling],
      );
      // The same key as every visible telephone: a count of matches must not move.
      await world.sql(
        "insert into records.exact_key (kind, value, record_id) select distinct 'phone', value, $1::uuid from records.exact_key where kind = 'phone' on conflict do nothing",
        [id],
      );
    }
  }
  return first ? { recordId: first } : {};
}

/** A row of a table again, with other values in some columns. What the database works out itself is left to it. */
async function again(
  world: World,
  table: string,
  where: string,
  values: Record<string, unknown>,
): Promise<void> {
  const [columns] = await world.sql<{ names: string }>(
    "select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    [table],
  );
  const names = columns?.names ?? '';
  await world.sql(
    `insert into ${table} (${names}) select ${names.replace(/(^|, )/g, '$1p.')} from (select id from ${table} where ${where} limit 1) c
     join ${table} t on t.id = c.id cross join lateral jsonb_populate_record(t, $1::jsonb) p`,
    [JSON.stringify(values)],
  );
}

async function hiddenPenalties(world: World, viewer: Viewer): Promise<HiddenIds> {
  let first: string | undefined;
  const agencies = [...new Set((await services(world)).map((service) => service.agencyId))];
  for (const agencyId of agencies) {
    for (const status of ['draft', 'issued']) {
      if (penaltyPolicy.can(viewer, { agencyId, status })) continue;
      const id = idFromName(`hidden penalty ${agencyId} ${status}`);
      first ??= id;
      await again(
        world,
        'enforcement.penalty',
        "status <> 'draft' and report_id is null order by issued_on desc, id",
        {
          id,
          reference: `FPN-${id.slice(0, 7).toUpperCase()}`,
          agency_id: agencyId,
          status,
          paid_on: null,
          paid_pence: null,
        },
      );
      await addSampleExhibit((text, values) => world.sql(text, values), 'penalty', {
        ...{ id: idFromName(`hidden exhibit ${id}`), fileId: id, words: 'Hidden words' },
      });
    }
  }
  return first ? { penaltyId: first, penaltyExhibitId: idFromName(`hidden exhibit ${first}`) } : {};
}

/** Cases about people, each with an item, a decision and a task at the very meeting that the viewer may be looking at. */
async function hiddenCases(world: World, viewer: Viewer): Promise<HiddenIds> {
  const ids: HiddenIds = {};
  const meetings = await world.sql<{ id: string; seriesId: string }>(
    'select id, series_id as "seriesId" from tasking.meeting order by held_on desc, id limit 40',
  );
  for (const [index, service] of (await services(world)).entries()) {
    const subject = {
      leadAgencyId: service.agencyId,
      isPersonal: true,
      serviceIds: [service.id],
      agencyIds: [service.agencyId],
    };
    const task = {
      isPersonal: true,
      caseServiceIds: [service.id],
      memberServiceIds: [],
      agencyId: service.agencyId,
      setByAgencyId: service.agencyId,
    };
    if (casePolicy.can(viewer, subject) || taskPolicy.can(viewer, task)) continue;
    const meeting = meetings[index % Math.max(1, meetings.length)];
    const caseId = idFromName(`hidden case ${service.id}`);
    const itemId = idFromName(`hidden item ${service.id}`);
    const taskId = idFromName(`hidden task ${service.id}`);
    ids.caseId ??= caseId;
    ids.taskId ??= taskId;
    await world.sql(
      `insert into enforcement.case_file (id, reference, title, summary, status, lead_agency_id, lead_service_id, district_code, is_personal, escalation_rule, opened_at)
       select $1, $2, 'Mattress left: hidden', 'Hidden words about a mattress', 'at-meeting', $3, $4, a.area_code, true, 'not-solved', '2026-11-18T09:00:00Z' from directory.agency a where a.id = $3`,
      [caseId, `C-${caseId.slice(0, 7).toUpperCase()}`, service.agencyId, service.id],
    );
    await world.sql(
      "insert into enforcement.case_service (case_id, service_id, agency_id, joined_at, why) values ($1, $2, $3, '2026-11-18T09:00:00Z', 'hidden')",
      [caseId, service.id, service.agencyId],
    );
    // A report that the viewer sees may stand on a case that they may not.
    await world.sql(
      "update intake.report set case_id = $1 where reference = 'R-SAMP-001' and case_id is null",
      [caseId],
    );
    if (!meeting) continue;
    await world.sql(
      "insert into tasking.agenda_item (id, meeting_id, kind, position, title, case_id, is_personal, nominated_at) values ($1, $2, 'nomination', 1, 'Hidden person', $3, true, '2026-11-18T09:00:00Z')",
      [itemId, meeting.id, caseId],
    );
    await world.sql(
      `insert into tasking.task (id, reference, series_id, meeting_id, case_id, is_personal, title, expected, set_by_agency_id, service_id, agency_id, set_at, due_on, first_due_on, status)
       values ($1, $2, $3, $4, $5, true, 'Hidden task', 'Hidden', $6, $7, $6, '2026-11-18T09:00:00Z', '2026-11-19', '2026-11-19', 'set')`,
      [
        taskId,
        `T-${taskId.slice(0, 7).toUpperCase()}`,
        meeting.seriesId,
        meeting.id,
        caseId,
        service.agencyId,
        service.id,
      ],
    );
  }
  return ids;
}

const isOfficer = (viewer: Viewer) => (viewer.kind === 'officer' ? viewer : undefined);

/**
 * Figures from outside that a service has put beside its open return, and meetings that the viewer does not sit at, with
 * their returns. The analyst is told of every meeting's returns as totals, so for them these have none.
 */
async function hiddenReturns(world: World, viewer: Viewer): Promise<HiddenIds> {
  const officer = isOfficer(viewer);
  await world.sql(
    `insert into tasking.return_figure (meeting_id, service_id, measure, counted, counted_at, outside_value, outside_source, outside_by, outside_at)
     select r.meeting_id, r.service_id, 'fly-tips', 7777, '2026-11-19T12:00:00Z', 8888, 'Hidden source', o.id, '2026-11-19T12:00:00Z'
     from tasking.data_return r, lateral (select id from directory.officer where agency_id = r.agency_id order by id limit 1) o
     where r.status = 'open' and r.service_id <> all ($1::uuid[]) on conflict do nothing`,
    [officer?.serviceIds ?? []],
  );
  const member = (await services(world)).find(
    (service) =>
      !meetingPolicy.can(viewer, { memberServiceIds: [service.id], chairAgencyId: service.agencyId }) &&
      service.agencyId !== officer?.agencyId,
  );
  if (!member) return {};
  const seriesId = idFromName(`hidden series ${member.id}`);
  const meetingId = idFromName(`hidden meeting ${member.id}`);
  await world.sql(
    `insert into tasking.series (id, kind, name, area_code, chair_agency_id, starts_at, place, standing_items, return_template)
     select $1, 'CIAG', 'Hidden Incident Action Group', coalesce(area_code, 'Q07000001'), $2, '10:00', 'Hidden place', '{}', '{fly-tips}' from directory.agency where id = $2`,
    [seriesId, member.agencyId],
  );
  await world.sql(
    'insert into tasking.series_member (series_id, service_id, agency_id) values ($1, $2, $3)',
    [seriesId, member.id, member.agencyId],
  );
  await world.sql(
    `insert into tasking.meeting (id, reference, series_id, held_on, starts_at, place, status) values ($1, $2, $3, '2026-11-24', '10:00', 'Hidden place', 'scheduled')`,
    [meetingId, `M-${meetingId.slice(0, 4).toUpperCase()}-${meetingId.slice(4, 7).toUpperCase()}`, seriesId],
  );
  await world.sql(
    "insert into tasking.agenda_item (id, meeting_id, kind, position, title, nominated_at) values ($1, $2, 'other', 90, 'Hidden mattress', '2026-11-18T09:00:00Z')",
    [idFromName(`hidden other item ${member.id}`), meetingId],
  );
  await world.sql(
    "insert into tasking.minutes_part (id, meeting_id, part_key, version, position, body, sha256, made_at, written_at) values ($1, $2, 'facts', 1, 0, '[]', 'hidden', '2026-11-18T09:00:00Z', '2026-11-18T09:00:00Z')",
    [idFromName(`hidden minutes ${member.id}`), meetingId],
  );
  if (!officer?.roles.includes('performance-analyst'))
    await world.sql(
      "insert into tasking.data_return (meeting_id, service_id, agency_id, due_on, period_from, status, comment, submitted_at) values ($1, $2, $3, '2026-11-17', '2026-10-01', 'submitted', 'Hidden comment', '2026-11-16T09:00:00Z')",
      [meetingId, member.id, member.agencyId],
    );
  return { meetingId, seriesId };
}

/** Successes that other agencies offered and communications have not approved, and refused ones. */
async function hiddenFlags(world: World, viewer: Viewer): Promise<HiddenIds> {
  const officer = isOfficer(viewer);
  // Whoever approves sees all that is offered.
  if (officer?.roles.includes('communications-officer')) return {};
  let first: string | undefined;
  for (const agencyId of new Set((await services(world)).map((service) => service.agencyId))) {
    if (agencyId === officer?.agencyId) continue;
    for (const status of ['flagged', 'refused']) {
      const id = idFromName(`hidden flag ${agencyId} ${status}`);
      first ??= id;
      await world.sql(
        `insert into tasking.success_flag (id, case_id, words, flagged_by, agency_id, flagged_at, status, decided_at, decided_words)
         select $1, c.id, 'Hidden success with a mattress', o.id, $2, '2026-11-19T12:00:00Z', $3, '2026-11-19T13:00:00Z', 'Hidden answer'
         from enforcement.case_file c, directory.officer o where not c.is_personal order by c.id, o.id limit 1`,
        [id, agencyId, status],
      );
    }
  }
  return first ? { flagId: first } : {};
}

/** Photos of the reports that are hidden; for those who may not read a report's words, of the sample itself too. */
async function hiddenPhotos(world: World, viewer: Viewer): Promise<HiddenIds> {
  const readsWords = mayReadWords(viewer);
  const rows = await world.sql<{ id: string }>(
    `insert into platform.file (id, name, media_type, size_bytes, sha256, content, scan, owner_kind, owner_id, added_at)
     select md5('hidden photo ' || r.id)::uuid, 'hidden.jpg', 'image/jpeg', 6, 'hidden', 'hidden', 'clean', 'report', r.id, '2026-11-19T12:00:00Z'
     from intake.report r where exists (select 1 from intake.reporter p where p.report_id = r.id and p.name = 'Hidden Person') or (not $1 and r.reference = 'R-SAMP-001')
     returning id`,
    [readsWords],
  );
  return rows[0] ? { fileId: rows[0].id } : {};
}

/** A role asked of the viewer's own agency, which only whoever speaks for it, and administrators, are told of. */
async function hiddenRoleRequests(world: World, viewer: Viewer): Promise<HiddenIds> {
  if (viewer.kind === 'officer' && viewer.side === 'TECH') return {};
  const id = idFromName('hidden role request');
  await world.sql(
    `insert into directory.role_request (id, officer_id, agency_id, role, side, asked_by, asked_at, reason, status)
     select $1, o.id, o.agency_id, 'auditor', 'GOV', d.officer_id, '2026-11-19T12:00:00Z', 'Hidden', 'asked'
     from directory.officer o join directory.agency a on a.id = o.agency_id cross join platform.account d
     where d.username = 'dana.directory' and o.agency_id = coalesce($2::uuid, o.agency_id) and o.id is distinct from a.spokesperson_id
       and a.spokesperson_id is distinct from $3::uuid order by o.name limit 1`,
    [
      id,
      viewer.kind === 'officer' ? viewer.agencyId : null,
      viewer.kind === 'officer' ? viewer.officerId : null,
    ],
  );
  return { requestId: id };
}

/** Lists that other agencies have given, of a source of the same name, with their first rows. */
async function hiddenImports(world: World, viewer: Viewer): Promise<HiddenIds> {
  let first: string | undefined;
  const agencies = [...new Set((await services(world)).map((service) => service.agencyId))];
  for (const agencyId of agencies) {
    if (importPolicy.can(viewer, { agencyId })) continue;
    const id = idFromName(`hidden import ${agencyId}`);
    const source = idFromName(`hidden source ${agencyId}`);
    first ??= id;
    await world.sql(
      "insert into intake.import_source (id, agency_id, code, name, mapping, used_at) values ($1, $2, 'hidden', 'Contractor', '{}', '2026-11-19T12:00:00Z')",
      [source, agencyId],
    );
    await world.sql(
      `insert into intake.import_run (id, kind, feed, file_name, file_sha256, mapping, status, rows_read, rows_accepted, agency_id, started_at, source_id, columns)
       values ($1, 'reports', 'WEND/contractor', 'october.csv', repeat('0', 64), '{}', 'loaded', 3, 3, $2, '2026-11-19T12:00:00Z', $3, '["when"]')`,
      [id, agencyId, source],
    );
    await world.sql(
      `insert into intake.import_preview (import_id, agency_id, rows) values ($1, $2, '[{"when":"hidden"}]')`,
      [id, agencyId],
    );
    await world.sql(
      "insert into intake.import_problem (import_id, row_number, field, problem) values ($1, 2, 'when', 'is empty')",
      [id],
    );
  }
  return first ? { importId: first } : {};
}

/** Messages about sensitive reports, in every state: nobody who looks after the mail is told that they exist. */
async function hiddenMail(world: World): Promise<HiddenIds> {
  for (const state of ['waiting', 'sent', 'failed'])
    await world.sql(
      `insert into platform.outbox (id, to_address, subject, body, reason, record_kind, record_id, queued_at, state, is_restricted)
       values ($1, 'hidden@refuge.example', 'Hidden', 'Hidden', 'report routed', 'report', $1, '2026-11-19T12:00:00Z', $2, true)`,
      [idFromName(`hidden message ${state}`), state],
    );
  return { messageId: idFromName('hidden message sent') };
}

/** Lists of people at risk, with rows, files and a person of the name that the viewer's own list has. */
async function hiddenLists(world: World, viewer: Viewer): Promise<HiddenIds> {
  let ids: HiddenIds = {};
  const marked = new Map<string, string>();
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    for (const handling of ['victim', 'restricted']) {
      if (listPolicy.can(viewer, { ownerAgencyId: agencyId, enteredByAgencyId: null, handling })) continue;
      const [listId, entryId, loadId] = ['list', 'entry', 'load'].map((kind) =>
        idFromName(`hidden ${kind} ${agencyId} ${handling}`),
      ) as [string, string, string]; // three kinds, three ids
      if (Object.keys(ids).length === 0) ids = { listId, loadId };
      await world.sql(
        "insert into linkage.list (id, owner_agency_id, name, handling, gateway, contact, made_at) values ($1, $2, $3, $4, 'Care Act 2014 s.6/7/45', 'Hidden desk', '2026-11-02T09:00:00Z')",
        [listId, agencyId, `People to visit ${handling}`, handling],
      );
      await world.sql(
        `insert into linkage.list_entry (id, list_id, load_id, kind, label, fields, given, source_key, origin_agency_id, handling, received_at, gateway, retention_group, regime)
         values ($1, $2, $3, 'person', 'Sam Sample', '{"forename": "Sam", "surname": "Sample", "postcode": "QM1 1AA"}', '{"Name": "Sam Sample"}', 'ref:1', $4, $5, '2026-11-02T09:00:00Z', 'Care Act 2014 s.6/7/45', 4, 'UKGDPR')`,
        [entryId, listId, loadId, agencyId, handling],
      );
      await world.sql(
        `insert into linkage.list_load (id, list_id, agency_id, handling, file_name, file_sha256, size_bytes, status, columns, list_version, rows_read, rows_new, given_at, given_by, loaded_at)
         select $1, $2, $3, $4, 'list.csv', repeat('0', 64), 9, 'loaded', '["Name"]', 0, 1, 1, '2026-11-02T09:00:00Z', officer_id, '2026-11-03T09:00:00Z' from platform.account limit 1`,
        [loadId, listId, agencyId, handling],
      );
      await world.sql(
        `insert into linkage.list_load_row (load_id, row_number, agency_id, handling, outcome, label, becomes) values ($1, 2, $2, $3, 'new', 'Hidden Person', '{"Name": "Hidden Person"}')`,
        [loadId, agencyId, handling],
      );
      if (!marked.has(handling)) marked.set(handling, entryId);
    }
  }
  // One of each handling: all are called alike, so that each that is marked is held against all the others. Last, so that it is
  // held against them once and not anew for each.
  for (const entryId of marked.values())
    await world.sql(
      "insert into records.hidden_address (record_id, is_marked, since) values ($1, true, '2026-11-03T09:00:00Z') on conflict (record_id) do update set is_marked = true",
      [entryId],
    );
  return ids;
}

/** People on registers that the viewer does not keep, with visits that are not theirs, losses, and a hidden address. */
async function hiddenFiles(world: World, viewer: Viewer): Promise<HiddenIds> {
  let ids: HiddenIds = {};
  const [other] = await world.sql<{ id: string }>(
    "select officer_id as id from platform.account where username = 'olu.officer'",
  );
  for (const { id: agencyId } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    if (filePolicy.can(viewer, { agencyId, leadAgencyId: agencyId, offeredAgencyId: null })) continue;
    const [fileId, visitId] = ['file', 'visit'].map((kind) => idFromName(`hidden ${kind} ${agencyId}`)) as [
      string,
      string,
    ]; // two kinds, two ids
    await world.sql(
      `insert into safeguarding.victim_file (id, reference, record_id, name, agency_id, lead_agency_id, risk, priority, priority_on, repeat_due_on, opened_at, opened_by)
       values ($1, $2, $1, 'Sam Sample', $3, $3, 'high', 90, '2026-11-02', '2026-11-01', '2026-11-02T09:00:00Z', $4)`,
      [fileId, `V-${fileId.slice(0, 7).toUpperCase()}`, agencyId, other?.id],
    );
    await world.sql(
      `insert into safeguarding.loss (id, file_id, agency_id, kind, basis, scam_type, method, pence, happened_on, recorded_at, recorded_by)
       values ($1, $1, $2, 'loss', 'documented', 'doorstep-crime', 'doorstep', 7777, '2026-11-02', '2026-11-02T09:00:00Z', $3)`,
      [fileId, agencyId, other?.id],
    );
    await world.sql(
      "insert into safeguarding.event (id, file_id, agency_id, at, kind, words) values ($1, $1, $2, '2026-11-02T09:00:00Z', 'opened', 'Hidden words')",
      [fileId, agencyId],
    );
    if (visitPolicy.can(viewer, { agencyId, assignedTo: other?.id ?? '' })) continue;
    await world.sql(
      `insert into safeguarding.visit (id, reference, file_id, agency_id, person_name, purpose, state, planned_on, assigned_to, result, made_at, made_by)
       values ($1, $2, $3, $4, 'Sam Sample', 'Hidden purpose', 'done', '2026-11-19', $5, 'seen', '2026-11-02T09:00:00Z', $5)`,
      [visitId, `VV-${visitId.slice(0, 7).toUpperCase()}`, fileId, agencyId, other?.id],
    );
    if (Object.keys(ids).length === 0) ids = { victimFileId: fileId, visitId };
  }
  return ids;
}
