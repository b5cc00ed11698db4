import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { invalid, ok, type Result, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { countReviews, type ReviewCounts, type YearCounts } from './review.store.ts';

/** The four quarters of a year from 1 April, and the year. */
export function quartersOf(year: string): { quarter: string; from: Day; to: Day }[] {
  const first = Number(year.slice(0, 4));
  return [
    { quarter: 'Q1, April to June', from: `${first}-04-01`, to: `${first}-06-30` },
    { quarter: 'Q2, July to September', from: `${first}-07-01`, to: `${first}-09-30` },
    { quarter: 'Q3, October to December', from: `${first}-10-01`, to: `${first}-12-31` },
    { quarter: 'Q4, January to March', from: `${first + 1}-01-01`, to: `${first + 1}-03-31` },
  ];
}
export const yearOf = (day: Day): string => {
  const first = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
};
/** Whether a year from 1 April was over on a day. */
export const isOver = (year: string, on: Day): boolean => on > `${Number(year.slice(0, 4)) + 1}-03-31`;
const sum = (rows: readonly ReviewCounts[], key: keyof ReviewCounts) =>
  rows.reduce((all, row) => all + row[key], 0);
/** The agency's figures of a year, counted now. A quarter that has not begun is not measured: it is left out, and no nought. */
export async function countYear(work: Work, year: string): Promise<YearCounts> {
  const quarters: YearCounts['quarters'] = [];
  for (const { quarter, from, to } of quartersOf(year))
    if (from <= work.clock.today()) quarters.push({ quarter, ...(await countReviews(work, from, to)) });
  const of = (key: keyof ReviewCounts) => sum(quarters, key);
  return {
    quarters,
    total: {
      received: of('received'),
      notMet: of('notMet'),
      reviews: of('reviews'),
      recommended: of('recommended'),
      closed: of('closed'),
    },
  };
}
/** Publishes a year's figures as they are counted now; again is another edition, and the one before stays. */
export async function publishYear(
  work: Work,
  input: { year: string; note: string },
): Promise<Result<{ year: string; edition: number }>> {
  const { agencyId, officerId } = officerOf(work);
  const first = Number(input.year.slice(0, 4));
  if (input.year !== yearOf(`${first}-04-01`))
    return invalid({ field: 'year', words: 'Choose the year, like 2026-27' });
  if (`${first}-04-01` > work.clock.today())
    return invalid({ field: 'year', words: 'That year has not begun' });
  const today = work.clock.today();
  const counts = JSON.stringify(await countYear(work, input.year));
  const { rows } = await sql<{ edition: number; publishedOn: Day; isSame: boolean }>`
    select edition, published_on, counts = ${counts}::jsonb and note = ${input.note} as is_same from asb.publication
    where agency_id = ${agencyId} and year = ${input.year} order by edition desc limit 1`.execute(work.db);
  const [last] = rows;
  // The same figures say more once the year is over.
  if (last?.isSame && isOver(input.year, last.publishedOn) === isOver(input.year, today))
    return stale(
      `These figures are published already, as edition ${last.edition}, and nothing is different.`,
    );
  const edition = (last?.edition ?? 0) + 1;
  const id = work.ids.next();
  const done = await work.db
    .insertInto('asb.publication')
    .values({
      ...{ id, agencyId, year: input.year, edition, counts },
      ...{ note: input.note, publishedOn: today, publishedBy: officerId },
    })
    .onConflict((there) => there.columns(['agencyId', 'year', 'edition']).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return stale('Somebody published this year a moment ago.');
  about(work, 'case-review-publication', id);
  return ok({ year: input.year, edition });
}
