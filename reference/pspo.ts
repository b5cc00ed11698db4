/**
 * Numbers and lists of the law on public spaces protection orders by date: Anti-social Behaviour, Crime and Policing Act 2014
 * ss.59-75. A row is never edited when the law changes: it is closed and a new one follows. `generalKnowledge` names what was not found
 * in a source; a row of which nothing was found is marked so as a whole.
 */
interface Dated {
  validFrom: string;
  validTo: string | null;
  legalBasis: string;
  marking: 'verified' | 'general-knowledge' | 'proposal';
  generalKnowledge: readonly string[];
  source: string;
}
const ACT = 'Anti-social Behaviour, Crime and Policing Act 2014';
/** The day on which the part of the Act on these orders commenced. */
const commenced = '2014-10-20';
const since = {
  validFrom: commenced,
  validTo: null,
  marking: 'verified',
  generalKnowledge: [],
  source: 'ASB14',
} as const;
const isInForce = (row: Dated, day: string): boolean =>
  row.validFrom <= day && (row.validTo === null || day <= row.validTo);

export type PspoLimitCode = 'most' | 'most-expedited' | 'extension' | 'challenge';
export interface PspoLimit extends Dated {
  code: PspoLimitCode;
  most: number;
  unit: 'days' | 'months';
}
const limit = (
  code: PspoLimitCode,
  [most, unit]: readonly [number, PspoLimit['unit']],
  section: string,
  rest: Partial<PspoLimit> = {},
): PspoLimit => ({ ...since, ...rest, code, most, unit, legalBasis: `${ACT} ${section}` });

export const pspoLimits: readonly PspoLimit[] = [
  limit('most', [36, 'months'], 's.60(1)', { generalKnowledge: ['starting with the first day'] }),
  limit('most-expedited', [6, 'months'], 's.60(1A)', {
    validFrom: '2022-06-28',
    marking: 'general-knowledge',
    source: 'GK',
  }),
  limit('extension', [36, 'months'], 's.60(2)', { generalKnowledge: ['counted after the last day'] }),
  // 6 weeks.
  limit('challenge', [42, 'days'], 's.66', { generalKnowledge: ['beginning with the day of making'] }),
];
/** The number of a day; undefined where there was no such law. */
export const pspoLimitOn = (code: PspoLimitCode, day: string): PspoLimit | undefined =>
  pspoLimits.find((row) => row.code === code && isInForce(row, day));

/** Whom a council asks or tells before it makes, extends, varies or discharges an order. */
export interface Consultee extends Dated {
  code: string;
  words: string;
  /** Whether there may be none, or it may not be practicable: then that is recorded with its reason. */
  mayBeNone: boolean;
  /** Only of an order that restricts a right of way. */
  onlyRightOfWay: boolean;
}
const consultee = (
  code: string,
  words: string,
  rest: Partial<Consultee> & { legalBasis?: string } = {},
): Consultee => ({
  ...since,
  legalBasis: `${ACT} s.72(4)`,
  mayBeNone: false,
  onlyRightOfWay: false,
  ...rest,
  code,
  words,
});
const notified = { mayBeNone: true, legalBasis: `${ACT} s.72(3)` } as const;
export const pspoConsultees: readonly Consultee[] = [
  consultee('chief-officer', 'Chief officer of police for the area'),
  consultee('policing-body', 'Local policing body'),
  consultee('community', 'Community representatives'),
  consultee('land', 'Owners and occupiers of the land, as far as is practicable', { mayBeNone: true }),
  consultee('public', 'The public: the text of the proposal is published'),
  consultee('parish', 'Parish or community councils: notified', notified),
  consultee('county', 'County council, when a district council makes the order: notified', notified),
  consultee('way-users', 'Those whom closing the right of way is likely to affect', {
    onlyRightOfWay: true,
    marking: 'general-knowledge',
    legalBasis: `${ACT} s.64`,
    source: 'GK',
  }),
];
/** The consultees of a day. */
export const consulteesOn = (day: string, isRightOfWay: boolean): readonly Consultee[] =>
  pspoConsultees.filter((row) => isInForce(row, day) && (isRightOfWay || !row.onlyRightOfWay));

/**
 * Orders of older Acts have effect as public spaces orders from three years after commencement, if they were in force then; they lapse
 * three years later unless they are extended before.
 */
export const conversion = {
  ...since,
  /** Made on this day or later, it is no older order. */
  madeBefore: commenced,
  convertsOn: '2017-10-20',
  months: 36,
  generalKnowledge: ['that the last day is the one before 20 October 2020'],
  legalBasis: `${ACT} s.75`,
  source: 'Brighton, Cornerstone',
} as const;

/** Months before the last day at which the council is told that an order ends. */
export const pspoAlerts = { ...since, marking: 'proposal', source: 'PROPOSAL', months: [12, 6, 3] } as const;

/** Kinds of agency, as the directory has them, that make orders. Bodies that the Secretary of State designates are not told apart. */
export const pspoCouncils = {
  ...since,
  legalBasis: `${ACT} s.59(1) and s.74`,
  kinds: ['district-council', 'unitary-council'],
} as const;

/** What breaking an order may bring, as its text says it. */
export const pspoOffences = {
  order: {
    ...since,
    legalBasis: `${ACT} s.67`,
    words:
      'Doing what is prohibited, or not doing what is required, without reasonable excuse is an offence: a fine of up to £1,000.',
  },
  alcohol: {
    ...since,
    legalBasis: `${ACT} s.63`,
    words:
      'Of alcohol, the offence is to refuse when an officer asks you to stop drinking or to hand it over: a fine of up to £500. The officer must show the authorisation if you ask. It does not apply on licensed premises, or within 30 minutes after their licence allows sales.',
  },
} as const;
