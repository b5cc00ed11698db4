import { productGroup } from '../../../reference/mopi.ts';
import { ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { isLetGo } from '../../records/index.ts';
import { anotherDecides } from '../review/review.commands.ts';
import { firstReview } from '../review/review.rules.ts';
import { addReview, isBroughtByViewer } from '../review/review.store.ts';
import { paragraphsOf } from './grade.store.ts';
import { itemAt, takeStep } from './item.commands.ts';
import type { Item } from './item.store.ts';
import type { DeletionInput } from './sensitive.forms.ts';

const gone = refusedByRule(
  'intelligence.let-go',
  'Its words have gone: nothing of it is kept.',
  'Put in what came since.',
);
const cleared = { returnedWhy: '', returnReason: '', returnedBy: null };

/**
 * Decides about an item that was returned for deletion: a manager who neither returned it nor brought it in. What is deleted is about
 * nobody any more from then on; its words go by night, as of whatever a review lets go, and stay while a hold or a case needs them.
 */
export async function decideDeletion(
  work: Work,
  input: { itemId: string } & DeletionInput,
): Promise<Result<Item>> {
  const found = await itemAt(work, input);
  if (!found.ok) return found;
  const item = found.value;
  about(work, 'intelligence-item', item.id, { decision: input.decision });
  if (input.decision === 'keep') {
    if (await isLetGo(work, item.id)) return gone;
    if (item.status === 'deleted') {
      const nextOn = firstReview(productGroup, work.clock.today());
      await addReview(work, item.id, {
        group: productGroup,
        decision: 'keep',
        words: input.decisionWhy,
        nextOn,
      });
    }
    const kept = await takeStep(work, item, 'keep', { set: cleared, words: input.decisionWhy });
    const isGraded = (await paragraphsOf(work, item.id)).every(({ grade }) => grade);
    return kept.ok && isGraded ? takeStep(work, kept.value, 'grade') : kept;
  }
  const isOwn = item.returnedBy === officerOf(work).officerId || (await isBroughtByViewer(work, item.id));
  if (item.status === 'to-delete' && isOwn) return anotherDecides;
  const done = await takeStep(work, item, 'delete', { words: input.decisionWhy });
  if (!done.ok) return done;
  await addReview(work, item.id, {
    ...{ group: productGroup, decision: 'let-go', words: input.decisionWhy },
    nextOn: firstReview(productGroup, work.clock.today()),
  });
  return ok(done.value);
}
