import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { readIntelligence } from '../intelligence.permissions.ts';
import { itemParams } from '../item/item.forms.ts';
import { openItem } from '../item/item.queries.ts';
import { answerLink, suggestionsFor, undoLink } from './link.commands.ts';
import { linkExample, linkParams, linkSchema } from './link.forms.ts';
import { commonNominals, linksOf } from './link.store.ts';

const linksShape = z.object({
  links: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      role: z.string(),
      label: z.string(),
      note: z.string(),
      state: z.string(),
      others: z.array(z.object({ id: z.string(), reference: z.string() })),
      othersCount: z.number(),
    }),
  ),
  suggested: z.array(z.object({ kind: z.string(), label: z.string(), more: z.string() })),
  commonNominals: z.array(
    z.object({
      label: z.string(),
      kind: z.string(),
      agencyName: z.string(),
      records: z.number(),
      matters: z.array(z.string()),
    }),
  ),
});
const shown = async (work: Work, itemId: string): Promise<z.input<typeof linksShape>> => {
  const item = demand(await openItem(work, itemId));
  return {
    links: await linksOf(work, itemId),
    suggested: await suggestionsFor(work, item),
    commonNominals: await commonNominals(work, itemId),
  };
};
const params = { itemId: '@itemId' };

/** Links of items as JSON: the same commands as the pages. */
export const linkApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence/items/:itemId/links',
    words: 'What an item is about, what its words name, and which services hold the same',
    permission: readIntelligence,
    audit: 'intelligence-item.links-shown',
    params: itemParams,
    output: linksShape,
    handle: (work, { params: { itemId } }) => shown(work, itemId),
  }),
  apiPost({
    path: '/api/v1/intelligence/items/:itemId/links',
    words: 'Link an item to somebody or something, or refuse a suggestion',
    permission: readIntelligence,
    audit: 'intelligence-item.linked',
    params: itemParams,
    body: linkSchema,
    output: linksShape,
    example: { params, body: linkExample },
    handle: async (work, { params: { itemId }, body: { linkKind, ...rest } }) => {
      demand(await answerLink(work, { itemId, kind: linkKind, ...rest }));
      return shown(work, itemId);
    },
  }),
  apiPost({
    path: '/api/v1/intelligence/items/:itemId/links/:linkId/end',
    words: 'Take a link of an item away',
    permission: readIntelligence,
    audit: 'intelligence-item.link-ended',
    params: linkParams,
    output: linksShape,
    status: 200,
    example: { params: { ...params, linkId: '@linkId' } },
    handle: async (work, { params: at }) => {
      demand(await undoLink(work, at));
      return shown(work, at.itemId);
    },
  }),
];
