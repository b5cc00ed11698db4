import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { History } from './change.pages.tsx';
import { type Change, changesOfRecord, findChanges, namesOf } from './change.store.ts';
import { undoableChange } from './undo.commands.ts';

/** Some changes, newest first, ready to be shown; the newest with its way back where there is one. */
export async function historyFrom(work: Work, changes: readonly Change[], csrf: string) {
  const names = await namesOf(
    work.db,
    changes.flatMap((change) => [
      ...Object.values(change.before ?? {}),
      ...Object.values(change.after ?? {}),
    ]),
  );
  // The newest change of each record in the list may have a way back.
  const newest = new Map(
    [...changes].reverse().map((change) => [`${change.recordKind} ${change.recordId}`, change]),
  );
  const undoable = new Set(
    [...newest.values()].filter((change) => undoableChange(work, change).ok).map((change) => change.id),
  );
  return <History changes={changes} names={names} csrf={csrf} undoable={undoable} />;
}

/** The history of one record. */
export const historyOf = async (work: Work, kind: string, id: string, csrf: string) =>
  historyFrom(work, await changesOfRecord(work.db, kind, id), csrf);

/** The history of a person with the roles they were given and that were asked for them. */
export const historyOfPerson = async (work: Work, officerId: string, csrf: string) =>
  historyFrom(
    work,
    await findChanges(
      work.db,
      sql`(c.record_kind = 'officer' and c.record_id = ${officerId})
        or (c.record_kind in ('role-grant', 'role-request') and c.after ->> 'officerId' = ${officerId})`,
    ),
    csrf,
  );
