import { caseReviewBasis } from '../../reference/asb.ts';
import type { DrawnProcedure } from '../enforcement/index.ts';
import { asbChairs } from './asb.roles.ts';
import type { AsbLine } from './steps.ts';

export const reviewStatuses = [
  'received',
  'acknowledged',
  'info-requested',
  'threshold-met',
  'threshold-not-met',
  'panel-convened',
  'reviewed',
  'recommended',
  'responded',
  'closed',
] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];
export const reviewStatusWords: Readonly<Record<ReviewStatus, string>> = {
  received: 'Received',
  acknowledged: 'Acknowledged',
  'info-requested': 'Agencies asked',
  'threshold-met': 'Threshold met',
  'threshold-not-met': 'Threshold not met',
  'panel-convened': 'Panel called',
  reviewed: 'Reviewed',
  recommended: 'Recommendations made',
  responded: 'Recommendations answered',
  closed: 'Closed',
};
export type ReviewNeed = 'case-tied' | 'complaints-listed' | 'recommendation-written' | 'all-answered';
export const reviewActions = [
  'acknowledge',
  'ask-agencies',
  'decide',
  'appeal',
  'convene',
  'review',
  'recommend',
  'respond',
  'close',
] as const;
const common = { who: asbChairs, dayWords: '', asks: [], needs: [], basis: caseReviewBasis } as const;

/** An ASB case review, from the application to its close. */
export const reviewTransitions: readonly AsbLine<ReviewNeed>[] = [
  {
    ...common,
    from: ['received'],
    action: 'acknowledge',
    to: 'acknowledged',
    button: 'Acknowledge it',
    past: 'Acknowledged',
    refusal: 'It is acknowledged already.',
    basis: 'The applicant is told the timetable',
  },
  {
    ...common,
    from: ['acknowledged'],
    action: 'ask-agencies',
    to: 'info-requested',
    asks: ['reason'],
    button: 'Ask the agencies what they did',
    past: 'Agencies asked',
    refusal: 'Only an application that is acknowledged goes to the agencies.',
  },
  {
    ...common,
    from: ['info-requested'],
    action: 'decide',
    to: ['threshold-met', 'threshold-not-met'],
    asks: ['decision', 'words'],
    needs: ['complaints-listed', 'case-tied'],
    button: 'Decide the threshold',
    past: 'Threshold decided',
    refusal: 'The agencies are asked before the threshold is decided, and it is decided once.',
    basis: `${caseReviewBasis}: the number of qualifying complaints; below it persistence, harm and the adequacy of the response`,
  },
  {
    ...common,
    from: ['threshold-not-met'],
    action: 'appeal',
    to: 'info-requested',
    asks: ['reason'],
    button: 'The applicant asks for another decision',
    past: 'Another decision asked for; somebody else decides',
    refusal: 'Another decision is asked for where the threshold was not met.',
    basis: 'The procedure’s appeal stage: another person decides, once',
  },
  {
    ...common,
    // Also anew, with another day or another chair.
    from: ['threshold-met', 'panel-convened'],
    action: 'convene',
    to: 'panel-convened',
    asks: ['chairId', 'on'],
    dayWords: 'Day of the panel',
    needs: ['case-tied'],
    button: 'Call the panel',
    past: 'Panel called',
    refusal: 'A panel is called where the threshold is met.',
    basis: 'Whoever chairs had no part in the handling of the case',
  },
  {
    ...common,
    from: ['panel-convened'],
    action: 'review',
    to: 'reviewed',
    asks: ['findings', 'outcome'],
    button: 'Record what the panel found',
    past: 'Reviewed by the panel',
    refusal: 'The panel is called first.',
    basis: 'The applicant reads the outcome; nothing of health, custody or anybody else belongs in it',
  },
  {
    ...common,
    from: ['reviewed'],
    action: 'recommend',
    to: 'recommended',
    needs: ['recommendation-written'],
    button: 'Send the recommendations',
    past: 'Recommendations sent to their bodies',
    refusal: 'Recommendations follow the review.',
    basis: 'Bodies must have regard to them',
  },
  {
    ...common,
    from: ['recommended'],
    action: 'respond',
    to: 'responded',
    needs: ['all-answered'],
    button: 'Every body has answered',
    past: 'Recommendations answered',
    refusal: 'Only recommendations that were sent are answered.',
  },
  {
    ...common,
    from: ['threshold-not-met', 'reviewed', 'responded'],
    action: 'close',
    to: 'closed',
    asks: ['reason'],
    button: 'Close the review',
    past: 'Closed; the outcome was written to the applicant',
    refusal: 'It is closed once the threshold is not met, or the panel and the bodies have answered.',
    basis: 'The applicant is told the decision, the outcome and the recommendations',
  },
];
export const drawnReview: DrawnProcedure = {
  title: 'ASB case review (community trigger)',
  lines: reviewTransitions,
  words: reviewStatusWords,
  starts: ['received'],
};
