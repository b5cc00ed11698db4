import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import {
  findTask,
  listTaskEvents,
  noteTask,
  resultTask,
  type Task,
  taskStatusWords,
  taskTransitionFor,
} from '../tasking/index.ts';
import type { ResultInput } from './capture.forms.ts';
import type { Made } from './capture.kinds.ts';

/** A record moved on since the telephone took it along: what stands there now. Nothing was written. */
export interface Conflict {
  conflict: {
    reference: string;
    href: string;
    /** The version that stands now; a settlement names it. */
    version: number;
    statusWords: string;
    /** Their value, where a result was given. */
    words: string | null;
    by: string | null;
    at: Date | null;
    /** Whether a result of one's own can still stand in its place. */
    mayReplace: boolean;
  };
}

/** What happened last to a task that moved on, for whoever has to choose between two values. */
async function conflictOn(work: Work, task: Task): Promise<Conflict> {
  const [last] = (await listTaskEvents(work, task)).filter(({ kind }) => kind !== 'note');
  return {
    conflict: {
      ...{ reference: task.reference, href: `/tasks/${task.id}`, version: task.version },
      ...{ statusWords: taskStatusWords[task.status], words: task.resultWords ?? task.refusedReason },
      ...{ by: last?.officerName ?? null, at: last?.at ?? null },
      mayReplace:
        task.agencyId === officerOf(work).agencyId &&
        (taskTransitionFor(task, 'finish') ?? taskTransitionFor(task, 'correct-done')) !== undefined,
    },
  };
}

/**
 * Gives the result of a task as it was taken along. If the task moved on, nothing is written and both values are shown. A
 * settlement names the version that was seen: a result in the other's place keeps the other's in the history, and one that
 * is set aside is written there.
 */
export async function deliverResult(work: Work, input: ResultInput): Promise<Result<Made | Conflict>> {
  const { taskId, result, setAside, isTheirs } = input;
  const task = await findTask(work, taskId);
  if (!task) return notFound;
  const isNew = taskTransitionFor(task, 'finish') !== undefined;
  // A result that stands already is replaced by a settlement alone, never by a form that did not know of it.
  if (task.version !== result.version || (!isNew && setAside === undefined && !isTheirs))
    return ok(await conflictOn(work, task));
  if (!isTheirs) {
    const given = await resultTask(work, { taskId, ...result });
    if (!given.ok) return given;
  }
  if (setAside && (isTheirs || setAside !== result.resultWords)) {
    const noted = await noteTask(work, {
      taskId,
      words: `Two results met, and this one was set aside: ${setAside}`,
    });
    if (!noted.ok) return noted;
  }
  return ok({
    ...{ recordKind: 'task', recordId: taskId, reference: task.reference },
    words: isTheirs ? `Their result of ${task.reference} stands` : `Result of ${task.reference}`,
    ...{ as: isTheirs ? 'task.noted' : 'task.result-given', href: `/tasks/${taskId}` },
  });
}
