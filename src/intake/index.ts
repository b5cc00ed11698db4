export { type ImportResult, importReports } from './import/import-reports.ts';
export { mappingSchema } from './import/mapping.ts';
export { recordRoutes } from './record.routes.tsx';
export { reportApi } from './report.api.ts';
export * from './report.commands.ts';
export { type ReportInput, reportSchema } from './report.forms.ts';
export { reportJobs } from './report.jobs.ts';
export { reportPolicy } from './report.policy.ts';
export { reportRoutes } from './report.routes.tsx';
export {
  addEvent,
  changeReport,
  countReports,
  findReport,
  listReports,
  type Report,
} from './report.store.ts';
export { pageOfReports, reportFilterSchema } from './report.queries.ts';
export { attachToCase, type EarlierReport, earlierLikeThis, sameProblem, wasNotSolved } from './report.escalate.ts';
export { type EscalationRule, escalationRules, escalationWords } from './report.words.ts';
