import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import type { Explanation } from '../core/index.ts';
import {
  findSubjects,
  hiddenAddresses,
  historyOf,
  identityOf,
  type Judgement,
  liveJudgementOf,
  type Subject,
  saysWhere,
  withoutPlace,
} from '../ledger/index.ts';
import { type ComparedField, compareRecords } from './compare.ts';
import { type Question, questionsAbout } from './question.store.ts';

/** Two records side by side with all that was ever said of the pair. */
export interface PairView {
  left: Subject;
  right: Subject;
  fields: readonly ComparedField[];
  live: Judgement | undefined;
  /** What a model made of the pair, where one has seen it; addresses that must stay hidden are left out. */
  explanation: Explanation | undefined;
  /** The address of one of them must stay hidden, so neither's is shown. */
  isAddressHidden: boolean;
  history: readonly Judgement[];
  /** Records of each one's person, itself included. */
  leftSize: number;
  rightSize: number;
  /** They are one person in the ledger as it stands, by way of this pair or of others. */
  isOne: boolean;
  questions: readonly Question[];
}

/** A pair, in whichever order it is asked for; the left is the one whose id comes first. */
export async function openPair(work: Work, oneId: string, otherId: string): Promise<Result<PairView>> {
  const [left, right] = await findSubjects(work, [oneId, otherId]);
  if (!left || !right) return notFound;
  const live = await liveJudgementOf(work, left.id, right.id);
  const history = await historyOf(work, left.id, right.id);
  const identities = await identityOf(work, [left.id, right.id]);
  // Perhaps they are the same person: then one's hidden address could be read off the other.
  const isAddressHidden = (await hiddenAddresses(work, identities.values())).size > 0;
  const [one, other] = [left, right].map(({ fields }) => (isAddressHidden ? withoutPlace(fields) : fields));
  const explanation =
    (live?.evidence ? live : history.find(({ evidence }) => evidence))?.evidence ?? undefined;
  return ok({
    left: { ...left, fields: one ?? {} },
    right: { ...right, fields: other ?? {} },
    fields: compareRecords(one ?? {}, other ?? {}),
    live,
    explanation: explanation && (isAddressHidden ? withoutPlaces(explanation) : explanation),
    isAddressHidden,
    history,
    leftSize: identities.get(left.id)?.members.length ?? 1,
    rightSize: identities.get(right.id)?.members.length ?? 1,
    isOne: identities.get(left.id)?.key === identities.get(right.id)?.key,
    questions: await questionsAbout(work, left.id, right.id),
  });
}

/**
 * Evidence without what says where somebody lives, and without the odds that it moved: «the same», beside the other record's
 * address, would say it as well.
 */
function withoutPlaces(explanation: Explanation): Explanation {
  const evidence = explanation.evidence.filter(({ field }) => !saysWhere(field));
  if (evidence.length === explanation.evidence.length) return explanation;
  const totalBits = evidence.reduce((sum, { bits }) => sum + bits, explanation.startBits);
  return { ...explanation, evidence, relatedBits: 0, totalBits, probability: 1 / (1 + 2 ** -totalBits) };
}
