import { exportFile } from '../../platform/documents/export.ts';
import { demand, type FieldProblem, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { givenFile, givenFormLimit, givenLimits } from '../../platform/files/given-table.ts';
import { type FormAgain, formsOn } from '../../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { listClosed } from './list.commands.ts';
import { columnsSchema, giveSchema, listParams, loadParams, moveSchema, undoSchema } from './list.forms.ts';
import { keepLists } from './list.permissions.ts';
import { columnsView, listView, loadView, openLoad } from './list.queries.ts';
import { ColumnsPage, GiveFilePage } from './list-columns.pages.tsx';
import { chooseColumns, giveFile, loadFile, putAwayFile, undoLoad } from './list-load.commands.ts';
import { LoadPage } from './list-load.pages.tsx';
import type { ListLoad } from './list-load.store.ts';
import { loadTransition, notNow } from './list-load.transitions.ts';
import { rejectedColumns, rejectedRows } from './rejected.ts';

const marking = 'OFFICIAL-SENSITIVE';
const listId = '@listId';
const loadId = '@loadId';
type Problems = readonly FieldProblem[];
type Ids = { listId: string; loadId: string };
/** Values of a form as they were typed or stand now. */
type Typed = Record<string, unknown>;

async function givePage(work: Work, id: string, ask: Ask, problems: Problems = []): Promise<PageReply> {
  const { list, refusal } = demand(await listView(work, id));
  if (list.closedAt) demand(listClosed);
  if (refusal) demand(refusedByRule('list.no-agreement', refusal.words, refusal.mend));
  return page('Give a file', <GiveFilePage list={list} csrf={ask.csrf} problems={problems} />, {
    problems,
    back: { href: `/lists/${id}`, text: list.name },
  });
}

async function columnsPage(
  work: Work,
  ids: Ids,
  ask: Ask,
  { problems = [], typed = {} }: { problems?: Problems; typed?: Typed } = {},
): Promise<PageReply> {
  const view = demand(await columnsView(work, ids));
  if (view.load.isListClosed) demand(listClosed);
  if (!loadTransition(view.load.status, 'choose-columns'))
    demand(
      refusedByRule('list-load.not-now', notNow('choose-columns'), 'Open the file to see where it stands.'),
    );
  const strings = Object.entries(typed).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value]] : [],
  );
  const chosen = strings.length > 0 ? Object.fromEntries(strings) : view.chosen;
  const body = <ColumnsPage {...view} chosen={chosen} csrf={ask.csrf} problems={problems} />;
  return page('Which column holds what?', body, { problems, marking, back: backTo(view.load) });
}

const backTo = (load: ListLoad) => ({ href: `/lists/${load.listId}/loads/${load.id}`, text: load.fileName });

async function loadPage(
  work: Work,
  ids: Ids,
  ask: Ask,
  { form, problems = [], typed = {} }: Partial<FormAgain> = {},
): Promise<PageReply> {
  const view = demand(await loadView(work, ids));
  const body = <LoadPage {...view} {...{ form, problems, typed }} csrf={ask.csrf} />;
  const back = { href: `/lists/${ids.listId}`, text: view.load.listName };
  return page(view.load.fileName, body, { problems, back, marking, wide: true });
}

const onLoad = formsOn(loadPage);

/** On to where the file stands now. */
function moved(result: Result<ListLoad>, flash: string) {
  const load = demand(result);
  return redirect(`/lists/${load.listId}/loads/${load.id}`, { flash });
}

