import { caseworkers, meetingRunners, type Role } from '../directory/index.ts';
import type { AcceptedHow, TaskStatus } from './task.words.ts';

export type TaskAction =
  | 'accept'
  | 'refuse'
  | 'confirm'
  | 'contest'
  | 'finish'
  | 'give-up'
  | 'correct-done'
  | 'correct-not-done'
  | 'set-again';

/** One line of the table of a task: draws the buttons, guards the command, drives the tests. */
export interface TaskTransition {
  from: readonly TaskStatus[];
  action: TaskAction;
  /** Only while it is accepted in this way. */
  only?: AcceptedHow;
  to: TaskStatus;
  /** Whose act it is: the agency that was given the task, or those who set it. */
  side: 'receiver' | 'setter';
  who: readonly Role[];
  button: string;
  past: string;
}

export const taskTransitions: readonly TaskTransition[] = [
  {
    from: ['set'],
    action: 'accept',
    to: 'accepted',
    side: 'receiver',
    who: caseworkers,
    button: 'Accept',
    past: 'Accepted',
  },
  {
    from: ['set'],
    action: 'refuse',
    to: 'refused',
    side: 'receiver',
    who: caseworkers,
    button: 'Refuse',
    past: 'Refused',
  },
  {
    from: ['accepted'],
    action: 'confirm',
    only: 'in-room',
    to: 'accepted',
    side: 'receiver',
    who: caseworkers,
    button: 'Confirm that we accepted it',
    past: 'Confirmed as accepted in the meeting',
  },
  {
    from: ['accepted'],
    action: 'contest',
    only: 'in-room',
    to: 'set',
    side: 'receiver',
    who: caseworkers,
    button: 'We did not accept it',
    past: 'Contested: it was not accepted in the meeting',
  },
  {
    from: ['accepted'],
    action: 'finish',
    to: 'done',
    side: 'receiver',
    who: caseworkers,
    button: 'It is done',
    past: 'Done',
  },
  {
    from: ['accepted'],
    action: 'give-up',
    to: 'not-done',
    side: 'receiver',
    who: caseworkers,
    button: 'It could not be done',
    past: 'Not done',
  },
  {
    from: ['done', 'not-done'],
    action: 'correct-done',
    to: 'done',
    side: 'receiver',
    who: caseworkers,
    button: 'Correct the result: it is done',
    past: 'Result corrected: done',
  },
  {
    from: ['done', 'not-done'],
    action: 'correct-not-done',
    to: 'not-done',
    side: 'receiver',
    who: caseworkers,
    button: 'Correct the result: it could not be done',
    past: 'Result corrected: not done',
  },
  {
    from: ['refused', 'not-done'],
    action: 'set-again',
    to: 'set',
    side: 'setter',
    who: meetingRunners,
    button: 'Set it to another service',
    past: 'Set again',
  },
];

/** Whether a line of the table can be taken from where a task stands. */
export const isOpenTo = (
  line: TaskTransition,
  task: { status: TaskStatus; acceptedHow: AcceptedHow | null },
): boolean => line.from.includes(task.status) && (line.only === undefined || line.only === task.acceptedHow);

export const taskTransitionFor = (
  task: { status: TaskStatus; acceptedHow: AcceptedHow | null },
  action: TaskAction,
): TaskTransition | undefined =>
  taskTransitions.find((line) => line.action === action && isOpenTo(line, task));
