import { sql } from 'kysely';
import { caseworkers, intelligenceReaders } from '../../directory/index.ts';
import { isOneOf, nobody, type Policy } from '../../platform/access/policy.ts';
import { hasRole } from '../../platform/access/viewer.ts';

/** What decides who sees a commission. */
export interface CommissionSubject {
  agencyId: string;
  serviceId: string;
  unitAgencyId: string;
}

/** A commission: caseworkers of the service that gave it, and the unit that works on it. To everybody else there is none. */
export const commissionPolicy: Policy<CommissionSubject> = {
  name: 'intelligence.commission',
  can(viewer, given) {
    if (viewer.kind !== 'officer') return false;
    if (viewer.side === 'INTEL')
      return hasRole(viewer, ...intelligenceReaders) && given.unitAgencyId === viewer.agencyId;
    return (
      viewer.side === 'OPS' &&
      hasRole(viewer, ...caseworkers) &&
      given.agencyId === viewer.agencyId &&
      viewer.serviceIds.includes(given.serviceId)
    );
  },
  visible(viewer, alias) {
    if (viewer.kind !== 'officer') return nobody;
    const column = (name: string) => sql.ref(`${alias}.${name}`);
    if (viewer.side === 'INTEL')
      return hasRole(viewer, ...intelligenceReaders)
        ? sql<boolean>`${column('unitAgencyId')} = ${viewer.agencyId}::uuid`
        : nobody;
    if (viewer.side !== 'OPS' || !hasRole(viewer, ...caseworkers)) return nobody;
    return sql<boolean>`(${column('agencyId')} = ${viewer.agencyId}::uuid and coalesce(${isOneOf(`${alias}.serviceId`, viewer.serviceIds)}, FALSE))`;
  },
};
