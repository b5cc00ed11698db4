import { listServices, officersOf } from '../directory/index.ts';
import { premisesOfConcern } from '../inspection/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { demand, type FieldProblem, type Result } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { forTheRoom, readAgenda } from './agenda.queries.ts';
import {
  addOtherItem,
  cancelMeeting,
  closeMeeting,
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

async function meetingPage(work: Work, meetingId: string, ask: Ask, problems: readonly FieldProblem[] = []) {
  const agenda = demand(await readAgenda(work, meetingId));
  const { kind, areaCode } = agenda.meeting;
  const body = (
    <MeetingPage
      agenda={agenda}
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
  meetingId: string,
  ask: Ask,
  state: {
    itemKey?: string | undefined;
    problems?: readonly FieldProblem[];
    typed?: Record<string, unknown>;
  },
) {
  const agenda = demand(await readAgenda(work, meetingId));
  const { itemKey, problems = [], typed = {} } = state;
  const services = await listServices(work.db);
  const sitting = services.filter(({ id }) => agenda.meeting.memberServiceIds.includes(id));
  const body = (
    <RoomPage
      {...{ agenda, itemKey, problems, typed, services }}
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
const onMeeting = (
  work: Work,
  input: { params: { meetingId: string }; problems: readonly FieldProblem[] },
  ask: Ask,
) => meetingPage(work, input.params.meetingId, ask, input.problems);

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
    handle: (work, input, ask) => meetingPage(work, input.params.meetingId, ask),
  }),
  show({
    path: '/meetings/:meetingId/room',
    words: 'The meeting room page, one item at a time',
    permission: runMeetings,
    audit: 'meeting.room-shown',
    params: meetingParams,
    query: roomQuery,
    example: { params },
    handle: (work, input, ask) => roomPage(work, input.params.meetingId, ask, { itemKey: input.query.item }),
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
    invalid: onMeeting,
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
    invalid: onMeeting,
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
    invalid: onMeeting,
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
    invalid: onMeeting,
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
    invalid: onMeeting,
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
    handle: async (work, input, ask) => {
      const result = await recordDecision(work, { ...input.params, ...input.body });
      if (!result.ok && result.failure.kind === 'invalid')
        return roomPage(work, input.params.meetingId, ask, {
          itemKey: input.body.itemKey,
          problems: result.failure.problems,
          typed: input.body,
        });
      const done = demand(result);
      return redirect(
        `/meetings/${input.params.meetingId}/room${await nextKey(work, input.params.meetingId, input.body.itemKey)}`,
        { flash: done.taskId ? 'Recorded, and the task is set' : 'Recorded' },
      );
    },
    invalid: (work, input, ask) =>
      roomPage(work, input.params.meetingId, ask, {
        itemKey: typeof input.raw.itemKey === 'string' ? input.raw.itemKey : undefined,
        problems: input.problems,
        typed: input.raw,
      }),
  }),
];
