import { caseworkers, meetingRunners, type Role } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

/** Who sits at meetings: caseworkers, the analyst, who sees items without names, and the communications officer. */
export const meetingReaders: readonly [Role, ...Role[]] = [
  ...caseworkers,
  'performance-analyst',
  'communications-officer',
];

export const escalateReports = permission(
  'tasking.escalate-reports',
  'Take a report to the next meeting as a case',
  caseworkers,
);
export const readMeetings = permission(
  'tasking.read-meetings',
  'Read the agenda and minutes of the meetings your service sits at',
  meetingReaders,
);
export const runMeetings = permission(
  'tasking.run-meetings',
  'Open, record and close a meeting',
  meetingRunners,
);
export const changeSeries = permission(
  'tasking.change-series',
  'Change when, where and with whom a meeting is held',
  meetingRunners,
);
export const readTasks = permission(
  'tasking.read-tasks',
  'Read the tasks of your agency and of the meetings you sit at',
  caseworkers,
);
export const setPartnerTasks = permission(
  'tasking.set-partner-tasks',
  'Set a task that comes from the police’s own tasking, with its reference there',
  ['police-partner', 'jet-supervisor'],
);
export const workTasks = permission(
  'tasking.work-tasks',
  'Accept or refuse a task, and give its result',
  caseworkers,
);
export const makeReturns = permission(
  'tasking.make-returns',
  'Confirm and submit your service’s figures for a meeting',
  meetingReaders,
);
export const readBoard = permission('tasking.read-board', 'See the totals that go to the Management Board', [
  'board-member',
  ...meetingReaders,
]);
export const flagSuccesses = permission(
  'tasking.flag-successes',
  'Offer a success for publicity',
  caseworkers,
);
export const approvePublicity = permission(
  'tasking.approve-publicity',
  'Approve or refuse a success for publicity',
  ['communications-officer'],
);
export const readPublicity = permission(
  'tasking.read-publicity',
  'See what has been offered and approved for publicity',
  meetingReaders,
);
