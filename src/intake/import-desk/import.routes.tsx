import { exportFile } from '../../platform/documents/export.ts';
import { demand, type FieldProblem, refusedByRule } from '../../platform/failures/failures.ts';
import { givenFile, givenFormLimit, givenLimits } from '../../platform/files/given-table.ts';
import { addressWith, sortLinks } from '../../platform/http/address.ts';
import { doneUnder } from '../../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
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
  undoSchema,
  uploadSchema,
} from './import.forms.ts';
import { columnsView, importView, openImport, pageOfImports, undoView } from './import.queries.ts';
import type { ImportRun } from './import.store.ts';
import { importTransition, notNow } from './import.transitions.ts';
import { ColumnsPage } from './import-columns.pages.tsx';
import { ImportsPage, NewImportPage } from './import-list.pages.tsx';
import { ImportPage } from './import-run.pages.tsx';
import { listSources } from './import-source.store.ts';
import { UndoPage } from './import-undo.pages.tsx';
import { rejectedRows } from './rejected-rows.ts';

const importId = '@importId';
const back = (run: ImportRun) => ({ href: `/imports/${run.id}`, text: run.fileName });
const allLists = { href: '/imports', text: 'Lists of reports' };

async function newPage(
  work: Work,
  ask: Ask,
  problems: readonly FieldProblem[] = [],
  typed: Record<string, unknown> = {},
): Promise<PageReply> {
  const body = <NewImportPage sources={await listSources(work)} csrf={ask.csrf} {...{ problems, typed }} />;
  return page('Load reports from a file', body, { problems, back: allLists });
}

async function runPage(
  work: Work,
  id: string,
  ask: Ask,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const view = demand(await importView(work, id));
  const body = <ImportPage {...view} csrf={ask.csrf} flaws={problems} />;
  return page(view.run.fileName, body, { problems, back: allLists, wide: true, marking: 'OFFICIAL' });
}

async function columnsPage(
  work: Work,
  id: string,
  ask: Ask,
  problems: readonly FieldProblem[] = [],
  typed: Record<string, unknown> = {},
): Promise<PageReply> {
  const view = demand(await columnsView(work, id));
  if (!importTransition(view.run.status, 'choose-columns'))
    demand(
      refusedByRule('import.not-now', notNow('choose-columns'), 'Open the list to see where it stands.'),
    );
  // What was typed stands in place of what was guessed, so that nothing is lost with a mistake.
  const shown = {
    ...view.shown,
    ...Object.fromEntries(
      Object.entries(typed).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
    ),
  };
  const body = <ColumnsPage {...view} shown={shown} csrf={ask.csrf} problems={problems} />;
  return page('Which column holds what?', body, { problems, back: back(view.run), marking: 'OFFICIAL' });
}

async function undoPage(
  work: Work,
  id: string,
  ask: Ask,
  problems: readonly FieldProblem[] = [],
  typed: Record<string, unknown> = {},
): Promise<PageReply> {
  const view = demand(await undoView(work, id));
  const body = <UndoPage {...view} csrf={ask.csrf} {...{ problems, typed }} />;
  return page(`Undo the load of ${view.run.fileName}`, body, { problems, back: back(view.run) });
}

/** On to where the list stands now. */
const moved = doneUnder('/imports');

const reading: readonly Route[] = [
  show({
    path: '/imports',
    words: 'The lists of reports that an agency has given',
    permission: importReports,
    audit: 'import.listed',
    query: importListSchema,
    handle: async (work, { query }) => {
      const { imports, next, sorted } = await pageOfImports(work, query);
      const body = (
        <ImportsPage
          imports={imports}
          nextHref={next ? addressWith('/imports', query, { after: next }) : undefined}
          sort={sortLinks('/imports', query, sorted)}
        />
      );
      return page('Lists of reports', body, { wide: true, back: { href: '/reports', text: 'Reports' } });
    },
  }),
  show({
    path: '/imports/new',
    words: 'Choose a file of reports to load',
    permission: importReports,
    audit: 'import.form-shown',
    handle: (work, _input, ask) => newPage(work, ask),
  }),
  show({
    path: '/imports/:importId',
    words: 'One list of reports: what was found, what was loaded, the next step',
    permission: importReports,
    audit: 'import.opened',
    params: importParams,
    handle: (work, { params }, ask) => runPage(work, params.importId, ask),
  }),
  show({
    path: '/imports/:importId/columns',
    words: 'Choose which column of a list holds what',
    permission: importReports,
    audit: 'import.columns-shown',
    params: importParams,
    handle: (work, { params }, ask) => columnsPage(work, params.importId, ask),
  }),
  download({
    path: '/imports/:importId/rejected.csv',
    words: 'The rejected rows of a list as CSV, with what is wrong and what mends it',
    permission: importReports,
    audit: 'import.rejected-exported',
    params: importParams,
    handle: async (work, { params }) => {
      const run = demand(await openImport(work, params.importId));
      const rows = rejectedRows(work, run);
      const columns = (await rows.next()).value ?? [];
      return exportFile(work, 'csv', { name: `rejected-${run.fileName}`, columns, rows: inPieces(rows) });
    },
  }),
  show({
    path: '/imports/:importId/undo',
    words: 'What would be taken back if a load were undone',
    permission: undoImports,
    audit: 'import.undo-shown',
    params: importParams,
    handle: (work, { params }, ask) => undoPage(work, params.importId, ask),
  }),
];

