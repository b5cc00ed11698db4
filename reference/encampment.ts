/**
 * Numbers of the law on unauthorised encampments by date: Criminal Justice and Public Order Act 1994 ss.61-62 and 77-79. A row is
 * never edited when the law changes: it is closed and a new one follows, so that an old direction is still judged by the law of its
 * own day. `generalKnowledge` names what was not found in a source; the rest of a `verified` row was.
 */
export type EncampmentLimitCode =
  | 'return-77'
  | 'return-61'
  | 'return-62a'
  | 'removal-notice'
  | 'police-vehicles';

interface Dated {
  validFrom: string;
  validTo: string | null;
  legalBasis: string;
  marking: 'verified' | 'general-knowledge' | 'proposal';
  generalKnowledge: readonly string[];
  source: string;
}
export interface EncampmentLimit extends Dated {
  code: EncampmentLimitCode;
  most: number;
  unit: 'hours' | 'months' | 'vehicles';
}

const ACT = 'Criminal Justice and Public Order Act 1994';
const since = {
  validFrom: '1994-11-03',
  validTo: null,
  marking: 'verified',
  generalKnowledge: ['validFrom'],
  source: 'Wilts, Luton',
} as const;
const limit = (
  code: EncampmentLimitCode,
  [most, unit]: readonly [number, EncampmentLimit['unit']],
  section: string,
  rest: Partial<EncampmentLimit> = {},
): EncampmentLimit => ({ ...since, ...rest, code, most, unit, legalBasis: `${ACT} ${section}` });

/** The last day of the shorter bans of police directions, and the first of the longer: Police, Crime, Sentencing and Courts Act 2022. */
const [shorter, longer] = [
  { validTo: '2022-06-27', source: 'UE-2022' },
  { validFrom: '2022-06-28', source: 'UE-2022', generalKnowledge: [] },
] as const;

export const encampmentLimits: readonly EncampmentLimit[] = [
  limit('return-77', [3, 'months'], 's.77(3)', { generalKnowledge: ['validFrom', 'beginning with the day'] }),
  limit('return-61', [3, 'months'], 's.61(4)', shorter),
  limit('return-61', [12, 'months'], 's.61(4)', longer),
  limit('return-62a', [3, 'months'], 's.62B(2)', { ...shorter, marking: 'general-knowledge' }),
  limit('return-62a', [12, 'months'], 's.62B(2)', { ...longer, marking: 'general-knowledge' }),
  limit('removal-notice', [24, 'hours'], 's.78(2)'),
  // A caravan counts as a vehicle: s.61(9).
  limit('police-vehicles', [6, 'vehicles'], 's.61(1)', { source: 's61' }),
];

const isInForce = (row: Dated, day: string): boolean =>
  row.validFrom <= day && (row.validTo === null || day <= row.validTo);

/** The number of a day; undefined where no law on encampments was in force. */
export const encampmentLimitOn = (code: EncampmentLimitCode, day: string): EncampmentLimit | undefined =>
  encampmentLimits.find((row) => row.code === code && isInForce(row, day));

/** What whoever does not leave, or comes back, may get, as a direction says it. */
export const encampmentOffence = {
  ...since,
  words: 'a fine of up to £1,000',
  legalBasis: `${ACT} s.77(3)`,
} as const;

/** One question of the welfare assessment; how many there are and what they ask is asked of everybody alike. */
export interface WelfareItem extends Dated {
  code: string;
  question: string;
  hint: string;
}
const item = (code: string, question: string, hint: string): WelfareItem => ({
  ...since,
  legalBasis: 'Welfare enquiries before a direction; the list is a house form',
  marking: 'proposal',
  source: 'S2-22',
  code,
  question,
  hint,
});
export const welfareItems: readonly WelfareItem[] = [
  item(
    'health',
    'Is anybody ill, or having treatment here?',
    'Say what is needed and by when, not what somebody has.',
  ),
  item(
    'maternity',
    'Is anybody pregnant, or with a new baby?',
    'Say whether a midwife or health visitor was told.',
  ),
  item('children', 'Are there children?', 'How many, and whether anything was found that worries you.'),
  item(
    'education',
    'Do children go to school near here, or need to?',
    'Say whether the education service was told.',
  ),
  item(
    'vulnerability',
    'Is anybody at risk, old, disabled or needing care?',
    'Say whom you told: adult social care or the safeguarding side.',
  ),
];
/** The items asked on a day. */
export const welfareItemsOn = (day: string): readonly WelfareItem[] =>
  welfareItems.filter((row) => isInForce(row, day));

/** Who may do what about an encampment, as the page says it beside every file: what the police and the council expect of each other. */
export interface EncampmentPower extends Dated {
  section: string;
  who: string;
  when: string;
  then: string;
}
const power = (
  section: string,
  [who, when, then]: readonly [string, string, string],
  rest: Partial<EncampmentPower> = {},
): EncampmentPower => ({ ...since, legalBasis: `${ACT} ${section}`, ...rest, section, who, when, then });
export const encampmentPowers: readonly EncampmentPower[] = [
  power('s.77', [
    'The council',
    'People live in vehicles on a highway, on unoccupied land, or on occupied land without consent. Welfare is assessed first.',
    'Not leaving, or coming back within 3 months, is an offence: a fine of up to £1,000.',
  ]),
  power('s.78', [
    'The magistrates’ court, when the council asks',
    'A direction of the council was not followed.',
    'The council may remove vehicles and people, with 24 hours’ notice.',
  ]),
  power(
    's.61',
    [
      'A senior police officer',
      'Two or more trespassers mean to live there, the occupier has asked them to leave, and there is damage, disruption, distress or threats, or there are 6 vehicles or more.',
      'Not leaving, or coming back within 12 months, is an offence.',
    ],
    { source: 's61, UE-2022', validFrom: '2022-06-28', generalKnowledge: [] },
  ),
  power(
    's.62A',
    [
      'A senior police officer, who must ask the councils',
      'There is a vehicle or more, and a suitable pitch on a relevant caravan site.',
      'They are directed to leave, and may go to the pitch.',
    ],
    { source: 's62A' },
  ),
  power(
    's.60C',
    [
      'The police',
      'An adult with a vehicle, without consent, causes or is likely to cause significant damage, disruption or distress and was asked to leave.',
      'Up to 3 months in prison or a fine, and a ban of 12 months.',
    ],
    { source: 's60C', validFrom: '2022-06-28' },
  ),
  power('Part 55', ['The owner of the land', 'Any trespass.', 'The county court gives back possession.'], {
    legalBasis: 'Civil Procedure Rules Part 55',
    source: 'Wilts',
  }),
];
/** The powers there were on a day. */
export const encampmentPowersOn = (day: string): readonly EncampmentPower[] =>
  encampmentPowers.filter((row) => isInForce(row, day));

/** What is asked of land to score how easily it is come onto, 0 to 3 each: a proposal, which each agency changes. Of the land alone, never of people. */
export const siteMatrix = {
  marking: 'proposal',
  items: [
    { code: 'access', name: 'Vehicles drive on without meeting a barrier' },
    { code: 'surface', name: 'The ground carries vehicles all year' },
    { code: 'size', name: 'There is room for many vehicles' },
    { code: 'sight', name: 'Nobody sees from nearby who drives on' },
    { code: 'before', name: 'There were encampments on it in the last three years' },
    { code: 'use', name: 'The public or an event loses its use' },
    { code: 'watched', name: 'Nobody looks at it regularly' },
  ],
  mediumFrom: 7,
  highFrom: 14,
} as const;
