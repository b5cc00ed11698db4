import type { IndicatorRow } from './indicators.ts';

const common = {
  direction: 'none',
  kind: 'tracker',
  cadence: 'quarterly',
  isPublishable: false,
  isAboutPeople: true,
} as const;

/** E-07 and I-06: what courts decided, and how the wall of the intelligence unit held. In no published paper. */
export const courtIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'E-07',
    name: 'Prosecutions that ended',
    plainDefinition:
      'Prosecution files of your services in which the court decided, by the day of the decision.',
    numerator: 'Outcomes in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'E-07a',
    name: 'Prosecutions that ended in a conviction',
    plainDefinition:
      'Of the prosecutions that ended in the period, the share in which somebody was convicted.',
    numerator: 'Outcomes with a conviction',
    denominator: 'Outcomes in the period',
    unit: 'percent',
  },
  {
    ...common,
    code: 'E-07b',
    name: 'Defendants',
    plainDefinition: 'Defendants of the prosecutions that ended in the period.',
    numerator: 'Defendants',
    unit: 'count',
  },
  {
    ...common,
    code: 'E-07c',
    name: 'Defendants convicted',
    plainDefinition: 'Defendants who were convicted, of the prosecutions that ended in the period.',
    numerator: 'Defendants convicted',
    unit: 'count',
  },
  {
    ...common,
    code: 'E-07d',
    name: 'Fines',
    plainDefinition: 'What courts fined in the period, in prosecutions of your services.',
    numerator: 'Pounds fined',
    unit: 'pounds',
  },
  {
    ...common,
    code: 'E-07e',
    name: 'Confiscation',
    plainDefinition:
      'What courts confiscated in the period (Proceeds of Crime Act 2002), in prosecutions of your services.',
    numerator: 'Pounds confiscated',
    unit: 'pounds',
  },
  {
    ...common,
    code: 'I-06',
    name: 'Refusals at the wall',
    plainDefinition:
      'How often somebody of another side was refused what belongs to an intelligence unit. Who it was stands in the log, which the auditor reads.',
    numerator: 'Refusals in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'I-06a',
    name: 'Products under conditions whose review is overdue',
    plainDefinition:
      'Released products that stand under a handling condition (code C), whose day of review came in the period and has passed without one.',
    numerator: 'Products whose review is overdue',
    unit: 'count',
    direction: 'down',
  },
  ...(
    [
      ['C-01', 'People reached by warnings', 'People reached', 'reached'],
      ['C-01a', 'E-mails and posts sent', 'Sent', 'sent'],
      ['C-01b', 'Of them opened', 'Opened', 'opened'],
    ] as const
  ).map(([code, name, numerator, done]) => ({
    ...common,
    direction: 'up' as const,
    isAboutPeople: false,
    code,
    name,
    numerator,
    plainDefinition: `How many were ${done}, of the warnings to residents that went out in the period, as whoever sent them says.`,
    unit: 'count' as const,
  })),
  {
    ...common,
    direction: 'up',
    isAboutPeople: false,
    code: 'C-01c',
    name: 'E-mails of warnings that were opened',
    plainDefinition:
      'Of the e-mails with a warning to residents that went out in the period, the share that was opened, as whoever sent them says.',
    numerator: 'E-mails opened',
    denominator: 'E-mails sent',
    unit: 'percent',
  },
];
