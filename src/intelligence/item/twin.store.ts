import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { itemPolicy } from './item.policy.ts';
import type { ItemStatus } from './item.words.ts';
import type { ItemMention } from './mentions.ts';

/** Another item that may be about the same, and on what. */
export interface Twin {
  id: string;
  reference: string;
  title: string;
  status: ItemStatus;
  receivedAt: Date;
  /** Identifiers that both hold, as they were typed here. */
  shared: string[];
  /** Of the words of the shorter, how many stand in both; null where it was found by an identifier. */
  likeness: number | null;
}

/** Half of the words of the shorter: below it, two items about roofs would be twins. */
const leastLikeness = 0.5;
/** Days around an item in which its words are looked for; identifiers are looked for always. */
const wordDays = 90;

export async function mentionsOfItem({ db, viewer }: Work, itemId: string): Promise<ItemMention[]> {
  const { rows } = await sql<ItemMention>`select m.kind, m.value, m.typed from intelligence.mention m
    where m.item_id = ${itemId} and ${itemPolicy.visible(viewer, 'm')} order by m.kind, m.value`.execute(db);
  return rows;
}

/** The newest that hold an identifier: what a thousand items hold says little of any one of them, and is not read whole. */
const newestOfEach = 60;

async function byIdentifier({ db, viewer }: Work, itemId: string): Promise<Twin[]> {
  const { rows } =
    await sql<Twin>`select i.id, i.reference, i.title, i.status, i.received_at, array_agg(m.typed order by m.typed) as shared, null::float8 as likeness
    from intelligence.mention m cross join lateral (select n.item_id from intelligence.mention n
      where n.agency_id = m.agency_id and n.kind = m.kind and n.value = m.value and n.item_id <> m.item_id
      order by n.received_at desc, n.item_id limit ${sql.lit(newestOfEach)}) n
    join intelligence.item i on i.id = n.item_id
    where m.item_id = ${itemId} and ${itemPolicy.visible(viewer, 'i')} and ${itemPolicy.visible(viewer, 'm')}
    group by i.id order by count(*) desc, i.received_at desc, i.id limit 20`.execute(db);
  return rows;
}

/** The words are looked up in a function of the database, which compares so many items at most. */
async function byWords({ db, viewer }: Work, itemId: string): Promise<Twin[]> {
  const { rows } =
    await sql<Twin>`select i.id, i.reference, i.title, i.status, i.received_at, '{}'::text[] as shared, n.likeness
    from intelligence.items_near(${itemId}, ${wordDays}) n join intelligence.item i on i.id = n.id
    where n.likeness >= ${leastLikeness} and ${itemPolicy.visible(viewer, 'i')} order by n.likeness desc, i.received_at desc, i.id limit 10`.execute(
      db,
    );
  return rows;
}

/** Items that may be about the same: by number, plate, e-mail or postcode, and by the same words. Suggested, never joined. */
export async function twinsOf(work: Work, itemId: string): Promise<Twin[]> {
  const found = await byIdentifier(work, itemId);
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...(await byWords(work, itemId)).filter(({ id }) => !known.has(id))];
}
