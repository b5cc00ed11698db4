import type { Role } from '../directory/index.ts';
import { abandonedDeciders, abandonedOfficers } from './abandoned.transitions.ts';
import { lineFor, linesFrom, type ProcedureLine } from './procedure.ts';

/** Where the charge for a removed vehicle stands. */
export const chargeStatusWords = {
  asked: 'Asked',
  paid: 'Paid',
  waived: 'Waived',
  settled: 'Part paid, the rest waived',
  refunded: 'Given back',
} as const;
export type ChargeStatus = keyof typeof chargeStatusWords;
export type ChargeAction = 'record-payment' | 'waive' | 'settle' | 'refund' | 'take-back';
/** What the form of a step asks for. */
export type ChargeField = 'on' | 'pounds' | 'receipt' | 'reason';

/** One line of the table: the forms of the page, the guards, the history, the diagram and the tests come from it. */
export interface ChargeLine extends ProcedureLine<ChargeStatus, ChargeAction> {
  to: ChargeStatus;
  who: readonly [Role, ...Role[]];
  asks: readonly ChargeField[];
  /** Whether a receipt is made and kept. */
  hasReceipt?: true;
  /** Why it cannot be done from another status. */
  refusal: string;
  basis: string;
}

/** What becomes of the charge for a removed vehicle. */
export const chargeTransitions: readonly ChargeLine[] = [
  {
    from: ['asked'],
    action: 'record-payment',
    to: 'paid',
    who: abandonedOfficers,
    asks: ['on', 'pounds', 'receipt'],
    hasReceipt: true,
    button: 'Record that the charge was paid',
    past: 'The charge was paid',
    refusal: 'A charge is paid once.',
    basis: 'Refuse Disposal (Amenity) Act 1978 ss.4 and 5; the amounts are the council’s own',
  },
  {
    from: ['asked'],
    action: 'waive',
    to: 'waived',
    who: abandonedDeciders,
    asks: ['on', 'reason'],
    button: 'Waive the charge',
    past: 'The charge was waived',
    refusal: 'Only a charge that is asked can be waived.',
    basis: 'House rule: a decision of whoever answers for it, with its reason',
  },
  {
    from: ['asked'],
    action: 'settle',
    to: 'settled',
    who: abandonedDeciders,
    asks: ['on', 'pounds', 'receipt', 'reason'],
    hasReceipt: true,
    button: 'Take a part, and waive the rest',
    past: 'A part was paid, and the rest waived',
    refusal: 'Only a charge that is asked can be settled.',
    basis: 'House rule: a decision of whoever answers for it, with its reason',
  },
  {
    from: ['paid', 'settled'],
    action: 'refund',
    to: 'refunded',
    who: abandonedDeciders,
    asks: ['on', 'pounds', 'receipt', 'reason'],
    button: 'Record that what was paid was given back',
    past: 'What was paid was given back',
    refusal: 'Nothing was paid that could be given back.',
    basis: 'House rule: given back whole, with its reason; nothing is asked any more',
  },
  {
    from: ['paid', 'waived', 'settled', 'refunded'],
    action: 'take-back',
    to: 'asked',
    who: abandonedDeciders,
    asks: ['reason'],
    button: 'Take the answer back: entered by mistake',
    past: 'The answer was taken back: the charge is asked again',
    refusal: 'The charge has no answer to take back.',
    basis: 'House rule: both stand in the history',
  },
];

export const chargeActions = chargeTransitions.map(({ action }) => action) as [
  ChargeAction,
  ...ChargeAction[],
]; // there are some

/** The line for an action from a status, if there is one. */
export const chargeLineFor = (status: ChargeStatus, action: ChargeAction): ChargeLine | undefined =>
  lineFor(chargeTransitions, status, action);
/** What holders of some roles can do with a charge in a status. */
export const chargeLinesFrom = (status: ChargeStatus, roles: readonly string[]): readonly ChargeLine[] =>
  linesFrom(chargeTransitions, status, roles);
/** The line of an action, whatever the status: there is one each. */
export function chargeLineOf(action: ChargeAction): ChargeLine {
  const line = chargeTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}
