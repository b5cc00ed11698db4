import type { Role } from '../directory/index.ts';
import type { AbandonedNotice, AbandonedStatus } from './abandoned.words.ts';
import { lineFor, linesFrom, type ProcedureLine } from './procedure.ts';

export type AbandonedAction =
  | 'judge'
  | 'find-not-abandoned'
  | 'give-notice'
  | 'notify-occupier'
  | 'record-objection'
  | 'lift-objection'
  | 'remove'
  | 'record-claim'
  | 'refuse-claim'
  | 'return'
  | 'dispose'
  | 'record-gone'
  | 'hand-to-police'
  | 'discard';

/** What must be true besides the status; each is checked in one place and says its mend. */
export type AbandonedNeed =
  | 'place-known'
  | 'assessed'
  | 'more-than-paper'
  | 'public-land'
  | 'private-land'
  | 'period-of-land'
  | 'notice-run'
  | 'storage-within'
  | 'storage-over'
  | 'keeper-asked'
  | 'not-stolen'
  | 'charge-answered';

/** What the form of a step asks for; `at` is a day with a time. */
export type AbandonedField =
  | 'at'
  | 'on'
  | 'period'
  | 'ways'
  | 'by'
  | 'told'
  | 'who'
  | 'storage'
  | 'store'
  | 'disposal'
  | 'evidence'
  | 'reason';

/** One line of the table: pages, guards, papers, the diagram and the tests come from it. */
export interface AbandonedLine extends ProcedureLine<AbandonedStatus, AbandonedAction> {
  to: AbandonedStatus;
  needs: readonly AbandonedNeed[];
  asks: readonly AbandonedField[];
  /** What the day or moment that is asked for is. */
  dayWords: string;
  /** Made and kept when the step is taken, and shown before. */
  paper?: AbandonedNotice;
  /** Why it cannot be done from another status; the needs that are not met are said besides. */
  refusal: string;
  basis: string;
}

/** Who goes out, assesses, serves and has it removed. */
export const abandonedOfficers: readonly [Role, ...Role[]] = [
  'jet-officer',
  'jet-supervisor',
  'community-safety-coordinator',
  'environmental-health-officer',
];
/** Who opens a file: whoever takes the report of one besides. */
export const abandonedOpeners: readonly [Role, ...Role[]] = [...abandonedOfficers, 'service-officer'];
/** Whoever answers for it decides on objections, claims and the disposal. */
export const abandonedDeciders: readonly [Role, ...Role[]] = [
  'jet-supervisor',
  'community-safety-coordinator',
];

const ACT = 'Refuse Disposal (Amenity) Act 1978';
const HOUSE = 'House rule: a decision with what shows it and its reason';
/** In which statuses it still stands where it was reported. */
export const stillStanding: readonly AbandonedStatus[] = ['reported', 'judged', 'noticed', 'objected'];
const inStore: readonly AbandonedStatus[] = ['stored', 'claimed'];

