import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { counted, itemPolicy } from '../item/item.policy.ts';
import { confirmed } from '../link/link.store.ts';
import type { LinkKind } from '../link/link.words.ts';
import { type ProfileSubject, subjectName } from '../profile/profile.store.ts';
import type { OcgAnswers } from './ocg.rules.ts';
import { partOf } from './ocg.store.ts';
import type { Strand } from './ocg.words.ts';

export interface OcgAssessment {
  number: number;
  answers: OcgAnswers;
  score: number;
  grounds: string;
  madeAt: Date;
  madeByName: string;
}
export interface OcgMember {
  id: string;
  /** A link by which its profile opens: another of the same where the one that put it on the card was ended. */
  linkId: string;
  kind: LinkKind;
  label: string;
  role: string;
  why: string;
  /** Items that name it; none where every link was ended. */
  items: number;
  addedAt: Date;
  addedByName: string;
  endedAt: Date | null;
  endWhy: string | null;
}
export interface OcgPlanned {
  id: string;
  strand: Strand;
  words: string;
  ownerWords: string;
  dueOn: Day;
  result: string | null;
  endedAt: Date | null;
}
export interface OcgDisruption {
  id: string;
  onDay: Day;
  strand: Strand;
  grade: string;
  words: string;
  evidence: string;
  madeByName: string;
}
export interface OcgEvent {
  at: Date;
  kind: string;
  words: string;
  reason: string;
  officerName: string;
}
/** What lies on a card. */
export interface OcgParts {
  assessments: OcgAssessment[];
  members: OcgMember[];
  plan: OcgPlanned[];
  disruptions: OcgDisruption[];
  events: OcgEvent[];
}

export async function partsOf(work: Work, ocgId: string): Promise<OcgParts> {
  const { db, viewer } = work;
  const seen = (alias: string) =>
    sql`${sql.ref(`${alias}.ocgId`)} = ${ocgId} and ${itemPolicy.visible(viewer, alias)}`;
  const of = <Row>(text: RawBuilder<Row>) => text.execute(db).then(({ rows }) => rows);
  const assessments =
    await of(sql<OcgAssessment>`select a.number, a.answers, a.score, a.grounds, a.made_at, o.name as made_by_name
    from intelligence.ocg_assessment a join directory.officer o on o.id = a.made_by where ${seen('a')} order by a.number desc`);
  const members =
    await of(sql<OcgMember>`select m.id, coalesce(case when l.state = 'ended' then (select x.id from intelligence.link x
        where l.key_kind is not null and x.key_kind = l.key_kind and x.key_value = l.key_value and ${confirmed(work, 'x')}
        order by x.made_at desc, x.id limit 1) end, m.link_id) as link_id, l.kind, l.label, m.role, m.why, m.added_at, o.name as added_by_name, m.ended_at, m.end_why,
      (select count(distinct i.id)::int from intelligence.link x join intelligence.item i on i.id = x.item_id and ${counted('i')}
        where ${confirmed(work, 'x')} and ${itemPolicy.visible(viewer, 'i')}
          and (x.id = l.id or (l.key_kind is not null and x.key_kind = l.key_kind and x.key_value = l.key_value))) as items
    from intelligence.ocg_member m join intelligence.link l on l.id = m.link_id join directory.officer o on o.id = m.added_by
    where ${seen('m')} and ${itemPolicy.visible(viewer, 'l')} order by (m.ended_at is not null), m.added_at, m.id`);
  const plan =
    await of(sql<OcgPlanned>`select t.id, t.strand, t.words, t.owner_words, t.due_on, t.result, t.ended_at
    from intelligence.ocg_action t where ${seen('t')} order by (t.ended_at is not null), t.due_on, t.id`);
  const disruptions =
    await of(sql<OcgDisruption>`select d.id, d.on_day, d.strand, d.grade, d.words, d.evidence, o.name as made_by_name
    from intelligence.ocg_disruption d join directory.officer o on o.id = d.made_by where ${seen('d')} order by d.on_day desc, d.id desc`);
  const events = await of(sql<OcgEvent>`select e.at, e.kind, e.words, e.reason, o.name as officer_name
    from intelligence.ocg_event e join directory.officer o on o.id = e.officer_id where ${seen('e')} order by e.at desc, e.id desc`);
  return { assessments, members, plan, disruptions, events };
}

