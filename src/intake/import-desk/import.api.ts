import { z } from 'zod';
import { demand, type Result } from '../../platform/failures/failures.ts';
import { givenFile, givenFormLimit, givenLimits } from '../../platform/files/given-table.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { importReports, undoImports } from '../intake.permissions.ts';
import { takeList } from './give-list.commands.ts';
import { chooseColumns, loadList, matchKinds, putAwayList, undoList } from './import.commands.ts';
import {
  columnsSchema,
  importListSchema,
  importParams,
  kindsSchema,
  loadSchema,
  problemListSchema,
  undoSchema,
  uploadSchema,
} from './import.forms.ts';
import { columnsView, importView, openImport, pageOfImports, undoView } from './import.queries.ts';
import { type ImportRun, listProblems } from './import.store.ts';

const instant = z.date().transform((at) => at.toISOString());
/** A list as the API gives it: counts, and no row of it. */
const importShape = z.object({
  id: z.string(),
  fileName: z.string(),
  fileSha256: z.string(),
  feed: z.string(),
  sourceName: z.string().nullable(),
  status: z.string(),
  refusedWords: z.string().nullable(),
  columns: z.array(z.string()),
  notes: z.array(z.string()),
  rowsRead: z.number(),
  rowsAccepted: z.number(),
  rowsKnown: z.number(),
  rowsRejected: z.number(),
  rowsWithdrawn: z.number(),
  rowsKept: z.number(),
  startedAt: instant,
  startedByName: z.string().nullable(),
  loadedAt: instant.nullable(),
  loadedByName: z.string().nullable(),
  undoneAt: instant.nullable(),
  undoneByName: z.string().nullable(),
  undoReason: z.string().nullable(),
  version: z.number(),
});
const wholeShape = importShape.extend({
  progress: z.object({ rowsDone: z.number(), rowsInAll: z.number().nullable() }).nullable(),
  routes: z.array(
    z.object({
      serviceId: z.string(),
      serviceName: z.string(),
      byRule: z.number(),
      toFallback: z.number(),
    }),
  ),
  problems: z.array(
    z.object({
      field: z.string(),
      problem: z.string(),
      mend: z.string(),
      rows: z.number(),
      first: z.array(z.number()),
    }),
  ),
  unmatched: z.array(z.object({ words: z.string(), rows: z.number(), guess: z.string().nullable() })),
});

async function whole(work: Work, id: string) {
  const view = demand(await importView(work, id));
  return {
    ...view.run,
    progress: view.progress ?? null,
    routes: view.run.findings.routes ?? [],
    problems: [...view.problems],
    unmatched: [...view.unmatched],
  };
}
const after = (work: Work, result: Result<ImportRun>) => whole(work, demand(result).id);

const path = '/api/v1/imports/:importId';
const common = { permission: importReports, params: importParams, output: wholeShape, status: 200 };
const example = (body: Record<string, unknown>) => ({
  params: { importId: '@importId' },
  body: { version: 1, ...body },
});

