import type { IndicatorRow } from './indicators.ts';

const common = { kind: 'tracker', cadence: 'quarterly', isPublishable: false } as const;
const tests = { ...common, unit: 'percent', direction: 'down', denominator: 'Premises visited' } as const;
const awards = { ...common, unit: 'count' } as const;

/** E-06, E-09, P-04 and P-05: test purchases, inspections, the award and the watch of hotels. In no published paper yet: an area may have few premises. */
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
  {
    ...common,
    code: 'E-09',
    name: 'Inspections that were done',
    plainDefinition:
      'Of the inspections that fell due in the period by the risk of the premises, the share that has been done. Premises that were never inspected fall due on the day they were rated; a visit without access is none.',
    numerator: 'Inspections done',
    denominator: 'Inspections that fell due',
    unit: 'percent',
    direction: 'up',
  },
  {
    ...common,
    code: 'E-09a',
    name: 'Inspections overdue',
    plainDefinition: 'Inspections that fell due in the period and have not been done.',
    numerator: 'Inspections overdue',
    unit: 'count',
    direction: 'down',
  },
  {
    ...common,
    code: 'E-09b',
    name: 'Premises found broadly compliant',
    plainDefinition:
      'Of the inspections and joint visits made in the period, with access, the share that came to compliant or broadly compliant.',
    numerator: 'Visits that came to compliant or broadly compliant',
    denominator: 'Visits made',
    unit: 'percent',
    direction: 'up',
  },
  {
    ...awards,
    code: 'P-05',
    name: 'Hotels that joined the Hotel Watch',
    plainDefinition:
      'Hotels and guest houses that joined a Hotel Watch, by the day they joined, whether they left since or not.',
    numerator: 'Hotels that joined',
    direction: 'up',
  },
  {
    ...awards,
    code: 'P-05a',
    name: 'Hotels trained for the Hotel Watch',
    plainDefinition: 'Members of a Hotel Watch that were trained, by the day of the training.',
    numerator: 'Hotels trained',
    direction: 'up',
  },
];
