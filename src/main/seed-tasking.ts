import type { ClientBase } from 'pg';
import type { County, CountyMeetingSeries } from '../../county/index.ts';
import { meetingMeasures } from '../../reference/meeting-measures.ts';
import { addDays, type Day, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';
import { filledStandingItems, meetingDaysOf } from '../tasking/index.ts';
import { seedCases } from './seed-cases.ts';

/** A meeting of the seed, with what its business needs to know. */
export interface SeededMeeting {
  id: string;
  series: CountyMeetingSeries;
  heldOn: Day;
  /** The one before it in the year that is seeded. */
  before: SeededMeeting | undefined;
  isHeld: boolean;
  closedAt: string | null;
}

/** The made-up county's meetings: a year of them held, with their business, and the next two in the diary. */
export async function seedTasking(client: ClientBase, county: County, today: Day): Promise<void> {
  await insertRows(
    client,
    'tasking.series',
    county.meetingSeries.map((s) => ({
      id: s.id,
      kind: s.kind,
      name: s.name,
      areaCode: s.areaCode,
      chairAgencyId: s.chairAgencyId,
      chairOfficerId: s.chairPersonId,
      startsAt: s.at,
      place: s.place,
      standingItems: s.standingItems,
      returnTemplate: s.returnTemplate,
      isActive: true,
      version: 1,
    })),
  );
  await insertRows(
    client,
    'tasking.series_cadence',
    county.meetingSeries.map((s) => ({ seriesId: s.id, startsOn: s.firstOn, everyWeeks: s.everyWeeks })),
  );
  const agencyOf = new Map(county.services.map((service) => [service.id, service.agencyId]));
  await insertRows(
    client,
    'tasking.series_member',
    county.meetingSeries.flatMap((s) =>
      s.memberServiceIds.map((serviceId) => ({
        seriesId: s.id,
        serviceId,
        agencyId: agencyOf.get(serviceId),
      })),
    ),
  );
  const meetings = county.meetingSeries.flatMap((series) => meetingsOf(series, today));
  const references = repeatableIds(`seed meetings ${today}`);
  await insertRows(
    client,
    'tasking.meeting',
    meetings.map((m) => ({
      id: m.id,
      reference: references.reference('M'),
      seriesId: m.series.id,
      heldOn: m.heldOn,
      startsAt: m.series.at,
      place: m.series.place,
      status: m.isHeld ? 'closed' : 'scheduled',
      openedAt: m.isHeld ? londonInstant(m.heldOn, m.series.at) : null,
      closedAt: m.closedAt,
      closedBy: m.isHeld ? m.series.chairPersonId : null,
      version: m.isHeld ? 3 : 1,
    })),
  );
  await insertRows(client, 'tasking.agenda_item', meetings.flatMap(standingRows));
  await insertRows(
    client,
    'tasking.meeting_present',
    meetings
      .filter((m) => m.isHeld)
      .flatMap((m) =>
        m.series.memberServiceIds
          .filter((_, i) => (i + m.heldOn.length + m.heldOn.charCodeAt(9)) % 5 !== 0)
          .map((serviceId) => ({ meetingId: m.id, serviceId })),
      ),
  );
  await seedReturns(client, meetings, agencyOf, today);
  await seedCases(client, { county, meetings, agencyOf, today });
}

function meetingsOf(series: CountyMeetingSeries, today: Day): SeededMeeting[] {
  const days = meetingDaysOf(
    [{ startsOn: series.firstOn, everyWeeks: series.everyWeeks }],
    addDays(today, -366),
    60,
  );
  const held = days.filter((day) => day < today);
  const coming = days.filter((day) => day >= today).slice(0, 2);
  const made: SeededMeeting[] = [];
  for (const heldOn of [...held, ...coming]) {
    const isHeld = heldOn < today;
    made.push({
      id: idFromName(`meeting ${series.id} ${heldOn}`),
      series,
      heldOn,
      before: made.at(-1),
      isHeld,
      closedAt: isHeld
        ? new Date(londonInstant(heldOn, series.at).getTime() + 7_200_000).toISOString()
        : null,
    });
  }
  return made;
}

const standingRows = (meeting: SeededMeeting): object[] =>
  meeting.series.standingItems
    .filter((title) => !filledStandingItems.includes(title))
    .map((title, i) => ({
      id: idFromName(`standing ${meeting.id} ${title}`),
      meetingId: meeting.id,
      kind: 'standing',
      position: 10 + i,
      title,
      isPersonal: false,
      nominatedAt: `${addDays(meeting.heldOn, -42)}T09:00:00Z`,
      status: 'waiting',
    }));

/** The day a member's return came. One in nine comes late: so it is with returns. */
function returnedOn(meeting: SeededMeeting, member: number): { late: boolean; day: Day } {
  const late = (member + meeting.heldOn.charCodeAt(9)) % 9 === 0;
  return { late, day: addDays(meeting.heldOn, -7 + (late ? 2 : -(member % 4))) };
}

/** Every member's return for each Joint Action Group; figures are counted from the seeded reports, as the product does. */
async function seedReturns(
  client: ClientBase,
  meetings: readonly SeededMeeting[],
  agencyOf: ReadonlyMap<string, string>,
  today: Day,
): Promise<void> {
  const groups = meetings.filter((m) => m.series.kind === 'JAG');
  const rows = groups.flatMap((m) =>
    m.series.memberServiceIds.map((serviceId, i) => {
      const dueOn = addDays(m.heldOn, -7);
      const { late, day } = returnedOn(m, i);
      const submitted = day < today && !(late && !m.isHeld);
      return {
        meetingId: m.id,
        serviceId,
        agencyId: agencyOf.get(serviceId),
        dueOn,
        // Where the one before stopped counting.
        periodFrom: m.before ? returnedOn(m.before, i).day : addDays(m.heldOn, -7 * m.series.everyWeeks),
        status: submitted ? 'submitted' : 'open',
        submittedAt: submitted ? `${day}T11:00:00Z` : null,
        version: submitted ? 2 : 1,
      };
    }),
  );
  await insertRows(client, 'tasking.data_return', rows);
  const pairs = meetingMeasures.flatMap((m) =>
    m.issueTypes.map((issueType) => ({ measure: m.code, issueType })),
  );
  await client.query(
    `insert into tasking.return_figure (meeting_id, service_id, measure, counted, counted_at)
     select d.meeting_id, d.service_id, x.measure, case when x.measure = 'fpns' then null else count(r.id)::int end, d.submitted_at
     from tasking.data_return d join tasking.meeting m on m.id = d.meeting_id join tasking.series s on s.id = m.series_id
     cross join lateral unnest(s.return_template) as x(measure)
     left join jsonb_to_recordset($1::jsonb) as p(measure text, "issueType" text) on p.measure = x.measure
     left join intake.report r on r.service_id = d.service_id and r.issue_type = p."issueType" and r.district_code = s.area_code
       and not r.is_sensitive and r.received_at >= d.period_from and r.received_at < d.submitted_at::date
     where d.status = 'submitted' group by d.meeting_id, d.service_id, x.measure, d.submitted_at`,
    [JSON.stringify(pairs)],
  );
  await client.query(`
    update tasking.return_figure g set counted = (
      select count(*) from enforcement.penalty f
      where f.issued_on >= d.period_from and f.issued_on < d.submitted_at::date and f.district_code = s.area_code and g.service_id =
        (select o.service_id from directory.service_member o join directory.service v on v.id = o.service_id
          where o.officer_id = f.issued_by and v.agency_id = f.agency_id order by o.service_id limit 1))
    from tasking.data_return d join tasking.meeting m on m.id = d.meeting_id join tasking.series s on s.id = m.series_id
    where g.measure = 'fpns' and d.meeting_id = g.meeting_id and d.service_id = g.service_id`);
}
