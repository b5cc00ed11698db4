import type { Role } from '../directory/index.ts';
import { penaltyOfficers } from './penalty.transitions.ts';
import type { Period } from './period.ts';
import { lineFor, linesFrom, type ProcedureLine } from './procedure.ts';
import type { LetterKind, ProtectionStatus } from './protection.words.ts';

export type ProtectionAction =
  | 'serve-warning'
  | 'discard'
  | 'record-compliance'
  | 'record-failure'
  | 'serve-notice'
  | 'appeal'
  | 'uphold-notice'
  | 'vary'
  | 'quash'
  | 'record-breach'
  | 'penalise'
  | 'prosecute'
  | 'convict'
  | 'acquit'
  | 'withdraw-prosecution'
  | 'charge-works'
  | 'seize'
  | 'give-back'
  | 'order-remedy'
  | 'order-forfeiture'
  | 'discharge';

/** What must be true besides the status; each is checked in one place and says its mend. */
export type ProtectionNeed =
  | 'subject-known'
  | 'sixteen'
  | 'conduct-described'
  | 'test-met'
  | 'statement'
  | 'place-in-district'
  | 'warning-asks'
  | 'power-held'
  | 'address-kept'
  | 'warning-served'
  | 'time-run'
  | 'conduct-continues'
  | 'notice-asks'
  | 'others-told'
  | 'in-appeal-time'
  | 'requirement-stands'
  | 'no-penalty-yet'
  | 'no-penalty-stands'
  | 'in-time-to-prosecute'
  | 'nothing-held'
  | 'item-held';

/** What the form of a step asks for. */
export type ProtectionField =
  | 'how'
  | 'on'
  | 'by'
  | 'grounds'
  | 'requirementId'
  | 'newWords'
  | 'resumesOn'
  | 'dueOn'
  | 'pounds'
  | 'ending'
  | 'reason';

/** What the step sets going, counted from its day, and where its last day is kept. */
export interface ProtectionClock {
  /** Days from the file itself where the officer gives them: the time to comply. */
  period: Omit<Period, 'count'> & { count: number | 'comply-days' };
  keeps: 'complyBy' | 'appealUntil' | 'heldUntil' | 'costAppealUntil';
  /** What the day counted from is, in a sentence. */
  from: string;
}

/** One line of the table: pages, guards, deadlines, letters, the diagram and the tests come from it. */
export interface ProtectionLine extends ProcedureLine<ProtectionStatus, ProtectionAction> {
  /** Two where an appeal ends: a breach before it was made is still a breach. */
  to: ProtectionStatus | readonly [ProtectionStatus, ...ProtectionStatus[]];
  needs: readonly ProtectionNeed[];
  asks: readonly ProtectionField[];
  /** What the day that is asked for is. */
  dayWords: string;
  /** What is asked besides, where it is not why. */
  saysWords?: string;
  clock?: ProtectionClock;
  /** Made and kept when the step is taken, and shown before. */
  letter?: LetterKind;
  /** Why it cannot be done from another status; the needs that are not met are said besides. */
  refusal: string;
  basis: string;
}

/** Who may write warnings and notices and look after them: s.53 names the constable, the council and whom it designates. */
export const protectionOfficers: readonly [Role, ...Role[]] = [
  'community-safety-coordinator',
  'environmental-health-officer',
  'jet-supervisor',
  'jet-officer',
  'service-officer',
  'police-partner',
];
/** Ending a notice is not for whoever is on the doorstep. */
const protectionDeciders: readonly [Role, ...Role[]] = [
  'community-safety-coordinator',
  'environmental-health-officer',
  'jet-supervisor',
  'police-partner',
];

const ACT = 'Anti-social Behaviour, Crime and Policing Act 2014';
const standing = ['notice-served', 'varied'] as const;

