import { sql } from 'kysely';
import {
  type Failure,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import {
  endJudgement,
  findJudgement,
  findSubjects,
  formerOf,
  inOrder,
  type Judgement,
  judgementsWhere,
  liveJudgementOf,
  type NewJudgement,
  setReplacement,
  writeJudgement,
} from './judgement.store.ts';
import { type Decision, onTheEvidence } from './judgement.words.ts';

export interface DecisionInput {
  recordA: string;
  recordB: string;
  verdict: Decision;
  why?: string | undefined;
  /** The live judgement that was on the screen; empty for none. Another one there by now is somebody else's decision. */
  seen?: string | undefined;
  /** How the pair came to be decided; left out where it came of no order at all. */
  draw?: Pick<Judgement, 'drawn' | 'stratum' | 'stratumSize'>;
}

const movedOn =
  'Somebody else has decided this pair since you opened it. Look at it again before you decide.';

/**
 * A person says of two records that they are the same, are different, or that it cannot be said. What was live is ended, not
 * overwritten; the evidence that a model had given goes with the new judgement.
 */
export async function judgePair(work: Work, input: DecisionInput): Promise<Result<Judgement>> {
  const officer = officerOf(work);
  const [recordA, recordB] = inOrder(input.recordA, input.recordB);
  const subjects = await findSubjects(work, [recordA, recordB]);
  const [one, other] = subjects;
  if (!one || !other) return notFound;
  if (one.kind !== other.kind)
    return refusedByRule(
      'one-kind',
      'A person and an organisation are never the same.',
      'Choose two records of one kind.',
    );
  const before = await liveJudgementOf(work, recordA, recordB);
  if (input.seen !== undefined && (before?.id ?? '') !== input.seen) return stale(movedOn);
  if (before && !(await endJudgement(work, before.id, { why: 'decided', by: officer.officerId })))
    return stale(movedOn);
  const id = await writeJudgement(work, {
    recordA,
    recordB,
    verdict: input.verdict,
    probability: before?.probability ?? null,
    weight: before?.weight ?? null,
    evidence: before?.evidence ?? null,
    worth: before?.worth ?? 0,
    ...(input.draw ?? { drawn: 'worth' }),
    madeBy: 'person',
    officerId: officer.officerId,
    agencyId: officer.agencyId,
    why: input.why?.trim() || onTheEvidence,
  });
  if (!id) return stale(movedOn);
  if (before) await setReplacement(work, before.id, id);
  about(work, 'judgement', id, { verdict: input.verdict, records: [recordA, recordB] });
  return found(await findJudgement(work, id));
}

const found = (judgement: Judgement | undefined): Result<Judgement> => (judgement ? ok(judgement) : notFound);

/** A judgement written again as it was, for the pair that has none just now. */
const again = (former: Judgement): NewJudgement => ({
  recordA: former.recordA,
  recordB: former.recordB,
  verdict: former.verdict,
  probability: former.probability,
  weight: former.weight,
  evidence: former.evidence,
  worth: former.worth,
  madeBy: former.madeBy,
  modelId: former.modelId,
  officerId: former.officerId,
  agencyId: former.agencyId,
  runId: former.runId,
  drawn: former.drawn,
  stratum: former.stratum,
  stratumSize: former.stratumSize,
  restores: former.restores ?? former.id,
  why: former.why,
});

/** Ends a live judgement and puts another back in its place, or nothing. */
export async function takeBack(
  work: Work,
  judgement: Judgement,
  given: { former: Judgement | undefined; why: string },
): Promise<boolean> {
  const { officerId } = officerOf(work);
  if (!(await endJudgement(work, judgement.id, { why: given.why, by: officerId }))) return false;
  if (!given.former) return true;
  const id = await writeJudgement(work, again(given.former));
  if (!id) return false;
  await setReplacement(work, judgement.id, id);
  return true;
}

/**
 * Undoes a judgement: it ends, and what it had replaced is live again, so that identities are exactly what they were. The
 * pair's history keeps all three.
 */
export async function undoJudgement(work: Work, judgementId: string): Promise<Result<Judgement>> {
  const judgement = await findJudgement(work, judgementId);
  if (!judgement) return notFound;
  const refusal = cannotUndo(judgement);
  if (refusal) return { ok: false, failure: refusal };
  const formers = await formerOf(work, [judgement]);
  if (!(await takeBack(work, judgement, { former: formers.get(judgement.id), why: 'undone' })))
    return stale('Somebody else has changed this judgement since. Look at the pair again.');
  about(work, 'judgement', judgement.id, {
    verdict: judgement.verdict,
    records: [judgement.recordA, judgement.recordB],
  });
  return ok(judgement);
}

function cannotUndo(judgement: Judgement): Failure | undefined {
  if (judgement.endedAt)
    return {
      kind: 'stale',
      words: 'This judgement has ended already. The pair’s history shows what holds now.',
    };
  if (judgement.madeBy === 'model')
    return {
      kind: 'refused-by-rule',
      rule: 'only-decisions',
      words: 'This is a model’s proposal: there is no decision to undo.',
      mend: 'Decide it, or undo the whole run of matching that proposed it.',
    };
  return undefined;
}

/** How many of an officer's own decisions stand ready to be undone. */
export const lastFew = 10;

/** The viewer's own last decisions that still hold, the newest first. */
export async function lastDecisions(work: Work): Promise<Judgement[]> {
  const { officerId } = officerOf(work);
  return judgementsWhere(
    work,
    sql`j.officer_id = ${officerId} and j.made_by = 'person' and j.restores is null`,
    {
      limit: lastFew,
    },
  );
}

/** Undoes the viewer's own last ten decisions, the newest first; gives how many that were. */
export async function undoLastDecisions(work: Work): Promise<Result<number>> {
  const decisions = await lastDecisions(work);
  for (const { id } of decisions) {
    const undone = await undoJudgement(work, id);
    if (!undone.ok) return undone;
  }
  work.note.detail.undone = decisions.length;
  return ok(decisions.length);
}
