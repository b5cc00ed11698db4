import { sql } from 'kysely';
import { intelligenceReaders } from '../../directory/index.ts';
import { nobody, type Policy } from '../../platform/access/policy.ts';
import { hasRole, type Viewer } from '../../platform/access/viewer.ts';

/** What decides who reads an item of intelligence. */
export interface ItemSubject {
  agencyId: string;
}

const reads = (viewer: Viewer) =>
  viewer.kind === 'officer' && viewer.side === 'INTEL' && hasRole(viewer, ...intelligenceReaders)
    ? viewer.agencyId
    : undefined;

/** Raw intelligence, its grades and history: the unit that holds it, on the intelligence side, and nobody else. */
export const itemPolicy: Policy<ItemSubject> = {
  name: 'intelligence.item',
  can: (viewer, item) => reads(viewer) === item.agencyId,
  visible(viewer, alias) {
    const agencyId = reads(viewer);
    // One equality, so that the index gives the order of the queue.
    return agencyId ? sql<boolean>`${sql.ref(`${alias}.agencyId`)} = ${agencyId}::uuid` : nobody;
  },
};
