import { sql } from 'kysely';
import type { PenaltyOffence } from '../../reference/penalties.ts';
import { invalid } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import type { Penalty } from './penalty.store.ts';
import { areasOf } from './power.store.ts';
import { findPublished, listPublished, type PublishedPspo } from './pspo-parts.store.ts';
import { orderBroken } from './pspo-power.ts';

/** Offences that are the breach of a public spaces order: a penalty for one names the order. */
export const offencesOfOrders: readonly PenaltyOffence[] = ['pspo-breach'];
/** Long before any order: every edition that was published is looked at, so that a lapsed one is named. */
const ever = '1900-01-01';

/** Orders that may have been broken, the latest edition of each. */
export const ordersToChoose = ({ db }: Work): Promise<PublishedPspo[]> => listPublished(db, ever, true);

/** Why a draft cannot name an order: there is none of this id that was published. */
export async function orderAgainst({ db }: Work, pspoId: string | undefined) {
  if (pspoId === undefined || (await findPublished(db, pspoId))) return undefined;
  return invalid({ field: 'pspoId', words: 'Choose an order from the list' });
}

/** The order that a penalty is for, with whom its council authorised on the day of issue; undefined where the offence is no breach of one. */
export async function orderOf(work: Work, penalty: Penalty) {
  if (!offencesOfOrders.includes(penalty.offence)) return undefined;
  const [orders, areas, { rows }] = await Promise.all([
    ordersToChoose(work),
    areasOf(work, penalty),
    sql<{ pspoId: string; officerId: string }>`select pspo_id, officer_id from enforcement.pspo_officer
      where from_on <= ${work.clock.today()}::date
        and (until_on is null or until_on >= ${work.clock.today()}::date)`.execute(work.db),
  ]);
  const authorised = (pspoId: string) =>
    rows.filter((row) => row.pspoId === pspoId).map(({ officerId }) => officerId);
  const { offenceOn, lon, lat, pspoId } = penalty;
  return orderBroken(orders, { offenceOn, lon, lat, areas, pspoId }, authorised);
}