/** The live cards on which a subject stands. */
export async function cardsOfSubject(
  work: Work,
  subject: ProfileSubject,
): Promise<{ id: string; name: string; reference: string; role: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    reference: string;
    role: string;
  }>`select c.id, c.name, c.reference, m.role
    from intelligence.ocg_member m join intelligence.ocg c on c.id = m.ocg_id
    where m.subject = ${subjectName(subject)} and m.ended_at is null and c.status <> 'archived' and ${itemPolicy.visible(work.viewer, 'c')}
    order by c.reference`.execute(work.db);
  return rows;
}

/** Whether items name a subject as a victim and none as a subject or associate: such a one may be exploited, and is nothing else to a group. */
export async function isVictimAlone(
  work: Work,
  { linkId, keyKind, keyValue }: ProfileSubject,
): Promise<boolean> {
  const same =
    keyKind === null ? sql`l.id = ${linkId}` : sql`l.key_kind = ${keyKind} and l.key_value = ${keyValue}`;
  const { rows } = await sql<{
    is: boolean;
  }>`select coalesce(bool_or(l.role = 'victim') and not bool_or(l.role in ('subject', 'associate')), false) as is from intelligence.link l where ${same} and ${confirmed(work, 'l')}`.execute(
    work.db,
  );
  return rows[0]?.is ?? false;
}

export async function addOcgAssessment(
  work: Work,
  ocgId: string,
  given: { number: number; answers: OcgAnswers; score: number; grounds: string },
): Promise<boolean> {
  const { row, officerId, now } = partOf(work, ocgId);
  const done = await work.db
    .insertInto('intelligence.ocgAssessment')
    .values({ ...row, ...given, answers: JSON.stringify(given.answers), madeAt: now, madeBy: officerId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** False where the subject stands on the card already. */
export async function addOcgMember(
  work: Work,
  ocgId: string,
  given: { subject: ProfileSubject; role: string; why: string },
): Promise<boolean> {
  const { row, officerId, now } = partOf(work, ocgId);
  const { subject, ...rest } = given;
  const done = await work.db
    .insertInto('intelligence.ocgMember')
    .values({
      ...row,
      ...rest,
      linkId: subject.linkId,
      subject: subjectName(subject),
      addedAt: now,
      addedBy: officerId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** False where it was taken off before, or never stood there. */
export async function endOcgMember(
  work: Work,
  at: { ocgId: string; memberId: string },
  endWhy: string,
): Promise<boolean> {
  const { officerId } = officerOf(work);
  const done = await work.db
    .updateTable('intelligence.ocgMember')
    .set({ endedAt: work.clock.now(), endedBy: officerId, endWhy })
    .where('id', '=', at.memberId)
    .where('ocgId', '=', at.ocgId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function addOcgAction(
  work: Work,
  ocgId: string,
  given: { strand: Strand; words: string; ownerWords: string; dueOn: Day },
): Promise<void> {
  const { row, officerId, now } = partOf(work, ocgId);
  await work.db
    .insertInto('intelligence.ocgAction')
    .values({ ...row, ...given, madeAt: now, madeBy: officerId })
    .execute();
}

export async function endOcgAction(
  work: Work,
  at: { ocgId: string; actionId: string },
  result: string,
): Promise<boolean> {
  const { officerId } = officerOf(work);
  const done = await work.db
    .updateTable('intelligence.ocgAction')
    .set({ result, endedAt: work.clock.now(), endedBy: officerId })
    .where('id', '=', at.actionId)
    .where('ocgId', '=', at.ocgId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function addOcgDisruption(
  work: Work,
  ocgId: string,
  given: { onDay: Day; strand: Strand; grade: string; words: string; evidence: string },
): Promise<void> {
  const { row, officerId, now } = partOf(work, ocgId);
  await work.db
    .insertInto('intelligence.ocgDisruption')
    .values({ ...row, ...given, madeAt: now, madeBy: officerId })
    .execute();
}
