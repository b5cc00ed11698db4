import type { IndicatorRow } from './indicators.ts';

/** E-04: counted for those who may open the files, by the day the vehicle was reported. */
const common = {
  kind: 'tracker',
  cadence: 'quarterly',
  isPublishable: false,
  isAboutPeople: false,
  unit: 'count',
  direction: 'none',
} as const;

export const abandonedIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'E-04',
    name: 'Abandoned vehicles reported',
    plainDefinition:
      'Files of vehicles reported as abandoned, by the day of the report, without those opened by mistake; split by how they stand.',
    numerator: 'Files opened in the period',
  },
  {
    ...common,
    code: 'E-04a',
    name: 'Abandoned vehicles removed',
    plainDefinition: 'Of the vehicles reported in the period, those that were removed to a store.',
    numerator: 'Vehicles reported in the period that were removed',
  },
  {
    ...common,
    code: 'E-04b',
    name: 'Vehicles found not abandoned',
    plainDefinition:
      'Of the vehicles reported in the period, those that an officer found not to be abandoned.',
    numerator: 'Vehicles reported in the period that were found not abandoned',
  },
  {
    ...common,
    code: 'E-04c',
    unit: 'pounds',
    name: 'Charges paid for removed vehicles',
    plainDefinition:
      'Of the vehicles reported in the period, what was paid for the removal and storage of those whose charge stands as paid, whole or in part.',
    numerator: 'Pounds paid, by the file of the vehicle',
  },
  {
    ...common,
    code: 'E-04d',
    unit: 'pounds',
    name: 'Charges waived for removed vehicles',
    plainDefinition:
      'Of the vehicles reported in the period, what was waived for the removal and storage of those whose charge stands as waived, whole or in part.',
    numerator: 'Pounds waived, by the file of the vehicle',
  },
];
