import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Db } from '../platform/database/database.ts';
import type { RoutedService, RoutingRule, RoutingTable } from './routing.ts';

/** All rules and services that a day needs, for one report or a whole file of them. */
export async function loadRouting(db: Db, issueTypes?: readonly string[]): Promise<RoutingTable> {
  let query = db
    .selectFrom('directory.routingRule')
    .select(['id', 'issueType', 'areaCode', 'landOwner', 'applies', 'serviceId', 'startsOn', 'endsOn']);
  if (issueTypes) query = query.where('issueType', 'in', [...issueTypes]);
  const [rules, services] = await Promise.all([query.execute(), loadServices(db)]);
  const byType = new Map<string, RoutingRule[]>();
  for (const rule of rules) {
    const list = byType.get(rule.issueType) ?? [];
    // The check constraint on the column holds the three values.
    list.push({ ...rule, applies: rule.applies as RoutingRule['applies'] });
    byType.set(rule.issueType, list);
  }
  return { rules: byType, services: new Map(services.map((service) => [service.id, service])) };
}

async function loadServices(db: Db): Promise<RoutedService[]> {
  const { rows } = await sql<RoutedService>`
    select s.id, s.agency_id, s.name, s.is_fallback, s.starts_on, s.ends_on, g.area_code as agency_area_code, a.kind as agency_area_kind,
      array(select area_code from directory.service_area x where x.service_id = s.id) as area_codes
    from directory.service s join directory.agency g on g.id = s.agency_id
    left join directory.area a on a.code = g.area_code`.execute(db);
  return rows;
}

export interface IssueTypeRow {
  code: string;
  name: string;
  groupName: string;
  hint: string | null;
  words: string[];
  isSensitive: boolean;
  asksLandOwner: boolean;
  targetWorkingDays: number;
  isActive: boolean;
  version: number;
}

/** The A to Z in order. */
export function listIssueTypes(db: Db): Promise<IssueTypeRow[]> {
  return db
    .selectFrom('directory.issueType')
    .select([
      'code',
      'name',
      'groupName',
      'hint',
      'words',
      'isSensitive',
      'asksLandOwner',
      'targetWorkingDays',
      'isActive',
      'version',
    ])
    .orderBy('groupName')
    .orderBy('name')
    .execute();
}

export function findIssueType(db: Db, code: string): Promise<IssueTypeRow | undefined> {
  return db
    .selectFrom('directory.issueType')
    .select([
      'code',
      'name',
      'groupName',
      'hint',
      'words',
      'isSensitive',
      'asksLandOwner',
      'targetWorkingDays',
      'isActive',
      'version',
    ])
    .where('code', '=', code)
    .executeTakeFirst();
}

export interface ServiceRow {
  id: string;
  code: string;
  name: string;
  team: string;
  email: string;
  phone: string;
  outOfHours: string | null;
  hours: unknown;
  isFallback: boolean;
  agencyId: string;
  agencyName: string;
  leadOfficerId: string | null;
  leadName: string | null;
  /** Where it works; none means wherever its agency does. */
  areaCodes: string[];
  startsOn: Day;
  /** The first day without it. */
  endsOn: Day | null;
  version: number;
}

const serviceQuery = (db: Db) =>
  db
    .selectFrom('directory.service as s')
    .innerJoin('directory.agency as a', 'a.id', 's.agencyId')
    .leftJoin('directory.officer as o', 'o.id', 's.leadOfficerId')
    .select([
      's.id',
      's.code',
      's.name',
      's.team',
      's.email',
      's.phone',
      's.outOfHours',
      's.hours',
      's.isFallback',
      's.agencyId',
      'a.name as agencyName',
      's.leadOfficerId',
      'o.name as leadName',
      's.startsOn',
      's.endsOn',
      's.version',
    ])
    .select(
      sql<
        string[]
      >`array(select x.area_code from directory.service_area x where x.service_id = s.id order by x.area_code)`.as(
        'areaCodes',
      ),
    );

/** The services of a day, today where none is given, by agency and name. */
export const listServices = (db: Db, on?: Day): Promise<ServiceRow[]> =>
  serviceQuery(db)
    .where(
      sql<boolean>`(s.ends_on is null or s.ends_on > coalesce(${on ?? null}::date, (now() at time zone 'Europe/London')::date))`,
    )
    .orderBy('a.name')
    .orderBy('s.name')
    .execute();
/** Name and agency of a service, from the columns that the public login may read too. */
export const serviceName = (
  db: Db,
  id: string,
): Promise<{ id: string; name: string; agencyId: string; agencyName: string } | undefined> =>
  db
    .selectFrom('directory.service as s')
    .innerJoin('directory.agency as a', 'a.id', 's.agencyId')
    .select(['s.id', 's.name', 's.agencyId', 'a.name as agencyName'])
    .where('s.id', '=', id)
    .executeTakeFirst();

export const findService = (db: Db, id: string): Promise<ServiceRow | undefined> =>
  serviceQuery(db).where('s.id', '=', id).executeTakeFirst();

/** Holidays are data; the set for England and Wales is loaded with the reference tables. */
export const areaName = async (db: Db, code: string | null): Promise<string | undefined> =>
  code === null
    ? undefined
    : (await db.selectFrom('directory.area').select('name').where('code', '=', code).executeTakeFirst())
        ?.name;

/** An officer who can be named for an agency. */
export interface OfficerRow {
  id: string;
  name: string;
  agencyId: string;
  agencyName: string;
}
/** The active officers of some agencies, by agency and name. */
export const officersOf = (db: Db, agencyIds: readonly string[]): Promise<OfficerRow[]> =>
  agencyIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('directory.officer as o')
        .innerJoin('directory.agency as a', 'a.id', 'o.agencyId')
        .select(['o.id', 'o.name', 'o.agencyId', 'a.name as agencyName'])
        .where('o.agencyId', 'in', [...agencyIds])
        .where('o.isActive', '=', true)
        .orderBy('a.name')
        .orderBy('o.name')
        .orderBy('o.id')
        .execute();

export interface AreaRow {
  code: string;
  name: string;
  kind: string;
}
/** The areas of a kind that are valid on a day. */
export function listAreas(db: Db, kind: string, on: Day): Promise<AreaRow[]> {
  return db
    .selectFrom('directory.area')
    .select(['code', 'name', 'kind'])
    .where('kind', '=', kind)
    .where('startsOn', '<=', on)
    .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>', on)]))
    .orderBy('name')
    .execute();
}
