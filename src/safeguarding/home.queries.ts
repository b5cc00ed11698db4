import { victimReaders } from '../directory/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { countFiles } from './file-list.store.ts';
import { ownVisits, type Visit } from './visit.store.ts';

/** What of the register waits for one person. */
export interface RegisterNeeds {
  /** Visits of their own that are not done, the earliest first: those that were forgotten too. */
  visits: readonly Visit[];
  /** People whom another agency offers them to lead for. */
  offered: number;
  /** People of whom somebody should ask whether it has happened again. */
  due: number;
  /** People of high risk whom nobody has reached yet. */
  waiting: number;
}

const none: RegisterNeeds = { visits: [], offered: 0, due: 0, waiting: 0 };
const shown = 8;

/** What waits for a warden, or for whoever keeps the register; nothing for anybody else. */
export async function registerNeedsMe(work: Work): Promise<RegisterNeeds> {
  const officer = officerOf(work);
  if (officer.side !== 'SAFEGUARD' || !hasRole(officer, 'warden', ...victimReaders)) return none;
  const visits = (await ownVisits(work, officer.officerId)).filter(({ state }) => state === 'planned');
  if (!hasRole(officer, ...victimReaders)) return { ...none, visits: visits.slice(0, shown) };
  return {
    visits: visits.slice(0, shown),
    offered: await countFiles(work, { lead: 'offered' }),
    due: await countFiles(work, { due: true }),
    waiting: await countFiles(work, { risk: 'high', status: 'not-contacted' }),
  };
}
