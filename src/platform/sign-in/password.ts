import { verify } from '@node-rs/argon2';
import type { OfficerViewer } from '../access/viewer.ts';
import type { Db } from '../database/database.ts';
import type { FieldProblem } from '../failures/failures.ts';
import { hashPassword, lockMinutes, wrongBeforeLock } from './hash.ts';
import { passwordProblem } from './password.rules.ts';
import { accountOfLink, endSessions, passwordAccount, setPassword, useLink } from './password.store.ts';
import { noteFailure } from './sign-in.store.ts';

export type PasswordAnswer = { ok: true; endedSessions: number } | { ok: false; problem: FieldProblem };

const problem = (field: string, words: string): PasswordAnswer => ({ ok: false, problem: { field, words } });

/**
 * Changes one's own password. The old one is asked for, as somebody may sit at an unlocked screen; wrong tries count as
 * at sign-in. Every other session ends.
 */
export async function changePassword(
  db: Db,
  at: Date,
  given: { viewer: OfficerViewer; current: string; next: string },
): Promise<PasswordAnswer> {
  const account = await passwordAccount(db, given.viewer.accountId);
  if (!account?.passwordHash)
    return problem('current', 'This account has no password. An administrator makes you a link to set one');
  const isLocked = account.lockedUntil !== null && account.lockedUntil > at;
  if (isLocked || !(await verify(account.passwordHash, given.current))) {
    const count = account.failedCount + 1;
    const locks = !isLocked && count >= wrongBeforeLock;
    const until = locks ? new Date(at.getTime() + lockMinutes * 60_000) : account.lockedUntil;
    if (!isLocked) await noteFailure(db, account.id, locks ? 0 : count, until);
    return problem(
      'current',
      isLocked || locks
        ? `Too many wrong tries. Wait ${lockMinutes} minutes`
        : 'This is not your password now. Check it and try again',
    );
  }
  const wrong = passwordProblem(given.next, account);
  if (wrong) return problem('next', wrong);
  if (given.next === given.current) return problem('next', 'Choose another than the one you have now');
  await setPassword(db, account.id, await hashPassword(given.next), at);
  const endedSessions = await endSessions(db, account.id, { except: given.viewer.sessionId }, at);
  return { ok: true, endedSessions };
}

/** Whose link it is, while it can be used. */
export async function nameOfLink(db: Db, at: Date, token: string): Promise<{ username: string } | undefined> {
  const link = await accountOfLink(db, token, at);
  return link && { username: link.username };
}

/** Sets a password with a link, which then is used up, and ends every session there was. */
export async function setPasswordByLink(
  db: Db,
  at: Date,
  given: { token: string; next: string },
): Promise<PasswordAnswer | { ok: false; problem: undefined }> {
  const link = await accountOfLink(db, given.token, at);
  if (!link) return { ok: false, problem: undefined };
  const wrong = passwordProblem(given.next, link);
  if (wrong) return problem('next', wrong);
  await setPassword(db, link.id, await hashPassword(given.next), at);
  await useLink(db, link.linkId, at);
  return { ok: true, endedSessions: await endSessions(db, link.id, {}, at) };
}
