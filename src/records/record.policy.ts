import { sql } from 'kysely';
import { caseworkers, type Role } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { agenciesSeen, hasRole } from '../platform/access/viewer.ts';

/** What decides who sees a received record. */
export interface RecordSubject {
  originAgencyId: string;
  handling: string;
}

const readers: readonly Role[] = [...caseworkers, 'safeguarding-officer'];

/** A record is seen by its own agency and those with an agreement; one from a sensitive report by neither. */
export const recordPolicy: Policy<RecordSubject> = {
  name: 'records.received-record',
  can(viewer, record) {
    if (viewer.kind !== 'officer' || !hasRole(viewer, ...readers)) return false;
    return (
      record.handling === 'ordinary' &&
      agenciesSeen(viewer, 'person').concat(agenciesSeen(viewer, 'report')).includes(record.originAgencyId)
    );
  },
  visible(viewer, alias) {
    if (viewer.kind !== 'officer' || !hasRole(viewer, ...readers)) return nobody;
    const agencies = [...new Set([...agenciesSeen(viewer, 'person'), ...agenciesSeen(viewer, 'report')])];
    return allOf(
      sql`${sql.ref(`${alias}.handling`)} = 'ordinary'`,
      anyOf(isOneOf(`${alias}.originAgencyId`, agencies)),
    );
  },
};
