import type { Work } from '../../platform/http/work.ts';
import { History } from './change.pages.tsx';
import { type Change, changesOfRecord, namesOf } from './change.store.ts';
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
  const [last] = changes;
  const undoable = last && undoableChange(work, last).ok ? last.id : undefined;
  return <History changes={changes} names={names} csrf={csrf} undoable={undoable} />;
}

/** The history of one record. */
export const historyOf = async (work: Work, kind: string, id: string, csrf: string) =>
  historyFrom(work, await changesOfRecord(work.db, kind, id), csrf);
