import { type DrawnProcedure, lineFor, linesFrom, type ProcedureLine } from '../enforcement/index.ts';
import { inspectors } from './inspection.roles.ts';

export const purchaseStatuses = ['planned', 'settled', 'under-way', 'completed', 'cancelled'] as const;
export type PurchaseStatus = (typeof purchaseStatuses)[number];
export const purchaseStatusWords: Readonly<Record<PurchaseStatus, string>> = {
  planned: 'Being planned',
  settled: 'Settled',
  'under-way': 'Under way',
  completed: 'Completed',
  cancelled: 'Cancelled',
};
export const purchaseActions = ['settle', 'begin', 'complete', 'cancel'] as const;
export type PurchaseAction = (typeof purchaseActions)[number];
export type PurchaseNeed =
  | 'premises-chosen'
  | 'volunteers-consent'
  | 'volunteers-young'
  | 'risk-assessed'
  | 'ripa-considered'
  | 'power-named'
  | 'powers-hold'
  | 'safe-to-go'
  | 'nobody-alone'
  | 'day-come'
  | 'all-recorded'
  | 'letters-made';
export type PurchaseField = 'outcome' | 'reason';

/** One line of the table of a test-purchase operation. */
export interface PurchaseLine extends ProcedureLine<PurchaseStatus, PurchaseAction> {
  needs: readonly PurchaseNeed[];
  asks: readonly PurchaseField[];
  dayWords: string;
  refusal: string;
  basis: string;
}
const common = {
  who: inspectors,
  dayWords: '',
  asks: [],
  needs: [],
  basis: 'Code of practice on age restricted products, April 2014',
} as const;

/** A test-purchase operation from the plan to its outcome. */
export const purchaseTransitions: readonly PurchaseLine[] = [
  {
    ...common,
    from: ['planned'],
    action: 'settle',
    to: 'settled',
    needs: [
      'premises-chosen',
      'volunteers-consent',
      'volunteers-young',
      'risk-assessed',
      'ripa-considered',
      'power-named',
      'powers-hold',
      'safe-to-go',
      'nobody-alone',
    ],
    button: 'Settle the plan',
    past: 'Plan settled',
    refusal: 'Only a plan that is not settled yet can be.',
  },
  {
    ...common,
    from: ['settled'],
    action: 'begin',
    to: 'under-way',
    needs: ['day-come', 'power-named', 'powers-hold', 'safe-to-go', 'nobody-alone'],
    button: 'Begin the day',
    past: 'Operation begun',
    refusal: 'Only a plan that was settled can begin.',
    basis: 'Powers are looked at again on the day; those who take part are told which premises',
  },
  {
    ...common,
    from: ['under-way'],
    action: 'complete',
    to: 'completed',
    needs: ['all-recorded', 'letters-made'],
    asks: ['outcome'],
    button: 'Complete with the outcome',
    past: 'Completed',
    refusal: 'Only a day that has begun is completed.',
    basis: 'The business is told in writing whatever the result, a pass too',
  },
  {
    ...common,
    from: ['planned', 'settled'],
    action: 'cancel',
    to: 'cancelled',
    asks: ['reason'],
    button: 'Cancel it',
    past: 'Cancelled',
    refusal: 'Only a day that has not begun can be cancelled.',
  },
];
export const purchaseLineFor = (status: PurchaseStatus, action: PurchaseAction): PurchaseLine | undefined =>
  lineFor(purchaseTransitions, status, action);
export const purchaseLinesFrom = (
  status: PurchaseStatus,
  roles: readonly string[],
): readonly PurchaseLine[] => linesFrom(purchaseTransitions, status, roles);
/** Any line of an action, whatever its status. */
export function purchaseLineOf(action: PurchaseAction): PurchaseLine {
  const line = purchaseTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}
export const drawnPurchases: DrawnProcedure = {
  title: 'Test-purchase operation',
  lines: purchaseTransitions,
  words: purchaseStatusWords,
  starts: ['planned'],
};
