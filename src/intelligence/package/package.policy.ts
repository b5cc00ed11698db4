import { sql } from 'kysely';
import { caseworkers, intelligenceReaders } from '../../directory/index.ts';
import { nobody, type Policy } from '../../platform/access/policy.ts';
import { hasRole } from '../../platform/access/viewer.ts';

/** What decides who meets a package that was released. */
export interface PackageSubject {
  /** The agency whose unit released it. */
  agencyId: string;
  /** Agencies all of whose caseworkers are recipients. */
  agencyIds: readonly string[];
  /** Officers named as recipients. */
  officerIds: readonly string[];
}

/** A package: the unit that released it, and the recipients that it names. To everybody else there is none. */
export const packagePolicy: Policy<PackageSubject> = {
  name: 'intelligence.package',
  can(viewer, given) {
    if (viewer.kind !== 'officer') return false;
    if (viewer.side === 'INTEL')
      return hasRole(viewer, ...intelligenceReaders) && given.agencyId === viewer.agencyId;
    if (viewer.side !== 'OPS' || !hasRole(viewer, ...caseworkers)) return false;
    return given.agencyIds.includes(viewer.agencyId) || given.officerIds.includes(viewer.officerId);
  },
  visible(viewer, alias) {
    if (viewer.kind !== 'officer') return nobody;
    const column = (name: string) => sql.ref(`${alias}.${name}`);
    if (viewer.side === 'INTEL')
      return hasRole(viewer, ...intelligenceReaders)
        ? sql<boolean>`${column('agencyId')} = ${viewer.agencyId}::uuid`
        : nobody;
    if (viewer.side !== 'OPS' || !hasRole(viewer, ...caseworkers)) return nobody;
    return sql<boolean>`(${column('agencyIds')} @> array[${viewer.agencyId}::uuid] or ${column('officerIds')} @> array[${viewer.officerId}::uuid] or FALSE)`;
  },
};
