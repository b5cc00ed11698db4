import { type RawBuilder, sql } from 'kysely';
import { type HarmMatrix, proposedMatrix } from '../../../reference/harm-matrix.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { counted, itemPolicy } from '../item/item.policy.ts';
import { confirmed } from '../link/link.store.ts';
import { type ProfileSubject, subjectName } from '../profile/profile.store.ts';
import type { Confidence, HarmAnswers, HarmGrounds, HarmScore } from './harm.rules.ts';
import { type RankedKind, rankedKinds } from './harm.words.ts';

/** A matrix with its number: 0 is the one that this product proposes. */
export interface NumberedMatrix {
  number: number;
  document: HarmMatrix;
  why: string;
  madeAt: Date | null;
  madeByName: string;
}

/** Every matrix of the unit, the newest first; the proposed one is the last. */
export async function matricesOf({ db, viewer }: Work): Promise<[NumberedMatrix, ...NumberedMatrix[]]> {
  const { rows } =
    await sql<NumberedMatrix>`select m.number, m.document, m.why, m.made_at, o.name as made_by_name from intelligence.harm_matrix m
    join directory.officer o on o.id = m.made_by where ${itemPolicy.visible(viewer, 'm')} order by m.number desc`.execute(
      db,
    );
  const proposed: NumberedMatrix = {
    ...{ number: 0, document: proposedMatrix, madeAt: null, madeByName: '' },
    why: 'Proposed by this product; nobody outside it is known to have adopted it',
  };
  const [newest, ...older] = rows;
  return newest ? [newest, ...older, proposed] : [proposed];
}

/** Gives false where somebody adopted one first. */
export async function addMatrix(
  work: Work,
  given: { number: number; document: HarmMatrix; why: string },
): Promise<boolean> {
  const { officerId, agencyId } = officerOf(work);
  const done = await work.db
    .insertInto('intelligence.harmMatrix')
    .values({
      ...{ id: work.ids.next(), agencyId, number: given.number, why: given.why },
      ...{ document: JSON.stringify(given.document), madeAt: work.clock.now(), madeBy: officerId },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** One assessment as it was made. */
export interface HarmAssessment {
  id: string;
  linkId: string;
  number: number;
  sector: string | null;
  answers: HarmAnswers;
  lostPounds: number | null;
  why: string;
  matrixNumber: number;
  harm: number;
  risk: number;
  confidence: Confidence;
  items: number;
  victims: number;
  madeAt: Date;
  madeByName: string;
}
const columns = sql`h.id, h.link_id, h.number, h.sector, h.answers, h.lost_pounds, h.why, h.matrix_number, h.harm::float8 as harm,
  h.risk::float8 as risk, h.confidence, h.items, h.victims, h.made_at, o.name as made_by_name`;

/** Every assessment of a subject, the newest first. */
export async function assessmentsOf(
  { db, viewer }: Work,
  subject: ProfileSubject,
): Promise<HarmAssessment[]> {
  const { rows } =
    await sql<HarmAssessment>`select ${columns} from intelligence.harm_assessment h join directory.officer o on o.id = h.made_by
    where h.subject = ${subjectName(subject)} and ${itemPolicy.visible(viewer, 'h')} order by h.number desc`.execute(
      db,
    );
  return rows;
}

/** An assessment to keep. */
export interface NewAssessment {
  number: number;
  sector: string | null;
  answers: HarmAnswers;
  lostPounds: number | null;
  why: string;
  matrixNumber: number;
  score: HarmScore;
  confidence: Confidence;
  items: number;
  victims: number;
}

/** Gives the id, or nothing where somebody assessed the subject first. */
export async function addAssessment(
  work: Work,
  subject: ProfileSubject,
  { score, ...given }: NewAssessment,
): Promise<string | undefined> {
  const { officerId, agencyId } = officerOf(work);
  const id = work.ids.next();
  const done = await work.db
    .insertInto('intelligence.harmAssessment')
    .values({
      ...{ id, agencyId, linkId: subject.linkId, subject: subjectName(subject) },
      ...{ ...given, answers: JSON.stringify(given.answers), harm: score.harm, risk: score.risk },
      ...{ madeAt: work.clock.now(), madeBy: officerId },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n ? id : undefined;
}

/** The newest assessment of a subject that an item still names. */
export interface RankedAssessment extends HarmAssessment {
  kind: RankedKind;
  label: string;
}

/** What the unit has assessed and items still name, each subject once, by any link of it. */
export async function assessedSubjects(work: Work): Promise<RankedAssessment[]> {
  // Two questions, so that each is answered by an index: a subject with an exact key has many links, one without has this one.
  const namedBy = (which: RawBuilder<boolean>) => sql`select l.kind, l.label, l.id, l.made_at
    from intelligence.link l join intelligence.item i on i.id = l.item_id and ${counted('i')}
    where ${which} and l.kind in (${sql.join(rankedKinds)}) and (l.kind = 'place' or l.role in ('subject', 'associate'))
      and ${confirmed(work, 'l')} and ${itemPolicy.visible(work.viewer, 'i')}`;
  const byKey = sql<boolean>`h.subject not like 'link:%' and l.key_kind = split_part(h.subject, ':', 1)
    and l.key_value = substr(h.subject, strpos(h.subject, ':') + 1)`;
  const alone = sql<boolean>`h.subject like 'link:%' and l.id = h.link_id`;
  const { rows } = await sql<RankedAssessment>`select ${columns}, n.kind, n.label, n.id as link_id
    from (select distinct on (h.subject) h.* from intelligence.harm_assessment h
      where ${itemPolicy.visible(work.viewer, 'h')} order by h.subject, h.number desc) h
    join directory.officer o on o.id = h.made_by
    cross join lateral (select * from (${namedBy(byKey)} union all ${namedBy(alone)}) every order by made_at desc, id limit 1) n`.execute(
    work.db,
  );
  return rows;
}

/** What stands behind an assessment: the grades of the items that name a subject, and the victims in them, each once. */
export async function groundsIn(
  work: Work,
  itemIds: readonly string[],
): Promise<HarmGrounds & { victims: number }> {
  const ids = sql`any(${[...itemIds]}::uuid[])`;
  const { rows } = await sql<HarmGrounds & { victims: number }>`select
      (select count(*)::int from intelligence.paragraph p where p.item_id = ${ids} and ${itemPolicy.visible(work.viewer, 'p')}) as paragraphs,
      (select count(*)::int from intelligence.paragraph p where p.item_id = ${ids} and p.graded_at is not null and ${itemPolicy.visible(work.viewer, 'p')}) as graded,
      (select count(*)::int from intelligence.paragraph p where p.item_id = ${ids} and p.source_evaluation = '1' and p.assessment in ('A', 'B')
        and ${itemPolicy.visible(work.viewer, 'p')}) as good,
      (select max(i.received_at) from intelligence.item i where i.id = ${ids} and ${itemPolicy.visible(work.viewer, 'i')}) as last_at,
      (select count(distinct coalesce(l.key_kind || ':' || l.key_value, l.kind || ':' || l.value))::int from intelligence.link l
        where l.item_id = ${ids} and l.role = 'victim' and ${confirmed(work, 'l')}) as victims`.execute(
    work.db,
  );
  return rows[0] ?? { paragraphs: 0, graded: 0, good: 0, lastAt: null, victims: 0 };
}
