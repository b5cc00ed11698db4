import { demand } from '../../platform/failures/failures.ts';
import { act, type Route } from '../../platform/http/declare.ts';
import { redirect } from '../../platform/http/reply.ts';
import { readIntelligence } from '../intelligence.permissions.ts';
import { itemParams } from '../item/item.forms.ts';
import { afterStep, itemPage } from '../item/item.view.tsx';
import { answerLink, undoLink } from './link.commands.ts';
import { linkExample, linkParams, linkSchema } from './link.forms.ts';

const params = { itemId: '@itemId' };

/** What an item is about. */
export const linkRoutes: readonly Route[] = [
  act({
    path: '/intelligence/items/:itemId/links',
    words: 'Link an item to somebody or something, or refuse a suggestion',
    permission: readIntelligence,
    audit: 'intelligence-item.linked',
    params: itemParams,
    body: linkSchema,
    example: { params, body: linkExample },
    handle: async (work, { params: { itemId }, body: { linkKind, ...rest } }) =>
      afterStep(await answerLink(work, { itemId, kind: linkKind, ...rest }), {
        itemId,
        flash: rest.answer === 'confirmed' ? 'Linked' : 'Left out',
      }),
    invalid: (work, { params: { itemId }, raw, problems }, ask) =>
      itemPage(work, itemId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/intelligence/items/:itemId/links/:linkId/end',
    words: 'Take a link of an item away',
    permission: readIntelligence,
    audit: 'intelligence-item.link-ended',
    params: linkParams,
    example: { params: { ...params, linkId: '@linkId' } },
    handle: async (work, { params: at }) => {
      demand(await undoLink(work, at));
      return redirect(`/intelligence/items/${at.itemId}`, { flash: 'Taken away' });
    },
  }),
];
