import { sql } from 'kysely';
import { caseworkers, intelligenceReaders } from '../../directory/index.ts';
import { isOneOf, nobody, type Policy } from '../../platform/access/policy.ts';
import { hasRole } from '../../platform/access/viewer.ts';

/** What decides who learns that an enquiry was put to the unit, and that it was considered. */
export interface EnquirySubject {
  /** The side it came from. */
  side: 'OPS' | 'GOV';
  agencyId: string;
  /** The service whose file it is about; none of a request of governance. */
  serviceId: string | null;
  unitAgencyId: string;
}

/** An enquiry: the service or the auditor's agency that asked, and the unit that considers it. To everybody else there is none. */
export const enquiryPolicy: Policy<EnquirySubject> = {
  name: 'intelligence.enquiry',
  can(viewer, given) {
    if (viewer.kind !== 'officer') return false;
    if (viewer.side === 'INTEL')
      return hasRole(viewer, ...intelligenceReaders) && given.unitAgencyId === viewer.agencyId;
    if (viewer.side !== given.side || given.agencyId !== viewer.agencyId) return false;
    if (viewer.side === 'GOV') return hasRole(viewer, 'auditor');
    return (
      hasRole(viewer, ...caseworkers) &&
      given.serviceId !== null &&
      viewer.serviceIds.includes(given.serviceId)
    );
  },
  visible(viewer, alias) {
    if (viewer.kind !== 'officer') return nobody;
    const column = (name: string) => sql.ref(`${alias}.${name}`);
    const own = sql<boolean>`${column('side')} = ${viewer.side} and ${column('agencyId')} = ${viewer.agencyId}::uuid`;
    if (viewer.side === 'INTEL')
      return hasRole(viewer, ...intelligenceReaders)
        ? sql<boolean>`${column('unitAgencyId')} = ${viewer.agencyId}::uuid`
        : nobody;
    if (viewer.side === 'GOV') return hasRole(viewer, 'auditor') ? own : nobody;
    if (viewer.side !== 'OPS' || !hasRole(viewer, ...caseworkers)) return nobody;
    return sql<boolean>`(${own} and coalesce(${isOneOf(`${alias}.serviceId`, viewer.serviceIds)}, FALSE))`;
  },
};
