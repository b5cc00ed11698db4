import { sql } from 'kysely';
import { caseworkers } from '../directory/index.ts';
import { allOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';

/** What decides who sees that something was delivered from a telephone. */
export interface CaptureSubject {
  agencyId: string;
  officerId: string;
}

/** What was delivered, and photographs that wait: whoever wrote or took them, in the agency they did it for, and nobody else. */
export const capturePolicy: Policy<CaptureSubject> = {
  name: 'field.capture',
  can: (viewer: Viewer, given) =>
    viewer.kind === 'officer' &&
    viewer.side === 'OPS' &&
    hasRole(viewer, ...caseworkers) &&
    viewer.officerId === given.officerId &&
    viewer.agencyId === given.agencyId,
  visible: (viewer, alias) =>
    viewer.kind === 'officer' && viewer.side === 'OPS' && hasRole(viewer, ...caseworkers)
      ? allOf(
          sql<boolean>`${sql.ref(`${alias}.officerId`)} = ${viewer.officerId}::uuid`,
          sql<boolean>`${sql.ref(`${alias}.agencyId`)} = ${viewer.agencyId}::uuid`,
        )
      : nobody,
};