const reading: readonly Route[] = [
  show({
    path: '/lists/:listId/give',
    words: 'Choose a file for a list',
    permission: keepLists,
    audit: 'list-load.form-shown',
    params: listParams,
    handle: (work, { params }, ask) => givePage(work, params.listId, ask),
  }),
  show({
    path: '/lists/:listId/loads/:loadId',
    words: 'One file of a list: what it would change, what was loaded, the next step',
    permission: keepLists,
    audit: 'list-load.opened',
    params: loadParams,
    handle: (work, { params }, ask) => loadPage(work, params, ask),
  }),
  show({
    path: '/lists/:listId/loads/:loadId/columns',
    words: 'Choose which column of a file holds what',
    permission: keepLists,
    audit: 'list-load.columns-shown',
    params: loadParams,
    handle: (work, { params }, ask) => columnsPage(work, params, ask),
  }),
  download({
    path: '/lists/:listId/loads/:loadId/rejected.csv',
    words: 'The rejected rows of a file as CSV, with what is wrong and what mends it',
    permission: keepLists,
    audit: 'list-load.rejected-exported',
    params: loadParams,
    handle: async (work, { params }) => {
      const load = demand(await openLoad(work, params));
      return exportFile(work, 'csv', {
        name: 'rejected-rows',
        columns: rejectedColumns(load),
        rows: rejectedRows(work, load),
      });
    },
  }),
];

const example = (body: Record<string, unknown>) => ({
  params: { listId, loadId },
  body: { version: 1, ...body },
});
const doing: readonly Route[] = [
  act({
    path: '/lists/:listId/loads',
    words: 'Give a file for a list',
    permission: keepLists,
    audit: 'list-load.given',
    params: listParams,
    body: giveSchema,
    uploadLimit: givenFormLimit,
    largeFile: givenLimits.fileBytes,
    example: { params: { listId }, body: { isWhole: 'yes' } },
    handle: async (work, { params, body }, ask) => {
      const file = givenFile(ask.uploads);
      const given = file.ok
        ? await giveFile(work, { ...params, isWhole: body.isWhole === 'yes' }, file.value)
        : file;
      return redirect(`/lists/${params.listId}/loads/${demand(given).id}/columns`);
    },
    invalid: (work, { params, problems }, ask) => givePage(work, params.listId, ask, problems),
  }),
  act({
    path: '/lists/:listId/loads/:loadId/columns',
    words: 'Say which column of a file holds what, and have every row held against the list',
    permission: keepLists,
    audit: 'list-load.columns-chosen',
    params: loadParams,
    body: columnsSchema,
    example: example({ name: 'Name' }),
    handle: async (work, { params, body }) =>
      moved(await chooseColumns(work, params, body), 'Every row is being held against the list'),
    invalid: (work, { params, raw, problems }, ask) =>
      columnsPage(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/lists/:listId/loads/:loadId/load',
    words: 'Load what a file changes on its list',
    permission: keepLists,
    audit: 'list-load.load-asked',
    params: loadParams,
    body: moveSchema,
    example: example({}),
    handle: async (work, { params, body }) =>
      moved(await loadFile(work, { ...params, ...body }), 'The rows are being loaded'),
    invalid: onLoad('load'),
  }),
  act({
    path: '/lists/:listId/loads/:loadId/undo',
    words: 'Take a load of a list back',
    permission: keepLists,
    audit: 'list-load.undo-asked',
    params: loadParams,
    body: undoSchema,
    example: example({ reason: 'It was the list of another year.' }),
    handle: async (work, { params, body }) =>
      moved(await undoLoad(work, { ...params, ...body }), 'The load is being undone'),
    invalid: onLoad('undo'),
  }),
  act({
    path: '/lists/:listId/loads/:loadId/put-away',
    words: 'Put a file away without loading it, and forget it',
    permission: keepLists,
    audit: 'list-load.put-away',
    params: loadParams,
    body: moveSchema,
    example: example({}),
    handle: async (work, { params, body }) =>
      moved(await putAwayFile(work, { ...params, ...body }), 'The file was put away'),
    invalid: onLoad('put-away'),
  }),
];

/** Files of lists: giving one, choosing its columns, looking at what it changes, loading, undoing. */
export const listLoadRoutes: readonly Route[] = [...reading, ...doing];
