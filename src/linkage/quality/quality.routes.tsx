import { type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import { readQuality } from '../linkage.permissions.ts';
import { QualityPage } from './quality.pages.tsx';
import { qualityOf } from './quality.queries.ts';

/** How good matching is. */
export const qualityRoutes: readonly Route[] = [
  show({
    path: '/review/quality',
    words: 'How good the matching of records is, and how far reviewers agree',
    permission: readQuality,
    audit: 'linkage.quality-opened',
    handle: async (work) =>
      page('Quality of matching', <QualityPage quality={await qualityOf(work)} />, {
        wide: true,
        back: { href: '/review', text: 'Review desk' },
      }),
  }),
];
