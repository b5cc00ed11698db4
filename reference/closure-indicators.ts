import type { IndicatorRow } from './indicators.ts';

/** counted for those who may open the files, and in no published paper: a closure is somebody's home. */
const common = {
  direction: 'none',
  kind: 'tracker',
  cadence: 'quarterly',
  isPublishable: false,
  isAboutPeople: true,
} as const;

export const closureIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'A-06',
    name: 'Closure notices served',
    plainDefinition: 'Closure notices by the day they were served; split by the kind of premises.',
    numerator: 'Notices served in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'A-06a',
    name: 'Closure orders made',
    plainDefinition: 'Closure orders by the day the court made them; split by the kind of premises.',
    numerator: 'Orders made in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'A-06b',
    name: 'Safeguarding checklist complete before the court was asked',
    plainDefinition:
      'Of the orders made in the period, the share where it was recorded, on or before the day of the application, that everybody was consulted; that cannot be recorded before each item of the checklist has its answer. It must be every one.',
    numerator: 'Orders whose checklist was complete before the application',
    denominator: 'Orders made in the period',
    unit: 'percent',
    direction: 'up',
  },
  {
    ...common,
    code: 'A-06c',
    name: 'Closure orders extended',
    plainDefinition: 'Orders by the day of the last decision that extended them.',
    numerator: 'Orders extended in the period',
    unit: 'count',
  },
];
