import type { Role } from '../directory/index.ts';
import { type DrawnProcedure, lineFor, linesFrom, type ProcedureLine } from '../enforcement/index.ts';
import { type OperationStatus, operationStatusWords } from './operation.words.ts';

export const operationActions = ['agree', 'begin', 'debrief', 'cancel'] as const;
export type OperationAction = (typeof operationActions)[number];
export type OperationNeed =
  | 'agencies-answered'
  | 'briefing-written'
  | 'officers-named'
  | 'powers-hold'
  | 'nobody-alone'
  | 'screens-hold'
  | 'day-come'
  | 'agencies-reported';
export type OperationField = 'results' | 'lessons' | 'reason';

/** One line of the table of a day of action. */
export interface OperationLine extends ProcedureLine<OperationStatus, OperationAction> {
  needs: readonly OperationNeed[];
  asks: readonly OperationField[];
  dayWords: string;
  refusal: string;
  basis: string;
}

/** Who plans days of action, and says yes or no for an agency. */
export const operationPlanners: readonly [Role, ...Role[]] = [
  'community-safety-coordinator',
  'jet-supervisor',
  'trading-standards-investigator',
  'environmental-health-officer',
  'service-officer',
  'police-partner',
  'partner',
];
const common = {
  who: operationPlanners,
  dayWords: '',
  asks: [],
  needs: [],
  basis: 'Plan of the partners',
} as const;

/** A day of action from the plan to the debrief. */
export const operationTransitions: readonly OperationLine[] = [
  {
    ...common,
    from: ['planned'],
    action: 'agree',
    to: 'agreed',
    needs: ['agencies-answered', 'briefing-written', 'officers-named', 'nobody-alone'],
    button: 'Settle the plan',
    past: 'Plan agreed',
    refusal: 'Only a plan that is not settled yet can be.',
  },
  {
    ...common,
    from: ['agreed'],
    action: 'begin',
    to: 'under-way',
    needs: ['day-come', 'powers-hold', 'screens-hold', 'nobody-alone'],
    button: 'Begin the day',
    past: 'Day of action begun',
    refusal: 'Only a plan that was agreed can begin.',
    basis: 'Powers are looked at again on the day',
  },
  {
    ...common,
    from: ['under-way'],
    action: 'debrief',
    to: 'debriefed',
    needs: ['agencies-reported'],
    asks: ['results', 'lessons'],
    button: 'Close with the debrief',
    past: 'Debriefed',
    refusal: 'Only a day that has begun is debriefed.',
  },
  {
    ...common,
    from: ['planned', 'agreed'],
    action: 'cancel',
    to: 'cancelled',
    asks: ['reason'],
    button: 'Cancel it',
    past: 'Cancelled',
    refusal: 'Only a day that has not begun can be cancelled.',
  },
];
export const operationLineFor = (
  status: OperationStatus,
  action: OperationAction,
): OperationLine | undefined => lineFor(operationTransitions, status, action);
export const operationLinesFrom = (
  status: OperationStatus,
  roles: readonly string[],
): readonly OperationLine[] => linesFrom(operationTransitions, status, roles);
/** Any line of an action, whatever its status. */
export function operationLineOf(action: OperationAction): OperationLine {
  const line = operationTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}
export const drawnOperations: DrawnProcedure = {
  title: 'Day of action',
  lines: operationTransitions,
  words: operationStatusWords,
  starts: ['planned'],
};
