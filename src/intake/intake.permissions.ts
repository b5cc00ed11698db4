import { caseworkers, reportReaders } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const readReports = permission(
  'intake.read-reports',
  'Read the reports of your agency and of agencies that share theirs',
  [...reportReaders, 'performance-analyst'],
);
export const takeReports = permission(
  'intake.take-reports',
  'Take a report for somebody, by telephone or at the desk',
  reportReaders,
);
export const workReports = permission('intake.work-reports', 'Answer, move on, close or escalate a report', [
  ...caseworkers,
  'safeguarding-officer',
]);
export const partnerReports = permission('intake.partner-report', 'Report something as a partner', [
  'partner',
  'police-partner',
]);
export const rerouteReports = permission('intake.reroute-reports', 'Send a report to another service', [
  'reception',
  'safeguarding-officer',
  ...caseworkers,
]);
export const importReports = permission('intake.import-reports', 'Load reports from a file', [
  'community-safety-coordinator',
  'reception',
]);
export const undoImports = permission('intake.undo-imports', 'Undo a load of reports from a file', [
  'community-safety-coordinator',
  'reception',
]);
