import type { DrawnProcedure, ProcedureLine } from '../../enforcement/index.ts';
import { type OcgStatus, ocgStatuses, ocgStatusWords } from './ocg.words.ts';

export const ocgActions = ['confirm', 'infer', 'doubt', 'put-away', 'take-out'] as const;
export type OcgAction = (typeof ocgActions)[number];
/** What a step looks at before it is taken. */
export type OcgNeed =
  | 'assessed'
  | 'both-tests'
  | 'group-test'
  | 'members-named'
  | 'series-said'
  | 'plan-ended';

/** A step of a card; each asks for a reason. */
export interface OcgLine extends ProcedureLine<OcgStatus, OcgAction> {
  needs: readonly OcgNeed[];
  refusal: string;
}

const unit = ['intelligence-officer', 'intelligence-analyst', 'intelligence-manager'] as const;
const manager = ['intelligence-manager'] as const;

/** A card of a group, from suspicion to the day on which it is put away (domain 2.8). */
export const ocgTransitions: readonly OcgLine[] = [
  {
    ...{ from: ['suspected'], action: 'confirm', to: 'confirmed', who: manager },
    ...{ button: 'Confirm the group', past: 'Confirmed', needs: ['assessed', 'both-tests', 'members-named'] },
    refusal: 'Only a suspected group is confirmed.',
  },
  {
    ...{ from: ['suspected'], action: 'infer', to: 'inferred', who: manager },
    ...{
      button: 'Infer it from a series',
      past: 'Inferred',
      needs: ['assessed', 'group-test', 'series-said'],
    },
    refusal: 'Only a suspected group is inferred.',
  },
  {
    ...{ from: ['confirmed', 'inferred'], action: 'doubt', to: 'suspected', who: unit },
    ...{ button: 'Back to suspected', past: 'Suspected again', needs: [] },
    refusal: 'It is suspected already, or put away.',
  },
  {
    ...{ from: ['suspected', 'confirmed', 'inferred'], action: 'put-away', to: 'archived', who: unit },
    ...{ button: 'Put the card away', past: 'Put away', needs: ['plan-ended'] },
    refusal: 'The card is put away already.',
  },
  {
    ...{ from: ['archived'], action: 'take-out', to: 'suspected', who: unit },
    ...{ button: 'Take the card out again', past: 'Taken out again', needs: [] },
    refusal: 'Only a card that was put away is taken out.',
  },
];

export const drawnOcg: DrawnProcedure = {
  title: 'Organised crime group card',
  lines: ocgTransitions,
  words: ocgStatusWords,
  starts: [ocgStatuses[0]],
};
