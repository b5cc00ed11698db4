import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/database.ts';

export interface Agency {
  id: string;
  code: string;
  name: string;
  kind: string;
  areaCode: string | null;
  areaName: string | null;
  startsOn: Day;
  endsOn: Day | null;
  /** Consents for the agency where a role needs that. */
  spokespersonId: string | null;
  spokespersonName: string | null;
  version: number;
}

const agencies = sql`select a.id, a.code, a.name, a.kind, a.area_code, r.name as area_name, a.starts_on, a.ends_on,
    a.spokesperson_id, o.name as spokesperson_name, a.version
  from directory.agency a left join directory.area r on r.code = a.area_code left join directory.officer o on o.id = a.spokesperson_id`;

/** Every agency there is or was, live ones first. */
export async function listAgencies(db: Db, on: Day): Promise<Agency[]> {
  const { rows } =
    await sql<Agency>`${agencies} order by (a.ends_on is not null and a.ends_on <= ${on}::date), a.name`.execute(
      db,
    );
  return rows;
}

export async function findAgency(db: Db, id: string): Promise<Agency | undefined> {
  const { rows } = await sql<Agency>`${agencies} where a.id = ${id}`.execute(db);
  return rows[0];
}

/** Whether it has ended by a day. */
export const isEnded = (row: { endsOn: Day | null }, on: Day): boolean =>
  row.endsOn !== null && row.endsOn <= on;

export interface NamedRow {
  id: string;
  name: string;
}

/** What belongs to an agency after a day and would be left without one. */
export interface LeftBehind {
  services: NamedRow[];
  officers: NamedRow[];
  agreements: number;
}

export async function leftBehind(db: Db, agencyId: string, on: Day): Promise<LeftBehind> {
  const [services, officers, agreements] = [
    await sql<NamedRow>`select id, name from directory.service where agency_id = ${agencyId} and (ends_on is null or ends_on > ${on}::date) order by name`.execute(
      db,
    ),
    await sql<NamedRow>`select id, name from directory.officer where agency_id = ${agencyId} and is_active order by name`.execute(
      db,
    ),
    await sql<{ n: number }>`select count(*)::int as n from directory.agreement
      where ${agencyId} in (from_agency_id, to_agency_id) and (ends_on is null or ends_on > ${on}::date)`.execute(
      db,
    ),
  ];
  return { services: services.rows, officers: officers.rows, agreements: agreements.rows[0]?.n ?? 0 };
}

/** People of an agency who may speak for it: active, and no administrator, who would consent to their own asking. */
export async function possibleSpokespeople(db: Db, agencyId: string): Promise<NamedRow[]> {
  const { rows } = await sql<NamedRow>`select o.id, o.name from directory.officer o
    where o.agency_id = ${agencyId} and o.is_active and not exists (
      select 1 from directory.role_grant g where g.officer_id = o.id and g.role = 'directory-administrator' and g.ends_on is null)
    order by o.name`.execute(db);
  return rows;
}
