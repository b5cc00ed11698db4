import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../platform/access/viewer.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { type ReportFilter, reportRows, reportsIn } from './report.filter.ts';
import { countedReportPolicy, mayReadWords, reportPolicy } from './report.policy.ts';
import type { ReportStatus } from './report.words.ts';

export type { ReportFilter } from './report.filter.ts';

/** A report as the viewer may see it. `description` and `placeWords` are null for those who only count. */
export interface Report {
  id: string;
  reference: string;
  issueType: string;
  issueName: string;
  description: string | null;
  channel: string;
  reporterType: string | null;
  isAnonymous: boolean;
  isSensitive: boolean;
  receivedAt: Date;
  receivedByAgencyId: string;
  lon: number | null;
  lat: number | null;
  placeWords: string | null;
  postcode: string | null;
  wardCode: string | null;
  districtCode: string | null;
  landOwner: string;
  serviceId: string;
  serviceName: string;
  ownerAgencyId: string;
  ownerAgencyName: string;
  routedBy: string;
  routeWhy: { ruleId: string | null; words: string; considered: number };
  timesRerouted: number;
  status: ReportStatus;
  targetOn: string;
  closedAt: Date | null;
  outcome: string | null;
  outcomeWords: string | null;
  duplicateOfId: string | null;
  caseId: string | null;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

export interface NewReport {
  id: string;
  reference: string;
  issueType: string;
  description: string;
  channel: string;
  reporterType: string | null;
  isAnonymous: boolean;
  isSensitive: boolean;
  receivedAt: Date;
  receivedByAgencyId: string;
  receivedByOfficerId: string | null;
  lon: number | null;
  lat: number | null;
  placeWords: string | null;
  postcode: string | null;
  wardCode: string | null;
  districtCode: string | null;
  smallAreaCode: string | null;
  landOwner: string;
  serviceId: string;
  ownerAgencyId: string;
  routedBy: 'rule' | 'fallback' | 'person';
  routeWhy: { ruleId: string | null; words: string; considered: number };
  routedAt: Date;
  /** The day it is to be dealt with by, as its reporter is told. */
  firstTargetOn: string;
}

/** Gives the reference it got. Works on every login that may take a report, the public's included, which may not read it back. */
export async function addReport({ db, ids }: Work, report: NewReport): Promise<string> {
  const { routeWhy, ...rest } = report;
  let { reference } = report;
  // References are random: one that is taken already must cost the reporter nothing.
  for (let tries = 0; tries < 5; tries += 1) {
    const done = await db
      .insertInto('intake.report')
      .values({ ...rest, reference, status: 'new', routeWhy: JSON.stringify(routeWhy) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (done.numInsertedOrUpdatedRows === 1n) return reference;
    reference = ids.reference('R');
  }
  throw new Error('No free reference was found in five tries.');
}

const columns = (viewer: Viewer): RawBuilder<unknown> => {
  const words = mayReadWords(viewer);
  return sql`r.id, r.reference, r.issue_type, t.name as issue_name, ${words ? sql`r.description` : sql`null`} as description,
    r.channel, r.reporter_type, r.is_anonymous, r.is_sensitive, r.received_at, r.received_by_agency_id,
    ${words ? sql`r.lon` : sql`null::float8`} as lon, ${words ? sql`r.lat` : sql`null::float8`} as lat,
    ${words ? sql`r.place_words` : sql`null`} as place_words, ${words ? sql`r.postcode` : sql`null`} as postcode,
    r.ward_code, r.district_code, r.land_owner, r.service_id, s.name as service_name, r.owner_agency_id,
    a.name as owner_agency_name, r.routed_by, r.route_why, r.times_rerouted, r.status, r.target_on, r.closed_at, r.outcome,
    ${words ? sql`r.outcome_words` : sql`null`} as outcome_words, r.duplicate_of_id, r.case_id, r.version`;
};
const joins = sql`join directory.issue_type t on t.code = r.issue_type
  join directory.service s on s.id = r.service_id join directory.agency a on a.id = r.owner_agency_id`;

/** One report, if the viewer may see it. */
export async function findReport({ db, viewer }: Work, id: string): Promise<Report | undefined> {
  const { rows } = await sql<Report>`select ${columns(viewer)} from ${reportRows()} ${joins}
    where r.id = ${id} and ${reportPolicy.visible(viewer, 'r')}`.execute(db);
  return rows[0];
}

/**
 * How lists of reports can be sorted: by what an index stands behind, so that ten years of them sort as quickly as one.
 * Kind and service are not among them: their names stand in the directory, and are chosen in the filter instead.
 */
export const reportSorting: Sorting = {
  usual: '-received',
  second: 'received',
  id: sql`r.id`,
  columns: {
    received: { value: sql`r.received_at`, type: 'timestamptz' },
    reference: { value: sql`r.reference`, type: 'text' },
    due: { value: sql`r.target_on`, type: 'date', isElsewhere: true },
    status: { value: sql`r.status`, type: 'text' },
  },
};

/** So many reports are looked through in their order before their words are asked for: a common word has filled its page by then. */
const lookedThrough = 1500;
/** So many of them tell whether it will: a word that hardly any of these says is asked of the index at once. */
const triedFirst = 300;
/** So many and more that say a word are found sooner by going down the order than by the word. */
const manyFound = 1000;

interface PageAsked {
  from: RawBuilder<unknown>;
  after: RawBuilder<unknown> | undefined;
  order: RawBuilder<unknown>;
  limit: number;
  /** Whether the order is that of the days to be dealt with by: what is no part of the order is not read for it. */
  isByDue: boolean;
}

/**
 * The ids of one page of what says some words. How often a word occurs among a viewer's own reports is known to nobody beforehand, so
 * that one plan for all words serves none: a common one fills its page within the first reports of the order, a rare one is
 * looked up, which costs little just because it is rare. Undefined where neither is so.
 */
async function pageOfFound(
  db: Db,
  parts: readonly RawBuilder<unknown>[],
  page: PageAsked,
): Promise<string[] | undefined> {
  const after = page.after ?? sql`true`;
  const all = sql.join(parts, sql` and `);
  const sorts = sql`r.id, r.reference, r.received_at, r.status${page.isByDue ? sql`, r.target_on` : sql``}`;
  if (page.limit <= lookedThrough / 10) {
    const walked = async (many: number): Promise<string[]> => {
      const { rows } = await sql<{ id: string }>`select r.id from (select * from ${page.from} where ${after}
        order by ${page.order} limit ${sql.lit(many)}) r where ${all} order by ${page.order} limit ${sql.lit(page.limit)}`.execute(
        db,
      );
      return rows.map(({ id }) => id);
    };
    // Half of what would have to be among the first for the page to be filled: chance makes it fewer now and then.
    const enough = (page.limit * triedFirst) / lookedThrough / 2;
    let near = await walked(triedFirst);
    if (near.length < page.limit && near.length >= enough) near = await walked(lookedThrough);
    if (near.length === page.limit) return near;
  }
  const { rows } = await sql<{ n: number; id: string | null }>`with few as materialized (
      select ${sorts} from ${page.from}
      where ${all} limit ${sql.lit(manyFound)})
    select n, id from (select count(*)::int as n from few) counted left join lateral (
      select r.id from few r where ${after} order by ${page.order} limit ${sql.lit(page.limit)}) page on true`.execute(
    db,
  );
  return (rows[0]?.n ?? 0) < manyFound ? rows.flatMap(({ id }) => id ?? []) : undefined;
}

/** Some reports in an order, the newest first unless told; `sorted` says where the page starts. */
export async function listReports(
  work: Work,
  filter: ReportFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<Report[]> {
  const { db, viewer } = work;
  const { key, order, after, value } = asked.sorted ?? sorted(reportSorting, {});
  const from = reportRows({ isSorted: key === 'due' });
  const parts = reportsIn(work, filter);
  const page = filter.words
    ? await pageOfFound(db, parts, { from, after, order, limit: asked.limit, isByDue: key === 'due' })
    : undefined;
  if (after) parts.push(after);
  const all = sql.join(parts, sql` and `);
  // In the order of days an index holds what is asked of reports, and not what is shown of them: first the page is found, then read.
  const ids = sql`select r.id from ${from} where ${all} order by ${order} limit ${sql.lit(asked.limit)}`;
  const found = key === 'due' ? sql`r.id = any(array(${ids}))` : all;
  const wanted = page ? sql`r.id = any(${page}::uuid[])` : found;
  const { rows } =
    await sql<Report>`select ${columns(viewer)}, ${value} as sort_value from ${reportRows()} ${joins}
    where ${wanted} order by ${order} limit ${sql.lit(asked.limit)}`.execute(db);
  return rows;
}

/** Reports by the day they are to be dealt with by, the latest behind first. */
export const listReportsByDue = (work: Work, filter: ReportFilter, limit: number): Promise<Report[]> =>
  listReports(work, filter, { sorted: sorted(reportSorting, { sort: 'due' }), limit });

/** How many there are, counted up to a cap: beyond it nobody pages, and counting costs. */
export async function countReports(work: Work, filter: ReportFilter, cap = 1000): Promise<number> {
  const parts = reportsIn(work, filter, countedReportPolicy);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from ${reportRows()}
    where ${sql.join(parts, sql` and `)} limit ${sql.lit(cap)}) few`.execute(work.db);
  return rows[0]?.n ?? 0;
}

/** Changes a report if nobody saved before; false when somebody did. */
export const changeReport = (
  db: Db,
  report: { id: string; version: number },
  set: Partial<{
    status: ReportStatus;
    serviceId: string;
    ownerAgencyId: string;
    routedBy: string;
    routeWhy: string;
    routedAt: Date;
    timesRerouted: number;
    closedAt: Date | null;
    outcome: string | null;
    outcomeWords: string | null;
    duplicateOfId: string | null;
    caseId: string | null;
    issueType: string;
    isSensitive: boolean;
  }>,
): Promise<boolean> => changeRow(db, 'intake.report', report, set);

export async function addEvent(
  { db, viewer, clock, ids }: Work,
  event: {
    reportId: string;
    kind: string;
    words: string;
    isPublic?: boolean;
    detail?: Record<string, unknown>;
  },
): Promise<void> {
  const officer = viewer.kind === 'officer' ? viewer : undefined;
  await db
    .insertInto('intake.reportEvent')
    .values({
      id: ids.next(),
      reportId: event.reportId,
      at: clock.now(),
      kind: event.kind,
      officerId: officer?.officerId ?? null,
      agencyId: officer?.agencyId ?? null,
      words: event.words,
      detail: JSON.stringify(event.detail ?? {}),
      isPublic: event.isPublic ?? false,
    })
    .execute();
}

/** Who reported; null when nobody left a name. Row-level security stands behind the policy here. */
export async function findReporter({ db }: Work, report: Report) {
  const row = await db
    .selectFrom('intake.reporter')
    .select(['name', 'phone', 'email', 'address'])
    .where('reportId', '=', report.id)
    .executeTakeFirst();
  return row ?? null;
}

export interface Message {
  sentAt: Date;
  fromReporter: boolean;
  body: string;
  officerName: string | null;
}

/** Questions and answers, oldest first. */
export function listMessages({ db }: Work, report: Report): Promise<Message[]> {
  return db
    .selectFrom('intake.message as m')
    .leftJoin('directory.officer as o', 'o.id', 'm.officerId')
    .select(['m.sentAt', 'm.fromReporter', 'm.body', 'o.name as officerName'])
    .where('m.reportId', '=', report.id)
    .orderBy('m.sentAt')
    .execute();
}
