import { type TakenList, takeRows } from '../platform/documents/taken-list.ts';
import type { Work } from '../platform/http/work.ts';
import { listTasks, type Task } from './task.store.ts';

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
    (last, limit) => {
      const after = last && { dueOn: last.dueOn, id: last.id };
      return listTasks(work, {}, { after, limit });
    },
    (task) => !task.isPersonal,
  ),
});
