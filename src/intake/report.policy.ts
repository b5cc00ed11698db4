import { type RawBuilder, sql } from 'kysely';
import { type Role, reportReaders } from '../directory/index.ts';
import { allOf, anyOf, isAmong, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { agenciesSeen, hasRole, type OfficerViewer, type Viewer } from '../platform/access/viewer.ts';

/** What decides who sees a report. */
export interface ReportSubject {
  ownerAgencyId: string;
  receivedByAgencyId: string;
  serviceId: string;
  isSensitive: boolean;
}

const readers: readonly Role[] = [...reportReaders, 'performance-analyst'];

/**
 * A report is seen by the agency that owns it, the one that took it, and those with an agreement with the owner.
 * A sensitive one is seen by the service it is with, and by nobody else: that it exists is restricted.
 */
export const reportPolicy: Policy<ReportSubject> = {
  name: 'intake.report',
  can(viewer, report) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' || viewer.side === 'OPS';
    if (viewer.kind !== 'officer' || !hasRole(viewer, ...readers)) return false;
    if (report.isSensitive) return viewer.serviceIds.includes(report.serviceId);
    return (
      agenciesSeen(viewer, 'report').includes(report.ownerAgencyId) ||
      report.receivedByAgencyId === viewer.agencyId
    );
  },
  visible: (viewer, alias) => seen(viewer, alias, isOneOf),
};

/** The same, for counting: the statement keeps its plan (docs/benchmarks.md). A list keeps the other, whose plans fit its order better. */
export const countedReportPolicy: Policy<ReportSubject> = {
  ...reportPolicy,
  name: 'intake.report, counted',
  visible: (viewer, alias) => seen(viewer, alias, isAmong),
};

function seen(viewer: Viewer, alias: string, isIn: typeof isOneOf): RawBuilder<boolean> {
  if (viewer.kind === 'system') return viewer.side === 'WORKER' || viewer.side === 'OPS' ? sql`TRUE` : nobody;
  if (viewer.kind !== 'officer' || !hasRole(viewer, ...readers)) return nobody;
  const ordinary = allOf(
    sql`not ${sql.ref(`${alias}.isSensitive`)}`,
    anyOf(
      isIn(`${alias}.ownerAgencyId`, agenciesSeen(viewer, 'report')),
      isIn(`${alias}.receivedByAgencyId`, [viewer.agencyId]),
    ),
  );
  const sensitive = allOf(
    sql`${sql.ref(`${alias}.isSensitive`)}`,
    isIn(`${alias}.serviceId`, viewer.serviceIds),
  );
  return anyOf(ordinary, sensitive);
}

/** Photographs that came with a report: whoever may read its words. The database holds their bytes to the same (policy `file_report`). */
export const photoPolicy: Policy<ReportSubject> = {
  name: 'intake.photo',
  can: (viewer, report) => mayReadWords(viewer) && reportPolicy.can(viewer, report),
  visible: (viewer, alias) => (mayReadWords(viewer) ? reportPolicy.visible(viewer, alias) : nobody),
};

/**
 * The marks in the index of words under which a viewer finds reports; undefined for the system, which finds all. A report that
 * the policy shows stands under one of them (a property test says so), so that a search reads the viewer's own reports only.
 * A mark holds the end of an id: where two share one, more is read than need be and no more is seen.
 */
export function sightMarks(viewer: Viewer): readonly string[] | undefined {
  if (viewer.kind !== 'officer') return undefined;
  const mark = (letter: 'o' | 't' | 's', id: string) => `${letter}${id.slice(-4)}`;
  return [
    ...new Set([
      ...agenciesSeen(viewer, 'report').map((id) => mark('o', id)),
      mark('t', viewer.agencyId),
      ...viewer.serviceIds.map((id) => mark('s', id)),
    ]),
  ];
}

/** Words, place and history are for those who deal with reports; the analyst counts rows without them. */
export const mayReadWords = (viewer: Viewer): boolean =>
  viewer.kind === 'system' || hasRole(viewer, ...reportReaders);

/** Who reported is for the owning service and the desk that took it: nobody else needs to ring them. */
export const mayReadReporter = (viewer: Viewer, report: ReportSubject & { status: string }): boolean =>
  viewer.kind === 'officer' &&
  (viewer.serviceIds.includes(report.serviceId) ||
    (hasRole(viewer, 'reception') &&
      report.receivedByAgencyId === viewer.agencyId &&
      report.status === 'new'));

/** Acts are for the agency the report is with; a sensitive one for its service. */
export const mayWork = (viewer: Viewer, report: ReportSubject): boolean =>
  viewer.kind === 'officer' &&
  viewer.agencyId === report.ownerAgencyId &&
  (!report.isSensitive || viewer.serviceIds.includes(report.serviceId));

/** Whether the file of an abandoned vehicle is opened from a report by this officer: the roles are those of its table of steps. */
export const mayOpenVehicle = (viewer: OfficerViewer, report: { issueType: string }): boolean =>
  report.issueType === 'abandoned-vehicle' &&
  hasRole(
    viewer,
    ...(['jet-officer', 'jet-supervisor', 'community-safety-coordinator'] as const),
    ...(['environmental-health-officer', 'service-officer'] as const),
  );
