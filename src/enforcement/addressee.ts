import { invalid, ok, type Result } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { findRecord } from '../records/index.ts';

/** Whether an address must stay hidden: a fact that every login of an officer may ask of a record. */
export async function isAddressHidden({ db }: Work, recordId: string | null | undefined): Promise<boolean> {
  if (!recordId) return false;
  const hidden = await db
    .selectFrom('records.hiddenAddress')
    .select('recordId')
    .where('recordId', '=', recordId)
    .executeTakeFirst();
  return hidden !== undefined;
}

/**
 * Whoever a letter goes to: their record must be one that the officer may see, and of somebody whose address must stay hidden
 * nothing is written that says where they are (domain 2.18).
 *
 * @param written what was typed that would say where they are, by the name of its field
 */
export async function addresseeAllowed(
  work: Work,
  recordId: string | null | undefined,
  written: Readonly<Record<string, string | undefined>>,
): Promise<Result<{ isHidden: boolean }>> {
  if (!recordId) return ok({ isHidden: false });
  const record = await findRecord(work, recordId);
  if (!record || !['person', 'organisation'].includes(record.kind))
    return invalid({ field: 'recordId', words: 'We know no person or firm by this record' });
  const isHidden = await isAddressHidden(work, recordId);
  const field = Object.keys(written).find((name) => written[name]);
  return isHidden && field
    ? invalid({
        field,
        words: 'This person’s address must stay hidden: leave it out, and hand the letter over',
      })
    : ok({ isHidden });
}
