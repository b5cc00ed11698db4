import { sql } from 'kysely';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { fileFor } from './file.commands.ts';
import { addEvent, familyOf } from './file.store.ts';
import { type ReferralKind, type ReferralOutcome, referralOutcomeWords, type Tri } from './register.words.ts';

/** A referral with its three answers, and what came back. */
export interface Referral {
  id: string;
  fileId: string;
  kind: ReferralKind;
  hasNeeds: Tri;
  isAtRisk: Tri;
  cannotProtect: Tri;
  narrative: string;
  madeAt: Date;
  madeByName: string | null;
  outcome: ReferralOutcome | null;
  outcomeWords: string;
  outcomeAt: Date | null;
}

/** Referrals of files that the viewer has been given, the newest first. */
export async function referralsOf({ db }: Work, fileIds: readonly string[]): Promise<Referral[]> {
  const { rows } =
    await sql<Referral>`select r.id, r.file_id, r.kind, r.has_needs, r.is_at_risk, r.cannot_protect, r.narrative, r.made_at,
      o.name as made_by_name, r.outcome, r.outcome_words, r.outcome_at
    from safeguarding.referral r left join directory.officer o on o.id = r.made_by
    where r.file_id = any(${[...fileIds]}::uuid[]) order by r.made_at desc, r.id`.execute(db);
  return rows;
}

/** Keeps what came back of a referral. */
export async function noteReferralOutcome(
  work: Work,
  input: { fileId: string; referralId: string; outcome: ReferralOutcome; words: string },
): Promise<Result<{ id: string }>> {
  const found = await fileFor(work, { fileId: input.fileId });
  if (!found.ok) return found;
  const done = await work.db
    .updateTable('safeguarding.referral')
    .set({
      outcome: input.outcome,
      outcomeWords: input.words,
      outcomeAt: work.clock.now(),
      outcomeBy: officerOf(work).officerId,
    })
    .where('id', '=', input.referralId)
    .where('fileId', 'in', (await familyOf(work, input.fileId)).ids)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return notFound;
  await addEvent(work, found.value, {
    kind: 'referral-outcome',
    words: `Came back of the referral: ${referralOutcomeWords[input.outcome].toLowerCase()}`,
  });
  return ok({ id: input.referralId });
}
