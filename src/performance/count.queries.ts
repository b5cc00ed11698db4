import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { type Area, type Asked, type Counted, everywhere, type Over } from './counted.ts';
import { medianOf, type Weighted } from './median.ts';
import { type Period, type Span, wholeMonths } from './period.ts';
import type { Source } from './sources.ts';
import { besideByMonth, type MonthCount, tallied, talliedAmounts } from './tally.queries.ts';

/** The rows of a figure that the viewer may see, inside a span and an area. */
export function rowsOf(
  work: Work,
  { query, source }: Counted,
  from: string,
  to: string,
  area: Area,
): RawBuilder<unknown> {
  const today = work.clock.today();
  const part = query.part ? query.part(today, work.viewer) : sql`TRUE`;
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
/** Counts by the key of their period. */
export type Rows = ReadonlyMap<string, CountRow>;
const none = (key: string): CountRow => ({ key, n: 0, part: 0, amount: null });
const sum = (left: CountRow, right: MonthCount | CountRow): CountRow => ({
  key: left.key,
  n: left.n + right.n,
  part: left.part + right.part,
  amount: left.amount === null && right.amount === null ? null : (left.amount ?? 0) + (right.amount ?? 0),
});

/**
 * Counts, shares and sums of one kind of record. Whole months come from the source's tally where it has one; what is
 * left of a period is read from its records.
 */
export async function addedUp(
  work: Work,
  source: Source,
  asked: readonly Asked[],
  over: Over,
): Promise<ReadonlyMap<string, Rows>> {
  const fromTally = source.tally ? asked.filter(({ query }) => query.tallied) : [];
  const fromRecords = asked.filter((one) => !fromTally.includes(one));
  const whole = over.periods.map((period) => ({ key: period.key, from: period.from, to: period.to }));
  const edges = over.periods.flatMap((period) =>
    wholeMonths(period).edges.map((edge) => ({ key: period.key, ...edge })),
  );
  const read = await readByDay(work, source, fromRecords, { spans: whole, area: over.area });
  const ends = await readByDay(work, source, fromTally, { spans: edges, area: over.area });
  const months = await tallied(work, source, fromTally, over);
  const beside = await besideByMonth(work, source, fromTally, over);
  const wholeOf = new Map(over.periods.map((period) => [period.key, wholeMonths(period)]));
  const together = (code: string, period: Period): CountRow => {
    const { from, to } = wholeOf.get(period.key) ?? wholeMonths(period);
    const inside = [...(months.get(code) ?? []), ...(beside.get(code) ?? [])].filter(
      ({ month }) => from !== undefined && month >= from && month <= to,
    );
    return inside.reduce(sum, ends.get(code)?.get(period.key) ?? none(period.key));
  };
  return new Map([
    ...read,
    ...fromTally.map(
      ({ code }) =>
        [code, new Map(over.periods.map((period) => [period.key, together(code, period)]))] as const,
    ),
  ]);
}

/** Records added up by day in one reading, then by span; spans of one key are added together. */
async function readByDay(
  work: Work,
  source: Source,
  asked: readonly Asked[],
  { spans, area }: { spans: readonly (Span & { key: string })[]; area: Area },
): Promise<Map<string, Rows>> {
  if (asked.length === 0 || spans.length === 0) return new Map();
  const today = work.clock.today();
  const place = area === everywhere ? sql`TRUE` : sql`${source.district} = ${area}`;
  const column = (what: string, index: number) => sql.ref(`${what}${index}`);
  const any = sql.join(
    asked.map(({ query }) => sql`(${query.counted(today)})`),
    sql` or `,
  );
  const within = sql.join(
    joined(spans).map(({ from, to }) => sql`(${source.within(from, to)})`),
    sql` or `,
  );
  const perDay = asked.map(({ query }, index) => {
    const counted = sql`(${query.counted(today)})`;
    const part = query.part ? sql`${counted} and (${query.part(today, work.viewer)})` : counted;
    const many = query.weight ? sql`sum(${query.weight})` : sql`count(*)`;
    const manyOfPart = query.partWeight ? sql`sum(${query.partWeight})` : many;
    return sql`${many} filter (where ${counted}) as ${column('n', index)}, ${manyOfPart} filter (where ${part}) as ${column('p', index)},
      sum(${query.amount ?? sql`1`}) filter (where ${counted}) as ${column('a', index)}`;
  });
  const perSpan = asked.map(
    (_, index) => sql`coalesce(sum(f.${column('n', index)}), 0)::int as ${column('n', index)},
      coalesce(sum(f.${column('p', index)}), 0)::int as ${column('p', index)}, sum(f.${column('a', index)})::float8 as ${column('a', index)}`,
  );
  const values = sql.join(spans.map((p) => sql`(${p.key}::text, ${p.from}::date, ${p.to}::date)`));
  const { rows } = await sql<Record<string, number | null> & { key: string }>`
    with f as materialized (select ${source.day} as day, ${sql.join(perDay)} from ${source.from}
      where ${source.visible(work.viewer)} and (${within}) and ${place} and (${any}) group by 1)
    select p.key, ${sql.join(perSpan)} from (values ${values}) p(key, a, z) left join f on f.day between p.a and p.z
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

/** Spans that touch or overlap as one, so that no day is asked for twice. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = result.at(-1);
    if (last && span.from <= addDays(last.to, 1)) last.to = span.to > last.to ? span.to : last.to;
    else result.push({ from: span.from, to: span.to });
  }
  return result;
}

/** A median needs its amounts: equal ones of a day or month are read as one, since most of them are alike. */
export async function medians(work: Work, counted: Counted, over: Over): Promise<Rows> {
  const { query, source } = counted;
  const isTallied = source.tally !== undefined && query.tallied?.amount !== undefined;
  const spans = isTallied ? over.periods.flatMap((period) => wholeMonths(period).edges) : over.periods;
  const amounts: (Weighted & { day: string })[] = [];
  for (const { from, to } of joined(spans)) {
    const { rows } = await sql<Weighted & { day: string }>`select r.day, r.amount, count(*)::int as n
      from (${rowsOf(work, counted, from, to, over.area)}) r where r.amount is not null group by 1, 2`.execute(
      work.db,
    );
    amounts.push(...rows);
  }
  const months = isTallied ? await talliedAmounts(work, counted, over) : [];
  return new Map(
    over.periods.map((period) => {
      const parts = wholeMonths(period);
      const ends = isTallied ? parts.edges : [period];
      const within = [
        ...amounts.filter(({ day }) => ends.some(({ from, to }) => day >= from && day <= to)),
        ...months.filter(({ month }) => parts.from !== undefined && month >= parts.from && month <= parts.to),
      ].sort((a, b) => a.amount - b.amount);
      const n = within.reduce((total, row) => total + row.n, 0);
      return [period.key, { key: period.key, n, part: 0, amount: medianOf(within, n) }];
    }),
  );
}
