import { lineFor, linesFrom, type ProcedureLine } from '../enforcement/index.ts';
import type { AccessStatus } from './access.words.ts';

export type AccessAction = 'identify' | 'ask' | 'clarified' | 'extend' | 'gather' | 'answer' | 'refuse';
/** One line of the table that draws the buttons, guards the command and drives the tests. */
export interface AccessLine extends ProcedureLine<AccessStatus, AccessAction> {
  to: AccessStatus;
  /** What has to be typed: the words asked for, with a hint. Nothing where it is left out. */
  words?: { label: string; hint: string };
  /** A day that the step is of, where it may lie back. */
  day?: string;
}
const who = ['auditor'] as const;

export const accessLines: readonly AccessLine[] = [
  {
    from: ['received'],
    action: 'identify',
    to: 'open',
    who,
    button: 'Identity is confirmed',
    past: 'Identity confirmed',
    words: { label: 'How', hint: 'Like: passport and a bill, seen in person' },
    day: 'Confirmed on',
  },
  {
    from: ['open'],
    action: 'ask',
    to: 'waiting',
    who,
    button: 'Ask what they want',
    past: 'Asked what they want',
    words: { label: 'What was asked', hint: 'Under Part 3 the clock stops until they answer.' },
  },
  {
    from: ['waiting'],
    action: 'clarified',
    to: 'open',
    who,
    button: 'They have said what they want',
    past: 'They said what they want',
    words: { label: 'What they said', hint: 'The clock goes on from today.' },
  },
  ...(['open', 'gathered'] as const).map((status) => ({
    from: [status],
    action: 'extend' as const,
    to: status,
    who,
    button: 'Take two months more, with notice',
    past: 'Extended, with notice',
    words: {
      label: 'Why it is complex',
      hint: 'The notice to the person says it, before the first month is over.',
    },
  })),
  {
    from: ['open'],
    action: 'gather',
    to: 'gathered',
    who,
    button: 'Gather what is held',
    past: 'Gathered, and the intelligence unit asked',
  },
  {
    from: ['gathered'],
    action: 'answer',
    to: 'answered',
    who,
    button: 'Make the letter and the bundle',
    past: 'Answered',
  },
  {
    from: ['received', 'open', 'waiting', 'gathered'],
    action: 'refuse',
    to: 'refused',
    who,
    button: 'Refuse',
    past: 'Refused',
    words: { label: 'Why', hint: 'For the file: the letter says that it is neither confirmed nor denied.' },
  },
];
export const accessActions = [...new Set(accessLines.map(({ action }) => action))] as [
  AccessAction,
  ...AccessAction[],
]; // there are some
export const accessLineFor = (status: AccessStatus, action: AccessAction): AccessLine | undefined =>
  lineFor(accessLines, status, action) as AccessLine | undefined; // the table's own lines
export const accessLinesFrom = (status: AccessStatus): readonly AccessLine[] =>
  linesFrom(accessLines, status, who) as readonly AccessLine[]; // the table's own lines
