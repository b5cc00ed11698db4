import { notFound, type Result, refusedByRule, stale } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { isLetGo } from '../../records/index.ts';
import { anotherDecides } from '../review/review.commands.ts';
import type { ReviewInput } from '../review/review.forms.ts';
import { nextReview } from '../review/review.rules.ts';
import { type Draft, findDraft } from './draft.store.ts';

/**
 * Writes down that somebody looked whether a product is still needed, in which group it is, and when it is looked at next: by the
 * group's own months, or on an earlier day. Never later than the group allows.
 */
export async function reviewPackage(
  work: Work,
  input: { packageId: string } & ReviewInput,
): Promise<Result<Draft>> {
  const draft = await findDraft(work, input.packageId);
  if (!draft) return notFound;
  about(work, 'intelligence-package', draft.id);
  if (draft.state !== 'released')
    return refusedByRule('intelligence.not-released', 'It has not left.', 'Review what was released.');
  if (await isLetGo(work, draft.id))
    return refusedByRule(
      'intelligence.let-go',
      'It was let go: nothing of it is kept.',
      'Draft it anew from what came since.',
    );
  if (input.decision === 'let-go' && draft.draftedBy === officerOf(work).officerId) return anotherDecides;
  const next = nextReview(input.group, input.nextOn, work.clock.today());
  if (!next.ok) return next;
  const nextOn = next.value;
  const { officerId, agencyId } = officerOf(work);
  const done = await work.db
    .updateTable('intelligence.draft')
    .set({ retentionGroup: input.group, reviewOn: nextOn, version: draft.version + 1 })
    .where('id', '=', draft.id)
    .where('version', '=', input.version)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n)
    return stale('Somebody has changed this package since you opened it. Reload the page.');
  await work.db
    .insertInto('intelligence.draftReview')
    .values({
      ...{ id: work.ids.next(), draftId: draft.id, agencyId, at: work.clock.now(), officerId },
      ...{ retentionGroup: input.group, nextOn, words: input.words, decision: input.decision },
    })
    .execute();
  return { ok: true, value: (await findDraft(work, draft.id)) ?? draft };
}
