import { boardRoutes } from './board.routes.tsx';
import { calendarRoutes } from './calendar.routes.tsx';
import { casePageRoutes } from './case-page.routes.tsx';
import { escalateRoutes } from './escalate.routes.tsx';
import { meetingRoutes } from './meeting.routes.tsx';
import { minutesRoutes } from './minutes.routes.tsx';
import { partnerTaskRoutes } from './partner-task.routes.tsx';
import { returnRoutes } from './return.routes.tsx';
import { seriesRoutes } from './series.routes.tsx';
import { successRoutes } from './success.routes.tsx';
import { taskRoutes } from './task.routes.tsx';
import { taskingApi } from './tasking.api.ts';

/** Every route of meetings, tasks, returns and the page of a case. */
export const taskingRoutes = [
  ...escalateRoutes,
  ...casePageRoutes,
  ...calendarRoutes,
  ...meetingRoutes,
  ...minutesRoutes,
  ...partnerTaskRoutes,
  ...taskRoutes,
  ...returnRoutes,
  ...boardRoutes,
  ...successRoutes,
  ...seriesRoutes,
  ...taskingApi,
];
export { meetingsThisWeek, returnsDue, type Sight, sightOf, tasksNeedingMe } from './home.queries.ts';
export type { MeasureScope } from './measure.queries.ts';
export type { Meeting } from './meeting.store.ts';
export { filledFromRecords as filledStandingItems } from './meeting.words.ts';
export type { ReturnLine } from './return.store.ts';
export { meetingDays as meetingDaysOf } from './series.cadence.ts';
export { findSeries, listSeries, type Series } from './series.store.ts';
export { noteTask, resultTask, setTask } from './task.commands.ts';
export { findTask, listTaskEvents, listTasks, type Task } from './task.store.ts';
export { takenTasks } from './task.taken.ts';
export { taskTransitionFor } from './task.transitions.ts';
export { type TaskStatus, taskStatusWords } from './task.words.ts';
export { taskNoteSchema, taskResultSchema } from './tasking.forms.ts';
export { taskingJobs, taskingSchedule } from './tasking.jobs.ts';
export { readTasks, workTasks } from './tasking.permissions.ts';
export { meetingPolicy, paperPolicy, taskPolicy } from './tasking.policy.ts';
export { meetingByReference, searchMeetings, searchTasks, taskByReference } from './tasking.search.ts';
export {
  approvedSuccesses,
  type SeriesTotal,
  seriesTotals,
  type TaskResult,
  taskResults,
} from './total.queries.ts';
