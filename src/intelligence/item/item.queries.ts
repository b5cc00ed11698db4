import { pageOfRows, sorted } from '../../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import type { QueueInput } from './item.forms.ts';
import { findItem, type Item, itemSorting, listItems } from './item.store.ts';

const pageSize = 25;

/** One page of the queue. */
export async function pageOfItems(work: Work, { status, ...rest }: QueueInput, limit = pageSize) {
  const way = sorted(itemSorting, rest);
  const filter = { ...rest, status: status === 'all' ? undefined : status };
  const { lines, isCut } = await listItems(work, filter, { sorted: way, limit: limit + 1 });
  const { rows: items, next } = pageOfRows(way, lines, limit);
  work.note.detail.count = items.length;
  return { items, next, sorted: way, isCut };
}

/** One item for reading; noted in the audit by its id. */
export async function openItem(work: Work, id: string): Promise<Result<Item>> {
  const item = await findItem(work, id);
  if (!item) return notFound;
  about(work, 'intelligence-item', id);
  return ok(item);
}
