import { drawMap, loadLayers, viewOf } from '../directory/index.ts';
import { PUBLIC } from '../platform/access/permission.ts';
import { FailureThrown, notFound } from '../platform/failures/failures.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file as fileReply, page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { pspoParams } from './pspo.forms.ts';
import type { Outline } from './pspo-area.ts';
import { findPublished, listEarlier, listPublished } from './pspo-parts.store.ts';
import { PublicPspoListPage, PublicPspoPage } from './pspo-public.pages.tsx';

/** The area of an order over the streets. */
export async function mapReply(work: Work, outline: Outline) {
  const area = { kind: 'order', name: '', rings: outline.flat() };
  const view = viewOf(area);
  if (!view) throw new FailureThrown(notFound.failure);
  const layers = await loadLayers(work.db, view, work.clock.today());
  return fileReply('map.svg', 'image/svg+xml', drawMap(view, layers, { area }), true);
}

/** The register that anybody reads, without an account. */
export const publicPspoRoutes: readonly Route[] = [
  show({
    path: '/public-spaces',
    words: 'Public spaces orders in force or to come, as they were published',
    permission: PUBLIC,
    audit: 'pspo.register-read',
    handle: async (work) => {
      const today = work.clock.today();
      const orders = await listPublished(work.db, today, true);
      return page('Public spaces protection orders', <PublicPspoListPage orders={orders} today={today} />, {
        isPublic: true,
      });
    },
  }),
  show({
    path: '/public-spaces/:pspoId',
    words: 'One public spaces order as it was published',
    permission: PUBLIC,
    audit: 'pspo.published-read',
    params: pspoParams,
    handle: async (work, { params }) => {
      const order = await findPublished(work.db, params.pspoId);
      if (!order) throw new FailureThrown(notFound.failure);
      return page(
        order.title,
        <PublicPspoPage
          order={order}
          earlier={await listEarlier(work.db, order.pspoId)}
          today={work.clock.today()}
        />,
        {
          isPublic: true,
          back: { href: '/public-spaces', text: 'Public spaces protection orders' },
        },
      );
    },
  }),
  download({
    path: '/public-spaces/:pspoId/map.svg',
    words: 'The area of an order as it was published, as a picture',
    permission: PUBLIC,
    audit: 'pspo.published-map-drawn',
    params: pspoParams,
    handle: async (work, { params }) => {
      const order = await findPublished(work.db, params.pspoId);
      if (!order) throw new FailureThrown(notFound.failure);
      return mapReply(work, order.outline);
    },
  }),
];
