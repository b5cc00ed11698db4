import type { PenaltyOffence } from '../../reference/penalties.ts';
import type { Role } from '../directory/index.ts';
import type { PenaltyStatus } from './penalty.words.ts';
import { lineFor, linesFrom, type ProcedureLine } from './procedure.ts';

export type PenaltyAction =
  | 'issue'
  | 'discard'
  | 'pay'
  | 'challenge'
  | 'uphold'
  | 'reject'
  | 'lapse'
  | 'remind'
  | 'refer'
  | 'cancel'
  | 'void'
  | 'convict'
  | 'acquit'
  | 'withdraw'
  | 'time-bar';

/** What must be true besides the status; each is checked in one place and says its mend. */
export type PenaltyNeed =
  | 'checklist-met'
  | 'power-held'
  | 'served'
  | 'exact-amount'
  | 'reason'
  | 'window-ended'
  | 'prosecution-allowed'
  | 'limit-passed';

/** One line of the table that draws the buttons, guards the command, makes the diagram and drives the tests. */
export interface PenaltyTransition extends ProcedureLine<PenaltyStatus, PenaltyAction> {
  /** Two for a payment: which one, the day it came decides. */
  to: readonly [PenaltyStatus, ...PenaltyStatus[]];
  needs: readonly PenaltyNeed[];
}

/** Who may write, serve and look after notices; whether they may sign one, the powers decide. */
export const penaltyOfficers: readonly [Role, ...Role[]] = [
  'jet-officer',
  'jet-supervisor',
  'service-officer',
  'environmental-health-officer',
];
/** Constables and trading standards write penalty notices for disorder (Criminal Justice and Police Act 2001 s.2), and no other penalty. */
const disorderOfficers: readonly [Role, ...Role[]] = ['trading-standards-investigator', 'police-partner'];
const disorderOffences: readonly PenaltyOffence[] = ['pnd-upper-tier'];
/** Everybody who writes penalties, of whichever offences. */
export const penaltyWriters: readonly [Role, ...Role[]] = [...penaltyOfficers, ...disorderOfficers];
/** The offences that holders of some roles write penalties for; what a role does besides, as recording a payment, this does not say. */
export const offencesFor = (roles: readonly string[], all: readonly PenaltyOffence[]) =>
  all.filter((offence) => mayTouchOffence(roles, offence));
/** Whether holders of some roles have anything to do with penalties for an offence: not, who write those for disorder alone. */
export const mayTouchOffence = (roles: readonly string[], offence: PenaltyOffence): boolean =>
  disorderOffences.includes(offence) ||
  !roles.some((role) => disorderOfficers.some((one) => one === role)) ||
  roles.some((role) => [...penaltyOfficers, 'community-safety-coordinator'].some((one) => one === role));
/** Ending a penalty or taking it to court is not for the officer who signed it alone. */
export const penaltySupervisors: readonly [Role, ...Role[]] = [
  'jet-supervisor',
  'environmental-health-officer',
];

const open = ['issued', 'overdue', 'reminded'] as const;

/**
 * Life of a fixed penalty. Paying discharges liability, so no court follows a payment, and none may begin in the days
 * that the offence's Act allows for paying (for fly-tipping, Environmental Protection Act 1990 s.33ZA).
 */
export const penaltyTransitions: readonly PenaltyTransition[] = [
  {
    from: ['draft'],
    action: 'issue',
    to: ['issued'],
    who: penaltyWriters,
    needs: ['checklist-met', 'power-held'],
    button: 'Issue the notice',
    past: 'Issued',
  },
  {
    from: ['draft'],
    action: 'discard',
    to: ['void'],
    who: penaltyWriters,
    needs: ['reason'],
    button: 'Discard the draft',
    past: 'Draft discarded',
  },
  {
    from: open,
    action: 'pay',
    to: ['paid-early', 'paid-full'],
    who: [...penaltyWriters, 'community-safety-coordinator'],
    needs: ['exact-amount'],
    button: 'Record a payment',
    past: 'Paid',
  },
  {
    from: open,
    action: 'challenge',
    to: ['representations'],
    who: penaltyWriters,
    needs: ['reason'],
    button: 'Record a challenge',
    past: 'Challenged',
  },
  {
    from: ['representations'],
    action: 'uphold',
    to: ['cancelled'],
    who: penaltySupervisors,
    needs: ['reason'],
    button: 'Uphold the challenge and cancel',
    past: 'Challenge upheld: cancelled',
  },
  {
    from: ['representations'],
    action: 'reject',
    to: ['issued'],
    who: penaltySupervisors,
    needs: ['reason'],
    button: 'Reject the challenge',
    past: 'Challenge rejected: time to pay starts again',
  },
  {
    from: ['issued'],
    action: 'lapse',
    to: ['overdue'],
    who: [],
    needs: ['window-ended'],
    button: 'Mark overdue',
    past: 'Not paid in time',
  },
  {
    from: ['overdue'],
    action: 'remind',
    to: ['reminded'],
    who: penaltyWriters,
    needs: ['served'],
    button: 'Send a reminder',
    past: 'Reminder made',
  },
  {
    from: ['overdue', 'reminded'],
    action: 'refer',
    to: ['referred'],
    who: penaltySupervisors,
    needs: ['served', 'prosecution-allowed', 'reason'],
    button: 'Refer for prosecution',
    past: 'Referred for prosecution',
  },
  {
    from: ['issued', 'overdue', 'reminded', 'representations'],
    action: 'cancel',
    to: ['cancelled'],
    who: penaltySupervisors,
    needs: ['reason'],
    button: 'Cancel the notice',
    past: 'Cancelled',
  },
  {
    from: open,
    action: 'void',
    to: ['void'],
    who: penaltySupervisors,
    needs: ['reason'],
    button: 'Void: it should not have been issued',
    past: 'Void',
  },
  {
    from: ['referred'],
    action: 'convict',
    to: ['convicted'],
    who: penaltySupervisors,
    needs: ['reason'],
    button: 'Record a conviction',
    past: 'Convicted',
  },
  {
    from: ['referred'],
    action: 'acquit',
    to: ['acquitted'],
    who: penaltySupervisors,
    needs: ['reason'],
    button: 'Record an acquittal',
    past: 'Acquitted',
  },
  {
    from: ['referred'],
    action: 'withdraw',
    to: ['withdrawn'],
    who: penaltySupervisors,
    needs: ['reason'],
    button: 'Record that it was withdrawn',
    past: 'Prosecution withdrawn',
  },
  {
    from: ['overdue', 'reminded', 'referred'],
    action: 'time-bar',
    to: ['time-barred'],
    who: penaltySupervisors,
    needs: ['limit-passed', 'reason'],
    button: 'Close: out of time for court',
    past: 'Closed: out of time for court',
  },
];

/** The line for an action from a status, if there is one. */
export const penaltyTransitionFor = (
  status: PenaltyStatus,
  action: PenaltyAction,
): PenaltyTransition | undefined => lineFor(penaltyTransitions, status, action);

/** What holders of some roles can do with a notice in a status. */
export const penaltyActionsFrom = (
  status: PenaltyStatus,
  roles: readonly string[],
): readonly PenaltyTransition[] => linesFrom(penaltyTransitions, status, roles);
