import { sql } from 'kysely';
import { intelligenceReaders } from '../../directory/index.ts';
import { nobody, type Policy } from '../../platform/access/policy.ts';
import { hasRole, type Viewer } from '../../platform/access/viewer.ts';
import { notCounted } from './item.words.ts';

/** What decides who reads an item of intelligence. */
export interface ItemSubject {
  agencyId: string;
}

const reads = (viewer: Viewer) =>
  viewer.kind === 'officer' && viewer.side === 'INTEL' && hasRole(viewer, ...intelligenceReaders)
    ? viewer.agencyId
    : undefined;

/** What decides who reads an item whole: parts of it are held to the same by the database. */
export interface WholeItem extends ItemSubject {
  isSensitive: boolean;
  /** Officers whom the manager named on it, and who shut it. */
  sensitiveReaders: readonly string[];
}

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

/** An item of the unit; where it is sensitive, for the manager and the officers named on it alone. */
export const wholeItemPolicy: Policy<WholeItem> = {
  name: 'intelligence.whole-item',
  can: (viewer, item) =>
    itemPolicy.can(viewer, item) &&
    (!item.isSensitive ||
      hasRole(viewer, 'intelligence-manager') ||
      (viewer.kind === 'officer' && item.sensitiveReaders.includes(viewer.officerId))),
  visible(viewer, alias) {
    const ofUnit = itemPolicy.visible(viewer, alias);
    if (viewer.kind !== 'officer' || hasRole(viewer, 'intelligence-manager')) return ofUnit;
    const [isSensitive, readers] = [sql.ref(`${alias}.isSensitive`), sql.ref(`${alias}.sensitiveReaders`)];
    return sql<boolean>`(${ofUnit} and (not ${isSensitive} or ${readers} @> array[${viewer.officerId}::uuid]))`;
  },
};

/** Of the items of the unit, those that are about something: not the same as another, and not deleted. */
export const counted = (alias: string) =>
  sql<boolean>`${sql.ref(`${alias}.status`)} not in (${sql.join(notCounted.map((one) => sql.lit(one)))})`;
