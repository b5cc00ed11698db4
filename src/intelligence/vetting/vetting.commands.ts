import {
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import type { Named } from '../link/link.store.ts';
import { findVetting, keepAuthorised, keepProposal, keepRequest, type Vetting } from './vetting.store.ts';
import { answersOn, type VettingAnswer } from './vetting.words.ts';

const movedOn = stale('Somebody has dealt with this request since you opened it. Reload the page.');

/**
 * Asks the intelligence side about a firm. Nothing is looked up here: whatever is known, the same row is written, the same words come
 * back and the answer crosses in the same round.
 *
 * @param given.about the firm, as the list of the unit names it
 */
export async function askVetting(
  work: Work,
  given: { about: string; subjects: readonly Named[] },
): Promise<Result<{ id: string; askedOn: string }>> {
  officerOf(work);
  const [id, askedOn] = [work.ids.next(), work.clock.today()];
  const isAsked = await keepRequest(work, { ...given, id, answersOn: answersOn(askedOn) });
  return isAsked
    ? ok({ id, askedOn })
    : refusedByRule(
        'vetting.no-unit',
        'No agency here keeps an intelligence unit yet.',
        'Ask the police vetting unit in writing.',
      );
}

async function toAnswer(work: Work, requestId: string, version: number): Promise<Result<Vetting>> {
  const found = await findVetting(work, requestId);
  if (!found) return notFound;
  about(work, 'vetting', found.id);
  if (found.authorisedByName !== null || found.version !== version) return movedOn;
  return ok(found);
}

/** Proposes what is answered, with the reason that stays on this side. */
export async function proposeVetting(
  work: Work,
  input: {
    requestId: string;
    version: number;
    answer: VettingAnswer;
    conditions: readonly string[];
    reason: string;
  },
): Promise<Result<Vetting>> {
  const found = await toAnswer(work, input.requestId, input.version);
  if (!found.ok) return found;
  if ((input.answer === 'conditions') !== input.conditions.length > 0)
    return invalid({
      field: 'conditions',
      words:
        input.answer === 'conditions'
          ? 'Choose one condition or more'
          : 'Conditions go with “Proceed with conditions” alone',
    });
  if (!(await keepProposal(work, input))) return movedOn;
  const after = await findVetting(work, input.requestId);
  return after ? ok(after) : notFound;
}

/** Authorises what somebody else proposed. It crosses in its round, with every other answer of that round. */
export async function authoriseVetting(
  work: Work,
  input: { requestId: string; version: number },
): Promise<Result<Vetting>> {
  const found = await toAnswer(work, input.requestId, input.version);
  if (!found.ok) return found;
  if (found.value.proposedBy === null)
    return refusedByRule(
      'vetting.nothing-proposed',
      'Nobody has proposed an answer yet.',
      'Propose one first.',
    );
  if (found.value.proposedBy === officerOf(work).officerId)
    return refusedByRule(
      'intelligence.four-eyes',
      'You proposed this answer, so that somebody else authorises it.',
      'Ask another intelligence manager.',
    );
  if (!(await keepAuthorised(work, input))) return movedOn;
  const after = await findVetting(work, input.requestId);
  return after ? ok(after) : notFound;
}
