import { sql } from 'kysely';
import { batchKeepers, listKeepers, victimReaders } from '../../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../../platform/access/viewer.ts';
import { agreementOf, type ListHandling, listHandlings } from './list.words.ts';

/** What decides who sees that a list is in the inventory. Its rows are for the policy of records. */
export interface ListSubject {
  ownerAgencyId: string;
  /** Whose officer wrote it down; null for the owner itself. */
  enteredByAgencyId: string | null;
  handling: string;
}

const isReader = (viewer: Viewer): boolean => hasRole(viewer, ...victimReaders);

/** The agencies whose lists of a handling the viewer keeps the register with. */
const agreed = (viewer: Viewer, handling: ListHandling): readonly string[] =>
  isReader(viewer) ? agenciesSeen(viewer, agreementOf[handling]) : [];

/**
 * A list is seen by its own agency (a national batch by its contact alone), by whoever keeps the register for an agency that it is opened to, and, if it is no
 * national batch, by the agency whose officer wrote it into the inventory.
 */
export const listPolicy: Policy<ListSubject> = {
  name: 'linkage.list',
  can(viewer, list) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER';
    if (viewer.kind !== 'officer' || !hasRole(viewer, ...listKeepers)) return false;
    if (list.ownerAgencyId === viewer.agencyId)
      return list.handling !== 'restricted' || hasRole(viewer, ...batchKeepers);
    if (!isReader(viewer)) return false;
    if (list.handling === 'victim' && list.enteredByAgencyId === viewer.agencyId) return true;
    return listHandlings.some(
      (handling) => handling === list.handling && agreed(viewer, handling).includes(list.ownerAgencyId),
    );
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer' || !hasRole(viewer, ...listKeepers)) return nobody;
    const column = (name: string) => sql.ref(`${alias}.${name}`);
    const ofAgency = isOneOf(`${alias}.ownerAgencyId`, [viewer.agencyId]);
    const own = hasRole(viewer, ...batchKeepers)
      ? ofAgency
      : allOf(ofAgency, sql`${column('handling')} <> 'restricted'`);
    if (!isReader(viewer)) return own;
    return anyOf(
      own,
      allOf(
        sql`${column('handling')} = 'victim'`,
        sql`coalesce(${column('enteredByAgencyId')} = ${viewer.agencyId}::uuid, false)`,
      ),
      ...listHandlings.map((handling) =>
        allOf(
          sql`${column('handling')} = ${handling}`,
          isOneOf(`${alias}.ownerAgencyId`, agreed(viewer, handling)),
        ),
      ),
    );
  },
};
