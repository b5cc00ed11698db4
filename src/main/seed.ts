import { Client, type ClientBase } from 'pg';
import { buildCounty, type County, type CountyReport, countyReports } from '../../county/index.ts';
import { SPOKESPEOPLE } from '../../county/people.ts';
import { isHoliday } from '../../reference/calendar.ts';
import { addDays, addWorkingDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName } from '../platform/ids/ids.ts';
import { seedEnforcement } from './seed-enforcement.ts';
import { eventRows } from './seed-events.ts';
import { seedModules } from './seed-modules.ts';
import { seedTasking } from './seed-tasking.ts';

interface SeedOptions {
  ownerUrl: string;
  today: Day;
  /** Reports a year; 6,000 makes a lively county that seeds in seconds. */
  perYear: number;
  years?: number;
  /** Whether what the modules hold in a demonstration (lists of people at risk, intelligence, warnings) is loaded too. */
  lists?: boolean;
  report?: (line: string) => void;
}

/** Fills an empty database with the made-up county, once. Gives whether it did. */
export async function seedCounty(options: SeedOptions): Promise<boolean> {
  const client = new Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from platform.setting where key = 'demonstration'");
    if (rowCount) return false;
    const county = buildCounty(options.today);
    options.report?.(
      `Making ${county.name}: ${county.areas.length} areas, ${county.agencies.length} agencies, ${county.people.length} people`,
    );
    await client.query('begin');
    await seedDirectory(client, county);
    await seedEnforcement(client, county);
    const count = await seedReports(client, county, options);
    options.report?.(`Made ${count.toLocaleString('en-GB')} reports`);
    await seedTasking(client, county, options.today);
    if (options.lists) await seedModules(client, county, options);
    await client.query(
      "insert into platform.setting (key, value, changed_at) values ('demonstration', 'true', now())",
    );
    await client.query('commit');
    await client.query('select intake.fold_report_tally(), intake.fold_map_tally()');
    await client.query('analyze');
    return true;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function seedDirectory(client: ClientBase, county: County): Promise<void> {
  const start = '2015-04-01';
  await insertRows(
    client,
    'directory.area',
    county.areas.map(({ polygon, successorCodes: _, ...area }) => ({ ...area, outline: [polygon] })),
  );
  await insertRows(
    client,
    'directory.area_successor',
    county.areas.flatMap((area) =>
      (area.successorCodes ?? []).map((newCode) => ({ oldCode: area.code, newCode })),
    ),
  );
  await insertRows(
    client,
    'directory.area_ring',
    county.areas.flatMap((area) =>
      area.polygon.map((ring, part) => ({
        areaCode: area.code,
        part,
        isHole: part > 0,
        ring: `(${ring.map(([lon, lat]) => `(${lon},${lat})`).join(',')})`,
      })),
    ),
  );
  const countyCode = county.areas.find((area) => area.kind === 'county')?.code;
  await insertRows(
    client,
    'directory.postcode',
    county.postcodes.map(({ point, ...rest }) => ({
      ...rest,
      lon: point[0],
      lat: point[1],
      countyCode,
      quality: 10,
    })),
    5000,
  );
  await insertRows(
    client,
    'directory.street',
    county.streets.map(({ points, postcodes: _, ...rest }) => {
      const middle = points[Math.floor(points.length / 2)] ?? [0, 0];
      return { ...rest, lon: middle[0], lat: middle[1], points };
    }),
  );
  await insertRows(
    client,
    'directory.agency',
    county.agencies.map((agency) => ({ ...agency, startsOn: start })),
  );
  await insertRows(
    client,
    'directory.officer',
    county.people.map(({ id, name, agencyId, username, blurb }) => ({
      id,
      name,
      agencyId,
      blurb,
      isActive: true,
      email: `${username}@staff.example`,
    })),
  );
  await insertRows(
    client,
    'directory.role_grant',
    county.people.flatMap((person) =>
      person.roles.map((role) => ({
        id: idFromName(`grant ${person.id} ${role}`),
        officerId: person.id,
        role,
        side: person.side,
        startsOn: start,
        reason: 'Demonstration county',
      })),
    ),
  );
  await insertRows(
    client,
    'platform.account',
    county.people.map((person) => ({
      id: idFromName(`account ${person.id}`),
      username: person.username,
      officerId: person.id,
      isPersona: person.isPersona,
      isActive: true,
      failedCount: 0,
      createdAt: `${start}T09:00:00Z`,
    })),
  );
  await seedSpokespeople(client);
  await seedServices(client, county, start);
}

/** Each agency has somebody who speaks for it: the one that the county names, else who comes to its meetings. */
async function seedSpokespeople(client: ClientBase): Promise<void> {
  await client.query(
    `update directory.agency a set spokesperson_id = coalesce(
       (select c.officer_id from platform.account c where c.username = $1::jsonb ->> a.code),
       (select o.id from directory.officer o join directory.role_grant g on g.officer_id = o.id
        where o.agency_id = a.id and g.role in ('community-safety-coordinator', 'partner', 'police-partner') order by o.name limit 1))`,
    [JSON.stringify(SPOKESPEOPLE)],
  );
}

async function seedServices(client: ClientBase, county: County, start: Day): Promise<void> {
  await insertRows(
    client,
    'directory.service',
    county.services.map(({ areaCodes: _, leadPersonId, isFallback, ...service }) => ({
      ...service,
      isFallback: isFallback ?? false,
      leadOfficerId: leadPersonId ?? null,
      startsOn: start,
    })),
  );
  await insertRows(
    client,
    'directory.service_area',
    county.services.flatMap((service) =>
      service.areaCodes.map((areaCode) => ({ serviceId: service.id, areaCode })),
    ),
  );
  await insertRows(
    client,
    'directory.service_member',
    county.people.flatMap((person) =>
      person.serviceIds.map((serviceId) => ({ serviceId, officerId: person.id })),
    ),
  );
  await insertRows(
    client,
    'directory.issue_type',
    county.issueTypes.map(({ group, providedBy: _p, serviceKey: _s, ...type }) => ({
      ...type,
      groupName: group,
      isActive: true,
      isSensitive: type.isSensitive ?? false,
      asksLandOwner: type.asksLandOwner ?? false,
    })),
  );
  await insertRows(
    client,
    'directory.routing_rule',
    county.routingRules.map(({ when, ...rule }) => ({ ...rule, applies: when })),
  );
  await insertRows(client, 'directory.agreement', county.agreements);
  await insertRows(
    client,
    'directory.authorisation',
    county.authorisations.map(({ personId, ...rest }) => ({ ...rest, officerId: personId })),
  );
  await insertRows(
    client,
    'directory.clearance',
    county.clearances.map(({ personId, ...rest }) => ({
      ...rest,
      id: idFromName(`clearance ${personId} ${rest.name}`),
      officerId: personId,
    })),
  );
}

async function seedReports(client: ClientBase, county: County, options: SeedOptions): Promise<number> {
  const stream = countyReports(county)({
    from: addDays(options.today, -365 * (options.years ?? 1)),
    to: options.today,
    perYear: options.perYear,
  });
  const agencyOf = new Map(county.services.map((service) => [service.id, service]));
  const typeOf = new Map(county.issueTypes.map((type) => [type.code, type]));
  let batch: CountyReport[] = [];
  let count = 0;
  const flush = async () => {
    await insertRows(
      client,
      'intake.report',
      batch.map((report) => reportRow(report, agencyOf, typeOf)),
      1000,
    );
    await insertRows(
      client,
      'intake.reporter',
      batch.flatMap((report) =>
        report.reporter && !report.isAnonymous ? [{ reportId: report.id, ...report.reporter }] : [],
      ),
    );
    await insertRows(client, 'intake.report_event', batch.flatMap(eventRows));
    count += batch.length;
    batch = [];
    options.report?.(`Making reports: ${count.toLocaleString('en-GB')}`);
  };
  for (const report of stream) {
    batch.push(report);
    if (batch.length >= 5000) await flush();
  }
  if (batch.length > 0) await flush();
  return count;
}

type Services = ReadonlyMap<string, County['services'][number]>;
type Types = ReadonlyMap<string, County['issueTypes'][number]>;

function reportRow(report: CountyReport, services: Services, types: Types): object {
  const { reporter: _r, subjects: _s, point, rerouted, ...rest } = report;
  const service = services.get(report.serviceId);
  const type = types.get(report.issueType);
  const words =
    report.routedBy === 'fallback'
      ? `Nobody is down in the directory for this: ${service?.name ?? ''} will find out who answers.`
      : `The directory sends ${report.issueType.replaceAll('-', ' ')} to ${service?.name ?? ''}.`;
  return {
    ...rest,
    lon: point?.[0] ?? null,
    lat: point?.[1] ?? null,
    isSensitive: type?.isSensitive ?? false,
    ownerAgencyId: service?.agencyId,
    routeWhy: { ruleId: null, words, considered: 1 },
    routedAt: report.receivedAt,
    timesRerouted: rerouted ? 1 : 0,
    firstTargetOn: addWorkingDays(report.receivedAt.slice(0, 10), type?.targetWorkingDays ?? 5, isHoliday),
    version: 1,
  };
}
