import { z } from 'zod';
import { demand, type Result } from '../../platform/failures/failures.ts';
import { givenFile, givenFormLimit, givenLimits } from '../../platform/files/given-table.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { auditLists } from './audit.queries.ts';
import { addList, changeList } from './list.commands.ts';
import {
  changeListSchema,
  columnsSchema,
  entriesSchema,
  giveSchema,
  listParams,
  listSchema,
  loadParams,
  moveSchema,
  undoSchema,
} from './list.forms.ts';
import { auditOfLists, keepLists } from './list.permissions.ts';
import { columnsView, listView, loadView, rowsView } from './list.queries.ts';
import { listExample } from './list.routes.tsx';
import { listLists } from './list.store.ts';
import { chooseColumns, giveFile, loadFile, putAwayFile, undoLoad } from './list-load.commands.ts';
import type { ListLoad } from './list-load.store.ts';

const instant = z.date().transform((at) => at.toISOString());
/** A list of the inventory as JSON. */
export const listShape = z.object({
  id: z.string(),
  agencyName: z.string(),
  name: z.string(),
  about: z.string(),
  intervention: z.string(),
  handling: z.string(),
  gateway: z.string(),
  contact: z.string(),
  rowsTold: z.number().nullable(),
  fieldsTold: z.string(),
  rowsLoaded: z.number(),
  lastLoadedAt: instant.nullable(),
  isOpen: z.boolean(),
  closedAt: instant.nullable(),
  closeReason: z.string().nullable(),
  version: z.number(),
});
const loadShape = z.object({
  id: z.string(),
  listId: z.string(),
  fileName: z.string(),
  fileSha256: z.string(),
  status: z.string(),
  isWhole: z.boolean(),
  columns: z.array(z.string()),
  refusedWords: z.string().nullable(),
  rowsRead: z.number(),
  rowsNew: z.number(),
  rowsChanged: z.number(),
  rowsSame: z.number(),
  rowsGone: z.number(),
  rowsRejected: z.number(),
  givenAt: instant,
  loadedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  undoReason: z.string().nullable(),
  version: z.number(),
});
const cells = z.record(z.string(), z.string()).nullable();
const rowShape = z.object({
  rowNumber: z.number(),
  label: z.string(),
  was: cells,
  becomes: cells,
  problems: z.array(
    z.object({ column: z.string(), value: z.string(), problem: z.string(), mend: z.string() }),
  ),
});
const wholeShape = loadShape.extend({
  rejected: z.array(rowShape),
  flawed: z.array(rowShape),
  changed: z.array(rowShape),
  gone: z.array(rowShape),
  added: z.array(rowShape),
});

async function whole(work: Work, ids: { listId: string; loadId: string }) {
  const { load, ...rows } = demand(await loadView(work, ids));
  return { ...load, ...rows };
}
const after = (work: Work, result: Result<ListLoad>) => {
  const { id, listId } = demand(result);
  return whole(work, { listId, loadId: id });
};

const path = '/api/v1/lists/:listId/loads/:loadId';
const common = { permission: keepLists, params: loadParams, output: wholeShape, status: 200 };
const example = (body: Record<string, unknown>) => ({
  params: { listId: '@listId', loadId: '@loadId' },
  body: { version: 1, ...body },
});

