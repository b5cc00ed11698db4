import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { sql } from 'kysely';
import { z } from 'zod';
import { PUBLIC } from '../platform/access/permission.ts';
import { addDays, type Day, londonInstant } from '../platform/clock/clock.ts';
import { demand, notFound } from '../platform/failures/failures.ts';
import { type Ask, act, download, type Route } from '../platform/http/declare.ts';
import { file, type PageReply } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { meetingsPage } from './meeting.routes.tsx';
import { readMeetings } from './tasking.permissions.ts';

const hashOf = (token: string): Buffer => createHash('sha256').update(`bailiwick calendar ${token}`).digest();

interface CalendarRow {
  meetingId: string;
  name: string;
  heldOn: Day;
  startsAt: string;
  place: string;
  status: string;
  version: number;
}

/** The calendar of whoever the secret belongs to; nothing when it belongs to nobody. */
async function calendarOf(work: Work, token: string): Promise<string | undefined> {
  const { rows } =
    await sql<CalendarRow>`select * from tasking.calendar_of(${hashOf(token)}, ${addDays(work.clock.today(), -90)}::date)`.execute(
      work.db,
    );
  if (rows.length === 0) return undefined;
  const calendar = ical({
    name: 'Partnership meetings',
    prodId: { company: 'Bailiwick', product: 'Meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const row of rows) {
    const start = londonInstant(row.heldOn, row.startsAt);
    calendar.createEvent({
      id: `${row.meetingId}@meetings.bailiwick`,
      sequence: row.version,
      stamp: work.clock.now(),
      start,
      end: new Date(start.getTime() + 2 * 3_600_000),
      summary: row.name,
      location: row.place,
      status: row.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** The meetings with the address that was made; the same form again shows the same one, and ends none. */
const madePage = async (work: Work, ask: Ask, href: string | undefined): Promise<PageReply> => ({
  ...(await meetingsPage(work, ask, href)),
  shownOnce: href ? { href } : {},
});

/** Meetings in a person's own calendar program, by an address only they know. */
export const calendarRoutes: readonly Route[] = [
  act({
    path: '/meetings/calendar-link',
    words: 'Make a private calendar address, ending the one before',
    permission: readMeetings,
    audit: 'calendar.link-made',
    handle: async (work, _input, ask) => {
      const officer = officerOf(work);
      const token = `${work.ids.next()}${work.ids.next()}`.replaceAll('-', '');
      const row = { tokenHash: hashOf(token), madeAt: work.clock.now() };
      await work.db
        .insertInto('tasking.calendarLink')
        .values({ officerId: officer.officerId, ...row })
        .onConflict((conflict) => conflict.column('officerId').doUpdateSet(row))
        .execute();
      return madePage(work, ask, `/meetings/calendar.ics?key=${token}`);
    },
    again: (work, _input, ask) => madePage(work, ask, ask.shownBefore?.href),
  }),
  download({
    path: '/meetings/calendar.ics',
    words: 'Names, times and places of a person’s meetings, by their private address',
    permission: PUBLIC,
    audit: 'calendar.read',
    query: z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) }),
    example: { query: { key: '0'.repeat(64) } },
    handle: async (work, { query }) => {
      const text = await calendarOf(work, query.key);
      return text === undefined
        ? demand(notFound)
        : file('meetings.ics', 'text/calendar; charset=utf-8', text, true);
    },
  }),
];
