import type { Role } from '../directory/index.ts';
import { lineFor, linesFrom, type ProcedureLine } from './procedure.ts';
import type { PspoPaper, PspoStatus } from './pspo.words.ts';

export type PspoAction =
  | 'gather-evidence'
  | 'consult'
  | 'record-consents'
  | 'tell-consultee'
  | 'record-answer'
  | 'decide'
  | 'make'
  | 'record-older'
  | 'publish'
  | 'authorise-officer'
  | 'end-authorisation'
  | 'record-signs'
  | 'extend'
  | 'vary'
  | 'discharge'
  | 'expire'
  | 'withdraw';

/** What must be true besides the status; each is checked in one place and says its mend. */
export type PspoNeed =
  | 'ordinary'
  | 'expedited'
  | 'older'
  | 'new'
  | 'way-may-close'
  | 'closes-after'
  | 'consultation-held'
  | 'consultee-known'
  | 'consultee-told'
  | 'consultees-told'
  | 'consultation-over'
  | 'made-before-act'
  | 'days-allowed'
  | 'before-last-day'
  | 'extension-allowed'
  | 'terms-given'
  | 'officer-own'
  | 'officer-authorised'
  | 'to-publish';

/** What the form of a step asks for. */
export type PspoField =
  | 'on'
  | 'rights'
  | 'evidence'
  | 'until'
  | 'starts'
  | 'consultee'
  | 'outcome'
  | 'answer'
  | 'by'
  | 'minute'
  | 'officer'
  | 'signs'
  | 'terms'
  | 'names'
  | 'reason';

/** One line of the table: pages, guards, papers, the diagram and the tests come from it. */
export interface PspoLine extends ProcedureLine<PspoStatus, PspoAction> {
  to: PspoStatus;
  needs: readonly PspoNeed[];
  asks: readonly PspoField[];
  /** What the day that is asked for is. */
  dayWords: string;
  /** Made and kept when the step is taken, and shown before. */
  paper?: PspoPaper;
  /** Why it cannot be done from another status. */
  refusal: string;
  basis: string;
}

/** Who writes proposals, gathers evidence, consults and keeps the signs. */
export const pspoOfficers: readonly [Role, ...Role[]] = [
  'jet-supervisor',
  'community-safety-coordinator',
  'environmental-health-officer',
];
/** Who records the council's decision, its order and whom it authorised. */
const pspoDeciders: readonly [Role, ...Role[]] = ['community-safety-coordinator'];

const ACT = 'Anti-social Behaviour, Crime and Policing Act 2014';
/** Until anybody is consulted the proposal may still be written anew. */
export const openStatuses: readonly PspoStatus[] = ['proposed', 'evidenced'];
/** Statuses of an order that was made and has not been ended by the council. */
export const madeStatuses: readonly PspoStatus[] = ['made', 'published'];
/** A consultation, an extension or a publication that was done in time may be written down after the last day. */
const madeOrOver: readonly PspoStatus[] = [...madeStatuses, 'expired'];
const common = { needs: [], asks: [], dayWords: 'Day' } as const;

/** One line for each status that the step leaves as it is. */
const staying = (statuses: readonly PspoStatus[], line: Omit<PspoLine, 'from' | 'to'>): readonly PspoLine[] =>
  statuses.map((status) => ({ ...line, from: [status], to: status }));

