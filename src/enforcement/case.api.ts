import { z } from 'zod';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { addServiceToCase, closeCase, moveCase, noteOnCase, reopenCase } from './case.commands.ts';
import {
  caseCloseSchema,
  caseFilterSchema,
  caseNoteSchema,
  caseParams,
  caseServiceSchema,
  caseStepSchema,
} from './case.forms.ts';
import { readCases, workCases } from './case.permissions.ts';
import { caseView, pageOfCases } from './case.queries.ts';
import type { CaseFile } from './case.store.ts';

const instant = z.date().transform((at) => at.toISOString());
const caseSchema = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  summary: z.string(),
  status: z.string(),
  leadServiceId: z.string(),
  leadServiceName: z.string(),
  leadAgencyName: z.string(),
  districtCode: z.string().nullable(),
  isPersonal: z.boolean(),
  escalationRule: z.string(),
  openedAt: instant,
  closedAt: instant.nullable(),
  outcome: z.string().nullable(),
  outcomeWords: z.string().nullable(),
  serviceIds: z.array(z.string()),
  version: z.number(),
});
const whole = caseSchema.extend({
  services: z.array(
    z.object({ serviceId: z.string(), serviceName: z.string(), agencyName: z.string(), why: z.string() }),
  ),
  reports: z.array(
    z.object({ id: z.string(), reference: z.string(), issueName: z.string(), status: z.string() }),
  ),
  events: z.array(
    z.object({
      at: instant,
      kind: z.string(),
      words: z.string(),
      officerName: z.string().nullable(),
      agencyName: z.string().nullable(),
    }),
  ),
});

const shown = async (work: Work, id: string) => {
  const { file, ...rest } = demand(await caseView(work, id));
  return { ...file, ...rest };
};
const after = (work: Work, result: Result<CaseFile>) => shown(work, demand(result).id);
const common = { permission: workCases, params: caseParams, output: whole, status: 200 };
const params = { caseId: '@caseId' };

/** Cases as JSON: the same commands as the pages. */
export const caseApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/cases',
    words: 'Cases, newest first, a page at a time',
    permission: readCases,
    audit: 'case.listed',
    query: caseFilterSchema,
    output: z.object({ cases: z.array(caseSchema), next: z.string().nullable() }),
    handle: (work, { query }) => pageOfCases(work, query),
  }),
  apiGet({
    path: '/api/v1/cases/:caseId',
    words: 'One case with its services, reports and history',
    permission: readCases,
    audit: 'case.opened',
    params: caseParams,
    output: whole,
    example: { params },
    handle: (work, { params: { caseId } }) => shown(work, caseId),
  }),
  apiPost({
    ...common,
    path: '/api/v1/cases/:caseId/notes',
    words: 'Add a note to a case',
    audit: 'case.noted',
    body: caseNoteSchema,
    example: { params, body: { words: 'Visited with the landlord.' } },
    handle: async (work, input) => after(work, await noteOnCase(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...common,
    path: '/api/v1/cases/:caseId/services',
    words: 'Add a service to a case',
    audit: 'case.service-added',
    body: caseServiceSchema,
    example: { params, body: { serviceId: '@serviceId', why: 'They hold the licence.' } },
    handle: async (work, input) =>
      after(work, await addServiceToCase(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...common,
    path: '/api/v1/cases/:caseId/close',
    words: 'Close a case with its outcome',
    audit: 'case.closed',
    body: caseCloseSchema,
    example: {
      params,
      body: { version: 1, outcome: 'solved', outcomeWords: 'No reports for three months.' },
    },
    handle: async (work, input) => after(work, await closeCase(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...common,
    path: '/api/v1/cases/:caseId/start-enforcement',
    words: 'Start enforcement on a case',
    audit: 'case.enforcement-started',
    body: caseStepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, input) =>
      after(work, await moveCase(work, { ...input.params, ...input.body, action: 'start-enforcement' })),
  }),
  apiPost({
    ...common,
    path: '/api/v1/cases/:caseId/reopen',
    words: 'Open a case again',
    audit: 'case.reopened',
    body: caseStepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, input) => after(work, await reopenCase(work, { ...input.params, ...input.body })),
  }),
];
