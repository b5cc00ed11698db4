import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { attachmentsOfItem } from '../feed/attachment.store.ts';
import { gradeIntelligence, readIntelligence } from '../intelligence.permissions.ts';
import { readLegacy } from '../legacy/legacy.rules.ts';
import { answeringOf, requirementsOfItem } from '../strategy/answering.store.ts';
import { gradeParagraph } from './grade.commands.ts';
import { gradeExample, gradeSchema, paragraphParams } from './grade.forms.ts';
import { confidenceOf } from './grade.rules.ts';
import { gradingsOf, paragraphsOf } from './grade.store.ts';
import {
  correctItem,
  makeReady,
  markNotSame,
  markSame,
  returnItem,
  setPriority,
  tellSender,
} from './item.commands.ts';
import {
  addExample,
  addSchema,
  duplicateSchema,
  feedbackSchema,
  itemParams,
  prioritySchema,
  queueSchema,
  returnSchema,
  stepSchema,
} from './item.forms.ts';
import { openItem, pageOfItems } from './item.queries.ts';
import { submitItem } from './submit.commands.ts';
import { mentionsOfItem, twinsOf } from './twin.store.ts';

const instant = z.date().transform((at) => at.toISOString());
const lineShape = z.object({
  id: z.string(),
  reference: z.string(),
  receivedHow: z.string(),
  receivedAt: instant,
  title: z.string(),
  priority: z.number(),
  status: z.string(),
  fromAgencyName: z.string().nullable(),
});
const grade = z.object({
  sourceEvaluation: z.string(),
  assessment: z.string(),
  handling: z.string(),
  conditions: z.string(),
  actionCode: z.string().nullable(),
  actionUsage: z.string(),
  sanitisationCode: z.string().nullable(),
  provenance: z.string(),
  riskToSource: z.boolean(),
  riskWords: z.string(),
  sanitised: z.string(),
});
export const itemShape = lineShape.extend({
  body: z.string(),
  howKnown: z.string(),
  knownWhen: z.string(),
  fearsForSource: z.boolean(),
  fearsWords: z.string(),
  returnedWhy: z.string(),
  returnReason: z.string(),
  isSensitive: z.boolean(),
  sensitiveWhy: z.string(),
  /** Officers who read it beside the manager. */
  sensitiveReaders: z.array(z.string()),
  duplicateOf: z.string().nullable(),
  version: z.number(),
  mentions: z.array(z.object({ kind: z.string(), value: z.string() })),
  /** Requirements that somebody of the unit said it answers. */
  requirements: z.array(z.object({ id: z.string(), reference: z.string(), question: z.string() })),
  /** Priorities of the control strategy that it answers, with why. */
  priorities: z.array(
    z.object({
      ...{ position: z.number(), title: z.string() },
      ...{ requirements: z.array(z.string()), kinds: z.array(z.string()) },
    }),
  ),
  twins: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      shared: z.array(z.string()),
      likeness: z.number().nullable(),
    }),
  ),
  attachments: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), foundType: z.string(), bytes: z.number() },
      ...{ sha256: z.string(), state: z.string(), why: z.string(), scan: z.string() },
    }),
  ),
  paragraphs: z.array(
    z.object({
      id: z.string(),
      body: z.string(),
      version: z.number(),
      legacyGrade: z.string(),
      isConverted: z.boolean(),
      legacyWords: z.array(z.string()),
      confidence: z.string().nullable(),
      grade: grade.nullable(),
    }),
  ),
  gradings: z.array(
    z.object({
      at: instant,
      officerName: z.string(),
      position: z.number(),
      before: grade.nullable(),
      after: grade,
      why: z.string(),
    }),
  ),
});

/** One item whole, as the page shows it. */
export async function whole(work: Work, id: string): Promise<z.input<typeof itemShape>> {
  const item = demand(await openItem(work, id));
  const paragraphs = await paragraphsOf(work, id);
  return {
    ...item,
    mentions: await mentionsOfItem(work, id),
    requirements: await requirementsOfItem(work, id),
    priorities: (await answeringOf(work, [id])).get(id) ?? [],
    twins: await twinsOf(work, id),
    attachments: await attachmentsOfItem(work, id),
    gradings: await gradingsOf(work, id),
    paragraphs: paragraphs.map((one) => ({
      ...one,
      legacyWords: [...(readLegacy(one.legacyGrade)?.words ?? [])],
      confidence: one.grade && confidenceOf(one.grade),
    })),
  };
}

const params = { itemId: '@itemId' };
const ofItem = { params: itemParams, output: itemShape, status: 200 };

