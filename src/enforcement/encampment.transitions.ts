import type { Role } from '../directory/index.ts';
import type { EncampmentPaper, EncampmentStatus } from './encampment.words.ts';
import { lineFor, linesFrom, type ProcedureLine } from './procedure.ts';

export type EncampmentAction =
  | 'assess'
  | 'discard'
  | 'tell-police'
  | 'record-police-decision'
  | 'tolerate'
  | 'direct'
  | 'complain'
  | 'set-hearing'
  | 'refuse'
  | 'make-order'
  | 'give-notice'
  | 'remove'
  | 'record-left'
  | 'end';

/** What must be true besides the status; each is checked in one place and says its mend. */
export type EncampmentNeed =
  | 'land-known'
  | 'welfare-complete'
  | 'police-told'
  | 'no-police-direction'
  | 'still-there'
  | 'hearing-after'
  | 'tolerated-after'
  | 'notice-run';

/** What the form of a step asks for; `at` is a day with a time. */
export type EncampmentField =
  | 'at'
  | 'on'
  | 'ways'
  | 'by'
  | 'told'
  | 'hearing'
  | 'court'
  | 'until'
  | 'decision'
  | 'model'
  | 'cleanup'
  | 'debrief'
  | 'reason';

/** One line of the table: pages, guards, papers, the diagram and the tests come from it. */
export interface EncampmentLine extends ProcedureLine<EncampmentStatus, EncampmentAction> {
  to: EncampmentStatus;
  needs: readonly EncampmentNeed[];
  asks: readonly EncampmentField[];
  /** What the day or moment that is asked for is. */
  dayWords: string;
  /** Made and kept when the step is taken, and shown before. */
  paper?: EncampmentPaper;
  /** Why it cannot be done from another status; the needs that are not met are said besides. */
  refusal: string;
  basis: string;
}

/** Who goes out, assesses and serves, as the agent of whoever owns the land. */
export const encampmentOfficers: readonly [Role, ...Role[]] = [
  'jet-officer',
  'jet-supervisor',
  'community-safety-coordinator',
  'environmental-health-officer',
];
/** Whoever answers for it decides to tolerate it, goes to court and ends it. */
const encampmentDeciders: readonly [Role, ...Role[]] = ['jet-supervisor', 'community-safety-coordinator'];

const ACT = 'Criminal Justice and Public Order Act 1994';
/** In which statuses somebody is on the land. */
export const onLand: readonly EncampmentStatus[] = [
  'reported',
  'assessed',
  'tolerated',
  'directed',
  'complained',
  'ordered',
];

const policeLines = (status: EncampmentStatus): EncampmentLine[] => [
  {
    from: [status],
    action: 'tell-police',
    to: status,
    who: encampmentOfficers,
    needs: [],
    asks: ['on', 'told'],
    dayWords: 'Day the police were told',
    button: 'Record that the police were told',
    past: 'Police told, to consider their own powers',
    refusal: 'The police are told while somebody is on the land.',
    basis: `${ACT} ss.61 and 62A`,
  },
  {
    from: [status],
    action: 'record-police-decision',
    to: status,
    who: encampmentOfficers,
    needs: ['police-told'],
    asks: ['on', 'decision', 'by', 'model'],
    dayWords: 'Day of the decision',
    button: 'Record what the police decided',
    past: 'Decision of the police recorded',
    refusal: 'What the police decide is recorded while somebody is on the land.',
    basis: `${ACT} ss.61 and 62A; National Decision Model`,
  },
];

