/**
 * Numbers of the practice on abandoned vehicles by date: Refuse Disposal (Amenity) Act 1978. A row is never edited when the practice
 * changes: it is closed and a new one follows, so that an old notice is still judged by the number of its own day. The numbers are
 * what two councils publish ("usually"); the text of the Act and its regulations was not read. `generalKnowledge` names what of a row
 * was not found in a source.
 */
export const noticePeriods = ['24-hours', '7-days', '15-days'] as const;
export type NoticePeriod = (typeof noticePeriods)[number];

interface Dated {
  validFrom: string;
  validTo: string | null;
  legalBasis: string;
  marking: 'verified' | 'general-knowledge' | 'proposal';
  generalKnowledge: readonly string[];
  source: string;
}
export interface NoticeLimit extends Dated {
  code: NoticePeriod;
  count: number;
  unit: 'hours' | 'days';
  /** On which land: of a highway or other public land, or to the occupier of private land. */
  land: 'public' | 'private';
  words: string;
}

const ACT = 'Refuse Disposal (Amenity) Act 1978';
const since = {
  validFrom: '1978-04-23',
  validTo: null,
  marking: 'verified',
  generalKnowledge: ['validFrom', 'legalBasis', 'that the day of the notice is not counted'],
  source: 'MidSuffolk, Brentwood',
} as const;

export const noticeLimits: readonly NoticeLimit[] = [
  {
    ...since,
    ...{ code: '24-hours', count: 24, unit: 'hours', land: 'public', legalBasis: `${ACT} s.3` },
    words: '24 hours',
  },
  {
    ...since,
    ...{ code: '7-days', count: 7, unit: 'days', land: 'public', legalBasis: `${ACT} s.3` },
    words: '7 days',
  },
  {
    ...since,
    ...{ code: '15-days', count: 15, unit: 'days', land: 'private', legalBasis: `${ACT} s.3(2)` },
    words: '15 days, to the occupier, who may object',
  },
];

/** For how many days a removed vehicle is kept before it is disposed of: each council decides within this. */
export const storageLimits: readonly (Dated & { least: number; most: number })[] = [
  { ...since, least: 7, most: 21, legalBasis: 'Practice of councils; yours decides how long' },
];

/**
 * What a council may ask of whoever claims a vehicle. No source that we read gives an amount: none is shipped, and nothing is asked until an
 * administrator enters the council's own with where it is from.
 */
export const vehicleCharges = [
  { code: 'removal', name: 'Removal of a vehicle' },
  { code: 'storage-day', name: 'Each day in the store' },
] as const;

const isInForce = (row: Dated, day: string): boolean =>
  row.validFrom <= day && (row.validTo === null || day <= row.validTo);

/** The period of a day; undefined where none was in use. */
export const noticeLimitOn = (code: NoticePeriod, day: string): NoticeLimit | undefined =>
  noticeLimits.find((row) => row.code === code && isInForce(row, day));
export const storageLimitOn = (day: string) => storageLimits.find((row) => isInForce(row, day));

/** One thing that an officer looks at before a vehicle is judged abandoned. */
export interface AssessmentFactor extends Dated {
  code: string;
  question: string;
  hint: string;
  /**
   * Whether a vehicle can be judged abandoned when this alone speaks for it. What is only missing on paper cannot: a vehicle
   * without tax is not by itself abandoned.
   */
  decidesAlone: boolean;
}
const factor = (
  code: string,
  decidesAlone: boolean,
  question: string,
  hint: string,
  rest: Partial<AssessmentFactor> = {},
): AssessmentFactor => ({
  ...since,
  legalBasis: 'Assessment factors that a council publishes',
  generalKnowledge: ['validFrom'],
  source: 'MidSuffolk',
  ...rest,
  ...{ code, question, hint, decidesAlone },
});
const paper = 'Write what the public check said, and the day on which you read it.';

export const assessmentFactors: readonly AssessmentFactor[] = [
  factor('time', true, 'How long has it stood in one place?', 'Since when, and who says so.'),
  factor(
    'condition',
    true,
    'What is its condition?',
    'Damage, fire, flat tyres, missing wheels, what lies in it.',
  ),
  factor('tax', false, 'Is it taxed, or declared off the road (SORN)?', paper),
  factor('mot', false, 'Has it an MOT?', paper, {
    generalKnowledge: ['validFrom', 'that it does not decide alone'],
  }),
  factor(
    'plates',
    true,
    'Has it its plates, and do they belong to it?',
    'Say if the marks were checked against make and colour.',
  ),
  factor('roadworthy', true, 'Could it be driven?', 'What makes it unroadworthy, or dangerous.'),
  factor('secure', true, 'Is it locked and closed?', 'Doors, windows, ignition.'),
  factor(
    'keeper-distance',
    false,
    'How far from here does its keeper live?',
    'The distance in words. Never write the address here.',
    { generalKnowledge: ['validFrom', 'that it does not decide alone'] },
  ),
];
/** The factors looked at on a day. */
export const factorsOn = (day: string): readonly AssessmentFactor[] =>
  assessmentFactors.filter((row) => isInForce(row, day));
