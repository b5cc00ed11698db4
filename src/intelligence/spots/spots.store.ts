import { type RawBuilder, sql } from 'kysely';
import type { HarmKind } from '../../../reference/harm-kinds.ts';
import { spotMethod } from '../../../reference/hot-spots.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import type { Work } from '../../platform/http/work.ts';
import { counted, itemPolicy } from '../item/item.policy.ts';
import { confirmed } from '../link/link.store.ts';
import { countedPolicy } from './spots.policy.ts';
import { cellOf, type Keyed, type Mark } from './spots.rules.ts';

/** What is counted: records of one kind of harm, in some districts or all, in whole months. */
export interface SpotsOf {
  kind: HarmKind;
  /** Codes of districts; none is all of them, and records of no known district too. */
  districts: readonly string[];
  /** First and last month, like 2026-11. */
  from: string;
  to: string;
}

/** Records of each sort that are read, the newest; a page that reached this says so. */
export const mostMarks = 10_000;

/** The first instant of a period and the first after it, in Europe/London. */
const bounds = ({ from, to }: SpotsOf) => ({
  since: sql`((${`${from}-01`}::date)::timestamp at time zone 'Europe/London')`,
  until: sql`((${`${to}-01`}::date + interval '1 month') at time zone 'Europe/London')`,
});

interface ItemRow extends Omit<Mark, 'source' | 'month' | 'kind'> {
  lon: number | null;
}

/** Items of the unit that say the words of a kind; each lies where the first address that it names does, or the first postcode in it. */
async function itemMarks(work: Work, of: SpotsOf): Promise<Mark[]> {
  const { viewer } = work;
  const { since, until } = bounds(of);
  // A key stands in the address of the records behind a number: whose name it is must not.
  const keys = (
    which: RawBuilder<unknown>,
  ) => sql`coalesce((select json_agg(json_build_object('key', md5(l.key_kind || ':' || l.key_value), 'label', l.label)
      order by l.made_at, l.id) from intelligence.link l where l.item_id = i.id and l.key_kind is not null and ${confirmed(work, 'l')} and ${which}), '[]')`;
  const { rows } =
    await sql<ItemRow>`select i.id, i.reference, i.received_at as at, p.lon, p.lat, p.district_code,
      ${keys(sql`l.kind = 'place'`)} as places, ${keys(sql`l.role = 'victim' and l.kind = 'person'`)} as victims,
      ${keys(sql`l.role in ('subject', 'associate') and l.kind in ('person', 'organisation')`)} as subjects,
      (i.status = 'ready' and not i.fears_for_source
        and not exists (select 1 from intelligence.paragraph g where g.item_id = i.id and (g.graded_at is null or g.risk_to_source))) as may_leave
    from intelligence.item i
    left join lateral (select c.postcode from (
        select 1 as turn, l.made_at, substring(l.key_value from '[^ ]+$') as postcode from intelligence.link l
          where l.item_id = i.id and l.kind = 'place' and l.key_kind = 'address' and ${confirmed(work, 'l')}
        union all select 2, m.received_at, m.value from intelligence.mention m
          where m.item_id = i.id and m.kind = 'postcode' and ${itemPolicy.visible(viewer, 'm')}) c
      order by c.turn, c.made_at, c.postcode limit 1) c on true
    left join directory.postcode p on p.postcode = regexp_replace(c.postcode, '(...)$', ' \\1')
    where ${itemPolicy.visible(viewer, 'i')} and ${counted('i')}
      and i.id in (select intelligence.items_within(${of.kind.asked}, ${since}, ${until}, ${sql.lit(mostMarks)}))
      ${of.districts.length > 0 ? sql`and p.district_code = any(${[...of.districts]})` : sql``}
    order by i.received_at desc, i.id limit ${sql.lit(mostMarks)}`.execute(work.db);
  return rows.map((row) => ({
    ...row,
    source: 'item',
    kind: 'Item of intelligence',
    month: monthOf(row.at),
  }));
}

/** Reports of a kind that the unit may count; those that lie near each other are at one place. */
async function reportMarks(work: Work, of: SpotsOf): Promise<Mark[]> {
  if (of.kind.issueTypes.length === 0) return [];
  const { since, until } = bounds(of);
  const { rows } = await sql<Pick<Mark, 'id' | 'reference' | 'at' | 'kind' | 'lon' | 'lat' | 'districtCode'>>`
    select r.id, r.reference, r.received_at as at, coalesce(t.name, r.issue_type) as kind, r.lon, r.lat, r.district_code
    from intake.report r left join directory.issue_type t on t.code = r.issue_type
    where ${countedPolicy.visible(work.viewer, 'r')} and r.issue_type = any(${[...of.kind.issueTypes]}) and r.status <> 'duplicate'
      and r.received_at >= ${since} and r.received_at < ${until} ${of.districts.length > 0 ? sql`and r.district_code = any(${[...of.districts]})` : sql``}
    order by r.received_at desc, r.id limit ${sql.lit(mostMarks)}`.execute(work.db);
  return rows.map((row) => ({
    ...{ ...row, source: 'report', month: monthOf(row.at), mayLeave: true, victims: [], subjects: [] },
    places: placeOf(row),
  }));
}

const placeOf = ({ lon, lat }: Pick<Mark, 'lon' | 'lat'>): Keyed[] =>
  lon === null || lat === null ? [] : [{ key: cellOf({ lon, lat }, spotMethod.samePlace), label: '' }];
const monthOf = (at: Date): string => dayOf(at).slice(0, 7);

/** The records that are counted, as far as the viewer may see them, the newest first. */
export async function marksOf(work: Work, of: SpotsOf): Promise<{ marks: Mark[]; isCut: boolean }> {
  const items = await itemMarks(work, of);
  const reports = await reportMarks(work, of);
  const marks = [...items, ...reports].sort(
    (a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1),
  );
  return { marks, isCut: items.length >= mostMarks || reports.length >= mostMarks };
}

/** How many records there were of the same a year before: a number alone. */
export async function countOf(work: Work, of: SpotsOf): Promise<number> {
  return (await marksOf(work, of)).marks.length;
}

/** How many postcodes lie in each square of the area: by them a record falls where by chance. */
export async function groundOf(
  { db }: Work,
  districts: readonly string[],
  metres: number,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ lon: number; lat: number }>`select p.lon, p.lat from directory.postcode p
    where p.lon is not null and p.lat is not null and ${
      districts.length > 0 ? sql`p.district_code = any(${[...districts]})` : sql`p.district_code is not null`
    } limit 200000`.execute(db);
  const ground = new Map<string, number>();
  for (const row of rows) {
    const id = cellOf(row, metres);
    ground.set(id, (ground.get(id) ?? 0) + 1);
  }
  return ground;
}

/** How the paragraphs of some items are graded, and when the newest came. */
export async function gradesOf(
  { db, viewer }: Work,
  itemIds: readonly string[],
): Promise<{ paragraphs: number; graded: number; good: number; lastAt: Date | null }> {
  const { rows } = await sql<{ paragraphs: number; graded: number; good: number; lastAt: Date | null }>`
    select count(p.id)::int as paragraphs, count(p.graded_at)::int as graded, max(i.received_at) as last_at,
      count(*) filter (where p.source_evaluation = '1' and p.assessment in ('A', 'B'))::int as good
    from intelligence.paragraph p join intelligence.item i on i.id = p.item_id
    where p.item_id = any(${[...itemIds]}::uuid[]) and ${itemPolicy.visible(viewer, 'p')}`.execute(db);
  return rows[0] ?? { paragraphs: 0, graded: 0, good: 0, lastAt: null };
}
