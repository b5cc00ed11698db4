import { z } from 'zod';
import { withDays } from '../enforcement/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { addDays } from '../platform/clock/clock.ts';
import { demand } from '../platform/failures/failures.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { asTyped, type FormState } from '../platform/ui/index.ts';
import { jetExamples } from './jet.examples.ts';
import { keepRosters, readRosters } from './jet.permissions.ts';
import { RosterPage } from './roster.pages.tsx';
import { addShift, listShifts, mondayOf, ownColleagues, removeShift } from './roster.store.ts';
import { dayOf } from './time.forms.ts';

const time = (words: string) => z.string(words).regex(/^([01]\d|2[0-3]):[0-5]\d$/, words);
const shiftSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    officerId: z.uuid('Choose the officer'),
    onDay: dayOf('Enter the day, like 23 11 2026'),
    startsAt: time('Enter when it begins, like 08:00'),
    endsAt: time('Enter when it ends, like 16:00'),
  }),
);
const weekQuery = z.object({ week: dayOf('Choose a week').optional() });
const shiftParams = z.object({ shiftId: z.uuid() });
const shiftView = z.object({
  id: z.string(),
  serviceName: z.string(),
  officerName: z.string(),
  onDay: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
});
const idView = z.object({ id: z.string(), onDay: z.string() });

async function shown(work: Work, ask: Ask, week: string | undefined, again?: FormState) {
  const weekOn = mondayOf(week ?? work.clock.today());
  const mayKeep = mayUse(work.viewer, keepRosters);
  const body = (
    <RosterPage
      {...(again ?? { problems: [], typed: asTyped({ onDay: weekOn, startsAt: '08:00', endsAt: '16:00' }) })}
      csrf={ask.csrf}
      viewer={work.viewer}
      weekOn={weekOn}
      before={addDays(weekOn, -7)}
      after={addDays(weekOn, 7)}
      shifts={await listShifts(work, weekOn)}
      colleagues={mayKeep ? await ownColleagues(work) : []}
      mayKeep={mayKeep}
    />
  );
  return page('Duties', body, { marking: 'OFFICIAL-SENSITIVE', problems: again?.problems ?? [] });
}
const toWeek = (day: string) => `/teams/duties?week=${mondayOf(day)}`;

/** Rosters: who is on duty in a week; each service keeps its own. */
export const rosterRoutes: readonly Route[] = [
  show({
    path: '/teams/duties',
    words: 'Who of your agency is on duty in a week',
    permission: readRosters,
    audit: 'roster.opened',
    query: weekQuery,
    handle: (work, { query }, ask) => shown(work, ask, query.week),
  }),
  act({
    path: '/teams/duties',
    words: 'Put an officer of your own service on duty',
    permission: keepRosters,
    audit: 'roster.added',
    body: shiftSchema,
    example: { body: jetExamples.shift },
    handle: async (work, { body }) => {
      const { onDay } = demand(await addShift(work, body));
      return redirect(toWeek(onDay), { flash: 'On the roster' });
    },
    invalid: (work, { raw, problems }, ask) => shown(work, ask, undefined, { problems, typed: raw }),
  }),
  act({
    path: '/teams/duties/:shiftId/remove',
    words: 'Take a duty off the roster of your own service',
    permission: keepRosters,
    audit: 'roster.removed',
    params: shiftParams,
    handle: async (work, { params }) =>
      redirect(toWeek(demand(await removeShift(work, params.shiftId)).onDay), { flash: 'Taken off' }),
  }),
  apiGet({
    path: '/api/v1/team-duties',
    words: 'Who of your agency is on duty in a week',
    permission: readRosters,
    audit: 'roster.opened',
    query: weekQuery,
    output: z.object({ shifts: z.array(shiftView) }),
    handle: async (work, { query }) => ({
      shifts: await listShifts(work, mondayOf(query.week ?? work.clock.today())),
    }),
  }),
  apiPost({
    path: '/api/v1/team-duties',
    words: 'Put an officer of your own service on duty',
    permission: keepRosters,
    audit: 'roster.added',
    body: shiftSchema,
    output: idView,
    example: { body: jetExamples.shift },
    handle: async (work, { body }) => demand(await addShift(work, body)),
  }),
  apiPost({
    path: '/api/v1/team-duties/:shiftId/remove',
    words: 'Take a duty off the roster of your own service',
    permission: keepRosters,
    audit: 'roster.removed',
    params: shiftParams,
    output: idView,
    status: 200,
    handle: async (work, { params }) => demand(await removeShift(work, params.shiftId)),
  }),
];
