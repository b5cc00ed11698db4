import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { HoldKind } from '../records/index.ts';
import { retentionPolicy } from './retention.policy.ts';
import { type RetentionKind, type RetentionRule, ruleOf } from './retention.rules.ts';

/** How long an agency keeps a kind, as it once said; no months is off. */
export interface SetPeriod {
  kind: RetentionKind;
  months: number | null;
  why: string;
  setAt: Date;
  setByName: string;
}

/** Everything the viewer's agency has said, the newest first. */
export async function ownPeriods(work: Work): Promise<SetPeriod[]> {
  const { rows } = await sql<SetPeriod>`select p.kind, p.months, p.why, p.set_at, o.name as set_by_name
    from governance.period p join directory.officer o on o.id = p.set_by
    where ${retentionPolicy.visible(work.viewer, 'p')} order by p.set_at desc, p.id desc`.execute(work.db);
  return rows;
}

/** The months that hold for a kind: the line's own, or, of records of an agency, what the agency set last. */
export const monthsInForce = (
  rule: RetentionRule,
  set: readonly Pick<SetPeriod, 'kind' | 'months'>[],
): number | undefined =>
  rule.isOfAgency ? (set.find(({ kind }) => kind === rule.kind)?.months ?? undefined) : rule.months;

/** The last day from which `months` have gone by. */
export const lastDay = (work: Work, months: number) =>
  sql<Day>`(${work.clock.today()}::date - make_interval(months => ${months}))::date`;

/** What has come to its time: whether anything keeps it. */
export interface Candidate {
  id: string;
  reference: string;
  countedFrom: Day;
  keptFor: string | null;
}

/**
 * Of a kind and the viewer's own agency, the oldest first: what would go tonight, or what is kept for something that may be told.
 * What something else stands on is counted and not named: that it does may be hidden from the viewer.
 */
export async function listCandidates(
  work: Work,
  kind: RetentionKind,
  asked: { months: number; limit: number; isKept: boolean },
): Promise<Candidate[]> {
  const { rows } =
    await sql<Candidate>`select c.id, c.reference, c.counted_from, c.kept_for from governance.own_candidates(${kind}, ${lastDay(work, asked.months)}) c
    where ${retentionPolicy.visible(work.viewer, 'c')} and c.kept_for is distinct from 'stands-on'
      and (c.kept_for is not null) = ${asked.isKept} order by c.counted_from, c.id limit ${sql.lit(asked.limit)}`.execute(
      work.db,
    );
  return rows;
}

/** How many of a kind are due tonight in the viewer's own agency, and how many something keeps. */
export async function countCandidates(
  work: Work,
  kind: RetentionKind,
  months: number,
): Promise<{ due: number; kept: number }> {
  const { rows } = await sql<{
    due: number;
    kept: number;
  }>`select count(*) filter (where c.kept_for is null)::int as due,
      count(c.kept_for)::int as kept
    from governance.own_candidates(${kind}, ${lastDay(work, months)}) c where ${retentionPolicy.visible(work.viewer, 'c')}`.execute(
    work.db,
  );
  return rows[0] ?? { due: 0, kept: 0 };
}

/** What one night did of a kind. */
export interface Night {
  kind: RetentionKind;
  on: Day;
  done: number;
}

/** What was done, by night, the newest first; of the viewer's own agency. How many only of what is counted at all. */
export async function listNights(work: Work, limit: number): Promise<Night[]> {
  const { rows } =
    await sql<Night>`select r.kind, (r.ran_at at time zone 'Europe/London')::date as on, sum(r.done)::int as done
    from governance.run r where ${retentionPolicy.visible(work.viewer, 'r')} group by 1, 2 order by 2 desc, 1 limit ${sql.lit(limit)}`.execute(
      work.db,
    );
  return rows.filter(({ kind }) => ruleOf(kind).isCounted);
}

/** A legal hold, in the words of whoever set it. */
export interface HoldLine {
  id: string;
  kind: HoldKind;
  reference: string;
  why: string;
  setAt: Date;
  setByName: string;
  liftedAt: Date | null;
  liftedByName: string | null;
  liftedWhy: string;
  version: number;
}

async function holdsWhere(work: Work, id: string | undefined): Promise<HoldLine[]> {
  const { rows } =
    await sql<HoldLine>`select h.id, h.kind, h.reference, h.why, h.set_at, s.name as set_by_name, h.lifted_at, l.name as lifted_by_name, h.lifted_why, h.version
    from governance.legal_hold h join directory.officer s on s.id = h.set_by left join directory.officer l on l.id = h.lifted_by
    where ${retentionPolicy.visible(work.viewer, 'h')} ${id ? sql`and h.id = ${id}` : sql``}
    order by (h.lifted_at is not null), h.set_at desc, h.id limit 500`.execute(work.db);
  return rows;
}
/** Holds of the viewer's own agency: those that stand first; no more than five hundred. */
export const listHolds = (work: Work): Promise<HoldLine[]> => holdsWhere(work, undefined);
export const findHold = async (work: Work, id: string): Promise<HoldLine | undefined> =>
  (await holdsWhere(work, id))[0];

/** The record of the viewer's agency that a reference names, where there is one. */
export async function recordNamed(
  work: Work,
  kind: HoldKind,
  reference: string,
): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string | null;
  }>`select governance.record_named(${kind}, ${reference}) as id`.execute(work.db);
  return rows[0]?.id ?? undefined;
}

/** Waits for a batch that is going, so that a hold that is set after this is first: what went is not found any more. */
export async function waitForBatch({ db }: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('governance.legal_hold'))`.execute(db);
}

/** Sets a hold, unless one stands; whether it was set. Whoever calls it has waited for the batch before the record was looked for. */
export async function addHold(
  work: Work,
  hold: { id: string; kind: HoldKind; recordId: string; reference: string; why: string },
): Promise<boolean> {
  const { agencyId, officerId } = officerOf(work);
  const done = await work.db
    .insertInto('governance.legalHold')
    .values({ ...hold, agencyId, setAt: work.clock.now(), setBy: officerId })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}
