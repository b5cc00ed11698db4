import { sql } from 'kysely';
import { intelligenceReaders } from '../../directory/index.ts';
import { isOneOf, nobody, type Policy } from '../../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../../platform/access/viewer.ts';

/** What decides whether the unit counts a report. */
export interface CountedSubject {
  ownerAgencyId: string;
  isSensitive: boolean;
}

const agreed = (viewer: Viewer): readonly string[] =>
  viewer.kind === 'officer' && viewer.side === 'INTEL' && hasRole(viewer, ...intelligenceReaders)
    ? agenciesSeen(viewer, 'report')
    : [];

/**
 * Reports that the unit counts: its own agency's and those of agencies with an agreement about reports, never a sensitive one. It
 * learns of what kind one is, when it came and where; the report itself stays with its service.
 */
export const countedPolicy: Policy<CountedSubject> = {
  name: 'intelligence.counted-report',
  can: (viewer, report) => !report.isSensitive && agreed(viewer).includes(report.ownerAgencyId),
  visible(viewer, alias) {
    const agencies = agreed(viewer);
    if (agencies.length === 0) return nobody;
    return sql<boolean>`(not ${sql.ref(`${alias}.isSensitive`)} and ${isOneOf(`${alias}.ownerAgencyId`, agencies)})`;
  },
};
