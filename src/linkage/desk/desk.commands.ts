import type { Result } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { type DecisionInput, type Judgement, judgePair } from '../ledger/index.ts';
import { drawOf } from './audit-queue.queries.ts';
import { drawSecond } from './second.store.ts';

/**
 * A decision at the desk: written into the ledger with how its pair came to be decided, and now and then drawn for somebody
 * else's second opinion.
 */
export async function decide(
  work: Work,
  { drawn, ...input }: Omit<DecisionInput, 'draw'> & { drawn?: 'audit' | '' | undefined },
): Promise<Result<Judgement>> {
  const draw = await drawOf(work, input.recordA, input.recordB, drawn === 'audit');
  const decided = await judgePair(work, { ...input, draw });
  if (decided.ok) await drawSecond(work, decided.value);
  return decided;
}
