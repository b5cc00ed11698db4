import { intelligenceGraders as graders, intelligenceReaders, type Role } from '../../directory/index.ts';
import type { ItemStatus } from './item.words.ts';

export type ItemAction =
  | 'grade'
  | 'return'
  | 'correct'
  | 'ready'
  | 'regrade'
  | 'duplicate'
  | 'not-duplicate'
  | 'return-for-deletion'
  | 'delete'
  | 'keep';

/** One line of the table that draws the buttons, guards the commands and drives the tests. */
export interface ItemTransition {
  from: readonly ItemStatus[];
  action: ItemAction;
  to: ItemStatus;
  who: readonly Role[];
  /** Left out where another act does it, such as the grade of the last paragraph. */
  button?: string;
  past: string;
}

export const itemTransitions: readonly ItemTransition[] = [
  { from: ['received'], action: 'grade', to: 'graded', who: graders, past: 'Every paragraph is graded' },
  {
    from: ['graded', 'ready'],
    action: 'return',
    to: 'returned',
    who: ['intelligence-manager'],
    button: 'Return for correction',
    past: 'Returned for correction',
  },
  {
    from: ['returned'],
    action: 'correct',
    to: 'graded',
    who: graders,
    button: 'Corrected',
    past: 'Corrected',
  },
  { from: ['graded'], action: 'ready', to: 'ready', who: graders, button: 'Ready', past: 'Ready' },
  { from: ['ready'], action: 'regrade', to: 'graded', who: graders, past: 'Regraded, so looked at again' },
  {
    from: ['received', 'graded', 'returned'],
    action: 'duplicate',
    to: 'duplicate',
    who: intelligenceReaders,
    button: 'The same as another',
    past: 'Marked as the same as another',
  },
  {
    from: ['duplicate'],
    action: 'not-duplicate',
    to: 'received',
    who: intelligenceReaders,
    button: 'Not the same after all',
    past: 'No longer a duplicate',
  },
  {
    from: ['received', 'graded', 'returned'],
    action: 'return-for-deletion',
    to: 'to-delete',
    who: graders,
    button: 'Return for deletion',
    past: 'Returned for deletion',
  },
  {
    from: ['to-delete'],
    action: 'delete',
    to: 'deleted',
    who: ['intelligence-manager'],
    button: 'Delete it',
    past: 'Deleted',
  },
  {
    // Until the night has taken its words, a deletion is undone by the same word.
    from: ['to-delete', 'deleted'],
    action: 'keep',
    to: 'received',
    who: ['intelligence-manager'],
    button: 'Keep it',
    past: 'Not deleted: back in the queue',
  },
];

/** The line for an action from a state, if there is one. */
export const itemTransition = (from: ItemStatus, action: ItemAction): ItemTransition | undefined =>
  itemTransitions.find((line) => line.action === action && line.from.includes(from));
