import { sql } from 'kysely';
import { harmKinds } from '../../../reference/harm-kinds.ts';
import type { Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
import { prioritiesInForce } from './strategy.store.ts';

/** A priority of the control strategy that an item answers, and how that is known. */
export interface Answering {
  position: number;
  title: string;
  /** References of requirements of the priority that a person said the item answers. */
  requirements: string[];
  /** Kinds of harm of the priority whose words the item says. */
  kinds: string[];
}

/** Which priorities that hold today some items answer, the highest first. Asked for a page of items. */
export async function answeringOf(
  work: Work,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, Answering[]>> {
  const { db, viewer } = work;
  const priorities = await prioritiesInForce(work);
  if (priorities.length === 0 || itemIds.length === 0) return new Map();
  const ids = sql`${[...itemIds]}::uuid[]`;
  const tied = await sql<{ itemId: string; priorityId: string; reference: string }>`
    select x.item_id, q.priority_id, r.reference from intelligence.requirement_item x
    join intelligence.priority_requirement q on q.requirement_id = x.requirement_id join intelligence.requirement r on r.id = x.requirement_id
    where x.item_id = any(${ids}) and q.priority_id = any(${priorities.map(({ id }) => id)}::uuid[]) and ${itemPolicy.visible(viewer, 'x')}
    order by r.reference`.execute(db);
  const asked = harmKinds.filter(({ code }) => priorities.some(({ kinds }) => kinds.includes(code)));
  const said =
    asked.length === 0
      ? []
      : (
          await sql<{ itemId: string; code: string }>`select i.id as item_id, k.code from intelligence.item i
            cross join unnest(${asked.map(({ code }) => code)}::text[], ${asked.map((one) => one.asked)}::text[]) k(code, asked)
            where i.id = any(${ids}) and ${itemPolicy.visible(viewer, 'i')} and i.search @@ websearch_to_tsquery('english', platform.folded(k.asked))`.execute(
            db,
          )
        ).rows;
  return new Map(
    itemIds.map((itemId) => [
      itemId,
      priorities
        .map(({ id, position, title, kinds }) => ({
          ...{ position, title },
          requirements: tied.rows
            .filter((row) => row.itemId === itemId && row.priorityId === id)
            .map(({ reference }) => reference),
          kinds: said
            .filter((row) => row.itemId === itemId && kinds.includes(row.code))
            .map(({ code }) => code),
        }))
        .filter((one) => one.requirements.length + one.kinds.length > 0),
    ]),
  );
}

/** The requirements that somebody of the unit said an item answers. */
export async function requirementsOfItem(
  { db, viewer }: Work,
  itemId: string,
): Promise<{ id: string; reference: string; question: string }[]> {
  const { rows } = await sql<{ id: string; reference: string; question: string }>`
    select r.id, r.reference, r.question from intelligence.requirement_item x join intelligence.requirement r on r.id = x.requirement_id
    where x.item_id = ${itemId} and ${itemPolicy.visible(viewer, 'r')} order by r.reference`.execute(db);
  return rows;
}
