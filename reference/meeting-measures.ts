/** What a Joint Action Group's data return asks of each service, and the records that prefill it. */
export interface MeetingMeasure {
  code: string;
  name: string;
  plainDefinition: string;
  /** Report types counted by day of receipt; empty where the figure comes from other records. */
  issueTypes: readonly string[];
  countsFrom: 'reports' | 'penalties';
}

export const meetingMeasures: readonly MeetingMeasure[] = [
  {
    code: 'abandoned-vehicles',
    name: 'Abandoned vehicles',
    plainDefinition: 'Vehicles reported as abandoned',
    issueTypes: ['abandoned-vehicle'],
    countsFrom: 'reports',
  },
  {
    code: 'dog-fouling',
    name: 'Dog fouling',
    plainDefinition: 'Reports of dog fouling',
    issueTypes: ['dog-fouling'],
    countsFrom: 'reports',
  },
  {
    code: 'dangerous-dogs',
    name: 'Dangerous dogs',
    plainDefinition: 'Reports of dogs dangerously out of control',
    issueTypes: ['dangerous-dog'],
    countsFrom: 'reports',
  },
  {
    code: 'fpns',
    name: 'Fixed penalty notices',
    plainDefinition: 'Notices issued, by day of issue',
    issueTypes: [],
    countsFrom: 'penalties',
  },
  {
    code: 'alcohol-licensing',
    name: 'Alcohol licensing',
    plainDefinition: 'Reports about premises that sell alcohol, under-age sales among them',
    issueTypes: ['alcohol-licence', 'underage-sales'],
    countsFrom: 'reports',
  },
  {
    code: 'encampments',
    name: 'Unauthorised encampments',
    plainDefinition: 'Encampments reported',
    issueTypes: ['encampment'],
    countsFrom: 'reports',
  },
  {
    code: 'drug-alcohol-litter',
    name: 'Alcohol and drugs litter',
    plainDefinition: 'Reports of drug litter and of drinking in the street',
    issueTypes: ['drug-litter', 'street-drinking'],
    countsFrom: 'reports',
  },
  {
    code: 'fly-tips',
    name: 'Fly-tips',
    plainDefinition: 'Reports of fly-tipping and of dumped hazardous waste',
    issueTypes: ['fly-tipping', 'asbestos'],
    countsFrom: 'reports',
  },
];
