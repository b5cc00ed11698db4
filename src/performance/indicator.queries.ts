import { type RawBuilder, sql } from 'kysely';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';
import type { Work } from '../platform/http/work.ts';
import { addedUp, type CountRow, medians, rowsOf } from './count.queries.ts';
import { type Area, type Counted, everywhere } from './counted.ts';
import { type IndicatorQuery, indicatorQueries } from './indicator.rules.ts';
import type { FigureValue } from './indicator.ts';
import { type Period, wholeMonths } from './period.ts';
import { agenciesCounted, type Source, sources } from './sources.ts';

export { everywhere };

const countedBy = (code: string): Counted | undefined => {
  const query = indicatorQueries[code];
  const source = query ? sources[query.source] : undefined;
  return query && source ? { query, source } : undefined;
};

/** Whether a figure is counted for the viewer: its records are on their side of the wall, and for their role. */
export function isCountedFor(viewer: Viewer, code: string): boolean {
  const counted = countedBy(code);
  if (!counted) return viewer.side === 'OPS';
  const { sides = ['OPS'], readers } = counted.source;
  return sides.includes(viewer.side) && (readers === undefined || hasRole(viewer, ...readers));
}

/** The records are there, and are not this viewer's to count. */
const notForYou: FigureValue = {
  kind: 'not-measured',
  why: 'It is counted for whoever keeps these records, and for the performance analyst of their agency.',
};
const notMeasured: FigureValue = {
  kind: 'not-measured',
  why: 'The records that this counts are not kept here yet.',
};

/** Nought of a district that the records do not name is not a nought. */
const noDistrict: FigureValue = { kind: 'not-measured', why: 'These records name no district.' };

/** Nought before anybody kept records is not a nought. */
const beforeRecords: FigureValue = { kind: 'not-measured', why: 'It lies before the first record.' };

/** The day of the first record of each kind that the viewer may see; null when there is none. The index ends each search. */
async function firstDays(work: Work, asked: readonly Source[]): Promise<ReadonlyMap<Source, string | null>> {
  if (asked.length === 0) return new Map();
  const each = asked.map(
    (source, index) => sql`(select ${source.day} from ${source.from}
      where ${source.visible(work.viewer)} and ${source.stored} is not null order by ${source.stored} limit 1) as ${sql.ref(`d${index}`)}`,
  );
  const { rows } = await sql<Record<string, string | null>>`select ${sql.join(each)}`.execute(work.db);
  return new Map(asked.map((source, index) => [source, rows[0]?.[`d${index}`] ?? null]));
}

const figureFrom = (query: IndicatorQuery, row: CountRow | undefined): FigureValue => {
  const { n, part, amount } = row ?? { n: 0, part: 0, amount: null };
  switch (query.measure) {
    case 'count':
      return { kind: 'value', value: n };
    case 'sum':
      return { kind: 'value', value: amount ?? 0 };
    case 'share':
      return n === 0
        ? { kind: 'not-applicable', why: 'There was nothing to take a share of.' }
        : { kind: 'value', value: (part / n) * 100, numerator: part, denominator: n };
    case 'median':
      return n === 0
        ? { kind: 'not-applicable', why: 'There was nothing to take a median of.' }
        : { kind: 'value', value: amount ?? 0, denominator: n };
  }
};

type ByPeriod = ReadonlyMap<string, FigureValue>;
/** One indicator over several periods at once. */
export async function figureOver(
  work: Work,
  code: string,
  periods: readonly Period[],
  area: Area,
): Promise<ByPeriod> {
  return (await figuresOver(work, [code], periods, area)).get(code) ?? new Map();
}

/**
 * Many indicators over several periods: the records of each kind are read once for all that count them, because reading
 * is what costs. Medians, which need their amounts, are read by themselves.
 */
export async function figuresOver(
  work: Work,
  codes: readonly string[],
  periods: readonly Period[],
  area: Area,
): Promise<ReadonlyMap<string, ByPeriod>> {
  const figures = new Map<string, ByPeriod>();
  const bySource = new Map<Source, { code: string; query: IndicatorQuery }[]>();
  for (const code of codes) {
    const counted = countedBy(code);
    if (counted && !isCountedFor(work.viewer, code))
      figures.set(code, new Map(periods.map((period) => [period.key, notForYou])));
    else if (counted?.source.hasNoDistrict && area !== everywhere)
      figures.set(code, new Map(periods.map((period) => [period.key, noDistrict])));
    else if (counted)
      bySource.set(counted.source, [...(bySource.get(counted.source) ?? []), { code, query: counted.query }]);
    else figures.set(code, new Map(periods.map((period) => [period.key, notMeasured])));
  }
  const days = await firstDays(work, [...bySource.keys()]);
  for (const [source, asked] of bySource) {
    const begins = days.get(source) ?? null;
    const added = asked.filter(({ query }) => query.measure !== 'median');
    const found = await addedUp(work, source, added, { periods, area });
    for (const { code, query } of asked) {
      const rows = found.get(code) ?? (await medians(work, { query, source }, { periods, area }));
      figures.set(
        code,
        new Map(
          periods.map((period) => [
            period.key,
            begins !== null && period.to < begins ? beforeRecords : figureFrom(query, rows.get(period.key)),
          ]),
        ),
      );
    }
  }
  return figures;
}

/** One figure. */
export async function figureOf(work: Work, code: string, period: Period, area: Area): Promise<FigureValue> {
  return (await figureOver(work, code, [period], area)).get(period.key) ?? notMeasured;
}

