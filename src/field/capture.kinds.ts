import { writePenalties } from '../enforcement/index.ts';
import { logOwnTime, logPatrol, logPatrols, logTime } from '../jet/index.ts';
import { logStop, takePart } from '../operations/index.ts';
import type { Permission } from '../platform/access/permission.ts';
import { ok, type Result } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { noteTask, workTasks } from '../tasking/index.ts';
import type { Capture } from './capture.forms.ts';
import type { CaptureKind } from './capture.words.ts';
import { deliverNotice } from './notice.commands.ts';
import { type Conflict, deliverResult } from './result.commands.ts';

/** The record that something became. */
export interface Made {
  recordKind: string;
  recordId: string;
  reference: string;
  /** What was recorded, in a line for the telephone. */
  words: string;
  href: string;
  /** The event by which the same act done on its own page stands in the audit. */
  as: string;
}

export type Of<Kind extends CaptureKind> = Extract<Capture, { kind: Kind }>;

/** What one kind of thing needs and does: the command of the module that it belongs to, and nothing of its own. */
type Kinds = {
  [Kind in CaptureKind]: {
    permission: Permission;
    run(work: Work, capture: Of<Kind>): Promise<Result<Made | Conflict>>;
  };
};

export const captureKinds: Kinds = {
  notice: { permission: writePenalties, run: (work, { body }) => deliverNotice(work, body) },
  time: {
    permission: logOwnTime,
    run: async (work, { id, body }) => {
      const made = await logTime(work, { ...body, key: id });
      if (!made.ok) return made;
      return ok({
        ...{ recordKind: 'time-entry', recordId: made.value.id, reference: '' },
        ...{ words: `${made.value.minutes} minutes logged`, as: 'time-entry.logged', href: '/teams/time' },
      });
    },
  },
  patrol: {
    permission: logPatrols,
    run: async (work, { id, body: { patrolPlanId, patrol } }) => {
      const made = await logPatrol(work, { ...patrol, patrolPlanId, key: id });
      if (!made.ok) return made;
      return ok({
        ...{ recordKind: 'patrol', recordId: made.value.id, reference: '' },
        ...{ words: 'Patrol logged', as: 'patrol.logged', href: `/teams/plans/${patrolPlanId}` },
      });
    },
  },
  stop: {
    permission: takePart,
    run: async (work, { body: { operationId, stop } }) => {
      const made = await logStop(work, { ...stop, operationId });
      if (!made.ok) return made;
      return ok({
        ...{ recordKind: 'operation', recordId: operationId, reference: made.value.reference },
        ...{ words: 'Stop logged', as: 'operation.stop-logged', href: `/operations/${operationId}` },
      });
    },
  },
  'task-note': {
    permission: workTasks,
    run: async (work, { body: { taskId, note } }) => {
      const made = await noteTask(work, { taskId, words: note.words });
      if (!made.ok) return made;
      return ok({
        ...{ recordKind: 'task', recordId: taskId, reference: made.value.reference },
        ...{ words: `Note on ${made.value.reference}`, as: 'task.noted', href: `/tasks/${taskId}` },
      });
    },
  },
  'task-result': { permission: workTasks, run: (work, { body }) => deliverResult(work, body) },
};
