import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../../platform/clock/clock.ts';
import type { Work } from '../../platform/http/work.ts';
import { evenly } from '../item/even.store.ts';
import { counted, itemPolicy } from '../item/item.policy.ts';
import type { ItemStatus } from '../item/item.words.ts';
import { confirmed } from '../link/link.store.ts';
import type { LinkKind } from '../link/link.words.ts';
import { repeat, type Tied } from './profile.rules.ts';

/** Whom or what a profile is about: named by a confirmed link of an item, and met wherever its exact key is. */
export interface ProfileSubject {
  linkId: string;
  kind: LinkKind;
  label: string;
  /** Null where there is only a name: many people share one, so that the profile holds that one item. */
  keyKind: string | null;
  keyValue: string | null;
}

/** By what a subject is known wherever something is kept of it: its exact key, so that every link of it leads to the same. */
export const subjectName = ({ keyKind, keyValue, linkId }: ProfileSubject): string =>
  keyKind === null ? `link:${linkId}` : `${keyKind}:${keyValue}`;

/** Links of one subject that a profile reads, the newest; no more are counted. */
export const linksRead = 1000;

const ofSubject = ({ keyKind, keyValue, linkId }: ProfileSubject, alias: string): RawBuilder<boolean> =>
  keyKind === null
    ? sql`${sql.ref(`${alias}.id`)} = ${linkId}`
    : sql`${sql.ref(`${alias}.keyKind`)} = ${keyKind} and ${sql.ref(`${alias}.keyValue`)} = ${keyValue}`;

/** The subject that a link names, if the viewer's unit holds the link. */
export async function findSubject(work: Work, linkId: string): Promise<ProfileSubject | undefined> {
  const [asked] = await evenly(work, 'link', [linkId]);
  const { rows } =
    await sql<ProfileSubject>`select l.id as link_id, l.kind, l.label, l.key_kind, l.key_value from intelligence.link l
    where l.id = ${asked} and ${confirmed(work, 'l')}`.execute(work.db);
  return rows[0];
}

/** An item of a profile. */
export interface ProfileItem extends Tied {
  id: string;
  reference: string;
  title: string;
  status: ItemStatus;
  isSensitive: boolean;
}

/** Items that name a subject, the newest first; duplicates are left out. */
export async function itemsOfSubject(work: Work, subject: ProfileSubject): Promise<ProfileItem[]> {
  const { rows } =
    await sql<ProfileItem>`select i.id, i.reference, i.title, i.status, i.is_sensitive, i.received_at, t.role, a.name as from_agency_name
    from (select l.item_id, l.role from intelligence.link l where ${ofSubject(subject, 'l')} and ${confirmed(work, 'l')}
      order by l.made_at desc, l.item_id limit ${sql.lit(linksRead)}) t
    join intelligence.item i on i.id = t.item_id
    left join directory.agency a on a.id = i.submitted_agency_id and i.received_how = 'form'
    where ${counted('i')} and ${itemPolicy.visible(work.viewer, 'i')} order by i.received_at desc, i.id`.execute(
      work.db,
    );
  return rows;
}

/** Who or what stands in the same items, and in how many. */
export interface Beside {
  linkId: string;
  kind: LinkKind;
  label: string;
  items: number;
}

/** What stands beside a subject in some items, what is met most first. */
export async function besideSubject(
  work: Work,
  subject: ProfileSubject,
  itemIds: readonly string[],
): Promise<Beside[]> {
  const { rows } =
    await sql<Beside>`select (array_agg(o.id order by o.made_at desc, o.id))[1] as link_id, o.kind, min(o.label) as label,
      count(distinct o.item_id)::int as items
    from intelligence.link o where o.item_id = any(${[...itemIds]}::uuid[]) and ${confirmed(work, 'o')} and not (${ofSubject(subject, 'o')})
    group by o.kind, coalesce(o.key_kind || ':' || o.key_value, o.id::text) order by items desc, label, link_id limit 30`.execute(
      work.db,
    );
  return rows;
}

/** A subject that items name again and again. */
export interface Repeated extends Beside {
  lastAt: Date;
}

/** Subjects with an exact key that items of the last twelve months name again, as victims, as addresses, or at all. */
export async function repeatedSubjects(work: Work, which: 'victim' | 'place' | 'any'): Promise<Repeated[]> {
  const narrowed = {
    victim: sql`and l.role = 'victim'`,
    place: sql`and l.kind = 'place'`,
    any: sql`and l.role <> 'victim' and l.kind <> 'place'`,
  }[which];
  const { rows } =
    await sql<Repeated>`select (array_agg(l.id order by l.made_at desc, l.id))[1] as link_id, l.kind, min(l.label) as label,
      count(distinct l.item_id)::int as items, max(i.received_at) as last_at
    from intelligence.link l join intelligence.item i on i.id = l.item_id
    where l.key_kind is not null and ${confirmed(work, 'l')} and ${itemPolicy.visible(work.viewer, 'i')} and ${counted('i')}
      and i.received_at >= ${addDays(work.clock.today(), -repeat.days)}::date ${narrowed}
    group by l.kind, l.key_kind, l.key_value having count(distinct l.item_id) >= ${repeat.items}
    order by items desc, last_at desc, link_id limit 25`.execute(work.db);
  return rows;
}
