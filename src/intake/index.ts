export { reportItRoutes } from './public/report-it.routes.tsx';
export { reportApi } from './report.api.ts';
export { reportJobs } from './report.jobs.ts';
export { reportRoutes } from './report.routes.tsx';
export * from './report.commands.ts';
export { type ReportInput, reportSchema } from './report.forms.ts';
export { reportPolicy } from './report.policy.ts';
export { addEvent, changeReport, countReports, findReport, listReports, type Report } from './report.store.ts';
