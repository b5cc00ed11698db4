import { sql } from 'kysely';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { packagePolicy } from './package.policy.ts';

/** How useful a reader found a product. */
export interface Rating {
  officerName: string;
  agencyName: string;
  at: Date;
  score: number;
  words: string;
}

/** What readers said of a product: to the unit all of it, to a recipient their own. */
export async function ratingsOf({ db, viewer }: Work, packageId: string): Promise<Rating[]> {
  const own =
    viewer.kind === 'officer' && viewer.side === 'INTEL'
      ? sql`TRUE`
      : sql`u.officer_id = ${viewer.kind === 'officer' ? viewer.officerId : null}::uuid`;
  const { rows } =
    await sql<Rating>`select o.name as officer_name, a.name as agency_name, u.at, u.score, u.words from dissemination.usefulness u
    join dissemination.package p on p.id = u.package_id join directory.officer o on o.id = u.officer_id join directory.agency a on a.id = u.agency_id
    where u.package_id = ${packageId} and ${packagePolicy.visible(viewer, 'p')} and ${own} order by u.at desc, o.name`.execute(
      db,
    );
  return rows;
}

/** Keeps what the viewer says; what they said before gives way to it. */
export async function keepRating(
  work: Work,
  given: { packageId: string; score: number; words: string },
): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  const { packageId, score, words } = given;
  await work.db
    .insertInto('dissemination.usefulness')
    .values({ packageId, officerId, agencyId, at: work.clock.now(), score, words })
    .onConflict((there) =>
      there.columns(['packageId', 'officerId']).doUpdateSet({ at: work.clock.now(), score, words }),
    )
    .execute();
}

/** What readers said of the unit's products that left within a year: how many, and the mean. */
export async function usefulnessOfUnit({
  db,
  viewer,
  clock,
}: Work): Promise<{ product: string; products: number; ratings: number; mean: number | null }[]> {
  const { rows } = await sql<{ product: string; products: number; ratings: number; mean: number | null }>`
    select p.product, count(distinct p.id)::int as products, count(u.score)::int as ratings, avg(u.score)::float8 as mean
    from dissemination.package p left join dissemination.usefulness u on u.package_id = p.id
    where ${packagePolicy.visible(viewer, 'p')} and p.released_at > ${clock.now()}::timestamptz - interval '1 year'
    group by p.product order by p.product`.execute(db);
  return rows;
}
