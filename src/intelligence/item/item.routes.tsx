import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { act, type Route, show } from '../../platform/http/declare.ts';
import { redirect } from '../../platform/http/reply.ts';
import { gradeIntelligence, readIntelligence } from '../intelligence.permissions.ts';
import { gradeParagraph, partItem } from './grade.commands.ts';
import { gradeExample, gradeSchema, paragraphParams, partSchema } from './grade.forms.ts';
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
import { addPage, afterStep, itemPage, queuePage } from './item.view.tsx';
import { submitItem } from './submit.commands.ts';

const params = { itemId: '@itemId' };
const openQuery = z.object({ paragraph: z.uuid().optional().catch(undefined) });

const reading: readonly Route[] = [
  show({
    path: '/intelligence',
    words: 'The intelligence queue',
    permission: readIntelligence,
    audit: 'intelligence-item.listed',
    query: queueSchema,
    handle: (work, { query }) => queuePage(work, query),
  }),
  show({
    path: '/intelligence/add',
    words: 'Put an item into the intelligence queue',
    permission: gradeIntelligence,
    audit: 'intelligence-item.form-shown',
    handle: (_work, _input, ask) => addPage(ask),
  }),
  show({
    path: '/intelligence/items/:itemId',
    words: 'One item of intelligence, with its paragraphs, grades and history',
    permission: readIntelligence,
    audit: 'intelligence-item.opened',
    params: itemParams,
    query: openQuery,
    handle: (work, { params: { itemId }, query }, ask) =>
      itemPage(work, itemId, ask, { open: query.paragraph }),
  }),
];

const grading: readonly Route[] = [
  act({
    path: '/intelligence/items',
    words: 'Put an item into the intelligence queue',
    permission: gradeIntelligence,
    audit: 'intelligence-item.added',
    body: addSchema,
    example: { body: addExample },
    handle: async (work, { body }) => {
      const added = demand(await submitItem(work, { ...body, fearsForSource: false, fearsWords: '' }));
      return redirect(`/intelligence/items/${added.id}`, {
        flash: `It is in the queue as ${added.reference}`,
      });
    },
    invalid: (_work, { raw, problems }, ask) => addPage(ask, { problems, typed: raw }),
  }),
  act({
    path: '/intelligence/items/:itemId/paragraphs/:paragraphId/grade',
    words: 'Grade a paragraph by 3x5x2, or grade it anew',
    permission: gradeIntelligence,
    audit: 'intelligence-item.graded',
    params: paragraphParams,
    body: gradeSchema,
    example: { params: { ...params, paragraphId: '@paragraphId' }, body: gradeExample },
    handle: async (work, { params: at, body }) => {
      const { version, why, ...grade } = body;
      const done = await gradeParagraph(work, { ...at, version, why, grade });
      const { next } = demand(done);
      const flash = next
        ? `Saved. Paragraph ${next.position + 1} is next`
        : 'Saved. Every paragraph is graded';
      return redirect(`/intelligence/items/${at.itemId}${next ? '#grade' : ''}`, { flash });
    },
    invalid: (work, { params: at, raw, problems }, ask) =>
      itemPage(work, at.itemId, ask, { problems, typed: raw, form: 'grade', open: at.paragraphId }),
  }),
  act({
    path: '/intelligence/items/:itemId/parts',
    words: 'Part an item into other paragraphs, with the same words',
    permission: gradeIntelligence,
    audit: 'intelligence-item.parted',
    params: itemParams,
    body: partSchema,
    example: { params, body: { version: 1, body: 'A sample.' } },
    handle: async (work, { params: { itemId }, body }) =>
      afterStep(await partItem(work, { itemId, ...body }), { itemId, flash: 'Parted' }),
    invalid: (work, { params: { itemId }, raw, problems }, ask) =>
      itemPage(work, itemId, ask, { problems, typed: raw }),
  }),
];

