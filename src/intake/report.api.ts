import { z } from 'zod';
import { PUBLIC } from '../platform/access/permission.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { readReports, rerouteReports, takeReports, workReports } from './intake.permissions.ts';
import { submitReport } from './report.commands.ts';
import {
  closeSchema,
  duplicateSchema,
  messageSchema,
  reportParams,
  reportSchema,
  rerouteSchema,
  stepSchema,
} from './report.forms.ts';
import { openReport, pageOfReports, reportFilterSchema } from './report.queries.ts';
import type { Report } from './report.store.ts';
import { listEvents } from './report.timeline.ts';
import {
  askReporter,
  closeReport,
  markDuplicate,
  rerouteReport,
  startReport,
} from './report-steps.commands.ts';

const instant = z.date().transform((at) => at.toISOString());
const receiptView = z.object({
  reference: z.string(),
  phrase: z.string(),
  serviceName: z.string(),
  agencyName: z.string(),
  targetOn: z.string(),
  why: z.string(),
});
/** A report as the API gives it; identity of the reporter and the case, which may be hidden, are never part of it. */
export const reportView = z.object({
  id: z.string(),
  reference: z.string(),
  issueType: z.string(),
  issueName: z.string(),
  description: z.string().nullable(),
  channel: z.string(),
  receivedAt: instant,
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  placeWords: z.string().nullable(),
  postcode: z.string().nullable(),
  wardCode: z.string().nullable(),
  districtCode: z.string().nullable(),
  landOwner: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  ownerAgencyName: z.string(),
  routedBy: z.string(),
  routeWhy: z.object({ ruleId: z.string().nullable(), words: z.string(), considered: z.number() }),
  timesRerouted: z.number(),
  status: z.string(),
  targetOn: z.string(),
  closedAt: instant.nullable(),
  outcome: z.string().nullable(),
  outcomeWords: z.string().nullable(),
  version: z.number(),
});
const eventView = z.object({
  at: instant,
  kind: z.string(),
  words: z.string(),
  officerName: z.string().nullable(),
  agencyName: z.string().nullable(),
});

const shown = async (work: Work, id: string) => {
  const report = demand(await openReport(work, id));
  return { ...report, events: await listEvents(work, report) };
};
const after = (work: Work, result: Result<Report>) => shown(work, demand(result).id);

const exampleReport = {
  issueType: '@issueType',
  description: 'Black bags and a mattress have been left by the gate.',
  lon: '@lon',
  lat: '@lat',
  landOwner: 'public',
};

/** Reports as JSON: the same commands as the pages. */
export const reportApi: readonly Route[] = [
  apiPost({
    path: '/api/v1/reports',
    words: 'Report something, with or without an account',
    permission: PUBLIC,
    audit: 'report.submitted',
    body: reportSchema,
    output: receiptView,
    example: { body: exampleReport },
    handle: async (work, { body }) => demand(await submitReport(work, { ...body, channel: 'web' })),
  }),
  apiPost({
    path: '/api/v1/desk-reports',
    words: 'Take a report for somebody, as an officer',
    permission: takeReports,
    audit: 'report.taken',
    body: reportSchema,
    output: receiptView.extend({ id: z.string() }),
    example: { body: { ...exampleReport, channel: 'phone' } },
    handle: async (work, { body }) =>
      demand(
        await submitReport(work, body, {
          byAgencyId: work.viewer.kind === 'officer' ? work.viewer.agencyId : undefined,
        }),
      ),
  }),
  apiGet({
    path: '/api/v1/reports',
    words: 'Reports, newest first, a page at a time',
    permission: readReports,
    audit: 'report.listed',
    query: reportFilterSchema,
    output: z.object({ reports: z.array(reportView), next: z.string().nullable() }),
    handle: (work, { query }) => pageOfReports(work, query),
  }),
  apiGet({
    path: '/api/v1/reports/:reportId',
    words: 'One report with its timeline',
    permission: readReports,
    audit: 'report.opened',
    params: reportParams,
    output: reportView.extend({ events: z.array(eventView) }),
    handle: (work, { params }) => shown(work, params.reportId),
  }),
  apiPost({
    path: '/api/v1/reports/:reportId/start',
    words: 'Start work on a report',
    permission: workReports,
    audit: 'report.started',
    params: reportParams,
    body: stepSchema,
    output: reportView.extend({ events: z.array(eventView) }),
    status: 200,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => after(work, await startReport(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/reports/:reportId/close',
    words: 'Close a report with its outcome',
    permission: workReports,
    audit: 'report.closed',
    params: reportParams,
    body: closeSchema,
    output: reportView.extend({ events: z.array(eventView) }),
    status: 200,
    example: { body: { version: 1, outcome: 'solved', outcomeWords: 'Cleared the same day.' } },
    handle: async (work, { params, body }) => after(work, await closeReport(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/reports/:reportId/reroute',
    words: 'Send a report to another service',
    permission: rerouteReports,
    audit: 'report.rerouted',
    params: reportParams,
    body: rerouteSchema,
    output: z.object({ done: z.literal(true) }),
    status: 200,
    example: { body: { version: 1, serviceId: '@serviceId', reason: 'They hold the contract.' } },
    handle: async (work, { params, body }) => {
      demand(await rerouteReport(work, { ...params, ...body }));
      return { done: true as const };
    },
  }),
  apiPost({
    path: '/api/v1/reports/:reportId/duplicate',
    words: 'Join a report to an earlier one',
    permission: workReports,
    audit: 'report.joined',
    params: reportParams,
    body: duplicateSchema,
    output: reportView.extend({ events: z.array(eventView) }),
    status: 200,
    example: { body: { version: 1, reference: 'R-0000-000' } },
    handle: async (work, { params, body }) => after(work, await markDuplicate(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/reports/:reportId/questions',
    words: 'Ask the reporter a question',
    permission: workReports,
    audit: 'report.asked',
    params: reportParams,
    body: messageSchema,
    output: reportView.extend({ events: z.array(eventView) }),
    status: 200,
    example: { body: { body: 'Which side of the gate?' } },
    handle: async (work, { params, body }) => after(work, await askReporter(work, { ...params, ...body })),
  }),
];
