import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { evenly } from '../item/even.store.ts';
import { counted, itemPolicy } from '../item/item.policy.ts';
import type { ItemStatus } from '../item/item.words.ts';
import { confirmed } from '../link/link.store.ts';
import type { LinkKind, LinkRole } from '../link/link.words.ts';
import type { ChartInput } from './chart.forms.ts';
import { linksPerStep } from './chart.words.ts';

/** What decides which items and links a chart may go by. */
export type ChartFilter = Pick<ChartInput, 'kinds' | 'since' | 'until' | 'service'>;

/** A link as a chart reads it. */
export interface ChartLink {
  id: string;
  itemId: string;
  kind: LinkKind;
  role: LinkRole;
  label: string;
  keyKind: string | null;
  keyValue: string | null;
  /** Why it is there, where whoever linked it said so. */
  note: string;
  madeAt: Date;
}

/** A link with the item that it belongs to. */
export interface ChartItemLink extends ChartLink {
  reference: string;
  title: string;
  status: ItemStatus;
  receivedAt: Date;
  /** Who sent the item by the form; null where it came otherwise. */
  agencyName: string | null;
}

const columns = sql`l.id, l.item_id, l.kind, l.role, l.label, l.key_kind, l.key_value, l.note, l.made_at`;
/** The links that a chart starts from, in the order that they were named, as far as the viewer may see them. */
export async function findStarts(work: Work, linkIds: readonly string[]): Promise<ChartLink[]> {
  const asked = await evenly(work, 'link', linkIds);
  const { rows } = await sql<ChartLink>`select ${columns} from intelligence.link l
    where l.id = any(${asked}::uuid[]) and ${confirmed(work, 'l')}`.execute(work.db);
  return linkIds.flatMap((id) => rows.filter((row) => row.id === id));
}

/** Items are those of a filter, that the viewer may see, and that are no duplicate of another. */
function itemsOf(work: Work, { since, until, service }: ChartFilter): RawBuilder<boolean> {
  const parts = [counted('i'), itemPolicy.visible(work.viewer, 'i')];
  if (since) parts.push(sql`i.received_at >= (${since}::date)::timestamp at time zone 'Europe/London'`);
  if (until) parts.push(sql`i.received_at < (${until}::date + 1)::timestamp at time zone 'Europe/London'`);
  if (service === 'other') parts.push(sql`i.received_how <> 'form'`);
  else if (service) parts.push(sql`i.received_how = 'form' and i.submitted_agency_id = ${service}::uuid`);
  return sql`${sql.join(parts, sql` and `)}`;
}

/**
 * One step from subjects: the links that name them, each with its item, the newest items first. No more of one subject are
 * read than a chart can hold, the newest.
 */
export async function linksOfSubjects(
  work: Work,
  subjects: readonly Pick<ChartLink, 'id' | 'keyKind' | 'keyValue'>[],
  given: ChartFilter & { cap: number },
): Promise<ChartItemLink[]> {
  const keyed = subjects.filter(({ keyKind }) => keyKind !== null);
  // Somebody with a name alone is met in no other item.
  const alone = subjects.filter(({ keyKind }) => keyKind === null).map(({ id }) => id);
  const found = sql`select ${columns}, i.reference, i.title, i.status, i.received_at, i.submitted_agency_id, i.received_how
    from intelligence.link l join intelligence.item i on i.id = l.item_id`;
  const which = sql`${confirmed(work, 'l')} and ${itemsOf(work, given)}`;
  const byKey = sql`select n.* from unnest(${keyed.map((one) => one.keyKind)}::text[], ${keyed.map((one) => one.keyValue)}::text[]) k(kind, value)
    cross join lateral (${found} where l.key_kind = k.kind and l.key_value = k.value and ${which}
      order by l.made_at desc, l.item_id limit ${sql.lit(given.cap + 1)}) n`;
  const byId = sql`${found} where l.id = any(${alone}::uuid[]) and ${which}`;
  const rows = alone.length === 0 ? byKey : keyed.length === 0 ? byId : sql`${byKey} union all ${byId}`;
  const answer =
    await sql<ChartItemLink>`select ${columns}, l.reference, l.title, l.status, l.received_at, a.name as agency_name
    from (${rows}) l left join directory.agency a on a.id = l.submitted_agency_id and l.received_how = 'form'
    order by l.received_at desc, l.item_id, l.id limit ${sql.lit(linksPerStep)}`.execute(work.db);
  return answer.rows;
}

/** One step from items: whom and what they name, in the order of the items. */
export async function linksOfItems(
  work: Work,
  itemIds: readonly string[],
  { kinds }: ChartFilter,
): Promise<ChartLink[]> {
  const ofKinds = kinds.length > 0 ? sql`and l.kind = any(${[...kinds]}::text[])` : sql``;
  const { rows } =
    await sql<ChartLink>`select ${columns} from unnest(${[...itemIds]}::uuid[]) with ordinality t(item_id, place)
    join intelligence.link l on l.item_id = t.item_id where ${confirmed(work, 'l')} ${ofKinds}
    order by t.place, l.kind, l.label, l.id limit ${sql.lit(linksPerStep)}`.execute(work.db);
  return rows;
}
