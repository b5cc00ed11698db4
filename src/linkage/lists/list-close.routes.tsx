import { demand, type FieldProblem } from '../../platform/failures/failures.ts';
import { type Ask, act, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { listShape } from './list.api.ts';
import { closeSchema, listParams, moveSchema } from './list.forms.ts';
import { keepLists } from './list.permissions.ts';
import { listView } from './list.queries.ts';
import { closeList, reopenList } from './list-close.commands.ts';
import { CloseListPage } from './list-close.pages.tsx';

async function closePage(
  work: Work,
  listId: string,
  ask: Ask,
  { problems = [], typed = '' }: { problems?: readonly FieldProblem[]; typed?: string } = {},
): Promise<PageReply> {
  const { list } = demand(await listView(work, listId));
  return page(`Close ${list.name}`, <CloseListPage {...{ list, csrf: ask.csrf, problems, typed }} />, {
    problems,
    back: { href: `/lists/${listId}`, text: list.name },
  });
}

const example = (body: Record<string, unknown>) => ({
  params: { listId: '@listId' },
  body: { version: 1, ...body },
});
const closing = {
  words: 'Close a list that its agency keeps no longer',
  permission: keepLists,
  audit: 'list.closed',
  params: listParams,
  body: closeSchema,
  example: example({ reason: 'The agency keeps it no longer.' }),
};
const reopening = {
  words: 'Open a closed list again',
  permission: keepLists,
  audit: 'list.reopened',
  params: listParams,
  body: moveSchema,
  example: example({}),
};

/** Closing a list of the inventory and opening it again, as pages and as JSON. */
export const listCloseRoutes: readonly Route[] = [
  show({
    path: '/lists/:listId/close',
    words: 'What closing a list means, and why it is closed',
    permission: keepLists,
    audit: 'list.form-shown',
    params: listParams,
    handle: (work, { params }, ask) => closePage(work, params.listId, ask),
  }),
  act({
    ...closing,
    path: '/lists/:listId/close',
    handle: async (work, { params, body }) => {
      const { id } = demand(await closeList(work, { ...params, ...body }));
      return redirect(`/lists/${id}`, { flash: 'The list is closed' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      closePage(work, params.listId, ask, {
        problems,
        typed: typeof raw.reason === 'string' ? raw.reason : '',
      }),
  }),
  act({
    ...reopening,
    path: '/lists/:listId/reopen',
    handle: async (work, { params, body }) => {
      const { id } = demand(await reopenList(work, { ...params, ...body }));
      return redirect(`/lists/${id}`, { flash: 'The list is open again' });
    },
  }),
  apiPost({
    ...closing,
    path: '/api/v1/lists/:listId/close',
    output: listShape,
    status: 200,
    handle: async (work, { params, body }) => demand(await closeList(work, { ...params, ...body })),
  }),
  apiPost({
    ...reopening,
    path: '/api/v1/lists/:listId/reopen',
    output: listShape,
    status: 200,
    handle: async (work, { params, body }) => demand(await reopenList(work, { ...params, ...body })),
  }),
];
