import type { ClosureLimitCode } from '../../reference/closure.ts';
import type { Role } from '../directory/index.ts';
import type { ClosurePaper, ClosureStatus } from './closure.words.ts';
import { lineFor, linesFrom, type ProcedureLine } from './procedure.ts';

export type ClosureAction =
  | 'record-consultation'
  | 'discard'
  | 'serve-notice'
  | 'extend-notice'
  | 'cancel-notice'
  | 'let-lapse'
  | 'apply'
  | 'adjourn'
  | 'make-order'
  | 'refuse'
  | 'tell-licensing'
  | 'extend-order'
  | 'record-breach'
  | 'record-appeal'
  | 'set-appeal-hearing'
  | 'dismiss-appeal'
  | 'quash-on-appeal'
  | 'make-on-appeal'
  | 'end';

/** What must be true besides the status; each is checked in one place and says its mend. */
export type ClosureNeed =
  | 'place-known'
  | 'test-met'
  | 'checklist-complete'
  | 'consultation-recorded'
  | 'home-open'
  | 'power-held'
  | 'long-power'
  | 'hours-allowed'
  | 'heard-in-time'
  | 'notice-stands'
  | 'notice-short'
  | 'applied-in-time'
  | 'time-run-out'
  | 'adjourned-in-limit'
  | 'order-in-limit'
  | 'extension-in-limit'
  | 'in-force-then'
  | 'appeal-in-time'
  | 'no-appeal-waits'
  | 'appeal-waits'
  | 'is-licensed';

/** What the form of a step asks for; `at` is a day with a time. */
export type ClosureField =
  | 'at'
  | 'on'
  | 'hours'
  | 'ways'
  | 'by'
  | 'informed'
  | 'hearing'
  | 'appeal-hearing'
  | 'court'
  | 'consulted'
  | 'until'
  | 'everyone'
  | 'ending'
  | 'reason';

/** What the step sets going, counted from it by a dated limit of the law, and where its end is kept. */
export interface ClosureClock {
  limit: ClosureLimitCode;
  keeps: 'hearing' | 'appeal' | 'claim';
  /** What is counted from, in a sentence. */
  from: string;
}

/** One line of the table: pages, guards, deadlines, papers, the diagram and the tests come from it. */
export interface ClosureLine extends ProcedureLine<ClosureStatus, ClosureAction> {
  to: ClosureStatus;
  needs: readonly ClosureNeed[];
  asks: readonly ClosureField[];
  /** What the day or moment that is asked for is. */
  dayWords: string;
  clock?: ClosureClock;
  /** Made and kept when the step is taken, and shown before. */
  paper?: ClosurePaper;
  /** Why it cannot be done from another status; the needs that are not met are said besides. */
  refusal: string;
  basis: string;
}

/** Who may prepare and serve: the police or the council, s.76(1); the power itself is asked of the person besides. */
export const closureOfficers: readonly [Role, ...Role[]] = [
  'community-safety-coordinator',
  'environmental-health-officer',
  'police-partner',
];
/** What a court did, and what ends a closure, is written down by whoever answers for it. */
const closureDeciders: readonly [Role, ...Role[]] = ['community-safety-coordinator', 'police-partner'];

const ACT = 'Anti-social Behaviour, Crime and Policing Act 2014';
const before = { who: closureOfficers, dayWords: '' } as const;
const inCourt = { who: closureDeciders, dayWords: 'Day of the court’s decision' } as const;

const breach = (status: ClosureStatus): ClosureLine => ({
  from: [status],
  action: 'record-breach',
  to: status,
  who: closureOfficers,
  needs: ['in-force-then'],
  asks: ['on', 'reason'],
  dayWords: 'Day of the breach',
  button: 'Record a breach',
  past: 'Breach recorded',
  refusal: 'Only a notice or order that stands can be broken.',
  basis: `${ACT} s.86`,
});

/** An appeal to the Crown Court, s.84, against an order, its extension or its refusal: what was decided stands until it is decided. */
const appealed = (status: 'ordered' | 'extended' | 'refused'): readonly ClosureLine[] => {
  const common = { from: [status], to: status, who: closureDeciders, basis: `${ACT} s.84` } as const;
  return [
    {
      ...common,
      action: 'record-appeal',
      needs: ['no-appeal-waits', 'appeal-in-time'],
      asks: ['on', 'reason'],
      dayWords: 'Day of the appeal',
      button: 'Record an appeal',
      past: 'Appealed to the Crown Court',
      refusal: 'What a court decided is appealed: an order, its extension or its refusal.',
    },
    {
      ...common,
      action: 'set-appeal-hearing',
      needs: ['appeal-waits'],
      asks: ['appeal-hearing', 'reason'],
      dayWords: '',
      button: 'Set or put off the hearing of the appeal',
      past: 'Hearing of the appeal set',
      refusal: 'There is no appeal to hear.',
    },
    {
      ...common,
      action: 'dismiss-appeal',
      needs: ['appeal-waits'],
      asks: ['on', 'reason'],
      dayWords: 'Day of the court’s decision',
      button: 'Record that the appeal failed or was withdrawn',
      past: 'Appeal dismissed or withdrawn; what was decided stands',
      refusal: 'There is no appeal to decide.',
    },
  ];
};

