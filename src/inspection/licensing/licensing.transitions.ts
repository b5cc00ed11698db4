import type { Role } from '../../directory/index.ts';
import { type DrawnProcedure, lineFor, linesFrom, type ProcedureLine } from '../../enforcement/index.ts';
import { inspectors } from '../inspection.roles.ts';
import { type LicensingPaper, type LicensingStatus, licensingStatusWords } from './licensing.words.ts';

export const licensingActions = [
  'apply',
  'discard',
  'reject',
  'advertise',
  'take-interim-steps',
  'record-representation',
  'set-hearing',
  'adjourn',
  'decide',
  'record-appeal',
  'decide-appeal',
  'take-effect',
  'withdraw',
] as const;
export type LicensingAction = (typeof licensingActions)[number];

/** What must be true besides the status; each is checked in one place and says its mend. */
export type LicensingNeed =
  | 'licence-known'
  | 'certificate-given'
  | 'is-summary'
  | 'in-representation-time'
  | 'hearing-after-representations'
  | 'hearing-in-time'
  | 'was-heard'
  | 'decision-whole'
  | 'in-appeal-time'
  | 'appeal-time-over';

export type LicensingField =
  | 'on'
  | 'applicant'
  | 'grounds'
  | 'case'
  | 'certificate'
  | 'from'
  | 'standing'
  | 'hearing'
  | 'result'
  | 'outcomes'
  | 'conditions'
  | 'until'
  | 'reason';

/** One line of the table: pages, guards, papers, the diagram and the tests come from it. */
export interface LicensingLine extends ProcedureLine<LicensingStatus, LicensingAction> {
  needs: readonly LicensingNeed[];
  asks: readonly LicensingField[];
  dayWords: string;
  paper?: LicensingPaper;
  refusal: string;
  basis: string;
}

/** Officers who inspect prepare a review and write down what others say of it. */
export const licensingOfficers: readonly [Role, ...Role[]] = inspectors;
/** Those who stand for a responsible authority give notice, and record what the licensing authority and the court decided. */
export const licensingRecorders: readonly [Role, ...Role[]] = [
  'service-officer',
  'trading-standards-investigator',
  'environmental-health-officer',
  'police-partner',
];

const ACT = 'Licensing Act 2003';
const unread = '(general knowledge)';
const prepared = { who: licensingOfficers, needs: [], dayWords: '' } as const;
const recorded = { who: licensingRecorders, needs: [] } as const;

const interim = (status: 'applied' | 'advertised'): LicensingLine => ({
  ...recorded,
  from: [status],
  action: 'take-interim-steps',
  to: status,
  needs: ['is-summary'],
  asks: ['on', 'reason'],
  dayWords: 'Day the licensing authority took interim steps',
  button: 'Record interim steps',
  past: 'Interim steps taken by the licensing authority',
  refusal: 'Interim steps are taken in a summary review before its hearing.',
  basis: `${ACT} s.53B ${unread}`,
});

