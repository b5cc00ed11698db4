import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';

/** A priority of a control strategy. */
export interface Priority {
  id: string;
  position: number;
  title: string;
  /** Codes of kinds of harm. */
  kinds: string[];
  prevention: string;
  intelligence: string;
  enforcement: string;
  requirements: { id: string; reference: string; question: string; items: number }[];
  products: { id: string; reference: string; title: string; product: string; state: string }[];
}
/** One version of the control strategy. */
export interface Strategy {
  id: string;
  reference: string;
  number: number;
  agreedOn: Day;
  agreedBy: string;
  startsOn: Day;
  endsOn: Day;
  lookAgainOn: Day;
  words: string;
  madeAt: Date;
  madeByName: string;
  /** It is the one that holds today. */
  isInForce: boolean;
}
/** Versions listed at most; the page says so. */
export const mostStrategies = 50;

/** The version that holds on a day: the newest of those that have begun and not ended. */
const inForce = (work: Work): RawBuilder<unknown> =>
  sql`(select x.id from intelligence.strategy x where ${itemPolicy.visible(work.viewer, 'x')}
    and ${work.clock.today()}::date between x.starts_on and x.ends_on order by x.starts_on desc, x.number desc limit 1)`;

async function strategiesWhere(work: Work, which: RawBuilder<unknown>): Promise<Strategy[]> {
  const { rows } =
    await sql<Strategy>`select s.id, s.reference, s.number, s.agreed_on, s.agreed_by, s.starts_on, s.ends_on, s.look_again_on, s.words, s.made_at,
      o.name as made_by_name, coalesce(s.id = ${inForce(work)}, false) as is_in_force
    from intelligence.strategy s join directory.officer o on o.id = s.made_by
    where ${itemPolicy.visible(work.viewer, 's')} and ${which} order by s.number desc limit ${mostStrategies}`.execute(
      work.db,
    );
  return rows;
}
/** Every version, the newest first. */
export const listStrategies = (work: Work): Promise<Strategy[]> => strategiesWhere(work, sql`TRUE`);
export const findStrategy = async (work: Work, id: string): Promise<Strategy | undefined> =>
  (await strategiesWhere(work, sql`s.id = ${id}`))[0];
export const strategyInForce = async (work: Work): Promise<Strategy | undefined> =>
  (await strategiesWhere(work, sql`s.id = ${inForce(work)}`))[0];

/** Whether the newest version is to be looked at again, since half of its year has passed; one that nobody wrote is not. */
export async function isStrategyDue({ db, viewer, clock }: Work): Promise<boolean> {
  const { rows } = await sql<{
    isDue: boolean;
  }>`select s.look_again_on <= ${clock.today()}::date as is_due from intelligence.strategy s
    where ${itemPolicy.visible(viewer, 's')} order by s.number desc limit 1`.execute(db);
  return rows[0]?.isDue ?? false;
}

/** The priorities of a version, with what the unit needs to know for each and the products that answer it. */
export async function prioritiesOf({ db, viewer }: Work, strategyId: string): Promise<Priority[]> {
  const { rows } =
    await sql<Priority>`select p.id, p.position, p.title, p.kinds, p.prevention, p.intelligence, p.enforcement,
      coalesce((select json_agg(json_build_object('id', r.id, 'reference', r.reference, 'question', r.question,
          'items', (select count(*)::int from intelligence.requirement_item x where x.requirement_id = r.id)) order by r.reference)
        from intelligence.priority_requirement q join intelligence.requirement r on r.id = q.requirement_id
        where q.priority_id = p.id and ${itemPolicy.visible(viewer, 'r')}), '[]') as requirements,
      coalesce((select json_agg(json_build_object('id', d.id, 'reference', d.reference, 'title', d.title, 'product', d.product, 'state', d.state)
          order by d.drafted_at desc, d.id) from intelligence.draft d
        where d.priority_id = p.id and d.state <> 'discarded' and ${itemPolicy.visible(viewer, 'd')}), '[]') as products
    from intelligence.priority p where p.strategy_id = ${strategyId} and ${itemPolicy.visible(viewer, 'p')} order by p.position`.execute(
      db,
    );
  return rows;
}

