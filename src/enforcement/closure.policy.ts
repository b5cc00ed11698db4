import { sql } from 'kysely';
import { caseworkers } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../platform/access/viewer.ts';

/** What decides who sees the file of a closure. */
export interface ClosureSubject {
  agencyId: string;
  status: string;
}

/** Statuses in which nobody but the file's own agency learns that there is one. */
const ownAlone: readonly string[] = ['prepared', 'consulted', 'void'];
export const isOwnAlone = (status: string): boolean => ownAlone.includes(status);

/**
 * A file is seen by caseworkers of the agency that serves the notice and of those with whom it shares its cases; before the
 * notice, or when it was discarded, by its own agency alone.
 */
export const closurePolicy: Policy<ClosureSubject> = {
  name: 'enforcement.closure',
  can(viewer, file) {
    if (viewer.kind === 'system') return viewer.side === 'OPS';
    if (viewer.kind !== 'officer' || viewer.side !== 'OPS' || !hasRole(viewer, ...caseworkers)) return false;
    if (isOwnAlone(file.status)) return viewer.agencyId === file.agencyId;
    return agenciesSeen(viewer, 'case').includes(file.agencyId);
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system') return viewer.side === 'OPS' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer' || viewer.side !== 'OPS' || !hasRole(viewer, ...caseworkers)) return nobody;
    return anyOf(
      isOneOf(`${alias}.agencyId`, [viewer.agencyId]),
      allOf(
        sql`not ${sql.ref(`${alias}.status`)} = any(${[...ownAlone]}::text[])`,
        isOneOf(`${alias}.agencyId`, agenciesSeen(viewer, 'case')),
      ),
    );
  },
};

/** Where it is, who lives there, the checklist and the papers: for the agency's own officers. */
export const mayReadPlace = (viewer: Viewer, file: Pick<ClosureSubject, 'agencyId'>): boolean =>
  viewer.kind === 'officer' &&
  viewer.side === 'OPS' &&
  viewer.agencyId === file.agencyId &&
  hasRole(viewer, ...caseworkers);
