import { notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import {
  type AccountView,
  demandNewPassword,
  findAccountOf,
  makePasswordLink,
  unlockAccount,
} from '../../platform/sign-in/account.store.ts';
import { noteChange } from '../change/change.store.ts';
import { openedPerson } from './own-account.ts';
import type { Person } from './person.store.ts';

interface Asked {
  officerId: string;
  reason: string;
}

async function accountFor(
  work: Work,
  input: Asked,
): Promise<Result<{ person: Person; account: AccountView }>> {
  const person = await openedPerson(work, input);
  if (!person.ok) return person;
  const account = await findAccountOf(work.db, person.value.id);
  if (!account) return notFound;
  if (!account.isActive || !person.value.isActive)
    return refusedByRule('directory.inactive', 'This account is shut.', 'Let them in again first.');
  return ok({ person: person.value, account });
}

/** Accounts leave a line in the history that says what was done and holds no secret. */
const noted = (work: Work, person: Person, reason: string, fields: Record<string, unknown>) =>
  noteChange(work, { kind: 'officer', id: person.id, before: {}, after: fields, reason });

/** What the administrator is shown once, to hand to the person themselves. */
export interface PasswordLink {
  person: Person;
  username: string;
  token: string;
  expiresAt: Date;
}

/** Makes a link with which somebody sets a new password once. Their old one and their sessions end at once. */
export async function resetPassword(work: Work, input: Asked): Promise<Result<PasswordLink>> {
  const found = await accountFor(work, input);
  if (!found.ok) return found;
  const { person, account } = found.value;
  const token = work.ids.token();
  const expiresAt = await makePasswordLink(work.db, {
    id: work.ids.next(),
    ...{ token, accountId: account.id, madeBy: officerOf(work).officerId, at: work.clock.now() },
  });
  await noted(work, person, input.reason, { passwordLink: 'made' });
  about(work, 'account', account.id);
  return ok({ person, username: account.username, token, expiresAt });
}

/** Lets somebody who typed a wrong password too often try again at once. */
export async function unlock(work: Work, input: Asked): Promise<Result<{ id: string }>> {
  const found = await accountFor(work, input);
  if (!found.ok) return found;
  const { person, account } = found.value;
  await unlockAccount(work.db, account.id);
  await noted(work, person, input.reason, { unlocked: true });
  return ok({ id: person.id });
}

/** Has somebody choose another password before they do anything more. */
export async function askForNewPassword(work: Work, input: Asked): Promise<Result<{ id: string }>> {
  const found = await accountFor(work, input);
  if (!found.ok) return found;
  const { person, account } = found.value;
  if (account.passwordSetAt === null)
    return refusedByRule(
      'directory.no-password',
      'They have no password yet.',
      'Make a link for them instead.',
    );
  await demandNewPassword(work.db, account.id);
  await noted(work, person, input.reason, { mustChange: true });
  return ok({ id: person.id });
}
