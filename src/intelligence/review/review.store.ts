import { sql } from 'kysely';
import { productGroup, retentionGroupOf } from '../../../reference/mopi.ts';
import type { Day } from '../../platform/clock/clock.ts';
import { type Sorted, type Sorting, sorted } from '../../platform/database/sorting.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
import type { ReviewDecision } from './review.forms.ts';

/** One time that somebody looked. */
export interface Review {
  at: Date;
  officerName: string;
  retentionGroup: number;
  decision: ReviewDecision;
  nextOn: Day;
  words: string;
}

/** Every review of an item, the newest first. */
export async function reviewsOf({ db, viewer }: Work, itemId: string): Promise<Review[]> {
  const { rows } =
    await sql<Review>`select r.at, o.name as officer_name, r.retention_group, r.decision, r.next_on, r.words
    from intelligence.item_review r join directory.officer o on o.id = r.officer_id
    where r.item_id = ${itemId} and ${itemPolicy.visible(viewer, 'r')} order by r.at desc, r.id desc limit 100`.execute(
      db,
    );
  return rows;
}

/** Whether the viewer sent an item or typed it in: somebody else says that it is no longer needed. Rows of a feed are nobody's own. */
export async function isBroughtByViewer(work: Work, itemId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (select 1 from intelligence.item i
      where i.id = ${itemId} and i.submitted_by = ${officerOf(work).officerId}::uuid and i.received_how <> 'feed'
        and ${itemPolicy.visible(work.viewer, 'i')}) as is`.execute(work.db);
  return rows[0]?.is ?? false;
}

export async function addReview(
  work: Work,
  itemId: string,
  review: { group: number; decision: ReviewDecision; nextOn: Day; words: string },
): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  const { group, ...rest } = review;
  await work.db
    .insertInto('intelligence.itemReview')
    .values({
      ...{ id: work.ids.next(), itemId, agencyId, at: work.clock.now(), officerId },
      ...{ retentionGroup: group, ...rest },
    })
    .execute();
}

/** Something of the unit that is to be looked at, or was and is to go. */
export interface DueReview {
  id: string;
  kind: 'item' | 'product';
  reference: string;
  title: string;
  dueOn: Day;
  sortValue?: string;
}

export const dueSorting: Sorting = {
  columns: { due: { value: sql`d.due_on`, type: 'date' } },
  id: sql`d.id`,
  usual: 'due',
};

/** An item that nobody has looked at is due when the first months of its group are over; products begin with their day. */
const due = (work: Work) => sql`(
  select i.id, 'item' as kind, i.reference, i.title, coalesce(v.next_on,
      ((i.received_at at time zone 'Europe/London')::date + make_interval(months => ${retentionGroupOf(productGroup).firstMonths}))::date) as due_on
    from intelligence.item i left join lateral (select r.next_on from intelligence.item_review r where r.item_id = i.id order by r.at desc, r.id desc limit 1) v on true
    where ${itemPolicy.visible(work.viewer, 'i')}
  union all
  select p.id, 'product', p.reference, p.title, p.review_on from intelligence.draft p
    where p.state = 'released' and p.review_on is not null and ${itemPolicy.visible(work.viewer, 'p')}) d
  where d.due_on <= ${work.clock.today()}::date and not governance.no_longer_kept(d.id)`;

/** What the unit is to look at by today, the longest overdue first. */
export async function listDue(work: Work, page: { sorted?: Sorted; limit: number }): Promise<DueReview[]> {
  const way = page.sorted ?? sorted(dueSorting, {});
  const { rows } =
    await sql<DueReview>`select d.id, d.kind, d.reference, d.title, d.due_on, ${way.value} as sort_value from ${due(work)}
    ${way.after ? sql`and ${way.after}` : sql``} order by ${way.order} limit ${sql.lit(page.limit)}`.execute(
      work.db,
    );
  return rows;
}
/** How many are to be looked at, counted no further than a hundred. */
export async function countDue(work: Work): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (select 1 from ${due(work)} limit 100) x`.execute(work.db);
  return rows[0]?.n ?? 0;
}
