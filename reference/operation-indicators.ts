import type { IndicatorRow } from './indicators.ts';

const common = {
  direction: 'none',
  kind: 'tracker',
  cadence: 'quarterly',
  isPublishable: false,
  isAboutPeople: true,
} as const;

/** E-05 and P-03: days of action, and the scheme of checked traders. In no published paper yet. */
export const operationIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'E-05',
    name: 'Stops on days of action',
    plainDefinition: 'Stops of vehicles and householders on days of action, by the day of the stop.',
    numerator: 'Stops logged in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'E-05a',
    name: 'Stops at which a licence was looked at',
    plainDefinition:
      'Of the stops in the period, the share at which a licence or registration was looked at.',
    numerator: 'Stops at which one was looked at',
    denominator: 'Stops logged in the period',
    unit: 'percent',
  },
  {
    ...common,
    code: 'E-05b',
    name: 'Stops that led to a fixed penalty',
    plainDefinition:
      'Of the stops in the period, the share from which a fixed penalty was issued, whenever that was.',
    numerator: 'Stops from which a penalty was issued',
    denominator: 'Stops logged in the period',
    unit: 'percent',
  },
  {
    ...common,
    code: 'E-05c',
    name: 'Days of action',
    plainDefinition: 'Days of action that took place, by their day.',
    numerator: 'Days of action in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'P-03',
    name: 'Traders accepted',
    plainDefinition:
      'Firms accepted or renewed as members of the scheme of checked traders, by the day of the decision.',
    numerator: 'Acceptances in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'P-03a',
    name: 'Traders refused',
    plainDefinition: 'Applications and renewals refused, by the day of the decision.',
    numerator: 'Refusals in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'P-03b',
    name: 'Traders expelled',
    plainDefinition: 'Members expelled from the scheme, by the day of the decision.',
    numerator: 'Expulsions in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'P-03c',
    name: 'Complaints about members that were upheld',
    plainDefinition:
      'Of the complaints about members that came in the period, the share that was upheld, whenever that was.',
    numerator: 'Complaints upheld',
    denominator: 'Complaints that came in the period',
    unit: 'percent',
  },
];
