import type { z } from 'zod';
import { listServices, officersOf } from '../directory/index.ts';
import { premisesOfConcern } from '../inspection/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { forTheRoom, readAgenda } from './agenda.queries.ts';
import {
  addOtherItem,
  cancelMeeting,
  closeMeeting,
  meetingNotOver,
  meetingToDecide,
  notePresent,
  openMeeting,
  recordDecision,
} from './meeting.commands.ts';
import { MeetingPage } from './meeting.pages.tsx';
import { listMeetings, type Meeting } from './meeting.store.ts';
import { MeetingsPage } from './meetings.pages.tsx';
import { RoomPage } from './room.pages.tsx';
import { listSeries } from './series.store.ts';
import {
  decisionSchema,
  meetingParams,
  meetingStepSchema,
  otherItemSchema,
  presentSchema,
  roomQuery,
} from './tasking.forms.ts';
import { readMeetings, runMeetings } from './tasking.permissions.ts';
import { mayRunMeeting } from './tasking.policy.ts';

const params = { meetingId: '@meetingId' };
type MeetingParams = z.output<typeof meetingParams>;

/** The list of meetings, with a calendar address when one was just made. */
export async function meetingsPage(work: Work, ask: Ask, calendarHref?: string) {
  const today = work.clock.today();
  const coming = (await listMeetings(work, { from: today, to: addDays(today, 100) }, 'soonest', 40)).filter(
    (m) => m.status !== 'cancelled',
  );
  const past = await listMeetings(work, { from: addDays(today, -200), to: addDays(today, -1) }, 'latest', 25);
  return page(
    'Meetings',
    <MeetingsPage {...{ coming, past, calendarHref }} series={await listSeries(work)} csrf={ask.csrf} />,
  );
}

async function meetingPage(
  work: Work,
  { meetingId }: MeetingParams,
  ask: Ask,
  again: Partial<FormAgain> = {},
) {
  if (again.form === 'items') demand(await meetingNotOver(work, meetingId));
  const { form, problems = [], typed = {} } = again;
  const agenda = demand(await readAgenda(work, meetingId));
  const { kind, areaCode } = agenda.meeting;
  const body = (
    <MeetingPage
      {...{ agenda, form, problems, typed }}
      premises={kind === 'JAG' ? await premisesOfConcern(work, areaCode) : []}
      services={await listServices(work.db)}
      mayRun={mayRunMeeting(work.viewer, agenda.meeting)}
      csrf={ask.csrf}
      today={work.clock.today()}
    />
  );
  return page(agenda.meeting.seriesName, body, {
    problems,
    back: { href: '/meetings', text: 'Meetings' },
    marking: 'OFFICIAL',
  });
}

async function roomPage(
  work: Work,
  { meetingId }: MeetingParams,
  ask: Ask,
  again: Partial<FormAgain> & { itemKey?: string | undefined } = {},
) {
  if (again.form)
    demand(await (again.form === 'present' ? meetingNotOver : meetingToDecide)(work, meetingId));
  const agenda = demand(await readAgenda(work, meetingId));
  const { itemKey, form, problems = [], typed = {} } = again;
  const services = await listServices(work.db);
  const sitting = services.filter(({ id }) => agenda.meeting.memberServiceIds.includes(id));
  const body = (
    <RoomPage
      {...{ agenda, itemKey, form, problems, typed, services }}
      officers={await officersOf(work.db, [...new Set(sitting.map(({ agencyId }) => agencyId))])}
      csrf={ask.csrf}
      today={work.clock.today()}
    />
  );
  return page('Meeting room', body, {
    wide: true,
    problems,
    back: { href: `/meetings/${meetingId}`, text: 'Meeting' },
    marking: 'OFFICIAL',
  });
}

/** Where the room goes after an item: the one after it. */
async function nextKey(work: Work, meetingId: string, key: string | undefined): Promise<string> {
  const shown = forTheRoom(demand(await readAgenda(work, meetingId)));
  const at = shown.findIndex((entry) => entry.key === key);
  const next = shown[at + 1] ?? shown[at];
  return next ? `?item=${next.key}` : '';
}

const to = (result: Result<Meeting>, path: string, flash: string) =>
  redirect(`/meetings/${demand(result).id}${path}`, { flash });
