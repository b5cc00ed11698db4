import { sql } from 'kysely';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
import { harmKind } from '../spots/spots.forms.ts';
import type { SpotsOf } from '../spots/spots.store.ts';
import { type LeavingFigures, leavingShape } from './leaving.rules.ts';

/** What a draft of a problem profile counts, and which version of its profile it is. */
export interface Problem {
  of: SpotsOf;
  metres: number;
  number: number;
  seriesId: string;
}

/** What a problem profile counts; undefined for a package, and for what the viewer's unit does not hold. */
export async function findProblem({ db, viewer }: Work, draftId: string): Promise<Problem | undefined> {
  const { rows } = await sql<{
    kind: string;
    districts: string[];
    from: string;
    to: string;
    metres: number;
    number: number;
    seriesId: string;
  }>`select p.kind, p.districts, to_char(p.from_month, 'YYYY-MM') as from, to_char(p.to_month, 'YYYY-MM') as to, p.metres, p.number, p.series_id
    from intelligence.problem p where p.draft_id = ${draftId} and ${itemPolicy.visible(viewer, 'p')}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const { kind, districts, from, to, ...rest } = row;
  return { ...rest, of: { kind: harmKind(kind), districts, from, to } };
}

/** Keeps what a profile counts; it follows the last version of the profile that it names. */
export async function addProblem(
  work: Work,
  draftId: string,
  given: { of: SpotsOf; metres: number; follows: string | undefined },
): Promise<void> {
  const before = given.follows === undefined ? undefined : await findProblem(work, given.follows);
  const seriesId = before?.seriesId ?? draftId;
  await sql`insert into intelligence.problem (draft_id, agency_id, kind, districts, from_month, to_month, metres, series_id, number)
    select ${draftId}, ${officerOf(work).agencyId}, ${given.of.kind.code}, ${[...given.of.districts]}::text[], ${`${given.of.from}-01`}::date,
      ${`${given.of.to}-01`}::date, ${given.metres}, ${seriesId}::uuid,
      1 + coalesce((select max(p.number) from intelligence.problem p join intelligence.draft d on d.id = p.draft_id
        where p.series_id = ${seriesId}::uuid and d.state = 'released' and ${itemPolicy.visible(work.viewer, 'p')}), 0)`.execute(
    work.db,
  );
}

/** Whether the same version of a profile was released already; no two are released at once. */
export async function isOvertaken({ db, viewer }: Work, { seriesId, number }: Problem): Promise<boolean> {
  await sql`select 1 from intelligence.draft d where d.id = ${seriesId} and ${itemPolicy.visible(viewer, 'd')} for update`.execute(
    db,
  );
  const { rows } =
    await sql`select 1 from intelligence.problem p join intelligence.draft d on d.id = p.draft_id
    where p.series_id = ${seriesId} and p.number = ${number} and d.state = 'released' and ${itemPolicy.visible(viewer, 'p')}`.execute(
      db,
    );
  return rows.length > 0;
}

/** Every condition that the graded paragraphs of some items carry, and the words of each: counted goes in as quoted does. */
export async function conditionsOfItems(
  { db, viewer }: Work,
  itemIds: readonly string[],
): Promise<
  { actionCode: string | null; sanitisationCode: string | null; conditions: string; actionUsage: string }[]
> {
  const { rows } = await sql<{
    actionCode: string | null;
    sanitisationCode: string | null;
    conditions: string;
    actionUsage: string;
  }>`select distinct p.action_code, p.sanitisation_code, p.conditions, p.action_usage from intelligence.paragraph p
    where p.item_id = any(${[...itemIds]}::uuid[]) and p.handling = 'C' and ${itemPolicy.visible(viewer, 'p')}
    order by p.conditions, p.action_usage limit 500`.execute(db);
  return rows;
}

/** The figures as they left: to the unit, and to a recipient who acknowledged; the database holds the same. */
export async function figuresOf({ db }: Work, packageId: string): Promise<LeavingFigures | undefined> {
  const { rows } = await sql<{ figures: unknown }>`select f.figures from dissemination.package_figures f
    where f.package_id = ${packageId}`.execute(db);
  return rows[0] && leavingShape.parse(rows[0].figures);
}

export async function keepFigures(work: Work, packageId: string, figures: LeavingFigures): Promise<void> {
  await work.db
    .insertInto('dissemination.packageFigures')
    .values({ packageId, agencyId: officerOf(work).agencyId, figures: JSON.stringify(figures) })
    .execute();
}
