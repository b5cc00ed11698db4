import { listAreas } from '../directory/index.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../platform/documents/export.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { act, download, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { moveCase, reopenCase } from './case.commands.ts';
import { caseFilterSchema, caseParams, caseStepSchema } from './case.forms.ts';
import { CasesPage } from './case.pages.tsx';
import { readCases, workCases } from './case.permissions.ts';
import { pageOfCases } from './case.queries.ts';
import type { CaseFile } from './case.store.ts';
import { caseStatusWords } from './case.words.ts';

const done = (result: Result<CaseFile>, flash: string) => redirect(`/cases/${demand(result).id}`, { flash });

const step = (
  path: string,
  words: string,
  audit: string,
  run: (work: Work, input: { caseId: string; version: number }) => Promise<Result<CaseFile>>,
  flash: string,
): Route =>
  act({
    path,
    words,
    permission: workCases,
    audit,
    params: caseParams,
    body: caseStepSchema,
    example: { params: { caseId: '@caseId' }, body: { version: 1 } },
    handle: async (work, { params, body }) => done(await run(work, { ...params, ...body }), flash),
  });

const exportColumns = [
  'reference',
  'title',
  'districtName',
  'leadServiceName',
  'leadAgencyName',
  'openedAt',
  'status',
  'reportCount',
  'closedAt',
  'outcome',
  'outcomeWords',
] as const;

const exportRoutes = (['csv', 'xlsx'] as const).map((format) =>
  download({
    path: `/cases.${format}`,
    words: `Cases as ${exportWords[format]}, all of them, in the same order`,
    permission: readCases,
    audit: 'case.exported',
    query: caseFilterSchema,
    handle: (work, { query: filter }) =>
      exportFile(work, format, {
        name: 'cases',
        columns: exportColumns,
        rows: everyPage(async (after, limit) => {
          const { cases, next } = await pageOfCases(work, { ...filter, after }, limit);
          const cells = (c: CaseFile) =>
            exportColumns.map((column) => (column === 'status' ? caseStatusWords[c.status] : c[column]));
          return { rows: cases.map(cells), next };
        }),
      }),
  }),
);

/** The list of cases, and the steps of one that ask nothing. The page of one case, with its forms, is where meetings and tasks are known: in tasking. */
export const caseRoutes: readonly Route[] = [
  show({
    path: '/cases',
    words: 'Cases, newest first',
    permission: readCases,
    audit: 'case.listed',
    query: caseFilterSchema,
    handle: async (work, { query: filter }) => {
      const { cases, next, sorted } = await pageOfCases(work, filter);
      const districts = await listAreas(work.db, 'district', work.clock.today());
      const nextHref = next ? addressWith('/cases', filter, { after: next }) : undefined;
      return page(
        'Cases',
        <CasesPage
          {...{ cases, filter, districts, nextHref }}
          exports={exportLinks('/cases', filter)}
          sort={sortLinks('/cases', filter, sorted)}
        />,
        { wide: true },
      );
    },
  }),
  ...exportRoutes,
  step(
    '/cases/:caseId/start-enforcement',
    'Start enforcement on a case',
    'case.enforcement-started',
    (work, input) => moveCase(work, { ...input, action: 'start-enforcement' }),
    'Enforcement started',
  ),
  step('/cases/:caseId/reopen', 'Open a case again', 'case.reopened', reopenCase, 'Case opened again'),
];
