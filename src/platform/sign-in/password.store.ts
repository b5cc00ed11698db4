import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { hashToken } from './sign-in.store.ts';

/** An account with the name of its officer, as far as a new password must not be made of them. */
export interface PasswordAccount {
  id: string;
  username: string;
  name: string;
  passwordHash: string | null;
  failedCount: number;
  lockedUntil: Date | null;
}

const accounts = sql`select c.id, c.username, o.name, c.password_hash, c.failed_count, c.locked_until
  from platform.account c join directory.officer o on o.id = c.officer_id`;

export async function passwordAccount(db: Db, accountId: string): Promise<PasswordAccount | undefined> {
  const { rows } =
    await sql<PasswordAccount>`${accounts} where c.id = ${accountId} and c.is_active for update of c`.execute(
      db,
    );
  return rows[0];
}

export interface LiveLink extends PasswordAccount {
  linkId: string;
}

/** The account of a link that can still be used; undefined for any other text. */
export async function accountOfLink(db: Db, token: string, at: Date): Promise<LiveLink | undefined> {
  const { rows } = await sql<LiveLink>`
    select c.id, c.username, o.name, c.password_hash, c.failed_count, c.locked_until, l.id as link_id
    from platform.password_link l join platform.account c on c.id = l.account_id and c.is_active
    join directory.officer o on o.id = c.officer_id and o.is_active
    where l.token_hash = ${hashToken(token)} and l.used_at is null and l.voided_at is null and l.expires_at > ${at}
    for update of l`.execute(db);
  return rows[0];
}

export async function useLink(db: Db, linkId: string, at: Date): Promise<void> {
  await db.updateTable('platform.passwordLink').set({ usedAt: at }).where('id', '=', linkId).execute();
}

export async function setPassword(db: Db, accountId: string, passwordHash: string, at: Date): Promise<void> {
  await db
    .updateTable('platform.account')
    .set({ passwordHash, passwordSetAt: at, mustChange: false, failedCount: 0, lockedUntil: null })
    .where('id', '=', accountId)
    .execute();
}

/** One of a person's own sessions. */
export interface SessionLine {
  id: string;
  client: string | null;
  startedAt: Date;
  lastSeenAt: Date;
}

/** Where somebody is signed in now, the latest used first. */
export function liveSessions(db: Db, accountId: string, idleSince: Date, at: Date): Promise<SessionLine[]> {
  return db
    .selectFrom('platform.session')
    .select(['id', 'client', 'startedAt', 'lastSeenAt'])
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', at)
    .where('lastSeenAt', '>', idleSince)
    .orderBy('lastSeenAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends an account's sessions: one of them, or all but one. Gives how many were alive. */
export async function endSessions(
  db: Db,
  accountId: string,
  which: { only?: string; except?: string },
  at: Date,
): Promise<number> {
  let query = db
    .updateTable('platform.session')
    .set({ endedAt: at })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null);
  if (which.only) query = query.where('id', '=', which.only);
  if (which.except) query = query.where('id', '<>', which.except);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}
