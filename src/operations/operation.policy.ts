import { sql } from 'kysely';
import { nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';
import { readOperations } from './operation.permissions.ts';

/** What decides who sees a day of action. */
export interface OperationSubject {
  /** The agencies that take part or are asked to, the one that leads among them. */
  agencyIds: readonly string[];
}
const reads = (viewer: Viewer): string | undefined =>
  viewer.kind === 'officer' && viewer.side === 'OPS' && hasRole(viewer, ...readOperations.roles)
    ? viewer.agencyId
    : undefined;

/** A day of action: the agencies that take part or were asked. To everybody else there is none, before the day and after. */
export const operationPolicy: Policy<OperationSubject> = {
  name: 'operations.operation',
  can(viewer, given) {
    const agencyId = reads(viewer);
    return agencyId !== undefined && given.agencyIds.includes(agencyId);
  },
  visible(viewer, alias) {
    const agencyId = reads(viewer);
    return agencyId ? sql<boolean>`${sql.ref(`${alias}.agencyIds`)} @> array[${agencyId}::uuid]` : nobody;
  },
};
