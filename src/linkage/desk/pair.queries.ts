import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import {
  findSubjects,
  historyOf,
  identityOf,
  type Judgement,
  liveJudgementOf,
  type Subject,
} from '../ledger/index.ts';
import { type ComparedField, compareRecords } from './compare.ts';
import { type Question, questionsAbout } from './question.store.ts';

/** Two records side by side with all that was ever said of the pair. */
export interface PairView {
  left: Subject;
  right: Subject;
  fields: readonly ComparedField[];
  live: Judgement | undefined;
  /** The latest judgement on which a model's evidence stands. */
  evidenceOf: Judgement | undefined;
  history: readonly Judgement[];
  /** Records of each one's person, itself included. */
  leftSize: number;
  rightSize: number;
  /** They are one person in the ledger as it stands, by way of this pair or of others. */
  isOne: boolean;
  questions: readonly Question[];
}

/** A pair, in whichever order it is asked for; the left is the one whose id comes first. */
export async function openPair(work: Work, one: string, other: string): Promise<Result<PairView>> {
  const [left, right] = await findSubjects(work, [one, other]);
  if (!left || !right) return notFound;
  const live = await liveJudgementOf(work, left.id, right.id);
  const history = await historyOf(work, left.id, right.id);
  const identities = await identityOf(work, [left.id, right.id]);
  return ok({
    left,
    right,
    fields: compareRecords(left.fields, right.fields),
    live,
    evidenceOf: live?.evidence ? live : history.find(({ evidence }) => evidence),
    history,
    leftSize: identities.get(left.id)?.members.length ?? 1,
    rightSize: identities.get(right.id)?.members.length ?? 1,
    isOne: identities.get(left.id)?.key === identities.get(right.id)?.key,
    questions: await questionsAbout(work, left.id, right.id),
  });
}
