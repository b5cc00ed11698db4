import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { type Again, doneUnder, type FormAgain, formsOn } from '../../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { keepWatches } from '../intelligence.permissions.ts';
import { openWatch, sayOfHit, stepWatch, watchFor } from './watch.commands.ts';
import {
  hitExample,
  hitSchema,
  watchExample,
  watchParams,
  watchSchema,
  watchStepExample,
  watchStepSchema,
} from './watch.forms.ts';
import { WatchesPage, WatchPage } from './watch.pages.tsx';
import { listWatches } from './watch.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const address = '/intelligence/watches';
const api = `/api/v1${address}`;
const done = doneUnder(address);
const params = { watchId: '@watchId' };

const listing = {
  words: 'What you watch for in what comes in; the manager sees the whole unit’s',
  permission: keepWatches,
  audit: 'intelligence-watch.listed',
};
const watching = {
  words: 'Watch for a name, number, mark, e-mail or address, with a reason and a last day',
  permission: keepWatches,
  audit: 'intelligence-watch.made',
  body: watchSchema,
  example: { body: watchExample },
};
const opening = {
  words: 'One entry of a watchlist, with its hits',
  permission: keepWatches,
  audit: 'intelligence-watch.opened',
  params: watchParams,
};
const stepping = {
  words: 'Watch on until another day, or end it',
  permission: keepWatches,
  audit: 'intelligence-watch.stepped',
  params: watchParams,
  body: watchStepSchema,
  example: { params, body: watchStepExample },
};
const answering = {
  words: 'Say whether an item is about what is watched for',
  permission: keepWatches,
  audit: 'intelligence-watch.answered',
  params: watchParams,
  body: hitSchema,
  example: { params, body: hitExample },
};

async function listPage(work: Work, ask: Ask, { problems, typed }: Again = { problems: [], typed: {} }) {
  const view = { watches: await listWatches(work), today: work.clock.today(), csrf: ask.csrf };
  return page('Watchlist', <WatchesPage {...view} {...{ problems, typed }} />, {
    problems,
    marking,
    wide: true,
  });
}
async function shown(work: Work, { watchId }: { watchId: string }, ask: Ask, again: Partial<FormAgain> = {}) {
  const { watch, hits } = demand(await openWatch(work, watchId));
  const { form, problems = [], typed = {} } = again;
  const view = { watch, hits, today: work.clock.today(), csrf: ask.csrf };
  const isOwn = watch.keptBy === officerOf(work).officerId;
  return page(`Watchlist: ${watch.label}`, <WatchPage {...view} {...{ isOwn, form, problems, typed }} />, {
    ...{ problems, marking, wide: true },
    back: { href: address, text: 'Watchlist' },
  });
}
const onPage = formsOn(shown);

const instant = z.date().transform((at) => at.toISOString());
const watchShape = z.object({
  ...{ id: z.string(), kind: z.string(), label: z.string(), more: z.string(), why: z.string() },
  ...{ keptByName: z.string(), untilOn: z.string(), endedOn: z.string().nullable(), endWhy: z.string() },
  ...{ version: z.number(), hits: z.number(), open: z.number() },
});
const wholeShape = z.object({
  watch: watchShape,
  hits: z.array(
    z.object({
      ...{ itemId: z.string(), reference: z.string(), title: z.string(), receivedAt: instant },
      ...{ metBy: z.string(), answer: z.string().nullable(), answeredByName: z.string().nullable() },
    }),
  ),
});
const whole = async (work: Work, watchId: string) => demand(await openWatch(work, watchId));

/** Watchlists of the unit, as pages and as JSON. */
export const watchRoutes: readonly Route[] = [
  show({ ...listing, path: address, handle: (work, _input, ask) => listPage(work, ask) }),
  act({
    ...watching,
    path: address,
    handle: async (work, { body }) => done(await watchFor(work, body), 'Watched for from now on'),
    invalid: (work, { raw, problems }, ask) => listPage(work, ask, { problems, typed: raw }),
  }),
  show({
    ...opening,
    path: `${address}/:watchId`,
    handle: (work, { params: at }, ask) => shown(work, at, ask),
  }),
  act({
    ...stepping,
    path: `${address}/:watchId/step`,
    handle: async (work, { params: { watchId }, body }) =>
      done(await stepWatch(work, watchId, body), 'Saved'),
    invalid: onPage('step'),
  }),
  act({
    ...answering,
    path: `${address}/:watchId/hits`,
    handle: async (work, { params: { watchId }, body }) =>
      done(await sayOfHit(work, { watchId, ...body }), 'Saved'),
    invalid: onPage('hit'),
  }),
  apiGet({
    ...listing,
    path: api,
    output: z.object({ watches: z.array(watchShape) }),
    handle: async (work) => ({ watches: await listWatches(work) }),
  }),
  apiPost({
    ...watching,
    path: api,
    output: wholeShape,
    handle: async (work, { body }) => whole(work, demand(await watchFor(work, body)).id),
  }),
  apiGet({
    ...opening,
    path: `${api}/:watchId`,
    output: wholeShape,
    handle: (work, { params: { watchId } }) => whole(work, watchId),
  }),
  apiPost({
    ...stepping,
    path: `${api}/:watchId/step`,
    output: wholeShape,
    status: 200,
    handle: async (work, { params: { watchId }, body }) =>
      whole(work, demand(await stepWatch(work, watchId, body)).id),
  }),
  apiPost({
    ...answering,
    path: `${api}/:watchId/hits`,
    output: wholeShape,
    status: 200,
    handle: async (work, { params: { watchId }, body }) =>
      whole(work, demand(await sayOfHit(work, { watchId, ...body })).id),
  }),
];
