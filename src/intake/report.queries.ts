import { z } from 'zod';
import { boxParam, listServices } from '../directory/index.ts';
import { cursorParam, pageOfRows, type Sorted, sorted, sortParam } from '../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { mentionsOf } from '../records/index.ts';
import { dueWindows } from './report.filter.ts';
import { mayReadReporter, mayReadWords } from './report.policy.ts';
import {
  findReport,
  findReporter,
  listMessages,
  listReports,
  type Report,
  reportSorting,
} from './report.store.ts';
import { listEvents } from './report.timeline.ts';
import { channels, statusWords } from './report.words.ts';

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());
const dueCodes = Object.keys(dueWindows) as [keyof typeof dueWindows]; // the table is not empty
const day = blank(z.iso.date('Enter a date, like 2026-11-22'));

/** Everything a list of reports can be narrowed by, as it stands in the address. */
export const reportFilterSchema = z.object({
  status: blank(z.enum(['open', ...(Object.keys(statusWords) as [keyof typeof statusWords])])),
  mine: z.preprocess((raw) => raw === 'yes' || raw === true, z.boolean()),
  serviceId: blank(z.uuid()),
  issueType: blank(z.string().max(60)),
  districtCode: blank(z.string().max(20)),
  wardCode: blank(z.string().max(20)),
  box: boxParam,
  channel: blank(z.enum(channels)),
  due: blank(z.enum(dueCodes)),
  from: day,
  to: day,
  words: blank(z.string().max(200)),
  sort: sortParam,
  after: cursorParam,
});
export type ReportFilterInput = z.output<typeof reportFilterSchema>;

export const pageSize = 25;

export async function pageOfReports(
  work: Work,
  filter: ReportFilterInput,
  limit = pageSize,
): Promise<{ reports: Report[]; next: string | null; sorted: Sorted }> {
  // Whoever asks what is due wants the nearest first.
  const way = sorted(reportSorting, filter.due && !filter.sort ? { ...filter, sort: 'due' } : filter);
  const found = await listReports(work, filter, { sorted: way, limit: limit + 1 });
  const { rows: reports, next } = pageOfRows(way, found, limit);
  if (filter.words) work.note.detail.words = filter.words;
  work.note.detail.count = reports.length;
  return { reports, next, sorted: way };
}

/** One report for reading; noted in the audit by its id. */
export async function openReport(work: Work, id: string): Promise<Result<Report>> {
  const report = await findReport(work, id);
  if (!report) return notFound;
  about(work, 'report', report.id);
  return ok(report);
}

/** Everything the page of one report shows, each part only if this viewer may see it. */
export async function reportPageView(work: Work, id: string) {
  const opened = await openReport(work, id);
  if (!opened.ok) return opened;
  const report = opened.value;
  const words = mayReadWords(work.viewer);
  const [events, messages, reporter, mentions, services] = await Promise.all([
    words ? listEvents(work, report) : [],
    words ? listMessages(work, report) : [],
    mayReadReporter(work.viewer, report) ? findReporter(work, report) : undefined,
    words ? mentionsOf(work, report.id) : [],
    listServices(work.db),
  ]);
  return ok({ report, events, messages, reporter, mentions, services });
}
