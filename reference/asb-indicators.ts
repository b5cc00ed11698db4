import type { IndicatorRow } from './indicators.ts';

const common = {
  kind: 'tracker',
  cadence: 'quarterly',
  isPublishable: false,
  unit: 'count',
  direction: 'none',
} as const;
const share = { ...common, unit: 'percent' } as const;

/** In no board's paper: what the law has published of case reviews has a page of its own. */
export const asbIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'A-01',
    name: 'Anti-social behaviour incidents',
    plainDefinition:
      'Incidents on cases of anti-social behaviour, by the day they happened. More of them may mean that more people tell.',
    numerator: 'Incidents',
  },
  {
    ...share,
    code: 'A-02',
    name: 'First contact in time',
    plainDefinition:
      'Of those who complained and whose first contact fell due in the period, the share who were contacted by the day that their risk sets.',
    numerator: 'Contacted by the day',
    denominator: 'First contacts that were due',
    direction: 'up',
  },
  {
    ...common,
    code: 'A-02a',
    name: 'Cases assessed for risk',
    plainDefinition:
      'Cases of anti-social behaviour whose risk was assessed for the first time in the period, by the level.',
    numerator: 'Cases assessed for the first time',
  },
  {
    ...common,
    code: 'A-03',
    name: 'Nominations to joint tasking',
    plainDefinition:
      'People nominated to joint agency tasking (JATAC) in the period, as far as the agency is told of them.',
    numerator: 'Nominations',
  },
  {
    ...common,
    code: 'A-03a',
    name: 'Nominations taken',
    plainDefinition: 'Nominations that the meeting took, by the day it did.',
    numerator: 'Nominations taken',
  },
  {
    ...common,
    code: 'A-03b',
    name: 'Nominations closed',
    plainDefinition: 'Nominations that were closed, by the day they were.',
    numerator: 'Nominations closed',
  },
  {
    ...share,
    code: 'A-03c',
    name: 'Actions of joint tasking overdue',
    plainDefinition:
      'Of the actions of joint tasking that are open and fall due in the period, the share whose day is over.',
    numerator: 'Open actions whose day is over',
    denominator: 'Open actions',
    direction: 'down',
  },
  {
    ...share,
    code: 'A-03d',
    name: 'Risk lower at the close',
    plainDefinition:
      'Of the nominations closed in the period, the share whose risk was lower than when they were made.',
    numerator: 'Closed at a lower risk',
    denominator: 'Nominations closed',
    direction: 'up',
  },
  {
    ...common,
    code: 'A-05',
    name: 'ASB case reviews: applications',
    plainDefinition:
      'Applications for an ASB case review (community trigger), by the day they came. The law has them published every year, on a page of its own.',
    numerator: 'Applications',
  },
  {
    ...common,
    code: 'A-05a',
    name: 'ASB case reviews: threshold not met',
    plainDefinition: 'Applications whose threshold was not met, by the day of the decision.',
    numerator: 'Thresholds not met',
  },
  {
    ...share,
    code: 'A-05b',
    name: 'ASB case reviews with recommendations',
    plainDefinition: 'Case reviews held in the period, and the share of them with recommendations.',
    numerator: 'Reviews with recommendations',
    denominator: 'Reviews held',
  },
  {
    ...common,
    code: 'A-05c',
    name: 'ASB case reviews: closed',
    plainDefinition: 'Applications for a case review that were closed, by the day they were.',
    numerator: 'Closed',
  },
  {
    ...common,
    code: 'A-07',
    name: 'Acceptable behaviour contracts signed',
    plainDefinition: 'Acceptable behaviour contracts, by the day they were signed.',
    numerator: 'Contracts signed',
  },
  {
    ...common,
    code: 'A-07a',
    name: 'Criminal behaviour orders made',
    plainDefinition: 'Criminal behaviour orders on cases of the agency, by the day that the court made them.',
    numerator: 'Orders made',
  },
  {
    ...common,
    code: 'A-07b',
    name: 'Breaches of contracts and orders',
    plainDefinition:
      'Breaches of acceptable behaviour contracts and criminal behaviour orders, by the day they happened.',
    numerator: 'Breaches',
  },
];