const running = { permission: runMeetings, params: meetingParams };
const onMeeting = formsOn(meetingPage);
/** In the room the item that was talked of is shown again with the form. */
const inRoom = formsOn((work, at: MeetingParams, ask, again) => {
  const { itemKey } = again.typed;
  return roomPage(work, at, ask, { ...again, itemKey: typeof itemKey === 'string' ? itemKey : undefined });
});

/** Meetings: the list, one meeting and its room. */
export const meetingRoutes: readonly Route[] = [
  show({
    path: '/meetings',
    words: 'Meetings of your services, coming and held',
    permission: readMeetings,
    audit: 'meeting.listed',
    handle: (work, _input, ask) => meetingsPage(work, ask),
  }),
  show({
    path: '/meetings/:meetingId',
    words: 'One meeting with its agenda',
    permission: readMeetings,
    audit: 'meeting.opened',
    params: meetingParams,
    example: { params },
    handle: (work, input, ask) => meetingPage(work, input.params, ask),
  }),
  show({
    path: '/meetings/:meetingId/room',
    words: 'The meeting room page, one item at a time',
    permission: runMeetings,
    audit: 'meeting.room-shown',
    params: meetingParams,
    query: roomQuery,
    example: { params },
    handle: (work, input, ask) => roomPage(work, input.params, ask, { itemKey: input.query.item }),
  }),
  act({
    ...running,
    path: '/meetings/:meetingId/open',
    words: 'Start a meeting',
    audit: 'meeting.started',
    body: meetingStepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, input) =>
      to(await openMeeting(work, { ...input.params, ...input.body }), '/room', 'The meeting has started'),
    invalid: onMeeting('open'),
  }),
  act({
    ...running,
    path: '/meetings/:meetingId/close',
    words: 'Close a meeting: minutes are made and unfinished business is carried over',
    audit: 'meeting.closed',
    body: meetingStepSchema,
    example: { params, body: { version: 2 } },
    handle: async (work, input) =>
      to(
        await closeMeeting(work, { ...input.params, ...input.body }),
        '/minutes',
        'Meeting closed. What is not finished is on the next agenda',
      ),
    invalid: onMeeting('close'),
  }),
  act({
    ...running,
    path: '/meetings/:meetingId/cancel',
    words: 'Cancel a meeting: its agenda goes to the next one',
    audit: 'meeting.cancelled',
    body: meetingStepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, input) =>
      to(
        await cancelMeeting(work, { ...input.params, ...input.body }),
        '',
        'Meeting cancelled. Its agenda went to the next one',
      ),
    invalid: onMeeting('cancel'),
  }),
  act({
    ...running,
    path: '/meetings/:meetingId/present',
    words: 'Say which services are in the room',
    audit: 'meeting.present-noted',
    body: presentSchema,
    example: { params, body: { serviceIds: ['@serviceId'] } },
    handle: async (work, input) =>
      to(await notePresent(work, { ...input.params, ...input.body }), '/room', 'Saved who is present'),
    invalid: inRoom('present'),
  }),
  act({
    ...running,
    path: '/meetings/:meetingId/items',
    words: 'Add to any other business',
    audit: 'meeting.item-added',
    body: otherItemSchema,
    example: { params, body: { title: 'Date of the walk-round' } },
    handle: async (work, input) =>
      to(await addOtherItem(work, { ...input.params, ...input.body }), '', 'Added to the agenda'),
    invalid: onMeeting('items'),
  }),
  act({
    ...running,
    path: '/meetings/:meetingId/decisions',
    words: 'Record a decision and the task it sets',
    audit: 'meeting.decided',
    body: decisionSchema,
    example: {
      params,
      body: {
        words: 'Agreed to fence the lane.',
        title: 'Fence the lane',
        expected: 'Fence up',
        serviceId: '@serviceId',
      },
    },
    handle: async (work, { params, body }) => {
      const done = demand(await recordDecision(work, { ...params, ...body }));
      return redirect(
        `/meetings/${params.meetingId}/room${await nextKey(work, params.meetingId, body.itemKey)}`,
        { flash: done.taskId ? 'Recorded, and the task is set' : 'Recorded' },
      );
    },
    invalid: inRoom('decisions'),
  }),
];
