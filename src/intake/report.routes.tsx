import type { z } from 'zod';
import { listAreas, listIssueTypes } from '../directory/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../platform/documents/export.ts';
import { demand, type FieldProblem, type Result } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { holdOn } from '../records/index.ts';
import { importReports, readReports, rerouteReports, workReports } from './intake.permissions.ts';
import {
  closeSchema,
  duplicateSchema,
  messageSchema,
  reportParams,
  rerouteSchema,
  stepSchema,
} from './report.forms.ts';
import { ReportPage } from './report.pages.tsx';
import { openReport, pageOfReports, reportFilterSchema, reportPageView } from './report.queries.ts';
import type { Report } from './report.store.ts';
import { ReportFilters } from './report-filters.pages.tsx';
import { CloseForm, RerouteForm } from './report-forms.pages.tsx';
import { ReportsPage } from './report-list.pages.tsx';
import {
  askReporter,
  closeReport,
  markDuplicate,
  mayAnswer,
  moveReport,
  rerouteReport,
  startReport,
} from './report-steps.commands.ts';

type Params = z.output<typeof reportParams>;

const back = { href: '/reports', text: 'Reports' };
const done = (params: Params, flash: string) => redirect(`/reports/${params.reportId}`, { flash });

async function shownReport(
  work: Work,
  params: Params,
  ask: Ask,
  again: Partial<FormAgain> = {},
): Promise<PageReply> {
  const view = demand(await reportPageView(work, params.reportId));
  const { form, problems = [], typed = {} } = again;
  if (form === 'questions' || form === 'duplicate') demand(await mayAnswer(work, view.report, form));
  const hold = await holdOn(work, 'report', params.reportId);
  const props = { ...view, hold, viewer: officerOf(work), csrf: ask.csrf, today: work.clock.today() };
  const body = <ReportPage {...props} {...{ form, problems, typed }} />;
  return page(`Report ${view.report.reference}`, body, { back, marking: 'OFFICIAL', problems });
}
const onReport = formsOn(shownReport);

/** After a step: back to the report with a line that says what happened, or the failure as the answer. */
const stepDone = (result: Result<Report>, params: Params, flash: string) => {
  demand(result);
  return done(params, flash);
};

const again = async (
  work: Work,
  params: Params,
  problems: readonly FieldProblem[],
  title: string,
  form: (report: Report) => PageReply['body'],
): Promise<PageReply> => {
  const report = demand(await openReport(work, params.reportId));
  return page(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {form(report)}
    </>,
    { problems, back: { href: `/reports/${report.id}`, text: report.reference } },
  );
};

const exportColumns = [
  'reference',
  'issueName',
  'receivedAt',
  'status',
  'serviceName',
  'ownerAgencyName',
  'placeWords',
  'postcode',
  'wardCode',
  'targetOn',
  'outcome',
  'description',
] as const;

