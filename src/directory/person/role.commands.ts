import { sql } from 'kysely';
import { invalid, notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { findAgency } from '../agency/agency.store.ts';
import { noteChange } from '../change/change.store.ts';
import type { Role } from '../roles.ts';
import { openedPerson } from './own-account.ts';
import type { RoleInput } from './person.forms.ts';
import { findPerson, grantsOf, isLive, type Person } from './person.store.ts';
import { needsConsent, roleName, roleSide, sideWords } from './role.rules.ts';
import {
  addGrant,
  addRequest,
  decideRequest,
  findRequest,
  type RoleRequest,
  requestsOf,
} from './role.store.ts';

/** A role that could be given, and whether the agency must agree first. */
export interface PlannedRole {
  person: Person;
  role: Role;
  needsConsent: boolean;
  /** Who would be asked. */
  spokespersonName: string | null;
}

/** Whether somebody may be given a role at all: one side of the wall, once, and not by themselves. */
export async function planRole(work: Work, input: RoleInput): Promise<Result<PlannedRole>> {
  const opened = await openedPerson(work, input);
  if (!opened.ok) return opened;
  const person = opened.value;
  const today = work.clock.today();
  if (!person.isActive)
    return refusedByRule('directory.inactive', 'This account is shut.', 'Let them in again first.');
  if (input.endsOn !== undefined && input.endsOn <= today)
    return invalid({ field: 'endsOn', words: 'Give a later day than today, or leave it empty' });
  const grants = await grantsOf(work.db, person.id);
  const live = grants.filter((grant) => isLive(grant, today));
  if (live.some((grant) => grant.role === input.role))
    return invalid({ field: 'role', words: `${person.name} has this role already: choose another` });
  const side = roleSide(input.role);
  const other = live.find((grant) => grant.side !== side);
  if (other)
    return refusedByRule(
      'directory.one-side',
      `${person.name} works on the side of ${sideWords[other.side]} and cannot be on that of ${sideWords[side]} as well.`,
      'End the roles of the other side first.',
    );
  const asked = (await requestsOf(work.db, person.id)).find(
    (request) => request.status === 'asked' && request.role === input.role,
  );
  if (asked)
    return invalid({ field: 'role', words: 'This role has been asked for and waits for the agency' });
  const consent = needsConsent(input.role, grants[0]?.side);
  const agency = await findAgency(work.db, person.agencyId);
  if (consent && !(await maySpeak(work, agency?.spokespersonId ?? null, person.id)))
    return refusedByRule(
      'directory.no-spokesperson',
      `${person.agencyName} must agree to this role, and nobody who could is named to speak for it.`,
      'Name somebody on the agency’s page: not this person, and no administrator.',
    );
  return ok({
    person,
    role: input.role,
    needsConsent: consent,
    spokespersonName: agency?.spokespersonName ?? null,
  });
}

/** Two people decide: whoever speaks for the agency is neither the one who asks nor the one who is given. */
async function maySpeak(work: Work, spokespersonId: string | null, forId: string): Promise<boolean> {
  if (spokespersonId === null || spokespersonId === forId || spokespersonId === officerOf(work).officerId)
    return false;
  const speaker = await findPerson(work.db, work.clock.today(), spokespersonId);
  return speaker?.isActive === true && !speaker.roles.includes('directory-administrator');
}

/** Gives a role, from now; or asks the agency, where the role needs that. */
export async function giveRole(work: Work, input: RoleInput): Promise<Result<{ isGiven: boolean }>> {
  const plan = await planRole(work, input);
  if (!plan.ok) return plan;
  const { person, role } = plan.value;
  const [side, officer, endsOn] = [roleSide(role), officerOf(work), input.endsOn ?? null];
  if (plan.value.needsConsent) {
    const id = await addRequest(work, { person, role, side, endsOn, reason: input.reason });
    await noteChange(work, {
      ...{ kind: 'role-request', id, before: null, reason: input.reason },
      after: { officerId: person.id, role, side, endsOn, status: 'asked' },
    });
    return ok({ isGiven: false });
  }
  await grant(work, { person, role, endsOn, reason: input.reason, grantedBy: officer.officerId });
  return ok({ isGiven: true });
}

async function grant(
  work: Work,
  given: { person: Person; role: Role; endsOn: string | null; reason: string; grantedBy: string },
): Promise<void> {
  const { person, role, endsOn, reason, grantedBy } = given;
  const row = { officerId: person.id, role, side: roleSide(role), startsOn: work.clock.today(), endsOn };
  const id = await addGrant(work, { ...row, reason, grantedBy });
  await noteChange(work, { kind: 'role-grant', id, before: null, after: row, reason, officerId: grantedBy });
}

/** Ends a role on a day: today is at once, at the next press. */
export async function endRole(
  work: Work,
  input: { officerId: string; grantId: string; endsOn: string; reason: string },
): Promise<Result<{ role: string }>> {
  const person = await openedPerson(work, input);
  if (!person.ok) return person;
  const found = (await grantsOf(work.db, person.value.id)).find((each) => each.id === input.grantId);
  if (!found) return notFound;
  const today = work.clock.today();
  if (found.endsOn !== null && found.endsOn <= today)
    return refusedByRule('directory.past', 'This role has ended already.', 'What has been stays as it was.');
  if (input.endsOn < today)
    return invalid({ field: 'endsOn', words: 'Give today or a later day: what has been stays as it was' });
  await endGrant(work, { ...found, officerId: person.value.id }, input);
  return ok({ role: found.role });
}

async function endGrant(
  work: Work,
  row: { id: string; officerId: string; role: string; side: string; startsOn: string; endsOn: string | null },
  change: { endsOn: string; reason: string },
): Promise<void> {
  await work.db
    .updateTable('directory.roleGrant')
    .set({ endsOn: change.endsOn })
    .where('id', '=', row.id)
    .execute();
  const before = {
    officerId: row.officerId,
    role: row.role,
    side: row.side,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
  };
  const after = { ...before, endsOn: change.endsOn };
  await noteChange(work, { kind: 'role-grant', id: row.id, before, after, reason: change.reason });
}

/** After a move: what the former agency had agreed to, or was asked for, is over. */
export async function endGrantsThatNeedConsent(work: Work, officerId: string, reason: string): Promise<void> {
  const today = work.clock.today();
  // The stored roles are those of the list; one that is no longer in it needs consent to be given again.
  for (const row of await grantsOf(work.db, officerId))
    if (isLive(row, today) && needsConsent(row.role as Role, undefined))
      await endGrant(work, { ...row, officerId }, { endsOn: today, reason });
  for (const request of await requestsOf(work.db, officerId))
    if (request.status === 'asked')
      await decideRequest(work, request, 'withdrawn', 'They moved to another agency.');
}

/** What was asked for and not yet decided. */
export async function requestToWithdraw(work: Work, requestId: string): Promise<Result<RoleRequest>> {
  const request = await findRequest(work.db, requestId);
  if (!request) return notFound;
  return request.status === 'asked' ? ok(request) : decided;
}

/** Takes back what was asked for and not yet decided. */
export async function withdrawRequest(
  work: Work,
  input: { requestId: string; reason: string },
): Promise<Result<{ officerId: string }>> {
  const request = await requestToWithdraw(work, input.requestId);
  if (!request.ok) return request;
  await decideRequest(work, request.value, 'withdrawn', input.reason);
  return ok({ officerId: request.value.officerId });
}

const decided = refusedByRule(
  'directory.decided',
  'This has been decided already.',
  'Nothing is left to do.',
);

/** The agency's word, by whoever speaks for it: never whoever asked, and never the one it is for. */
export async function decideRole(
  work: Work,
  input: { requestId: string; decision: 'agreed' | 'refused'; reason: string },
): Promise<Result<RoleRequest>> {
  const officer = officerOf(work);
  const request = await findRequest(work.db, input.requestId);
  const agency = request && (await findAgency(work.db, request.agencyId));
  // Whoever does not speak for the agency is not told that there is a request.
  if (!request || agency?.spokespersonId !== officer.officerId || agency.id !== officer.agencyId)
    return notFound;
  if (request.status !== 'asked') return decided;
  if (officer.officerId === request.askedBy || officer.officerId === request.officerId)
    return refusedByRule(
      'directory.two-people',
      'Nobody agrees to what they asked for, or to their own role.',
      'The agency names somebody else to speak for it.',
    );
  await decideRequest(work, request, input.decision, input.reason);
  about(work, 'role-request', request.id, { decision: input.decision });
  if (input.decision === 'agreed') await enqueue(work.db, 'give-agreed-role', { requestId: request.id });
  return ok({ ...request, status: input.decision });
}

/** Puts into effect what was asked and agreed. The rules are asked again: things may have changed since. */
export async function giveAgreedRole(work: Work, requestId: string): Promise<void> {
  const request = await findRequest(work.db, requestId);
  if (request?.status !== 'agreed') return;
  const today = work.clock.today();
  const person = await findPerson(work.db, today, request.officerId);
  const live = person && (await grantsOf(work.db, person.id)).filter((each) => isLive(each, today));
  const fits =
    person?.isActive &&
    person.agencyId === request.agencyId &&
    live?.every((each) => each.side === request.side && each.role !== request.role);
  if (!person || !fits) {
    await setStatus(work, requestId, 'withdrawn');
    return;
  }
  // The column holds what the form's list of roles let through.
  const role = request.role as Role;
  await grant(work, {
    ...{ person, role, endsOn: request.endsOn, grantedBy: request.askedBy },
    reason: `${request.reason} (agreed by ${request.decidedByName ?? 'the agency'})`,
  });
  await setStatus(work, requestId, 'given');
  about(work, 'role-request', requestId, { role: roleName(role) });
}

const setStatus = (work: Work, requestId: string, status: 'given' | 'withdrawn') =>
  sql`update directory.role_request set status = ${status} where id = ${requestId}`.execute(work.db);
