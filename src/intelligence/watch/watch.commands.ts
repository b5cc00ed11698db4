import { watchMonths } from '../../../reference/watch.ts';
import { addMonths } from '../../enforcement/index.ts';
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
import { dayWords } from '../../platform/ui/index.ts';
import type { WatchInput, WatchStepInput } from './watch.forms.ts';
import {
  addWatch,
  answerHit,
  changeWatch,
  findWatch,
  type HitAnswer,
  hitsOfWatch,
  type Watch,
} from './watch.store.ts';

/** A last day is to come, and no later than the months that a watch may go on unlooked at. */
function untilWithin(untilOn: Day, today: Day): Result<Day> {
  const last = addMonths(today, watchMonths);
  return untilOn >= today && untilOn <= last
    ? ok(untilOn)
    : invalid({
        field: 'untilOn',
        words: `The last day is from today to ${dayWords(last)}: watch on when it comes, if you must`,
      });
}

const numbered = ['vehicle', 'phone', 'email', 'account', 'handle'];

/** Watches for somebody or something in what comes in from now on. */
export async function watchFor(work: Work, input: WatchInput): Promise<Result<{ id: string }>> {
  const until = untilWithin(input.untilOn, work.clock.today());
  if (!until.ok) return until;
  if (input.kind === 'place' && !/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(input.more))
    return invalid({ field: 'more', words: 'Enter the postcode: an address is known by it' });
  const id = await addWatch(work, input);
  const watch = await findWatch(work, id);
  if (!watch) return notFound;
  about(work, 'intelligence-watch', id, { kind: input.kind, isNumber: numbered.includes(input.kind) });
  return ok({ id });
}

/** A watch with its hits, for its page; opening it is in the log. */
export async function openWatch(work: Work, watchId: string) {
  const watch = await findWatch(work, watchId);
  if (!watch) return notFound;
  about(work, 'intelligence-watch', watchId);
  return ok({ watch, hits: await hitsOfWatch(work, watchId) });
}

/** Watches on until another day, or ends. */
export async function stepWatch(work: Work, watchId: string, input: WatchStepInput): Promise<Result<Watch>> {
  const watch = await findWatch(work, watchId);
  if (!watch) return notFound;
  about(work, 'intelligence-watch', watchId, { act: input.act });
  if (watch.version !== input.version) return movedOn;
  if (watch.endedOn)
    return refusedByRule('intelligence.watch-ended', 'This was ended.', 'Watch for it anew, with a reason.');
  const today = work.clock.today();
  if (input.act === 'renew') {
    // The manager ends what others keep, and does not lengthen it for them.
    if (watch.keptBy !== officerOf(work).officerId)
      return refusedByRule(
        'intelligence.watch-own',
        'Whoever keeps it says that it is still needed.',
        hasRole(work.viewer, 'intelligence-manager') ? 'End it, or ask them.' : 'Ask them.',
      );
    const until = untilWithin(input.untilOn ?? today, today);
    if (!until.ok) return until;
    if (!(await changeWatch(work, watch, { untilOn: until.value }))) return movedOn;
  } else if (!(await changeWatch(work, watch, { endedOn: today, endWhy: input.stepWhy }))) return movedOn;
  const after = await findWatch(work, watchId);
  return after ? ok(after) : notFound;
}
const movedOn = stale('Somebody has changed this since you opened it. Reload the page.');

/** Says whether an item is about what is watched for. It changes nothing else: to link them is a step of its own. */
export async function sayOfHit(
  work: Work,
  given: { watchId: string; itemId: string; answer: HitAnswer },
): Promise<Result<{ id: string }>> {
  const opened = await openWatch(work, given.watchId);
  if (!opened.ok) return failed(opened.failure);
  if (!opened.value.hits.some(({ itemId }) => itemId === given.itemId)) return notFound;
  about(work, 'intelligence-watch', given.watchId, { answer: given.answer });
  return (await answerHit(work, given)) ? ok({ id: given.watchId }) : notFound;
}
