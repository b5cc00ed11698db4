import { sql } from 'kysely';
import { activityClasses, nameOf } from '../../reference/jet.ts';
import { penaltyPolicy } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { invalid, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { dayWords, monthWords } from '../platform/ui/index.ts';
import { findingPolicy } from './jet.policy.ts';
import { ownTeam, type Team } from './team.store.ts';
import { readsTeam } from './time.commands.ts';
import {
  addedUp,
  countedOf,
  type Minutes,
  type Month,
  monthOf,
  type Standing,
  splitWords,
  standingOf,
  type Target,
} from './time.split.ts';
import {
  type ClosedMonth,
  holdMonths,
  listEntries,
  listMonths,
  type TimeEntry,
  targetOn,
} from './time.store.ts';

/** Minutes of one officer or one activity. */
export interface Line {
  code: string;
  name: string;
  minutes: Minutes;
}
/** A month of a team as the viewer may see it: whole, or their own part of it. */
export interface MonthView {
  team: Team;
  month: Month;
  /** False: the minutes are the viewer's own alone. */
  isWhole: boolean;
  minutes: Minutes;
  target: Target;
  standing: Standing;
  officers: Line[];
  activities: Line[];
  entries: TimeEntry[];
  closed: ClosedMonth | undefined;
}

const spells = (entries: readonly TimeEntry[]) =>
  entries
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ minutes, countsAs, taskId, planId }) => ({
      minutes,
      countsAs,
      isTasked: taskId !== null || planId !== null,
    }));
