import { z } from 'zod';
import { flyTipActions } from '../../../reference/fly-tip.ts';
import { exportFile, exportLinks, exportPage, exportWords } from '../../platform/documents/export.ts';
import { demand } from '../../platform/failures/failures.ts';
import type { Again } from '../../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, download, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { readReports, workReports } from '../intake.permissions.ts';
import { describeFlyTip, flyTipToWork } from './fly-tip.commands.ts';
import {
  type FlyTipPeriodInput,
  flyTipExample,
  flyTipParams,
  flyTipQuery,
  flyTipSchema,
} from './fly-tip.forms.ts';
import { FlyTipPage, FlyTipReturnPage } from './fly-tip.pages.tsx';
import {
  type FlyTipIncident,
  type FlyTipScope,
  findFlyTip,
  flyTipTotals,
  incidentsShown,
  listIncidents,
} from './fly-tip.store.ts';

async function shownForm(work: Work, reportId: string, ask: Ask, again: Again = { problems: [], typed: {} }) {
  const report = demand(await flyTipToWork(work, reportId));
  const recorded = await findFlyTip(work, reportId);
  const body = <FlyTipPage {...again} {...recorded} report={report} csrf={ask.csrf} />;
  return page('Fly-tip for the national return', body, {
    back: { href: `/reports/${report.id}`, text: report.reference },
    problems: again.problems,
  });
}
/** The month of today, unless days are asked for. */
const scopeOf = (work: Work, { from, to, ...line }: FlyTipPeriodInput): FlyTipScope => {
  const today = work.clock.today();
  return { from: from ?? `${(to ?? today).slice(0, 7)}-01`, to: to ?? today, ...line };
};

const columns = [
  ...['reference', 'date', 'district', 'ward', 'land', 'waste', 'size', 'evidence', 'clearanceCost'],
  ...flyTipActions.map(({ code }) => code),
  'actionCost',
];
const inPounds = (pence: number | null) => (pence === null ? '' : (pence / 100).toFixed(2));
const rowOf = (one: FlyTipIncident) => [
  ...[
    one.reference,
    one.receivedOn,
    one.districtCode,
    one.wardCode,
    one.landType,
    one.wasteType,
    one.wasteSize,
  ],
  ...[one.isEvidence === null ? '' : one.isEvidence ? 'yes' : 'no', inPounds(one.clearancePence)],
  ...[...one.actions, inPounds(one.actionPence)],
];
async function* everyIncident(work: Work, scope: FlyTipScope) {
  let last: FlyTipIncident | undefined;
  do {
    const some: FlyTipIncident[] = await listIncidents(work, scope, exportPage, last);
    yield some.map(rowOf);
    last = some.length < exportPage ? undefined : some.at(-1);
  } while (last);
}
const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/fly-tips.${format}`,
    words: `The fly-tipping return as ${exportWords[format]}: a line an incident, with the fields and the actions that it asks`,
    permission: readReports,
    audit: 'fly-tip.exported',
    query: flyTipQuery,
    handle: (work, { query }) =>
      exportFile(work, format, {
        name: 'fly-tips',
        columns,
        rows: everyIncident(work, scopeOf(work, query)),
      }),
  }),
);

const money = z.number().nullable();
const totalView = z.object({ part: z.string(), code: z.string(), count: z.number(), pence: z.number() });
const recordedView = z.object({
  tip: z
    .object({
      ...{ landType: z.string(), wasteType: z.string(), wasteSize: z.string(), isEvidence: z.boolean() },
      ...{ clearancePence: money, version: z.number() },
    })
    .nullable(),
  actions: z.array(
    z.object({ action: z.string(), onDay: z.string(), costPence: money, outcome: z.string().nullable() }),
  ),
});

/** What the national return asks of fly-tips: one, the totals of some days, and the file in its fields. */
export const flyTipRoutes: readonly Route[] = [
  show({
    path: '/fly-tips',
    words: 'The fly-tipping return of some days: totals and incidents',
    permission: readReports,
    audit: 'fly-tip.return-read',
    query: flyTipQuery,
    handle: async (work, { query }) => {
      const scope = scopeOf(work, query);
      const found = await listIncidents(work, scope, incidentsShown + 1);
      const body = (
        <FlyTipReturnPage
          {...scope}
          incidents={found.slice(0, incidentsShown)}
          isMore={found.length > incidentsShown}
          totals={await flyTipTotals(work, scope)}
          exports={exportLinks('/fly-tips', query)}
        />
      );
      return page('Fly-tipping return', body, { wide: true, marking: 'OFFICIAL' });
    },
  }),
  ...exportRoutes,
  show({
    path: '/reports/:reportId/fly-tip',
    words: 'What the national return asks of a fly-tip, and what was done about it',
    permission: workReports,
    audit: 'fly-tip.shown',
    params: flyTipParams,
    handle: (work, { params }, ask) => shownForm(work, params.reportId, ask),
  }),
  act({
    path: '/reports/:reportId/fly-tip',
    words: 'Describe a fly-tip for the national return, and record an action of the ladder',
    permission: workReports,
    audit: 'fly-tip.described',
    params: flyTipParams,
    body: flyTipSchema,
    example: { body: flyTipExample },
    handle: async (work, { params, body }) => {
      demand(await describeFlyTip(work, { ...params, ...body }));
      return redirect(`/reports/${params.reportId}/fly-tip`, { flash: 'Saved' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownForm(work, params.reportId, ask, { problems, typed: raw }),
  }),
  apiGet({
    path: '/api/v1/fly-tips',
    words: 'Totals of the fly-tipping return of some days',
    permission: readReports,
    audit: 'fly-tip.return-read',
    query: flyTipQuery,
    output: z.object({ from: z.string(), to: z.string(), totals: z.array(totalView) }),
    handle: async (work, { query }) => {
      const { from, to } = scopeOf(work, query);
      return { from, to, totals: await flyTipTotals(work, { from, to }) };
    },
  }),
  apiPost({
    path: '/api/v1/reports/:reportId/fly-tip',
    words: 'Describe a fly-tip for the national return, and record an action of the ladder',
    permission: workReports,
    audit: 'fly-tip.described',
    params: flyTipParams,
    body: flyTipSchema,
    output: recordedView,
    status: 200,
    example: { body: flyTipExample },
    handle: async (work, { params, body }) => {
      demand(await describeFlyTip(work, { ...params, ...body }));
      const { tip, actions } = await findFlyTip(work, params.reportId);
      return { tip: tip ?? null, actions };
    },
  }),
];
