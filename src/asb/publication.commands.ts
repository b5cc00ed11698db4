import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { invalid, ok, type Result } from '../platform/failures/failures.ts';
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
const sum = (rows: readonly ReviewCounts[], key: keyof ReviewCounts) =>
  rows.reduce((all, row) => all + row[key], 0);
/** The agency's figures of a year, counted now. */
export async function countYear(work: Work, year: string): Promise<YearCounts> {
  const quarters: YearCounts['quarters'] = [];
  for (const { quarter, from, to } of quartersOf(year))
    quarters.push({ quarter, ...(await countReviews(work, from, to)) });
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
  const { rows } = await sql<{
    edition: number;
  }>`select coalesce(max(edition), 0) + 1 as edition from asb.publication
    where agency_id = ${agencyId} and year = ${input.year}`.execute(work.db);
  const edition = rows[0]?.edition ?? 1;
  const id = work.ids.next();
  await work.db
    .insertInto('asb.publication')
    .values({
      ...{
        id,
        agencyId,
        year: input.year,
        edition,
        counts: JSON.stringify(await countYear(work, input.year)),
      },
      ...{ note: input.note, publishedOn: work.clock.today(), publishedBy: officerId },
    })
    .execute();
  about(work, 'case-review-publication', id);
  return ok({ year: input.year, edition });
}
