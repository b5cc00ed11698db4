import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { meetingPolicy } from './tasking.policy.ts';

/** A service's return for a meeting. Every member of the meeting sees who returned what. */
export interface ReturnLine {
  meetingId: string;
  seriesName: string;
  heldOn: Day;
  areaCode: string;
  template: string[];
  serviceId: string;
  serviceName: string;
  agencyId: string;
  agencyName: string;
  dueOn: Day;
  /** First of the days that it counts, or would count today; the day it was to begin with where others counted all. */
  periodFrom: Day;
  /** The days it counts, each stretch from its first day to the one after its last. Most often one stretch. */
  countedDays: readonly (readonly [Day, Day])[];
  status: 'open' | 'submitted';
  comment: string | null;
  submittedAt: Date | null;
  submittedByName: string | null;
  /** Not submitted by the day it was due, or after it. */
  isLate: boolean;
  version: number;
}

export interface ReturnFilter {
  meetingId?: string | undefined;
  serviceId?: string | undefined;
  serviceIds?: readonly string[] | undefined;
  isOpen?: boolean | undefined;
}

/** Returns of the meetings the viewer sits at, late ones first. */
export async function listReturns({ db, viewer, clock }: Work, filter: ReturnFilter): Promise<ReturnLine[]> {
  const parts = [sql`${meetingPolicy.visible(viewer, 'm')}`];
  if (filter.meetingId) parts.push(sql`r.meeting_id = ${filter.meetingId}`);
  if (filter.serviceId) parts.push(sql`r.service_id = ${filter.serviceId}`);
  if (filter.serviceIds) parts.push(sql`r.service_id = any(${[...filter.serviceIds]}::uuid[])`);
  if (filter.isOpen) parts.push(sql`r.status = 'open' and m.status = 'scheduled'`);
  const late = sql`case when r.submitted_at is null then r.due_on < ${clock.today()}::date else (r.submitted_at at time zone 'Europe/London')::date > r.due_on end`;
  // A return goes on where the service's last one stopped, so that no record falls between two of them, and leaves out
  // every day that another has counted, whatever order they came in: the Management Board adds them up.
  const counted = sql`(select coalesce(range_agg(y), '{}') from tasking.data_return e join tasking.meeting n on n.id = e.meeting_id,
      unnest(coalesce(e.counted_days, datemultirange(daterange(e.period_from, greatest(e.period_from, least((e.submitted_at at time zone 'Europe/London')::date, n.held_on)))))) y
      where n.series_id = m.series_id and e.service_id = r.service_id and e.status = 'submitted' and e.meeting_id <> r.meeting_id)`;
  const before = sql`(select max(coalesce(upper(e.counted_days), least((e.submitted_at at time zone 'Europe/London')::date, n.held_on))) from tasking.data_return e
      join tasking.meeting n on n.id = e.meeting_id where n.series_id = m.series_id and e.service_id = r.service_id and e.status = 'submitted' and n.held_on < m.held_on)`;
  const until = sql`least(${clock.today()}::date, m.held_on)`;
  const days = sql`case when r.status = 'submitted'
      then coalesce(r.counted_days, datemultirange(daterange(r.period_from, greatest(r.period_from, least((r.submitted_at at time zone 'Europe/London')::date, m.held_on)))))
      else datemultirange(daterange(least(coalesce(${before}, r.period_from), ${until}), ${until})) - ${counted} end`;
  const { rows } = await sql<ReturnLine>`
    select r.meeting_id, s.name as series_name, m.held_on, s.area_code, s.return_template as template, r.service_id, v.name as service_name, r.agency_id,
      a.name as agency_name, r.due_on, coalesce(lower(x.days), r.period_from) as period_from,
      (select coalesce(jsonb_agg(jsonb_build_array(lower(y)::text, upper(y)::text) order by y), '[]') from unnest(x.days) y) as counted_days, r.status, r.comment, r.submitted_at, o.name as submitted_by_name, ${late} as is_late, r.version
    from tasking.data_return r join tasking.meeting m on m.id = r.meeting_id join tasking.series s on s.id = m.series_id
    join directory.service v on v.id = r.service_id join directory.agency a on a.id = r.agency_id
    left join directory.officer o on o.id = r.submitted_by cross join lateral (select ${days} as days) x
    where ${sql.join(parts, sql` and `)} order by r.due_on, is_late desc, a.name, v.name, r.service_id`.execute(
    db,
  );
  return rows;
}

/** One return, if the viewer sits at its meeting. */
export const findReturn = async (
  work: Work,
  meetingId: string,
  serviceId: string,
): Promise<ReturnLine | undefined> => (await listReturns(work, { meetingId, serviceId }))[0];

export interface ReturnFigure {
  measure: string;
  counted: number | null;
  countedAt: Date;
  outsideValue: number | null;
  outsideSource: string | null;
  outsideByName: string | null;
  outsideAt: Date | null;
}

/** The figures that are kept with a return the viewer has been given. */
export function listFigures(
  { db }: Work,
  line: { meetingId: string; serviceId: string },
): Promise<ReturnFigure[]> {
  return db
    .selectFrom('tasking.returnFigure as f')
    .leftJoin('directory.officer as o', 'o.id', 'f.outsideBy')
    .select([
      'f.measure',
      'f.counted',
      'f.countedAt',
      'f.outsideValue',
      'f.outsideSource',
      'o.name as outsideByName',
      'f.outsideAt',
    ])
    .where('f.meetingId', '=', line.meetingId)
    .where('f.serviceId', '=', line.serviceId)
    .orderBy('f.measure')
    .execute();
}

/** Keeps a figure as counted; an outside figure that stands beside it stays. */
export async function saveFigure(
  { db }: Work,
  figure: { meetingId: string; serviceId: string; measure: string; counted: number | null; countedAt: Date },
): Promise<void> {
  await db
    .insertInto('tasking.returnFigure')
    .values(figure)
    .onConflict((conflict) =>
      conflict
        .columns(['meetingId', 'serviceId', 'measure'])
        .doUpdateSet({ counted: figure.counted, countedAt: figure.countedAt }),
    )
    .execute();
}

export async function saveOutside(
  { db }: Work,
  figure: {
    meetingId: string;
    serviceId: string;
    measure: string;
    counted: number | null;
    countedAt: Date;
    outsideValue: number;
    outsideSource: string;
    outsideBy: string;
    outsideAt: Date;
  },
): Promise<void> {
  const { meetingId: _m, serviceId: _s, measure: _c, ...set } = figure;
  await db
    .insertInto('tasking.returnFigure')
    .values(figure)
    .onConflict((conflict) => conflict.columns(['meetingId', 'serviceId', 'measure']).doUpdateSet(set))
    .execute();
}

export async function changeReturn(
  { db }: Work,
  line: { meetingId: string; serviceId: string; version: number },
  set: {
    status: 'submitted';
    comment: string | null;
    submittedAt: Date;
    submittedBy: string;
    /** As the database writes them: `{[2026-10-01,2026-11-12)}`. */
    countedDays: string;
  },
): Promise<boolean> {
  const done = await db
    .updateTable('tasking.dataReturn')
    .set({ ...set, version: line.version + 1 })
    .where('meetingId', '=', line.meetingId)
    .where('serviceId', '=', line.serviceId)
    .where('version', '=', line.version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
