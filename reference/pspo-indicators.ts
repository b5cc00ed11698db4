import type { IndicatorRow } from './indicators.ts';

const common = {
  kind: 'tracker',
  cadence: 'quarterly',
  isPublishable: false,
  isAboutPeople: false,
  unit: 'count',
} as const;

/** G-03: public spaces orders as they stood on the last day of each quarter, and today. */
export const pspoIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'G-03',
    name: 'Public spaces orders in force',
    plainDefinition:
      'Public spaces protection orders, and older orders that have effect as such, that were in force on the last day of the quarter, or today in the quarter that runs.',
    numerator: 'Orders in force on the day',
    direction: 'none',
  },
  {
    ...common,
    code: 'G-03a',
    name: 'Public spaces orders that end within 12 months',
    plainDefinition:
      'Of the orders in force on the day, those whose last day is within 12 months of it. An extension that was made later counts as if it had been known.',
    numerator: 'Orders in force whose last day is near',
    direction: 'down',
  },
  {
    ...common,
    code: 'G-03b',
    name: 'Public spaces orders without a published text',
    plainDefinition: 'Of the orders in force on the day, those of which no text had been published by then.',
    numerator: 'Orders in force without a publication',
    direction: 'down',
  },
];
