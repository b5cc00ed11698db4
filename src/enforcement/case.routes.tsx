import { listAreas, listServices } from '../directory/index.ts';
import { everyPage, exportFile, exportLinks, exportWords } from '../platform/documents/export.ts';
import { demand, type FieldProblem, type Result } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { act, download, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { addServiceToCase, closeCase, moveCase, noteOnCase, reopenCase } from './case.commands.ts';
import {
  caseCloseSchema,
  caseFilterSchema,
  caseNoteSchema,
  caseParams,
  caseServiceSchema,
  caseStepSchema,
} from './case.forms.ts';
import { AddServiceForm, CasesPage, CloseCaseForm } from './case.pages.tsx';
import { readCases, workCases } from './case.permissions.ts';
import { pageOfCases, readCase } from './case.queries.ts';
import type { CaseFile } from './case.store.ts';
import { caseStatusWords } from './case.words.ts';

const done = (result: Result<CaseFile>, flash: string) => redirect(`/cases/${demand(result).id}`, { flash });

const again = async (
  work: Work,
  caseId: string,
  problems: readonly FieldProblem[],
  form: (found: CaseFile) => PageReply['body'],
): Promise<PageReply> => {
  const found = demand(await readCase(work, caseId));
  const body = (
    <>
      <h1 class="govuk-heading-l">Case {found.reference}</h1>
      {form(found)}
    </>
  );
  return page(`Case ${found.reference}`, body, {
    problems,
    back: { href: `/cases/${found.id}`, text: found.reference },
  });
};

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

/** The list of cases and the steps of one. The page of one case is where meetings and tasks are known: in tasking. */
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
  act({
    path: '/cases/:caseId/notes',
    words: 'Add a note to a case',
    permission: workCases,
    audit: 'case.noted',
    params: caseParams,
    body: caseNoteSchema,
    example: { params: { caseId: '@caseId' }, body: { words: 'Visited with the landlord.' } },
    handle: async (work, { params, body }) =>
      done(await noteOnCase(work, { ...params, ...body }), 'Note added'),
    invalid: async (work, { params, problems }) =>
      again(work, params.caseId, problems, (found) => (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${found.id}`}>
            Go back and write the note
          </a>
        </p>
      )),
  }),
  act({
    path: '/cases/:caseId/services',
    words: 'Add a service to a case',
    permission: workCases,
    audit: 'case.service-added',
    params: caseParams,
    body: caseServiceSchema,
    example: {
      params: { caseId: '@caseId' },
      body: { serviceId: '@serviceId', why: 'They hold the licence.' },
    },
    handle: async (work, { params, body }) =>
      done(await addServiceToCase(work, { ...params, ...body }), 'Service added'),
    invalid: async (work, { params, raw, problems }, ask) => {
      const services = await listServices(work.db);
      return again(work, params.caseId, problems, (found) => (
        <AddServiceForm file={found} services={services} csrf={ask.csrf} problems={problems} typed={raw} />
      ));
    },
  }),
  act({
    path: '/cases/:caseId/close',
    words: 'Close a case with its outcome',
    permission: workCases,
    audit: 'case.closed',
    params: caseParams,
    body: caseCloseSchema,
    example: {
      params: { caseId: '@caseId' },
      body: { version: 1, outcome: 'solved', outcomeWords: 'No reports for three months.' },
    },
    handle: async (work, { params, body }) =>
      done(await closeCase(work, { ...params, ...body }), 'Case closed'),
    invalid: async (work, { params, raw, problems }, ask) =>
      again(work, params.caseId, problems, (found) => (
        <CloseCaseForm file={found} csrf={ask.csrf} problems={problems} typed={raw} />
      )),
  }),
  step(
    '/cases/:caseId/start-enforcement',
    'Start enforcement on a case',
    'case.enforcement-started',
    (work, input) => moveCase(work, { ...input, action: 'start-enforcement' }),
    'Enforcement started',
  ),
  step('/cases/:caseId/reopen', 'Open a case again', 'case.reopened', reopenCase, 'Case opened again'),
];
