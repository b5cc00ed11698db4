import { reportPolicy } from '../../src/intake/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { recordPolicy } from '../../src/records/index.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/** A token's value in the other world only: an id that the viewer may not know to exist. */
export type HiddenIds = Samples;

interface Service {
  id: string;
  agencyId: string;
}

/**
 * Puts into one world what a viewer may not see, as much and as like to what they can see as possible: the same words,
 * places, telephone numbers and dates. What is hidden is decided by the policies, so that the suite needs no list.
 * A new kind of record adds a function here.
 */
export async function hideThings(world: World, viewer: Viewer): Promise<HiddenIds> {
  const ids: HiddenIds = {};
  for (const hide of [hiddenReports, hiddenRecords]) Object.assign(ids, await hide(world, viewer));
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
      if (reportPolicy.can(viewer, subject)) continue;
      const id = idFromName(`hidden report ${service.id} ${isSensitive}`);
      first ??= id;
      await world.sql(
        `insert into intake.report (id, reference, issue_type, description, channel, is_sensitive, received_at, received_by_agency_id,
           lon, lat, place_words, postcode, ward_code, district_code, land_owner, service_id, owner_agency_id, routed_by, route_why, routed_at, status, target_on)
         select $1, $2, issue_type, description, channel, $3, received_at, $4, lon, lat, place_words, postcode, ward_code, district_code, land_owner,
           $5, $4, routed_by, route_why, routed_at, 'new', target_on
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
      if (recordPolicy.can(viewer, { originAgencyId: agencyId, handling })) continue;
      const id = idFromName(`hidden record ${agencyId} ${handling}`);
      first ??= id;
      await world.sql(
        `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
         values ($1, 'phone', '+447700900123', '{"phone":"07700 900123"}', $2, 'hidden', '2026-11-19T12:00:00Z', 'own duty', $3, 4, 'UKGDPR')`,
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
