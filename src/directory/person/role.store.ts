import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import type { Person } from './person.store.ts';

/** A role that waits for the agency's word, or has had it. */
export interface RoleRequest {
  id: string;
  officerId: string;
  officerName: string;
  agencyId: string;
  role: string;
  side: string;
  endsOn: string | null;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  reason: string;
  status: 'asked' | 'agreed' | 'given' | 'refused' | 'withdrawn';
  decidedByName: string | null;
  decidedAt: Date | null;
  decidedWords: string | null;
}

const requests = sql`select r.id, r.officer_id, o.name as officer_name, r.agency_id, r.role, r.side, r.ends_on, r.asked_by,
    a.name as asked_by_name, r.asked_at, r.reason, r.status, d.name as decided_by_name, r.decided_at, r.decided_words
  from directory.role_request r join directory.officer o on o.id = r.officer_id join directory.officer a on a.id = r.asked_by
  left join directory.officer d on d.id = r.decided_by`;

export async function requestsOf(db: Db, officerId: string): Promise<RoleRequest[]> {
  const { rows } =
    await sql<RoleRequest>`${requests} where r.officer_id = ${officerId} order by r.asked_at desc, r.id`.execute(
      db,
    );
  return rows;
}

export async function findRequest(db: Db, id: string): Promise<RoleRequest | undefined> {
  const { rows } = await sql<RoleRequest>`${requests} where r.id = ${id}`.execute(db);
  return rows[0];
}

/** What waits for the word of whoever asks: of the agencies that they speak for, and nobody else's. */
export async function requestsForMe(work: Work): Promise<RoleRequest[]> {
  const officer = officerOf(work);
  const { rows } = await sql<RoleRequest>`${requests} join directory.agency g on g.id = r.agency_id
    where r.status = 'asked' and r.agency_id = ${officer.agencyId} and g.spokesperson_id = ${officer.officerId}
    order by r.asked_at, r.id`.execute(work.db);
  return rows;
}

export async function addRequest(
  work: Work,
  asked: { person: Person; role: string; side: string; endsOn: string | null; reason: string },
): Promise<string> {
  const id = work.ids.next();
  const { person, ...rest } = asked;
  await work.db
    .insertInto('directory.roleRequest')
    .values({
      id,
      officerId: person.id,
      agencyId: person.agencyId,
      ...rest,
      askedBy: officerOf(work).officerId,
      askedAt: work.clock.now(),
      status: 'asked',
    })
    .execute();
  return id;
}

export async function decideRequest(
  work: Work,
  request: RoleRequest,
  status: 'agreed' | 'refused' | 'withdrawn',
  words: string,
): Promise<void> {
  await work.db
    .updateTable('directory.roleRequest')
    .set({
      status,
      decidedBy: officerOf(work).officerId,
      decidedAt: work.clock.now(),
      decidedWords: words,
    })
    .where('id', '=', request.id)
    .where('status', '=', 'asked')
    .execute();
}

export async function addGrant(
  work: Work,
  row: {
    officerId: string;
    role: string;
    side: string;
    startsOn: string;
    endsOn: string | null;
    reason: string;
    grantedBy: string;
  },
): Promise<string> {
  const id = work.ids.next();
  await work.db
    .insertInto('directory.roleGrant')
    .values({ id, ...row })
    .execute();
  return id;
}
