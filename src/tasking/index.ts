import { apiRoutes } from './tasking.api.ts';
import { casePageRoutes } from './case-page.routes.tsx';
import { escalateRoutes } from './escalate.routes.tsx';
import { meetingRoutes } from './meeting.routes.tsx';
import { taskRoutes } from './task.routes.tsx';

/** Every route of meetings, tasks, returns and the page of a case. */
export const taskingRoutes = [...escalateRoutes, ...casePageRoutes, ...meetingRoutes, ...taskRoutes, ...apiRoutes];
export { filledFromRecords as filledStandingItems } from './meeting.words.ts';
export { meetingDays as meetingDaysOf } from './series.cadence.ts';
