import { z } from 'zod';
import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';
import { demand, type FieldProblem, notFound } from '../platform/failures/failures.ts';
import { act, apiGet, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import {
  addRecord,
  findRecord,
  holdOn,
  linkRoles,
  recordKinds,
  recordsAlike,
  reportLinksOf,
  searchRecords,
} from '../records/index.ts';
import { AddRecordPage, RecordsPage, RecordViewPage } from './record.pages.tsx';
import { reportParams } from './report.forms.ts';
import { mayWork } from './report.policy.ts';
import { openReport } from './report.queries.ts';
import { addEvent, findReport } from './report.store.ts';

const readRecords = permission(
  'records.read',
  'Read what reports and lists tell about people, firms, vehicles and places',
  [...caseworkers, 'safeguarding-officer'],
);
const addRecords = permission('records.add', 'Add a person, firm, vehicle or place that a report names', [
  ...caseworkers,
  'safeguarding-officer',
]);

const recordParams = z.object({ recordId: z.uuid() });
const blank = (raw: unknown) => (raw === '' ? undefined : raw);
const searchQuery = z.object({
  words: z.preprocess(blank, z.string().max(200).optional()),
  kind: z.preprocess(blank, z.enum(recordKinds).optional()),
});
const newRecord = z.object({
  kind: z.enum(recordKinds, 'Choose what it is'),
  role: z.enum(linkRoles, 'Choose how it stands to the report'),
  fields: z.record(z.string().max(40), z.string().max(300, 'Use 300 characters or fewer')),
});

const recordView = z.object({
  id: z.string(),
  kind: z.string(),
  label: z.string(),
  fields: z.record(z.string(), z.unknown()),
  agencyName: z.string(),
  feed: z.string(),
  receivedAt: z.date().transform((at) => at.toISOString()),
});

async function openRecord(work: Work, id: string) {
  const record = await findRecord(work, id);
  if (!record) return demand(notFound);
  about(work, 'record', record.id);
  const [alike, links] = await Promise.all([recordsAlike(work, id), reportLinksOf(work, id)]);
  // A link may lead to a report the viewer may not see: then the link is not there either.
  const reports = [];
  for (const link of links) {
    const report = await findReport(work, link.reportId);
    if (report) reports.push({ link, report });
  }
  return { record, alike, reports };
}

async function reportToAddTo(work: Work, id: string) {
  const report = demand(await openReport(work, id));
  return mayWork(work.viewer, report)
    ? report
    : demand({
        ok: false as const,
        failure: {
          kind: 'refused-by-rule' as const,
          rule: 'report.other-agency',
          words: `This report is with ${report.serviceName}.`,
          mend: 'Only the agency it is with adds to it.',
        },
      });
}

/** People, firms, vehicles and places, and adding them from a report. */
export const recordRoutes: readonly Route[] = [
  show({
    path: '/records',
    words: 'People, firms, vehicles and places by name or number',
    permission: readRecords,
    audit: 'record.searched',
    query: searchQuery,
    handle: async (work, { query }) => {
      const records = await searchRecords(work, { words: query.words, kind: query.kind, limit: 50 });
      work.note.detail = { words: query.words ?? '', count: records.length };
      return page(
        'People and places',
        <RecordsPage records={records} words={query.words ?? ''} kind={query.kind ?? ''} />,
        { wide: true },
      );
    },
  }),
  show({
    path: '/records/:recordId',
    words: 'One record, where else it stands, and the reports that name it',
    permission: readRecords,
    audit: 'record.opened',
    params: recordParams,
    handle: async (work, { params }) => {
      const view = await openRecord(work, params.recordId);
      const hold = await holdOn(work, 'received-record', params.recordId);
      return page(view.record.label, <RecordViewPage {...view} hold={hold} viewer={work.viewer} />, {
        back: { href: '/records', text: 'People and places' },
        marking: 'OFFICIAL',
      });
    },
  }),
  apiGet({
    path: '/api/v1/records',
    words: 'Records like some words',
    permission: readRecords,
    audit: 'record.searched',
    query: searchQuery,
    output: z.object({ records: z.array(recordView) }),
    handle: async (work, { query }) => ({
      records: await searchRecords(work, { words: query.words, kind: query.kind, limit: 50 }),
    }),
  }),
  apiGet({
    path: '/api/v1/records/:recordId',
    words: 'One record with those that share an exact key, and the reports that name it',
    permission: readRecords,
    audit: 'record.opened',
    params: recordParams,
    output: recordView.extend({
      alike: z.array(recordView),
      reports: z.array(z.object({ id: z.string(), reference: z.string(), role: z.string() })),
    }),
    handle: async (work, { params }) => {
      const { record, alike, reports } = await openRecord(work, params.recordId);
      return {
        ...record,
        alike,
        reports: reports.map(({ link, report }) => ({
          id: report.id,
          reference: report.reference,
          role: link.role,
        })),
      };
    },
  }),
  show({
    path: '/reports/:reportId/records/add',
    words: 'Add somebody or something that a report names',
    permission: addRecords,
    audit: 'record.adding',
    params: reportParams,
    query: z.object({ kind: z.enum(recordKinds).default('person') }),
    handle: async (work, { params, query }, ask) => {
      const report = await reportToAddTo(work, params.reportId);
      return page(
        `Add to ${report.reference}`,
        <AddRecordPage reportId={report.id} kind={query.kind} csrf={ask.csrf} problems={[]} typed={{}} />,
        { back: { href: `/reports/${report.id}`, text: report.reference } },
      );
    },
  }),
  act({
    path: '/reports/:reportId/records',
    words: 'Add a record to a report',
    permission: addRecords,
    audit: 'record.added',
    params: reportParams,
    body: newRecord,
    example: { body: { kind: 'vehicle', role: 'seen-at', fields: { vehicle: 'QQ07 QQQ' } } },
    handle: async (work, { params, body }) => {
      const report = await reportToAddTo(work, params.reportId);
      const added = await addRecord(work, { ...body, report });
      const { id } = demand(added);
      await addEvent(work, { reportId: report.id, kind: 'record-added', words: `A ${body.kind} was added` });
      return redirect(`/records/${id}`, { flash: `Added to ${report.reference}` });
    },
    invalid: async (work, { params, raw, problems }, ask) => {
      const report = await reportToAddTo(work, params.reportId);
      const kind = recordKinds.find((known) => known === raw.kind) ?? 'person';
      const fields =
        typeof raw.fields === 'object' && raw.fields !== null
          ? Object.fromEntries(Object.entries(raw.fields).map(([key, value]) => [key, String(value)]))
          : {};
      return addAgain(
        report,
        { kind, fields },
        problems.map((p) => ({ ...p, field: p.field.replace('.', '-') })),
        ask.csrf,
      );
    },
  }),
];

const addAgain = (
  report: { id: string; reference: string },
  typed: { kind: (typeof recordKinds)[number]; fields: Record<string, string> },
  problems: readonly FieldProblem[],
  csrf: string,
) =>
  page(
    `Add to ${report.reference}`,
    <AddRecordPage
      reportId={report.id}
      kind={typed.kind}
      csrf={csrf}
      problems={problems}
      typed={typed.fields}
    />,
    {
      problems,
      back: { href: `/reports/${report.id}`, text: report.reference },
    },
  );
