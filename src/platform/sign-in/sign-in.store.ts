import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { OfficerViewer, Side } from '../access/viewer.ts';
import type { Asking, Db } from '../database/database.ts';

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export interface AccountRow {
  id: string;
  passwordHash: string | null;
  officerId: string;
  isPersona: boolean;
  isActive: boolean;
  failedCount: number;
  lockedUntil: Date | null;
}

/** An account by the name typed in, whatever its case. */
export function findAccount(db: Db, username: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('platform.account')
    .select(['id', 'passwordHash', 'officerId', 'isPersona', 'isActive', 'failedCount', 'lockedUntil'])
    .where('username', '=', username.toLowerCase())
    .executeTakeFirst();
}

export async function noteFailure(
  db: Db,
  accountId: string,
  failedCount: number,
  lockedUntil: Date | null,
): Promise<void> {
  await db
    .updateTable('platform.account')
    .set({ failedCount, lockedUntil })
    .where('id', '=', accountId)
    .execute();
}

export async function addSession(
  db: Db,
  session: {
    id: string;
    token: string;
    accountId: string;
    csrfSecret: string;
    at: Date;
    expiresAt: Date;
    client: string;
  },
): Promise<void> {
  await db
    .insertInto('platform.session')
    .values({
      id: session.id,
      tokenHash: hashToken(session.token),
      accountId: session.accountId,
      csrfSecret: session.csrfSecret,
      startedAt: session.at,
      lastSeenAt: session.at,
      expiresAt: session.expiresAt,
      client: session.client,
    })
    .execute();
}

/** Takes either kind of connection by what it needs of it: comparing the two whole is more than the compiler does for so many tables. */
export async function endSession(db: Asking, token: string, at: Date): Promise<void> {
  await db
    .updateTable('platform.session')
    .set({ endedAt: at })
    .where('tokenHash', '=', hashToken(token))
    .where('endedAt', 'is', null)
    .execute();
}

export interface SessionRow {
  id: string;
  accountId: string;
  csrfSecret: string;
  lastSeenAt: Date;
  expiresAt: Date;
  /** Nothing but the change of the password answers until it is done. */
  mustChange: boolean;
  viewer: OfficerViewer;
}

interface LoadedRow {
  id: string;
  accountId: string;
  csrfSecret: string;
  lastSeenAt: Date;
  expiresAt: Date;
  mustChange: boolean;
  officerId: string;
  officerName: string;
  agencyId: string;
  agencyName: string;
  roles: { role: string; side: Exclude<Side, 'PUBLIC'> }[];
  serviceIds: string[];
  agreements: { recordKind: string; fromAgencyId: string }[];
}

/**
 * A live session with its viewer: the officer's roles, services and agreements as they stand today, read anew at
 * each request, so that a right taken away is gone at the next press.
 */
export async function loadSession(db: Asking, token: string, today: string): Promise<SessionRow | undefined> {
  const { rows } = await sql<LoadedRow>`
    select s.id, s.account_id, s.csrf_secret, s.last_seen_at, s.expires_at, c.must_change, o.id as officer_id, o.name as officer_name,
      a.id as agency_id, a.name as agency_name,
      (select coalesce(json_agg(json_build_object('role', g.role, 'side', g.side)), '[]') from directory.role_grant g
        where g.officer_id = o.id and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on > ${today}::date)) as roles,
      array(select m.service_id from directory.service_member m where m.officer_id = o.id) as service_ids,
      (select coalesce(json_agg(json_build_object('recordKind', t.record_kind, 'fromAgencyId', t.from_agency_id)), '[]')
        from directory.agreement t where t.to_agency_id = a.id and t.starts_on <= ${today}::date
        and (t.ends_on is null or t.ends_on > ${today}::date)) as agreements
    from platform.session s
    join platform.account c on c.id = s.account_id and c.is_active
    join directory.officer o on o.id = c.officer_id and o.is_active
    join directory.agency a on a.id = o.agency_id
    where s.token_hash = ${hashToken(token)} and s.ended_at is null`.execute(db);
  const row = rows[0];
  const side = row?.roles[0]?.side;
  // One person, one side at a time: grants on two sides, or none, open nothing.
  if (!row || !side || row.roles.some((grant) => grant.side !== side)) return undefined;
  const viewer: OfficerViewer = {
    kind: 'officer',
    accountId: row.accountId,
    sessionId: row.id,
    officerId: row.officerId,
    name: row.officerName,
    agencyId: row.agencyId,
    agencyName: row.agencyName,
    side,
    roles: row.roles.map((grant) => grant.role),
    serviceIds: row.serviceIds,
    agreements: row.agreements,
  };
  return { ...row, viewer };
}

/** Whose session has, or had, this form token; only of sessions that began at `since` or later. */
export async function accountOfForm(db: Asking, csrf: string, since: Date): Promise<string | undefined> {
  const { rows } = await sql<{
    accountId: string;
  }>`select account_id from platform.session where csrf_secret = ${csrf} and started_at >= ${since}`.execute(
    db,
  );
  return rows[0]?.accountId;
}

export async function touchSession(db: Asking, sessionId: string, at: Date): Promise<void> {
  await db.updateTable('platform.session').set({ lastSeenAt: at }).where('id', '=', sessionId).execute();
}

export interface PersonaRow {
  username: string;
  name: string;
  agency: string;
  blurb: string | null;
  roles: string[];
  side: string;
}

/** The made-up people a newcomer may sign in as. Empty outside the demonstration. */
export async function listPersonas(db: Db): Promise<PersonaRow[]> {
  const { rows } = await sql<PersonaRow>`
    select c.username, o.name, a.name as agency, o.blurb, array_agg(g.role order by g.role) as roles, min(g.side) as side
    from platform.account c join directory.officer o on o.id = c.officer_id join directory.agency a on a.id = o.agency_id
    join directory.role_grant g on g.officer_id = o.id
    where c.is_persona and c.is_active group by c.username, o.name, a.name, o.blurb order by min(g.side), o.name`.execute(
    db,
  );
  return rows;
}

/** Whether this database was made with the made-up county in it. Production refuses such a database. */
export async function isDemonstration(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('platform.setting')
    .select('value')
    .where('key', '=', 'demonstration')
    .executeTakeFirst();
  return row?.value === true;
}
