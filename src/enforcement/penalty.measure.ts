import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import { penaltyPolicy } from './penalty.policy.ts';

/**
 * Which one service a notice is counted for: the one its report is with, else the issuing officer's own. One and never
 * two, because the Management Board adds services up.
 */
export const countedFor = (alias: string): RawBuilder<string | null> =>
  sql`coalesce((select r.service_id from intake.report r where r.id = ${sql.ref(`${alias}.reportId`)}),
    (select m.service_id from directory.service_member m join directory.service s on s.id = m.service_id
      where m.officer_id = ${sql.ref(`${alias}.issuedBy`)} and s.agency_id = ${sql.ref(`${alias}.agencyId`)} order by m.service_id limit 1))`;

/** Notices issued for a service in a district, from a day up to the day before an instant's. */
export async function countPenaltiesOf(
  { db, viewer }: Work,
  scope: { serviceId: string; areaCode: string; from: string; until: Date },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from enforcement.penalty f
    where f.issued_on >= ${scope.from}::date and f.issued_on < (${scope.until}::timestamptz at time zone 'Europe/London')::date
      and f.district_code = ${scope.areaCode} and ${countedFor('f')} = ${scope.serviceId}::uuid and ${penaltyPolicy.visible(viewer, 'f')}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
