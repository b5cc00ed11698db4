import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { changeRow } from '../../platform/database/change.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
import { writtenAs } from '../link/link.store.ts';
import type { LinkKind } from '../link/link.words.ts';
import type { WatchInput } from './watch.forms.ts';
import { watchPolicy } from './watch.policy.ts';

/** Whom or what somebody watches for. */
export interface Watch {
  id: string;
  kind: LinkKind;
  label: string;
  more: string;
  why: string;
  keptBy: string;
  keptByName: string;
  madeAt: Date;
  untilOn: Day;
  endedOn: Day | null;
  endWhy: string;
  version: number;
  /** Hits that the viewer may see, and those of them that nobody has answered. */
  hits: number;
  open: number;
}

export const mostWatches = 300;
async function watchesWhere(work: Work, also: RawBuilder<unknown>): Promise<Watch[]> {
  const { rows } =
    await sql<Watch>`select w.id, w.kind, w.label, w.more, w.why, w.kept_by, o.name as kept_by_name, w.made_at, w.until_on,
      w.ended_on, w.end_why, w.version, h.hits, h.open
    from intelligence.watch w join directory.officer o on o.id = w.kept_by
    cross join lateral (select count(*)::int as hits, (count(*) filter (where h.answer is null))::int as open
      from intelligence.watch_hit h join intelligence.item i on i.id = h.item_id
      where h.watch_id = w.id and ${itemPolicy.visible(work.viewer, 'i')}) h
    where ${watchPolicy.visible(work.viewer, 'w')} ${also}
    order by (w.ended_on is not null), (h.open = 0), w.until_on, w.id limit ${sql.lit(mostWatches)}`.execute(
      work.db,
    );
  return rows;
}
export const listWatches = (work: Work): Promise<Watch[]> => watchesWhere(work, sql``);
/**
 * One entry. It is looked for among those that the viewer may see, and not among all by its id: an entry of a colleague would be come upon and
 * then thrown away, which took 19 microseconds more than none (`npm run bench:wall`).
 */
export const findWatch = async (work: Work, id: string): Promise<Watch | undefined> =>
  (
    await watchesWhere(
      work,
      sql`and w.id = (select m.id from (select x.id from intelligence.watch x where ${watchPolicy.visible(work.viewer, 'x')} offset 0) m where m.id = ${id})`,
    )
  )[0];

export type MetBy = 'words' | 'number' | 'link';
export type HitAnswer = 'it-is' | 'it-is-not';
/** An item that says what is watched for. */
export interface Hit {
  watchId: string;
  itemId: string;
  reference: string;
  title: string;
  receivedAt: Date;
  at: Date;
  metBy: MetBy;
  answer: HitAnswer | null;
  answeredByName: string | null;
  /** What is watched for, and why. */
  label: string;
  why: string;
  keptByName: string;
}

export const mostHits = 300;
const hitsWhere = async (work: Work, which: RawBuilder<unknown>): Promise<Hit[]> => {
  const { rows } =
    await sql<Hit>`select h.watch_id, h.item_id, i.reference, i.title, i.received_at, h.at, h.met_by, h.answer, a.name as answered_by_name,
      concat_ws(', ', w.label, nullif(w.more, '')) as label, w.why, k.name as kept_by_name
    from intelligence.watch_hit h join intelligence.watch w on w.id = h.watch_id join intelligence.item i on i.id = h.item_id
    join directory.officer k on k.id = w.kept_by left join directory.officer a on a.id = h.answered_by
    where ${watchPolicy.visible(work.viewer, 'w')} and ${itemPolicy.visible(work.viewer, 'i')} and ${which}
    order by (h.answer is not null), i.received_at desc, h.item_id, h.watch_id limit ${sql.lit(mostHits)}`.execute(
      work.db,
    );
  return rows;
};
/** The hits of a watch, those that nobody has answered first. */
export const hitsOfWatch = (work: Work, watchId: string): Promise<Hit[]> =>
  hitsWhere(work, sql`h.watch_id = ${watchId}`);
/** What the viewer watches for that an item says. */
export const hitsOfItem = (work: Work, itemId: string): Promise<Hit[]> =>
  hitsWhere(work, sql`h.item_id = ${itemId}`);

/** Of some items, those that say what the viewer watches for and that nobody has answered. */
export async function watchedItems(work: Work, itemIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ itemId: string }>`select distinct h.item_id from intelligence.watch_hit h
    join intelligence.watch w on w.id = h.watch_id
    where h.item_id = any(${[...itemIds]}::uuid[]) and h.answer is null and ${watchPolicy.visible(work.viewer, 'w')}`.execute(
    work.db,
  );
  return new Set(rows.map(({ itemId }) => itemId));
}

/** How many hits of the viewer's own watches nobody has answered, counted no further than a hundred. */
export async function countHits(work: Work): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (select 1 from intelligence.watch_hit h
    join intelligence.watch w on w.id = h.watch_id join intelligence.item i on i.id = h.item_id
    where h.answer is null and w.kept_by = ${officerOf(work).officerId}::uuid and ${watchPolicy.visible(work.viewer, 'w')}
      and ${itemPolicy.visible(work.viewer, 'i')} limit 100) x`.execute(work.db);
  return rows[0]?.n ?? 0;
}

/** A name the other way round: «Pellow, David» says the same. */
const otherForm = ({ kind, label }: WatchInput): string =>
  kind === 'person'
    ? label
        .split(/[\s,]+/)
        .filter(Boolean)
        .reverse()
        .join(' ')
    : '';

export async function addWatch(work: Work, given: WatchInput): Promise<string> {
  const { officerId, agencyId } = officerOf(work);
  const { keyKind, keyValue } = writtenAs(given);
  const id = work.ids.next();
  await work.db
    .insertInto('intelligence.watch')
    .values({
      ...{ id, agencyId, keptBy: officerId, madeAt: work.clock.now() },
      ...{ ...given, keyKind, keyValue, otherForm: otherForm(given) },
      postcode: given.kind === 'place' ? given.more.toUpperCase().replace(/\s/g, '') : '',
    })
    .execute();
  return id;
}

export const changeWatch = (
  { db }: Work,
  watch: Watch,
  set: { untilOn?: Day; endedOn?: Day; endWhy?: string },
): Promise<boolean> => changeRow(db, 'intelligence.watch', watch, set);

/** Writes down what a person made of a hit; false where there is none. */
export async function answerHit(
  work: Work,
  given: { watchId: string; itemId: string; answer: HitAnswer },
): Promise<boolean> {
  const done = await work.db
    .updateTable('intelligence.watchHit')
    .set({ answer: given.answer, answeredAt: work.clock.now(), answeredBy: officerOf(work).officerId })
    .where('watchId', '=', given.watchId)
    .where('itemId', '=', given.itemId)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