const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/reports.${format}`,
    words: `Reports as ${exportWords[format]}, all of them, in the same order`,
    permission: readReports,
    audit: 'report.exported',
    query: reportFilterSchema,
    handle: (work, { query: filter }) =>
      exportFile(work, format, {
        name: 'reports',
        columns: exportColumns,
        rows: everyPage(async (after, limit) => {
          const { reports, next } = await pageOfReports(work, { ...filter, after }, limit);
          return { rows: reports.map((r) => exportColumns.map((c) => r[c])), next };
        }),
      }),
  }),
);

/** Reports for officers: the queue, one report, and the steps of the table. */
export const reportRoutes: readonly Route[] = [
  show({
    path: '/reports',
    words: 'Reports, newest first',
    permission: readReports,
    audit: 'report.listed',
    query: reportFilterSchema,
    handle: async (work, { query: filter }) => {
      const [{ reports, next, sorted }, types, districts] = await Promise.all([
        pageOfReports(work, filter),
        listIssueTypes(work.db),
        listAreas(work.db, 'district', work.clock.today()),
      ]);
      const body = (
        <ReportsPage
          reports={reports}
          today={work.clock.today()}
          nextHref={next ? addressWith('/reports', filter, { after: next }) : undefined}
          exports={exportLinks('/reports', filter)}
          sort={sortLinks('/reports', filter, sorted)}
          mayImport={mayUse(work.viewer, importReports)}
          filters={<ReportFilters filter={filter} types={types} districts={districts} />}
        />
      );
      return page('Reports', body, { wide: true });
    },
  }),
  ...exportRoutes,
  show({
    path: '/reports/:reportId',
    words: 'One report',
    permission: readReports,
    audit: 'report.opened',
    params: reportParams,
    handle: (work, { params }, ask) => shownReport(work, params, ask),
  }),
  act({
    path: '/reports/:reportId/start',
    words: 'Start work on a report',
    permission: workReports,
    audit: 'report.started',
    params: reportParams,
    body: stepSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) =>
      stepDone(await startReport(work, { ...params, ...body }), params, 'Work started'),
  }),
  act({
    path: '/reports/:reportId/reopen',
    words: 'Open a report again',
    permission: workReports,
    audit: 'report.reopened',
    params: reportParams,
    body: stepSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) =>
      stepDone(
        await moveReport(work, {
          ...params,
          ...body,
          action: 'reopen',
          set: { closedAt: null, outcome: null, outcomeWords: null, duplicateOfId: null },
        }),
        params,
        'Opened again',
      ),
  }),
  act({
    path: '/reports/:reportId/close',
    words: 'Close a report with its outcome',
    permission: workReports,
    audit: 'report.closed',
    params: reportParams,
    body: closeSchema,
    example: { body: { version: 1, outcome: 'solved', outcomeWords: 'Cleared the same day.' } },
    handle: async (work, { params, body }) =>
      stepDone(
        await closeReport(work, { ...params, ...body }),
        params,
        'Report closed. The reporter can read what was done.',
      ),
    invalid: (work, { params, raw, problems }, ask) =>
      again(work, params, problems, 'Close the report', (report) => (
        <CloseForm report={report} csrf={ask.csrf} problems={problems} typed={raw} />
      )),
  }),
  act({
    path: '/reports/:reportId/reroute',
    words: 'Send a report to another service',
    permission: rerouteReports,
    audit: 'report.rerouted',
    params: reportParams,
    body: rerouteSchema,
    example: { body: { version: 1, serviceId: '@serviceId', reason: 'They hold the contract.' } },
    // After it is sent on, the viewer may no longer see the report: so back to the list.
    handle: async (work, { params, body }) => {
      demand(await rerouteReport(work, { ...params, ...body }));
      return redirect('/reports', { flash: 'Report sent on' });
    },
    invalid: async (work, { params, raw, problems }, ask) => {
      const view = demand(await reportPageView(work, params.reportId));
      return again(work, params, problems, 'Send to another service', (report) => (
        <RerouteForm
          report={report}
          csrf={ask.csrf}
          services={view.services}
          problems={problems}
          typed={raw}
        />
      ));
    },
  }),
  act({
    path: '/reports/:reportId/duplicate',
    words: 'Join a report to an earlier one',
    permission: workReports,
    audit: 'report.joined',
    params: reportParams,
    body: duplicateSchema,
    example: { body: { version: 1, reference: 'R-0000-000' } },
    handle: async (work, { params, body }) =>
      stepDone(await markDuplicate(work, { ...params, ...body }), params, 'Joined to the earlier report'),
    invalid: onReport('duplicate'),
  }),
  act({
    path: '/reports/:reportId/questions',
    words: 'Ask the reporter a question',
    permission: workReports,
    audit: 'report.asked',
    params: reportParams,
    body: messageSchema,
    example: { body: { body: 'Which side of the gate?' } },
    handle: async (work, { params, body }) =>
      stepDone(await askReporter(work, { ...params, ...body }), params, 'Question sent'),
    invalid: onReport('questions'),
  }),
];
