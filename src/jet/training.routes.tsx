import { z } from 'zod';
import { courseSubjects } from '../../reference/jet.ts';
import { officersOf } from '../directory/index.ts';
import { tick, withDays } from '../enforcement/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { demand } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { FormState } from '../platform/ui/index.ts';
import { jetExamples } from './jet.examples.ts';
import { keepTraining, readTraining } from './jet.permissions.ts';
import { dayOf, said, someOf, version } from './time.forms.ts';
import { CourseForm, CoursePage, TrainingPage } from './training.pages.tsx';
import {
  addCourse,
  invitationStates,
  inviteOfficers,
  listCourses,
  listInvitations,
  noteAttendance,
  openCourse,
} from './training.store.ts';

const courseSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    title: said('the title', 100, 'Enter a title'),
    subjects: someOf(courseSubjects, 'Choose from the list'),
    onDay: dayOf('Enter the day'),
    place: said('where', 200, 'Say where'),
    isOpen: tick,
  }),
);
const inviteSchema = z.object({
  officerIds: z.preprocess(
    (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
    z.array(z.uuid('Choose officers of your agency')).max(200),
  ),
});
const attendanceSchema = z.object({ version, state: z.enum(invitationStates, 'Choose what they did') });
const courseParams = z.object({ courseId: z.uuid() });
const invitationParams = z.object({ invitationId: z.uuid() });
const courseView = z.object({
  id: z.string(),
  reference: z.string(),
  agencyName: z.string(),
  title: z.string(),
  subjects: z.array(z.string()),
  onDay: z.string(),
  place: z.string(),
  isOpen: z.boolean(),
  invited: z.number(),
  came: z.number(),
});
const wholeView = courseView.extend({
  invitations: z.array(
    z.object({ id: z.string(), officerName: z.string(), state: z.string(), version: z.number() }),
  ),
});
const whole = async (work: Work, id: string) => ({
  ...demand(await openCourse(work, id)),
  invitations: await listInvitations(work, { courseId: id }),
});
const back = { href: '/teams/training', text: 'Training' };
const courseDone = doneUnder('/teams/training');
const marking = 'OFFICIAL-SENSITIVE';

const formPage = (ask: Ask, again: Again) =>
  page('Put on a session', <CourseForm {...again} csrf={ask.csrf} />, { back, problems: again.problems });
async function coursePage(work: Work, id: string, ask: Ask, again: FormState = { problems: [], typed: {} }) {
  const { invitations, ...course } = await whole(work, id);
  const mayKeep = mayUse(work.viewer, keepTraining);
  const today = work.clock.today();
  const body = (
    <CoursePage
      {...again}
      csrf={ask.csrf}
      course={course}
      invitations={invitations}
      colleagues={mayKeep ? await officersOf(work.db, [officerOf(work).agencyId]) : []}
      mayKeep={mayKeep}
      isOver={course.onDay < today}
      hasCome={course.onDay <= today}
    />
  );
  return page(course.title, body, { back, marking, problems: again.problems });
}

/** The training register: pages, and the same as JSON. */
export const trainingRoutes: readonly Route[] = [
  show({
    path: '/teams/training',
    words: 'Training sessions, and how many of your agency were invited and came',
    permission: readTraining,
    audit: 'course.listed',
    handle: async (work) => {
      const mayKeep = mayUse(work.viewer, keepTraining);
      const body = <TrainingPage viewer={work.viewer} courses={await listCourses(work)} mayKeep={mayKeep} />;
      return page('Training', body, { wide: true });
    },
  }),
  show({
    path: '/teams/training/new',
    words: 'The form for putting on a training session',
    permission: keepTraining,
    audit: 'course.new-shown',
    handle: (_work, _input, ask) => formPage(ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/teams/training',
    words: 'Put on a training session',
    permission: keepTraining,
    audit: 'course.added',
    body: courseSchema,
    example: { body: jetExamples.course },
    handle: async (work, { body }) => courseDone(await addCourse(work, body), 'Saved'),
    invalid: (_work, { raw, problems }, ask) => formPage(ask, { problems, typed: raw }),
  }),
  show({
    path: '/teams/training/:courseId',
    words: 'One training session with who of your agency was invited and came',
    permission: readTraining,
    audit: 'course.opened',
    params: courseParams,
    handle: (work, { params }, ask) => coursePage(work, params.courseId, ask),
  }),
  act({
    path: '/teams/training/:courseId/invitations',
    words: 'Invite officers of your agency to a training session',
    permission: keepTraining,
    audit: 'course.invited',
    params: courseParams,
    body: inviteSchema,
    example: { body: { officerIds: ['@jetOfficerId'] } },
    handle: async (work, { params, body }) =>
      courseDone(await inviteOfficers(work, { ...params, ...body }), 'Invited'),
    invalid: (work, { params, raw, problems }, ask) =>
      coursePage(work, params.courseId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/teams/invitations/:invitationId',
    words: 'Say whether an officer of your agency came to training, and passed',
    permission: keepTraining,
    audit: 'course.attendance-noted',
    params: invitationParams,
    body: attendanceSchema,
    example: { body: { version: 1, state: 'attended' } },
    handle: async (work, { params, body }) => {
      const { id } = demand(await noteAttendance(work, { ...params, ...body }));
      return redirect(`/teams/training/${id}`, { flash: 'Saved' });
    },
    invalid: async (work, { params: { invitationId: form }, raw: typed, problems }, ask) => {
      const [invitation] = await listInvitations(work, { id: form });
      return coursePage(work, invitation?.courseId ?? form, ask, { problems, typed, form });
    },
  }),
  apiGet({
    path: '/api/v1/training',
    words: 'Training sessions, and how many of your agency were invited and came',
    permission: readTraining,
    audit: 'course.listed',
    output: z.object({ courses: z.array(courseView) }),
    handle: async (work) => ({ courses: await listCourses(work) }),
  }),
  apiPost({
    path: '/api/v1/training',
    words: 'Put on a training session',
    permission: keepTraining,
    audit: 'course.added',
    body: courseSchema,
    output: wholeView,
    example: { body: jetExamples.course },
    handle: async (work, { body }) => whole(work, demand(await addCourse(work, body)).id),
  }),
  apiGet({
    path: '/api/v1/training/:courseId',
    words: 'One training session with who of your agency was invited and came',
    permission: readTraining,
    audit: 'course.opened',
    params: courseParams,
    output: wholeView,
    handle: (work, { params }) => whole(work, params.courseId),
  }),
  apiPost({
    path: '/api/v1/training/:courseId/invitations',
    words: 'Invite officers of your agency to a training session',
    permission: keepTraining,
    audit: 'course.invited',
    params: courseParams,
    body: inviteSchema,
    output: wholeView,
    status: 200,
    example: { body: { officerIds: ['@jetOfficerId'] } },
    handle: async (work, { params, body }) =>
      whole(work, demand(await inviteOfficers(work, { ...params, ...body })).id),
  }),
  apiPost({
    path: '/api/v1/training-invitations/:invitationId',
    words: 'Say whether an officer of your agency came to training, and passed',
    permission: keepTraining,
    audit: 'course.attendance-noted',
    params: invitationParams,
    body: attendanceSchema,
    output: wholeView,
    status: 200,
    example: { body: { version: 1, state: 'attended' } },
    handle: async (work, { params, body }) =>
      whole(work, demand(await noteAttendance(work, { ...params, ...body })).id),
  }),
];
