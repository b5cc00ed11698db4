import { type RawBuilder, sql } from 'kysely';
import { mayUse } from '../platform/access/permission.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import { dayOf } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import {
  askedWords,
  type FoundPage,
  folded,
  nothingFound,
  type SearchAsk,
  searchCap,
} from '../platform/search/found.ts';
import { excerpt } from '../platform/search/highlight.ts';
import { byReference } from '../platform/search/reference.ts';
import { dayWords } from '../platform/ui/index.ts';
import { readReports } from './intake.permissions.ts';
import { mayReadWords, reportPolicy, sightMarks } from './report.policy.ts';
import { type ReportStatus, statusWords } from './report.words.ts';

/** The words and ones that occur in reports and are like them, as a query on an index of words; empty without a word. */
export async function wordsLike(work: Work, words: string): Promise<string> {
  const { rows } = await sql<{
    alike: string;
  }>`select intake.query_like(${folded(words)})::text as alike`.execute(work.db);
  return rows[0]?.alike ?? '';
}

/**
 * Whether report `r` says what is asked, read from the viewer's part of the index alone; the policy still decides beside it.
 * What holds no word («the») is said by none.
 */
export function reportSays(viewer: Viewer, query: RawBuilder<unknown>): RawBuilder<boolean> {
  const marks = sightMarks(viewer);
  return marks === undefined
    ? sql<boolean>`r.search @@ ${query}`
    : sql<boolean>`r.search @@ intake.asked(${query}, ${[...marks]}::text[])`;
}

/** Reports that say the words, or words like them, newest first. */
export async function searchReports(work: Work, ask: SearchAsk): Promise<FoundPage> {
  // Words search the text, so they are only for those who may read it.
  if (!mayUse(work.viewer, readReports) || !mayReadWords(work.viewer) || ask.alike === '')
    return nothingFound;
  return pageOf(work, ask, ask.alike === undefined ? askedWords(ask.words) : sql`${ask.alike}::tsquery`);
}

interface Row {
  id: string;
  reference: string;
  issueName: string;
  description: string;
  placeWords: string | null;
  serviceName: string;
  agencyName: string;
  receivedAt: Date;
  status: ReportStatus;
}

async function pageOf(work: Work, ask: SearchAsk, query: RawBuilder<unknown>): Promise<FoundPage> {
  const hit = sql`${reportSays(work.viewer, query)} and ${reportPolicy.visible(work.viewer, 'r')}`;
  const { rows: counted } = await sql<{
    id: string;
  }>`select r.id from intake.report r where ${hit} limit ${sql.lit(searchCap)}`.execute(work.db);
  const count = counted.length;
  if (count === 0 || ask.limit === 0) return { ...nothingFound, count };
  // Under the cap these are all there are; else the newest are found by going down the days.
  const wanted = count < searchCap ? sql`r.id = any(${counted.map(({ id }) => id)}::uuid[])` : hit;
  const { rows } =
    await sql<Row>`select r.id, r.reference, t.name as issue_name, r.description, r.place_words, s.name as service_name, a.name as agency_name,
      r.received_at, r.status from intake.report r join directory.issue_type t on t.code = r.issue_type join directory.service s on s.id = r.service_id
      join directory.agency a on a.id = r.owner_agency_id where ${wanted} order by r.received_at desc, r.id desc limit ${sql.lit(ask.limit)} offset ${ask.offset}`.execute(
      work.db,
    );
  return {
    count,
    found: rows.map((row) => ({
      id: row.id,
      href: `/reports/${row.id}`,
      title: `${row.reference}: ${row.issueName}`,
      about: [
        excerpt(row.description, ask.words),
        row.placeWords,
        `${row.serviceName}, ${row.agencyName}`,
        `${statusWords[row.status]}, received ${dayWords(dayOf(row.receivedAt))}`,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  };
}

/** Where a report of this reference is, if the viewer may see it. */
export const reportByReference = byReference({
  table: 'intake.report',
  permission: readReports,
  policy: reportPolicy,
  under: '/reports',
});
