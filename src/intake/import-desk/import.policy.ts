import { sql } from 'kysely';
import { mayUse } from '../../platform/access/permission.ts';
import { isOneOf, nobody, type Policy } from '../../platform/access/policy.ts';
import type { Viewer } from '../../platform/access/viewer.ts';
import { importReports } from '../intake.permissions.ts';

/** What decides who sees a list. */
export interface ImportSubject {
  agencyId: string;
}

/** A list is seen by the officers of its agency who may load lists, and by nobody else: it holds whole reports. */
export const importPolicy: Policy<ImportSubject> = {
  name: 'intake.import',
  can(viewer: Viewer, { agencyId }) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER';
    return viewer.kind === 'officer' && mayUse(viewer, importReports) && viewer.agencyId === agencyId;
  },
  visible(viewer, alias) {
    if (viewer.kind === 'system') return viewer.side === 'WORKER' ? sql`TRUE` : nobody;
    if (viewer.kind !== 'officer' || !mayUse(viewer, importReports)) return nobody;
    return isOneOf(`${alias}.agencyId`, [viewer.agencyId]);
  },
};
