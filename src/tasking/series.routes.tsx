import { listServices } from '../directory/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { demand, type FieldProblem, notFound, ok } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { saveSeries } from './series.commands.ts';
import { SeriesPage } from './series.pages.tsx';
import { daysOf, findSeries } from './series.store.ts';
import { seriesFollowRoutes } from './series-follow.routes.tsx';
import { seriesParams, seriesSchema } from './tasking.forms.ts';
import { changeSeries, readMeetings } from './tasking.permissions.ts';
import { mayRunMeeting } from './tasking.policy.ts';

async function shown(
  work: Work,
  seriesId: string,
  ask: Ask,
  problems: readonly FieldProblem[] = [],
  typed: Record<string, unknown> = {},
) {
  const found = await findSeries(work, seriesId);
  const series = demand(found ? ok(found) : notFound);
  about(work, 'series', series.id);
  const changes = await work.db
    .selectFrom('tasking.seriesChange as c')
    .leftJoin('directory.officer as o', 'o.id', 'c.officerId')
    .select(['c.at', 'c.reason', 'o.name as officerName'])
    .where('c.seriesId', '=', series.id)
    .orderBy('c.at', 'desc')
    .execute();
  const days = await daysOf(work, series, work.clock.today(), 6);
  const body = (
    <SeriesPage
      {...{ series, changes, days, problems, typed }}
      services={await listServices(work.db)}
      mayChange={mayRunMeeting(work.viewer, series)}
      mayFollow={series.kind === 'JAG' && mayUse(work.viewer, changeSeries)}
      csrf={ask.csrf}
    />
  );
  return page(series.name, body, { problems, back: { href: '/meetings', text: 'Meetings' } });
}

/** Settings of a meeting that comes round, with their history. */
export const seriesRoutes: readonly Route[] = [
  ...seriesFollowRoutes,
  show({
    path: '/meeting-series/:seriesId',
    words: 'When, where and with whom a meeting is held',
    permission: readMeetings,
    audit: 'series.opened',
    params: seriesParams,
    example: { params: { seriesId: '@seriesId' } },
    handle: (work, { params }, ask) => shown(work, params.seriesId, ask),
  }),
  act({
    path: '/meeting-series/:seriesId',
    words: 'Change when, where and with whom a meeting is held',
    permission: changeSeries,
    audit: 'series.changed',
    params: seriesParams,
    body: seriesSchema,
    example: {
      params: { seriesId: '@seriesId' },
      body: {
        version: 1,
        startsAt: '10:00',
        place: 'Council Offices',
        everyWeeks: 4,
        cadenceFrom: '2027-04-06',
        standingItems: 'Joint enforcement',
        memberServiceIds: ['@serviceId'],
        reason: 'Summer agenda.',
      },
    },
    handle: async (work, { params, body }) => {
      demand(await saveSeries(work, { ...params, ...body }));
      return redirect(`/meeting-series/${params.seriesId}`, { flash: 'Saved' });
    },
    invalid: (work, { params, raw, problems }, ask) => shown(work, params.seriesId, ask, problems, raw),
  }),
];