/** A priority as a list to choose from, or a line, names it. */
export interface PriorityLine {
  id: string;
  position: number;
  title: string;
  kinds: string[];
}
/** The priorities that hold today, the highest first. */
export async function prioritiesInForce(work: Work): Promise<PriorityLine[]> {
  const { rows } =
    await sql<PriorityLine>`select p.id, p.position, p.title, p.kinds from intelligence.priority p
    where p.strategy_id = ${inForce(work)} and ${itemPolicy.visible(work.viewer, 'p')} order by p.position`.execute(
      work.db,
    );
  return rows;
}
/** What is still asked for a priority, a question a line: whoever may send a form reads it already. */
export async function questionsOf({ db, viewer, clock }: Work, priorityId: string): Promise<string> {
  const { rows } = await sql<{ question: string }>`select r.question from intelligence.priority_requirement q
    join intelligence.requirement r on r.id = q.requirement_id where q.priority_id = ${priorityId} and ${itemPolicy.visible(viewer, 'r')}
      and r.ended_on is null and r.shown_until >= ${clock.today()}::date order by r.reference limit 10`.execute(
    db,
  );
  return rows.map(({ question }) => question).join('\n');
}
/** A priority of any version of the unit. */
export async function findPriority(
  { db, viewer }: Work,
  id: string,
): Promise<(PriorityLine & { strategyId: string; number: number }) | undefined> {
  const { rows } = await sql<PriorityLine & { strategyId: string; number: number }>`
    select p.id, p.position, p.title, p.kinds, p.strategy_id, s.number from intelligence.priority p
    join intelligence.strategy s on s.id = p.strategy_id where p.id = ${id} and ${itemPolicy.visible(viewer, 'p')}`.execute(
    db,
  );
  return rows[0];
}

/** What is given of a priority. */
export interface PriorityGiven {
  title: string;
  kinds: readonly string[];
  prevention: string;
  intelligence: string;
  enforcement: string;
  requirementIds: readonly string[];
}
export interface StrategyGiven {
  agreedOn: Day;
  agreedBy: string;
  startsOn: Day;
  endsOn: Day;
  lookAgainOn: Day;
  words: string;
  priorities: readonly PriorityGiven[];
}

/** Keeps a version after the last; undefined where somebody was first. */
export async function addStrategy(
  work: Work,
  { priorities, ...given }: StrategyGiven,
  after: number,
): Promise<string | undefined> {
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  const done = await work.db
    .insertInto('intelligence.strategy')
    .values({
      ...{ id, reference: work.ids.reference('CS'), agencyId, number: after + 1, ...given },
      ...{ madeAt: work.clock.now(), madeBy: officerId },
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return undefined;
  for (const [index, one] of priorities.entries()) {
    const { title, prevention, intelligence, enforcement, kinds, requirementIds } = one;
    const priorityId = work.ids.next();
    await work.db
      .insertInto('intelligence.priority')
      .values({
        id: priorityId,
        strategyId: id,
        agencyId,
        position: index + 1,
        title,
        kinds: [...kinds],
        prevention,
        intelligence,
        enforcement,
      })
      .execute();
    if (requirementIds.length > 0)
      await work.db
        .insertInto('intelligence.priorityRequirement')
        .values(requirementIds.map((requirementId) => ({ priorityId, requirementId, agencyId })))
        .execute();
  }
  return id;
}

/** Requirements of the unit by their references; those that are none. */
export async function requirementsNamed(
  { db, viewer }: Work,
  references: readonly string[],
): Promise<Map<string, string>> {
  if (references.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    reference: string;
  }>`select r.id, r.reference from intelligence.requirement r
    where r.reference = any(${[...references]}::text[]) and ${itemPolicy.visible(viewer, 'r')}`.execute(db);
  return new Map(rows.map(({ id, reference }) => [reference, id]));
}
