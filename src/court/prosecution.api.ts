import { z } from 'zod';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { readProsecutions, supportProsecutions, workProsecutions } from './court.permissions.ts';
import { recordOutcome } from './outcome.commands.ts';
import { outcomeExamples, outcomeSchema } from './outcome.forms.ts';
import {
  addContinuity,
  addItem,
  askRelevance,
  changeSupport,
  makePaper,
  startProsecution,
} from './prosecution.commands.ts';
import {
  askSchema,
  continuitySchema,
  itemSchema,
  openSchema,
  paperSchema,
  prosecutionExamples,
  prosecutionParams,
  supportSchema,
} from './prosecution.forms.ts';
import { prosecutionView } from './prosecution.queries.ts';
import { listProsecutions } from './prosecution.store.ts';

const instant = z.date().transform((at) => at.toISOString());
const rowShape = z.object({
  id: z.string(),
  reference: z.string(),
  caseId: z.string(),
  caseReference: z.string(),
  title: z.string(),
  serviceName: z.string(),
  openedOn: z.string(),
  hasOutcome: z.boolean(),
});
const wholeShape = rowShape.extend({
  items: z.array(
    z.object({
      number: z.number(),
      kind: z.string(),
      isUsed: z.boolean(),
      words: z.string(),
      capturedAt: instant,
      capturedBy: z.string(),
      keptAt: z.string(),
      sha256: z.string().nullable(),
      test: z.string(),
      continuity: z.array(
        z.object({ at: instant, officerName: z.string(), words: z.string(), hash: z.string() }),
      ),
    }),
  ),
  /** Numbers of items whose continuity does not hold together. */
  broken: z.array(z.number()),
  /** Days, and nothing else of what the intelligence unit said. */
  enquiries: z.array(
    z.object({
      reference: z.string(),
      askedOn: z.string(),
      answersOn: z.string(),
      consideredOn: z.string().nullable(),
    }),
  ),
  papers: z.array(
    z.object({ kind: z.string(), version: z.number(), format: z.string(), sha256: z.string() }),
  ),
  outcome: z
    .object({
      result: z.string(),
      courtName: z.string(),
      onDay: z.string(),
      defendants: z.number(),
      convictions: z.number(),
      finePence: z.number(),
      confiscationPence: z.number(),
      compensationPence: z.number(),
    })
    .optional(),
  told: z.object({ told: z.number(), of: z.number() }),
  support: z.array(
    z.object({
      officerName: z.string(),
      isNamed: z.boolean(),
      words: z.string(),
      at: instant,
      byName: z.string(),
    }),
  ),
});
const shown = async (work: Work, id: string) => {
  const { file, ...rest } = await prosecutionView(work, id);
  return { ...file, ...rest };
};
const after = (work: Work, result: Result<{ id: string }>) => shown(work, demand(result).id);
const ofFile = { permission: workProsecutions, params: prosecutionParams, output: wholeShape } as const;
const withEvidence = { ...ofFile, permission: supportProsecutions } as const;

/** Prosecution files as JSON: the same commands as the pages. Files of evidence are given by the form alone. */
export const prosecutionApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/prosecutions',
    words: 'Prosecution files of your services',
    permission: readProsecutions,
    audit: 'prosecution.listed',
    output: z.object({ prosecutions: z.array(rowShape) }),
    handle: async (work) => ({ prosecutions: await listProsecutions(work) }),
  }),
  apiPost({
    path: '/api/v1/prosecutions',
    words: 'Open a prosecution file on a case of your service',
    permission: workProsecutions,
    audit: 'prosecution.opened-on-case',
    body: openSchema,
    output: wholeShape,
    example: { body: { caseId: '@caseId' } },
    handle: async (work, { body }) => after(work, await startProsecution(work, body)),
  }),
  apiGet({
    ...ofFile,
    permission: readProsecutions,
    path: '/api/v1/prosecutions/:prosecutionId',
    words: 'One prosecution file with everything in it',
    audit: 'prosecution.opened',
    handle: (work, { params }) => shown(work, params.prosecutionId),
  }),
  apiPost({
    ...withEvidence,
    path: '/api/v1/prosecutions/:prosecutionId/items',
    words: 'Write down an exhibit or unused material',
    audit: 'prosecution.item-added',
    body: itemSchema,
    example: { body: prosecutionExamples.item },
    handle: async (work, { params, body }) => after(work, await addItem(work, { ...params, ...body })),
  }),
  apiPost({
    ...withEvidence,
    path: '/api/v1/prosecutions/:prosecutionId/continuity',
    words: 'Add a line to the continuity of an item',
    audit: 'prosecution.continuity-added',
    body: continuitySchema,
    example: { body: prosecutionExamples.continuity },
    handle: async (work, { params, body }) => after(work, await addContinuity(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofFile,
    path: '/api/v1/prosecutions/:prosecutionId/enquiries',
    words: 'Ask the intelligence unit whether there is relevant material',
    audit: 'prosecution.unit-asked',
    body: askSchema,
    example: { body: prosecutionExamples.ask },
    handle: async (work, { params, body }) => after(work, await askRelevance(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofFile,
    path: '/api/v1/prosecutions/:prosecutionId/support',
    words: 'Name somebody on evidential support for a prosecution file, or end it',
    audit: 'prosecution.support-changed',
    body: supportSchema,
    example: { body: prosecutionExamples.support },
    handle: async (work, { params, body }) => after(work, await changeSupport(work, { ...params, ...body })),
  }),
  apiPost({
    ...withEvidence,
    path: '/api/v1/prosecutions/:prosecutionId/papers',
    words:
      'Make a paper of a prosecution file: index, exhibit list, schedule of unused material, witness statement',
    audit: 'prosecution.paper-made',
    body: paperSchema,
    example: { body: prosecutionExamples.paper },
    handle: async (work, { params, body }) => after(work, await makePaper(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofFile,
    path: '/api/v1/prosecutions/:prosecutionId/outcome',
    words: 'Record what the court decided; the packages and the register are told',
    audit: 'prosecution.outcome-recorded',
    body: outcomeSchema,
    example: { body: outcomeExamples.outcome },
    handle: async (work, { params, body }) => after(work, await recordOutcome(work, { ...params, ...body })),
  }),
];
