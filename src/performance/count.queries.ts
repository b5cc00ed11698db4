import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import type { IndicatorQuery } from './indicator.ts';
import { medianOf, type Weighted } from './median.ts';
import type { Period } from './period.ts';
import type { Source } from './sources.ts';

/** Where a figure is counted: a district, or everywhere the viewer sees. */
export type Area = string;
export const everywhere = 'all';

/** How a figure is counted, and over which records. */
export interface Counted {
  query: IndicatorQuery;
  source: Source;
}
/** The rows of a figure that the viewer may see, inside a span and an area. */
export function rowsOf(
  work: Work,
  { query, source }: Counted,
  from: string,
  to: string,
  area: Area,
): RawBuilder<unknown> {
  const today = work.clock.today();
  const part = query.part ? query.part(today) : sql`TRUE`;
  const place = area === everywhere ? sql`TRUE` : sql`${source.district} = ${area}`;
  return sql`select ${source.id} as id, ${source.day} as day, (${part}) is true as is_part, ${query.amount ?? sql`1`} as amount
    from ${source.from} where ${source.visible(work.viewer)} and ${source.within(from, to)} and (${query.counted(today)}) and ${place}`;
}

/** What was counted for one period or one part. */
export interface CountRow {
  key: string;
  n: number;
  part: number;
  amount: number | null;
}

const spanOf = (periods: readonly Period[]): { from: string; to: string } => ({
  from: periods.map((p) => p.from).sort()[0] ?? '',
  to:
    periods
      .map((p) => p.to)
      .sort()
      .at(-1) ?? '',
});

/** Counts by the key of their period. */
export type Rows = ReadonlyMap<string, CountRow>;

/** Counts, shares and sums of one kind of record: added up by day in one reading, then by period. */
export async function addedUp(
  work: Work,
  source: Source,
  asked: readonly { code: string; query: IndicatorQuery }[],
  { periods, area }: { periods: readonly Period[]; area: Area },
): Promise<ReadonlyMap<string, Rows>> {
  if (asked.length === 0) return new Map();
  const today = work.clock.today();
  const { from, to } = spanOf(periods);
  const place = area === everywhere ? sql`TRUE` : sql`${source.district} = ${area}`;
  const column = (what: string, index: number) => sql.ref(`${what}${index}`);
  const any = sql.join(
    asked.map(({ query }) => sql`(${query.counted(today)})`),
    sql` or `,
  );
  const perDay = asked.map(({ query }, index) => {
    const counted = sql`(${query.counted(today)})`;
    const part = query.part ? sql`${counted} and (${query.part(today)})` : counted;
    return sql`count(*) filter (where ${counted}) as ${column('n', index)}, count(*) filter (where ${part}) as ${column('p', index)},
      sum(${query.amount ?? sql`1`}) filter (where ${counted}) as ${column('a', index)}`;
  });
  const perPeriod = asked.map(
    (_, index) => sql`coalesce(sum(f.${column('n', index)}), 0)::int as ${column('n', index)},
      coalesce(sum(f.${column('p', index)}), 0)::int as ${column('p', index)}, sum(f.${column('a', index)})::float8 as ${column('a', index)}`,
  );
  const spans = sql.join(periods.map((p) => sql`(${p.key}::text, ${p.from}::date, ${p.to}::date)`));
  const { rows } = await sql<Record<string, number | null> & { key: string }>`
    with f as materialized (select ${source.day} as day, ${sql.join(perDay)} from ${source.from}
      where ${source.visible(work.viewer)} and ${source.within(from, to)} and ${place} and (${any}) group by 1)
    select p.key, ${sql.join(perPeriod)} from (values ${spans}) p(key, a, z) left join f on f.day between p.a and p.z
    group by p.key`.execute(work.db);
  return new Map(
    asked.map(({ code }, index) => [
      code,
      new Map(
        rows.map((row) => [
          row.key,
          {
            key: row.key,
            n: row[`n${index}`] ?? 0,
            part: row[`p${index}`] ?? 0,
            amount: row[`a${index}`] ?? null,
          },
        ]),
      ),
    ]),
  );
}

/** A median needs its amounts: equal ones of a day are read as one, since most of them are alike. */
export async function medians(
  work: Work,
  counted: Counted,
  periods: readonly Period[],
  area: Area,
): Promise<Rows> {
  const { from, to } = spanOf(periods);
  const { rows } = await sql<Weighted & { day: string }>`select r.day, r.amount, count(*)::int as n
    from (${rowsOf(work, counted, from, to, area)}) r where r.amount is not null group by 1, 2 order by 2`.execute(
    work.db,
  );
  return new Map(
    periods.map(({ key, from: a, to: z }) => {
      const within = rows.filter(({ day }) => day >= a && day <= z);
      const n = within.reduce((sum, row) => sum + row.n, 0);
      return [key, { key, n, part: 0, amount: medianOf(within, n) }];
    }),
  );
}
