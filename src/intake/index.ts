import type { Route } from '../platform/http/declare.ts';
import { deskRoutes } from './desk/desk.routes.tsx';
import { reportMapRoutes } from './desk/report-map.routes.tsx';
import { photoRoutes } from './photos/photo.routes.tsx';
import { publicApi } from './public/public.api.ts';
import { reportItRoutes } from './public/report-it.routes.tsx';
import { trackRoutes } from './track/track.routes.tsx';

/** Every way in: the public's pages and API, coming back, the desks, the map and the photos. */
export const intakeRoutes: readonly Route[] = [...reportItRoutes, ...publicApi, ...trackRoutes, ...deskRoutes, ...reportMapRoutes, ...photoRoutes];
export { reportApi } from './report.api.ts';
export { reportJobs } from './report.jobs.ts';
export { reportRoutes } from './report.routes.tsx';
export * from './report.commands.ts';
export { type ReportInput, reportSchema } from './report.forms.ts';
export { reportPolicy } from './report.policy.ts';
export { addEvent, changeReport, countReports, findReport, listReports, type Report } from './report.store.ts';
