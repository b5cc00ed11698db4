import { sorted } from '../platform/database/sorting.ts';
import { type TakenList, takeRows } from '../platform/documents/taken-list.ts';
import type { Work } from '../platform/http/work.ts';
import { listTasks, type Task, taskSorting } from './task.store.ts';

const columns = [
  ...(['reference', 'title', 'expected', 'status', 'seriesName', 'meetingOn', 'caseReference'] as const),
  ...(['setByAgencyName', 'agencyName', 'serviceName', 'setAt', 'firstDueOn', 'dueOn'] as const),
  ...(['timesCarried', 'resultAt', 'resultWords', 'refusedReason'] as const),
];

/** Tasks to take away, the earliest due first; those about identifiable people are for their services alone. */
export const takenTasks = (work: Work): TakenList => ({
  columns,
  rows: takeRows<Task>(
    columns,
    async (after, limit) => {
      const way = sorted(taskSorting, { after });
      const rows = await listTasks(work, {}, { sorted: way, limit });
      const last = rows.at(-1);
      return { rows, last: last && way.cursorOf(last) };
    },
    (task) => !task.isPersonal,
  ),
});
