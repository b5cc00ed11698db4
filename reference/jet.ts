/**
 * Joint enforcement teams: classes of activity and how each counts, the split of time that is aimed at, how long accreditation, vetting and
 * training hold, lines of patrol plans, the meeting after the Joint Action Group. By date; `generalKnowledge` and `proposal` are to be confirmed.
 */
interface Dated {
  validFrom: string;
  validTo: string | null;
  marking: 'verified' | 'general-knowledge' | 'proposal' | 'seed';
  source: string;
}
/** How a minute counts in the split of time. */
export const countsAs = ['enforcement', 'street-scene', 'not-counted'] as const;
export type CountsAs = (typeof countsAs)[number];

export interface ActivityClass extends Dated {
  code: string;
  name: string;
  countsAs: CountsAs;
}
const since = { validFrom: '2015-01-01', validTo: null } as const;
const review = { ...since, marking: 'seed', source: 'Surrey JET review, November 2018' } as const;
const proposed = { ...since, marking: 'proposal', source: 'product' } as const;
const activity = (
  code: string,
  name: string,
  counts: CountsAs,
  from: typeof review | typeof proposed,
): ActivityClass => ({
  ...from,
  code,
  name,
  countsAs: counts,
});

/** What time is spent on; leave, training and travel are left out of the split. */
export const activityClasses: readonly ActivityClass[] = [
  activity('patrol', 'Patrol', 'enforcement', review),
  activity('anti-social-behaviour', 'Anti-social behaviour', 'enforcement', review),
  activity('fly-tipping', 'Fly-tipping investigation', 'enforcement', review),
  activity('encampments', 'Unauthorised encampments', 'enforcement', review),
  activity('abandoned-vehicles', 'Abandoned vehicles', 'enforcement', review),
  activity('penalties', 'Penalties, notices and court files', 'enforcement', proposed),
  activity('joint-operation', 'Joint operation or visit', 'enforcement', proposed),
  activity('recycling', 'Recycling compliance', 'street-scene', review),
  activity('surveys', 'Surveys', 'street-scene', review),
  activity('cleansing', 'Street cleansing checks', 'street-scene', proposed),
  activity('leave', 'Leave or sickness', 'not-counted', proposed),
  activity('training', 'Training', 'not-counted', proposed),
  activity('travel', 'Travel', 'not-counted', proposed),
];

/** What holds for an agency that has set nothing of its own: 75 of 100 counted minutes, five points below are amber. */
export const timeTarget: Dated & { enforcementPercent: number; amberPoints: number } = {
  ...review,
  enforcementPercent: 75,
  amberPoints: 5,
};

/** How long each holds, in months; set by each force, and to be confirmed with it. */
export const accreditationTerms: Dated & { accreditation: number; vetting: number; training: number } = {
  ...since,
  accreditation: 36,
  vetting: 36,
  training: 36,
  marking: 'general-knowledge',
  source: 'CSAS; NPPV',
};
export const vettingName = 'NPPV 2';
export const refresherName = 'CSAS refresher';

export interface PatrolLine extends Dated {
  code: string;
  name: string;
}
const line = (code: string, name: string, from: typeof review | typeof proposed): PatrolLine => ({
  ...from,
  code,
  name,
});
/** What a patrol plan can expect of a patrol. Patrols are overt: talk to people as who you are. */
export const patrolLines: readonly PatrolLine[] = [
  line('engage-communities', 'Engage with all communities', review),
  line('gather-intelligence', 'Gather intelligence on child sexual exploitation and organised crime', review),
  line('high-visibility', 'Be seen: uniform, marked vehicle', proposed),
  line('orders', 'Enforce the public spaces order', proposed),
];
/** Priorities that a team’s work is aligned to. */
export const teamPriorities: readonly PatrolLine[] = [
  line('asb', 'Anti-social behaviour', review),
  line('cse', 'Child sexual exploitation', review),
  line('prevent', 'Prevent', review),
  line('soc', 'Serious and organised crime', review),
  line('environment', 'Fly-tipping and the street scene', proposed),
];

/** The tasking meeting: how long after the Joint Action Group, and what stands on it each time. */
export const taskingMeeting: Dated & { daysAfter: number; standingItems: readonly string[] } = {
  ...review,
  daysAfter: 14,
  standingItems: [
    'Tasks due',
    'Parking',
    'Environmental health',
    'Planning',
    'Green spaces',
    'Issues below the Joint Action Group',
  ],
};
/** The weekday, Monday 1, from which the duties of the week after go out. */
export const dutiesWeekday = 5;

export const courseSubjects: readonly PatrolLine[] = [
  line('fixed-penalties', 'Fixed penalties', review),
  line('protection-notices', 'Community protection notices', review),
  line('witness-statements', 'Witness statements', review),
  line('court-files', 'Court case files', review),
  line('coping-with-asb', 'Coping with anti-social behaviour', review),
  line('problem-solving', 'Problem solving and action planning', review),
  line('safeguarding', 'Safeguarding and vulnerable victims', review),
  line('risk-assessment', 'Risk assessment', review),
  line('csas-refresher', 'Refresher for accredited officers', proposed),
];

/** The rows that hold on a day. */
export const rowsOn = <Row extends Dated>(rows: readonly Row[], day: string): readonly Row[] =>
  rows.filter((row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo));
/** A name by its code; the code where there is none. */
export const nameOf = (rows: readonly { code: string; name: string }[], code: string): string =>
  rows.find((row) => row.code === code)?.name ?? code;