/** A figure split by offence, channel, theme or district; parts in order of size. */
export async function figureSplit(
  work: Work,
  code: string,
  splitCode: string,
  period: Period,
  area: Area,
): Promise<{ part: string; figure: FigureValue }[]> {
  const counted = countedBy(code);
  const split = counted?.query.splits?.find((each) => each.code === splitCode);
  if (!counted || !split || counted.query.measure === 'median' || !isCountedFor(work.viewer, code)) return [];
  const { query, source } = counted;
  const today = work.clock.today();
  const place = area === everywhere ? sql`TRUE` : sql`${source.district} = ${area}`;
  // A split of whole months is read from the tally, if that holds what it is split by.
  const isTallied =
    source.tally && split.facet && query.measure === 'count' && wholeMonths(period).edges.length === 0;
  const read =
    isTallied && source.tally && split.facet
      ? sql`select ${split.column(today)} as key, sum(${source.tally.n}) as n, 0 as part, null::float8 as amount from ${source.tally.from}
        where ${source.tally.of(split.facet)} and ${source.tally.month} between ${period.from}::date and ${period.to}::date`
      : sql`select ${split.column(today)} as key, ${query.weight ? sql`sum(${query.weight})` : sql`count(*)`} as n,
        ${query.weight ? sql`coalesce(sum(${query.partWeight ?? query.weight}) filter (where ${query.part ? query.part(today, work.viewer) : sql`TRUE`}), 0)` : sql`count(*) filter (where ${query.part ? query.part(today, work.viewer) : sql`TRUE`})`} as part,
        sum(${query.amount ?? sql`1`}) as amount from ${source.from} where ${source.within(period.from, period.to)}`;
  const { rows } = await sql<CountRow>`
    select ${split.name ?? sql`g.key`} as key, sum(g.n)::int as n, sum(g.part)::int as part, sum(g.amount)::float8 as amount
    from (${read} and ${source.visible(work.viewer)} and (${query.counted(today)}) and ${place} group by 1) g
    group by 1 having sum(g.n) <> 0 order by 2 desc, 1`.execute(work.db);
  return rows.map((row) => ({ part: row.key, figure: figureFrom(query, row) }));
}

/** A record behind a figure, as its list shows it. Of one that was let go the figure is kept, and the list says that no more is. */
export interface FigureRecord {
  id: string;
  label: string;
  what: string;
  day: string;
  href: string;
  isPart: boolean;
}

/** Which rows of a share: those of the numerator, or all that it is a share of. */
export type Side = 'numerator' | 'denominator';

/** The records behind a figure that the viewer may see, newest first; as many as the figure says. */
export async function recordsBehind(
  work: Work,
  code: string,
  at: { period: Period; area: Area; side: Side },
  paging: { after?: { day: string; id: string } | undefined; limit: number },
): Promise<FigureRecord[]> {
  const counted = countedBy(code);
  if (!counted || !isCountedFor(work.viewer, code)) return [];
  const { query, source } = counted;
  const today = work.clock.today();
  const parts: RawBuilder<unknown>[] = [
    source.visible(work.viewer),
    source.within(at.period.from, at.period.to),
    sql`(${query.counted(today)})`,
  ];
  if (at.area !== everywhere) parts.push(sql`${source.district} = ${at.area}`);
  if (at.side === 'numerator' && query.part) parts.push(query.part(today, work.viewer));
  if (paging.after)
    parts.push(sql`(${source.day}, ${source.id}) < (${paging.after.day}::date, ${paging.after.id}::uuid)`);
  const { rows } =
    await sql<FigureRecord>`select r.id, r.label, r.what || case when governance.no_longer_kept(substring(r.href from '[0-9a-f]{8}-[0-9a-f-]{27}')::uuid)
        then ', no longer kept' else '' end as what, r.day, r.href, r.is_part
    from (select ${source.id} as id, ${source.label} as label, ${source.what} as what, ${source.day} as day, ${source.href} as href,
    (${query.part ? query.part(today, work.viewer) : sql`TRUE`}) is true as is_part from ${source.from} where ${sql.join(parts, sql` and `)}
    order by ${source.day} desc, ${source.id} desc limit ${sql.lit(paging.limit)}) r order by r.day desc, r.id desc`.execute(
      work.db,
    );
  return rows;
}

/** How many records stand behind a figure, and a hash of their ids, so that a frozen figure can be held against them. */
export async function fingerprint(
  work: Work,
  code: string,
  period: Period,
  area: Area,
): Promise<{ count: number; hash: string }> {
  const counted = countedBy(code);
  if (!counted || !isCountedFor(work.viewer, code)) return { count: 0, hash: '' };
  const { rows } = await sql<{ count: number; hash: string }>`select count(*)::int as count,
    encode(sha256(convert_to(coalesce(string_agg(r.id::text || r.is_part::text, ',' order by r.id), ''), 'UTF8')), 'hex') as hash
    from (${rowsOf(work, counted, period.from, period.to, area)}) r`.execute(work.db);
  return rows[0] ?? { count: 0, hash: '' };
}

/** Names of the agencies whose records a figure counts for this viewer; empty when it counts nothing. */
export async function countedOver(work: Work, code: string): Promise<string[]> {
  const counted = countedBy(code);
  if (!counted || !isCountedFor(work.viewer, code)) return [];
  const ids = agenciesCounted(work.viewer, counted.source);
  const rows = await work.db
    .selectFrom('directory.agency')
    .select('name')
    .where('id', 'in', ids.length > 0 ? [...ids] : ['00000000-0000-4000-8000-000000000000'])
    .orderBy('name')
    .execute();
  return rows.map((row) => row.name);
}

/** The measure of a code; undefined when nothing is counted. */
export const measureOf = (code: string): IndicatorQuery['measure'] | undefined =>
  countedBy(code)?.query.measure;
export const splitsOf = (code: string): readonly { code: string; words: string }[] =>
  countedBy(code)?.query.splits ?? [];