function linesBy(
  entries: readonly TimeEntry[],
  key: (entry: TimeEntry) => { code: string; name: string },
): Line[] {
  const groups = new Map<string, { name: string; entries: TimeEntry[] }>();
  for (const entry of entries) {
    if (entry.isWithdrawn) continue;
    const { code, name } = key(entry);
    groups.set(code, { name, entries: [...(groups.get(code)?.entries ?? []), entry] });
  }
  return [...groups]
    .map(([code, group]) => ({ code, name: group.name, minutes: addedUp(spells(group.entries)) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
export const byActivity = (entries: readonly TimeEntry[]): Line[] =>
  linesBy(entries, ({ activity }) => ({ code: activity, name: nameOf(activityClasses, activity) }));

/** A month of a team of the viewer's agency, computed from its entries. */
export async function monthView(
  work: Work,
  given: { teamId: string; month: string },
): Promise<Result<MonthView>> {
  const team = await ownTeam(work, given.teamId);
  if (!team.ok) return team;
  const month = monthOf(`${given.month}-01`);
  about(work, 'team', team.value.id, { month: month.key });
  const entries = await listEntries(work, team.value.id, month);
  const minutes = addedUp(spells(entries));
  const closed = (await listMonths(work, team.value.id, 240)).find((one) => one.month === month.from);
  const target = closed ?? (await targetOn(work, month.from));
  return ok({
    team: team.value,
    month,
    isWhole: readsTeam(work),
    minutes,
    target: { enforcementPercent: target.enforcementPercent, amberPoints: target.amberPoints },
    standing: standingOf(minutes, target),
    officers: linesBy(entries, ({ officerId, officerName }) => ({ code: officerId, name: officerName })),
    activities: byActivity(entries),
    entries,
    closed,
  });
}

/** Closes a month that is over: its figures stand from then on. Where it is red, with the reason. */
export async function closeMonth(
  work: Work,
  input: { teamId: string; month: string; reason?: string | undefined },
): Promise<Result<MonthView>> {
  const team = await ownTeam(work, input.teamId);
  if (!team.ok) return team;
  await holdMonths(work, team.value.id);
  const found = await monthView(work, input);
  if (!found.ok) return found;
  const { month, minutes, target, standing, officers, closed } = found.value;
  if (closed) return stale(`${monthWords(month.from)} is closed already.`);
  if (work.clock.today() <= month.to)
    return refusedByRule(
      'time.month-runs',
      `${monthWords(month.from)} is not over yet.`,
      `It can be closed from the day after ${dayWords(month.to)}.`,
    );
  if (standing === 'red' && !input.reason)
    return invalid({
      field: 'reason',
      words: `Say why: ${splitWords(minutes)}, and the target is ${target.enforcementPercent}%`,
    });
  await work.db
    .insertInto('jet.month')
    .values({
      ...{ id: work.ids.next(), teamId: team.value.id, agencyId: team.value.agencyId, month: month.from },
      ...{ enforcementMinutes: minutes.enforcement, streetMinutes: minutes.street },
      ...{
        uncountedMinutes: minutes.uncounted,
        untaskedMinutes: minutes.untasked,
        // Whose hours the split is made of: where it is one officer's, no other team is told it.
        officers: officers.filter((line) => countedOf(line.minutes) > 0).length,
      },
      ...{ ...target, standing, reason: input.reason ?? null },
      ...{ closedAt: work.clock.now(), closedBy: officerOf(work).officerId },
    })
    .execute();
  return monthView(work, input);
}

/** Sets the split that the agency wants from a day on; a month keeps the one of its first day, closed or not. */
export async function setTarget(
  work: Work,
  input: Target & { teamId: string; startsOn: Day; why: string },
): Promise<Result<Team>> {
  const team = await ownTeam(work, input.teamId);
  if (!team.ok) return team;
  about(work, 'team', team.value.id);
  if (input.amberPoints >= input.enforcementPercent)
    return invalid({ field: 'amberPoints', words: 'Amber must begin above nought' });
  if (input.startsOn < work.clock.today())
    return invalid({
      field: 'startsOn',
      words: 'The day must be today or later: what has begun keeps its target',
    });
  await holdMonths(work, team.value.id);
  const [last] = await listMonths(work, team.value.id, 1);
  if (last && input.startsOn <= monthOf(last.month).to)
    return invalid({
      field: 'startsOn',
      words: `The day must be after ${monthWords(last.month)}, which is closed`,
    });
  const { teamId: _, ...target } = input;
  const added = await work.db
    .insertInto('jet.target')
    .values({
      ...{ ...target, id: work.ids.next(), agencyId: team.value.agencyId },
      ...{ setBy: officerOf(work).officerId, setAt: work.clock.now() },
    })
    .onConflict((conflict) => conflict.columns(['agencyId', 'startsOn']).doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n
    ? team
    : invalid({ field: 'startsOn', words: 'A target from that day is set already: choose another day' });
}

/** What a review of a team's time found (S2-07). */
export interface Review {
  id: string;
  reference: string;
  fromOn: Day;
  toOn: Day;
  countedMinutes: number;
  untaskedMinutes: number;
  /** Penalties that the agency issued in the span. */
  penalties: number;
  /** Untasked minutes by activity, the most first, as they stood. */
  activities: { name: string; minutes: number }[];
  finding: string;
  action: string;
  madeAt: Date;
  madeByName: string | null;
}
export async function listReviews(work: Work, teamId: string): Promise<Review[]> {
  const { rows } =
    await sql<Review>`select r.id, r.reference, r.from_on, r.to_on, r.counted_minutes, r.untasked_minutes, r.penalties, r.activities,
      r.finding, r.action, r.made_at, o.name as made_by_name
    from jet.review r left join directory.officer o on o.id = r.made_by
    where ${findingPolicy.visible(work.viewer, 'r')} and r.team_id = ${teamId} order by r.made_at desc, r.id limit 100`.execute(
      work.db,
    );
  return rows;
}
/** What a review looks at: the entries of a span, and how many penalties were issued in it. */
export async function spanView(work: Work, team: Team, span: { fromOn: Day; toOn: Day }) {
  const entries = await listEntries(work, team.id, { from: span.fromOn, to: span.toOn });
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from enforcement.penalty p
    where ${penaltyPolicy.visible(work.viewer, 'p')} and p.agency_id = ${team.agencyId} and p.issued_on between ${span.fromOn}::date and ${span.toOn}::date`.execute(
    work.db,
  );
  const minutes = addedUp(spells(entries));
  const activities = byActivity(entries)
    .filter((line) => line.minutes.untasked > 0)
    .map((line) => ({ name: line.name, minutes: line.minutes.untasked }))
    .sort((a, b) => b.minutes - a.minutes);
  return { counted: countedOf(minutes), untasked: minutes.untasked, penalties: rows[0]?.n ?? 0, activities };
}
/** Records what a review of a span found; its figures are those of now, and stay. */
export async function recordReview(
  work: Work,
  input: { teamId: string; fromOn: Day; toOn: Day; finding: string; action: string },
): Promise<Result<Team>> {
  const team = await ownTeam(work, input.teamId);
  if (!team.ok) return team;
  if (input.toOn < input.fromOn)
    return invalid({ field: 'toOn', words: 'The last day must be on or after the first' });
  if (input.toOn > work.clock.today())
    return invalid({ field: 'toOn', words: 'The last day must be today or before' });
  const seen = await spanView(work, team.value, input);
  const id = work.ids.next();
  about(work, 'review', id);
  const added = await work.db
    .insertInto('jet.review')
    .values({
      ...{ ...input, id, reference: work.ids.reference('RV'), agencyId: team.value.agencyId },
      ...{ countedMinutes: seen.counted, untaskedMinutes: seen.untasked, penalties: seen.penalties },
      ...{ activities: JSON.stringify(seen.activities) },
      ...{ madeBy: officerOf(work).officerId, madeAt: work.clock.now() },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n
    ? team
    : invalid({ field: 'finding', words: 'This finding is recorded for these days already' });
}
