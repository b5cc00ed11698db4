import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import { jetExamples } from './jet.examples.ts';
import { closeMonths, logTime as mayLogTime, readTime } from './jet.permissions.ts';
import { closeMonth, listReviews, monthView, recordReview, setTarget } from './month.commands.ts';
import { ownTeam } from './team.store.ts';
import { correctTime, logTime, withdrawTime } from './time.commands.ts';
import {
  closeSchema,
  correctSchema,
  monthParams,
  reviewSchema,
  targetSchema,
  teamParams,
  timeEntryParams,
  timeSchema,
  versionSchema,
} from './time.forms.ts';

const entryView = z.object({
  id: z.string(),
  officerName: z.string(),
  onDay: z.string(),
  activity: z.string(),
  countsAs: z.string(),
  minutes: z.number(),
  taskId: z.string().nullable(),
  planId: z.string().nullable(),
  words: z.string(),
  isWithdrawn: z.boolean(),
  version: z.number(),
});
const minutesView = z.object({
  enforcement: z.number(),
  street: z.number(),
  uncounted: z.number(),
  untasked: z.number(),
});
const lineView = z.object({ code: z.string(), name: z.string(), minutes: minutesView });
const monthShape = z.object({
  isWhole: z.boolean(),
  minutes: minutesView,
  target: z.object({ enforcementPercent: z.number(), amberPoints: z.number() }),
  standing: z.string(),
  officers: z.array(lineView),
  activities: z.array(lineView),
  entries: z.array(entryView),
  closed: z
    .object({
      enforcementMinutes: z.number(),
      streetMinutes: z.number(),
      standing: z.string(),
      reason: z.string().nullable(),
    })
    .nullable(),
});
const shown = (view: Parameters<typeof asShape>[0]) => asShape(view);
const asShape = ({
  closed,
  ...view
}: Extract<Awaited<ReturnType<typeof monthView>>, { ok: true }>['value']) => ({
  ...view,
  closed: closed ?? null,
});
const reviewsShape = z.object({
  reviews: z.array(
    z.object({
      reference: z.string(),
      fromOn: z.string(),
      toOn: z.string(),
      countedMinutes: z.number(),
      untaskedMinutes: z.number(),
      penalties: z.number(),
      activities: z.array(z.object({ name: z.string(), minutes: z.number() })),
      finding: z.string(),
      action: z.string(),
    }),
  ),
});
const month = '/api/v1/teams/:teamId/months/:month';

/** The time log and its months as JSON: the same commands as the pages. */
export const timeApi: readonly Route[] = [
  apiPost({
    path: '/api/v1/team-time',
    words: 'Log what you spent time on',
    permission: mayLogTime,
    audit: 'time-entry.logged',
    body: timeSchema,
    output: entryView,
    example: { body: jetExamples.time },
    handle: async (work, { body }) => demand(await logTime(work, body)),
  }),
  apiPost({
    path: '/api/v1/team-time/:timeEntryId/correct',
    words: 'Correct an entry of your own time, until the month is closed',
    permission: mayLogTime,
    audit: 'time-entry.corrected',
    params: timeEntryParams,
    body: correctSchema,
    output: entryView,
    status: 200,
    example: { body: { ...jetExamples.time, version: 1 } },
    handle: async (work, { params, body }) => demand(await correctTime(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/team-time/:timeEntryId/withdraw',
    words: 'Withdraw an entry of your own time, until the month is closed',
    permission: mayLogTime,
    audit: 'time-entry.withdrawn',
    params: timeEntryParams,
    body: versionSchema,
    output: entryView,
    status: 200,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => demand(await withdrawTime(work, { ...params, ...body })),
  }),
  apiGet({
    path: month,
    words: 'A month of a team’s time: yours, or the whole team’s where you lead it',
    permission: readTime,
    audit: 'team.month-opened',
    params: monthParams,
    output: monthShape,
    handle: async (work, { params }) => shown(demand(await monthView(work, params))),
  }),
  apiPost({
    path: `${month}/close`,
    words: 'Close a month of your team’s time; where it is red, with the reason',
    permission: closeMonths,
    audit: 'team.month-closed',
    params: monthParams,
    body: closeSchema,
    output: monthShape,
    example: { body: { reason: 'Leaf fall' } },
    handle: async (work, { params, body }) => shown(demand(await closeMonth(work, { ...params, ...body }))),
  }),
  apiPost({
    path: '/api/v1/teams/:teamId/target',
    words: 'Set the split of time that your agency wants, from a day on',
    permission: closeMonths,
    audit: 'team.target-set',
    params: teamParams,
    body: targetSchema,
    output: z.object({ id: z.string() }),
    example: { body: jetExamples.target },
    handle: async (work, { params, body }) => demand(await setTarget(work, { ...params, ...body })),
  }),
  apiGet({
    path: '/api/v1/teams/:teamId/reviews',
    words: 'What reviews of your team’s time found',
    permission: closeMonths,
    audit: 'team.reviews-opened',
    params: teamParams,
    output: reviewsShape,
    handle: async (work, { params }) => ({
      reviews: await listReviews(work, demand(await ownTeam(work, params.teamId)).id),
    }),
  }),
  apiPost({
    path: '/api/v1/teams/:teamId/reviews',
    words: 'Record what a review of your team’s time found',
    permission: closeMonths,
    audit: 'team.reviewed',
    params: teamParams,
    body: reviewSchema,
    output: reviewsShape,
    example: { body: jetExamples.review },
    handle: async (work, { params, body }) => ({
      reviews: await listReviews(work, demand(await recordReview(work, { ...params, ...body })).id),
    }),
  }),
];
