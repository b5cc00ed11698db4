import type { Result } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { type DecisionInput, type Judgement, judgePair } from '../ledger/index.ts';
import { drawSecond } from './second.store.ts';

/** A decision at the desk: written into the ledger, and now and then drawn for somebody else's second opinion. */
export async function decide(work: Work, input: DecisionInput): Promise<Result<Judgement>> {
  const decided = await judgePair(work, input);
  if (decided.ok) await drawSecond(work, decided.value);
  return decided;
}
