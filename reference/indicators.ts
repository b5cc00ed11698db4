/**
 * Measures as reference rows. A figure is a query over records and opens the list behind it; nothing here is typed in. A
 * target has a threshold; a tracker only shows direction, because the partnership cannot control it.
 */
export interface IndicatorRow {
  code: string;
  name: string;
  plainDefinition: string;
  numerator: string;
  denominator?: string;
  unit: 'count' | 'percent' | 'pounds' | 'days' | 'hours';
  direction: 'up' | 'down' | 'none';
  kind: 'target' | 'tracker';
  cadence: 'monthly' | 'quarterly' | 'per-meeting';
  isPublishable: boolean;
}

export const indicators: readonly IndicatorRow[] = [
  {
    code: 'T-01',
    name: 'Tasks done on time',
    plainDefinition:
      'Of the tasks from meetings that fell due in the period, the share that were done by their day.',
    numerator: 'Tasks due in the period and done on or before the due day',
    denominator: 'Tasks due in the period',
    unit: 'percent',
    direction: 'up',
    kind: 'target',
    cadence: 'per-meeting',
    isPublishable: true,
  },
  {
    code: 'T-03',
    name: 'Returns received by the deadline',
    plainDefinition:
      'Of the services asked for a data return, the share whose return came a week or more before the meeting.',
    numerator: 'Returns received on or before the deadline',
    denominator: 'Services that owed a return',
    unit: 'percent',
    direction: 'up',
    kind: 'target',
    cadence: 'per-meeting',
    isPublishable: true,
  },
  {
    code: 'T-04',
    name: 'Reports routed by a rule',
    plainDefinition:
      'Of the reports received in the period, the share that a rule sent to a service without a person’s help.',
    numerator: 'Reports routed by a rule and not sent on',
    denominator: 'Reports received',
    unit: 'percent',
    direction: 'up',
    kind: 'tracker',
    cadence: 'monthly',
    isPublishable: true,
  },
  {
    code: 'T-04a',
    name: 'Reports sent to the fallback inbox',
    plainDefinition: 'Of the reports received in the period, the share that no rule placed.',
    numerator: 'Reports routed to a fallback inbox',
    denominator: 'Reports received',
    unit: 'percent',
    direction: 'down',
    kind: 'tracker',
    cadence: 'monthly',
    isPublishable: true,
  },
  {
    code: 'T-04b',
    name: 'Reports sent on to another service',
    plainDefinition: 'Of the reports received in the period, the share that the first service passed on.',
    numerator: 'Reports re-routed',
    denominator: 'Reports received',
    unit: 'percent',
    direction: 'down',
    kind: 'tracker',
    cadence: 'monthly',
    isPublishable: true,
  },
  {
    code: 'T-04c',
    name: 'Reports raised to a Joint Action Group',
    plainDefinition:
      'Reports that went to a Joint Action Group because they were not resolved, failed before, or needed several services.',
    numerator: 'Reports placed on a Joint Action Group’s agenda',
    unit: 'count',
    direction: 'none',
    kind: 'tracker',
    cadence: 'per-meeting',
    isPublishable: true,
  },
  {
    code: 'T-04d',
    name: 'Median time to an owner',
    plainDefinition:
      'Half of the reports received in the period reached the service that kept them within this time.',
    numerator: 'Median hours from receipt to the owning service',
    unit: 'hours',
    direction: 'down',
    kind: 'tracker',
    cadence: 'monthly',
    isPublishable: true,
  },
  {
    code: 'E-01',
    name: 'Fixed penalties issued',
    plainDefinition: 'Fixed penalty notices by the day they were issued, for each offence.',
    numerator: 'Fixed penalties issued in the period',
    unit: 'count',
    direction: 'none',
    kind: 'tracker',
    cadence: 'quarterly',
    isPublishable: true,
  },
  {
    code: 'E-01a',
    name: 'Fixed penalties paid',
    plainDefinition:
      'Of the notices issued in the period, less those cancelled or still in their window, the share that were paid.',
    numerator: 'Notices paid',
    denominator: 'Notices issued less cancelled less still in the window',
    unit: 'percent',
    direction: 'up',
    kind: 'target',
    cadence: 'quarterly',
    isPublishable: true,
  },
  {
    code: 'E-01b',
    name: 'Income from fixed penalties',
    plainDefinition: 'Money received in the period from fixed penalties.',
    numerator: 'Sum of payments by day of payment',
    unit: 'pounds',
    direction: 'none',
    kind: 'tracker',
    cadence: 'quarterly',
    isPublishable: true,
  },
  {
    code: 'E-02',
    name: 'Fly-tips reported',
    plainDefinition: 'Reports of fly-tipping received in the period, without duplicates.',
    numerator: 'Fly-tipping reports that are not duplicates',
    unit: 'count',
    direction: 'down',
    kind: 'tracker',
    cadence: 'monthly',
    isPublishable: true,
  },
  {
    code: 'E-02a',
    name: 'Fly-tips acted on',
    plainDefinition: 'Enforcement actions taken for each hundred fly-tips.',
    numerator: 'Actions recorded on fly-tips of the period',
    denominator: 'Fly-tips reported in the period',
    unit: 'percent',
    direction: 'up',
    kind: 'target',
    cadence: 'quarterly',
    isPublishable: true,
  },
  {
    code: 'I-01',
    name: 'Complaints received',
    plainDefinition: 'Reports received in the period by month, channel and theme.',
    numerator: 'Reports received',
    unit: 'count',
    direction: 'none',
    kind: 'tracker',
    cadence: 'monthly',
    isPublishable: true,
  },
  {
    code: 'I-01a',
    name: 'Intelligence reports received',
    plainDefinition: 'Intelligence reports submitted in the period.',
    numerator: 'Intelligence reports received',
    unit: 'count',
    direction: 'none',
    kind: 'tracker',
    cadence: 'monthly',
    isPublishable: false,
  },
  {
    code: 'I-02',
    name: 'Intelligence reports by submitting agency',
    plainDefinition: 'Intelligence reports submitted in the period, counted by the agency that sent them.',
    numerator: 'Intelligence reports from the agency',
    unit: 'count',
    direction: 'up',
    kind: 'tracker',
    cadence: 'quarterly',
    isPublishable: false,
  },
];
