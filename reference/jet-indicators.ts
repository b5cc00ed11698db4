import type { IndicatorRow } from './indicators.ts';

const common = {
  kind: 'tracker',
  direction: 'up',
  cadence: 'monthly',
  isPublishable: false,
  isAboutPeople: true,
} as const;

/** T-02, T-05, P-01 and P-02: how a team spends its time, what patrols bring, who holds what, who was trained. In no published paper. */
export const jetIndicators: readonly IndicatorRow[] = [
  {
    ...common,
    code: 'T-02',
    name: 'Enforcement share of counted time',
    plainDefinition:
      'Of the minutes that joint enforcement officers logged, the share on enforcement and not on street scene. Leave, training and travel are left out. The target here is the usual one; a team’s own stands on its months.',
    numerator: 'Minutes on enforcement',
    denominator: 'Minutes on enforcement and street scene',
    unit: 'percent',
    kind: 'target',
    target: { value: 75, tolerance: 5, source: 'Surrey JET review, 2018; the tolerance is a proposal' },
  },
  {
    ...common,
    code: 'T-02a',
    name: 'Untasked share of counted time',
    plainDefinition: 'Of the counted minutes, the share that was for no task and no patrol plan.',
    numerator: 'Counted minutes that nothing asked for',
    denominator: 'Minutes on enforcement and street scene',
    unit: 'percent',
    direction: 'down',
  },
  {
    ...common,
    code: 'T-05',
    name: 'Patrols of patrol plans',
    plainDefinition: 'Patrols logged against a targeted patrol plan, by their day.',
    numerator: 'Patrols in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'T-05a',
    name: 'Intelligence forms sent after patrols',
    plainDefinition:
      'How many intelligence forms officers say that they sent after a patrol. What they say is not counted here.',
    numerator: 'Forms sent after patrols in the period',
    unit: 'count',
  },
  {
    ...common,
    code: 'P-01',
    name: 'Officers with an accreditation that holds',
    plainDefinition:
      'Of the officers of the team, the share whose accreditation by the chief officer held, as they stood at the end of each month and today.',
    numerator: 'Officers with one that held',
    denominator: 'Officers of the team, once for each month',
    unit: 'percent',
  },
  {
    ...common,
    code: 'P-01a',
    name: 'Accreditations that end within 90 days',
    plainDefinition:
      'Of the officers of the team, the share whose accreditation held and was to end within 90 days, at the end of each month and today.',
    numerator: 'Officers whose accreditation was to end within 90 days',
    denominator: 'Officers of the team, once for each month',
    unit: 'percent',
    direction: 'down',
  },
  {
    ...common,
    code: 'P-01b',
    name: 'Officers whose vetting is not known',
    plainDefinition:
      'Of the officers of the team, the share of whose vetting nobody has recorded anything, at the end of each month and today. Not known is no pass.',
    numerator: 'Officers whose vetting is not known',
    denominator: 'Officers of the team, once for each month',
    unit: 'percent',
    direction: 'down',
  },
  {
    ...common,
    code: 'P-02',
    name: 'Invitations to training that were taken up',
    plainDefinition:
      'Of the invitations to training sessions in the period, the share of officers who came. Sessions to come are left out.',
    numerator: 'Officers who came',
    denominator: 'Officers who were invited',
    unit: 'percent',
  },
];
