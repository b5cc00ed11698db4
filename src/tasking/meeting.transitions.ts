import { meetingRunners, type Role } from '../directory/index.ts';
import type { MeetingStatus } from './meeting.words.ts';

export type MeetingAction = 'open' | 'close' | 'cancel';

export interface MeetingTransition {
  from: readonly MeetingStatus[];
  action: MeetingAction;
  to: MeetingStatus;
  who: readonly Role[];
  button: string;
}

/** The steps of a meeting: draws the buttons and guards the command. */
export const meetingTransitions: readonly MeetingTransition[] = [
  { from: ['scheduled'], action: 'open', to: 'open', who: meetingRunners, button: 'Start the meeting' },
  {
    from: ['open'],
    action: 'close',
    to: 'closed',
    who: meetingRunners,
    button: 'Close the meeting and make the minutes',
  },
  {
    from: ['scheduled'],
    action: 'cancel',
    to: 'cancelled',
    who: meetingRunners,
    button: 'Cancel the meeting',
  },
];

export const meetingTransitionFor = (
  status: MeetingStatus,
  action: MeetingAction,
): MeetingTransition | undefined =>
  meetingTransitions.find((line) => line.action === action && line.from.includes(status));
