import { type RawBuilder, sql } from 'kysely';
import type { MapBox } from '../directory/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { askedWords } from '../platform/search/found.ts';
import { mayReadWords, reportPolicy } from './report.policy.ts';
import { reportSays } from './report.search.ts';
import type { ReportStatus } from './report.words.ts';

/** Days from today that each choice reaches from and to; null has no end. */
export const dueWindows = {
  late: { words: 'Overdue', from: null, to: -1 },
  today: { words: 'Due today', from: 0, to: 0 },
  week: { words: 'Due within seven days', from: 0, to: 6 },
} as const;

/** What a list of reports is narrowed to; every value is optional. */
export interface ReportFilter {
  status?: 'open' | ReportStatus | undefined;
  serviceId?: string | undefined;
  mine?: boolean | undefined;
  issueType?: string | undefined;
  districtCode?: string | undefined;
  wardCode?: string | undefined;
  /** Only what lies on this part of the map. */
  box?: MapBox | undefined;
  channel?: string | undefined;
  /** Only open ones whose day to be dealt with by is so. */
  due?: keyof typeof dueWindows | undefined;
  from?: string | undefined;
  to?: string | undefined;
  words?: string | undefined;
  caseId?: string | undefined;
}

/**
 * Reports with the day that each is to be dealt with by, as `r`: what stands behind `from`. Where a query asks nothing of that day,
 * the planner leaves it out; `isSorted` is for one whose order it is, which then starts at the days.
 */
export const reportRows = ({ isSorted = false } = {}): RawBuilder<unknown> =>
  sql`(select r.*, d.target_on, d.stopped_of from intake.report r ${isSorted ? sql`join` : sql`left join`} intake.target d on d.id = r.target_id) r`;

/** The conditions of a list, the viewer's own sight first; `r` is one of {@link reportRows}. */
export function reportsIn(
  { viewer, clock }: Pick<Work, 'viewer' | 'clock'>,
  filter: ReportFilter,
  policy = reportPolicy,
): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`${policy.visible(viewer, 'r')}`];
  if (filter.status === 'open') parts.push(sql`r.status in ('new', 'in-progress')`);
  else if (filter.status) parts.push(sql`r.status = ${filter.status}`);
  if (filter.due) {
    const { from, to } = dueWindows[filter.due];
    const today = clock.today();
    parts.push(
      sql`r.status in ('new', 'in-progress') and r.stopped_of is null and r.target_on <= ${addDays(today, to)}::date`,
    );
    if (from !== null) parts.push(sql`r.target_on >= ${addDays(today, from)}::date`);
  }
  if (filter.mine && viewer.kind === 'officer')
    parts.push(sql`r.service_id = any(${[...viewer.serviceIds]}::uuid[])`);
  if (filter.serviceId) parts.push(sql`r.service_id = ${filter.serviceId}`);
  if (filter.issueType) parts.push(sql`r.issue_type = ${filter.issueType}`);
  if (filter.districtCode) parts.push(sql`r.district_code = ${filter.districtCode}`);
  if (filter.wardCode) parts.push(sql`r.ward_code = ${filter.wardCode}`);
  if (filter.channel) parts.push(sql`r.channel = ${filter.channel}`);
  if (filter.caseId) parts.push(sql`r.case_id = ${filter.caseId}`);
  // Days of London, as figures and returns count them.
  const midnight = (day: string) => sql`(${day}::date::timestamp at time zone 'Europe/London')`;
  if (filter.from) parts.push(sql`r.received_at >= ${midnight(filter.from)}`);
  if (filter.to) parts.push(sql`r.received_at < ${midnight(addDays(filter.to, 1))}`);
  // Words search the text, so they are only for those who may read it.
  if (filter.words)
    parts.push(mayReadWords(viewer) ? reportSays(viewer, askedWords(filter.words)) : sql`FALSE`);
  // Nor is a point for those who only count.
  if (filter.box)
    parts.push(
      mayReadWords(viewer)
        ? sql`r.lat between ${filter.box.south} and ${filter.box.north} and r.lon between ${filter.box.west} and ${filter.box.east}`
        : sql`FALSE`,
    );
  return parts;
}
