import {
  demand,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
} from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { changedMeanwhile, type Fields, noteChange } from '../change/change.store.ts';
import type { AgencyInput, EndAgencyInput, NewAgencyInput } from './agency.forms.ts';
import { type Agency, findAgency, isEnded, leftBehind, possibleSpokespeople } from './agency.store.ts';

/** The fields of an agency that its history keeps. */
export const agencyFields = (agency: Agency): Fields => ({
  code: agency.code,
  name: agency.name,
  kind: agency.kind,
  areaCode: agency.areaCode,
  spokespersonId: agency.spokespersonId,
  startsOn: agency.startsOn,
  endsOn: agency.endsOn,
});

/** An agency as it would stand, checked but not saved. */
export interface PlannedAgency {
  before: Agency | null;
  after: Fields;
}

async function areaProblem(work: Work, areaCode: string | undefined) {
  if (areaCode === undefined) return undefined;
  const area = await work.db
    .selectFrom('directory.area')
    .select(['code', 'endsOn'])
    .where('code', '=', areaCode)
    .executeTakeFirst();
  return area && !isEnded(area, work.clock.today())
    ? undefined
    : invalid({ field: 'areaCode', words: 'Choose an area that is there now, or leave it empty' });
}

export async function planNewAgency(work: Work, input: NewAgencyInput): Promise<Result<PlannedAgency>> {
  const taken = await work.db
    .selectFrom('directory.agency')
    .select('id')
    .where('code', '=', input.code)
    .executeTakeFirst();
  if (taken) return invalid({ field: 'code', words: 'Another agency has this code: choose another' });
  const problem = await areaProblem(work, input.areaCode);
  if (problem) return problem;
  const { reason: _reason, areaCode, ...rest } = input;
  return ok({
    before: null,
    after: { ...rest, areaCode: areaCode ?? null, spokespersonId: null, endsOn: null },
  });
}

/** Adds a partner. It answers for nothing until it has services. */
export async function addAgency(work: Work, input: NewAgencyInput): Promise<Result<{ id: string }>> {
  const plan = await planNewAgency(work, input);
  if (!plan.ok) return plan;
  const id = work.ids.next();
  const { reason, ...row } = input;
  await work.db
    .insertInto('directory.agency')
    .values({ id, ...row, areaCode: row.areaCode ?? null })
    .execute();
  await noteChange(work, { kind: 'agency', id, before: null, after: plan.value.after, reason });
  return ok({ id });
}

export async function planAgency(work: Work, input: AgencyInput): Promise<Result<PlannedAgency>> {
  const before = await findAgency(work.db, input.agencyId);
  if (!before) return notFound;
  if (before.version !== input.version) return changedMeanwhile(work, 'agency', before.id);
  const problem =
    input.areaCode === (before.areaCode ?? undefined) ? undefined : await areaProblem(work, input.areaCode);
  if (problem) return problem;
  const people = await possibleSpokespeople(work.db, before.id);
  if (input.spokespersonId && !people.some((person) => person.id === input.spokespersonId))
    return invalid({
      field: 'spokespersonId',
      words: 'Choose an active person of this agency who is not an administrator',
    });
  const { name, kind } = input;
  const changed = {
    name,
    kind,
    areaCode: input.areaCode ?? null,
    spokespersonId: input.spokespersonId ?? null,
  };
  return ok({ before, after: { ...agencyFields(before), ...changed } });
}

/** Changes an agency as it stands from now on; its history keeps what it was. */
export async function changeAgency(work: Work, input: AgencyInput): Promise<Result<{ id: string }>> {
  const plan = await planAgency(work, input);
  if (!plan.ok) return plan;
  const { name, kind } = input;
  return save(work, plan.value, input, {
    ...{ name, kind, areaCode: input.areaCode ?? null, spokespersonId: input.spokespersonId ?? null },
  });
}

export async function planEndOfAgency(work: Work, input: EndAgencyInput): Promise<Result<PlannedAgency>> {
  const before = await findAgency(work.db, input.agencyId);
  if (!before) return notFound;
  if (before.version !== input.version) return changedMeanwhile(work, 'agency', before.id);
  if (input.endsOn < work.clock.today() || input.endsOn <= before.startsOn)
    return invalid({ field: 'endsOn', words: 'Give today or a later day: what has been stays as it was' });
  const left = await leftBehind(work.db, before.id, input.endsOn);
  const parts = [
    left.services.length > 0 && `${left.services.length} services`,
    left.officers.length > 0 && `${left.officers.length} active people`,
    left.agreements > 0 && `${left.agreements} agreements`,
  ].filter(Boolean);
  if (parts.length > 0)
    return refusedByRule(
      'directory.agency-in-use',
      `On that day it would still have ${parts.join(', ')}.`,
      'End them or move them to another agency first.',
    );
  return ok({ before, after: { ...agencyFields(before), endsOn: input.endsOn } });
}

/** Ends an agency that has nothing left. Nothing is deleted: what it did stays its own. */
export async function endAgency(work: Work, input: EndAgencyInput): Promise<Result<{ id: string }>> {
  const plan = await planEndOfAgency(work, input);
  return plan.ok ? save(work, plan.value, input, { endsOn: input.endsOn }) : plan;
}

interface AgencyColumns {
  name?: string;
  kind?: string;
  areaCode?: string | null;
  spokespersonId?: string | null;
  endsOn?: string | null;
}

/** Writes the columns and the history, unless somebody else saved in between. */
async function save(
  work: Work,
  plan: PlannedAgency,
  input: { agencyId: string; version: number; reason: string },
  columns: AgencyColumns,
): Promise<Result<{ id: string }>> {
  const id = input.agencyId;
  const { numUpdatedRows } = await work.db
    .updateTable('directory.agency')
    .set({ ...columns, version: input.version + 1 })
    .where('id', '=', id)
    .where('version', '=', input.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return changedMeanwhile(work, 'agency', id);
  const before = plan.before === null ? null : agencyFields(plan.before);
  await noteChange(work, { kind: 'agency', id, before, after: plan.after, reason: input.reason });
  return ok({ id });
}

/** Somebody who has moved away speaks for their former agency no longer; its history says so. */
export async function dropSpokesperson(work: Work, officerId: string, reason: string): Promise<void> {
  const rows = await work.db
    .selectFrom('directory.agency')
    .select('id')
    .where('spokespersonId', '=', officerId)
    .execute();
  for (const { id } of rows) {
    const before = await findAgency(work.db, id);
    if (!before) continue;
    const after = { ...agencyFields(before), spokespersonId: null };
    const input = { agencyId: id, version: before.version, reason };
    demand(await save(work, { before, after }, input, { spokespersonId: null }));
  }
}

/** Puts back what a change of an agency replaced; the change itself stays in the history. */
export async function restoreAgency(
  work: Work,
  id: string,
  before: Fields,
  reason: string,
): Promise<Result<{ id: string }>> {
  const now = await findAgency(work.db, id);
  if (!now) return notFound;
  const text = (name: string) => (typeof before[name] === 'string' ? String(before[name]) : null);
  const columns = {
    ...{ name: text('name') ?? now.name, kind: text('kind') ?? now.kind, areaCode: text('areaCode') },
    ...{ spokespersonId: text('spokespersonId'), endsOn: text('endsOn') },
  };
  const plan = { before: now, after: { ...agencyFields(now), ...columns } };
  return save(work, plan, { agencyId: id, version: now.version, reason }, columns);
}
