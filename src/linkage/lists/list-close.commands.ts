import { notFound, ok, type Result, refusedByRule, stale } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { mayChange, notYours } from './list.commands.ts';
import { findList, type PartnerList } from './list.store.ts';

interface Closing {
  closedAt: Date | null;
  closedBy: string | null;
  closeReason: string | null;
}

async function setClosing(
  work: Work,
  { listId, version }: { listId: string; version: number },
  closing: Closing,
): Promise<Result<PartnerList>> {
  const list = await findList(work, listId);
  if (!list) return notFound;
  about(work, 'list', list.id);
  if (!mayChange(work, list)) return notYours(list);
  if ((list.closedAt === null) === (closing.closedAt === null))
    return refusedByRule(
      'list.closed-already',
      closing.closedAt ? 'This list is closed already.' : 'This list is open.',
      'Open the list to see where it stands.',
    );
  const done = await work.db
    .updateTable('linkage.list')
    .set({ ...closing, version: version + 1 })
    .where('id', '=', list.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n)
    return stale('Somebody has changed this list since you opened it. Reload the page.');
  const changed = await findList(work, list.id);
  return changed ? ok(changed) : notFound;
}

/**
 * Closes a list that its partner keeps no longer: no file is taken or loaded for it from now on, one that was compared
 * before neither. Its rows stay; they go by undoing its loads.
 */
export const closeList = (
  work: Work,
  input: { listId: string; version: number; reason: string },
): Promise<Result<PartnerList>> =>
  setClosing(work, input, {
    closedAt: work.clock.now(),
    closedBy: officerOf(work).officerId,
    closeReason: input.reason,
  });

/** Opens a closed list again, as it stood. */
export const reopenList = (
  work: Work,
  input: { listId: string; version: number },
): Promise<Result<PartnerList>> =>
  setClosing(work, input, { closedAt: null, closedBy: null, closeReason: null });