/** Unauthorised encampments from the report to the debrief: Criminal Justice and Public Order Act 1994 ss.61-62 and 77-79. */
export const encampmentTransitions: readonly EncampmentLine[] = [
  {
    from: ['reported'],
    action: 'assess',
    to: 'assessed',
    who: encampmentOfficers,
    needs: ['land-known', 'welfare-complete'],
    asks: ['on'],
    dayWords: 'Day the assessment was finished',
    button: 'Record that welfare was assessed',
    past: 'Welfare assessed, every item answered',
    refusal: 'Welfare is assessed once, before anything is decided; answers can be changed afterwards.',
    basis: `Welfare enquiries before ${ACT} s.77`,
  },
  {
    from: ['assessed', 'tolerated'],
    action: 'direct',
    to: 'directed',
    who: encampmentOfficers,
    needs: ['welfare-complete', 'land-known', 'still-there'],
    asks: ['at', 'ways', 'by', 'reason'],
    dayWords: 'Day served',
    paper: 'direction',
    button: 'Direct them to leave (s.77)',
    past: 'Direction to leave served',
    refusal: 'A direction follows the whole welfare assessment, and is given once.',
    basis: `${ACT} ss.77 and 79`,
  },
  {
    from: ['assessed'],
    action: 'tolerate',
    to: 'tolerated',
    who: encampmentDeciders,
    needs: ['welfare-complete', 'tolerated-after'],
    asks: ['on', 'until', 'reason'],
    dayWords: 'Day of the decision',
    button: 'Tolerate it for now',
    past: 'Tolerated for now',
    refusal: 'Whether to tolerate it is decided on the welfare assessment, before a direction.',
    basis: 'House rule: a decision with its reason',
  },
  {
    from: ['directed'],
    action: 'complain',
    to: 'complained',
    who: encampmentDeciders,
    needs: ['still-there', 'hearing-after'],
    asks: ['on', 'hearing', 'court', 'reason'],
    dayWords: 'Day of the complaint',
    button: 'Record the complaint to the court (s.78)',
    past: 'Complaint made to the magistrates’ court',
    refusal: 'The court is asked where a direction was served and not followed.',
    basis: `${ACT} s.78(1)`,
  },
  {
    from: ['complained'],
    action: 'set-hearing',
    to: 'complained',
    who: encampmentDeciders,
    needs: ['hearing-after'],
    asks: ['hearing', 'reason'],
    dayWords: '',
    button: 'Record that the hearing was put off',
    past: 'Hearing put off',
    refusal: 'Only a complaint that is before the court has a hearing.',
    basis: 'House rule: a hearing is put off as often as the court does so, each time with why',
  },
  {
    from: ['complained'],
    action: 'make-order',
    to: 'ordered',
    who: encampmentDeciders,
    needs: [],
    asks: ['on', 'reason'],
    dayWords: 'Day of the court’s decision',
    button: 'Record the order for removal',
    past: 'The court ordered the removal',
    refusal: 'A court makes an order on a complaint that is before it.',
    basis: `${ACT} s.78(1)`,
  },
  {
    from: ['complained'],
    action: 'refuse',
    to: 'directed',
    who: encampmentDeciders,
    needs: [],
    asks: ['on', 'reason'],
    dayWords: 'Day of the court’s decision',
    button: 'Record that the court refused',
    past: 'The court refused an order; the direction stands',
    refusal: 'A court refuses a complaint that is before it.',
    basis: `${ACT} s.78(1)`,
  },
  {
    from: ['ordered'],
    action: 'give-notice',
    to: 'ordered',
    who: encampmentOfficers,
    needs: [],
    asks: ['at', 'ways', 'by'],
    dayWords: 'Day served',
    paper: 'removal-notice',
    button: 'Serve the notice of removal',
    past: 'Notice of removal served',
    refusal: 'Notice of removal is given on an order of the court.',
    basis: `${ACT} s.78(2)`,
  },
  {
    from: ['ordered'],
    action: 'remove',
    to: 'removed',
    who: encampmentOfficers,
    needs: ['notice-run'],
    asks: ['at', 'reason'],
    dayWords: 'Day of the removal',
    button: 'Record the removal',
    past: 'Vehicles and people removed',
    refusal: 'Nobody is removed without an order of the court and its notice.',
    basis: `${ACT} s.78(2)`,
  },
  {
    from: onLand,
    action: 'record-left',
    to: 'left',
    who: encampmentOfficers,
    needs: [],
    asks: ['on'],
    dayWords: 'Day they left',
    button: 'Record that they left',
    past: 'They left by themselves',
    refusal: 'They have gone already.',
    basis: 'House rule',
  },
  ...onLand.flatMap(policeLines),
  {
    from: ['removed', 'left'],
    action: 'end',
    to: 'ended',
    who: encampmentDeciders,
    needs: [],
    asks: ['on', 'cleanup', 'debrief'],
    dayWords: 'Day of the debrief',
    button: 'End the file: clean-up and debrief',
    past: 'Ended',
    refusal: 'A file ends when they have gone.',
    basis: 'House rule',
  },
  {
    from: ['reported'],
    action: 'discard',
    to: 'void',
    who: encampmentOfficers,
    needs: ['no-police-direction'],
    asks: ['reason'],
    dayWords: '',
    button: 'Discard: reported by mistake',
    past: 'Discarded: reported by mistake',
    refusal: 'Only a report that nothing was done on can be discarded.',
    basis: 'House rule',
  },
];

/** In which statuses the report, and what is learnt on the land, may still be changed. */
export const encampmentOpen: Readonly<
  Record<'report' | 'parts', { from: readonly EncampmentStatus[]; refusal: string }>
> = {
  report: {
    from: ['reported', 'assessed', 'tolerated'],
    refusal: 'The land and the counts stand as they were when the direction was served.',
  },
  parts: { from: onLand, refusal: 'They have gone: what was written of them stands.' },
};

export const encampmentActions = [...new Set(encampmentTransitions.map(({ action }) => action))] as [
  EncampmentAction,
  ...EncampmentAction[],
]; // each action has a line, and there are some

/** The line for an action from a status, if there is one. */
export const encampmentLineFor = (
  status: EncampmentStatus,
  action: EncampmentAction,
): EncampmentLine | undefined => lineFor(encampmentTransitions, status, action);

/** What holders of some roles can do with a file in a status. */
export const encampmentLinesFrom = (
  status: EncampmentStatus,
  roles: readonly string[],
): readonly EncampmentLine[] => linesFrom(encampmentTransitions, status, roles);

/** A line of an action, whatever the status: those of one action differ in nothing but the statuses. */
export function encampmentLineOf(action: EncampmentAction): EncampmentLine {
  const line = encampmentTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}
