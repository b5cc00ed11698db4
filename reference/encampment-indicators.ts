import type { IndicatorRow } from './indicators.ts';

/** E-03: counted for those who may open the files, and in no published paper: an encampment is few families. */
const common = { kind: 'tracker', cadence: 'quarterly', isPublishable: false, isAboutPeople: true } as const;

export const encampmentIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'E-03',
    name: 'Unauthorised encampments reported',
    plainDefinition:
      'Encampments by the day they were reported, without what was reported by mistake; split by the strongest power that was used.',
    numerator: 'Encampments reported in the period',
    unit: 'count',
    direction: 'down',
  },
  {
    ...common,
    code: 'E-03a',
    name: 'Encampments dealt with',
    plainDefinition:
      'Of the encampments reported in the period, the share that have gone: removed, or left by themselves.',
    numerator: 'Encampments reported in the period that have gone',
    denominator: 'Encampments reported in the period',
    unit: 'percent',
    direction: 'up',
  },
  {
    ...common,
    code: 'E-03b',
    name: 'Days on site',
    plainDefinition:
      'Of the encampments reported in the period that have gone, the days from when they came to when they went, half of them longer and half shorter.',
    numerator: 'Median of the days from coming to going',
    denominator: 'Encampments reported in the period that have gone',
    unit: 'days',
    direction: 'down',
  },
  {
    ...common,
    code: 'E-03c',
    name: 'Encampments where a power was used',
    plainDefinition:
      'Of the encampments reported in the period, the share with a direction of the council (s.77), an order of the court (s.78) or a direction of the police (s.61 or s.62A).',
    numerator: 'Encampments with a direction or an order',
    denominator: 'Encampments reported in the period',
    unit: 'percent',
    direction: 'none',
  },
  {
    ...common,
    code: 'E-03d',
    name: 'Clean-up after encampments',
    plainDefinition: 'What was spent on clearing up after the encampments reported in the period.',
    numerator: 'Pounds of clean-up recorded when files ended',
    unit: 'pounds',
    direction: 'down',
  },
];
