import { victimReaders } from '../../directory/index.ts';
import { hasRole } from '../../platform/access/viewer.ts';
import { demand, type FieldProblem } from '../../platform/failures/failures.ts';
import { addressWith } from '../../platform/http/address.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { AuditPage } from './audit.pages.tsx';
import { auditLists } from './audit.queries.ts';
import { addList, changeList } from './list.commands.ts';
import { changeListSchema, entriesSchema, listParams, listSchema } from './list.forms.ts';
import { ListForm, ListPage, ListsPage } from './list.pages.tsx';
import { auditOfLists, keepLists } from './list.permissions.ts';
import { listView, rowsView } from './list.queries.ts';
import { listLists } from './list.store.ts';
import { RowsPage } from './list-rows.pages.tsx';

const allLists = { href: '/lists', text: 'Lists of people at risk' };
const marking = 'OFFICIAL-SENSITIVE';
const listId = '@listId';
type Problems = readonly FieldProblem[];
/** Values of a form as they were typed or stand now. */
type Typed = Record<string, unknown>;

async function addPage(work: Work, ask: Ask, problems: Problems = [], typed: Typed = {}): Promise<PageReply> {
  const officer = officerOf(work);
  const agencies = hasRole(officer, ...victimReaders)
    ? await work.db.selectFrom('directory.agency').select(['id', 'name']).orderBy('name').execute()
    : [{ id: officer.agencyId, name: officer.agencyName }];
  const props = { heading: 'Write down a list', action: '/lists', agencies, csrf: ask.csrf, problems };
  return page(
    'Write down a list',
    <ListForm {...props} typed={{ ownerAgencyId: officer.agencyId, ...typed }} />,
    { problems, back: allLists },
  );
}

async function changePage(
  work: Work,
  id: string,
  ask: Ask,
  { problems = [], typed }: { problems?: Problems; typed?: Typed } = {},
): Promise<PageReply> {
  const { list } = demand(await listView(work, id));
  const heading = `Change what is said of ${list.name}`;
  const shown = typed ?? { ...list };
  const props = { heading, action: `/lists/${id}/change`, agencies: undefined, csrf: ask.csrf, problems };
  return page(heading, <ListForm {...props} typed={shown} version={list.version} />, {
    problems,
    back: { href: `/lists/${id}`, text: list.name },
  });
}

const reading: readonly Route[] = [
  show({
    path: '/lists',
    words: 'The inventory of lists of people at risk',
    permission: keepLists,
    audit: 'list.listed',
    handle: async (work) => {
      const lists = await listLists(work);
      const canAudit = hasRole(work.viewer, ...victimReaders);
      return page('Lists of people at risk', <ListsPage lists={lists} canAudit={canAudit} />, {
        wide: true,
        marking,
      });
    },
  }),
  show({
    path: '/lists/add',
    words: 'Write a list into the inventory',
    permission: keepLists,
    audit: 'list.form-shown',
    handle: (work, _input, ask) => addPage(work, ask),
  }),
  show({
    path: '/lists/audit',
    words: 'The audit of lists: who is on several, and for whom they do different things',
    permission: auditOfLists,
    audit: 'list.audited',
    handle: async (work) =>
      page('Audit of the lists', <AuditPage {...(await auditLists(work))} />, {
        back: allLists,
        wide: true,
        marking,
      }),
  }),
  show({
    path: '/lists/:listId',
    words: 'One list: what is said of it and the files given for it',
    permission: keepLists,
    audit: 'list.opened',
    params: listParams,
    handle: async (work, { params }, ask) => {
      const view = demand(await listView(work, params.listId));
      return page(view.list.name, <ListPage {...view} csrf={ask.csrf} />, {
        back: allLists,
        wide: true,
        marking,
      });
    },
  }),
  show({
    path: '/lists/:listId/change',
    words: 'Change what the inventory says of a list',
    permission: keepLists,
    audit: 'list.form-shown',
    params: listParams,
    handle: (work, { params }, ask) => changePage(work, params.listId, ask),
  }),
  show({
    path: '/lists/:listId/rows',
    words: 'The rows of a list, as they were given',
    permission: keepLists,
    audit: 'list.rows-read',
    params: listParams,
    query: entriesSchema,
    handle: async (work, { params, query }) => {
      const { list, entries, next } = demand(await rowsView(work, { ...params, ...query }));
      const nextHref = next ? addressWith(`/lists/${list.id}/rows`, {}, next) : undefined;
      const back = { href: `/lists/${list.id}`, text: list.name };
      return page(`Rows of ${list.name}`, <RowsPage {...{ list, entries, nextHref }} />, {
        back,
        wide: true,
        marking,
      });
    },
  }),
];

/** Values for the suites and the API's documentation. */
export const listExample = {
  ownerAgencyId: '@agencyId',
  handling: 'victim',
  name: 'People to visit',
  gateway: 'Crime and Disorder Act 1998 s.115',
};

const doing: readonly Route[] = [
  act({
    path: '/lists',
    words: 'Write a list into the inventory',
    permission: keepLists,
    audit: 'list.added',
    body: listSchema,
    example: { body: listExample },
    handle: async (work, { body }) => {
      const added = await addList(work, body);
      return redirect(`/lists/${demand(added).id}`, { flash: 'The list is in the inventory' });
    },
    invalid: (work, { raw, problems }, ask) => addPage(work, ask, problems, raw),
  }),
  act({
    path: '/lists/:listId/change',
    words: 'Change what the inventory says of a list',
    permission: keepLists,
    audit: 'list.changed',
    params: listParams,
    body: changeListSchema,
    example: {
      params: { listId },
      body: { version: 1, name: 'People to visit', gateway: listExample.gateway },
    },
    handle: async (work, { params, body }) => {
      const changed = await changeList(work, { ...params, ...body });
      return redirect(`/lists/${demand(changed).id}`, { flash: 'Saved' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      changePage(work, params.listId, ask, { problems, typed: raw }),
  }),
];

/** The inventory of lists, and the rows of each. */
export const listRoutes: readonly Route[] = [...reading, ...doing];
