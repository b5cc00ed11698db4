import { caseworkers } from '../directory/index.ts';
import type { CaseStatus } from './case.words.ts';
import { lineFor, linesFrom, type ProcedureLine } from './procedure.ts';

export type CaseAction = 'send-to-meeting' | 'return-from-meeting' | 'start-enforcement' | 'close' | 'reopen';

/** One line of the table that draws the buttons, guards the command and drives the tests. */
export interface CaseTransition extends ProcedureLine<CaseStatus, CaseAction> {
  to: CaseStatus;
  /** True where the meeting does it when it closes, so that it is no button. */
  isByMeeting?: boolean;
}

export const caseTransitions: readonly CaseTransition[] = [
  {
    from: ['open', 'enforcing'],
    action: 'send-to-meeting',
    to: 'at-meeting',
    who: caseworkers,
    button: 'Send to the next meeting',
    past: 'Sent to a meeting',
  },
  {
    from: ['at-meeting'],
    action: 'return-from-meeting',
    to: 'open',
    who: caseworkers,
    button: 'Back from the meeting',
    past: 'Considered by a meeting',
    isByMeeting: true,
  },
  {
    from: ['open', 'at-meeting'],
    action: 'start-enforcement',
    to: 'enforcing',
    who: caseworkers,
    button: 'Start enforcement',
    past: 'Enforcement started',
  },
  {
    from: ['open', 'at-meeting', 'enforcing'],
    action: 'close',
    to: 'closed',
    who: caseworkers,
    button: 'Close the case',
    past: 'Closed',
  },
  {
    from: ['closed'],
    action: 'reopen',
    to: 'open',
    who: caseworkers,
    button: 'Open again',
    past: 'Opened again',
  },
];

export const caseTransitionFor = (status: CaseStatus, action: CaseAction): CaseTransition | undefined =>
  lineFor(caseTransitions, status, action);

export const caseActionsFrom = (status: CaseStatus, roles: readonly string[]): readonly CaseTransition[] =>
  linesFrom(caseTransitions, status, roles).filter((line) => !line.isByMeeting);
