import { notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { changedMeanwhile } from '../change/change.store.ts';
import { findPerson, type Person } from './person.store.ts';

/** Nobody raises, moves or restores themselves: another administrator does (role R24). */
export const ownAccount = refusedByRule(
  'directory.own-account',
  'This is your own account: nobody changes their own roles, teams or agency.',
  'Ask another directory administrator.',
);

/** Somebody else's record as it is on the screen. */
export async function openedPerson(
  work: Work,
  input: { officerId: string; version?: number },
): Promise<Result<Person>> {
  const person = await findPerson(work.db, work.clock.today(), input.officerId);
  if (!person) return notFound;
  if (person.id === officerOf(work).officerId) return ownAccount;
  if (input.version !== undefined && person.version !== input.version)
    return changedMeanwhile(work, 'officer', person.id);
  return ok(person);
}
