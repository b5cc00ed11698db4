import { z } from 'zod';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { decideAccessItem, receiveAccess, stepAccess } from './access.commands.ts';
import {
  accessExamples,
  accessItemParams,
  accessParams,
  accessSchema,
  accessStepParams,
  accessStepSchema,
  decisionSchema,
} from './access.forms.ts';
import { accessList, accessView } from './access.queries.ts';
import { answerAccess } from './governance.permissions.ts';

const rowShape = z.object({
  id: z.string(),
  reference: z.string(),
  regime: z.string(),
  status: z.string(),
  name: z.string(),
  receivedOn: z.string(),
  identityOn: z.string().nullable(),
  extendedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  dueWhy: z.string(),
  endedOn: z.string().nullable(),
  version: z.number(),
});
const wholeShape = rowShape.extend({
  items: z.array(
    z.object({
      id: z.string(),
      module: z.string(),
      kind: z.string(),
      reference: z.string(),
      onDay: z.string(),
      byKey: z.boolean(),
      words: z.string(),
      given: z.string(),
      decision: z.string().nullable(),
      exemption: z.string(),
      reason: z.string(),
      version: z.number(),
    }),
  ),
  /** Days, and nothing else of what the intelligence unit said. */
  enquiries: z.array(
    z.object({ askedOn: z.string(), answersOn: z.string(), consideredOn: z.string().nullable() }),
  ),
  papers: z.array(
    z.object({ kind: z.string(), version: z.number(), format: z.string(), sha256: z.string() }),
  ),
});
const shown = async (work: Work, id: string) => {
  const { file, ...rest } = await accessView(work, id);
  return { ...file, ...rest };
};
const after = (work: Work, result: Result<{ id: string }>) => shown(work, demand(result).id);
const shared = { permission: answerAccess, output: wholeShape } as const;

/** Requests for one's own data as JSON: the same commands as the pages. */
export const accessApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/subject-access',
    words: 'Requests of people for their own data, to your agency',
    permission: answerAccess,
    audit: 'subject-access.listed',
    output: z.object({
      requests: z.array(rowShape),
      count: z.object({ ended: z.number(), onTime: z.number(), overdue: z.number() }),
    }),
    handle: (work) => accessList(work),
  }),
  apiPost({
    ...shared,
    path: '/api/v1/subject-access',
    words: 'Write down that somebody asked for their own data',
    audit: 'subject-access.received',
    body: accessSchema,
    example: { body: accessExamples.request },
    handle: async (work, { body }) => after(work, await receiveAccess(work, body)),
  }),
  apiGet({
    ...shared,
    path: '/api/v1/subject-access/:accessId',
    words: 'One request: its clock, what is held, and what was decided',
    audit: 'subject-access.opened',
    params: accessParams,
    handle: (work, { params }) => shown(work, params.accessId),
  }),
  apiPost({
    ...shared,
    path: '/api/v1/subject-access/:accessId/steps/:accessStep',
    words: 'Take a step of a request: identity, clarification, extension, gather, answer, refuse',
    audit: 'subject-access.step-taken',
    params: accessStepParams,
    body: accessStepSchema,
    status: 200,
    example: { params: { accessStep: 'refuse' }, body: accessExamples.step },
    handle: async (work, { params, body }) =>
      after(work, await stepAccess(work, { accessId: params.accessId, action: params.accessStep, ...body })),
  }),
  apiPost({
    ...shared,
    path: '/api/v1/subject-access/:accessId/items/:accessItemId',
    words: 'Say of one thing that is held whether it is given, or under which exemption it is left out',
    audit: 'subject-access.item-decided',
    params: accessItemParams,
    body: decisionSchema,
    status: 200,
    example: { body: accessExamples.decision },
    handle: async (work, { params, body }) =>
      after(work, await decideAccessItem(work, { ...params, ...body })),
  }),
];
