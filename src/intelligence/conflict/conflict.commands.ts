import { z } from 'zod';
import { notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { officersOfUnit } from '../check/check.store.ts';
import { needed } from '../form/form.forms.ts';
import { listConflicts, openAgain } from './conflict.store.ts';

export const reopenParams = z.object({ officerId: z.uuid() });
export const reopenSchema = z.object({
  fileReference: z.string().min(1).max(60),
  reopenWhy: needed(500, 'Say why it is safe that they read it again'),
});
export const reopenExample = { fileReference: 'PF-SAMP-001', reopenWhy: 'The case ended without an appeal' };

/**
 * Opens to an officer what was closed to them for a case: the word of a manager who is somebody else, with a reason. What their sources
 * give from then on closes as before, and so does all of it once they are named for a case again.
 */
export async function reopenTo(
  work: Work,
  input: { officerId: string } & z.output<typeof reopenSchema>,
): Promise<Result<{ items: number }>> {
  const { officerId, fileReference, reopenWhy } = input;
  if (officerId === officerOf(work).officerId)
    return refusedByRule(
      'intelligence.reopen-own',
      'Nobody opens to themselves what was closed to them.',
      'Ask another intelligence manager.',
    );
  const one = (await listConflicts(work)).find(
    (row) => row.officerId === officerId && row.fileReference === fileReference && row.items > 0,
  );
  if (!one) return notFound;
  if (!(await officersOfUnit(work)).some(({ id }) => id === officerId))
    return refusedByRule(
      'intelligence.reopen-elsewhere',
      'They are not of the unit now, so that nothing of it is there for them.',
      'Open it once they are back.',
    );
  const items = await openAgain(work, { officerId, fileReference, reopenWhy });
  about(work, 'intelligence-conflict', officerId, { items });
  return ok({ items });
}
