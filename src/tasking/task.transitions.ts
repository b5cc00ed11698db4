import { caseworkers, meetingRunners, type Role } from '../directory/index.ts';
import type { TaskStatus } from './task.words.ts';

export type TaskAction = 'accept' | 'refuse' | 'finish' | 'give-up' | 'set-again';

/** One line of the table of a task: draws the buttons, guards the command, drives the tests. */
export interface TaskTransition {
  from: readonly TaskStatus[];
  action: TaskAction;
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
    from: ['refused', 'not-done'],
    action: 'set-again',
    to: 'set',
    side: 'setter',
    who: meetingRunners,
    button: 'Set it to another service',
    past: 'Set again',
  },
];

export const taskTransitionFor = (status: TaskStatus, action: TaskAction): TaskTransition | undefined =>
  taskTransitions.find((line) => line.action === action && line.from.includes(status));
