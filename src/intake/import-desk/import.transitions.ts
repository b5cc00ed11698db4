import type { ImportStatus } from './import.words.ts';

/** What an officer does with a list; the worker takes it from being checked, loaded or undone to what came of it. */
export type ImportAction = 'choose-columns' | 'match-kinds' | 'load' | 'undo' | 'put-away';

interface ImportTransition {
  from: readonly ImportStatus[];
  action: ImportAction;
  to: ImportStatus;
  /** Why not, said where the action does not fit. */
  otherwise: string;
}

export const importTransitions: readonly ImportTransition[] = [
  {
    from: ['uploaded', 'checked', 'refused'],
    action: 'choose-columns',
    to: 'checking',
    otherwise: 'Columns are chosen before a list is loaded.',
  },
  {
    from: ['checked'],
    action: 'match-kinds',
    to: 'checking',
    otherwise: 'Kinds of issue are matched after a check and before the list is loaded.',
  },
  {
    from: ['checked'],
    action: 'load',
    to: 'loading',
    otherwise: 'Only a list that has been checked, and was not loaded yet, can be loaded.',
  },
  {
    from: ['loaded'],
    action: 'undo',
    to: 'undoing',
    otherwise: 'Only a list that has been loaded can be undone.',
  },
  {
    from: ['uploaded', 'checked', 'refused'],
    action: 'put-away',
    to: 'abandoned',
    otherwise: 'Only a list that was not loaded can be put away.',
  },
];

/** The line for an action from a status, if there is one. */
export const importTransition = (status: ImportStatus, action: ImportAction): ImportTransition | undefined =>
  importTransitions.find((line) => line.action === action && line.from.includes(status));

/** Why an action is not for now. */
export const notNow = (action: ImportAction): string =>
  importTransitions.find((line) => line.action === action)?.otherwise ?? '';
