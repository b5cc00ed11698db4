import { sql } from 'kysely';
import { invalid, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import {
  addAccount,
  endSessionsOf,
  findAccountOf,
  isUsernameTaken,
  setAccountActive,
} from '../../platform/sign-in/account.store.ts';
import { dropSpokesperson } from '../agency/agency.commands.ts';
import { findAgency, isEnded } from '../agency/agency.store.ts';
import { changedMeanwhile, type Fields, noteChange } from '../change/change.store.ts';
import { openedPerson } from './own-account.ts';
import type { ActiveInput, NewPersonInput, PersonInput, PlaceInput } from './person.forms.ts';
import { type Person, setTeams } from './person.store.ts';
import { endGrantsThatNeedConsent } from './role.commands.ts';

/** The fields of a person that their history keeps. Roles have lines of their own. */
export const personFields = (person: Person): Fields => ({
  name: person.name,
  email: person.email,
  username: person.username,
  agencyId: person.agencyId,
  serviceIds: person.serviceIds,
  isActive: person.isActive,
});

export interface PlannedPerson {
  before: Person | null;
  after: Fields;
}

/** Teams are those of the person's own agency: working for another agency's service is an agreement's business. */
async function placeProblem(work: Work, agencyId: string, serviceIds: readonly string[]) {
  const today = work.clock.today();
  const agency = await findAgency(work.db, agencyId);
  if (!agency || isEnded(agency, today))
    return invalid({ field: 'agencyId', words: 'Choose an agency that is there now' });
  const { rows } = await sql<{ id: string }>`select id from directory.service where agency_id = ${agencyId}
    and id = any(${[...serviceIds]}::uuid[]) and (ends_on is null or ends_on > ${today}::date)`.execute(
    work.db,
  );
  return rows.length === new Set(serviceIds).size
    ? undefined
    : invalid({ field: 'serviceIds', words: `Choose teams of ${agency.name}` });
}

export async function planNewPerson(work: Work, input: NewPersonInput): Promise<Result<PlannedPerson>> {
  if (await isUsernameTaken(work.db, input.username))
    return invalid({ field: 'username', words: 'Somebody has this username: choose another' });
  const problem = await placeProblem(work, input.agencyId, input.serviceIds);
  if (problem) return problem;
  const { reason: _reason, ...after } = input;
  return ok({ before: null, after: { ...after, isActive: true } });
}

/** Adds a person with an account that has no password and no role yet: both are given one by one. */
export async function addPerson(work: Work, input: NewPersonInput): Promise<Result<{ id: string }>> {
  const plan = await planNewPerson(work, input);
  if (!plan.ok) return plan;
  const id = work.ids.next();
  const { name, email, agencyId, username } = input;
  await work.db
    .insertInto('directory.officer')
    .values({ id, name, email, agencyId, isActive: true })
    .execute();
  await addAccount(work.db, { id: work.ids.next(), username, officerId: id, at: work.clock.now() });
  await setTeams(work.db, id, input.serviceIds);
  await noteChange(work, {
    kind: 'officer',
    id,
    before: null,
    after: plan.value.after,
    reason: input.reason,
  });
  return ok({ id });
}

export async function planPerson(work: Work, input: PersonInput): Promise<Result<PlannedPerson>> {
  const person = await openedPerson(work, input);
  if (!person.ok) return person;
  const { name, email } = input;
  return ok({ before: person.value, after: { ...personFields(person.value), name, email } });
}

export async function changePerson(work: Work, input: PersonInput): Promise<Result<{ id: string }>> {
  const plan = await planPerson(work, input);
  return plan.ok ? save(work, plan.value, input) : plan;
}

export async function planPlace(work: Work, input: PlaceInput): Promise<Result<PlannedPerson>> {
  const person = await openedPerson(work, input);
  if (!person.ok) return person;
  const problem = await placeProblem(work, input.agencyId, input.serviceIds);
  if (problem) return problem;
  const { agencyId, serviceIds } = input;
  return ok({ before: person.value, after: { ...personFields(person.value), agencyId, serviceIds } });
}

/** Moves somebody to other teams or another agency, whose consent their former agency's roles do not have. */
export async function movePerson(work: Work, input: PlaceInput): Promise<Result<{ id: string }>> {
  const plan = await planPlace(work, input);
  if (!plan.ok) return plan;
  const saved = await save(work, plan.value, input);
  if (saved.ok && plan.value.before?.agencyId !== input.agencyId) {
    await dropSpokesperson(work, input.officerId, input.reason);
    await endGrantsThatNeedConsent(work, input.officerId, input.reason);
  }
  return saved;
}

export async function planActive(work: Work, input: ActiveInput): Promise<Result<PlannedPerson>> {
  const person = await openedPerson(work, input);
  if (!person.ok) return person;
  return ok({ before: person.value, after: { ...personFields(person.value), isActive: input.isActive } });
}

/** Shuts somebody out at once, with every session they have, or lets them in again. What they did stays theirs. */
export async function setActive(work: Work, input: ActiveInput): Promise<Result<{ id: string }>> {
  const plan = await planActive(work, input);
  if (!plan.ok) return plan;
  const saved = await save(work, plan.value, input);
  if (saved.ok) await setAccount(work, input.officerId, input.isActive);
  return saved;
}

async function setAccount(work: Work, officerId: string, isActive: boolean): Promise<void> {
  const account = await findAccountOf(work.db, officerId);
  if (!account) return;
  await setAccountActive(work.db, account.id, isActive);
  if (!isActive) await endSessionsOf(work.db, account.id, work.clock.now());
}

/** Writes the state that was planned, unless somebody else saved in between. */
async function save(
  work: Work,
  { before, after }: PlannedPerson,
  input: { officerId: string; version: number; reason: string },
): Promise<Result<{ id: string }>> {
  const id = input.officerId;
  const { numUpdatedRows } = await work.db
    .updateTable('directory.officer')
    .set({
      name: String(after.name),
      email: typeof after.email === 'string' ? after.email : null,
      agencyId: String(after.agencyId),
      isActive: after.isActive === true,
      version: input.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', input.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return changedMeanwhile(work, 'officer', id);
  await setTeams(work.db, id, Array.isArray(after.serviceIds) ? after.serviceIds.map(String) : []);
  const was = before && personFields(before);
  await noteChange(work, { kind: 'officer', id, before: was, after, reason: input.reason });
  return ok({ id });
}

/** Puts back what a change of a person replaced. A move to another agency ended roles, and is made anew instead. */
export async function restorePerson(
  work: Work,
  id: string,
  before: Fields,
  reason: string,
): Promise<Result<{ id: string }>> {
  const opened = await openedPerson(work, { officerId: id });
  if (!opened.ok) return opened;
  const now = opened.value;
  if (before.agencyId !== now.agencyId)
    return refusedByRule(
      'directory.undo',
      'A move to another agency ended what their former agency had agreed to: it cannot be undone.',
      'Move them back, and ask for the roles anew.',
    );
  const after = { ...personFields(now), ...before };
  const problem = await placeProblem(
    work,
    now.agencyId,
    Array.isArray(after.serviceIds) ? after.serviceIds.map(String) : [],
  );
  if (problem) return problem;
  const saved = await save(work, { before: now, after }, { officerId: id, version: now.version, reason });
  if (saved.ok && after.isActive !== now.isActive) await setAccount(work, id, after.isActive === true);
  return saved;
}
