import { sql } from 'kysely';
import { batchKeepers, caseworkers, listKeepers, type Role, victimReaders } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, type Policy } from '../platform/access/policy.ts';
import { agenciesSeen, hasRole, type Viewer } from '../platform/access/viewer.ts';

/** What decides who sees a received record. */
export interface RecordSubject {
  originAgencyId: string;
  handling: string;
}

/** Who sees records of a handling: through which kinds of agreement, and at the agency that gave them. */
interface Sight {
  handling: string;
  readers: readonly Role[];
  agreements: readonly [string, ...string[]];
  ownReaders: readonly Role[];
}

/** A handling that is not here (one from a sensitive report, say) is seen by nobody. */
const sights: readonly Sight[] = [
  {
    handling: 'ordinary',
    readers: [...caseworkers, 'safeguarding-officer'],
    agreements: ['person', 'report'],
    ownReaders: [],
  },
  { handling: 'victim', readers: victimReaders, agreements: ['victim'], ownReaders: listKeepers },
  {
    handling: 'restricted',
    readers: victimReaders,
    agreements: ['restricted-list'],
    ownReaders: batchKeepers,
  },
];

/** The agencies whose records of a handling the viewer sees today. */
function agenciesOf(viewer: Viewer, sight: Sight): readonly string[] {
  if (hasRole(viewer, ...sight.readers))
    return [...new Set(sight.agreements.flatMap((kind) => agenciesSeen(viewer, kind)))];
  return viewer.kind === 'officer' && hasRole(viewer, ...sight.ownReaders) ? [viewer.agencyId] : [];
}

/** A record is seen by its own agency and those with an agreement of its kind; one from a sensitive report by neither. */
export const recordPolicy: Policy<RecordSubject> = {
  name: 'records.received-record',
  can(viewer, record) {
    return sights.some(
      (sight) =>
        sight.handling === record.handling && agenciesOf(viewer, sight).includes(record.originAgencyId),
    );
  },
  visible(viewer, alias) {
    const clauses = sights.flatMap((sight) => {
      const agencies = agenciesOf(viewer, sight);
      if (agencies.length === 0) return [];
      const handled = sql<boolean>`${sql.ref(`${alias}.handling`)} = ${sight.handling}`;
      return [allOf(handled, isOneOf(`${alias}.originAgencyId`, agencies))];
    });
    return anyOf(...clauses);
  },
};
