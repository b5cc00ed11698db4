import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { changeRow } from '../../platform/database/change.ts';
import { type Sorted, type Sorting, sorted } from '../../platform/database/sorting.ts';
import type { Work } from '../../platform/http/work.ts';
import { evenly } from './even.store.ts';
import { itemPolicy, wholeItemPolicy } from './item.policy.ts';
import type { ItemQueue, ItemStatus, ReceivedHow } from './item.words.ts';

/** An item as the queue shows it. */
export interface ItemLine {
  id: string;
  reference: string;
  receivedHow: ReceivedHow;
  receivedAt: Date;
  title: string;
  priority: number;
  status: ItemStatus;
  /** The agency whose officer sent it; null where it came by a feed. */
  fromAgencyName: string | null;
  /** Another item holds the same number, plate, address or e-mail. */
  hasTwin: boolean;
  /** The sensitive twin of its state: for the manager and the officers named on it. */
  isSensitive: boolean;
  sortValue?: string;
}

/** One item whole, as it was given. */
export interface Item extends Omit<ItemLine, 'hasTwin'> {
  agencyId: string;
  body: string;
  howKnown: string;
  knownWhen: string;
  fearsForSource: boolean;
  fearsWords: string;
  returnedWhy: string;
  returnedFor: Day | null;
  /** Code of the reason it was returned for. */
  returnReason: string;
  returnedBy: string | null;
  sensitiveWhy: string;
  /** Who reads it beside the manager, where it is sensitive. */
  sensitiveReaders: string[];
  duplicateOf: string | null;
  duplicateOfReference: string | null;
  fromOfficerName: string | null;
  version: number;
}

export interface ItemFilter {
  queue?: ItemQueue | undefined;
  status?: 'waiting' | ItemStatus | undefined;
  receivedHow?: ReceivedHow | undefined;
  priority?: number | undefined;
  words?: string | undefined;
}

export const itemSorting: Sorting = {
  columns: {
    received: { value: sql`i.received_at`, type: 'timestamptz' },
    priority: { value: sql`i.priority`, type: 'integer' },
    reference: { value: sql`i.reference`, type: 'text' },
  },
  second: 'received',
  id: sql`i.id`,
  // What is urgent first, and of those the oldest.
  usual: 'priority',
};

const line = sql`i.id, i.reference, i.received_how, i.received_at, i.title, i.priority, i.status, i.is_sensitive, a.name as from_agency_name`;
const sender = sql`left join directory.agency a on a.id = i.submitted_agency_id`;

function itemsIn(filter: ItemFilter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (filter.status === 'waiting') parts.push(sql`i.status in ('received', 'returned')`);
  else if (filter.status) parts.push(sql`i.status = ${filter.status}`);
  if (filter.receivedHow) parts.push(sql`i.received_how = ${filter.receivedHow}`);
  // A search goes through both: who looks for a word wants to know where it is.
  if (!filter.words) parts.push(filter.queue === 'sensitive' ? sql`i.is_sensitive` : sql`not i.is_sensitive`);
  if (filter.priority) parts.push(sql`i.priority = ${filter.priority}`);
  return parts;
}

/** Of what says the words that are searched for, the newest so many are put into order; the page says when there are more. */
export const mostFound = 500;

/** The items that a search finds, newest first: looked up by a function of the database, which row-level security would keep off its index. */
function foundBy({ words, status, receivedHow, priority }: ItemFilter): RawBuilder<unknown> {
  const statuses = status === 'waiting' ? ['received', 'returned'] : status ? [status] : null;
  return sql`with f as materialized (select id from intelligence.items_found(${words}, ${statuses}::text[], ${receivedHow ?? null},
    ${priority ?? null}::integer, ${mostFound + 1}) id)`;
}

/** Items of the unit in the order asked for, by cursor; `isCut` where more say what is searched for than are put into order. */
export async function listItems(
  work: Work,
  filter: ItemFilter,
  page: { sorted?: Sorted; limit: number },
): Promise<{ lines: ItemLine[]; isCut: boolean }> {
  const way = page.sorted ?? sorted(itemSorting, {});
  const isSearch = Boolean(filter.words);
  const parts = [
    wholeItemPolicy.visible(work.viewer, 'i'),
    ...itemsIn(filter),
    ...(way.after ? [way.after] : []),
  ];
  const from = isSearch
    ? sql`(select id from f limit ${mostFound}) n join intelligence.item i on i.id = n.id`
    : sql`intelligence.item i`;
  const { rows } = await sql<
    Omit<ItemLine, 'hasTwin'> & { found: number }
  >`${isSearch ? foundBy(filter) : sql``} select ${line}, ${way.value} as sort_value, ${isSearch ? sql`(select count(*)::int from f)` : sql`0`} as found
    from ${from} ${sender} where ${sql.join(parts, sql` and `)} order by ${way.order} limit ${sql.lit(page.limit)}`.execute(
    work.db,
  );
  const twins = await withTwins(
    work,
    rows.map(({ id }) => id),
  );
  const lines = rows.map(({ found: _, ...row }) => ({ ...row, hasTwin: twins.has(row.id) }));
  return { lines, isCut: (rows[0]?.found ?? 0) > mostFound };
}

