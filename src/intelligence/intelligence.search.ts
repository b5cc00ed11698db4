import { type RawBuilder, sql } from 'kysely';
import { mayUse } from '../platform/access/permission.ts';
import { dayOf } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import {
  type FoundPage,
  folded,
  likeness,
  nothingFound,
  pageFrom,
  rankedPage,
  type SearchAsk,
  says,
  searchCap,
} from '../platform/search/found.ts';
import { excerpt } from '../platform/search/highlight.ts';
import { byReference } from '../platform/search/reference.ts';
import { dayWords } from '../platform/ui/index.ts';
import { keepGroups, readIntelligence, workRequirements } from './intelligence.permissions.ts';
import { itemPolicy, wholeItemPolicy } from './item/item.policy.ts';
import { type ItemStatus, itemStatusWords } from './item/item.words.ts';
import { confirmed, keyOf } from './link/link.store.ts';
import { type LinkKind, linkKindWords } from './link/link.words.ts';
import { type OcgStatus, ocgStatusWords } from './ocg/ocg.words.ts';
import { type Product, productWords } from './package/package.words.ts';

interface ItemRow {
  id: string;
  reference: string;
  title: string;
  body: string;
  status: ItemStatus;
  receivedAt: Date;
  n: number;
}
/** Items of the unit that say the words, the newest first; or whose titles have nearly their letters. What is closed to the viewer is looked up by nobody for them. */
export async function searchItems(work: Work, ask: SearchAsk): Promise<FoundPage> {
  if (!mayUse(work.viewer, readIntelligence)) return nothingFound;
  const ids =
    ask.alike === undefined
      ? sql`intelligence.items_found(${ask.words}, null, null, null, ${searchCap})`
      : sql`intelligence.items_alike(${ask.words}, ${searchCap})`;
  const hits = sql`select i.id, i.reference, i.title, i.body, i.status, i.received_at, i.received_at as at,
      ${ask.alike === undefined ? sql`1` : likeness(sql`i.title`, ask.words)} as likeness
    from ${ids} f (id) join intelligence.item i on i.id = f.id where ${wholeItemPolicy.visible(work.viewer, 'i')}`;
  const { rows } = await sql<ItemRow>`${rankedPage(hits, ask)}`.execute(work.db);
  return pageFrom(rows, (row) => ({
    id: row.id,
    href: `/intelligence/items/${row.id}`,
    title: `${row.reference}, ${row.title}`,
    about: [dayWords(dayOf(row.receivedAt)), itemStatusWords[row.status], excerpt(row.body, ask.words)].join(
      ' · ',
    ),
  }));
}

/** Kinds of which a number or mark has an exact key, however it is typed. */
const numbered: readonly LinkKind[] = ['vehicle', 'phone', 'email', 'account', 'handle'];
interface NamedRow {
  id: string;
  kind: LinkKind;
  label: string;
  items: number;
  n: number;
}
/** Whom and what items name, by nearly the letters of a name or by the number itself; each leads to its profile. */
export async function searchNamed(work: Work, ask: SearchAsk): Promise<FoundPage> {
  if (!mayUse(work.viewer, readIntelligence)) return nothingFound;
  const keys = numbered.flatMap((kind) => keyOf({ kind, label: ask.words, more: '' }) ?? []);
  const [kinds, values] = [keys.map(({ kind }) => kind), keys.map(({ value }) => value)];
  const hits = sql`select (array_agg(l.id order by l.made_at desc, l.id))[1] as id, l.kind, min(l.label) as label,
      count(distinct l.item_id)::int as items, max(l.made_at) as at, max(${likeness(sql`l.label`, ask.words)}) as likeness
    from intelligence.named_alike(${ask.words}, ${kinds}::text[], ${values}::text[], ${searchCap}) f (id) join intelligence.link l on l.id = f.id
    where ${confirmed(work, 'l')} group by l.kind, coalesce(l.key_kind || ':' || l.key_value, l.id::text)`;
  const { rows } = await sql<NamedRow>`${rankedPage(hits, ask)}`.execute(work.db);
  return pageFrom(rows, (row) => ({
    id: row.id,
    href: `/intelligence/profiles/${row.id}`,
    title: row.label,
    about: `${linkKindWords[row.kind]} · ${row.items === 1 ? '1 item' : `${row.items} items`}`,
  }));
}

