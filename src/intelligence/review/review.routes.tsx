import { z } from 'zod';
import { pageOfRows, sorted } from '../../platform/database/sorting.ts';
import { demand } from '../../platform/failures/failures.ts';
import { addressWith } from '../../platform/http/address.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { isLetGo } from '../../records/index.ts';
import { readIntelligence, reviewIntelligence } from '../intelligence.permissions.ts';
import { itemParams } from '../item/item.forms.ts';
import { openItem } from '../item/item.queries.ts';
import type { Again } from '../item/item.view.tsx';
import { reviewItem } from './review.commands.ts';
import { dueSchema, reviewExample, reviewSchema } from './review.forms.ts';
import { DuePage, ItemReviewPage } from './review.pages.tsx';
import { dueSorting, listDue, reviewsOf } from './review.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const params = { itemId: '@itemId' };
const pageSize = 25;

async function reviewPage(
  work: Work,
  itemId: string,
  ask: Ask,
  { problems = [], typed = {} }: Again = {},
): Promise<PageReply> {
  const item = demand(await openItem(work, itemId));
  const view = { item, reviews: await reviewsOf(work, itemId), isLetGo: await isLetGo(work, itemId) };
  return page(
    `Review ${item.reference}`,
    <ItemReviewPage {...view} csrf={ask.csrf} {...{ problems, typed }} />,
    { problems, marking, back: { href: `/intelligence/items/${itemId}`, text: item.reference } },
  );
}

async function dueRows(work: Work, after: string | undefined, limit: number) {
  const way = sorted(dueSorting, { after });
  return pageOfRows(way, await listDue(work, { sorted: way, limit: limit + 1 }), limit);
}

const words = 'What of the unit is to be looked at by today: whether it is still needed';
const itemWords = 'Review whether an item is still needed, and set its group and its next review';

/** Whether intelligence is still needed: what is due, and the reviews of one item, as pages and as JSON. */
export const reviewRoutes: readonly Route[] = [
  show({
    path: '/intelligence/reviews',
    words,
    permission: readIntelligence,
    audit: 'intelligence-review.listed',
    query: dueSchema,
    handle: async (work, { query }) => {
      const { rows, next } = await dueRows(work, query.after, pageSize);
      const nextHref = next ? addressWith('/intelligence/reviews', {}, { after: next }) : undefined;
      return page('Reviews', <DuePage rows={rows} nextHref={nextHref} />, { marking });
    },
  }),
  show({
    path: '/intelligence/items/:itemId/review',
    words: 'The reviews of an item, and the form of the next',
    permission: reviewIntelligence,
    audit: 'intelligence-item.reviews-read',
    params: itemParams,
    handle: (work, { params: { itemId } }, ask) => reviewPage(work, itemId, ask),
  }),
  act({
    path: '/intelligence/items/:itemId/review',
    words: itemWords,
    permission: reviewIntelligence,
    audit: 'intelligence-item.reviewed',
    params: itemParams,
    body: reviewSchema,
    example: { params, body: reviewExample },
    handle: async (work, { params: { itemId }, body }) => {
      demand(await reviewItem(work, { itemId, ...body }));
      return redirect(`/intelligence/items/${itemId}`, { flash: 'Reviewed' });
    },
    invalid: (work, { params: { itemId }, raw, problems }, ask) =>
      reviewPage(work, itemId, ask, { problems, typed: raw }),
  }),
  apiGet({
    path: '/api/v1/intelligence/reviews',
    words,
    permission: readIntelligence,
    audit: 'intelligence-review.listed',
    query: dueSchema,
    output: z.object({
      due: z.array(
        z.object({
          ...{ id: z.string(), kind: z.string(), reference: z.string() },
          ...{ title: z.string(), dueOn: z.string() },
        }),
      ),
      next: z.string().nullable(),
    }),
    handle: async (work, { query }) => {
      const { rows, next } = await dueRows(work, query.after, 100);
      return { due: rows, next };
    },
  }),
  apiPost({
    path: '/api/v1/intelligence/items/:itemId/review',
    words: itemWords,
    permission: reviewIntelligence,
    audit: 'intelligence-item.reviewed',
    params: itemParams,
    body: reviewSchema,
    output: z.object({ id: z.string(), version: z.number() }),
    status: 200,
    example: { params, body: reviewExample },
    handle: async (work, { params: { itemId }, body }) => {
      const { id, version } = demand(await reviewItem(work, { itemId, ...body }));
      return { id, version };
    },
  }),
];
