import type { Work } from '../platform/http/work.ts';
import { listDecisions, premisesSoldTwice, type UnlawfulSale, unlawfulSales } from './persistent.store.ts';
import { type PersistentSelling, persistentOf } from './persistent.ts';

/** Persistent selling on one premises: the sales, and whether it waits for a decision. */
export interface PersistentView {
  sales: UnlawfulSale[];
  found: PersistentSelling | undefined;
  /** Found, and nothing was decided up to its last sale. */
  isAlert: boolean;
  decisions: Awaited<ReturnType<typeof listDecisions>>;
}
/** Persistent selling on each of some premises; computed anew each time, from the attempts and the paid penalties. */
export async function persistentOn(
  work: Work,
  premisesIds: readonly string[],
): Promise<Map<string, PersistentView>> {
  const all = await unlawfulSales(work, premisesIds);
  const decided = await listDecisions(work, premisesIds);
  return new Map(
    premisesIds.map((id) => {
      const sales = all.filter(({ premisesId }) => premisesId === id);
      const decisions = decided.filter(({ premisesId }) => premisesId === id);
      const found = persistentOf(sales.map(({ onDay }) => onDay));
      const isAlert = found !== undefined && !decisions.some(({ lastOn }) => lastOn >= found.lastOn);
      return [id, { sales, found, isAlert, decisions }];
    }),
  );
}

/** Premises of the viewer's own agency that wait for a decision on persistent selling. */
export async function persistentAlerts(work: Work): Promise<{ id: string; tradingName: string }[]> {
  const candidates = await premisesSoldTwice(work);
  const views = await persistentOn(
    work,
    candidates.map(({ id }) => id),
  );
  return candidates.filter(({ id }) => views.get(id)?.isAlert);
}
