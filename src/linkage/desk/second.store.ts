import { sql } from 'kysely';
import { notFound, ok, type Result, refusedByRule, stale } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { bothSeen, type Decision, type Judgement } from '../ledger/index.ts';
import { ruleValue } from '../match/rule.store.ts';

/** A decided pair that somebody else decides again. What the first said is not in it until the second has spoken. */
export interface SecondOpinion {
  id: string;
  recordA: string;
  recordB: string;
  drawnAt: Date;
}

/** Both answers to one pair. */
export interface BothAnswers extends SecondOpinion {
  judgementId: string;
  firstVerdict: Decision;
  firstName: string;
  verdict: Decision;
  secondName: string;
  givenAt: Date;
  why: string;
}

/** Whether a decision is drawn for a second opinion: by its id, which is random, so that nobody can foresee it. */
export const isDrawn = (judgementId: string, share: number): boolean =>
  Number.parseInt(judgementId.slice(0, 8), 16) / 0x1_0000_0000 < share;

/** Draws a share of decisions to be made again by somebody else. */
export async function drawSecond(work: Work, judgement: Judgement): Promise<void> {
  if (!isDrawn(judgement.id, await ruleValue(work, 'second-share'))) return;
  await work.db
    .insertInto('linkage.secondOpinion')
    .values({
      id: work.ids.next(),
      judgementId: judgement.id,
      recordA: judgement.recordA,
      recordB: judgement.recordB,
      firstOfficerId: officerOf(work).officerId,
      firstVerdict: judgement.verdict,
      drawnAt: work.clock.now(),
    })
    .execute();
}

/** Pairs that wait for somebody other than who decided them first, the longest waiting first; undone decisions are left out. */
export async function waitingSeconds(work: Work): Promise<SecondOpinion[]> {
  const { officerId } = officerOf(work);
  const { rows } =
    await sql<SecondOpinion>`select o.id, o.record_a, o.record_b, o.drawn_at from linkage.second_opinion o
    where o.verdict is null and o.first_officer_id <> ${officerId} and ${bothSeen(work, 'o')}
      and exists (select 1 from linkage.judgement j where j.id = o.judgement_id and (j.ended_at is null or j.ended_why = 'decided'))
    order by o.drawn_at, o.record_a, o.record_b limit 50`.execute(work.db);
  return rows;
}

/** Every pair with both answers, the newest first. */
export async function bothAnswers(work: Work): Promise<BothAnswers[]> {
  const { rows } = await sql<BothAnswers>`
    select o.id, o.record_a, o.record_b, o.drawn_at, o.judgement_id, o.first_verdict, f.name as first_name, o.verdict, s.name as second_name,
      o.given_at, o.why
    from linkage.second_opinion o join directory.officer f on f.id = o.first_officer_id join directory.officer s on s.id = o.officer_id
    where o.verdict is not null and ${bothSeen(work, 'o')} order by o.given_at desc, o.record_a, o.record_b`.execute(
    work.db,
  );
  return rows;
}

interface ToGive extends SecondOpinion {
  firstVerdict: Decision;
}

/** A drawn pair that waits for an answer, which the viewer may give. */
export async function secondToGive(work: Work, id: string): Promise<Result<ToGive>> {
  const { rows } = await sql<ToGive & { firstOfficerId: string; verdict: string | null }>`
    select o.id, o.record_a, o.record_b, o.drawn_at, o.first_officer_id, o.first_verdict, o.verdict
    from linkage.second_opinion o where o.id = ${id} and ${bothSeen(work, 'o')} for update of o`.execute(
    work.db,
  );
  const [opinion] = rows;
  if (!opinion) return notFound;
  if (opinion.verdict) return stale('Somebody has given this second opinion already.');
  if (opinion.firstOfficerId === officerOf(work).officerId)
    return refusedByRule(
      'second-by-another',
      'You decided this pair yourself.',
      'Somebody else gives the second opinion on it.',
    );
  return ok(opinion);
}

/** Somebody else's answer to a drawn pair. It changes no judgement: where the two differ, people talk. */
export async function giveSecond(
  work: Work,
  input: { id: string; verdict: Decision; why?: string | undefined },
): Promise<Result<{ agrees: boolean; firstVerdict: Decision }>> {
  const { officerId } = officerOf(work);
  const opinion = await secondToGive(work, input.id);
  if (!opinion.ok) return opinion;
  const { firstVerdict } = opinion.value;
  await work.db
    .updateTable('linkage.secondOpinion')
    .set({ officerId, verdict: input.verdict, givenAt: work.clock.now(), why: input.why?.trim() ?? '' })
    .where('id', '=', input.id)
    .execute();
  about(work, 'second-opinion', input.id, { verdict: input.verdict });
  return ok({ agrees: firstVerdict === input.verdict, firstVerdict });
}