/** Which of some items hold an identifier that another holds. Asked for a page alone: within the list, every item would be read. */
async function withTwins({ db, viewer }: Work, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    itemId: string;
  }>`select m.item_id from intelligence.mention m cross join lateral (select 1 from intelligence.mention n
      where n.agency_id = m.agency_id and n.kind = m.kind and n.value = m.value and n.item_id <> m.item_id limit 1) t
    where m.item_id = any(${[...ids]}::uuid[]) and ${itemPolicy.visible(viewer, 'm')}`.execute(db);
  return new Set(rows.map(({ itemId }) => itemId));
}

/** One item, if the viewer's unit holds it. */
export async function findItem(work: Work, id: string): Promise<Item | undefined> {
  const { db, viewer } = work;
  const [asked] = await evenly(work, 'item', [id]);
  const { rows } =
    await sql<Item>`select ${line}, i.agency_id, i.body, i.how_known, i.known_when, i.fears_for_source, i.fears_words,
      i.returned_why, i.returned_for, i.return_reason, i.returned_by, i.sensitive_why, i.sensitive_readers, i.duplicate_of, d.reference as duplicate_of_reference, o.name as from_officer_name, i.version
    from intelligence.item i ${sender} left join directory.officer o on o.id = i.submitted_by left join intelligence.item d on d.id = i.duplicate_of
    where i.id = ${asked} and ${wholeItemPolicy.visible(viewer, 'i')}`.execute(db);
  return rows[0];
}

/** How many of a queue wait to be graded or corrected, counted no further than a hundred. */
export async function countWaiting({ db, viewer }: Work, queue: ItemQueue = 'ordinary'): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from intelligence.item i
    where ${wholeItemPolicy.visible(viewer, 'i')} and i.status in ('received', 'returned') and ${queue === 'sensitive' ? sql`i.is_sensitive` : sql`not i.is_sensitive`} limit 100) w`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** The next item that waits, after this one in the order of its queue; the first of all where this was the last. */
export async function nextWaiting({ db, viewer }: Work, item: Item): Promise<string | undefined> {
  const waiting = sql`from intelligence.item i where ${wholeItemPolicy.visible(viewer, 'i')}
    and i.status in ('received', 'returned') and i.is_sensitive = ${item.isSensitive} and i.id <> ${item.id}`;
  const order = sql`order by i.priority, i.received_at, i.id limit 1`;
  // The instant from the row itself: a Date is cut to milliseconds.
  const { rows } = await sql<{
    id: string;
  }>`(select i.id, 0 as turn ${waiting} and (i.priority, i.received_at, i.id) >
      (select c.priority, c.received_at, c.id from intelligence.item c where c.id = ${item.id}) ${order})
    union all (select i.id, 1 ${waiting} ${order}) order by turn limit 1`.execute(db);
  return rows[0]?.id;
}

export interface ItemEvent {
  at: Date;
  words: string;
  officerName: string | null;
}

export async function eventsOf({ db, viewer }: Work, itemId: string): Promise<ItemEvent[]> {
  const { rows } =
    await sql<ItemEvent>`select e.at, e.words, o.name as officer_name from intelligence.item_event e
    left join directory.officer o on o.id = e.officer_id
    where e.item_id = ${itemId} and ${itemPolicy.visible(viewer, 'e')} order by e.at desc, e.id limit 200`.execute(
      db,
    );
  return rows;
}

export async function addItemEvent(
  { db, ids, clock, viewer }: Work,
  item: { id: string; agencyId: string },
  event: { kind: string; words: string },
): Promise<void> {
  const officerId = viewer.kind === 'officer' ? viewer.officerId : null;
  await db
    .insertInto('intelligence.itemEvent')
    .values({
      id: ids.next(),
      itemId: item.id,
      agencyId: item.agencyId,
      at: clock.now(),
      officerId,
      ...event,
    })
    .execute();
}

/** Changes an item that is still at the version that was read; false where somebody was first. */
export const changeItem = (
  { db }: Work,
  item: { id: string; version: number },
  set: Partial<{
    status: ItemStatus;
    priority: number;
    returnedWhy: string;
    returnedFor: Day | null;
    returnReason: string;
    returnedBy: string | null;
    isSensitive: boolean;
    sensitiveWhy: string;
    sensitiveReaders: string[];
    duplicateOf: string | null;
    sourceId: string;
    wanted: string;
  }>,
): Promise<boolean> => changeRow(db, 'intelligence.item', item, set);
