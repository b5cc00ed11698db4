import { retentionGroupOf } from '../../../reference/mopi.ts';
import { addMonths } from '../../enforcement/index.ts';
import type { Day } from '../../platform/clock/clock.ts';
import { invalid, notFound, type Result, refusedByRule, stale } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { type Draft, findDraft } from './draft.store.ts';

/** When a product that is released today is first looked at again. */
export const firstReview = (group: number, today: Day): Day =>
  addMonths(today, retentionGroupOf(group).firstMonths);

/**
 * Writes down that somebody looked whether a product is still needed, in which group it is, and when it is looked at next: by the
 * group's own months, or on an earlier day. Never later than the group allows.
 */
export async function reviewPackage(
  work: Work,
  input: { packageId: string; version: number; group: number; nextOn?: Day | undefined; words: string },
): Promise<Result<Draft>> {
  const draft = await findDraft(work, input.packageId);
  if (!draft) return notFound;
  about(work, 'intelligence-package', draft.id);
  if (draft.state !== 'released')
    return refusedByRule('intelligence.not-released', 'It has not left.', 'Review what was released.');
  const today = work.clock.today();
  const last = addMonths(today, retentionGroupOf(input.group).nextMonths);
  const nextOn = input.nextOn ?? last;
  if (nextOn <= today || nextOn > last)
    return invalid({
      field: 'nextOn',
      words: `The next review is after today, and by ${last} in this group`,
    });
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
      ...{ retentionGroup: input.group, nextOn, words: input.words },
    })
    .execute();
  return { ok: true, value: (await findDraft(work, draft.id)) ?? draft };
}
