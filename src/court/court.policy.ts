import { sql } from 'kysely';
import { caseworkers, evidenceSupporters, victimReaders } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole } from '../platform/access/viewer.ts';

/** What decides who sees a prosecution file. */
export interface ProsecutionSubject {
  agencyId: string;
  /** The service that takes the case to court. */
  serviceId: string;
  /** Officers on evidential support whom it names. */
  supporterIds: readonly string[];
}

/** A prosecution file is for the service that takes the case to court, not for its agency, not by agreement; and for whoever it names for evidential support. */
export const prosecutionPolicy: Policy<ProsecutionSubject> = {
  name: 'court.prosecution',
  can: (viewer, file) =>
    viewer.kind === 'officer' &&
    viewer.side === 'OPS' &&
    viewer.agencyId === file.agencyId &&
    ((hasRole(viewer, ...caseworkers) && viewer.serviceIds.includes(file.serviceId)) ||
      (hasRole(viewer, ...evidenceSupporters) && file.supporterIds.includes(viewer.officerId))),
  visible(viewer, alias) {
    if (viewer.kind !== 'officer' || viewer.side !== 'OPS') return nobody;
    const sights = [
      ...(hasRole(viewer, ...caseworkers) ? [isOneOf(`${alias}.serviceId`, viewer.serviceIds)] : []),
      ...(hasRole(viewer, ...evidenceSupporters)
        ? [sql<boolean>`${sql.ref(`${alias}.supporterIds`)} @> array[${viewer.officerId}::uuid]`]
        : []),
    ];
    return allOf(isOneOf(`${alias}.agencyId`, [viewer.agencyId]), anyOf(...sights));
  },
};

/** What decides who on the safeguarding side learns that a case has ended. */
export interface OutcomeSubject {
  /** The agency whose register is asked to tell victims; none where nobody keeps one. */
  registerAgencyId: string | null;
}

/** An outcome, without the file it belongs to: whoever keeps the register that is asked to tell the victims. */
export const outcomePolicy: Policy<OutcomeSubject> = {
  name: 'court.outcome',
  can: (viewer, outcome) =>
    viewer.kind === 'officer' &&
    viewer.side === 'SAFEGUARD' &&
    hasRole(viewer, ...victimReaders) &&
    viewer.agencyId === outcome.registerAgencyId,
  visible: (viewer, alias) =>
    viewer.kind === 'officer' && viewer.side === 'SAFEGUARD' && hasRole(viewer, ...victimReaders)
      ? sql<boolean>`coalesce(${isOneOf(`${alias}.registerAgencyId`, [viewer.agencyId])}, FALSE)`
      : nobody,
};
