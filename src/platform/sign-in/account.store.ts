import type { Db } from '../database/database.ts';
import { hashToken } from './sign-in.store.ts';

/** What an administrator sees of an account: never its password's hash. */
export interface AccountView {
  id: string;
  username: string;
  isActive: boolean;
  isPersona: boolean;
  mustChange: boolean;
  passwordSetAt: Date | null;
  lockedUntil: Date | null;
  createdAt: Date;
}

export function findAccountOf(db: Db, officerId: string): Promise<AccountView | undefined> {
  return db
    .selectFrom('platform.account')
    .select([
      'id',
      'username',
      'isActive',
      'isPersona',
      'mustChange',
      'passwordSetAt',
      'lockedUntil',
      'createdAt',
    ])
    .where('officerId', '=', officerId)
    .executeTakeFirst();
}

export async function isUsernameTaken(db: Db, username: string): Promise<boolean> {
  const row = await db
    .selectFrom('platform.account')
    .select('id')
    .where('username', '=', username.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}

/** An account without a password: its officer sets one with a link. */
export async function addAccount(
  db: Db,
  account: { id: string; username: string; officerId: string; at: Date },
): Promise<void> {
  await db
    .insertInto('platform.account')
    .values({
      id: account.id,
      username: account.username.toLowerCase(),
      officerId: account.officerId,
      isActive: true,
      createdAt: account.at,
    })
    .execute();
}

export async function setAccountActive(db: Db, accountId: string, isActive: boolean): Promise<void> {
  await db.updateTable('platform.account').set({ isActive }).where('id', '=', accountId).execute();
}

/** Lets somebody who typed a wrong password too often try again at once. */
export async function unlockAccount(db: Db, accountId: string): Promise<void> {
  await db
    .updateTable('platform.account')
    .set({ failedCount: 0, lockedUntil: null })
    .where('id', '=', accountId)
    .execute();
}

/** Until it is done, nothing but the change of the password answers. */
export async function demandNewPassword(db: Db, accountId: string): Promise<void> {
  await db.updateTable('platform.account').set({ mustChange: true }).where('id', '=', accountId).execute();
}

/** Ends every live session of an account. */
export async function endSessionsOf(db: Db, accountId: string, at: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('platform.session')
    .set({ endedAt: at })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Hours for which a link to set a password can be used. */
export const passwordLinkHours = 24;

/**
 * A link with which an officer sets a new password, once. The old password stops at once, every session ends, and any
 * earlier link with it: whoever asks for a reset may have lost the account to somebody else. Of the token only a hash is
 * kept. Gives when the link ends.
 */
export async function makePasswordLink(
  db: Db,
  link: { id: string; token: string; accountId: string; madeBy: string; at: Date },
): Promise<Date> {
  const expiresAt = new Date(link.at.getTime() + passwordLinkHours * 3_600_000);
  await db
    .updateTable('platform.passwordLink')
    .set({ voidedAt: link.at })
    .where('accountId', '=', link.accountId)
    .where('usedAt', 'is', null)
    .where('voidedAt', 'is', null)
    .execute();
  await db
    .insertInto('platform.passwordLink')
    .values({
      id: link.id,
      tokenHash: hashToken(link.token),
      accountId: link.accountId,
      madeBy: link.madeBy,
      madeAt: link.at,
      expiresAt,
    })
    .execute();
  await db
    .updateTable('platform.account')
    .set({ passwordHash: null, passwordSetAt: null, failedCount: 0, lockedUntil: null })
    .where('id', '=', link.accountId)
    .execute();
  await endSessionsOf(db, link.accountId, link.at);
  return expiresAt;
}
