import { sql } from 'kysely';
import { caseworkers } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../platform/access/viewer.ts';

/** What decides who sees a file of community protection. */
export interface ProtectionSubject {
  agencyId: string;
  status: string;
}

/** Statuses in which nobody but the file's own agency learns that there is one. */
const ownAlone: readonly string[] = ['drafted', 'void'];
export const isOwnAlone = (status: string): boolean => ownAlone.includes(status);

/**
 * A file is seen by caseworkers of the agency that issued it and of those with whom it shares its cases; a draft, served on
 * nobody yet or never, by its own agency alone.
 */
export const protectionPolicy: Policy<ProtectionSubject> = {
  name: 'enforcement.protection',
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

/** Who is warned, what they did, the evidence and the letters: for the issuing agency's own officers. */
export const mayReadSubject = (viewer: Viewer, file: ProtectionSubject): boolean =>
  viewer.kind === 'officer' &&
  viewer.side === 'OPS' &&
  viewer.agencyId === file.agencyId &&
  hasRole(viewer, ...caseworkers);