/** A review of a premises licence, from the draft to the end of any appeal. */
export const licensingTransitions: readonly LicensingLine[] = [
  {
    ...prepared,
    from: ['draft'],
    action: 'apply',
    to: 'applied',
    needs: ['licence-known', 'certificate-given'],
    asks: ['on', 'applicant', 'grounds', 'case', 'certificate'],
    dayWords: 'Day the application was given to the licensing authority',
    paper: 'application',
    button: 'Apply for the review',
    past: 'Applied to the licensing authority for a review',
    refusal: 'A review is applied for once.',
    basis: `${ACT} ss.51 and 53A ${unread}`,
  },
  {
    ...prepared,
    from: ['draft'],
    action: 'discard',
    to: 'void',
    asks: ['reason'],
    button: 'Discard the draft',
    past: 'Draft discarded',
    refusal: 'Only what was never applied for is discarded; an application is withdrawn.',
    basis: 'House rule',
  },
  {
    ...recorded,
    from: ['applied'],
    action: 'advertise',
    to: 'advertised',
    asks: ['on'],
    dayWords: 'Day from which the notice is displayed',
    paper: 'notice',
    button: 'Give notice of the application',
    past: 'Notice of the application given; it stands in the public register',
    refusal: 'Notice is given once, of an application.',
    basis: `${ACT} s.51(3) ${unread}`,
  },
  {
    ...recorded,
    from: ['applied'],
    action: 'reject',
    to: 'rejected',
    asks: ['on', 'reason'],
    dayWords: 'Day of the decision',
    button: 'Record that the application was rejected',
    past: 'Application rejected as frivolous, vexatious, repeated or not about an objective',
    refusal: 'Only an application is rejected, before notice of it is given.',
    basis: `${ACT} s.51(4) ${unread}`,
  },
  interim('applied'),
  interim('advertised'),
  {
    ...prepared,
    from: ['advertised'],
    action: 'record-representation',
    to: 'advertised',
    needs: ['in-representation-time'],
    asks: ['on', 'from', 'standing', 'reason'],
    dayWords: 'Day it came',
    button: 'Record a representation',
    past: 'Representation received',
    refusal: 'Representations come while notice of the application stands.',
    basis: `${ACT} s.52(7) ${unread}`,
  },
  {
    ...recorded,
    from: ['advertised'],
    action: 'set-hearing',
    to: 'hearing',
    needs: ['hearing-after-representations', 'hearing-in-time'],
    asks: ['hearing', 'reason'],
    dayWords: '',
    button: 'Set the hearing',
    past: 'Hearing set',
    refusal: 'A hearing is set once, after notice of the application was given.',
    basis: `${ACT} ss.52 and 53C ${unread}`,
  },
  {
    ...recorded,
    from: ['hearing'],
    action: 'adjourn',
    to: 'hearing',
    asks: ['hearing', 'reason'],
    dayWords: '',
    button: 'Record that the hearing was put off',
    past: 'Hearing put off to another day',
    refusal: 'Only a hearing that is set is put off.',
    basis: `Hearings regulations under ${ACT} s.183 ${unread}`,
  },
  {
    ...recorded,
    from: ['hearing'],
    action: 'decide',
    to: 'decided',
    needs: ['was-heard', 'decision-whole'],
    asks: ['on', 'outcomes', 'conditions', 'until', 'reason'],
    dayWords: 'Day on which the decision was told',
    paper: 'decision',
    button: 'Record the decision',
    past: 'Decided by the licensing authority',
    refusal: 'A review is decided at its hearing.',
    basis: `${ACT} ss.52(3), 52(4) and 53C ${unread}`,
  },
  {
    ...prepared,
    from: ['decided'],
    action: 'record-appeal',
    to: 'appealed',
    needs: ['in-appeal-time'],
    asks: ['on', 'from', 'reason'],
    dayWords: 'Day of the appeal',
    button: 'Record an appeal',
    past: 'Appealed to the magistrates’ court; the decision waits',
    refusal: 'A decision is appealed once it was told.',
    basis: `${ACT} s.181 and Sch 5 ${unread}`,
  },
  {
    ...recorded,
    from: ['appealed'],
    action: 'decide-appeal',
    to: ['in-effect', 'hearing'],
    needs: ['decision-whole'],
    asks: ['on', 'result', 'outcomes', 'conditions', 'until', 'hearing', 'reason'],
    dayWords: 'Day of the court’s decision',
    button: 'Record what the court decided',
    past: 'Appeal decided by the magistrates’ court',
    refusal: 'There is no appeal to decide.',
    basis: `${ACT} s.181(2) ${unread}`,
  },
  {
    ...recorded,
    from: ['decided'],
    action: 'take-effect',
    to: 'in-effect',
    needs: ['appeal-time-over'],
    asks: ['on', 'reason'],
    dayWords: 'Day it took effect',
    button: 'Record that nobody appealed',
    past: 'Nobody appealed; the decision has effect',
    refusal: 'Only a decision that was told takes effect.',
    basis: `${ACT} s.52(11) ${unread}`,
  },
  {
    ...recorded,
    from: ['applied', 'advertised', 'hearing'],
    action: 'withdraw',
    to: 'withdrawn',
    asks: ['on', 'reason'],
    dayWords: 'Day it was withdrawn',
    button: 'Withdraw the application',
    past: 'Application withdrawn',
    refusal: 'Only an application that is not decided is withdrawn.',
    basis: `Hearings regulations under ${ACT} s.183 ${unread}`,
  },
];

/** The line for an action from a status, if there is one. */
export const licensingLineFor = (
  status: LicensingStatus,
  action: LicensingAction,
): LicensingLine | undefined => lineFor(licensingTransitions, status, action);

/** What holders of some roles can do with a file in a status. */
export const licensingLinesFrom = (
  status: LicensingStatus,
  roles: readonly string[],
): readonly LicensingLine[] => linesFrom(licensingTransitions, status, roles);

/** A line of an action, whatever the status: those of one action differ in nothing but the statuses. */
export function licensingLineOf(action: LicensingAction): LicensingLine {
  const line = licensingTransitions.find((one) => one.action === action);
  if (!line) throw new Error(`No line for ${action}`);
  return line;
}

export const drawnLicensing: DrawnProcedure = {
  title: 'Licence review',
  lines: licensingTransitions,
  words: licensingStatusWords,
  starts: ['draft'],
};
