import type { DrawnProcedure } from '../enforcement/index.ts';
import { asbChairs } from './asb.roles.ts';
import type { AsbLine } from './steps.ts';

export const nominationStatuses = ['nominated', 'accepted', 'not-taken', 'closed'] as const;
export type NominationStatus = (typeof nominationStatuses)[number];
export const nominationStatusWords: Readonly<Record<NominationStatus, string>> = {
  nominated: 'Nominated',
  accepted: 'Taken by the meeting',
  'not-taken': 'Not taken',
  closed: 'Closed',
};
export type NominationNeed = 'actions-answered';
export const nominationActions = ['accept', 'not-take', 'close'] as const;
const common = {
  ...{ who: asbChairs, dayWords: '', asks: [], needs: [] },
  basis: 'The chair of the meeting',
} as const;
/** Somebody brought to joint agency tasking. */
export const nominationTransitions: readonly AsbLine<NominationNeed>[] = [
  {
    ...common,
    from: ['nominated'],
    action: 'accept',
    to: 'accepted',
    button: 'The meeting takes it',
    past: 'Taken by the meeting',
    refusal: 'Only a nomination that waits is taken.',
  },
  {
    ...common,
    from: ['nominated'],
    action: 'not-take',
    to: 'not-taken',
    asks: ['reason'],
    button: 'The meeting does not take it',
    past: 'Not taken by the meeting',
    refusal: 'Only a nomination that waits is turned away.',
  },
  {
    ...common,
    from: ['accepted'],
    action: 'close',
    to: 'closed',
    asks: ['level', 'outcome'],
    needs: ['actions-answered'],
    button: 'Close it',
    past: 'Closed',
    refusal: 'Only what the meeting took is closed.',
  },
];
export const drawnNomination: DrawnProcedure = {
  title: 'Nomination to joint agency tasking (JATAC)',
  lines: nominationTransitions,
  words: nominationStatusWords,
  starts: ['nominated'],
};
