import { caseworkers } from '../../directory/index.ts';
import { type DrawnProcedure, lineFor, type ProcedureLine } from '../../enforcement/index.ts';

export const commissionStatuses = ['asked', 'answered', 'refused', 'withdrawn', 'closed'] as const;
export type CommissionStatus = (typeof commissionStatuses)[number];
export const commissionStatusWords: Readonly<Record<CommissionStatus, string>> = {
  asked: 'Commissioned',
  answered: 'Answered',
  refused: 'Not taken',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
};
export const commissionActions = [
  ...([
    'propose',
    'authorise',
    'refuse',
    'withdraw',
    'recover',
    'award',
    'charge',
    'paid',
    'close',
    'again',
  ] as const),
] as const;
export type CommissionAction = (typeof commissionActions)[number];
export type CommissionField = 'answer' | 'refusedFor' | 'pounds' | 'onDay' | 'award' | 'why';
export type CommissionNeed =
  | 'proposed'
  | 'by-another'
  | 'is-debt'
  | 'is-award'
  | 'is-charged'
  | 'is-unpaid'
  | 'is-trace'
  | 'not-again';

/** One step of a commission. `to` alike to `from` where it changes no status. */
export interface CommissionLine extends ProcedureLine<CommissionStatus, CommissionAction> {
  /** Whose step it is: of the service that commissioned, or of the unit. */
  side: 'OPS' | 'INTEL';
  asks: readonly CommissionField[];
  needs: readonly CommissionNeed[];
  refusal: string;
}
const service = { side: 'OPS', who: caseworkers, asks: [], needs: [] } as const;
const manager = { side: 'INTEL', who: ['intelligence-manager'], asks: [], needs: [] } as const;

export const commissionTransitions: readonly CommissionLine[] = [
  {
    ...{ ...manager, who: ['intelligence-officer', 'intelligence-analyst'], asks: ['answer'] },
    ...{
      from: ['asked'],
      action: 'propose',
      to: 'asked',
      button: 'Propose the answer',
      past: 'Answer proposed',
    },
    refusal: 'An answer is proposed while the commission waits for one.',
  },
  {
    ...{ ...manager, needs: ['proposed', 'by-another'] },
    ...{
      from: ['asked'],
      action: 'authorise',
      to: 'answered',
      button: 'Authorise: it crosses',
      past: 'Answered',
    },
    refusal: 'An answer crosses once.',
  },
  {
    ...{ ...manager, asks: ['refusedFor'] },
    ...{ from: ['asked'], action: 'refuse', to: 'refused', button: 'Do not take it', past: 'Not taken' },
    refusal: 'A commission that was answered cannot be refused.',
  },
  {
    ...service,
    ...{ from: ['asked'], action: 'withdraw', to: 'withdrawn', button: 'Withdraw it', past: 'Withdrawn' },
    refusal: 'A commission is withdrawn before it is answered.',
  },
  {
    ...{ ...service, asks: ['pounds', 'onDay'], needs: ['is-debt'] },
    ...{
      from: ['answered'],
      action: 'recover',
      to: 'answered',
      button: 'Record a sum that came in',
      past: 'Sum recovered',
    },
    refusal: 'Sums are recorded once the debtor was traced, until it is closed.',
  },
  {
    ...{ ...service, asks: ['award'], needs: ['is-award'] },
    ...{
      from: ['answered'],
      action: 'award',
      to: 'closed',
      button: 'Record the decision',
      past: 'Decision recorded',
    },
    refusal: 'The award is decided after the checks are answered, and not before.',
  },
  {
    ...{ ...manager, asks: ['pounds'] },
    ...{
      from: ['answered', 'closed'],
      action: 'charge',
      to: ['answered', 'closed'],
      button: 'Charge for it',
      past: 'Charged',
    },
    needs: ['is-unpaid'],
    refusal: 'What was answered is charged for.',
  },
  {
    ...{ ...manager, asks: ['onDay'], needs: ['is-charged', 'is-unpaid'] },
    ...{
      from: ['answered', 'closed'],
      action: 'paid',
      to: ['answered', 'closed'],
      button: 'Record the payment',
      past: 'Paid',
    },
    refusal: 'What was answered is paid for.',
  },
  {
    ...service,
    ...{ from: ['answered'], action: 'close', to: 'closed', button: 'Close it', past: 'Closed' },
    refusal: 'A commission is closed after it was answered.',
  },
  {
    ...{ ...service, asks: ['why'], needs: ['is-trace', 'not-again'] },
    ...{
      from: ['answered', 'closed', 'refused'],
      action: 'again',
      to: ['answered', 'closed', 'refused'],
      button: 'Ask again',
      past: 'Asked again',
    },
    refusal: 'A trace is asked for again once it was answered or not taken.',
  },
];

export const commissionLine = (
  status: CommissionStatus,
  action: CommissionAction,
): CommissionLine | undefined => lineFor(commissionTransitions, status, action);
/** For the page that shows each table of steps. */
export const drawnCommission: DrawnProcedure = {
  title: 'Commissions to the intelligence unit',
  lines: commissionTransitions,
  words: commissionStatusWords,
  starts: ['asked'],
};
