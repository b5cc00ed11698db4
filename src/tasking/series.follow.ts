import { sql } from 'kysely';
import { listServices } from '../directory/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { changeMeeting, listMeetings } from './meeting.store.ts';
import { daysOf, ensureMeetings, findSeries, followersOf, type Series } from './series.store.ts';

/** Meetings in the diary whose day the series no longer has are called off; their agenda goes to the first that it has. */
export async function moveMeetings(work: Work, series: Series): Promise<void> {
  const tomorrow = addDays(work.clock.today(), 1);
  const days = await daysOf(work, series, tomorrow, 60);
  const ahead = (await listMeetings(work, { seriesId: series.id, from: tomorrow }, 'soonest', 60)).filter(
    (m) => m.status === 'scheduled',
  );
  const kept = ahead.find((m) => days.includes(m.heldOn));
  for (const meeting of ahead) {
    if (days.includes(meeting.heldOn) || !kept) continue;
    await changeMeeting(work, meeting, { status: 'cancelled' });
    await sql`select tasking.finish_meeting(${meeting.id}, ${kept.id}, ${work.clock.now()})`.execute(work.db);
  }
}
/** Moves what follows a series after its days have changed. What the viewer may not see, the nightly job moves. */
export async function moveFollowers(work: Work, seriesId: string): Promise<void> {
  for (const follower of await followersOf(work, seriesId)) {
    await ensureMeetings(work, follower);
    await moveMeetings(work, follower);
  }
}

export interface FollowInput {
  seriesId: string;
  name: string;
  daysAfter: number;
  startsAt: string;
  place: string;
  standingItems: string;
  memberServiceIds: readonly string[];
}
/** Sets up a tasking meeting of the viewer's agency, held so many days after each Joint Action Group (S2-12). */
export async function addFollowing(work: Work, input: FollowInput): Promise<Result<Series>> {
  const viewer = officerOf(work);
  const followed = await findSeries(work, input.seriesId);
  if (!followed) return notFound;
  about(work, 'series', followed.id);
  if (followed.kind !== 'JAG')
    return refusedByRule(
      'series.follows',
      'A tasking meeting follows a Joint Action Group.',
      'Choose that meeting.',
    );
  const wanted = [...new Set(input.memberServiceIds)];
  const services = (await listServices(work.db, work.clock.today())).filter(({ id }) => wanted.includes(id));
  if (wanted.length === 0 || services.length !== wanted.length)
    return invalid({ field: 'memberServiceIds', words: 'Choose who sits at it from the list' });
  if (!services.some(({ id }) => viewer.serviceIds.includes(id)))
    return invalid({ field: 'memberServiceIds', words: 'Your own service must sit at it' });
  const id = work.ids.next();
  const standing = input.standingItems
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const added =
    await sql`insert into tasking.series (id, kind, name, area_code, chair_agency_id, chair_officer_id, starts_at, place, standing_items,
      return_template, follows_id, days_after)
    values (${id}, 'JET_TCG', ${input.name}, ${followed.areaCode}, ${viewer.agencyId}, ${viewer.officerId}, ${input.startsAt}, ${input.place},
      ${standing}::text[], '{}', ${followed.id}, ${input.daysAfter})
    on conflict (follows_id, chair_agency_id) where follows_id is not null and is_active do nothing`.execute(
      work.db,
    );
  if (added.numAffectedRows !== 1n)
    return refusedByRule(
      'series.there',
      'Your agency holds a meeting after this one already.',
      'Change that one instead.',
    );
  await work.db
    .insertInto('tasking.seriesMember')
    .values(services.map((one) => ({ seriesId: id, serviceId: one.id, agencyId: one.agencyId })))
    .execute();
  const series = await findSeries(work, id);
  if (!series) return notFound;
  await ensureMeetings(work, series);
  return ok(series);
}
