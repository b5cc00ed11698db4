import type { DrawnProcedure } from '../enforcement/index.ts';
import { asbOfficers } from './asb.roles.ts';
import type { AsbLine } from './steps.ts';

export const asbCaseStatuses = ['open', 'monitoring', 'closed'] as const;
export type AsbCaseStatus = (typeof asbCaseStatuses)[number];
export const asbCaseStatusWords: Readonly<Record<AsbCaseStatus, string>> = {
  open: 'Open',
  monitoring: 'Watched after the behaviour stopped',
  closed: 'Closed',
};
export type AsbCaseNeed =
  | 'complainant-named'
  | 'all-contacted'
  | 'risk-up-to-date'
  | 'risk-not-high'
  | 'plans-done'
  | 'actions-answered';
export const asbCaseActions = ['monitor', 'close', 'reopen'] as const;

const common = {
  ...{ who: asbOfficers, dayWords: '', asks: ['words'], needs: [] },
  basis: 'Risk-assessed until it is resolved; the complainant hears of it',
} as const;
/** A case of anti-social behaviour, from the first report to its outcome. */
export const asbCaseTransitions: readonly AsbLine<AsbCaseNeed>[] = [
  {
    ...common,
    from: ['open'],
    action: 'monitor',
    to: 'monitoring',
    asks: ['reason'],
    needs: ['complainant-named', 'risk-up-to-date'],
    button: 'Watch it from now on',
    past: 'Watched from now on',
    refusal: 'Only an open case is put under watch.',
  },
  {
    ...common,
    from: ['open', 'monitoring'],
    action: 'close',
    to: 'closed',
    asks: ['outcome'],
    needs: ['all-contacted', 'risk-up-to-date', 'risk-not-high', 'plans-done', 'actions-answered'],
    button: 'Close the case',
    past: 'Case closed',
    refusal: 'The case is closed already.',
  },
  {
    ...common,
    from: ['monitoring', 'closed'],
    action: 'reopen',
    to: 'open',
    asks: ['reason'],
    button: 'Open it again',
    past: 'Opened again',
    refusal: 'The case is open already.',
  },
];
export const drawnAsbCase: DrawnProcedure = {
  title: 'Anti-social behaviour case',
  lines: asbCaseTransitions,
  words: asbCaseStatusWords,
  starts: ['open'],
};
