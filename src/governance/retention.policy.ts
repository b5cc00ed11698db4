import { isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole } from '../platform/access/viewer.ts';

/** What decides who learns that a record is due, was let go or is held. */
export interface RetentionSubject {
  agencyId: string;
}

/**
 * What is due, what went and what is held is told to the auditor of the agency that answers for the record, by kind, reference
 * and day: never what it says. Nobody is told another agency's, nor how many of it there are.
 */
export const retentionPolicy: Policy<RetentionSubject> = {
  name: 'governance.retention',
  can: (viewer, { agencyId }) =>
    viewer.kind === 'officer' && hasRole(viewer, 'auditor') && viewer.agencyId === agencyId,
  visible: (viewer, alias) =>
    viewer.kind === 'officer' && hasRole(viewer, 'auditor')
      ? isOneOf(`${alias}.agencyId`, [viewer.agencyId])
      : nobody,
};