const inventory: readonly Route[] = [
  apiGet({
    path: '/api/v1/lists',
    words: 'The inventory of lists of people at risk',
    permission: keepLists,
    audit: 'list.listed',
    output: z.object({ lists: z.array(listShape) }),
    handle: async (work) => ({ lists: await listLists(work) }),
  }),
  apiPost({
    path: '/api/v1/lists',
    words: 'Write a list into the inventory',
    permission: keepLists,
    audit: 'list.added',
    body: listSchema,
    output: listShape,
    example: { body: listExample },
    handle: async (work, { body }) => demand(await addList(work, body)),
  }),
  apiGet({
    path: '/api/v1/lists/audit',
    words: 'The audit of lists: who is on several, and for whom they do different things',
    permission: auditOfLists,
    audit: 'list.audited',
    output: z.object({
      onSeveral: z.number(),
      lists: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          agencyName: z.string(),
          rows: z.number(),
          people: z.number(),
          duplicates: z.number(),
          elsewhere: z.number(),
        }),
      ),
      differingInAll: z.number(),
      differing: z.array(
        z.object({
          recordId: z.string(),
          label: z.string(),
          lists: z.array(z.object({ name: z.string(), agencyName: z.string(), intervention: z.string() })),
        }),
      ),
    }),
    handle: async (work) => {
      const { lists, differing, ...rest } = await auditLists(work);
      return {
        ...rest,
        differing: differing.map((person) => ({ ...person, lists: [...person.lists] })),
        lists: lists.map(({ list, ...counts }) => ({ ...list, ...counts })),
      };
    },
  }),
  apiGet({
    path: '/api/v1/lists/:listId',
    words: 'One list: what is said of it and the files given for it',
    permission: keepLists,
    audit: 'list.opened',
    params: listParams,
    output: listShape.extend({
      loads: z.array(loadShape),
      refusal: z.object({ words: z.string(), mend: z.string() }).nullable(),
    }),
    handle: async (work, { params }) => {
      const { list, loads, refusal } = demand(await listView(work, params.listId));
      return { ...list, loads, refusal: refusal ?? null };
    },
  }),
  apiPost({
    path: '/api/v1/lists/:listId',
    words: 'Change what the inventory says of a list',
    permission: keepLists,
    audit: 'list.changed',
    params: listParams,
    body: changeListSchema,
    output: listShape,
    status: 200,
    example: {
      params: { listId: '@listId' },
      body: { version: 1, name: 'People to visit', gateway: listExample.gateway },
    },
    handle: async (work, { params, body }) => demand(await changeList(work, { ...params, ...body })),
  }),
  apiGet({
    path: '/api/v1/lists/:listId/rows',
    words: 'The rows of a list, as they were given; ask again with `next` to go on',
    permission: keepLists,
    audit: 'list.rows-read',
    params: listParams,
    query: entriesSchema,
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          /** `ref:` and the list's own reference; null where a row is known by its cells, which the key would give away. */
          sourceKey: z.string().nullable(),
          receivedAt: instant,
          isAddressHidden: z.boolean(),
        }),
      ),
      next: z.object({ afterLabel: z.string(), afterId: z.string() }).nullable(),
    }),
    handle: async (work, { params, query }) => {
      const { entries, next } = demand(await rowsView(work, { ...params, ...query, limit: 500 }));
      const rows = entries.map((row) => ({
        ...row,
        sourceKey: row.reference === null ? null : `ref:${row.reference}`,
      }));
      return { rows, next };
    },
  }),
];

/** The inventory of lists and their files as JSON: the same commands as the pages. */
export const listApi: readonly Route[] = [
  ...inventory,
  apiPost({
    path: '/api/v1/lists/:listId/loads',
    words: 'Give a file for a list, as multipart form data with the file in the field "file"',
    permission: keepLists,
    audit: 'list-load.given',
    params: listParams,
    body: giveSchema,
    uploadLimit: givenFormLimit,
    largeFile: givenLimits.fileBytes,
    files: { field: 'file', words: 'The rows: CSV, plain or gzipped, or Excel (.xlsx)', isNeeded: true },
    output: z.object({
      id: z.string(),
      version: z.number(),
      columns: z.array(z.string()),
      notes: z.array(z.string()),
      /** What each field would be read from: recognised, or as it was chosen the last time. */
      suggested: z.record(z.string(), z.string()),
    }),
    example: { params: { listId: '@listId' }, body: { isWhole: 'yes' } },
    handle: async (work, { params, body }, ask) => {
      const file = demand(givenFile(ask.uploads));
      const { id } = demand(await giveFile(work, { ...params, isWhole: body.isWhole === 'yes' }, file));
      const { load, chosen } = demand(await columnsView(work, { ...params, loadId: id }));
      const suggested = Object.fromEntries(
        Object.entries(chosen).flatMap(([field, column]) => (column ? [[field, column]] : [])),
      );
      return { id, version: load.version, columns: load.columns, notes: load.notes, suggested };
    },
  }),
  apiGet({
    path,
    words: 'One file of a list: what it would change or has changed',
    permission: keepLists,
    audit: 'list-load.opened',
    params: loadParams,
    output: wholeShape,
    handle: (work, { params }) => whole(work, params),
  }),
  apiPost({
    ...common,
    path: `${path}/columns`,
    words: 'Say which column of a file holds what, and have every row held against the list',
    audit: 'list-load.columns-chosen',
    body: columnsSchema,
    example: example({ name: 'Name' }),
    handle: async (work, { params, body }) => after(work, await chooseColumns(work, params, body)),
  }),
  apiPost({
    ...common,
    path: `${path}/load`,
    words: 'Load what a file changes on its list',
    audit: 'list-load.load-asked',
    body: moveSchema,
    example: example({}),
    handle: async (work, { params, body }) => after(work, await loadFile(work, { ...params, ...body })),
  }),
  apiPost({
    ...common,
    path: `${path}/undo`,
    words: 'Take a load of a list back',
    audit: 'list-load.undo-asked',
    body: undoSchema,
    example: example({ reason: 'It was the list of another year.' }),
    handle: async (work, { params, body }) => after(work, await undoLoad(work, { ...params, ...body })),
  }),
  apiPost({
    ...common,
    path: `${path}/put-away`,
    words: 'Put a file away without loading it, and forget it',
    audit: 'list-load.put-away',
    body: moveSchema,
    example: example({}),
    handle: async (work, { params, body }) => after(work, await putAwayFile(work, { ...params, ...body })),
  }),
];