/** Community protection from the warning to the breach: Anti-social Behaviour, Crime and Policing Act 2014 ss.43-58. */
export const protectionTransitions: readonly ProtectionLine[] = [
  {
    from: ['drafted'],
    action: 'serve-warning',
    to: 'warned',
    who: protectionOfficers,
    needs: [
      'subject-known',
      'sixteen',
      'conduct-described',
      'test-met',
      'statement',
      'place-in-district',
      'warning-asks',
      'address-kept',
      'power-held',
    ],
    asks: ['how', 'on', 'by'],
    dayWords: 'Day handed over or posted',
    clock: {
      period: { count: 'comply-days', unit: 'days', begins: 'after' },
      keeps: 'complyBy',
      from: 'the day the warning was served',
    },
    letter: 'warning',
    button: 'Serve the warning',
    past: 'Warning served',
    refusal: 'A warning is served once.',
    basis: `${ACT} s.43(5)(a)`,
  },
  {
    from: ['drafted'],
    action: 'discard',
    to: 'void',
    who: protectionOfficers,
    needs: [],
    asks: ['reason'],
    dayWords: '',
    button: 'Discard the draft',
    past: 'Draft discarded',
    refusal: 'Only a draft can be discarded.',
    basis: 'House rule',
  },
  {
    from: ['warned', 'not-complied', ...standing, 'breached', 'convicted', 'acquitted'],
    action: 'record-compliance',
    to: 'complied',
    who: protectionOfficers,
    needs: ['nothing-held'],
    asks: ['on', 'reason'],
    dayWords: 'Day it was seen',
    button: 'Record that they complied',
    past: 'Complied',
    refusal: 'There is nothing to comply with yet, or an appeal is running.',
    basis: `${ACT} s.43`,
  },
  {
    from: ['warned'],
    action: 'record-failure',
    to: 'not-complied',
    who: protectionOfficers,
    needs: ['warning-served', 'time-run', 'conduct-continues'],
    asks: ['reason'],
    dayWords: '',
    button: 'Record that they did not comply',
    past: 'Not complied with: the conduct continues',
    refusal: 'Only a warning that was served can be found not complied with.',
    basis: `${ACT} s.43(5)(b)`,
  },
  {
    from: ['not-complied'],
    action: 'serve-notice',
    to: 'notice-served',
    who: protectionOfficers,
    needs: [
      'warning-served',
      'time-run',
      'conduct-continues',
      'notice-asks',
      'others-told',
      'address-kept',
      'power-held',
    ],
    asks: ['how', 'on', 'by'],
    dayWords: 'Day handed over or posted',
    clock: {
      period: { count: 21, unit: 'days', begins: 'with' },
      keeps: 'appealUntil',
      from: 'the day of the notice',
    },
    letter: 'notice',
    button: 'Serve the notice',
    past: 'Notice served',
    refusal: 'A notice follows a warning that was served and not complied with.',
    basis: `${ACT} s.43(1), (5) and (6)`,
  },
  {
    from: ['notice-served', 'breached'],
    action: 'appeal',
    to: 'appealed',
    who: protectionOfficers,
    needs: ['in-appeal-time'],
    asks: ['on', 'grounds', 'reason'],
    dayWords: 'Day the appeal was made to the magistrates’ court',
    button: 'Record an appeal',
    past: 'Appealed to the magistrates’ court',
    refusal: 'Only a notice that was served can be appealed, and once.',
    basis: `${ACT} s.46`,
  },
  {
    from: ['appealed'],
    action: 'uphold-notice',
    to: ['notice-served', 'breached'],
    who: protectionDeciders,
    needs: [],
    asks: ['on', 'resumesOn', 'reason'],
    dayWords: 'Day the appeal was dismissed or withdrawn',
    button: 'Record that the notice stands',
    past: 'Appeal ended: the notice stands',
    refusal: 'No appeal is running.',
    basis: `${ACT} s.46(4)`,
  },
  {
    from: ['appealed'],
    action: 'vary',
    to: ['varied', 'breached'],
    who: protectionDeciders,
    needs: [],
    asks: ['on', 'requirementId', 'newWords', 'resumesOn', 'reason'],
    dayWords: 'Day of the court’s decision',
    button: 'Record that the court varied the notice',
    past: 'Notice varied on appeal',
    refusal: 'No appeal is running.',
    basis: `${ACT} s.46(4)(b)`,
  },
  {
    from: ['appealed'],
    action: 'quash',
    to: 'discharged',
    who: protectionDeciders,
    needs: [],
    asks: ['on', 'reason'],
    dayWords: 'Day of the court’s decision',
    button: 'Record that the court quashed the notice',
    past: 'Notice quashed on appeal',
    refusal: 'No appeal is running.',
    basis: `${ACT} s.46(4)(a)`,
  },
  {
    from: standing,
    action: 'record-breach',
    to: 'breached',
    who: protectionOfficers,
    needs: ['requirement-stands'],
    asks: ['on', 'requirementId', 'reason'],
    dayWords: 'Day of the breach',
    button: 'Record a breach',
    past: 'Notice breached',
    refusal:
      'Only a notice that stands can be breached; while an appeal runs, note what happens as evidence.',
    basis: `${ACT} s.48`,
  },
  {
    from: ['breached'],
    action: 'penalise',
    to: 'breached',
    who: penaltyOfficers,
    needs: ['no-penalty-yet'],
    asks: [],
    dayWords: '',
    button: 'Draft a fixed penalty for the breach',
    past: 'Fixed penalty drafted for the breach',
    refusal: 'A fixed penalty is for the breach of a notice: none is recorded.',
    basis: `${ACT} s.52`,
  },
  {
    from: ['breached'],
    action: 'prosecute',
    to: 'prosecuted',
    who: protectionDeciders,
    needs: ['no-penalty-stands', 'in-time-to-prosecute'],
    asks: ['on', 'reason'],
    dayWords: 'Day the court was asked to try it',
    button: 'Record that a prosecution began',
    past: 'Prosecution began for the breach',
    refusal: 'Only a breach that is recorded can be prosecuted, and once.',
    basis: `${ACT} s.48; Magistrates’ Courts Act 1980 s.127 (general knowledge)`,
  },
  {
    from: ['prosecuted'],
    action: 'convict',
    to: 'convicted',
    who: protectionDeciders,
    needs: [],
    asks: ['on', 'reason'],
    dayWords: 'Day of the court’s decision',
    button: 'Record a conviction',
    past: 'Convicted of the breach',
    refusal: 'No prosecution is running.',
    basis: `${ACT} ss.48 to 50`,
  },
  {
    from: ['prosecuted'],
    action: 'acquit',
    to: 'acquitted',
    who: protectionDeciders,
    needs: [],
    asks: ['on', 'reason'],
    dayWords: 'Day of the court’s decision',
    button: 'Record an acquittal',
    past: 'Acquitted of the breach',
    refusal: 'No prosecution is running.',
    basis: `${ACT} s.48(3)`,
  },
  {
    from: ['prosecuted'],
    action: 'withdraw-prosecution',
    to: 'breached',
    who: protectionDeciders,
    needs: [],
    asks: ['on', 'reason'],
    dayWords: 'Day it was withdrawn',
    button: 'Record that the prosecution was withdrawn',
    past: 'Prosecution withdrawn',
    refusal: 'No prosecution is running.',
    basis: 'House rule: a prosecutor may withdraw, and the breach stands as it was',
  },
  {
    from: ['breached', 'convicted'],
    action: 'charge-works',
    to: ['breached', 'convicted'],
    who: protectionDeciders,
    needs: [],
    asks: ['on', 'pounds', 'reason'],
    dayWords: 'Day of the notice of the cost',
    saysWords: 'Which works, where, and by whom',
    clock: {
      period: { count: 21, unit: 'days', begins: 'with' },
      keeps: 'costAppealUntil',
      from: 'the day of the notice of the cost',
    },
    button: 'Record works that the council did, and their cost',
    past: 'Works were done in default; their cost was notified',
    refusal: 'Works are done where a notice was not complied with: no breach is recorded.',
    basis: `${ACT} s.47`,
  },
  {
    from: ['breached', 'prosecuted'],
    action: 'seize',
    to: ['breached', 'prosecuted'],
    who: protectionDeciders,
    needs: ['nothing-held'],
    asks: ['on', 'reason'],
    dayWords: 'Day it was seized',
    saysWords: 'What was seized, by which warrant, and where it is kept',
    clock: {
      period: { count: 28, unit: 'days', begins: 'with' },
      keeps: 'heldUntil',
      from: 'the day it was seized',
    },
    button: 'Record what was seized by a warrant',
    past: 'Something used in the breach was seized by a warrant',
    refusal: 'A warrant is for what was used in a breach that is recorded and not yet decided.',
    basis: `${ACT} s.51`,
  },
  {
    // After an appeal that quashed the notice, too.
    from: ['breached', 'prosecuted', 'convicted', 'acquitted', 'appealed', 'discharged'],
    action: 'give-back',
    to: ['breached', 'prosecuted', 'convicted', 'acquitted', 'appealed', 'discharged'],
    who: protectionDeciders,
    needs: ['item-held'],
    asks: ['on', 'reason'],
    dayWords: 'Day it was given back',
    button: 'Record that what was seized was given back',
    past: 'What was seized was given back',
    refusal: 'Nothing is held.',
    basis: `${ACT} s.51`,
  },
  {
    from: ['convicted'],
    action: 'order-remedy',
    to: 'convicted',
    who: protectionDeciders,
    needs: [],
    asks: ['on', 'dueOn', 'reason'],
    dayWords: 'Day of the order',
    saysWords: 'What the court ordered, and who is to do it',
    button: 'Record a remedial order',
    past: 'The court ordered that what the notice required be done',
    refusal: 'A remedial order is made by the court that convicts of the breach.',
    basis: `${ACT} s.49`,
  },
  {
    from: ['convicted'],
    action: 'order-forfeiture',
    to: 'convicted',
    who: protectionDeciders,
    needs: [],
    asks: ['on', 'reason'],
    dayWords: 'Day of the order',
    saysWords: 'What is forfeited, and into whose hands',
    button: 'Record a forfeiture order',
    past: 'The court ordered something used in the breach forfeited',
    refusal: 'Forfeiture is ordered by the court that convicts of the breach.',
    basis: `${ACT} s.50`,
  },
  {
    from: ['warned', 'not-complied', ...standing, 'breached', 'convicted', 'acquitted'],
    action: 'discharge',
    to: 'discharged',
    who: protectionDeciders,
    needs: ['nothing-held'],
    asks: ['on', 'ending', 'reason'],
    dayWords: 'Day it ended',
    button: 'End the file',
    past: 'Discharged',
    refusal: 'Only a warning or notice that stands can be ended.',
    basis: 'House rule: the Act lets a notice end, and names no step',
  },
];