/** Public spaces protection orders from the proposal to the end: Anti-social Behaviour, Crime and Policing Act 2014 ss.59-75. */
export const pspoTransitions: readonly PspoLine[] = [
  {
    ...common,
    from: ['proposed'],
    action: 'gather-evidence',
    to: 'evidenced',
    who: pspoOfficers,
    needs: ['new', 'way-may-close'],
    asks: ['on', 'evidence', 'rights'],
    dayWords: 'Day the evidence was complete',
    button: 'Record the evidence for both conditions',
    past: 'Evidence for both conditions recorded',
    refusal: 'The evidence is recorded once, before anybody is consulted.',
    basis: `${ACT} ss.59 and 72(1)`,
  },
  {
    ...common,
    from: ['evidenced'],
    action: 'consult',
    to: 'consulting',
    who: pspoOfficers,
    needs: ['new', 'ordinary', 'closes-after'],
    asks: ['on', 'until'],
    dayWords: 'Day the consultation opens',
    button: 'Open the consultation',
    past: 'Consultation opened',
    refusal: 'The council consults on evidence, and again before it extends, varies or discharges.',
    basis: `${ACT} s.72(3)`,
  },
  // For more days, or when somebody was not told in time: everybody is told anew.
  ...staying(['consulting'], {
    ...common,
    action: 'consult',
    who: pspoOfficers,
    needs: ['new', 'ordinary', 'closes-after'],
    asks: ['on', 'until'],
    dayWords: 'Day the consultation opens again',
    button: 'Open the consultation again',
    past: 'Consultation opened again',
    refusal: 'The council consults on evidence, and again before it extends, varies or discharges.',
    basis: `${ACT} s.72(3)`,
  }),
  ...staying(madeOrOver, {
    ...common,
    action: 'consult',
    who: pspoOfficers,
    needs: ['ordinary', 'closes-after', 'before-last-day'],
    asks: ['on', 'until'],
    dayWords: 'Day the consultation opens',
    button: 'Open a further consultation',
    past: 'Further consultation opened',
    refusal: 'The council consults on evidence, and again before it extends, varies or discharges.',
    basis: `${ACT} s.72(3)`,
  }),
  {
    ...common,
    from: ['evidenced'],
    action: 'record-consents',
    to: 'consented',
    who: pspoOfficers,
    needs: ['new', 'expedited'],
    asks: ['on', 'reason'],
    dayWords: 'Day of the last consent',
    button: 'Record the consents',
    past: 'Consents recorded',
    refusal: 'Consents are recorded on the evidence, of an expedited order.',
    basis: `${ACT} s.72A`,
  },
  ...staying(madeStatuses, {
    ...common,
    action: 'record-consents',
    who: pspoOfficers,
    needs: ['expedited', 'before-last-day'],
    asks: ['on', 'reason'],
    dayWords: 'Day of the last consent',
    button: 'Record the consents to a change',
    past: 'Consents to a change recorded',
    refusal: 'Consents are recorded on the evidence, of an expedited order.',
    basis: `${ACT} s.72A`,
  }),
  ...staying(['consulting', ...madeOrOver], {
    ...common,
    action: 'tell-consultee',
    who: pspoOfficers,
    needs: ['ordinary', 'consultation-held', 'consultee-known'],
    asks: ['on', 'consultee', 'outcome', 'reason'],
    dayWords: 'Day they were told',
    button: 'Record that a consultee was told',
    past: 'Consultee told',
    refusal: 'Consultees are told while a consultation is open.',
    basis: `${ACT} s.72(3) and (4)`,
  }),
  ...staying(['consulting', ...madeOrOver], {
    ...common,
    action: 'record-answer',
    who: pspoOfficers,
    needs: ['ordinary', 'consultation-held', 'consultee-told'],
    asks: ['on', 'consultee', 'answer', 'reason'],
    dayWords: 'Day of the answer',
    button: 'Record an answer',
    past: 'Answer recorded',
    refusal: 'Answers are recorded of those who were told.',
    basis: `${ACT} s.72(3)`,
  }),
  {
    ...common,
    from: ['consulting'],
    action: 'decide',
    to: 'decided',
    who: pspoDeciders,
    needs: ['consultation-held', 'consultees-told', 'consultation-over'],
    asks: ['on', 'by', 'minute', 'reason'],
    dayWords: 'Day of the decision',
    button: 'Record the decision to make it',
    past: 'Decided to make it',
    refusal: 'The decision follows the consultation; of an expedited order, the consents.',
    basis: `${ACT} ss.59 and 72`,
  },
  {
    ...common,
    from: ['consented'],
    action: 'decide',
    to: 'decided',
    who: pspoDeciders,
    needs: [],
    asks: ['on', 'by', 'minute', 'reason'],
    dayWords: 'Day of the decision',
    button: 'Record the decision to make it',
    past: 'Decided to make it',
    refusal: 'The decision follows the consultation; of an expedited order, the consents.',
    basis: `${ACT} ss.59A and 72A`,
  },
  {
    ...common,
    from: ['decided'],
    action: 'make',
    to: 'made',
    who: pspoDeciders,
    needs: ['new', 'way-may-close', 'days-allowed'],
    asks: ['on', 'starts', 'until', 'names'],
    dayWords: 'Day the order is made',
    paper: 'order',
    button: 'Make the order',
    past: 'Order made',
    refusal: 'An order is made on a decision, once.',
    basis: `${ACT} ss.59 and 60`,
  },
  {
    ...common,
    from: ['proposed'],
    action: 'record-older',
    to: 'made',
    who: pspoDeciders,
    needs: ['older', 'made-before-act'],
    asks: ['on', 'minute', 'names'],
    dayWords: 'Day the older order was made',
    button: 'Record the older order',
    past: 'Older order recorded, which has effect as a public spaces order',
    refusal: 'An older order is recorded as it was made, before anything is done with it here.',
    basis: `${ACT} s.75`,
  },
  {
    ...common,
    from: madeOrOver,
    action: 'publish',
    to: 'published',
    who: pspoOfficers,
    needs: ['to-publish'],
    asks: ['on', 'names', 'reason'],
    dayWords: 'Day of publication',
    button: 'Record the publication',
    past: 'Published',
    refusal: 'An order is published when it was made, varied or extended.',
    basis: `${ACT} ss.59(8) and 61(6)`,
  },
  ...staying(madeStatuses, {
    ...common,
    action: 'authorise-officer',
    who: pspoDeciders,
    needs: ['officer-own'],
    asks: ['on', 'officer'],
    dayWords: 'From which day',
    button: 'Authorise an officer for this order',
    past: 'Officer authorised for this order',
    refusal: 'Officers are authorised for an order that was made.',
    basis: `${ACT} ss.63 and 68`,
  }),
  ...staying(madeStatuses, {
    ...common,
    action: 'end-authorisation',
    who: pspoDeciders,
    needs: ['officer-authorised'],
    asks: ['on', 'officer', 'reason'],
    dayWords: 'The last day of the authorisation',
    button: 'End an officer’s authorisation',
    past: 'Authorisation of an officer ended',
    refusal: 'An authorisation ends while the order runs.',
    basis: `${ACT} ss.63 and 68`,
  }),
  ...staying(madeStatuses, {
    ...common,
    action: 'record-signs',
    who: pspoOfficers,
    needs: [],
    asks: ['on', 'signs'],
    dayWords: 'Day the signs were looked at',
    button: 'Record which signs are up',
    past: 'Signs looked at',
    refusal: 'Signs are looked at while the order runs.',
    basis: `${ACT} s.59(8)`,
  }),
  {
    ...common,
    from: madeOrOver,
    action: 'extend',
    to: 'made',
    who: pspoDeciders,
    needs: [
      'consultation-held',
      'consultees-told',
      'consultation-over',
      'before-last-day',
      'extension-allowed',
    ],
    asks: ['on', 'until', 'by', 'minute', 'reason'],
    dayWords: 'Day of the extension',
    paper: 'order',
    button: 'Extend the order',
    past: 'Extended; to be published again',
    refusal: 'An order is extended while it runs, any number of times.',
    basis: `${ACT} ss.60(2) and 72`,
  },
  {
    ...common,
    from: madeStatuses,
    action: 'vary',
    to: 'made',
    who: pspoDeciders,
    needs: ['consultation-held', 'consultees-told', 'consultation-over', 'before-last-day', 'terms-given'],
    asks: ['on', 'terms', 'names', 'by', 'minute', 'reason'],
    dayWords: 'Day of the variation',
    paper: 'order',
    button: 'Vary the order',
    past: 'Varied; to be published again',
    refusal: 'An order is varied while it runs.',
    basis: `${ACT} ss.61 and 72`,
  },
  {
    ...common,
    from: madeStatuses,
    action: 'discharge',
    to: 'discharged',
    who: pspoDeciders,
    needs: ['consultation-held', 'consultees-told', 'consultation-over', 'before-last-day'],
    asks: ['on', 'by', 'minute', 'reason'],
    dayWords: 'Day of the discharge',
    button: 'Discharge the order',
    past: 'Discharged',
    refusal: 'An order is discharged while it runs.',
    basis: `${ACT} ss.61(4) and 72`,
  },
  {
    ...common,
    from: madeStatuses,
    action: 'expire',
    to: 'expired',
    who: [],
    button: 'The last day passes',
    past: 'Expired',
    refusal: 'The clock alone does this.',
    basis: `${ACT} s.60`,
  },
  {
    ...common,
    from: ['proposed', 'evidenced', 'consulting', 'consented', 'decided'],
    action: 'withdraw',
    to: 'withdrawn',
    who: pspoOfficers,
    needs: [],
    asks: ['on', 'reason'],
    dayWords: 'Day it was given up',
    button: 'Give the proposal up',
    past: 'Given up',
    refusal: 'An order that was made is discharged, not given up.',
    basis: 'House rule: with its reason',
  },
];

export const pspoActions = [...new Set(pspoTransitions.map(({ action }) => action))] as [
  PspoAction,
  ...PspoAction[],
]; // each action has a line, and there are some

/** The line for an action from a status, if there is one. */
export const pspoLineFor = (status: PspoStatus, action: PspoAction): PspoLine | undefined =>
  lineFor(pspoTransitions, status, action);

/** What holders of some roles can do with a file in a status. */
export const pspoLinesFrom = (status: PspoStatus, roles: readonly string[]): readonly PspoLine[] =>
  linesFrom(pspoTransitions, status, roles);

/** A line of an action, whatever the status: the first, where they differ in what must be true. */
export function pspoLineOf(action: PspoAction): PspoLine {
  const line = pspoTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}
