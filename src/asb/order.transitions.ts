import type { DrawnProcedure } from '../enforcement/index.ts';
import { asbOfficers } from './asb.roles.ts';
import type { AsbLine } from './steps.ts';

export const orderKinds = ['abc', 'cbo'] as const;
export type OrderKind = (typeof orderKinds)[number];
export const orderKindWords: Readonly<Record<OrderKind, string>> = {
  abc: 'Acceptable behaviour contract',
  cbo: 'Criminal behaviour order',
};
export const orderStatuses = [
  'offered',
  'signed',
  'completed',
  'sought',
  'in-force',
  'expired',
  'refused',
  'ended',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];
export const orderStatusWords: Readonly<Record<OrderStatus, string>> = {
  offered: 'Offered',
  signed: 'Signed',
  completed: 'Completed',
  sought: 'Sought from the court',
  'in-force': 'In force',
  expired: 'Expired',
  refused: 'Refused',
  ended: 'Ended early',
};
export type OrderNeed =
  | 'of-age'
  | 'terms-written'
  | 'convicted'
  | 'youth-team-consulted'
  | 'review-come'
  | 'term-over';
/** A line of the table with the paper that its step makes; `order.documents.ts` has the template of each. */
export interface OrderLine extends AsbLine<OrderNeed> {
  paper?: 'contract' | 'order' | 'review-letter' | 'end-letter';
}
export const orderActions = [
  ...(['sign', 'refuse', 'review', 'complete', 'end'] as const),
  ...(['make', 'not-made', 'yearly-review', 'expire', 'discharge'] as const),
] as const;

const contract = {
  ...{ who: asbOfficers, dayWords: '', asks: [], needs: [] },
  basis: 'Voluntary; normally six months with a review after three; from ten years of age',
} as const;
/** An acceptable behaviour contract. */
export const abcTransitions: readonly OrderLine[] = [
  {
    ...contract,
    from: ['offered'],
    action: 'sign',
    paper: 'contract',
    to: 'signed',
    asks: ['on', 'age', 'endsOn'],
    dayWords: 'Day it was signed',
    needs: ['of-age', 'terms-written'],
    button: 'Record that it was signed',
    past: 'Contract signed',
    refusal: 'Only a contract that is offered is signed.',
  },
  {
    ...contract,
    from: ['offered'],
    action: 'refuse',
    to: 'refused',
    asks: ['reason'],
    button: 'They do not want it',
    past: 'Contract refused',
    refusal: 'Only a contract that is offered is refused.',
  },
  {
    ...contract,
    from: ['signed'],
    action: 'review',
    paper: 'review-letter',
    to: 'signed',
    asks: ['words'],
    needs: ['review-come'],
    button: 'Record the review',
    past: 'Contract reviewed',
    refusal: 'Only a signed contract is reviewed.',
  },
  {
    ...contract,
    from: ['signed'],
    action: 'complete',
    paper: 'end-letter',
    to: 'completed',
    needs: ['term-over'],
    button: 'It has run its time',
    past: 'Contract completed',
    refusal: 'Only a signed contract is completed.',
  },
  {
    ...contract,
    from: ['signed'],
    action: 'end',
    paper: 'end-letter',
    to: 'ended',
    asks: ['on', 'reason'],
    dayWords: 'Day it ended',
    button: 'End it early',
    past: 'Contract ended early',
    refusal: 'Only a signed contract is ended.',
  },
];
const order = {
  ...contract,
  basis:
    'On conviction alone (Sentencing Act 2020 Part 11); under 18 the youth offending team is consulted first',
} as const;
/** A criminal behaviour order. */
export const cboTransitions: readonly OrderLine[] = [
  {
    ...order,
    from: ['sought'],
    action: 'make',
    paper: 'order',
    to: 'in-force',
    asks: ['on', 'age', 'endsOn'],
    dayWords: 'Day the court made it',
    needs: ['of-age', 'terms-written', 'convicted', 'youth-team-consulted'],
    button: 'Record that the court made it',
    past: 'Order made',
    refusal: 'Only an order that is sought is made.',
  },
  {
    ...order,
    from: ['sought'],
    action: 'not-made',
    to: 'refused',
    asks: ['reason'],
    button: 'The court did not make it',
    past: 'Order not made',
    refusal: 'Only an order that is sought is refused.',
  },
  {
    ...order,
    from: ['in-force'],
    action: 'yearly-review',
    paper: 'review-letter',
    to: 'in-force',
    asks: ['words'],
    needs: ['review-come'],
    button: 'Record the yearly review',
    past: 'Order reviewed',
    refusal: 'Only an order in force is reviewed.',
  },
  {
    ...order,
    from: ['in-force'],
    action: 'expire',
    paper: 'end-letter',
    to: 'expired',
    needs: ['term-over'],
    button: 'It has run its time',
    past: 'Order expired',
    refusal: 'Only an order in force expires.',
  },
  {
    ...order,
    from: ['in-force'],
    action: 'discharge',
    paper: 'end-letter',
    to: 'ended',
    asks: ['on', 'reason'],
    dayWords: 'Day the court discharged it',
    button: 'The court discharged it',
    past: 'Order discharged',
    refusal: 'Only an order in force is discharged.',
  },
];
export const orderLines: Readonly<Record<OrderKind, readonly OrderLine[]>> = {
  abc: abcTransitions,
  cbo: cboTransitions,
};
const wordsOf = (...statuses: OrderStatus[]) =>
  Object.fromEntries(statuses.map((status) => [status, orderStatusWords[status]]));
export const drawnOrders: readonly DrawnProcedure[] = [
  {
    title: 'Acceptable behaviour contract (ABC)',
    lines: abcTransitions,
    words: wordsOf('offered', 'signed', 'completed', 'refused', 'ended'),
    starts: ['offered'],
  },
  {
    title: 'Criminal behaviour order (CBO)',
    lines: cboTransitions,
    words: wordsOf('sought', 'in-force', 'expired', 'refused', 'ended'),
    starts: ['sought'],
  },
];
