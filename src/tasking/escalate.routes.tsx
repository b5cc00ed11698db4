import { z } from 'zod';
import { demand, type FieldProblem } from '../platform/failures/failures.ts';
import { type Ask, act, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { escalateReport, proposeEscalation, servicesToJoin } from './escalate.commands.ts';
import { EscalatePage } from './escalate.pages.tsx';
import { escalateParams, escalateSchema } from './tasking.forms.ts';
import { escalateReports } from './tasking.permissions.ts';

const example = {
  params: { reportId: '@reportId' },
  body: {
    version: 1,
    rule: 'not-solved',
    title: 'Fly-tipping at the old pit',
    summary: 'Cleared three times, and back each time.',
    otherServiceIds: ['@serviceId'],
  },
};

async function shown(
  work: Work,
  reportId: string,
  ask: Ask,
  problems: readonly FieldProblem[] = [],
  typed: Record<string, unknown> = {},
) {
  const proposal = demand(await proposeEscalation(work, reportId));
  const services = await servicesToJoin(work, proposal);
  const body = <EscalatePage {...{ proposal, services, problems, typed }} csrf={ask.csrf} />;
  return page('Take a report to a meeting', body, {
    problems,
    back: { href: `/reports/${reportId}`, text: proposal.report.reference },
  });
}

/** From a report to the next meeting's agenda. */
export const escalateRoutes: readonly Route[] = [
  show({
    path: '/reports/:reportId/escalate',
    words: 'Propose taking a report to the next meeting',
    permission: escalateReports,
    audit: 'report.escalation-proposed',
    params: escalateParams,
    example: { params: { reportId: '@reportId' } },
    handle: (work, { params }, ask) => shown(work, params.reportId, ask),
  }),
  act({
    path: '/reports/:reportId/escalate',
    words: 'Take a report to the next meeting as a case',
    permission: escalateReports,
    audit: 'report.escalated',
    params: escalateParams,
    body: escalateSchema,
    example,
    handle: async (work, { params, body }) => {
      const done = demand(await escalateReport(work, { ...params, ...body }));
      return redirect(`/cases/${done.case.id}`, {
        flash: done.meeting
          ? `Case opened, and on the next agenda of the ${done.meeting.seriesName}`
          : 'Case opened. It is on no agenda yet',
      });
    },
    invalid: (work, { params, raw, problems }, ask) => shown(work, params.reportId, ask, problems, raw),
  }),
  apiPost({
    path: '/api/v1/reports/:reportId/escalate',
    words: 'Take a report to the next meeting as a case',
    permission: escalateReports,
    audit: 'report.escalated',
    params: escalateParams,
    body: escalateSchema,
    output: z.object({
      caseId: z.string(),
      reference: z.string(),
      meetingId: z.string().nullable(),
      heldOn: z.string().nullable(),
    }),
    example,
    handle: async (work, { params, body }) => {
      const { case: file, meeting } = demand(await escalateReport(work, { ...params, ...body }));
      return {
        caseId: file.id,
        reference: file.reference,
        meetingId: meeting?.id ?? null,
        heldOn: meeting?.heldOn ?? null,
      };
    },
  }),
];
