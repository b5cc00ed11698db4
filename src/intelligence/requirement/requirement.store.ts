import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';

/** What whoever may send a form reads of a requirement. */
export interface RequirementShown {
  reference: string;
  question: string;
  lookFor: string;
  shownUntil: Day;
}
/** What the unit that takes the viewer's forms asks now. */
export async function requirementsShown({ db, clock }: Work): Promise<RequirementShown[]> {
  const { rows } = await sql<RequirementShown>`select reference, question, look_for, shown_until
    from dissemination.requirements_shown(${clock.today()}::date)`.execute(db);
  return rows;
}

/** A requirement as the unit sees it. */
export interface Requirement extends RequirementShown {
  id: string;
  why: string;
  shownFrom: Day;
  endedOn: Day | null;
  endWhy: string | null;
  madeAt: Date;
  madeByName: string;
  version: number;
  items: number;
  openPlans: number;
  overduePlans: number;
}
/** Listed at most; the page says so. */
export const mostRequirements = 200;

async function requirementsWhere(work: Work, which: RawBuilder<unknown>): Promise<Requirement[]> {
  const today = work.clock.today();
  const { rows } =
    await sql<Requirement>`select r.id, r.reference, r.question, r.look_for, r.why, r.shown_from, r.shown_until, r.ended_on, r.end_why,
      r.made_at, o.name as made_by_name, r.version,
      (select count(*)::int from intelligence.requirement_item x where x.requirement_id = r.id) as items,
      (select count(*)::int from intelligence.requirement_plan p where p.requirement_id = r.id and p.ended_at is null) as open_plans,
      (select count(*)::int from intelligence.requirement_plan p where p.requirement_id = r.id and p.ended_at is null and p.due_on < ${today}::date) as overdue_plans
    from intelligence.requirement r join directory.officer o on o.id = r.made_by
    where ${itemPolicy.visible(work.viewer, 'r')} and ${which}
    order by (r.ended_on is not null or r.shown_until < ${today}::date), r.shown_until, r.reference limit ${sql.lit(mostRequirements)}`.execute(
      work.db,
    );
  return rows;
}
/** Requirements of the unit, those that are shown first. */
export const listRequirements = (work: Work): Promise<Requirement[]> => requirementsWhere(work, sql`TRUE`);
export const findRequirement = async (work: Work, id: string): Promise<Requirement | undefined> =>
  (await requirementsWhere(work, sql`r.id = ${id}`))[0];

export interface RequirementPlan {
  id: string;
  words: string;
  ownerWords: string;
  dueOn: Day;
  result: string | null;
  endedAt: Date | null;
}
export interface RequirementItem {
  id: string;
  reference: string;
  title: string;
  receivedAt: Date;
}
/** The collection plan of a requirement, and the items that answer it. */
export async function requirementParts(
  { db, viewer }: Work,
  id: string,
): Promise<{ plan: RequirementPlan[]; answeredBy: RequirementItem[] }> {
  const plan =
    await sql<RequirementPlan>`select p.id, p.words, p.owner_words, p.due_on, p.result, p.ended_at from intelligence.requirement_plan p
    where p.requirement_id = ${id} and ${itemPolicy.visible(viewer, 'p')} order by (p.ended_at is not null), p.due_on, p.id`.execute(
      db,
    );
  const items =
    await sql<RequirementItem>`select i.id, i.reference, i.title, i.received_at from intelligence.requirement_item x
    join intelligence.item i on i.id = x.item_id where x.requirement_id = ${id} and ${itemPolicy.visible(viewer, 'i')}
    order by i.received_at desc, i.id limit ${sql.lit(mostRequirements)}`.execute(db);
  return { plan: plan.rows, answeredBy: items.rows };
}

/** The name of a person whom items of the unit name and who stands in a text, if any. */
export async function namedIn({ db, viewer }: Work, text: string): Promise<string | undefined> {
  const { rows } = await sql<{
    name: string;
  }>`select distinct split_part(l.label, ',', 1) as name from intelligence.link l
    where l.kind = 'person' and l.state = 'confirmed' and ${itemPolicy.visible(viewer, 'l')} and length(split_part(l.label, ',', 1)) > 3
      and strpos(lower(${text}), lower(split_part(l.label, ',', 1))) > 0 limit 1`.execute(db);
  return rows[0]?.name;
}

export async function addRequirement(
  work: Work,
  given: { question: string; lookFor: string; why: string; shownUntil: Day },
): Promise<string> {
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  await work.db
    .insertInto('intelligence.requirement')
    .values({
      ...{ id, reference: work.ids.reference('IR'), agencyId, ...given, shownFrom: work.clock.today() },
      ...{ madeAt: work.clock.now(), madeBy: officerId },
    })
    .execute();
  return id;
}
/** False where somebody was first. */
export async function changeRequirement(
  { db }: Work,
  { id, version }: { id: string; version: number },
  set: Partial<{
    question: string;
    lookFor: string;
    why: string;
    shownUntil: Day;
    endedOn: Day;
    endWhy: string;
  }>,
): Promise<boolean> {
  const done = await db
    .updateTable('intelligence.requirement')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('endedOn', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function addRequirementPlan(
  work: Work,
  requirementId: string,
  given: { words: string; ownerWords: string; dueOn: Day },
): Promise<void> {
  const { agencyId, officerId } = officerOf(work);
  await work.db
    .insertInto('intelligence.requirementPlan')
    .values({
      ...{ id: work.ids.next(), requirementId, agencyId, ...given },
      ...{ madeAt: work.clock.now(), madeBy: officerId },
    })
    .execute();
}
export async function endRequirementPlan(
  work: Work,
  at: { requirementId: string; planId: string },
  result: string,
): Promise<boolean> {
  const { officerId } = officerOf(work);
  const done = await work.db
    .updateTable('intelligence.requirementPlan')
    .set({ result, endedAt: work.clock.now(), endedBy: officerId })
    .where('id', '=', at.planId)
    .where('requirementId', '=', at.requirementId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** The unit's item of a reference. */
export async function itemByReference({ db, viewer }: Work, reference: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select i.id from intelligence.item i
    where i.reference = ${reference.toUpperCase()} and ${itemPolicy.visible(viewer, 'i')}`.execute(db);
  return rows[0]?.id;
}
export async function tieItem(work: Work, requirementId: string, itemId: string): Promise<boolean> {
  const { agencyId, officerId } = officerOf(work);
  const done = await work.db
    .insertInto('intelligence.requirementItem')
    .values({ requirementId, itemId, agencyId, madeAt: work.clock.now(), madeBy: officerId })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}
export async function untieItem(
  { db }: Work,
  at: { requirementId: string; itemId: string },
): Promise<boolean> {
  const done = await db
    .deleteFrom('intelligence.requirementItem')
    .where('requirementId', '=', at.requirementId)
    .where('itemId', '=', at.itemId)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}
