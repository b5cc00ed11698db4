import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import { checkOutside, letCheckOutside, readIntelligence } from '../intelligence.permissions.ts';
import { answerByHand, askOutside, letAsk, letNoMore, openCheck } from './check.commands.ts';
import {
  checkExamples,
  checkGrantEndSchema,
  checkGrantParams,
  checkGrantSchema,
  checkParams,
  checkQuery,
  checkResultSchema,
  checkSchema,
} from './check.forms.ts';
import { listChecks, listGrants } from './check.store.ts';

const instant = z.date().transform((at) => at.toISOString());
const companyShape = z.object({
  ...{ name: z.string(), number: z.string(), status: z.string(), kind: z.string(), since: z.string() },
  ...{ until: z.string(), office: z.string(), trades: z.array(z.string()), wasInsolvent: z.boolean() },
  officers: z.array(z.object({ name: z.string(), role: z.string(), from: z.string(), until: z.string() })),
  officerCount: z.number(),
});
const checkShape = z.object({
  ...{ id: z.string(), reference: z.string(), source: z.string(), subjectWords: z.string() },
  ...{ purpose: z.string(), reason: z.string(), state: z.string(), version: z.number() },
  ...{ askedAt: instant, askedByName: z.string(), outcome: z.string().nullable() },
  ...{ resultWords: z.string().nullable(), document: companyShape.nullable(), fault: z.string().nullable() },
  ...{ answeredAt: instant.nullable(), answeredByName: z.string().nullable() },
});
const grantShape = z.object({
  ...{ id: z.string(), officerName: z.string(), source: z.string(), vettingWords: z.string() },
  ...{ trainedOn: z.string(), untilOn: z.string(), endedAt: instant.nullable() },
});
const idShape = z.object({ id: z.string() });

/** External checks as JSON: the same commands as the pages. */
export const checkApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence/checks',
    words: 'External checks of the unit',
    permission: readIntelligence,
    audit: 'external-check.listed',
    query: checkQuery,
    output: z.object({ checks: z.array(checkShape) }),
    handle: async (work, { query }) => ({ checks: await listChecks(work, query) }),
  }),
  apiPost({
    path: '/api/v1/intelligence/checks',
    words: 'Ask a system outside about somebody or something',
    permission: checkOutside,
    audit: 'external-check.asked',
    body: checkSchema,
    output: idShape,
    example: { body: checkExamples.check },
    handle: async (work, { body }) => demand(await askOutside(work, body)),
  }),
  apiGet({
    path: '/api/v1/intelligence/checks/who',
    words: 'Who may ask restricted systems, on which vetting and training',
    permission: readIntelligence,
    audit: 'check-grant.listed',
    output: z.object({ grants: z.array(grantShape) }),
    handle: async (work) => ({ grants: await listGrants(work) }),
  }),
  apiPost({
    path: '/api/v1/intelligence/checks/who',
    words: 'Let somebody ask a restricted system',
    permission: letCheckOutside,
    audit: 'check-grant.given',
    body: checkGrantSchema,
    output: idShape,
    example: { body: checkExamples.grant },
    handle: async (work, { body }) => demand(await letAsk(work, body)),
  }),
  apiPost({
    path: '/api/v1/intelligence/checks/who/:grantId/end',
    words: 'End that somebody may ask a restricted system',
    permission: letCheckOutside,
    audit: 'check-grant.ended',
    params: checkGrantParams,
    body: checkGrantEndSchema,
    output: idShape,
    status: 200,
    example: { params: { grantId: '@checkGrantId' }, body: checkExamples.end },
    handle: async (work, { params: { grantId }, body }) =>
      demand(await letNoMore(work, grantId, body.endWhy)),
  }),
  apiGet({
    path: '/api/v1/intelligence/checks/:checkId',
    words: 'One external check, with what was asked of the same before',
    permission: readIntelligence,
    audit: 'external-check.opened',
    params: checkParams,
    output: checkShape.extend({ before: z.array(checkShape) }),
    handle: async (work, { params: { checkId } }) => {
      const { check, before } = demand(await openCheck(work, checkId));
      return { ...check, before };
    },
  }),
  apiPost({
    path: '/api/v1/intelligence/checks/:checkId/result',
    words: 'Write down what a system outside answered, also that nothing is held',
    permission: checkOutside,
    audit: 'external-check.answered',
    params: checkParams,
    body: checkResultSchema,
    output: idShape,
    status: 200,
    example: { body: checkExamples.result },
    handle: async (work, { params, body }) => demand(await answerByHand(work, { ...params, ...body })),
  }),
];
