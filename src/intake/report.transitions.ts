import { caseworkers, type Role } from '../directory/index.ts';
import type { ReportStatus } from './report.words.ts';

export type ReportAction = 'start' | 'close' | 'mark-duplicate' | 'escalate' | 'reopen';

/** One line of the table that draws the buttons, guards the command, makes the diagram and drives the tests. */
export interface Transition {
  from: readonly ReportStatus[];
  action: ReportAction;
  to: ReportStatus;
  /** Roles; and the report must be with the officer's own agency. */
  who: readonly Role[];
  button: string;
  /** The line on the timeline. */
  past: string;
  /** What the reporter reads, if anything. */
  tells: string | undefined;
}

const workers: readonly Role[] = [...caseworkers, 'safeguarding-officer'];

export const transitions: readonly Transition[] = [
  {
    from: ['new'],
    action: 'start',
    to: 'in-progress',
    who: workers,
    button: 'Start work',
    past: 'Work started',
    tells: 'Somebody has started to deal with your report.',
  },
  {
    from: ['new', 'in-progress'],
    action: 'close',
    to: 'closed',
    who: workers,
    button: 'Close',
    past: 'Closed',
    tells: 'Your report has been dealt with.',
  },
  {
    from: ['new', 'in-progress'],
    action: 'mark-duplicate',
    to: 'duplicate',
    who: workers,
    button: 'Join to an earlier report',
    past: 'Joined to an earlier report',
    tells: 'Somebody told us about this before you. We have put the two reports together.',
  },
  {
    from: ['new', 'in-progress', 'closed'],
    action: 'escalate',
    to: 'escalated',
    who: caseworkers,
    button: 'Take to a meeting',
    past: 'Taken to a meeting',
    tells: 'Several services will look at this together.',
  },
  {
    from: ['closed', 'duplicate'],
    action: 'reopen',
    to: 'in-progress',
    who: workers,
    button: 'Open again',
    past: 'Opened again',
    tells: 'Your report has been opened again.',
  },
];

/** The line for an action from a status, if there is one. */
export const transitionFor = (status: ReportStatus, action: ReportAction): Transition | undefined =>
  transitions.find((line) => line.action === action && line.from.includes(status));

/** What can be done with a report in a status by the holder of some roles. */
export const actionsFrom = (status: ReportStatus, roles: readonly string[]): readonly Transition[] =>
  transitions.filter((line) => line.from.includes(status) && line.who.some((role) => roles.includes(role)));
