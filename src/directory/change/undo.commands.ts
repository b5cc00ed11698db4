import { notFound, ok, type Result, refusedByRule, stale } from '../../platform/failures/failures.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { restoreAgency } from '../agency/agency.commands.ts';
import { restoreArea } from '../area/area.commands.ts';
import { restoreRule } from '../directory.commands.ts';
import { restoreIssueType } from '../issue-type.commands.ts';
import { ownAccount } from '../person/own-account.ts';
import { restorePerson } from '../person/person.commands.ts';
import { restoreService } from '../service/service.commands.ts';
import { type Change, changesOfRecord, type Fields, findChange } from './change.store.ts';

type Restore = (work: Work, id: string, before: Fields, reason: string) => Promise<Result<{ id: string }>>;

/**
 * What can be put back. Roles and agreements are not among them: an agreement that was ended opened nothing since, and
 * putting it back would say that it had. They are given or made anew.
 */
const restores: Readonly<Record<string, Restore>> = {
  agency: restoreAgency,
  service: restoreService,
  area: restoreArea,
  officer: restorePerson,
  'issue-type': restoreIssueType,
  'routing-rule': restoreRule,
};

const dayIn = (fields: Fields | null, name: string): string | null => {
  const value = fields?.[name];
  return typeof value === 'string' ? value : null;
};

/** Whether a change can be taken back, and with what; otherwise why not. */
export function undoableChange(work: Work, change: Change): Result<{ restore: Restore; before: Fields }> {
  const restore = restores[change.recordKind];
  // A line of an account (a link made, a lock taken off) has nothing before it.
  if (!restore || change.before === null || Object.keys(change.before).length === 0)
    return refusedByRule('directory.undo', 'This cannot be undone.', 'End it, or make it anew, instead.');
  if (change.recordKind === 'officer' && change.before.agencyId !== change.after?.agencyId)
    return refusedByRule(
      'directory.undo',
      'A move to another agency ended what their former agency had agreed to: it cannot be undone.',
      'Move them back, and ask for the roles anew.',
    );
  if (change.after?.status === 'withdrawn')
    return refusedByRule('directory.undo', 'What was taken back is gone.', 'Make it anew instead.');
  const ended = dayIn(change.after, 'endsOn');
  if (ended !== dayIn(change.before, 'endsOn') && ended !== null && ended < work.clock.today())
    return refusedByRule(
      'directory.past',
      'It had ended before today: undoing that would change the past.',
      'Make it anew instead.',
    );
  if (change.recordKind === 'officer' && change.recordId === officerOf(work).officerId) return ownAccount;
  return ok({ restore, before: change.before });
}

/** A change that the viewer may take back now. */
export async function changeToUndo(work: Work, changeId: string): Promise<Result<Change>> {
  const change = await findChange(work.db, changeId);
  if (!change) return notFound;
  const found = undoableChange(work, change);
  if (!found.ok) return found;
  const [last] = await changesOfRecord(work.db, change.recordKind, change.recordId);
  return last?.id === change.id
    ? ok(change)
    : stale('Something was changed after it. Only the newest change of a record can be undone.');
}

/** Puts back what the newest change of a record replaced, as a new change with a reason of its own. */
export async function undoChange(
  work: Work,
  input: { changeId: string; reason: string },
): Promise<Result<{ kind: string; id: string }>> {
  const opened = await changeToUndo(work, input.changeId);
  if (!opened.ok) return opened;
  const change = opened.value;
  const found = undoableChange(work, change);
  if (!found.ok) return found;
  const { restore, before } = found.value;
  const restored = await restore(work, change.recordId, before, `Undone: ${input.reason}`);
  return restored.ok ? ok({ kind: change.recordKind, id: change.recordId }) : restored;
}
