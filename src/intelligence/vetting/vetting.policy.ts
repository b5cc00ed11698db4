import { sql } from 'kysely';
import { intelligenceReaders, schemeKeepers } from '../../directory/index.ts';
import { nobody, type Policy } from '../../platform/access/policy.ts';
import { hasRole } from '../../platform/access/viewer.ts';

/** What decides who sees that something was asked, and its answer. */
export interface VettingSubject {
  /** Who asked. */
  agencyId: string;
  /** Whose unit answers. */
  unitAgencyId: string;
}

/** A request: whoever asked it, who reads of it the day and the answer, and the unit that answers. To everybody else there is none. */
export const vettingPolicy: Policy<VettingSubject> = {
  name: 'intelligence.vetting',
  can(viewer, given) {
    if (viewer.kind !== 'officer') return false;
    if (viewer.side === 'INTEL')
      return hasRole(viewer, ...intelligenceReaders) && given.unitAgencyId === viewer.agencyId;
    return viewer.side === 'OPS' && hasRole(viewer, ...schemeKeepers) && given.agencyId === viewer.agencyId;
  },
  visible(viewer, alias) {
    if (viewer.kind !== 'officer') return nobody;
    const column = (name: string) => sql.ref(`${alias}.${name}`);
    if (viewer.side === 'INTEL')
      return hasRole(viewer, ...intelligenceReaders)
        ? sql<boolean>`${column('unitAgencyId')} = ${viewer.agencyId}::uuid`
        : nobody;
    return viewer.side === 'OPS' && hasRole(viewer, ...schemeKeepers)
      ? sql<boolean>`${column('agencyId')} = ${viewer.agencyId}::uuid`
      : nobody;
  },
};