interface TextRow {
  id: string;
  reference: string;
  title: string;
  state: string;
  text: string;
  n: number;
}
/** A search of a table of the unit's own, in what some columns say. */
async function searchTexts(
  work: Work,
  ask: SearchAsk,
  { table, where, columns }: { table: RawBuilder<unknown>; where: RawBuilder<unknown>; columns: Texts },
): Promise<TextRow[]> {
  const whole = sql`(x.reference || ' ' || ${columns.title} || ' ' || ${columns.text})`;
  const hits = sql`select x.id, x.reference, ${columns.title} as title, ${columns.state} as state, ${columns.text} as text, ${columns.at} as at,
      ${likeness(sql`${columns.title}`, ask.words)} as likeness
    from ${table} x where ${itemPolicy.visible(work.viewer, 'x')} and ${where} and ${says(sql`to_tsvector('english', ${folded(whole)})`, whole, ask)}`;
  const { rows } = await sql<TextRow>`${rankedPage(hits, ask)}`.execute(work.db);
  return rows;
}
interface Texts {
  title: RawBuilder<unknown>;
  text: RawBuilder<unknown>;
  state: RawBuilder<unknown>;
  at: RawBuilder<unknown>;
}
const shown = (rows: readonly TextRow[], ask: SearchAsk, under: string, words: (state: string) => string) =>
  pageFrom(rows, ({ id, reference, title, state, text }) => ({
    id,
    href: `${under}/${id}`,
    title: `${reference}, ${title}`,
    about: [words(state), excerpt(text, ask.words)].filter(Boolean).join(' · '),
  }));

/** Packages and problem profiles that the unit drafts or released. */
export async function searchProducts(work: Work, ask: SearchAsk): Promise<FoundPage> {
  if (!mayUse(work.viewer, readIntelligence)) return nothingFound;
  const rows = await searchTexts(work, ask, {
    ...{ table: sql`intelligence.draft`, where: sql`x.state <> 'discarded'` },
    columns: {
      ...{ title: sql`x.title`, state: sql`x.product`, at: sql`x.drafted_at` },
      text: sql`(x.harm || ' ' || x.prevention || ' ' || x.intelligence || ' ' || x.enforcement || ' ' || x.gaps)`,
    },
  });
  return shown(rows, ask, '/intelligence/packages', (state) => productWords[state as Product]); // the column's check
}
/** What the unit needs to know. */
export async function searchRequirements(work: Work, ask: SearchAsk): Promise<FoundPage> {
  if (!mayUse(work.viewer, workRequirements)) return nothingFound;
  const rows = await searchTexts(work, ask, {
    ...{ table: sql`intelligence.requirement`, where: sql`TRUE` },
    columns: {
      ...{ title: sql`x.question`, state: sql`''`, at: sql`x.made_at` },
      text: sql`(x.look_for || ' ' || x.why)`,
    },
  });
  return shown(rows, ask, '/intelligence/requirements', () => '');
}
/** Cards of groups. */
export async function searchGroups(work: Work, ask: SearchAsk): Promise<FoundPage> {
  if (!mayUse(work.viewer, keepGroups)) return nothingFound;
  const rows = await searchTexts(work, ask, {
    ...{ table: sql`intelligence.ocg`, where: sql`TRUE` },
    columns: {
      ...{ title: sql`x.name`, state: sql`x.status`, at: sql`x.opened_at` },
      text: sql`(x.activities || ' ' || x.area_words || ' ' || x.series_words)`,
    },
  });
  return shown(rows, ask, '/intelligence/groups', (state) => ocgStatusWords[state as OcgStatus]); // the column's check
}

/** Where the item of a reference is, if it is open to the viewer. */
export async function itemByReference(work: Work, reference: string): Promise<string | undefined> {
  if (!mayUse(work.viewer, readIntelligence)) return undefined;
  const { rows } = await sql<{ id: string | null }>`select intelligence.item_of(${reference}) as id`.execute(
    work.db,
  );
  return rows[0]?.id ? `/intelligence/items/${rows[0].id}` : undefined;
}
const own = { policy: itemPolicy };
export const productByReference = byReference({
  ...{ ...own, table: 'intelligence.draft', permission: readIntelligence, under: '/intelligence/packages' },
});
export const requirementByReference = byReference({
  ...{ ...own, table: 'intelligence.requirement', permission: workRequirements },
  under: '/intelligence/requirements',
});
export const groupByReference = byReference({
  ...{ ...own, table: 'intelligence.ocg', permission: keepGroups, under: '/intelligence/groups' },
});
