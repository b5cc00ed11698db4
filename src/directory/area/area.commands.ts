import { invalid, notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { changedMeanwhile, type Fields, noteChange } from '../change/change.store.ts';
import type { AreaInput, EndAreaInput } from './area.forms.ts';
import { type Area, findArea, setSuccessors } from './area.store.ts';

/** The fields of an area that its history keeps. */
export const areaFields = (area: Area): Fields => ({
  code: area.code,
  name: area.name,
  endsOn: area.endsOn,
  successorCodes: area.successors.map((successor) => successor.code),
});

export interface PlannedArea {
  before: Area;
  after: Fields;
}

export async function planArea(work: Work, input: AreaInput): Promise<Result<PlannedArea>> {
  const before = await findArea(work.db, input.areaCode);
  if (!before) return notFound;
  if (before.version !== input.version) return changedMeanwhile(work, 'area', before.code);
  return ok({ before, after: { ...areaFields(before), name: input.name } });
}

/** Corrects an area's name. Another boundary is another area with a code of its own. */
export async function renameArea(work: Work, input: AreaInput): Promise<Result<{ id: string }>> {
  const plan = await planArea(work, input);
  return plan.ok ? save(work, plan.value, input) : plan;
}

export async function planEndOfArea(work: Work, input: EndAreaInput): Promise<Result<PlannedArea>> {
  const before = await findArea(work.db, input.areaCode);
  if (!before) return notFound;
  if (before.version !== input.version) return changedMeanwhile(work, 'area', before.code);
  if (before.endsOn !== null && before.endsOn <= work.clock.today())
    return refusedByRule('directory.past', 'This area has ended already.', 'What has been stays as it was.');
  if (input.endsOn < work.clock.today() || input.endsOn <= before.startsOn)
    return invalid({ field: 'endsOn', words: 'Give today or a later day: what has been stays as it was' });
  for (const code of input.successorCodes) {
    const successor = await findArea(work.db, code);
    const fits =
      successor &&
      successor.code !== before.code &&
      successor.kind === before.kind &&
      successor.startsOn <= input.endsOn &&
      (successor.endsOn === null || successor.endsOn > input.endsOn);
    if (!fits)
      return invalid({
        field: 'successorCodes',
        words: `${code} is not an area of the same kind that is there on that day: choose another`,
      });
  }
  const after = { ...areaFields(before), endsOn: input.endsOn, successorCodes: input.successorCodes };
  return ok({ before, after });
}

/** Ends an area and names what takes over. Reports made in it keep it. */
export async function endArea(work: Work, input: EndAreaInput): Promise<Result<{ id: string }>> {
  const plan = await planEndOfArea(work, input);
  return plan.ok ? save(work, plan.value, input) : plan;
}

async function save(
  work: Work,
  { before, after }: PlannedArea,
  input: { version: number; reason: string },
): Promise<Result<{ id: string }>> {
  const code = before.code;
  const { numUpdatedRows } = await work.db
    .updateTable('directory.area')
    .set({
      name: typeof after.name === 'string' ? after.name : before.name,
      endsOn: typeof after.endsOn === 'string' ? after.endsOn : null,
      version: input.version + 1,
    })
    .where('code', '=', code)
    .where('version', '=', input.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return changedMeanwhile(work, 'area', code);
  await setSuccessors(
    work.db,
    code,
    Array.isArray(after.successorCodes) ? after.successorCodes.map(String) : [],
  );
  await noteChange(work, { kind: 'area', id: code, before: areaFields(before), after, reason: input.reason });
  return ok({ id: code });
}

/** Puts back what a change of an area replaced. */
export async function restoreArea(
  work: Work,
  id: string,
  before: Fields,
  reason: string,
): Promise<Result<{ id: string }>> {
  const now = await findArea(work.db, id);
  if (!now) return notFound;
  const after = { ...areaFields(now), ...before };
  return save(work, { before: now, after }, { version: now.version, reason });
}
