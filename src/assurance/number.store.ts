import { sql } from 'kysely';
import { invalid, ok, type Result } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { type NumberName, shippedNumbers } from './marker.rules.ts';

/** A number as an agency has set it, with its reason. */
export interface SetNumber {
  name: NumberName;
  value: number;
  setAt: Date;
  setByName: string | null;
  why: string;
}

/** What an agency has set instead of the shipped numbers, the newest of each first; the viewer's own unless said. */
export async function ownNumbers(work: Work, agencyId = officerOf(work).agencyId): Promise<SetNumber[]> {
  const { rows } = await sql<SetNumber>`select r.name, r.value, r.set_at, r.why, o.name as set_by_name
    from assurance.rule r left join directory.officer o on o.id = r.set_by
    where r.agency_id = ${agencyId} order by r.set_at desc, r.id`.execute(work.db);
  return rows;
}

/** The number that holds for an agency; the viewer's own unless said. */
export async function numberOf(
  work: Work,
  name: NumberName,
  agencyId = officerOf(work).agencyId,
): Promise<number> {
  const set = (await ownNumbers(work, agencyId)).find((one) => one.name === name);
  return set?.value ?? shippedNumbers[name].unlessSet;
}

/** For how many days a screen holds, by the rule of the viewer's agency. */
export const screenDays = (work: Work): Promise<number> => numberOf(work, 'screen-days');

/** Sets a number from now on, for the viewer's agency. */
export async function setNumber(
  work: Work,
  input: { name: NumberName; value: number; why: string },
): Promise<Result<{ name: NumberName; value: number }>> {
  const { least, most } = shippedNumbers[input.name];
  if (input.value < least || input.value > most)
    return invalid({ field: 'value', words: `Enter a whole number from ${least} to ${most}` });
  const officer = officerOf(work);
  const id = work.ids.next();
  await work.db
    .insertInto('assurance.rule')
    .values({
      id,
      agencyId: officer.agencyId,
      ...input,
      setAt: work.clock.now(),
      setBy: officer.officerId,
    })
    .execute();
  about(work, 'marker-number', id, { name: input.name, value: input.value });
  return ok(input);
}