/** Lists of reports as JSON: the same commands as the pages. A file is sent as multipart form data, in the field `file`. */
export const importApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/imports',
    words: 'The lists of reports that an agency has given',
    permission: importReports,
    audit: 'import.listed',
    query: importListSchema,
    output: z.object({ imports: z.array(importShape), next: z.string().nullable() }),
    handle: (work, { query }) => pageOfImports(work, query),
  }),
  apiPost({
    path: '/api/v1/imports',
    words: 'Give a file of reports, as multipart form data with the file in the field "file"',
    permission: importReports,
    audit: 'import.given',
    body: uploadSchema,
    uploadLimit: givenFormLimit,
    largeFile: givenLimits.fileBytes,
    files: { field: 'file', words: 'The reports: CSV, plain or gzipped, or Excel (.xlsx)', isNeeded: true },
    output: z.object({
      id: z.string(),
      version: z.number(),
      columns: z.array(z.string()),
      notes: z.array(z.string()),
      /** What each field would be read from: guessed, or as it was chosen the last time. */
      suggested: z.record(z.string(), z.string()),
    }),
    example: { body: { source: 'Highways contractor' } },
    handle: async (work, { body }, ask) => {
      const { id } = demand(await takeList(work, body, demand(givenFile(ask.uploads))));
      const { run, shown } = demand(await columnsView(work, id));
      return { id, version: run.version, columns: run.columns, notes: run.notes, suggested: shown };
    },
  }),
  apiGet({
    path,
    words: 'One list of reports: where it stands and what was found',
    permission: importReports,
    audit: 'import.opened',
    params: importParams,
    output: wholeShape,
    handle: (work, { params }) => whole(work, params.importId),
  }),
  apiGet({
    path: `${path}/problems`,
    words: 'What is wrong with the rejected rows of a list, in the order of the file',
    permission: importReports,
    audit: 'import.problems-read',
    params: importParams,
    query: problemListSchema,
    output: z.object({
      problems: z.array(
        z.object({ rowNumber: z.number(), field: z.string(), problem: z.string(), mend: z.string() }),
      ),
      /** Ask again with `after` as this to go on. */
      next: z.number().nullable(),
    }),
    handle: async (work, { params, query }) => {
      const run = demand(await openImport(work, params.importId));
      const problems = await listProblems(work, run, { after: query.after, limit: 1000 });
      // A row's problems are given together: the last row of a full page comes with the next.
      const last = problems.length < 1000 ? undefined : problems.at(-1)?.rowNumber;
      return {
        problems: problems.filter(({ rowNumber }) => rowNumber !== last),
        next: last === undefined ? null : last - 1,
      };
    },
  }),
  apiPost({
    ...common,
    path: `${path}/columns`,
    words: 'Say which column of a list holds what, and have every row checked',
    audit: 'import.columns-chosen',
    body: columnsSchema,
    example: example({ receivedAt: 'when', category: 'what', place: 'where', dates: 'dmy' }),
    handle: async (work, { params, body }) => after(work, await chooseColumns(work, { ...params, ...body })),
  }),
  apiPost({
    ...common,
    path: `${path}/kinds`,
    words: 'Match the kinds of issue of a list with ours, and have its rows checked again',
    audit: 'import.kinds-matched',
    body: kindsSchema,
    example: example({ words: ['Dumped waste'], code: ['@issueType'] }),
    handle: async (work, { params, body }) => after(work, await matchKinds(work, { ...params, ...body })),
  }),
  apiPost({
    ...common,
    path: `${path}/load`,
    words: 'Load the reports of a list that was checked',
    audit: 'import.load-asked',
    body: loadSchema,
    example: example({}),
    handle: async (work, { params, body }) => after(work, await loadList(work, { ...params, ...body })),
  }),
  apiGet({
    path: `${path}/undo`,
    words: 'What would be taken back, and what would stay, if a load were undone',
    permission: undoImports,
    audit: 'import.undo-shown',
    params: importParams,
    output: z.object({
      inAll: z.number(),
      kept: z.number(),
      keptReports: z.array(z.object({ id: z.string(), reference: z.string() })),
    }),
    handle: async (work, { params }) => demand(await undoView(work, params.importId)),
  }),
  apiPost({
    ...common,
    path: `${path}/undo`,
    words: 'Take back the reports of a load that nobody has worked on',
    permission: undoImports,
    audit: 'import.undo-asked',
    body: undoSchema,
    example: example({ reason: 'It was the list of another year.' }),
    handle: async (work, { params, body }) => after(work, await undoList(work, { ...params, ...body })),
  }),
  apiPost({
    ...common,
    path: `${path}/put-away`,
    words: 'Put a list away without loading it, and forget its file',
    audit: 'import.put-away',
    body: loadSchema,
    example: example({}),
    handle: async (work, { params, body }) => after(work, await putAwayList(work, { ...params, ...body })),
  }),
];
