import { type Role, schemeKeepers } from '../directory/index.ts';
import { type DrawnProcedure, lineFor, linesFrom, type ProcedureLine } from '../enforcement/index.ts';
import { type LetterKind, type TraderStatus, traderStatusWords } from './trader.words.ts';

export const traderActions = [
  'ask',
  'accept',
  'refuse',
  'withdraw',
  'renew',
  'suspend',
  'lift',
  'expel',
  'leave',
  'lapse',
  'appeal',
  'allow-appeal',
  'reject-appeal',
] as const;
export type TraderAction = (typeof traderActions)[number];

/** What must be true besides the status; each is checked in one place and says its mend. */
export type TraderNeed =
  | 'people-known'
  | 'proofs-shown'
  | 'vetting-fee'
  | 'membership-fee'
  | 'vetting-answered'
  | 'vetting-allows'
  | 'checks-answered'
  | 'checks-met'
  | 'refusal-rests'
  | 'renewal-open'
  | 'has-run-out'
  | 'has-not-run-out'
  | 'in-appeal-time'
  | 'somebody-else'
  | 'written-by-another';

export type TraderField = 'ground' | 'reason';

/** One line of the table: pages, guards, letters, the diagram and the tests come from it. */
export interface TraderLine extends ProcedureLine<TraderStatus, TraderAction> {
  needs: readonly TraderNeed[];
  asks: readonly TraderField[];
  dayWords: string;
  /** Made and kept when the step is taken, and shown before. */
  letter?: LetterKind;
  /** The step begins a round: the intelligence side is asked, once. */
  asksVetting?: true;
  refusal: string;
  basis: string;
}

const keepers: readonly [Role, ...Role[]] = schemeKeepers;
const TERMS = 'Terms of the scheme (a local scheme: no Act asks for it)';
const common = { who: keepers, dayWords: '', basis: TERMS, asks: [], needs: [] } as const;

