import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/database.ts';

/** Where a service works from now on; none means wherever its agency does. */
export async function setAreas(db: Db, serviceId: string, codes: readonly string[]): Promise<void> {
  await db.deleteFrom('directory.serviceArea').where('serviceId', '=', serviceId).execute();
  if (codes.length > 0)
    await db
      .insertInto('directory.serviceArea')
      .values([...new Set(codes)].map((areaCode) => ({ serviceId, areaCode })))
      .execute();
}

export interface SendingRule {
  issueType: string;
  issueName: string;
}

/** Issue types with a rule that sends to a service on a day. */
export async function rulesTo(db: Db, serviceId: string, on: Day): Promise<SendingRule[]> {
  const { rows } = await sql<SendingRule>`
    select distinct t.code as issue_type, t.name as issue_name from directory.routing_rule r
    join directory.issue_type t on t.code = r.issue_type
    where r.service_id = ${serviceId} and (r.ends_on is null or r.ends_on > ${on}::date) order by t.name`.execute(
    db,
  );
  return rows;
}

export interface Member {
  id: string;
  name: string;
}

/** Active people of a service, by name. */
export async function membersOf(db: Db, serviceId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select o.id, o.name from directory.service_member m join directory.officer o on o.id = m.officer_id
    where m.service_id = ${serviceId} and o.is_active order by o.name`.execute(db);
  return rows;
}

/** Active people of an agency, by name. */
export async function peopleOfAgency(db: Db, agencyId: string): Promise<Member[]> {
  const { rows } =
    await sql<Member>`select id, name from directory.officer where agency_id = ${agencyId} and is_active order by name`.execute(
      db,
    );
  return rows;
}
