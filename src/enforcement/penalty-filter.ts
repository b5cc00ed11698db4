import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { countedFor } from './penalty.measure.ts';
import { penaltyPolicy } from './penalty.policy.ts';
import type { PenaltyStatus } from './penalty.words.ts';

/** What a list of penalties is narrowed by. */
export interface PenaltyFilter {
  status?: PenaltyStatus | 'unpaid' | undefined;
  offence?: string | undefined;
  districtCode?: string | undefined;
  agency?: 'mine' | undefined;
  /** The service that a notice is counted for. */
  serviceId?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
  reference?: string | undefined;
  reportId?: string | undefined;
  caseId?: string | undefined;
}

/** Overdue is told by the clock, as everywhere. */
const statusPart = (status: string, today: Day): RawBuilder<unknown> => {
  switch (status) {
    case 'unpaid':
      return sql`p.status in ('issued', 'overdue', 'reminded', 'representations')`;
    case 'overdue':
      return sql`(p.status = 'overdue' or (p.status = 'issued' and p.pay_until < ${today}::date))`;
    case 'issued':
      return sql`(p.status = 'issued' and p.pay_until >= ${today}::date)`;
    default:
      return sql`p.status = ${status}`;
  }
};

/** The conditions of a list, the policy first. */
export function filters({ viewer, clock }: Work, filter: PenaltyFilter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`${penaltyPolicy.visible(viewer, 'p')}`];
  if (filter.status) parts.push(statusPart(filter.status, clock.today()));
  if (filter.offence) parts.push(sql`p.offence = ${filter.offence}`);
  if (filter.districtCode) parts.push(sql`p.district_code = ${filter.districtCode}`);
  if (filter.agency && viewer.kind === 'officer') parts.push(sql`p.agency_id = ${viewer.agencyId}`);
  if (filter.serviceId) parts.push(sql`${countedFor('p')} = ${filter.serviceId}::uuid`);
  if (filter.from) parts.push(sql`p.issued_on >= ${filter.from}::date`);
  if (filter.to) parts.push(sql`p.issued_on <= ${filter.to}::date`);
  if (filter.reference) parts.push(sql`p.reference = ${filter.reference.trim().toUpperCase()}`);
  if (filter.reportId) parts.push(sql`p.report_id = ${filter.reportId}`);
  if (filter.caseId) parts.push(sql`p.case_id = ${filter.caseId}`);
  return parts;
}
