import { sql } from 'kysely';
import { meetingMeasures } from '../../reference/meeting-measures.ts';
import { countPenaltiesOf } from '../enforcement/index.ts';
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
      and not r.is_sensitive and r.received_at >= (${scope.from}::date::timestamp at time zone 'Europe/London') and r.received_at < ${scope.until} and ${reportPolicy.visible(viewer, 'r')}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** A measure counted from records as they stand; null where these records are not kept. */
export async function countMeasure(work: Work, code: string, scope: MeasureScope): Promise<number | null> {
  if (code === 'fpns') return countPenaltiesOf(work, scope);
  const measure = meetingMeasures.find((m) => m.code === code);
  return measure?.countsFrom === 'reports' ? countReportsOf(work, scope, measure.issueTypes) : null;
}

/** Where the records are that a measure counts over some days of a service in a district, by what they are. */
export function measureLists(
  code: string,
  { serviceId, areaCode, from, to }: { serviceId: string; areaCode: string; from: Day; to: Day },
): { words: string; href: string }[] {
  const measure = meetingMeasures.find((m) => m.code === code);
  const scope = { serviceId, districtCode: areaCode, from, to };
  if (measure?.countsFrom === 'penalties')
    return [{ words: 'penalty notices', href: `/penalties?${new URLSearchParams(scope)}` }];
  return (measure?.issueTypes ?? []).map((issueType) => ({
    words: `${issueType.replaceAll('-', ' ')} reports`,
    href: `/reports?${new URLSearchParams({ ...scope, issueType })}`,
  }));
}

export const measureName = (code: string): string =>
  meetingMeasures.find((m) => m.code === code)?.name ?? code;
export const measureWords = (code: string): string =>
  meetingMeasures.find((m) => m.code === code)?.plainDefinition ?? '';
