import { sql } from 'kysely';
import { nobody, type Policy } from '../../platform/access/policy.ts';
import { itemPolicy } from '../item/item.policy.ts';

/** What decides who opens a kept chart. */
export interface KeptSubject {
  agencyId: string;
  officerId: string;
}

/** A kept chart is of the officer who arranged it, while they are of the unit. */
export const keptPolicy: Policy<KeptSubject> = {
  name: 'intelligence.kept-chart',
  can: (viewer, kept) =>
    viewer.kind === 'officer' && itemPolicy.can(viewer, kept) && kept.officerId === viewer.officerId,
  visible: (viewer, alias) =>
    viewer.kind === 'officer'
      ? sql<boolean>`(${itemPolicy.visible(viewer, alias)} and ${sql.ref(`${alias}.officerId`)} = ${viewer.officerId}::uuid)`
      : nobody,
};
