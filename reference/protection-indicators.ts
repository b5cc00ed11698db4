import type { IndicatorRow } from './indicators.ts';

/**
 * warnings, notices, breaches and what followed. What is published of them is the community protection table, by place and
 * without a number of what came of it, so that no figure beside it can be taken away from it.
 */
const common = {
  direction: 'none',
  kind: 'tracker',
  cadence: 'quarterly',
  isPublishable: false,
  isAboutPeople: true,
} as const;

export const protectionIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'A-04',
    name: 'Community protection warnings served',
    plainDefinition: 'Warnings by the day the law takes them as received.',
    numerator: 'Warnings served in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'A-04a',
    name: 'Warnings that led to a notice',
    plainDefinition:
      'Of the warnings served in the period, the share that a notice has followed, whenever that was.',
    numerator: 'Warnings served in the period that a notice followed',
    denominator: 'Warnings served in the period',
    unit: 'percent',
  },
  {
    ...common,
    code: 'A-04b',
    name: 'Community protection notices served',
    plainDefinition: 'Notices by the day the law takes them as received.',
    numerator: 'Notices served in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'A-04c',
    name: 'Notices that were breached',
    plainDefinition:
      'Of the notices served in the period, the share of which a breach is recorded, whenever that was, but for acquittals.',
    numerator: 'Notices served in the period that were breached',
    denominator: 'Notices served in the period',
    unit: 'percent',
  },
  {
    ...common,
    code: 'A-04d',
    name: 'Breaches of notices',
    plainDefinition:
      'Notices by the day of the breach that is recorded of them, but for those of which a court acquitted.',
    numerator: 'Notices breached in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'A-04e',
    name: 'Breaches with a fixed penalty or prosecution',
    plainDefinition:
      'Of the notices breached in the period, the share for which a fixed penalty was issued or a court was asked.',
    numerator: 'Notices breached in the period with a fixed penalty issued or a prosecution',
    denominator: 'Notices breached in the period',
    unit: 'percent',
  },
];
