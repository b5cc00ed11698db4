import { sql } from 'kysely';
import { addDays, type Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import type { SeriesKind } from './meeting.words.ts';
import { filledFromRecords } from './meeting.words.ts';
import { type Cadence, cadenceOn, meetingDays, returnDaysBefore } from './series.cadence.ts';
import { meetingPolicy } from './tasking.policy.ts';

/** A meeting that comes round, with its settings. */
export interface Series {
  id: string;
  kind: SeriesKind;
  name: string;
  areaCode: string;
  areaName: string | null;
  chairAgencyId: string;
  chairAgencyName: string;
  chairName: string | null;
  startsAt: string;
  place: string;
  standingItems: string[];
  returnTemplate: string[];
  version: number;
  memberServiceIds: string[];
  /** None where its days are computed from another meeting's. */
  cadences: Cadence[];
  followsId: string | null;
  followsName: string | null;
  /** How many days after the meeting that it follows. */
  daysAfter: number | null;
}

const columns = sql`s.id, s.kind, s.name, s.area_code, g.name as area_name, s.chair_agency_id, a.name as chair_agency_name, o.name as chair_name,
  s.starts_at, s.place, s.standing_items, s.return_template, s.version,
  array(select z.service_id from tasking.series_member z where z.series_id = s.id order by 1) as member_service_ids,
  coalesce((select jsonb_agg(jsonb_build_object('startsOn', c.starts_on::text, 'everyWeeks', c.every_weeks) order by c.starts_on)
    from tasking.series_cadence c where c.series_id = s.id), '[]') as cadences, s.follows_id, (select l.name from tasking.series l where l.id = s.follows_id) as follows_name, s.days_after`;

/** The series the viewer may see; the policy reads `series_id`, which is this table's own key. */
export async function listSeries({ db, viewer }: Work, id?: string): Promise<Series[]> {
  const { rows } =
    await sql<Series>`select ${columns} from (select x.*, x.id as series_id from tasking.series x) s
    left join directory.area g on g.code = s.area_code join directory.agency a on a.id = s.chair_agency_id
    left join directory.officer o on o.id = s.chair_officer_id
    where s.is_active and ${id ? sql`s.id = ${id}` : sql`true`} and ${meetingPolicy.visible(viewer, 's')} order by s.kind desc, s.name`.execute(
      db,
    );
  return rows;
}

export const findSeries = async (work: Work, id: string): Promise<Series | undefined> =>
  (await listSeries(work, id))[0];

/**
 * The next days on which a series meets, from a day on: by its own cadence, or so many days after each meeting that it follows,
 * wherever that stands in the diary now.
 */
export async function daysOf(work: Work, series: Series, from: Day, count: number): Promise<Day[]> {
  if (series.followsId === null || series.daysAfter === null)
    return meetingDays(series.cadences, from, count);
  const { rows } = await sql<{
    day: Day;
  }>`select m.held_on + ${series.daysAfter}::int as day from tasking.meeting m
    where m.series_id = ${series.followsId} and m.status <> 'cancelled' and m.held_on + ${series.daysAfter}::int >= ${from}::date
    order by m.held_on limit ${sql.lit(count)}`.execute(work.db);
  return rows.map(({ day }) => day);
}
/** Those whose days are computed from a series', as far as the viewer may see them. */
export const followersOf = async (work: Work, seriesId: string): Promise<Series[]> =>
  (await listSeries(work)).filter(({ followsId }) => followsId === seriesId);

/** How many meetings ahead always stand in the diary. */
export const meetingsAhead = 2;

/** Makes the next meetings of a series, with their standing items and their returns; safe to call at any time. */
export async function ensureMeetings(work: Work, series: Series): Promise<number> {
  let made = 0;
  // From tomorrow: a meeting of today is in the diary already, or it was cancelled.
  for (const heldOn of await daysOf(work, series, addDays(work.clock.today(), 1), meetingsAhead)) {
    const id = work.ids.next();
    const added = await work.db
      .insertInto('tasking.meeting')
      .values({
        id,
        reference: work.ids.reference('M'),
        seriesId: series.id,
        heldOn,
        startsAt: series.startsAt,
        place: series.place,
        status: 'scheduled',
      })
      .onConflict((conflict) => conflict.columns(['seriesId', 'heldOn']).doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) continue;
    made += 1;
    await addStanding(work, id, series.standingItems);
    if (series.kind === 'JAG' && series.returnTemplate.length > 0) await addReturns(work, id, series, heldOn);
  }
  return made;
}

async function addStanding(work: Work, meetingId: string, titles: readonly string[]): Promise<void> {
  const lines = titles.filter((title) => !filledFromRecords.includes(title));
  if (lines.length === 0) return;
  await work.db
    .insertInto('tasking.agendaItem')
    .values(
      lines.map((title, i) => ({
        id: work.ids.next(),
        meetingId,
        kind: 'standing',
        position: 10 + i,
        title,
        nominatedAt: work.clock.now(),
      })),
    )
    .execute();
}

async function addReturns(work: Work, meetingId: string, series: Series, heldOn: Day): Promise<void> {
  const weeks = cadenceOn(series.cadences, heldOn)?.everyWeeks ?? 6;
  await work.db
    .insertInto('tasking.dataReturn')
    .columns(['meetingId', 'serviceId', 'agencyId', 'dueOn', 'periodFrom', 'status'])
    .expression((from) =>
      from
        .selectFrom('tasking.seriesMember as m')
        .select((x) => [
          x.val(meetingId).$castTo<string>().as('meetingId'),
          'm.serviceId',
          'm.agencyId',
          sql<string>`${addDays(heldOn, -returnDaysBefore)}::date`.as('dueOn'),
          sql<string>`${addDays(heldOn, -weeks * 7)}::date`.as('periodFrom'),
          sql<string>`'open'`.as('status'),
        ])
        .where('m.seriesId', '=', series.id),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
