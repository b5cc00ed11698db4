import { sql } from 'kysely';
import { addDays } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { reportPolicy } from './report.policy.ts';
import { addEvent, changeReport, findReport, type Report } from './report.store.ts';

/** An earlier report of the same thing at the same place. */
export interface EarlierReport {
  id: string;
  reference: string;
  receivedAt: Date;
  closedAt: Date;
  outcome: string | null;
  placeWords: string | null;
  serviceName: string;
  caseId: string | null;
  version: number;
}

/** How near and how far back counts as the same problem coming back. */
export const sameProblem = { metres: 100, months: 12 } as const;

/**
 * Closed reports of the same kind within 100 metres, or with the same words for the place, in the twelve months before,
 * as far as the viewer may see them; newest first.
 */
export async function earlierLikeThis({ db, viewer }: Work, report: Report): Promise<EarlierReport[]> {
  const reach = sameProblem.metres / 111_320;
  const near =
    report.lon === null || report.lat === null
      ? sql<boolean>`false`
      : sql<boolean>`(r.lat between ${report.lat - reach} and ${report.lat + reach} and sqrt(power((r.lat - ${report.lat}) * 111320, 2)
          + power((r.lon - ${report.lon}) * 111320 * cos(radians(${report.lat})), 2)) <= ${sameProblem.metres})`;
  const sameWords = report.placeWords
    ? sql<boolean>`lower(r.place_words) = lower(${report.placeWords})`
    : sql<boolean>`false`;
  const since = addDays(report.receivedAt.toISOString().slice(0, 10), -365);
  const { rows } = await sql<EarlierReport>`
    select r.id, r.reference, r.received_at, r.closed_at, r.outcome, r.place_words, s.name as service_name, r.case_id, r.version
    from intake.report r join directory.service s on s.id = r.service_id
    where r.issue_type = ${report.issueType} and r.id <> ${report.id} and r.status = 'closed' and r.closed_at is not null
      and r.received_at >= ${since}::date and r.received_at < ${report.receivedAt} and (${near} or ${sameWords})
      and not r.is_sensitive and ${reportPolicy.visible(viewer, 'r')}
    order by r.received_at desc, r.id limit 20`.execute(db);
  return rows;
}

/** Whether a report was opened again after it was closed, or ended unsolved. */
export async function wasNotSolved({ db }: Work, report: Report): Promise<boolean> {
  if (report.outcome === 'not-solved') return true;
  const row = await db
    .selectFrom('intake.reportEvent')
    .select('id')
    .where('reportId', '=', report.id)
    .where('kind', '=', 'reopen')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts an earlier report on a case as its history; its own status stays as it was. */
export async function attachToCase(
  work: Work,
  input: { reportId: string; caseId: string; caseReference: string },
): Promise<boolean> {
  const report = await findReport(work, input.reportId);
  if (!report || report.caseId !== null) return false;
  if (!(await changeReport(work.db, report, { caseId: input.caseId }))) return false;
  await addEvent(work, {
    reportId: report.id,
    kind: 'case',
    // Whoever reads this report may not know of the case, so its reference is no part of the words.
    words: 'Put on a case as history',
    detail: { case: input.caseReference },
  });
  return true;
}
