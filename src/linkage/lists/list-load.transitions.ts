/** Where a file for a list stands between being given and being part of it. */
export const loadStatusWords = {
  given: 'Columns to choose',
  checking: 'Being compared',
  checked: 'Compared, not loaded',
  refused: 'Cannot be read',
  loading: 'Being loaded',
  loaded: 'Loaded',
  undoing: 'Being undone',
  undone: 'Undone',
  abandoned: 'Put away',
} as const;
export type LoadStatus = keyof typeof loadStatusWords;

/** What an officer does with a file; the worker takes it from being compared, loaded or undone to what came of it. */
export type LoadAction = 'choose-columns' | 'load' | 'undo' | 'put-away';

interface LoadTransition {
  from: readonly LoadStatus[];
  action: LoadAction;
  to: LoadStatus;
  /** The list must be open for it: a closed one takes no more rows, and what it took can still be taken back. */
  needsOpenList: boolean;
  /** Why not, said where the action does not fit. */
  otherwise: string;
}

export const loadTransitions: readonly LoadTransition[] = [
  {
    from: ['given', 'checked', 'refused'],
    action: 'choose-columns',
    to: 'checking',
    needsOpenList: true,
    otherwise: 'Columns are chosen before a file is loaded.',
  },
  {
    from: ['checked'],
    action: 'load',
    to: 'loading',
    needsOpenList: true,
    otherwise: 'Only a file that has been compared with the list, and was not loaded yet, can be loaded.',
  },
  {
    from: ['loaded'],
    action: 'undo',
    to: 'undoing',
    needsOpenList: false,
    otherwise: 'Only a file that has been loaded can be undone.',
  },
  {
    from: ['given', 'checked', 'refused'],
    action: 'put-away',
    to: 'abandoned',
    needsOpenList: false,
    otherwise: 'Only a file that was not loaded can be put away.',
  },
];

/** The line for an action from a status, if there is one. */
export const loadTransition = (status: LoadStatus, action: LoadAction): LoadTransition | undefined =>
  loadTransitions.find((line) => line.action === action && line.from.includes(status));

/** The same for a load on its list: what needs an open list is not for a closed one. */
export function nextMove(
  load: { status: LoadStatus; isListClosed: boolean },
  action: LoadAction,
): LoadTransition | undefined {
  const line = loadTransition(load.status, action);
  return line?.needsOpenList && load.isListClosed ? undefined : line;
}

/** Why an action is not for now. */
export const notNow = (action: LoadAction): string =>
  loadTransitions.find((line) => line.action === action)?.otherwise ?? '';
