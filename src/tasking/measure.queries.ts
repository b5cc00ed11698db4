import { sql } from 'kysely';
import { meetingMeasures } from '../../reference/meeting-measures.ts';
import { reportPolicy } from '../intake/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';

/** What a figure is counted over: a service's records in a district, from a day up to an instant. */
export interface MeasureScope {
  serviceId: string;
  areaCode: string;
  from: Day;
  until: Date;
}

/** Reports of some kinds that came to a service about a district. Sensitive ones are no part of a meeting's figures. */
async function countReportsOf(
  { db, viewer }: Work,
  scope: MeasureScope,
  issueTypes: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from intake.report r
    where r.service_id = ${scope.serviceId} and r.district_code = ${scope.areaCode} and r.issue_type = any(${[...issueTypes]}::text[])
      and not r.is_sensitive and r.received_at >= ${scope.from}::date and r.received_at < ${scope.until} and ${reportPolicy.visible(viewer, 'r')}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** Penalties by day of issue, where penalties are kept; undefined says that nothing was counted. */
type Counter = (work: Work, scope: MeasureScope) => Promise<number | undefined>;
const counters = new Map<string, Counter>();

/** Gives a measure its count from another module's records, such as fixed penalty notices. Called where all is wired. */
export function registerMeasure(code: string, count: Counter): void {
  counters.set(code, count);
}

/** A measure counted from records as they stand; null where these records are not kept. */
export async function countMeasure(work: Work, code: string, scope: MeasureScope): Promise<number | null> {
  const counter = counters.get(code);
  if (counter) return (await counter(work, scope)) ?? null;
  const measure = meetingMeasures.find((m) => m.code === code);
  return measure?.countsFrom === 'reports' ? countReportsOf(work, scope, measure.issueTypes) : null;
}

export const measureName = (code: string): string =>
  meetingMeasures.find((m) => m.code === code)?.name ?? code;
export const measureWords = (code: string): string =>
  meetingMeasures.find((m) => m.code === code)?.plainDefinition ?? '';
