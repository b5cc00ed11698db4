import { type RawBuilder, sql } from 'kysely';
import { type CountsAs, timeTarget } from '../../reference/jet.ts';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { findingPolicy, teamPolicy, timePolicy } from './jet.policy.ts';
import type { Month, Standing, Target } from './time.split.ts';

/** One entry of the time log. */
export interface TimeEntry {
  id: string;
  teamId: string;
  agencyId: string;
  officerId: string;
  officerName: string;
  onDay: Day;
  activity: string;
  countsAs: CountsAs;
  minutes: number;
  taskId: string | null;
  taskReference: string | null;
  planId: string | null;
  planReference: string | null;
  words: string;
  isWithdrawn: boolean;
  /** A patrol of a plan was logged with it. */
  isPatrol: boolean;
  version: number;
}
const entriesWhere = async (work: Work, part: RawBuilder<unknown>, limit: number): Promise<TimeEntry[]> => {
  const { rows } =
    await sql<TimeEntry>`select e.id, e.team_id, e.agency_id, e.officer_id, o.name as officer_name, e.on_day, e.activity, e.counts_as,
      e.minutes, e.task_id, k.reference as task_reference, e.plan_id, p.reference as plan_reference, e.words, e.withdrawn_at is not null as is_withdrawn, e.version,
      exists (select 1 from jet.patrol r where r.entry_id = e.id) as is_patrol
    from jet.time_entry e join directory.officer o on o.id = e.officer_id left join tasking.task k on k.id = e.task_id left join jet.plan p on p.id = e.plan_id
    where ${timePolicy.visible(work.viewer, 'e')} and ${part} order by e.on_day desc, e.made_at desc, e.id limit ${sql.lit(limit)}`.execute(
      work.db,
    );
  return rows;
};
/** Entries of a span and team that the viewer may see: their own, or the whole team's; all of them, since figures are made from them. */
export const listEntries = (work: Work, teamId: string, span: { from: Day; to: Day }): Promise<TimeEntry[]> =>
  entriesWhere(work, sql`e.team_id = ${teamId} and e.on_day between ${span.from} and ${span.to}`, 100_000);
/** The viewer's own entries of late, the newest first. */
export const ownEntries = (work: Work, limit: number): Promise<TimeEntry[]> =>
  entriesWhere(work, sql`e.officer_id = ${officerOf(work).officerId} and e.withdrawn_at is null`, limit);
export const findEntry = async (work: Work, id: string): Promise<TimeEntry | undefined> =>
  (await entriesWhere(work, sql`e.id = ${id}`, 1))[0];
/** The entry that a form made, if it was sent before. */
export const entryOfForm = async (work: Work, key: string): Promise<TimeEntry | undefined> =>
  (await entriesWhere(work, sql`e.officer_id = ${officerOf(work).officerId} and e.form_key = ${key}`, 1))[0];

export interface NewEntry {
  id: string;
  teamId: string;
  onDay: Day;
  activity: string;
  countsAs: CountsAs;
  minutes: number;
  taskId: string | null;
  planId: string | null;
  words: string;
  formKey: string | null;
}
export async function addEntry(work: Work, entry: NewEntry): Promise<void> {
  const { agencyId, officerId } = officerOf(work);
  await work.db
    .insertInto('jet.timeEntry')
    .values({ ...entry, agencyId, officerId, madeAt: work.clock.now() })
    .execute();
}
/** Changes an entry if nobody did before, and keeps how it stood; false when somebody did. */
export async function changeEntry(
  work: Work,
  entry: TimeEntry,
  set: Partial<Omit<NewEntry, 'id' | 'teamId' | 'formKey'>> & { withdrawnAt?: Date },
  before: string,
): Promise<boolean> {
  if (!(await changeRow(work.db, 'jet.timeEntry', entry, set))) return false;
  await work.db
    .insertInto('jet.timeChange')
    .values({
      id: work.ids.next(),
      entryId: entry.id,
      agencyId: entry.agencyId,
      at: work.clock.now(),
      officerId: officerOf(work).officerId,
      words: before,
    })
    .execute();
  return true;
}

/** Minutes that an officer has logged on a day, another entry left out. */
export async function minutesOn(work: Work, onDay: Day, butFor: string | null): Promise<number> {
  const { rows } = await sql<{ sum: number }>`select coalesce(sum(minutes), 0)::int as sum from jet.time_entry
    where officer_id = ${officerOf(work).officerId} and on_day = ${onDay} and withdrawn_at is null and id is distinct from ${butFor}::uuid`.execute(
    work.db,
  );
  return rows[0]?.sum ?? 0;
}
/**
 * Holds the months of a team while an entry is saved, and the officer's own log: a month is not closed meanwhile, and a day is not
 * filled twice over by two forms at once. Let go when the act ends.
 */
export async function holdLog(work: Work, teamId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`jet months ${teamId}`}, 0))`.execute(
    work.db,
  );
  await sql`select pg_advisory_xact_lock(hashtextextended(${`jet log ${officerOf(work).officerId}`}, 0))`.execute(
    work.db,
  );
}
/** Waits until nobody is saving an entry of the team, and keeps others from doing so until the act ends. */
export async function holdMonths(work: Work, teamId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`jet months ${teamId}`}, 0))`.execute(work.db);
}

/** A month that was closed, with the figures and the target of that day. */
export interface ClosedMonth {
  id: string;
  month: Day;
  enforcementMinutes: number;
  streetMinutes: number;
  uncountedMinutes: number;
  untaskedMinutes: number;
  enforcementPercent: number;
  amberPoints: number;
  standing: Standing;
  /** Why it is red: for who leads the team alone. */
  reason: string | null;
  closedAt: Date;
  closedByName: string | null;
}
export async function listMonths(work: Work, teamId: string, limit: number): Promise<ClosedMonth[]> {
  const { rows } =
    await sql<ClosedMonth>`select m.id, m.month, m.enforcement_minutes, m.street_minutes, m.uncounted_minutes, m.untasked_minutes,
      m.enforcement_percent, m.amber_points, m.standing, case when ${findingPolicy.visible(work.viewer, 'm')} then m.reason end as reason, m.closed_at,
      o.name as closed_by_name
    from jet.month m left join directory.officer o on o.id = m.closed_by where ${teamPolicy.visible(work.viewer, 'm')} and m.team_id = ${teamId}
    order by m.month desc limit ${sql.lit(limit)}`.execute(work.db);
  return rows;
}
export async function isClosed(work: Work, teamId: string, month: Month): Promise<boolean> {
  const { rows } =
    await sql`select 1 from jet.month m where m.team_id = ${teamId} and m.month = ${month.from}::date`.execute(
      work.db,
    );
  return rows.length > 0;
}
/** The target of an agency on a day; what is proposed where it has set none. */
export async function targetOn(
  work: Work,
  day: Day,
): Promise<Target & { isOwn: boolean; startsOn: Day | null }> {
  const { rows } = await sql<
    Target & { startsOn: Day }
  >`select t.enforcement_percent, t.amber_points, t.starts_on from jet.target t
    where ${teamPolicy.visible(work.viewer, 't')} and t.starts_on <= ${day}::date order by t.starts_on desc limit 1`.execute(
    work.db,
  );
  const [own] = rows;
  return own ? { ...own, isOwn: true } : { ...timeTarget, isOwn: false, startsOn: null };
}
