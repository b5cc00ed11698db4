import type { Day } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { cadenceOn, meetingDays } from './series.cadence.ts';
import { moveFollowers, moveMeetings } from './series.follow.ts';
import { ensureMeetings, findSeries, type Series } from './series.store.ts';
import { mayRunMeeting } from './tasking.policy.ts';

export interface SeriesInput {
  seriesId: string;
  version: number;
  startsAt: string;
  place: string;
  everyWeeks: number;
  /** The first meeting on the new cadence. */
  cadenceFrom: Day;
  standingItems: string;
  memberServiceIds: readonly string[];
  reason: string;
}

const settingsOf = (series: Series) => ({
  startsAt: series.startsAt,
  place: series.place,
  standingItems: series.standingItems,
  memberServiceIds: series.memberServiceIds,
  cadences: series.cadences,
});

/** Changes when, where and with whom a series meets, with the reason; what was before is kept. */
export async function saveSeries(work: Work, input: SeriesInput): Promise<Result<Series>> {
  const before = await findSeries(work, input.seriesId);
  if (!before) return notFound;
  about(work, 'series', before.id);
  if (!mayRunMeeting(work.viewer, before))
    return refusedByRule(
      'series.chair',
      'Only those who co-ordinate this meeting change it.',
      `Ask ${before.chairName ?? 'the chair'}.`,
    );
  if (before.version !== input.version)
    return stale('Somebody changed this meeting while you had it open. Look again.');
  if (input.memberServiceIds.length === 0)
    return invalid({ field: 'memberServiceIds', words: 'Choose at least one service' });
  const standingItems = input.standingItems
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  await work.db
    .updateTable('tasking.series')
    .set({ startsAt: input.startsAt, place: input.place, standingItems, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute();
  const members = await saveMembers(work, before.id, input.memberServiceIds);
  if (!members.ok) return members;
  const cadence = await saveCadence(work, before, input);
  if (!cadence.ok) return cadence;
  const after = await findSeries(work, before.id);
  // Whoever takes their own service off a meeting no longer sees it.
  if (!after)
    return refusedByRule(
      'series.own-service',
      'Your own service would no longer sit at it.',
      'Leave your service on it, or ask another co-ordinator to take it off.',
    );
  await work.db
    .insertInto('tasking.seriesChange')
    .values({
      id: work.ids.next(),
      seriesId: before.id,
      at: work.clock.now(),
      officerId: officerOf(work).officerId,
      before: JSON.stringify(settingsOf(before)),
      after: JSON.stringify(settingsOf(after)),
      reason: input.reason,
    })
    .execute();
  await ensureMeetings(work, after);
  await moveMeetings(work, after);
  await moveFollowers(work, after.id);
  return ok(after);
}

async function saveMembers(
  work: Work,
  seriesId: string,
  serviceIds: readonly string[],
): Promise<Result<true>> {
  const wanted = [...new Set(serviceIds)];
  const services = await work.db
    .selectFrom('directory.service')
    .select(['id', 'agencyId'])
    .where('id', 'in', wanted)
    .execute();
  if (services.length !== wanted.length)
    return invalid({ field: 'memberServiceIds', words: 'Choose services from the list' });
  await work.db.deleteFrom('tasking.seriesMember').where('seriesId', '=', seriesId).execute();
  await work.db
    .insertInto('tasking.seriesMember')
    .values(services.map((s) => ({ seriesId, serviceId: s.id, agencyId: s.agencyId })))
    .execute();
  return ok(true);
}

async function saveCadence(work: Work, before: Series, input: SeriesInput): Promise<Result<true>> {
  // Its days are computed from another meeting's.
  if (before.followsId !== null) return ok(true);
  const current = cadenceOn(before.cadences, input.cadenceFrom);
  const isSame =
    current?.everyWeeks === input.everyWeeks &&
    meetingDays(before.cadences, input.cadenceFrom, 1)[0] === input.cadenceFrom;
  if (isSame) return ok(true);
  if (input.cadenceFrom <= work.clock.today())
    return invalid({ field: 'cadenceFrom', words: 'The first meeting must be after today' });
  const row = { seriesId: before.id, startsOn: input.cadenceFrom, everyWeeks: input.everyWeeks };
  await work.db
    .insertInto('tasking.seriesCadence')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['seriesId', 'startsOn']).doUpdateSet({ everyWeeks: input.everyWeeks }),
    )
    .execute();
  return ok(true);
}
