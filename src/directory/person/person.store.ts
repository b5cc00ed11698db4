import { sql } from 'kysely';
import type { Side } from '../../platform/access/viewer.ts';
import type { Day } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { folded } from '../../platform/search/found.ts';

/** A person who uses the system, as the directory keeps them. */
export interface Person {
  id: string;
  name: string;
  email: string | null;
  agencyId: string;
  agencyName: string;
  isActive: boolean;
  username: string | null;
  /** Live roles, by code. */
  roles: string[];
  serviceIds: string[];
  version: number;
}

const people = (
  today: Day,
) => sql`select o.id, o.name, o.email, o.agency_id, a.name as agency_name, o.is_active, o.version,
    (select c.username from platform.account c where c.officer_id = o.id order by c.created_at limit 1) as username,
    array(select g.role from directory.role_grant g where g.officer_id = o.id and g.starts_on <= ${today}::date
      and (g.ends_on is null or g.ends_on > ${today}::date) order by g.role) as roles,
    array(select m.service_id from directory.service_member m where m.officer_id = o.id order by m.service_id) as service_ids
  from directory.officer o join directory.agency a on a.id = o.agency_id`;

export interface PeopleFilter {
  words: string;
  agencyId?: string | undefined;
  after?: string | undefined;
}
const shownPeople = 50;

/** People by name, a page at a time. */
export async function pageOfPeople(
  db: Db,
  today: Day,
  filter: PeopleFilter,
): Promise<{ people: Person[]; next: string | null }> {
  const [afterName = '', afterId = '00000000-0000-0000-0000-000000000000'] = (filter.after ?? '').split('\t');
  const like = `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Person>`${people(today)}
    where (${filter.words} = '' or ${folded(sql`o.name`)} ilike ${folded(like)} or exists (
        select 1 from platform.account c where c.officer_id = o.id and c.username ilike ${like}))
      and (${filter.agencyId ?? null}::uuid is null or o.agency_id = ${filter.agencyId ?? null}::uuid)
      and (o.name, o.id) > (${afterName}, ${afterId}::uuid) order by o.name, o.id limit ${sql.lit(shownPeople + 1)}`.execute(
    db,
  );
  const last = rows[shownPeople - 1];
  return {
    people: rows.slice(0, shownPeople),
    next: rows.length > shownPeople && last ? `${last.name}\t${last.id}` : null,
  };
}

export async function findPerson(db: Db, today: Day, id: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`${people(today)} where o.id = ${id}`.execute(db);
  return rows[0];
}

export interface Grant {
  id: string;
  role: string;
  side: Exclude<Side, 'PUBLIC'>;
  startsOn: Day;
  endsOn: Day | null;
  reason: string;
}

/** Every role somebody has or had, newest first. */
export async function grantsOf(db: Db, officerId: string): Promise<Grant[]> {
  const { rows } =
    await sql<Grant>`select id, role, side, starts_on, ends_on, reason from directory.role_grant
    where officer_id = ${officerId} order by starts_on desc, role, id`.execute(db);
  return rows;
}

export const isLive = (grant: { startsOn: Day; endsOn: Day | null }, on: Day): boolean =>
  grant.startsOn <= on && (grant.endsOn === null || grant.endsOn > on);

/** Where somebody is the one whom others look for. */
export async function leadsOf(db: Db, officerId: string, on: Day): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from directory.service
    where lead_officer_id = ${officerId} and (ends_on is null or ends_on > ${on}::date) order by name`.execute(
    db,
  );
  return rows;
}

export async function setTeams(db: Db, officerId: string, serviceIds: readonly string[]): Promise<void> {
  await db.deleteFrom('directory.serviceMember').where('officerId', '=', officerId).execute();
  if (serviceIds.length > 0)
    await db
      .insertInto('directory.serviceMember')
      .values([...new Set(serviceIds)].map((serviceId) => ({ serviceId, officerId })))
      .execute();
}
