import { sql } from 'kysely';
import { caseworkers } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../platform/access/viewer.ts';

/** What decides who sees the file of a procedure. */
export interface FileSubject {
  agencyId: string;
  status: string;
}

/**
 * A file is seen by caseworkers of the agency that answers for it and of those with whom it shares its cases; before anybody
 * was told of it, or when it was discarded, by its own agency alone.
 *
 * @param unseen the statuses in which it is its own agency's business
 */
export const filePolicy = (name: string, unseen: readonly string[]): Policy<FileSubject> => ({
  name,
  can(viewer, file) {
    if (viewer.kind === 'system') return viewer.side === 'OPS';
    if (viewer.kind !== 'officer' || viewer.side !== 'OPS' || !hasRole(viewer, ...caseworkers)) return false;
    if (unseen.includes(file.status)) return viewer.agencyId === file.agencyId;
    return agenciesSeen(viewer, 'case').includes(file.agencyId);
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system') return viewer.side === 'OPS' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer' || viewer.side !== 'OPS' || !hasRole(viewer, ...caseworkers)) return nobody;
    return anyOf(
      isOneOf(`${alias}.agencyId`, [viewer.agencyId]),
      allOf(
        sql`${sql.ref(`${alias}.status`)} not in (${sql.join(unseen.map((status) => sql.lit(status)))})`,
        isOneOf(`${alias}.agencyId`, agenciesSeen(viewer, 'case')),
      ),
    );
  },
});

/** Whom a file is about, the evidence and the papers: for the own caseworkers of the agency that answers for it. */
export const mayReadWhole = (viewer: Viewer, file: Pick<FileSubject, 'agencyId'>): boolean =>
  viewer.kind === 'officer' &&
  viewer.side === 'OPS' &&
  viewer.agencyId === file.agencyId &&
  hasRole(viewer, ...caseworkers);
