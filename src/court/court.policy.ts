import { sql } from 'kysely';
import { caseworkers, victimReaders } from '../directory/index.ts';
import { isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole } from '../platform/access/viewer.ts';

/** What decides who sees a prosecution file. */
export interface ProsecutionSubject {
  agencyId: string;
  /** The service that takes the case to court. */
  serviceId: string;
}

/** A prosecution file is for the service that takes the case to court, and for nobody else: not for its agency, not by agreement. */
export const prosecutionPolicy: Policy<ProsecutionSubject> = {
  name: 'court.prosecution',
  can: (viewer, file) =>
    viewer.kind === 'officer' &&
    viewer.side === 'OPS' &&
    hasRole(viewer, ...caseworkers) &&
    viewer.agencyId === file.agencyId &&
    viewer.serviceIds.includes(file.serviceId),
  visible: (viewer, alias) =>
    viewer.kind === 'officer' && viewer.side === 'OPS' && hasRole(viewer, ...caseworkers)
      ? sql<boolean>`(${isOneOf(`${alias}.agencyId`, [viewer.agencyId])} and ${isOneOf(`${alias}.serviceId`, viewer.serviceIds)})`
      : nobody,
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
