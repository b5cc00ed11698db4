import type { Route } from '../platform/http/declare.ts';
import { deskRoutes } from './desk/desk.routes.tsx';
import { reportMapRoutes } from './desk/report-map.routes.tsx';
import { flyTipRoutes } from './fly-tip/fly-tip.routes.tsx';
import { importApi } from './import-desk/import.api.ts';
import { importRoutes } from './import-desk/import.routes.tsx';
import { open311Routes } from './open311/open311.routes.ts';
import { photoRoutes } from './photos/photo.routes.tsx';
import { publicApi } from './public/public.api.ts';
import { reportItRoutes } from './public/report-it.routes.tsx';
import { trackRoutes } from './track/track.routes.tsx';

export { starts } from './begun-from.tsx';
export { type ImportResult, importReports } from './import/import-reports.ts';
export { mappingSchema } from './import/mapping.ts';
export { importJobs, importSchedule } from './import-desk/import.jobs.ts';
export { importPolicy } from './import-desk/import.policy.ts';
export { cameraSays } from './photos/photo.camera.ts';
export { type Photo, photoFormLimit, readPhotos } from './photos/photo.commands.ts';
export { type PhotoKind, photoAccept, photoKindOf, photoKinds } from './photos/photo.kinds.ts';
export { mayOpen, openingOf, openingWords, openKept } from './photos/photo.open.ts';
export { recordRoutes } from './record.routes.tsx';

/** Every way in: the public's pages and API, coming back, the desks, the map, the photos and Open311. */
export const intakeRoutes: readonly Route[] = [
  ...reportItRoutes,
  ...publicApi,
  ...trackRoutes,
  ...deskRoutes,
  ...reportMapRoutes,
  ...photoRoutes,
  ...flyTipRoutes,
  ...importRoutes,
  ...importApi,
  ...open311Routes,
];
export { rerouteReports } from './intake.permissions.ts';
export { reportApi } from './report.api.ts';
export * from './report.commands.ts';
export {
  attachToCase,
  type EarlierReport,
  earlierLikeThis,
  sameProblem,
  wasNotSolved,
} from './report.escalate.ts';
export { type ReportInput, reportSchema } from './report.forms.ts';
export { reportJobs, reportSchedule } from './report.jobs.ts';
export { countedReportPolicy, mayReadWords, mayWork, photoPolicy, reportPolicy } from './report.policy.ts';
export { openReport, pageOfReports, reportFilterSchema } from './report.queries.ts';
export { type Recounted, recountTargets } from './report.recount.ts';
export { reportRoutes } from './report.routes.tsx';
export { reportByReference, searchReports, wordsLike } from './report.search.ts';
export {
  addEvent,
  changeReport,
  countReports,
  findReport,
  listReports,
  listReportsByDue,
  type Report,
} from './report.store.ts';
export { takenReports } from './report.taken.ts';
export { type EscalationRule, escalationRules, escalationWords } from './report.words.ts';
export * from './report-steps.commands.ts';
export { hashPhrase } from './return-phrase.ts';
