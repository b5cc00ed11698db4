import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/database.ts';

export interface Area {
  code: string;
  kind: string;
  name: string;
  parentCode: string | null;
  parentName: string | null;
  startsOn: Day;
  /** The first day without it. */
  endsOn: Day | null;
  population: number | null;
  /** Which took over, if it has ended. */
  successors: { code: string; name: string }[];
  /** Which it took over from. */
  predecessors: { code: string; name: string }[];
  version: number;
}

const areas = sql`select a.code, a.kind, a.name, a.parent_code, p.name as parent_name, a.starts_on, a.ends_on, a.population, a.version,
    (select coalesce(json_agg(json_build_object('code', n.code, 'name', n.name) order by n.code), '[]') from directory.area_successor s
      join directory.area n on n.code = s.new_code where s.old_code = a.code) as successors,
    (select coalesce(json_agg(json_build_object('code', n.code, 'name', n.name) order by n.code), '[]') from directory.area_successor s
      join directory.area n on n.code = s.old_code where s.new_code = a.code) as predecessors
  from directory.area a left join directory.area p on p.code = a.parent_code`;

export interface AreaFilter {
  kind: string;
  words: string;
  after?: string | undefined;
}

const shownAreas = 100;

/** Areas of a kind by name and code, a page at a time; those that have ended are in it too. */
export async function pageOfAreas(
  db: Db,
  filter: AreaFilter,
): Promise<{ areas: Area[]; next: string | null }> {
  const [afterName = '', afterCode = ''] = (filter.after ?? '').split('\t');
  const { rows } = await sql<Area>`${areas} where a.kind = ${filter.kind}
    and (${filter.words} = '' or a.name ilike ${`%${filter.words.replace(/[\\%_]/g, '\\$&')}%`} or a.code ilike ${`${filter.words.replace(/[\\%_]/g, '\\$&')}%`})
    and (a.name, a.code) > (${afterName}, ${afterCode}) order by a.name, a.code limit ${sql.lit(shownAreas + 1)}`.execute(
    db,
  );
  const last = rows[shownAreas - 1];
  return {
    areas: rows.slice(0, shownAreas),
    next: rows.length > shownAreas && last ? `${last.name}\t${last.code}` : null,
  };
}

export async function findArea(db: Db, code: string): Promise<Area | undefined> {
  const { rows } = await sql<Area>`${areas} where a.code = ${code}`.execute(db);
  return rows[0];
}

/** Kinds of area there are, the largest areas first. */
export async function areaKinds(db: Db): Promise<{ kind: string; count: number }[]> {
  const { rows } = await sql<{
    kind: string;
    count: number;
  }>`select kind, count(*)::int as count from directory.area group by kind order by count(*), kind`.execute(
    db,
  );
  return rows;
}

/** What names an area after a day and would name nothing. */
export interface AreaUse {
  rules: { issueType: string; issueName: string }[];
  services: { id: string; name: string }[];
  agencies: { id: string; name: string }[];
  postcodes: number;
}

export async function usesOfArea(db: Db, code: string, on: Day): Promise<AreaUse> {
  const rules = await sql<{ issueType: string; issueName: string }>`
    select distinct t.code as issue_type, t.name as issue_name from directory.routing_rule r join directory.issue_type t on t.code = r.issue_type
    where r.area_code = ${code} and (r.ends_on is null or r.ends_on > ${on}::date) order by t.name`.execute(
    db,
  );
  const services = await sql<{ id: string; name: string }>`
    select s.id, s.name from directory.service s join directory.service_area x on x.service_id = s.id
    where x.area_code = ${code} and (s.ends_on is null or s.ends_on > ${on}::date) order by s.name`.execute(
    db,
  );
  const agencies = await sql<{ id: string; name: string }>`
    select id, name from directory.agency where area_code = ${code} and (ends_on is null or ends_on > ${on}::date) order by name`.execute(
    db,
  );
  const postcodes = await sql<{
    n: number;
  }>`select count(*)::int as n from directory.postcode where ${code} in (ward_code, district_code, county_code)`.execute(
    db,
  );
  return {
    rules: rules.rows,
    services: services.rows,
    agencies: agencies.rows,
    postcodes: postcodes.rows[0]?.n ?? 0,
  };
}

/** Names which areas took over; none takes the names away again. */
export async function setSuccessors(db: Db, code: string, successors: readonly string[]): Promise<void> {
  await db.deleteFrom('directory.areaSuccessor').where('oldCode', '=', code).execute();
  if (successors.length > 0)
    await db
      .insertInto('directory.areaSuccessor')
      .values([...new Set(successors)].map((newCode) => ({ oldCode: code, newCode })))
      .execute();
}
