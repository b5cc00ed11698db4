import { sql } from 'kysely';
import { victimReaders } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole } from '../platform/access/viewer.ts';

/** What decides who sees a person on the register. */
export interface FileSubject {
  agencyId: string;
  leadAgencyId: string;
  offeredAgencyId: string | null;
}

/**
 * Somebody on the register is seen by the safeguarding officers of the agency that keeps the file, of the one that leads,
 * and of the one that the lead is offered to. Partners see it in no other way, whatever lists they have given.
 */
export const filePolicy: Policy<FileSubject> = {
  name: 'safeguarding.victim-file',
  can(viewer, file) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER';
    if (viewer.kind !== 'officer' || !hasRole(viewer, ...victimReaders)) return false;
    return [file.agencyId, file.leadAgencyId, file.offeredAgencyId].includes(viewer.agencyId);
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer' || !hasRole(viewer, ...victimReaders)) return nobody;
    const own = [viewer.agencyId];
    return anyOf(
      isOneOf(`${alias}.agencyId`, own),
      isOneOf(`${alias}.leadAgencyId`, own),
      sql`coalesce(${isOneOf(`${alias}.offeredAgencyId`, own)}, false)`,
    );
  },
};

/** What decides who sees a visit. */
export interface VisitSubject {
  agencyId: string;
  assignedTo: string;
}

/** A visit is seen by the officer who goes, and by whoever keeps a register at the agency that planned it. */
export const visitPolicy: Policy<VisitSubject> = {
  name: 'safeguarding.visit',
  can(viewer, visit) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER';
    if (viewer.kind !== 'officer') return false;
    if (hasRole(viewer, ...victimReaders) && visit.agencyId === viewer.agencyId) return true;
    return hasRole(viewer, 'warden', ...victimReaders) && visit.assignedTo === viewer.officerId;
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer' || !hasRole(viewer, 'warden', ...victimReaders)) return nobody;
    return anyOf(
      isOneOf(`${alias}.assignedTo`, [viewer.officerId]),
      ...(hasRole(viewer, ...victimReaders) ? [allOf(isOneOf(`${alias}.agencyId`, [viewer.agencyId]))] : []),
    );
  },
};
