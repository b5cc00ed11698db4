import { sql } from 'kysely';
import { nobody, type Policy } from '../../platform/access/policy.ts';
import { hasRole } from '../../platform/access/viewer.ts';
import { itemPolicy } from '../item/item.policy.ts';

/** What decides who learns that somebody is watched for. */
export interface WatchSubject {
  agencyId: string;
  keptBy: string;
}

/** A watch, and every hit of it: the officer of the unit who keeps it, and the manager. To everybody else nobody is watched for. */
export const watchPolicy: Policy<WatchSubject> = {
  name: 'intelligence.watch',
  can: (viewer, watch) =>
    viewer.kind === 'officer' &&
    itemPolicy.can(viewer, watch) &&
    (hasRole(viewer, 'intelligence-manager') || watch.keptBy === viewer.officerId),
  visible(viewer, alias) {
    if (viewer.kind !== 'officer') return nobody;
    const ofUnit = itemPolicy.visible(viewer, alias);
    return hasRole(viewer, 'intelligence-manager')
      ? ofUnit
      : sql<boolean>`(${ofUnit} and ${sql.ref(`${alias}.keptBy`)} = ${viewer.officerId}::uuid)`;
  },
};
