import { sql } from 'kysely';
import { caseworkers } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../platform/access/viewer.ts';

/** What decides who sees a case. */
export interface CaseSubject {
  leadAgencyId: string;
  isPersonal: boolean;
  /** The services on it, the leading one among them, and their agencies. */
  serviceIds: readonly string[];
  agencyIds: readonly string[];
}

const ids = (values: readonly string[]) => sql`${[...values]}::uuid[]`;

/**
 * A case is seen by the agencies of the services on it and by those with an agreement with the leading agency; a
 * personal one by the services on it and nobody else.
 */
export const casePolicy: Policy<CaseSubject> = {
  name: 'enforcement.case',
  can(viewer, subject) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' || viewer.side === 'OPS';
    if (viewer.kind !== 'officer' || !hasRole(viewer, ...caseworkers)) return false;
    if (subject.isPersonal) return subject.serviceIds.some((id) => viewer.serviceIds.includes(id));
    return (
      subject.agencyIds.includes(viewer.agencyId) ||
      agenciesSeen(viewer, 'case').includes(subject.leadAgencyId)
    );
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system')
      return viewer.side === 'WORKER' || viewer.side === 'OPS' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer' || !hasRole(viewer, ...caseworkers)) return nobody;
    const id = sql.ref(`${alias}.id`);
    const isPersonal = sql.ref(`${alias}.isPersonal`);
    const onIt = sql<boolean>`exists (select 1 from enforcement.case_service z where z.case_id = ${id} and z.service_id = any(${ids(viewer.serviceIds)}))`;
    const agencyOnIt = sql<boolean>`exists (select 1 from enforcement.case_service z where z.case_id = ${id} and z.agency_id = ${viewer.agencyId})`;
    return anyOf(
      allOf(sql`${isPersonal}`, onIt),
      allOf(
        sql`not ${isPersonal}`,
        anyOf(isOneOf(`${alias}.leadAgencyId`, agenciesSeen(viewer, 'case')), agencyOnIt),
      ),
    );
  },
};

/** Acts are for the agencies whose services are on the case. */
export const mayWorkCase = (viewer: Viewer, subject: CaseSubject): boolean =>
  viewer.kind === 'officer' &&
  hasRole(viewer, ...caseworkers) &&
  casePolicy.can(viewer, subject) &&
  subject.agencyIds.includes(viewer.agencyId);
