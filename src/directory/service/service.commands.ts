import { sql } from 'kysely';
import { invalid, notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { findAgency, isEnded } from '../agency/agency.store.ts';
import { changedMeanwhile, type Fields, noteChange } from '../change/change.store.ts';
import { findService, type ServiceRow } from '../directory.store.ts';
import type { EndServiceInput, NewServiceInput, ServiceInput } from './service.forms.ts';
import { setAreas } from './service.store.ts';

/** The fields of a service that its history keeps. */
export const serviceFields = (service: ServiceRow): Fields => ({
  agencyId: service.agencyId,
  code: service.code,
  name: service.name,
  team: service.team,
  email: service.email,
  phone: service.phone,
  hours: service.hours,
  outOfHours: service.outOfHours,
  isFallback: service.isFallback,
  leadOfficerId: service.leadOfficerId,
  areaCodes: service.areaCodes,
  endsOn: service.endsOn,
});

/** What a form or the API says about a service, whatever else came with it. */
const detailsOf = (input: Omit<ServiceInput, 'version' | 'serviceId' | 'reason' | 'leadOfficerId'>) => ({
  ...{ name: input.name, team: input.team, email: input.email, phone: input.phone },
  ...{ hours: input.hours, outOfHours: input.outOfHours ?? null, isFallback: input.isFallback },
});

export interface PlannedService {
  before: ServiceRow | null;
  after: Fields;
}

async function areasProblem(work: Work, codes: readonly string[]) {
  if (codes.length === 0) return undefined;
  const { rows } = await sql<{
    code: string;
  }>`select code from directory.area where code = any(${[...codes]}::text[])
    and (ends_on is null or ends_on > ${work.clock.today()}::date)`.execute(work.db);
  const known = new Set(rows.map((row) => row.code));
  const unknown = codes.filter((code) => !known.has(code));
  return unknown.length === 0
    ? undefined
    : invalid({
        field: 'areaCodes',
        words: `There is no area ${unknown.join(', ')} now: choose from the list`,
      });
}

/** Without a fallback inbox a report that no rule fits would go nowhere; one that is about to end does not count. */
async function isLastInbox(work: Work, serviceId: string): Promise<boolean> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from directory.service where is_fallback and id <> ${serviceId} and ends_on is null`.execute(
    work.db,
  );
  return rows[0]?.n === 0;
}
const lastInbox = refusedByRule(
  'directory.last-inbox',
  'This is the last fallback inbox: reports that no rule fits would go nowhere.',
  'Make another service a fallback inbox first.',
);

export async function planNewService(work: Work, input: NewServiceInput): Promise<Result<PlannedService>> {
  const agency = await findAgency(work.db, input.agencyId);
  if (!agency || isEnded(agency, work.clock.today()))
    return invalid({ field: 'agencyId', words: 'Choose an agency that is there now' });
  const taken = await work.db
    .selectFrom('directory.service')
    .select('id')
    .where('code', '=', input.code)
    .executeTakeFirst();
  if (taken) return invalid({ field: 'code', words: 'Another service has this code: choose another' });
  const problem = await areasProblem(work, input.areaCodes);
  if (problem) return problem;
  const { agencyId, code, startsOn, areaCodes } = input;
  return ok({
    before: null,
    after: { agencyId, code, ...detailsOf(input), areaCodes, startsOn, endsOn: null },
  });
}

/** Adds a service. No report reaches it until a rule names it. */
export async function addService(work: Work, input: NewServiceInput): Promise<Result<{ id: string }>> {
  const plan = await planNewService(work, input);
  if (!plan.ok) return plan;
  const id = work.ids.next();
  const { agencyId, code, startsOn, reason } = input;
  const { hours, ...details } = detailsOf(input);
  await work.db
    .insertInto('directory.service')
    .values({ id, agencyId, code, startsOn, ...details, hours: JSON.stringify(hours) })
    .execute();
  await setAreas(work.db, id, input.areaCodes);
  await noteChange(work, { kind: 'service', id, before: null, after: plan.value.after, reason });
  return ok({ id });
}

export async function planService(work: Work, input: ServiceInput): Promise<Result<PlannedService>> {
  const before = await findService(work.db, input.serviceId);
  if (!before) return notFound;
  if (before.version !== input.version) return changedMeanwhile(work, 'service', before.id);
  const added = input.areaCodes.filter((code) => !before.areaCodes.includes(code));
  const problem = await areasProblem(work, added);
  if (problem) return problem;
  if (before.isFallback && !input.isFallback && (await isLastInbox(work, before.id))) return lastInbox;
  if (input.leadOfficerId && input.leadOfficerId !== before.leadOfficerId) {
    const lead = await work.db
      .selectFrom('directory.officer')
      .select('id')
      .where('id', '=', input.leadOfficerId)
      .where('agencyId', '=', before.agencyId)
      .where('isActive', '=', true)
      .executeTakeFirst();
    if (!lead)
      return invalid({ field: 'leadOfficerId', words: 'Choose an active person of the service’s agency' });
  }
  const after = {
    ...detailsOf(input),
    areaCodes: [...input.areaCodes].sort(),
    leadOfficerId: input.leadOfficerId ?? null,
  };
  return ok({ before, after: { ...serviceFields(before), ...after } });
}

/** Changes a service from now on. */
export async function changeService(work: Work, input: ServiceInput): Promise<Result<{ id: string }>> {
  const plan = await planService(work, input);
  return plan.ok ? save(work, plan.value, input) : plan;
}

export async function planEndOfService(work: Work, input: EndServiceInput): Promise<Result<PlannedService>> {
  const before = await findService(work.db, input.serviceId);
  if (!before) return notFound;
  if (before.version !== input.version) return changedMeanwhile(work, 'service', before.id);
  if (input.endsOn < work.clock.today())
    return invalid({ field: 'endsOn', words: 'Give today or a later day: what has been stays as it was' });
  if (before.isFallback && (await isLastInbox(work, before.id))) return lastInbox;
  return ok({ before, after: { ...serviceFields(before), endsOn: input.endsOn } });
}

/** Ends a service on a day: its rules send nothing to it from then on, and what it has stays with it until sent on. */
export async function endService(work: Work, input: EndServiceInput): Promise<Result<{ id: string }>> {
  const plan = await planEndOfService(work, input);
  return plan.ok ? save(work, plan.value, input) : plan;
}

/** Writes the state that was planned, unless somebody else saved in between. */
async function save(
  work: Work,
  { before, after }: PlannedService,
  input: { serviceId: string; version: number; reason: string },
): Promise<Result<{ id: string }>> {
  const id = input.serviceId;
  const text = (name: string) => (typeof after[name] === 'string' ? String(after[name]) : null);
  const { numUpdatedRows } = await work.db
    .updateTable('directory.service')
    .set({
      ...{ name: text('name') ?? '', team: text('team') ?? '', email: text('email') ?? '' },
      ...{ phone: text('phone') ?? '', outOfHours: text('outOfHours'), endsOn: text('endsOn') },
      leadOfficerId: text('leadOfficerId'),
      isFallback: after.isFallback === true,
      hours: JSON.stringify(after.hours ?? []),
      version: input.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', input.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return changedMeanwhile(work, 'service', id);
  await setAreas(work.db, id, Array.isArray(after.areaCodes) ? after.areaCodes.map(String) : []);
  const was = before && serviceFields(before);
  await noteChange(work, { kind: 'service', id, before: was, after, reason: input.reason });
  return ok({ id });
}

/** Puts back what a change of a service replaced. */
export async function restoreService(
  work: Work,
  id: string,
  before: Fields,
  reason: string,
): Promise<Result<{ id: string }>> {
  const now = await findService(work.db, id);
  if (!now) return notFound;
  const after = { ...serviceFields(now), ...before };
  if (now.isFallback && after.isFallback !== true && (await isLastInbox(work, id))) return lastInbox;
  return save(work, { before: now, after }, { serviceId: id, version: now.version, reason });
}
