import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import { type Area, type Asked, type Counted, everywhere, type Over } from './counted.ts';
import type { Weighted } from './median.ts';
import { wholeMonths } from './period.ts';
import type { Facet, Source } from './sources.ts';

/** What a tally holds of an indicator in one month, which its first day names. */
export interface MonthCount {
  month: string;
  n: number;
  part: number;
  amount: number | null;
}
type Months = ReadonlyMap<string, readonly MonthCount[]>;

/** From the first whole month of some periods to the last; undefined when none has one. */
function monthsOf(over: Over): { from: string; to: string } | undefined {
  const whole = over.periods.map(wholeMonths).filter(({ from }) => from !== undefined);
  const from = whole.map((span) => span.from ?? '').sort()[0];
  const to = whole
    .map((span) => span.to)
    .sort()
    .at(-1);
  return from && to ? { from, to } : undefined;
}
const placeOf = (source: Source, area: Area): RawBuilder<unknown> =>
  area === everywhere ? sql`TRUE` : sql`${source.district} = ${area}`;

/** The months that were counted as they changed, one reading for each facet that is asked for. */
export async function tallied(
  work: Work,
  source: Source,
  asked: readonly Asked[],
  over: Over,
): Promise<Months> {
  const span = monthsOf(over);
  const { tally } = source;
  const found = new Map<string, MonthCount[]>();
  if (!span || !tally) return found;
  const today = work.clock.today();
  for (const facet of new Set(asked.map(({ query }) => query.tallied?.facet))) {
    const here = asked.filter(({ query }) => query.tallied?.facet === facet);
    if (!facet) continue;
    const any = sql.join(
      here.map(({ query }) => sql`(${query.counted(today)})`),
      sql` or `,
    );
    const sums = here.map(({ query }, index) => {
      const counted = sql`(${query.counted(today)})`;
      const wanted = query.tallied?.part ?? query.part?.(today, work.viewer);
      const part = wanted ? sql`${counted} and (${wanted})` : counted;
      return sql`coalesce(sum(${tally.n}) filter (where ${counted}), 0)::int as ${sql.ref(`n${index}`)},
        coalesce(sum(${tally.n}) filter (where ${part}), 0)::int as ${sql.ref(`p${index}`)}`;
    });
    const { rows } = await sql<Record<string, number> & { month: string }>`
      select ${tally.month} as month, ${sql.join(sums)} from ${tally.from}
      where ${tally.of(facet)} and ${source.visible(work.viewer)} and ${tally.month} between ${span.from}::date and ${span.to}::date
        and ${placeOf(source, over.area)} and (${any}) group by 1`.execute(work.db);
    here.forEach(({ code }, index) => {
      found.set(
        code,
        rows.map((row) => ({
          month: row.month,
          n: row[`n${index}`] ?? 0,
          part: row[`p${index}`] ?? 0,
          amount: null,
        })),
      );
    });
  }
  return found;
}

/** What belongs to a numerator and is not in the tally, found among the records by what it hangs on. */
export async function besideByMonth(
  work: Work,
  source: Source,
  asked: readonly Asked[],
  over: Over,
): Promise<Months> {
  const span = monthsOf(over);
  const found = new Map<string, MonthCount[]>();
  if (!span) return found;
  const until = sql<string>`(${span.to}::date + interval '1 month' - interval '1 day')::date`;
  for (const { code, query } of asked) {
    const beside = query.tallied?.beside?.(work.viewer);
    if (!beside) continue;
    const { rows } = await sql<{ month: string; part: number }>`
      select date_trunc('month', ${source.day})::date as month, count(*)::int as part from ${source.from}
      where ${beside} and ${source.visible(work.viewer)} and ${source.within(span.from, until)} and ${placeOf(source, over.area)}
        and (${query.counted(work.clock.today())}) group by 1`.execute(work.db);
    found.set(
      code,
      rows.map(({ month, part }) => ({ month, n: 0, part, amount: null })),
    );
  }
  return found;
}

/** The amounts that a median is taken of, by month; equal ones together. */
export async function talliedAmounts(
  work: Work,
  { query, source }: Counted,
  over: Over,
): Promise<(Weighted & { month: string })[]> {
  const span = monthsOf(over);
  const { tally } = source;
  const how = query.tallied;
  if (!span || !tally || !how?.amount) return [];
  const facet: Facet = how.facet;
  const { rows } = await sql<Weighted & { month: string }>`
    select ${tally.month} as month, ${how.amount} as amount, sum(${tally.n})::int as n from ${tally.from}
    where ${tally.of(facet)} and ${source.visible(work.viewer)} and ${tally.month} between ${span.from}::date and ${span.to}::date
      and ${placeOf(source, over.area)} and (${query.counted(work.clock.today())}) and ${how.amount} is not null
    group by 1, 2 having sum(${tally.n}) <> 0`.execute(work.db);
  return rows;
}
