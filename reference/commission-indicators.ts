import type { IndicatorRow } from './indicators.ts';

const common = {
  direction: 'up',
  kind: 'tracker',
  cadence: 'quarterly',
  isPublishable: false,
} as const;

/** M-02: what tracing brought to the service, and what the unit was paid for it (S1-28, S1-29). In no published paper. */
export const commissionIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'M-02',
    name: 'Debt recovered after tracing',
    plainDefinition:
      'Pounds that came in, by the day they did, from debtors whom the intelligence unit was commissioned to trace.',
    numerator: 'Sum of what was recorded as recovered',
    unit: 'pounds',
  },
  {
    ...common,
    code: 'M-02a',
    name: 'Commissioned income',
    plainDefinition: 'Pounds that the intelligence unit was paid for commissions, by the day of payment.',
    numerator: 'Sum of what was charged, of commissions that were paid',
    unit: 'pounds',
  },
];