/** A checked trader from the application to the end: the published terms of Kent's scheme, with its own periods as data. */
export const traderTransitions: readonly TraderLine[] = [
  {
    ...common,
    from: ['applied'],
    action: 'ask',
    to: 'checking',
    needs: ['people-known', 'proofs-shown', 'vetting-fee', 'written-by-another'],
    asksVetting: true,
    button: 'Send to vetting',
    past: 'Sent to vetting',
    refusal: 'Only an application that was not sent yet goes to vetting.',
    basis:
      'Every applicant is vetted in the same way, asked about once, and never by whoever wrote them down',
  },
  {
    ...common,
    from: ['checking', 'renewing'],
    action: 'accept',
    to: 'member',
    needs: [
      'vetting-answered',
      'vetting-allows',
      'checks-answered',
      'checks-met',
      'proofs-shown',
      'vetting-fee',
      'membership-fee',
    ],
    letter: 'acceptance',
    button: 'Accept as a member',
    past: 'Accepted as a member',
    refusal: 'Only a firm that is being checked is accepted.',
  },
  {
    ...common,
    from: ['checking', 'renewing'],
    action: 'refuse',
    to: 'refused',
    needs: ['vetting-answered', 'refusal-rests'],
    asks: ['ground', 'reason'],
    letter: 'refusal',
    button: 'Refuse the application',
    past: 'Application refused',
    refusal: 'Only a firm that is being checked is refused.',
    basis: 'The firm is told a broad reason, and nothing that is confidential',
  },
  {
    ...common,
    from: ['applied', 'checking'],
    action: 'withdraw',
    to: 'withdrawn',
    asks: ['reason'],
    button: 'Record that they withdrew',
    past: 'Application withdrawn',
    refusal: 'Only an application can be withdrawn.',
  },
  {
    ...common,
    from: ['member'],
    action: 'renew',
    to: 'renewing',
    needs: ['renewal-open', 'has-not-run-out', 'people-known', 'written-by-another'],
    asksVetting: true,
    button: 'Begin the renewal',
    past: 'Renewal begun',
    refusal: 'Only a member can be renewed.',
    basis: 'A membership is for a year; a renewal is vetted as an application is',
  },
  {
    ...common,
    from: ['member', 'renewing'],
    action: 'suspend',
    to: 'suspended',
    asks: ['ground', 'reason'],
    letter: 'suspension',
    button: 'Suspend the membership',
    past: 'Membership suspended',
    refusal: 'Only a member can be suspended.',
  },
  {
    ...common,
    from: ['suspended'],
    action: 'lift',
    to: ['member', 'renewing'],
    needs: ['has-not-run-out'],
    asks: ['reason'],
    button: 'End the suspension',
    past: 'Suspension ended',
    refusal: 'The membership is not suspended.',
  },
  {
    ...common,
    from: ['member', 'renewing', 'suspended'],
    action: 'expel',
    to: 'expelled',
    asks: ['ground', 'reason'],
    letter: 'expulsion',
    button: 'Expel from the scheme',
    past: 'Expelled from the scheme',
    refusal: 'Only a member can be expelled.',
  },
  {
    ...common,
    from: ['member', 'renewing', 'suspended'],
    action: 'leave',
    to: 'left',
    asks: ['reason'],
    button: 'Record that they left',
    past: 'Left the scheme',
    refusal: 'Only a member can leave.',
  },
  {
    ...common,
    from: ['member', 'renewing', 'suspended'],
    action: 'lapse',
    to: 'lapsed',
    needs: ['has-run-out'],
    button: 'Close: the membership ran out',
    past: 'Membership ran out',
    refusal: 'Only a membership runs out.',
  },
  {
    ...common,
    from: ['refused', 'expelled'],
    action: 'appeal',
    to: 'appealed',
    needs: ['in-appeal-time'],
    asks: ['reason'],
    button: 'Record an appeal',
    past: 'Appeal received',
    refusal: 'Only a refusal or an expulsion can be appealed against.',
  },
  {
    ...common,
    from: ['appealed'],
    action: 'allow-appeal',
    to: 'checking',
    needs: ['somebody-else'],
    asks: ['reason'],
    asksVetting: true,
    button: 'Allow the appeal: check the firm anew',
    past: 'Appeal allowed; the firm is checked anew',
    refusal: 'There is no appeal to decide.',
    basis: 'Somebody else than who decided; the firm is vetted anew, as in its first round',
  },
  {
    ...common,
    from: ['appealed'],
    action: 'reject-appeal',
    to: ['refused', 'expelled'],
    needs: ['somebody-else'],
    asks: ['reason'],
    button: 'Reject the appeal',
    past: 'Appeal rejected; the decision stands',
    refusal: 'There is no appeal to decide.',
    basis: 'Somebody else than who decided',
  },
];

/** The line for an action from a status, if there is one. */
export const traderLineFor = (status: TraderStatus, action: TraderAction): TraderLine | undefined =>
  lineFor(traderTransitions, status, action);
/** What holders of some roles can do in a status. */
export const traderLinesFrom = (status: TraderStatus, roles: readonly string[]): readonly TraderLine[] =>
  linesFrom(traderTransitions, status, roles);
/** Any line of an action, whatever its status. */
export function traderLineOf(action: TraderAction): TraderLine {
  const line = traderTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}
/** In which statuses papers, people, payments and checks are still added. */
export const traderOpen: readonly TraderStatus[] = ['applied', 'checking', 'renewing', 'member', 'suspended'];
/** In which statuses complaints about a member are recorded. */
export const traderKnown: readonly TraderStatus[] = [
  'member',
  'renewing',
  'suspended',
  'expelled',
  'lapsed',
  'left',
];

export const drawnTraders: DrawnProcedure = {
  title: 'Checked trader',
  lines: traderTransitions,
  words: traderStatusWords,
  starts: ['applied'],
};
