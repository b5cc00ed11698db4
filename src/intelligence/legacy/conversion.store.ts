import { sql } from 'kysely';
import { officerOf, type Work } from '../../platform/http/work.ts';
import type { Grade } from '../item/grade.rules.ts';
import { itemPolicy } from '../item/item.policy.ts';

/** Paragraphs with one mark of the older system that nobody has graded. */
export interface MarkCount {
  mark: string;
  paragraphs: number;
  items: number;
}

const waiting = (work: Work) => sql`intelligence.paragraph p join intelligence.item i on i.id = p.item_id
  where ${itemPolicy.visible(work.viewer, 'p')} and p.legacy_grade <> '' and p.graded_at is null and i.status in ('received', 'graded')`;

/** Every mark that waits, with how many paragraphs and items have it. */
export async function marksWaiting(work: Work): Promise<MarkCount[]> {
  const { rows } =
    await sql<MarkCount>`select upper(p.legacy_grade) as mark, count(*)::int as paragraphs, count(distinct p.item_id)::int as items
    from ${waiting(work)} group by 1 order by 1 limit 200`.execute(work.db);
  return rows;
}

export interface Waiting {
  id: string;
  itemId: string;
  agencyId: string;
  mark: string;
}

/** Converted at once at most; what is left is converted by the next press. */
export const mostConverted = 2000;
/** The paragraphs that have some of the marks, those of the oldest items first. */
export async function paragraphsWaiting(work: Work, marks: readonly string[]): Promise<Waiting[]> {
  const { rows } =
    await sql<Waiting>`select p.id, p.item_id, p.agency_id, upper(p.legacy_grade) as mark from ${waiting(work)}
    and upper(p.legacy_grade) = any(${marks.map((mark) => mark.toUpperCase())}::text[])
    order by i.received_at, i.id, p.position limit ${sql.lit(mostConverted)} for update of p`.execute(
      work.db,
    );
  return rows;
}

/** Grades paragraphs, each with its line of history; how many were still without a grade. */
export async function keepConverted(
  work: Work,
  conversionId: string,
  rows: readonly (Waiting & { grade: Grade })[],
): Promise<number> {
  const { officerId } = officerOf(work);
  const at = work.clock.now();
  const given = rows.map(({ id, itemId, agencyId, mark, grade }) => ({
    ...{ id, itemId, agencyId, mark, ...grade, grade },
    gradingId: work.ids.next(),
  }));
  const { rows: done } = await sql<{ n: number }>`with given as (
      select g.value->>'id' as id, g.value as v from jsonb_array_elements(${JSON.stringify(given)}::jsonb) g),
    graded as (update intelligence.paragraph p set source_evaluation = v->>'sourceEvaluation', assessment = v->>'assessment', handling = v->>'handling',
        conditions = v->>'conditions', action_code = v->>'actionCode', sanitisation_code = v->>'sanitisationCode', risk_to_source = (v->>'riskToSource')::boolean,
        risk_words = v->>'riskWords', graded_at = ${at}, graded_by = ${officerId}::uuid, conversion_id = ${conversionId}::uuid, version = p.version + 1
      from given where p.id = given.id::uuid and p.graded_at is null and ${itemPolicy.visible(work.viewer, 'p')} returning p.id),
    kept as (insert into intelligence.grading (id, paragraph_id, item_id, agency_id, at, officer_id, after, why)
      select (v->>'gradingId')::uuid, given.id::uuid, (v->>'itemId')::uuid, (v->>'agencyId')::uuid, ${at}, ${officerId}::uuid, v->'grade',
        'Converted from 5x5x5 ' || (v->>'mark') from given returning id)
    select (select count(*)::int from graded) as n`.execute(work.db);
  return done[0]?.n ?? 0;
}

/** Items of which every paragraph has a grade now, or has no more, are in the state that says so; gives those that moved. */
export async function moveItems(
  work: Work,
  itemIds: readonly string[],
  to: 'graded' | 'received',
): Promise<number> {
  const [from, isWhole] = to === 'graded' ? ['received', sql`not`] : ['graded', sql``];
  const { numAffectedRows } = await sql`update intelligence.item i set status = ${to}, version = i.version + 1
    where i.id = any(${[...itemIds]}::uuid[]) and i.status = ${from} and ${itemPolicy.visible(work.viewer, 'i')}
      and ${isWhole} exists (select 1 from intelligence.paragraph p where p.item_id = i.id and p.graded_at is null)`.execute(
    work.db,
  );
  return Number(numAffectedRows ?? 0);
}

/** A line of history for each item. */
export async function noteConversion(
  { db, ids, clock, viewer }: Work,
  items: readonly { id: string; agencyId: string }[],
  words: string,
): Promise<void> {
  if (items.length === 0) return;
  const officerId = viewer.kind === 'officer' ? viewer.officerId : null;
  await db
    .insertInto('intelligence.itemEvent')
    .values(
      items.map(({ id, agencyId }) => ({
        ...{ id: ids.next(), itemId: id, agencyId, at: clock.now(), officerId },
        ...{ kind: 'converted', words },
      })),
    )
    .execute();
}

/** One conversion, as the page lists it. */
export interface Conversion {
  id: string;
  at: Date;
  officerName: string;
  paragraphs: number;
  items: number;
  undoneAt: Date | null;
  /** Paragraphs that it gave back to be graded. */
  undone: number | null;
}

export const mostConversions = 100;
/** Conversions of the unit, the newest first. */
export async function listConversions(work: Work): Promise<Conversion[]> {
  const { rows } =
    await sql<Conversion>`select c.id, c.at, o.name as officer_name, c.paragraphs, c.items, c.undone_at, c.undone
    from intelligence.conversion c join directory.officer o on o.id = c.officer_id
    where ${itemPolicy.visible(work.viewer, 'c')} order by c.at desc, c.id limit ${sql.lit(mostConversions)}`.execute(
      work.db,
    );
  return rows;
}

export async function addConversion(
  work: Work,
  given: { id: string; paragraphs: number; items: number },
): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  await work.db
    .insertInto('intelligence.conversion')
    .values({ ...given, agencyId, officerId, at: work.clock.now() })
    .execute();
}

/** Takes back the grades of a conversion that nobody has looked at since; the items they stand in. */
export async function takeBack(work: Work, conversionId: string): Promise<Waiting[]> {
  const { rows } =
    await sql<Waiting>`update intelligence.paragraph p set source_evaluation = null, assessment = null, handling = null, conditions = '',
      action_code = null, sanitisation_code = null, risk_to_source = null, risk_words = '', graded_at = null, graded_by = null, conversion_id = null,
      version = p.version + 1
    where p.conversion_id = ${conversionId}::uuid and ${itemPolicy.visible(work.viewer, 'p')}
    returning p.id, p.item_id, p.agency_id, upper(p.legacy_grade) as mark`.execute(work.db);
  return rows;
}

/** Writes down that a conversion was undone; false where somebody was first or there is none. */
export async function keepUndone(work: Work, conversionId: string, undone: number): Promise<boolean> {
  const { officerId, agencyId } = officerOf(work);
  const done = await work.db
    .updateTable('intelligence.conversion')
    .set({ undoneAt: work.clock.now(), undoneBy: officerId, undone })
    .where('id', '=', conversionId)
    .where('agencyId', '=', agencyId)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Whether a grade of an item came of a conversion and no person has looked at it since. */
export async function isConverted({ db, viewer }: Work, itemId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from intelligence.paragraph p
    where p.item_id = ${itemId} and p.conversion_id is not null and ${itemPolicy.visible(viewer, 'p')} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
