import { officerOf, type Work } from '../platform/http/work.ts';
import {
  listOperationOfficers,
  listOperationVisits,
  type Operation,
  type OperationVisit,
  operationsOn,
} from './operation.store.ts';
import { partName } from './operation.words.ts';

/** A day of action that is today, for somebody who is on its plan by name. */
export interface OperationDay {
  operation: Operation;
  /** What the viewer does on it, in words. */
  parts: string[];
  /** Addresses and vehicles of the plan with their precautions. */
  visits: OperationVisit[];
}

/** Today's days of action that the viewer is on by name and that are settled or under way. */
export async function operationsToday(work: Work): Promise<OperationDay[]> {
  const { officerId, agencyId } = officerOf(work);
  const found: OperationDay[] = [];
  for (const operation of await operationsOn(work, work.clock.today())) {
    if (!['agreed', 'under-way'].includes(operation.status)) continue;
    const parts = (await listOperationOfficers(work, operation.id))
      .filter((one) => one.officerId === officerId && one.agencyId === agencyId)
      .map(({ part }) => partName(part));
    if (parts.length === 0) continue;
    found.push({ operation, parts, visits: await listOperationVisits(work, operation.id) });
  }
  return found;
}