/** What may be added to a file besides its steps, and in which statuses. */
export const protectionParts: Readonly<
  Record<'draft' | 'evidence' | 'others-told', { from: readonly ProtectionStatus[]; refusal: string }>
> = {
  draft: {
    from: ['drafted'],
    refusal: 'This cannot be changed now: the warning was served, or the file discarded.',
  },
  evidence: {
    from: [
      'drafted',
      'warned',
      'not-complied',
      ...standing,
      'appealed',
      'breached',
      'prosecuted',
      'convicted',
      'acquitted',
    ],
    refusal: 'This file has ended: evidence of what happens now belongs to a new one.',
  },
  'others-told': {
    from: ['drafted', 'warned', 'not-complied'],
    refusal: 'Whom you told is written down before a notice is served.',
  },
};

export const protectionActions = protectionTransitions.map(({ action }) => action) as [
  ProtectionAction,
  ...ProtectionAction[],
]; // each action has a line, and there are some

/** The line for an action from a status, if there is one. */
export const protectionLineFor = (
  status: ProtectionStatus,
  action: ProtectionAction,
): ProtectionLine | undefined => lineFor(protectionTransitions, status, action);

/** What holders of some roles can do with a file in a status. */
export const protectionLinesFrom = (
  status: ProtectionStatus,
  roles: readonly string[],
): readonly ProtectionLine[] => linesFrom(protectionTransitions, status, roles);

/** The line of an action, whatever the status: each action has one. */
export function lineOfAction(action: ProtectionAction): ProtectionLine {
  const line = protectionTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}