async function* inPieces<Row>(rows: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  let some: Row[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < 500) continue;
    yield some;
    some = [];
  }
  yield some;
}

const doing: readonly Route[] = [
  act({
    path: '/imports',
    words: 'Give a file of reports',
    permission: importReports,
    audit: 'import.given',
    body: uploadSchema,
    uploadLimit: givenFormLimit,
    largeFile: givenLimits.fileBytes,
    example: { body: { source: 'Highways contractor' } },
    handle: async (work, { body }, ask) => {
      const file = givenFile(ask.uploads);
      const taken = file.ok ? await takeList(work, body, file.value) : file;
      return redirect(`/imports/${demand(taken).id}/columns`);
    },
    invalid: (work, { raw, problems }, ask) => newPage(work, ask, problems, raw),
  }),
  act({
    path: '/imports/:importId/columns',
    words: 'Say which column of a list holds what, and have every row checked',
    permission: importReports,
    audit: 'import.columns-chosen',
    params: importParams,
    body: columnsSchema,
    example: {
      params: { importId },
      body: { version: 1, receivedAt: 'when', category: 'what', place: 'where', dates: 'dmy' },
    },
    handle: async (work, { params, body }) =>
      moved(await chooseColumns(work, { ...params, ...body }), 'Every row is being checked'),
    invalid: (work, { params, raw, problems }, ask) => columnsPage(work, params.importId, ask, problems, raw),
  }),
  act({
    path: '/imports/:importId/kinds',
    words: 'Match the kinds of issue of a list with ours, and have its rows checked again',
    permission: importReports,
    audit: 'import.kinds-matched',
    params: importParams,
    body: kindsSchema,
    example: { params: { importId }, body: { version: 1, words: ['Dumped waste'], code: ['@issueType'] } },
    handle: async (work, { params, body }) =>
      moved(await matchKinds(work, { ...params, ...body }), 'The rows are being checked again'),
    invalid: (work, { params, problems }, ask) => runPage(work, params.importId, ask, problems),
  }),
  act({
    path: '/imports/:importId/load',
    words: 'Load the reports of a list that was checked',
    permission: importReports,
    audit: 'import.load-asked',
    params: importParams,
    body: loadSchema,
    example: { params: { importId }, body: { version: 1 } },
    handle: async (work, { params, body }) =>
      moved(await loadList(work, { ...params, ...body }), 'The reports are being loaded'),
    invalid: (work, { params, problems }, ask) => runPage(work, params.importId, ask, problems),
  }),
  act({
    path: '/imports/:importId/undo',
    words: 'Take back the reports of a load that nobody has worked on',
    permission: undoImports,
    audit: 'import.undo-asked',
    params: importParams,
    body: undoSchema,
    example: { params: { importId }, body: { version: 1, reason: 'It was the list of another year.' } },
    handle: async (work, { params, body }) =>
      moved(await undoList(work, { ...params, ...body }), 'The load is being undone'),
    invalid: (work, { params, raw, problems }, ask) => undoPage(work, params.importId, ask, problems, raw),
  }),
  act({
    path: '/imports/:importId/put-away',
    words: 'Put a list away without loading it, and forget its file',
    permission: importReports,
    audit: 'import.put-away',
    params: importParams,
    body: loadSchema,
    example: { params: { importId }, body: { version: 1 } },
    handle: async (work, { params, body }) =>
      moved(await putAwayList(work, { ...params, ...body }), 'The list was put away'),
    invalid: (work, { params, problems }, ask) => runPage(work, params.importId, ask, problems),
  }),
];

/** Lists of reports: giving one, choosing its columns, looking at the check, loading, and undoing. */
export const importRoutes: readonly Route[] = [...reading, ...doing];
