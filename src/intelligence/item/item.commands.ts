import { reasonsTo, reasonWords } from '../../../reference/return-reasons.ts';
import { hasRole } from '../../platform/access/viewer.ts';
import type { Day } from '../../platform/clock/clock.ts';
import {
  failed,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { feedBack } from '../form/receipt.store.ts';
import { isConverted } from '../legacy/conversion.store.ts';
import { linksOf } from '../link/link.store.ts';
import { paragraphsOf } from './grade.store.ts';
import { addItemEvent, changeItem, findItem, type Item } from './item.store.ts';
import { type ItemAction, itemTransition } from './item.transitions.ts';
import { type Feedback, feedbackWords, itemStatusWords, priorityWords } from './item.words.ts';
import { namesSender } from './sender.rules.ts';

export const movedOn = stale('Somebody has changed this item since you opened it. Reload the page.');

interface Step {
  itemId: string;
  version: number;
}

/** An item of the viewer's unit, at the version that they read. */
export async function itemAt(work: Work, step: Step): Promise<Result<Item>> {
  const item = await findItem(work, step.itemId);
  if (!item) return notFound;
  about(work, 'intelligence-item', item.id);
  return item.version === step.version ? ok(item) : failed(movedOn.failure);
}

/** Takes a step of the table: its state, its line of history; refused where the table has no such line. */
export async function takeStep(
  work: Work,
  item: Item,
  action: ItemAction,
  given: { set?: Parameters<typeof changeItem>[2]; words?: string } = {},
): Promise<Result<Item>> {
  const step = itemTransition(item.status, action);
  if (!step || !hasRole(work.viewer, ...step.who))
    return refusedByRule(
      'intelligence.step',
      `This cannot be done to an item that is: ${itemStatusWords[item.status].toLowerCase()}.`,
      step ? 'Ask the intelligence manager.' : 'Open the item again to see what can.',
    );
  if (!(await changeItem(work, item, { ...given.set, status: step.to }))) return movedOn;
  await addItemEvent(work, item, {
    kind: action,
    words: given.words ? `${step.past}: ${given.words}` : step.past,
  });
  const after = await findItem(work, item.id);
  return after ? ok(after) : notFound;
}

/** Sends an item back to be corrected, with what and by when; or to be deleted, which somebody else decides. */
export async function returnItem(
  work: Work,
  input: Step & { reason: string; why: string; by?: Day | undefined },
): Promise<Result<Item>> {
  const item = await itemAt(work, input);
  if (!item.ok) return item;
  const [given, words] = [{ returnedWhy: input.why, returnReason: input.reason }, input.why];
  if (reasonsTo('deletion').some(({ code }) => code === input.reason))
    return takeStep(work, item.value, 'return-for-deletion', {
      set: { ...given, returnedFor: null, returnedBy: officerOf(work).officerId },
      words: `${reasonWords(input.reason)}. ${words}`,
    });
  if (!input.by || input.by < work.clock.today())
    return invalid({ field: 'by', words: 'The day must be to come' });
  return takeStep(work, item.value, 'return', {
    set: { ...given, returnedFor: input.by },
    words,
  });
}

/** Says that what was asked for is corrected. */
export async function correctItem(work: Work, input: Step): Promise<Result<Item>> {
  const item = await itemAt(work, input);
  return item.ok
    ? takeStep(work, item.value, 'correct', { set: { returnedWhy: '', returnReason: '', returnedFor: null } })
    : item;
}

/** Says that an item is finished: graded whole, with text that may cross, and about something that is linked. */
export async function makeReady(work: Work, input: Step): Promise<Result<Item>> {
  const item = await itemAt(work, input);
  if (!item.ok) return item;
  const paragraphs = await paragraphsOf(work, item.value.id);
  if (paragraphs.some(({ grade }) => !grade))
    return refusedByRule('intelligence.ungraded', 'A paragraph is not graded yet.', 'Grade every paragraph.');
  if (await isConverted(work, item.value.id))
    return refusedByRule(
      'intelligence.converted',
      'A grade was converted from 5x5x5, and nobody has looked at it.',
      'Grade that paragraph anew.',
    );
  if (!paragraphs.some(({ grade }) => grade?.sanitised))
    return refusedByRule(
      'intelligence.unsanitised',
      'No paragraph has text that may cross instead of it.',
      'Write the sanitised text of at least one.',
    );
  if (!(await linksOf(work, item.value.id)).some(({ state }) => state === 'confirmed'))
    return refusedByRule(
      'intelligence.unlinked',
      'It is linked to nobody and nothing.',
      'Confirm a link, or add one.',
    );
  return takeStep(work, item.value, 'ready');
}

/** Marks an item as the same as another of the unit: it leaves the queue and is kept. */
export async function markSame(work: Work, input: Step & { of: string }): Promise<Result<Item>> {
  const item = await itemAt(work, input);
  if (!item.ok) return item;
  const other = await findItem(work, input.of);
  if (!other) return notFound;
  if (other.id === item.value.id || other.duplicateOf)
    return invalid({ field: 'of', words: 'Choose another item that is no duplicate itself' });
  return takeStep(work, item.value, 'duplicate', { set: { duplicateOf: other.id }, words: other.reference });
}

/** Takes an item out of being a duplicate. */
export async function markNotSame(work: Work, input: Step): Promise<Result<Item>> {
  const item = await itemAt(work, input);
  if (!item.ok) return item;
  const back = await takeStep(work, item.value, 'not-duplicate', { set: { duplicateOf: null } });
  const isGraded = (await paragraphsOf(work, input.itemId)).every(({ grade }) => grade);
  return back.ok && isGraded ? takeStep(work, back.value, 'grade') : back;
}

/** Sets how soon an item is dealt with. */
export async function setPriority(work: Work, input: Step & { priority: number }): Promise<Result<Item>> {
  const item = await itemAt(work, input);
  if (!item.ok) return item;
  if (!(await changeItem(work, item.value, { priority: input.priority }))) return movedOn;
  await addItemEvent(work, item.value, {
    kind: 'priority',
    words: `Priority: ${priorityWords[input.priority]?.toLowerCase()}`,
  });
  return ok({ ...item.value, priority: input.priority });
}

/** Tells the sender of a form whether it was of use, and nothing else. */
export async function tellSender(
  work: Work,
  input: { itemId: string; feedback: Exclude<Feedback, 'received'> },
): Promise<Result<Item>> {
  const item = await findItem(work, input.itemId);
  if (!item) return notFound;
  about(work, 'intelligence-item', item.id, { feedback: input.feedback });
  if (namesSender(item))
    return refusedByRule(
      'intelligence.names-sender',
      'It names whoever sent it: that it was of use, or none, would tell them what is made of it.',
      'Leave it: they go on reading that it was received.',
    );
  if (!(await feedBack(work, item.id, input.feedback)))
    return refusedByRule(
      'intelligence.no-sender',
      'Nobody sent this by the form, so that there is nobody to tell.',
      'Only the senders of forms are told.',
    );
  await addItemEvent(work, item, {
    kind: 'feedback',
    words: `The sender is told: ${feedbackWords[input.feedback].toLowerCase()}`,
  });
  return ok(item);
}
