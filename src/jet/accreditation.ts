import type { Role } from '../directory/index.ts';
import { issuePowers, renewPowers } from './jet.permissions.ts';

export const reaccreditationStatuses = ['open', 'ready', 'issued', 'stopped'] as const;
export type ReaccreditationStatus = (typeof reaccreditationStatuses)[number];
export const reaccreditationWords: Readonly<Record<ReaccreditationStatus, string>> = {
  open: 'Under way',
  ready: 'Ready for the force',
  issued: 'Issued',
  stopped: 'Stopped',
};
/** The three ticks, in any order; the last makes it ready. */
export const ticks = ['vetted', 'trained', 'assessed'] as const;
export type Tick = (typeof ticks)[number];
export const tickWords: Readonly<Record<Tick, string>> = {
  vetted: 'Vetted anew',
  trained: 'Trained anew',
  assessed: 'Assessed anew',
};
export type ReaccreditationAction = 'tick' | 'issue' | 'stop';
/** One line of the table: from where an act may be taken, by whom, and what it is called when it may not. */
interface Line {
  action: ReaccreditationAction;
  from: readonly ReaccreditationStatus[];
  who: readonly string[];
  /** On which side: the officer's own agency, or the force. */
  side: 'agency' | 'force';
  refusal: string;
  /** For an officer who still serves where it was begun; one who left can be stopped alone. */
  isForServing: boolean;
}
const leads = renewPowers.roles as readonly Role[]; // the permission is declared with roles of the directory
export const reaccreditationLines: readonly Line[] = [
  {
    action: 'tick',
    from: ['open'],
    who: leads,
    side: 'agency',
    refusal: 'It is ready, issued or stopped: nothing is ticked any more.',
    isForServing: true,
  },
  {
    action: 'stop',
    from: ['open', 'ready'],
    who: leads,
    side: 'agency',
    refusal: 'It was issued or stopped already.',
    isForServing: false,
  },
  {
    action: 'issue',
    from: ['ready'],
    who: issuePowers.roles,
    side: 'force',
    refusal: 'It is issued once, after the officer was vetted, trained and assessed.',
    isForServing: true,
  },
];
export const reaccreditationLine = (action: ReaccreditationAction): Line => {
  const line = reaccreditationLines.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
};
/** The status once some ticks are there. */
export const afterTicks = (done: readonly Tick[]): ReaccreditationStatus =>
  ticks.every((tick) => done.includes(tick)) ? 'ready' : 'open';