const pressed = [
  {
    to: 'ready',
    words: 'Say that an item is graded and linked',
    audit: 'intelligence-item.made-ready',
    command: makeReady,
    flash: 'Ready',
  },
  {
    to: 'correct',
    words: 'Say that an item is corrected',
    audit: 'intelligence-item.corrected',
    command: correctItem,
    flash: 'Corrected',
  },
].map(({ to, words, audit, command, flash }) =>
  act({
    path: `/intelligence/items/:itemId/${to}`,
    words,
    permission: gradeIntelligence,
    audit,
    params: itemParams,
    body: stepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, { params: { itemId }, body }) => {
      demand(await command(work, { itemId, ...body }));
      return redirect(`/intelligence/items/${itemId}`, { flash });
    },
    invalid: (work, { params: { itemId }, problems }, ask) => itemPage(work, itemId, ask, { problems }),
  }),
);

const steps: readonly Route[] = [
  ...pressed,
  act({
    path: '/intelligence/items/:itemId/return',
    words: 'Return an item for correction, with what and by when, or for deletion',
    permission: gradeIntelligence,
    audit: 'intelligence-item.returned',
    params: itemParams,
    body: returnSchema,
    example: {
      params,
      body: {
        version: 1,
        reason: 'names-source',
        why: 'The second paragraph names the caller',
        by: '2026-11-27',
      },
    },
    handle: async (work, { params: { itemId }, body }) =>
      afterStep(await returnItem(work, { itemId, ...body }), { itemId, flash: 'Returned' }),
    invalid: (work, { params: { itemId }, raw, problems }, ask) =>
      itemPage(work, itemId, ask, { problems, typed: raw, form: 'return' }),
  }),
  act({
    path: '/intelligence/items/:itemId/same',
    words: 'Say that an item is the same as another',
    permission: readIntelligence,
    audit: 'intelligence-item.same',
    params: itemParams,
    body: duplicateSchema,
    example: { params, body: { version: 1, of: '@otherItemId' } },
    handle: async (work, { params: { itemId }, body }) =>
      afterStep(await markSame(work, { itemId, ...body }), { itemId, flash: 'Out of the queue' }),
    invalid: (work, { params: { itemId }, raw, problems }, ask) =>
      itemPage(work, itemId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/intelligence/items/:itemId/not-same',
    words: 'Say that an item is not the same as another after all',
    permission: readIntelligence,
    audit: 'intelligence-item.not-same',
    params: itemParams,
    body: stepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, { params: { itemId }, body }) => {
      demand(await markNotSame(work, { itemId, ...body }));
      return redirect(`/intelligence/items/${itemId}`, { flash: 'Back in the queue' });
    },
    invalid: (work, { params: { itemId }, problems }, ask) => itemPage(work, itemId, ask, { problems }),
  }),
  act({
    path: '/intelligence/items/:itemId/priority',
    words: 'Set how soon an item is dealt with',
    permission: readIntelligence,
    audit: 'intelligence-item.priority-set',
    params: itemParams,
    body: prioritySchema,
    example: { params, body: { version: 1, priority: 2 } },
    handle: async (work, { params: { itemId }, body }) => {
      demand(await setPriority(work, { itemId, ...body }));
      return redirect(`/intelligence/items/${itemId}`, { flash: 'Saved' });
    },
    invalid: (work, { params: { itemId }, problems }, ask) => itemPage(work, itemId, ask, { problems }),
  }),
  act({
    path: '/intelligence/items/:itemId/feedback',
    words: 'Tell the sender of a form whether it was of use',
    permission: gradeIntelligence,
    audit: 'intelligence-item.fed-back',
    params: itemParams,
    body: feedbackSchema,
    example: { params, body: { feedback: 'used' } },
    handle: async (work, { params: { itemId }, body }) => {
      demand(await tellSender(work, { itemId, ...body }));
      return redirect(`/intelligence/items/${itemId}`, { flash: 'They are told' });
    },
    invalid: (work, { params: { itemId }, problems }, ask) => itemPage(work, itemId, ask, { problems }),
  }),
];

/** The queue, one item, its grades and its steps. */
export const itemRoutes: readonly Route[] = [...reading, ...grading, ...steps];
