import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import type { Grade } from './grade.rules.ts';
import { itemPolicy } from './item.policy.ts';

/** One paragraph of an item; its grade is null until it was graded. */
export interface Paragraph {
  id: string;
  itemId: string;
  agencyId: string;
  position: number;
  body: string;
  grade: Grade | null;
  /** A 5x5x5 grade as an older system had it; empty where there is none. */
  legacyGrade: string;
  /** Its grade came of a conversion in bulk, and nobody has graded it since. */
  isConverted: boolean;
  gradedAt: Date | null;
  gradedByName: string | null;
  version: number;
}

type Row = Omit<Paragraph, 'grade'> & Grade;

/** The paragraphs of an item, in their order. */
export async function paragraphsOf({ db, viewer }: Work, itemId: string): Promise<Paragraph[]> {
  const { rows } =
    await sql<Row>`select p.id, p.item_id, p.agency_id, p.position, p.body, p.source_evaluation, p.assessment, p.handling, p.conditions,
      p.action_code, p.action_usage, p.sanitisation_code, p.provenance, p.risk_to_source, p.risk_words, p.sanitised, p.legacy_grade,
      p.conversion_id is not null as is_converted, p.graded_at, o.name as graded_by_name, p.version
    from intelligence.paragraph p left join directory.officer o on o.id = p.graded_by
    where p.item_id = ${itemId} and ${itemPolicy.visible(viewer, 'p')} order by p.position`.execute(db);
  return rows.map(
    ({
      id,
      agencyId,
      position,
      body,
      legacyGrade,
      isConverted,
      gradedAt,
      gradedByName,
      version,
      ...rest
    }) => {
      const { itemId: _, ...grade } = rest;
      return {
        ...{
          id,
          itemId,
          agencyId,
          position,
          body,
          legacyGrade,
          isConverted,
          gradedAt,
          gradedByName,
          version,
        },
        grade: gradedAt ? grade : null,
      };
    },
  );
}

/** One grading, as the history keeps it. */
export interface Grading {
  at: Date;
  officerName: string;
  position: number;
  before: Grade | null;
  after: Grade;
  why: string;
}

export async function gradingsOf({ db, viewer }: Work, itemId: string): Promise<Grading[]> {
  const { rows } =
    await sql<Grading>`select g.at, o.name as officer_name, p.position, g.before, g.after, g.why
    from intelligence.grading g join directory.officer o on o.id = g.officer_id join intelligence.paragraph p on p.id = g.paragraph_id
    where g.item_id = ${itemId} and ${itemPolicy.visible(viewer, 'g')} order by g.at desc, g.id limit 200`.execute(
      db,
    );
  return rows;
}

/** Keeps a grade and its line of history; false where somebody graded first. */
export async function keepGrade(
  { db, ids, clock }: Work,
  paragraph: Paragraph,
  given: { grade: Grade; why: string; officerId: string },
): Promise<boolean> {
  const { grade, why, officerId } = given;
  const at = clock.now();
  const done = await db
    .updateTable('intelligence.paragraph')
    .set({ ...grade, gradedAt: at, gradedBy: officerId, conversionId: null, version: paragraph.version + 1 })
    .where('id', '=', paragraph.id)
    .where('version', '=', paragraph.version)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return false;
  await db
    .insertInto('intelligence.grading')
    .values({
      ...{
        id: ids.next(),
        paragraphId: paragraph.id,
        itemId: paragraph.itemId,
        agencyId: paragraph.agencyId,
      },
      ...{ at, officerId, why },
      before: paragraph.grade && JSON.stringify(paragraph.grade),
      after: JSON.stringify(grade),
    })
    .execute();
  return true;
}

/** Parts an item anew: only while nothing of it is graded, and never with other words. */
export async function replaceParagraphs(
  { db, ids }: Work,
  item: { id: string; agencyId: string },
  parts: { bodies: readonly string[]; legacyGrade: string },
): Promise<void> {
  await db.deleteFrom('intelligence.paragraph').where('itemId', '=', item.id).execute();
  await db
    .insertInto('intelligence.paragraph')
    .values(
      parts.bodies.map((body, position) => ({
        ...{ id: ids.next(), itemId: item.id, agencyId: item.agencyId },
        ...{ position, body, legacyGrade: parts.legacyGrade },
      })),
    )
    .execute();
}
