import { sql } from 'kysely';
import { hasRole } from '../platform/access/viewer.ts';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { meetingPolicy, taskPolicy } from './tasking.policy.ts';

/** How a meeting series did over some days. */
export interface SeriesTotal {
  seriesName: string;
  areaCode: string;
  due: number;
  onTime: number;
  /** The viewer sits at this meeting, or their agency chairs it: nothing needs to be left out. */
  isOwn: boolean;
}

/**
 * Tasks or returns of every meeting series that fell due in a span, added up: for the performance analyst, who counts
 * for all partners and opens only the records of their own agency's meetings (R19). Nobody else is given any.
 */
export async function seriesTotals(
  { db, viewer, clock }: Work,
  what: 'task' | 'return',
  span: { from: Day; to: Day },
): Promise<SeriesTotal[]> {
  if (!hasRole(viewer, 'performance-analyst')) return [];
  const today = clock.today();
  const view = what === 'task' ? sql`tasking.task_total` : sql`tasking.return_total`;
  const day = what === 'task' ? sql`v.first_due_on` : sql`v.due_on`;
  const { rows } = await sql<SeriesTotal>`
    select v.series_name, v.area_code, sum(v.due)::int as due, sum(v.on_time)::int as on_time, bool_or(${meetingPolicy.visible(viewer, 'v')}) as is_own
    from ${view} v where ${day} between ${span.from}::date and least(${span.to}::date, ${today}::date)
    group by v.series_id, v.series_name, v.area_code order by v.series_name, v.series_id`.execute(db);
  return rows;
}

/** One task of a meeting as the paper of its district lists it. */
export interface TaskResult {
  id: string;
  reference: string;
  title: string;
  serviceName: string;
  agencyName: string;
  dueOn: Day;
  status: string;
  resultWords: string | null;
}

/** Tasks of a district's Joint Action Group that fell due in a span, as far as the viewer may see them; none about people. */
export async function taskResults(
  { db, viewer }: Work,
  areaCode: string,
  span: { from: Day; to: Day },
): Promise<TaskResult[]> {
  const { rows } = await sql<TaskResult>`
    select t.id, t.reference, t.title, v.name as service_name, a.name as agency_name, t.first_due_on as due_on, t.status,
      coalesce(t.result_words, t.refused_reason) as result_words
    from tasking.task t join tasking.series s on s.id = t.series_id join directory.service v on v.id = t.service_id join directory.agency a on a.id = t.agency_id
    where s.kind = 'JAG' and s.area_code = ${areaCode} and not t.is_personal and ${taskPolicy.visible(viewer, 't')}
      and t.first_due_on between ${span.from}::date and ${span.to}::date order by t.first_due_on, t.reference limit 200`.execute(
    db,
  );
  return rows;
}

/** Successes that communications approved in a span, in the words approved. They name nobody. */
export async function approvedSuccesses(
  { db }: Work,
  span: { from: Day; to: Day },
): Promise<{ words: string; agencyName: string }[]> {
  const { rows } = await sql<{ words: string; agencyName: string }>`
    select f.decided_words as words, a.name as agency_name from tasking.success_flag f join directory.agency a on a.id = f.agency_id
    where f.status = 'approved' and (f.decided_at at time zone 'Europe/London')::date between ${span.from}::date and ${span.to}::date
    order by f.decided_at, f.id limit 50`.execute(db);
  return rows;
}