/** Closure of premises from the checklist to the end: Anti-social Behaviour, Crime and Policing Act 2014 ss.76-93. */
export const closureTransitions: readonly ClosureLine[] = [
  {
    ...before,
    from: ['prepared'],
    action: 'record-consultation',
    to: 'consulted',
    needs: ['place-known', 'test-met', 'checklist-complete'],
    asks: ['on', 'consulted'],
    dayWords: 'Day the consultation ended',
    button: 'Record that everybody was consulted',
    past: 'Consulted; safeguarding checklist complete',
    refusal: 'Consultation is recorded once, before a notice.',
    basis: `${ACT} s.76(7)`,
  },
  {
    ...before,
    from: ['consulted'],
    action: 'serve-notice',
    to: 'notice-served',
    needs: [
      'checklist-complete',
      'consultation-recorded',
      'place-known',
      'test-met',
      'home-open',
      'power-held',
      'hours-allowed',
      'heard-in-time',
    ],
    asks: ['at', 'hours', 'ways', 'by', 'informed', 'hearing', 'court', 'reason'],
    dayWords: 'Day served',
    clock: { limit: 'hearing', keeps: 'hearing', from: 'service of the notice' },
    paper: 'notice',
    button: 'Serve the closure notice',
    past: 'Closure notice served',
    refusal: 'A closure notice follows the checklist and the consultation, and is served once.',
    basis: `${ACT} ss.76, 77 and 79`,
  },
  {
    ...before,
    from: ['prepared', 'consulted'],
    action: 'discard',
    to: 'void',
    needs: [],
    asks: ['reason'],
    button: 'Discard the draft',
    past: 'Draft discarded',
    refusal: 'Only what was never served can be discarded.',
    basis: 'House rule',
  },
  {
    ...before,
    from: ['notice-served'],
    action: 'extend-notice',
    to: 'notice-served',
    needs: ['long-power', 'notice-stands', 'notice-short', 'hours-allowed'],
    asks: ['at', 'hours', 'ways', 'by', 'reason'],
    dayWords: 'Day the extension was served',
    paper: 'notice-extension',
    button: 'Extend the notice',
    past: 'Closure notice extended',
    refusal: 'Only a notice of 24 hours or less that still stands is extended, and once.',
    basis: `${ACT} s.77(4)`,
  },
  {
    from: ['notice-served'],
    action: 'apply',
    to: 'applied',
    who: closureOfficers,
    needs: ['applied-in-time', 'heard-in-time'],
    asks: ['at', 'hearing', 'court'],
    dayWords: 'Day the court was asked',
    button: 'Record the application to the court',
    past: 'Magistrates’ court asked for an order',
    refusal: 'The court is asked once, while a notice stands that was served.',
    basis: `${ACT} s.80`,
  },
  {
    from: ['notice-served'],
    action: 'cancel-notice',
    to: 'cancelled',
    who: closureDeciders,
    needs: ['power-held'],
    asks: ['at', 'ways', 'by', 'reason'],
    dayWords: 'Day the cancellation was served',
    clock: { limit: 'claim', keeps: 'claim', from: 'the day the notice was cancelled' },
    paper: 'cancellation',
    button: 'Cancel the notice',
    past: 'Closure notice cancelled',
    refusal: 'Only a notice that was served can be cancelled; after the court is asked, the court decides.',
    basis: `${ACT} ss.78 and 90`,
  },
  {
    from: ['notice-served'],
    action: 'let-lapse',
    to: 'lapsed',
    who: closureDeciders,
    needs: ['time-run-out'],
    asks: ['reason'],
    dayWords: '',
    button: 'Record that the notice ran out',
    past: 'Notice ran out without an application',
    refusal: 'Only a notice that was served can run out.',
    basis: 'House rule: the Act asks for an application, and names no step where none was made',
  },
  {
    ...inCourt,
    from: ['applied', 'adjourned'],
    action: 'adjourn',
    to: 'adjourned',
    needs: ['adjourned-in-limit'],
    asks: ['on', 'until', 'reason'],
    button: 'Record that the hearing was adjourned',
    past: 'Hearing adjourned; the notice goes on until then by order of the court',
    refusal: 'Only an application that is before the court is adjourned.',
    basis: `${ACT} s.81 (general knowledge)`,
  },
  {
    ...inCourt,
    from: ['applied', 'adjourned'],
    action: 'make-order',
    to: 'ordered',
    needs: ['order-in-limit'],
    asks: ['on', 'until', 'everyone', 'reason'],
    clock: { limit: 'appeal', keeps: 'appeal', from: 'the day of the decision' },
    button: 'Record the closure order',
    past: 'Closure order made',
    refusal: 'A court makes an order on an application that is before it.',
    basis: `${ACT} ss.80(5), 80(6) and 84`,
  },
  {
    ...inCourt,
    from: ['applied', 'adjourned'],
    action: 'refuse',
    to: 'refused',
    needs: [],
    asks: ['on', 'reason'],
    clock: { limit: 'appeal', keeps: 'appeal', from: 'the day of the decision' },
    button: 'Record that the court refused',
    past: 'The court refused an order',
    refusal: 'A court refuses an application that is before it.',
    basis: `${ACT} ss.80, 84 and 90`,
  },
  {
    from: ['ordered', 'extended'],
    action: 'extend-order',
    to: 'extended',
    who: closureDeciders,
    needs: ['extension-in-limit'],
    asks: ['on', 'until', 'reason'],
    dayWords: 'Day of the court’s decision',
    clock: { limit: 'appeal', keeps: 'appeal', from: 'the day of the decision' },
    button: 'Record that the court extended the order',
    past: 'Closure order extended',
    refusal: 'Only an order that stands is extended.',
    basis: `${ACT} s.82`,
  },
  ...(['ordered', 'extended'] as const).map(
    (status): ClosureLine => ({
      from: [status],
      action: 'tell-licensing',
      to: status,
      who: closureDeciders,
      needs: ['is-licensed'],
      asks: ['on', 'reason'],
      dayWords: 'Day the licensing authority was told',
      button: 'Record that the licensing authority was told',
      past: 'Licensing authority told',
      refusal: 'The licensing authority is told of an order.',
      basis: `${ACT} s.80(9)`,
    }),
  ),
  ...(['notice-served', 'applied', 'adjourned', 'ordered', 'extended'] as const).map(breach),
  ...(['ordered', 'extended', 'refused'] as const).flatMap(appealed),
  {
    ...inCourt,
    from: ['ordered', 'extended'],
    action: 'quash-on-appeal',
    to: 'ended',
    needs: ['appeal-waits'],
    asks: ['on', 'reason'],
    clock: { limit: 'claim', keeps: 'claim', from: 'the day it was quashed' },
    button: 'Record that the order was quashed on appeal',
    past: 'Order quashed by the Crown Court',
    refusal: 'There is no appeal against an order to decide.',
    basis: `${ACT} s.84(4)`,
  },
  {
    ...inCourt,
    from: ['refused'],
    action: 'make-on-appeal',
    to: 'ordered',
    needs: ['appeal-waits', 'order-in-limit'],
    asks: ['on', 'until', 'everyone', 'reason'],
    button: 'Record that the order was made on appeal',
    past: 'Closure order made by the Crown Court',
    refusal: 'There is no appeal against a refusal to decide.',
    basis: `${ACT} ss.80(6) and 84(4)`,
  },
  {
    from: ['ordered', 'extended'],
    action: 'end',
    to: 'ended',
    who: closureDeciders,
    needs: [],
    asks: ['on', 'ending', 'reason'],
    dayWords: 'Day it ended',
    clock: { limit: 'claim', keeps: 'claim', from: 'the day it ended' },
    button: 'End the closure',
    past: 'Closure ended',
    refusal: 'Only an order ends; a notice is cancelled or decided by the court.',
    basis: `${ACT} ss.83, 84, 88 and 90`,
  },
];

/** In which statuses the place, its occupants and the checklist may still be changed. */
export const closureOpen: Readonly<
  Record<'draft' | 'parts', { from: readonly ClosureStatus[]; refusal: string }>
> = {
  draft: { from: ['prepared'], refusal: 'This cannot be changed once the consultation is recorded.' },
  parts: {
    from: ['prepared', 'consulted'],
    refusal: 'The checklist and the occupants stand as they were when the notice was served.',
  },
};

export const closureActions = [...new Set(closureTransitions.map(({ action }) => action))] as [
  ClosureAction,
  ...ClosureAction[],
]; // each action has a line, and there are some

/** The line for an action from a status, if there is one. */
export const closureLineFor = (status: ClosureStatus, action: ClosureAction): ClosureLine | undefined =>
  lineFor(closureTransitions, status, action);

/** What holders of some roles can do with a file in a status. */
export const closureLinesFrom = (status: ClosureStatus, roles: readonly string[]): readonly ClosureLine[] =>
  linesFrom(closureTransitions, status, roles);

/** A line of an action, whatever the status: those of one action differ in nothing but the statuses. */
export function closureLineOf(action: ClosureAction): ClosureLine {
  const line = closureTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}
