import { failed, notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { isLetGo } from '../../records/index.ts';
import { itemAt, movedOn } from '../item/item.commands.ts';
import { addItemEvent, changeItem, findItem, type Item } from '../item/item.store.ts';
import type { ReviewInput } from './review.forms.ts';
import { nextReview } from './review.rules.ts';
import { addReview, isBroughtByViewer } from './review.store.ts';

/** Nobody makes away with what they brought: who sent or drafted it may keep it, and another manager lets it go. */
export const anotherDecides = refusedByRule(
  'intelligence.review-own',
  'You brought this in yourself: somebody else decides that it is no longer needed.',
  'Ask another manager of the unit to review it.',
);

/**
 * Writes down that somebody looked whether an item is still needed, what they decided and why, and when it is looked at again. What
 * is to go is taken by the night once the months are over that the agency has set; until then a further review keeps it.
 */
export async function reviewItem(work: Work, input: { itemId: string } & ReviewInput): Promise<Result<Item>> {
  const found = await itemAt(work, input);
  if (!found.ok) return found;
  const item = found.value;
  if (await isLetGo(work, item.id))
    return refusedByRule(
      'intelligence.let-go',
      'It was let go: nothing of it is kept.',
      'Put in what came since.',
    );
  if (item.status === 'to-delete' || item.status === 'deleted')
    return refusedByRule(
      'intelligence.deleted',
      'It was returned for deletion.',
      'Decide on its page whether it is deleted or kept.',
    );
  if (input.decision === 'let-go' && (await isBroughtByViewer(work, item.id))) return anotherDecides;
  const next = nextReview(input.group, input.nextOn, work.clock.today());
  if (!next.ok) return next;
  if (!(await changeItem(work, item, {}))) return failed(movedOn.failure);
  const { group, decision, words } = input;
  await addReview(work, item.id, { group, decision, words, nextOn: next.value });
  about(work, 'intelligence-item', item.id, { decision });
  await addItemEvent(work, item, {
    kind: 'reviewed',
    words: decision === 'keep' ? `Reviewed: kept, group ${group}` : 'Reviewed: no longer needed',
  });
  const after = await findItem(work, item.id);
  return after ? ok(after) : notFound;
}
