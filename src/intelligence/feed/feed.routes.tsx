import { demand, type FieldProblem } from '../../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { gradeIntelligence } from '../intelligence.permissions.ts';
import { checkFeed, chooseFeedColumns, giveFeedFile, loadFeed, putFeedAway } from './feed.commands.ts';
import { decideFeedSchema, feedLimits, feedParams, giveSchema, mappingSchema } from './feed.forms.ts';
import { FeedPage, FeedsPage } from './feed.pages.tsx';
import { feedNames, listFeedFiles } from './feed.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const queue = { href: '/intelligence', text: 'Intelligence queue' };
const all = { href: '/intelligence/feeds', text: 'Feeds' };
const params = { feedId: '@feedId' };

interface Again {
  problems?: readonly FieldProblem[];
  typed?: Record<string, unknown>;
}

async function feedsPage(
  work: Work,
  ask: Ask,
  { problems = [], typed = {} }: Again = {},
): Promise<PageReply> {
  const given = { files: await listFeedFiles(work), names: await feedNames(work), csrf: ask.csrf };
  const body = <FeedsPage {...given} {...{ problems, typed }} />;
  return page('Feeds', body, { problems, marking, back: queue });
}

async function feedPage(
  work: Work,
  id: string,
  ask: Ask,
  { problems = [], typed = {} }: Again = {},
): Promise<PageReply> {
  const { problems: flaws, ...check } = demand(await checkFeed(work, id));
  const body = <FeedPage {...check} flaws={flaws} csrf={ask.csrf} {...{ problems, typed }} />;
  return page(check.file.fileName, body, { problems, marking, back: all });
}

/** Items of other systems from files. */
export const feedRoutes: readonly Route[] = [
  show({
    path: '/intelligence/feeds',
    words: 'Files of items that the unit was given, and giving one',
    permission: gradeIntelligence,
    audit: 'intelligence-feed.listed',
    handle: (work, _input, ask) => feedsPage(work, ask),
  }),
  show({
    path: '/intelligence/feeds/:feedId',
    words: 'One file of items: what would come of it, or what came of it',
    permission: gradeIntelligence,
    audit: 'intelligence-feed.opened',
    params: feedParams,
    handle: (work, { params: { feedId } }, ask) => feedPage(work, feedId, ask),
  }),
  act({
    path: '/intelligence/feeds',
    words: 'Give a file of items, a table or an e-mail, to be looked at',
    permission: gradeIntelligence,
    audit: 'intelligence-feed.given',
    body: giveSchema,
    uploadLimit: feedLimits.formBytes,
    largeFile: feedLimits.fileBytes,
    example: { body: { feed: 'Regional trading standards' } },
    handle: async (work, { body }, ask) => {
      const given = await giveFeedFile(work, body, ask.uploads);
      return redirect(`/intelligence/feeds/${demand(given).id}`);
    },
    invalid: (work, { raw, problems }, ask) => feedsPage(work, ask, { problems, typed: raw }),
  }),
  act({
    path: '/intelligence/feeds/:feedId/columns',
    words: 'Say which column of a file of items holds what',
    permission: gradeIntelligence,
    audit: 'intelligence-feed.columns-chosen',
    params: feedParams,
    body: mappingSchema,
    example: { params, body: { version: 1, body: 'Text', title: 'Subject' } },
    handle: async (work, { params: { feedId }, body: { version, ...mapping } }) => {
      demand(await chooseFeedColumns(work, { feedId, version, mapping }));
      return redirect(`/intelligence/feeds/${feedId}`, { flash: 'Every row is checked so' });
    },
    invalid: (work, { params: { feedId }, raw, problems }, ask) =>
      feedPage(work, feedId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/intelligence/feeds/:feedId/load',
    words: 'Put the rows of a file that can be taken into the intelligence queue',
    permission: gradeIntelligence,
    audit: 'intelligence-feed.loaded',
    params: feedParams,
    body: decideFeedSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, { params: { feedId }, body }) => {
      const { loaded } = demand(await loadFeed(work, { feedId, ...body }));
      const flash =
        loaded === 1 ? '1 item is in the queue' : `${loaded.toLocaleString('en-GB')} items are in the queue`;
      return redirect(`/intelligence/feeds/${feedId}`, { flash });
    },
    invalid: (work, { params: { feedId }, problems }, ask) => feedPage(work, feedId, ask, { problems }),
  }),
  act({
    path: '/intelligence/feeds/:feedId/put-away',
    words: 'Forget the rows of a file of items that are still kept',
    permission: gradeIntelligence,
    audit: 'intelligence-feed.put-away',
    params: feedParams,
    body: decideFeedSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, { params: { feedId }, body }) => {
      demand(await putFeedAway(work, { feedId, ...body }));
      return redirect(`/intelligence/feeds/${feedId}`, { flash: 'Its rows are forgotten' });
    },
    invalid: (work, { params: { feedId }, problems }, ask) => feedPage(work, feedId, ask, { problems }),
  }),
];