const reading: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence/items',
    words: 'The intelligence queue',
    permission: readIntelligence,
    audit: 'intelligence-item.listed',
    query: queueSchema,
    output: z.object({
      items: z.array(lineShape.extend({ hasTwin: z.boolean(), isSensitive: z.boolean() })),
      next: z.string().nullable(),
      isCut: z.boolean(),
    }),
    handle: async (work, { query }) => pageOfItems(work, query, 100),
  }),
  apiPost({
    path: '/api/v1/intelligence/items',
    words: 'Put an item into the intelligence queue',
    permission: gradeIntelligence,
    audit: 'intelligence-item.added',
    body: addSchema,
    output: itemShape,
    example: { body: addExample },
    handle: async (work, { body }) =>
      whole(work, demand(await submitItem(work, { ...body, fearsForSource: false, fearsWords: '' })).id),
  }),
  apiGet({
    path: '/api/v1/intelligence/items/:itemId',
    words: 'One item of intelligence, with its paragraphs, grades and history',
    permission: readIntelligence,
    audit: 'intelligence-item.opened',
    params: itemParams,
    output: itemShape,
    handle: (work, { params: { itemId } }) => whole(work, itemId),
  }),
];

const steps: readonly Route[] = [
  apiPost({
    ...ofItem,
    path: '/api/v1/intelligence/items/:itemId/paragraphs/:paragraphId/grade',
    words: 'Grade a paragraph by 3x5x2, or grade it anew',
    permission: gradeIntelligence,
    audit: 'intelligence-item.graded',
    params: paragraphParams,
    body: gradeSchema,
    example: { params: { ...params, paragraphId: '@paragraphId' }, body: gradeExample },
    handle: async (work, { params: at, body: { version, why, ...given } }) => {
      demand(await gradeParagraph(work, { ...at, version, why, grade: given }));
      return whole(work, at.itemId);
    },
  }),
  apiPost({
    ...ofItem,
    path: '/api/v1/intelligence/items/:itemId/ready',
    words: 'Say that an item is graded and linked',
    permission: gradeIntelligence,
    audit: 'intelligence-item.made-ready',
    body: stepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, { params: { itemId }, body }) =>
      whole(work, demand(await makeReady(work, { itemId, ...body })).id),
  }),
  apiPost({
    ...ofItem,
    path: '/api/v1/intelligence/items/:itemId/return',
    words: 'Return an item for correction, with what and by when, or for deletion',
    permission: gradeIntelligence,
    audit: 'intelligence-item.returned',
    body: returnSchema,
    example: {
      params,
      body: { version: 1, reason: 'names-source', why: 'It names the caller', by: '2026-11-27' },
    },
    handle: async (work, { params: { itemId }, body }) =>
      whole(work, demand(await returnItem(work, { itemId, ...body })).id),
  }),
  apiPost({
    ...ofItem,
    path: '/api/v1/intelligence/items/:itemId/correct',
    words: 'Say that an item is corrected',
    permission: gradeIntelligence,
    audit: 'intelligence-item.corrected',
    body: stepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, { params: { itemId }, body }) =>
      whole(work, demand(await correctItem(work, { itemId, ...body })).id),
  }),
  apiPost({
    ...ofItem,
    path: '/api/v1/intelligence/items/:itemId/same',
    words: 'Say that an item is the same as another',
    permission: readIntelligence,
    audit: 'intelligence-item.same',
    body: duplicateSchema,
    example: { params, body: { version: 1, of: '@otherItemId' } },
    handle: async (work, { params: { itemId }, body }) =>
      whole(work, demand(await markSame(work, { itemId, ...body })).id),
  }),
  apiPost({
    ...ofItem,
    path: '/api/v1/intelligence/items/:itemId/not-same',
    words: 'Say that an item is not the same as another after all',
    permission: readIntelligence,
    audit: 'intelligence-item.not-same',
    body: stepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, { params: { itemId }, body }) =>
      whole(work, demand(await markNotSame(work, { itemId, ...body })).id),
  }),
  apiPost({
    ...ofItem,
    path: '/api/v1/intelligence/items/:itemId/priority',
    words: 'Set how soon an item is dealt with',
    permission: readIntelligence,
    audit: 'intelligence-item.priority-set',
    body: prioritySchema,
    example: { params, body: { version: 1, priority: 2 } },
    handle: async (work, { params: { itemId }, body }) =>
      whole(work, demand(await setPriority(work, { itemId, ...body })).id),
  }),
  apiPost({
    ...ofItem,
    path: '/api/v1/intelligence/items/:itemId/feedback',
    words: 'Tell the sender of a form whether it was of use',
    permission: gradeIntelligence,
    audit: 'intelligence-item.fed-back',
    body: feedbackSchema,
    example: { params, body: { feedback: 'used' } },
    handle: async (work, { params: { itemId }, body }) =>
      whole(work, demand(await tellSender(work, { itemId, ...body })).id),
  }),
];

/** Items as JSON: the same commands as the pages. */
export const itemApi: readonly Route[] = [...reading, ...steps];
