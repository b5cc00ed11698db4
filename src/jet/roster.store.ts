import { sql } from 'kysely';
import { addDays, type Day, weekdayOf } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { rosterPolicy } from './jet.policy.ts';

/** Somebody on duty. */
export interface Shift {
  id: string;
  serviceId: string;
  serviceName: string;
  agencyId: string;
  officerId: string;
  officerName: string;
  onDay: Day;
  startsAt: string;
  endsAt: string;
}
/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** Rosters of the viewer's own agency in a week. */
export async function listShifts(work: Work, weekOn: Day): Promise<Shift[]> {
  const { rows } =
    await sql<Shift>`select s.id, s.service_id, v.name as service_name, s.agency_id, s.officer_id, o.name as officer_name, s.on_day,
      s.starts_at, s.ends_at
    from jet.shift s join directory.service v on v.id = s.service_id join directory.officer o on o.id = s.officer_id
    where ${rosterPolicy.visible(work.viewer, 's')} and s.on_day between ${weekOn}::date and ${addDays(weekOn, 6)}::date
    order by s.on_day, v.name, s.starts_at, o.name, s.id`.execute(work.db);
  work.note.detail.count = rows.length;
  return rows;
}
async function findShift(work: Work, id: string): Promise<Shift | undefined> {
  const { rows } =
    await sql<Shift>`select s.id, s.service_id, '' as service_name, s.agency_id, s.officer_id, '' as officer_name, s.on_day, s.starts_at, s.ends_at
    from jet.shift s where ${rosterPolicy.visible(work.viewer, 's')} and s.id = ${id}`.execute(work.db);
  return rows[0];
}
/** Officers whom the viewer may put on a roster: of the services that they serve in themselves; in several, of the one whose duties go out. */
export async function ownColleagues(work: Work): Promise<{ id: string; name: string; serviceId: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    serviceId: string;
  }>`select distinct on (o.name, o.id) o.id, o.name, m.service_id
    from directory.service_member m join directory.officer o on o.id = m.officer_id
    where m.service_id = any(${[...officerOf(work).serviceIds]}::uuid[]) and o.is_active and o.agency_id = ${officerOf(work).agencyId}
    order by o.name, o.id, exists (select 1 from jet.team t where m.service_id in (t.service_id, t.neighbourhood_service_id)) desc, m.service_id`.execute(
    work.db,
  );
  return rows;
}
const furthest = 366;

/** Puts an officer of the viewer's own service on duty. */
export async function addShift(
  work: Work,
  input: { officerId: string; onDay: Day; startsAt: string; endsAt: string },
): Promise<Result<{ id: string; onDay: Day }>> {
  const today = work.clock.today();
  if (input.onDay < today) return invalid({ field: 'onDay', words: 'The day must be today or later' });
  if (input.onDay > addDays(today, furthest))
    return invalid({ field: 'onDay', words: 'The day must be within a year' });
  if (input.endsAt <= input.startsAt)
    return invalid({ field: 'endsAt', words: 'It must end after it begins, on the same day' });
  const officer = (await ownColleagues(work)).find(({ id }) => id === input.officerId);
  if (!officer) return invalid({ field: 'officerId', words: 'Choose an officer of your own service' });
  await sql`select pg_advisory_xact_lock(hashtextextended(${`jet roster ${officer.id}`}, 0))`.execute(
    work.db,
  );
  const { rows } =
    await sql`select 1 from jet.shift s where s.officer_id = ${officer.id} and s.on_day = ${input.onDay}::date
    and s.starts_at < ${input.endsAt} and s.ends_at > ${input.startsAt}`.execute(work.db);
  if (rows.length > 0)
    return refusedByRule(
      'roster.twice',
      `${officer.name} is on duty then already.`,
      'Take the other duty off first.',
    );
  const id = work.ids.next();
  about(work, 'shift', id);
  const viewer = officerOf(work);
  await work.db
    .insertInto('jet.shift')
    .values({
      ...input,
      id,
      serviceId: officer.serviceId,
      agencyId: viewer.agencyId,
      madeBy: viewer.officerId,
    })
    .execute();
  return ok({ id, onDay: input.onDay });
}

/** Takes a duty off the roster of the viewer's own service, until it has begun. */
export async function removeShift(work: Work, id: string): Promise<Result<{ id: string; onDay: Day }>> {
  const shift = await findShift(work, id);
  if (!shift) return notFound;
  about(work, 'shift', id);
  if (!officerOf(work).serviceIds.includes(shift.serviceId))
    return refusedByRule(
      'roster.other-service',
      'This is the roster of another service.',
      'Its own supervisor keeps it.',
    );
  if (shift.onDay < work.clock.today())
    return refusedByRule('roster.over', 'That day is over.', 'What was stays as it was.');
  await work.db.deleteFrom('jet.shift').where('id', '=', id).execute();
  return ok({ id, onDay: shift.onDay });
}