/** Abandoned vehicles from the report to their end. */
export const abandonedTransitions: readonly AbandonedLine[] = [
  {
    from: ['reported'],
    action: 'judge',
    to: 'judged',
    who: abandonedOfficers,
    needs: ['place-known', 'assessed', 'more-than-paper'],
    asks: ['on', 'evidence', 'reason'],
    dayWords: 'Day it was judged',
    button: 'Judge it abandoned',
    past: 'Judged abandoned',
    refusal: 'It is judged once, on the whole assessment.',
    basis: `${ACT} s.3; a vehicle without tax is not by itself abandoned`,
  },
  {
    from: ['judged'],
    action: 'give-notice',
    to: 'noticed',
    who: abandonedOfficers,
    needs: ['more-than-paper', 'public-land', 'period-of-land'],
    asks: ['at', 'period', 'ways', 'by', 'evidence', 'reason'],
    dayWords: 'Day the notice was put on it',
    paper: 'vehicle-notice',
    button: 'Put the notice on the vehicle',
    past: 'Notice put on the vehicle',
    refusal: 'Notice is given of a vehicle that was judged abandoned, once.',
    basis: `${ACT} s.3: highway and other public land`,
  },
  {
    from: ['judged'],
    action: 'notify-occupier',
    to: 'noticed',
    who: abandonedOfficers,
    needs: ['more-than-paper', 'private-land'],
    asks: ['at', 'ways', 'by', 'evidence', 'reason'],
    dayWords: 'Day the notice was served',
    paper: 'occupier-notice',
    button: 'Serve the notice on the occupier',
    past: 'Notice served on the occupier of the land',
    refusal: 'Notice is given of a vehicle that was judged abandoned, once.',
    basis: `${ACT} s.3(2): private land, where the occupier may object`,
  },
  {
    from: ['noticed'],
    action: 'record-objection',
    to: 'objected',
    who: abandonedOfficers,
    needs: ['private-land'],
    asks: ['on', 'who', 'evidence', 'reason'],
    dayWords: 'Day the objection came',
    button: 'Record the occupier’s objection',
    past: 'The occupier objected: it is not removed',
    refusal: 'The occupier objects to a notice that runs, before the vehicle is removed.',
    basis: `${ACT} s.3(2)`,
  },
  {
    from: ['objected'],
    action: 'lift-objection',
    to: 'noticed',
    who: abandonedDeciders,
    needs: [],
    asks: ['on', 'evidence', 'reason'],
    dayWords: 'Day it was lifted',
    button: 'Record that the objection no longer stands',
    past: 'The objection no longer stands',
    refusal: 'There is no objection that stands.',
    basis: HOUSE,
  },
  {
    from: ['noticed'],
    action: 'remove',
    to: 'stored',
    who: abandonedOfficers,
    needs: ['more-than-paper', 'notice-run', 'storage-within'],
    asks: ['at', 'store', 'storage', 'by', 'evidence', 'reason'],
    dayWords: 'Day of the removal',
    button: 'Record the removal',
    past: 'Removed to a store',
    refusal: 'It is removed when its notice has run and nobody objects.',
    basis: `${ACT} s.3; storage as your council decided`,
  },
  {
    from: ['stored'],
    action: 'dispose',
    to: 'disposed',
    who: abandonedDeciders,
    needs: ['storage-over', 'keeper-asked', 'not-stolen'],
    asks: ['on', 'disposal', 'evidence', 'reason'],
    dayWords: 'Day of the disposal',
    button: 'Record the disposal',
    past: 'Disposed of',
    refusal: 'It is disposed of from the store, when nobody claims it.',
    basis: `${ACT} s.4; that the keeper was asked after is a house rule`,
  },
  {
    from: ['stored'],
    action: 'record-claim',
    to: 'claimed',
    who: abandonedOfficers,
    needs: [],
    asks: ['on', 'who', 'evidence', 'reason'],
    dayWords: 'Day of the claim',
    button: 'Record that somebody claims it',
    past: 'Somebody claims it',
    refusal: 'It is claimed while it is in the store.',
    basis: `${ACT} ss.4 and 5`,
  },
  {
    from: ['claimed'],
    action: 'return',
    to: 'returned',
    who: abandonedOfficers,
    needs: ['not-stolen', 'charge-answered'],
    asks: ['on', 'evidence', 'reason'],
    dayWords: 'Day it was handed over',
    button: 'Record that it was returned',
    past: 'Returned to whoever claimed it',
    refusal: 'It is returned on a claim.',
    basis: `${ACT} ss.4 and 5; that its charge was paid or waived first is a house rule`,
  },
  {
    from: ['claimed'],
    action: 'refuse-claim',
    to: 'stored',
    who: abandonedDeciders,
    needs: [],
    asks: ['on', 'evidence', 'reason'],
    dayWords: 'Day of the decision',
    button: 'Refuse the claim',
    past: 'The claim was refused; it stays in the store',
    refusal: 'A claim is refused that was made.',
    basis: HOUSE,
  },
  {
    from: stillStanding,
    action: 'find-not-abandoned',
    to: 'not-abandoned',
    who: abandonedOfficers,
    needs: [],
    asks: ['on', 'evidence', 'reason'],
    dayWords: 'Day it was found',
    button: 'Find that it is not abandoned',
    past: 'Found not to be abandoned',
    refusal: 'That is found before the vehicle is removed.',
    basis: HOUSE,
  },
  {
    from: stillStanding,
    action: 'record-gone',
    to: 'gone',
    who: abandonedOfficers,
    needs: [],
    asks: ['on', 'evidence'],
    dayWords: 'Day it was seen to be gone',
    button: 'Record that it has gone',
    past: 'Gone before it was removed',
    refusal: 'It stands there no more.',
    basis: 'House rule',
  },
  {
    from: [...stillStanding, ...inStore],
    action: 'hand-to-police',
    to: 'police',
    who: abandonedOfficers,
    needs: [],
    asks: ['on', 'told', 'evidence', 'reason'],
    dayWords: 'Day it was handed over',
    button: 'Hand it to the police',
    past: 'Handed to the police',
    refusal: 'The file has ended.',
    basis: 'House rule: a stolen vehicle is the police’s',
  },
  {
    from: ['reported'],
    action: 'discard',
    to: 'void',
    who: abandonedOfficers,
    needs: [],
    asks: ['reason'],
    dayWords: '',
    button: 'Discard: opened by mistake',
    past: 'Discarded: opened by mistake',
    refusal: 'Only a file that nothing was done on can be discarded.',
    basis: 'House rule',
  },
];

/** In which statuses the report, the assessment, photographs and what was asked of the keeper may still be written. */
export const abandonedOpen: Readonly<
  Record<
    'report' | 'assessment' | 'photos' | 'enquiry',
    { from: readonly AbandonedStatus[]; refusal: string }
  >
> = {
  report: {
    from: ['reported', 'judged'],
    refusal: 'The vehicle and its place stand as they were when the notice was given.',
  },
  assessment: { from: stillStanding, refusal: 'It stands there no more: what was found of it stands.' },
  photos: { from: [...stillStanding, ...inStore], refusal: 'The file has ended: no photograph is added.' },
  enquiry: { from: [...stillStanding, ...inStore], refusal: 'The file has ended: nobody is asked after.' },
};

export const abandonedActions = [...new Set(abandonedTransitions.map(({ action }) => action))] as [
  AbandonedAction,
  ...AbandonedAction[],
]; // each action has a line, and there are some

/** The line for an action from a status, if there is one. */
export const abandonedLineFor = (
  status: AbandonedStatus,
  action: AbandonedAction,
): AbandonedLine | undefined => lineFor(abandonedTransitions, status, action);

/** What holders of some roles can do with a file in a status. */
export const abandonedLinesFrom = (
  status: AbandonedStatus,
  roles: readonly string[],
): readonly AbandonedLine[] => linesFrom(abandonedTransitions, status, roles);

/** The line of an action, whatever the status: there is one each. */
export function abandonedLineOf(action: AbandonedAction): AbandonedLine {
  const line = abandonedTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}
