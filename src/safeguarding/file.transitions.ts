import type { FileStatus } from './register.words.ts';

/** What an officer notes about reaching a person; visits move the status by themselves. */
export type ContactAction = 'contacted' | 'no-reply' | 'declined' | 'moved' | 'deceased' | 'reopen';

/**
 * When somebody is asked whether it has happened again: a year from today, never, or a year from the day of support where no
 * day stands yet.
 */
export type AsksAgain = 'from-today' | 'from-support' | 'never';

interface FileTransition {
  from: readonly FileStatus[];
  action: ContactAction;
  to: FileStatus;
  words: string;
  /** Whether the person was supported by it: the first time is the day of support. */
  supports: boolean;
  asksAgain: AsksAgain;
  /** Why not, said where the action does not fit. */
  otherwise: string;
}

const reachable: readonly FileStatus[] = [
  'not-contacted',
  'no-reply',
  'contacted',
  'visited',
  'declined',
  'moved',
];

export const fileTransitions: readonly FileTransition[] = [
  {
    from: ['not-contacted', 'no-reply', 'contacted', 'declined', 'moved'],
    action: 'contacted',
    to: 'contacted',
    supports: true,
    asksAgain: 'from-today',
    words: 'Was reached by telephone or letter',
    otherwise: 'Somebody who was visited, or has died, is not noted as reached by telephone.',
  },
  {
    from: ['not-contacted', 'no-reply', 'contacted'],
    action: 'no-reply',
    to: 'no-reply',
    supports: false,
    asksAgain: 'from-support',
    words: 'Did not reply',
    otherwise: 'Somebody who was visited is not noted as not having replied.',
  },
  {
    from: reachable,
    action: 'declined',
    to: 'declined',
    supports: false,
    asksAgain: 'from-support',
    words: 'Does not want support',
    otherwise: 'This cannot be noted of somebody who has died.',
  },
  {
    from: reachable,
    action: 'moved',
    to: 'moved',
    supports: false,
    asksAgain: 'from-support',
    words: 'Has moved away',
    otherwise: 'This cannot be noted of somebody who has died.',
  },
  {
    from: reachable,
    action: 'deceased',
    to: 'deceased',
    supports: false,
    asksAgain: 'never',
    words: 'Has died',
    otherwise: 'This is noted already.',
  },
  {
    from: ['deceased', 'moved', 'declined'],
    action: 'reopen',
    to: 'not-contacted',
    supports: false,
    asksAgain: 'from-support',
    words: 'Was noted so by mistake, or wants support after all',
    otherwise: 'Only a file that rests can be taken up again.',
  },
];
export const contactActions = [...new Set(fileTransitions.map(({ action }) => action))] as [
  ContactAction,
  ...ContactAction[],
]; // the table has lines

/** The line for an action from a status, if there is one. */
export const fileTransition = (status: FileStatus, action: ContactAction): FileTransition | undefined =>
  fileTransitions.find((line) => line.action === action && line.from.includes(status));
export const notNow = (action: ContactAction): string =>
  fileTransitions.find((line) => line.action === action)?.otherwise ?? '';

interface VisitState {
  mayBeVisited: boolean;
  /** Why not, for whoever plans a visit, and on one that was planned already. */
  words: string;
}
const mayBeVisited: VisitState = { mayBeVisited: true, words: '' };

/** Whether somebody may be sent, by where the file stands. A file that rests is taken up again first. */
export const visitStates: Readonly<Record<FileStatus, VisitState>> = {
  'not-contacted': mayBeVisited,
  'no-reply': mayBeVisited,
  contacted: mayBeVisited,
  visited: mayBeVisited,
  declined: { mayBeVisited: false, words: 'It is noted that this person does not want support.' },
  moved: { mayBeVisited: false, words: 'It is noted that this person has moved away.' },
  deceased: { mayBeVisited: false, words: 'It is noted that this person has died.' },
};
