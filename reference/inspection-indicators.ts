import type { IndicatorRow } from './indicators.ts';

const common = { kind: 'tracker', cadence: 'quarterly', isPublishable: false } as const;
const tests = { ...common, unit: 'percent', direction: 'down', denominator: 'Premises visited' } as const;
const awards = { ...common, unit: 'count' } as const;

/** E-06 and P-04: test purchases and the award. In no published paper yet: an area may have few premises. */
export const inspectionIndicators: readonly IndicatorRow[] = [
  {
    ...tests,
    code: 'E-06',
    name: 'Test purchases that failed',
    plainDefinition:
      'Of the premises visited on test purchases in the period, the share that sold. A void attempt is no visit. For comparison, elsewhere in 2018/19: alcohol 22%, tobacco 10% (ACTSO).',
    numerator: 'Premises that sold',
  },
  {
    ...common,
    code: 'E-06a',
    name: 'Test purchases that were passed',
    plainDefinition: 'Premises visited on test purchases in the period that refused the sale.',
    numerator: 'Premises that refused',
    unit: 'count',
    direction: 'up',
  },
  {
    ...tests,
    code: 'E-06b',
    name: 'Underage tests that failed',
    plainDefinition: 'The same for tests with a young volunteer and no false ID.',
    numerator: 'Premises that sold',
  },
  {
    ...tests,
    code: 'E-06c',
    name: 'Fake ID / Challenge 25 tests that failed',
    plainDefinition: 'The same for tests with a false ID.',
    numerator: 'Premises that sold',
  },
  {
    ...awards,
    code: 'P-04',
    name: 'Bronze awards',
    plainDefinition: 'Awards of a scheme at bronze, by the day of the decision.',
    numerator: 'Bronze awards given',
    direction: 'up',
  },
  {
    ...awards,
    code: 'P-04a',
    name: 'Silver awards',
    plainDefinition: 'Awards of a scheme at silver, by the day of the decision.',
    numerator: 'Silver awards given',
    direction: 'up',
  },
  {
    ...awards,
    code: 'P-04b',
    name: 'Gold awards',
    plainDefinition: 'Awards of a scheme at gold, by the day of the decision.',
    numerator: 'Gold awards given',
    direction: 'up',
  },
  {
    ...awards,
    code: 'P-04c',
    name: 'Award not met',
    plainDefinition:
      'Applications for an award that did not meet every essential line, by the day of the decision.',
    numerator: 'Applications not met',
    direction: 'none',
  },
];
