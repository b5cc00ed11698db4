/**
 * Fixed penalty amounts by date, as the law and its reporters gave them. Amounts are pence. A row is never edited when the
 * law changes: it is closed and a new one follows, so that an old penalty is still judged by the law of its own day.
 *
 * `generalKnowledge` names the figures that were not found in a source; the rest of a `verified` row were.
 */
export type PenaltyOffence =
  | 'litter'
  | 'graffiti-fly-posting'
  | 'fly-tipping'
  | 'household-waste-duty'
  | 'waste-documents'
  | 'waste-carrier-registration'
  | 'abandoned-vehicle'
  | 'nuisance-vehicle'
  | 'cpn-breach'
  | 'pspo-breach'
  | 'dog-fouling'
  | 'engine-idling'
  | 'smoking'
  | 'noise-dwelling'
  | 'noise-licensed'
  | 'pnd-upper-tier'
  | 'pnd-lower-tier';

export interface PenaltyRow {
  offence: PenaltyOffence;
  law: string;
  jurisdiction: 'England' | 'Wales' | 'England and Wales';
  defaultAmount: number | null;
  minAmount: number | null;
  maxAmount: number;
  /** The least that may be taken for early payment, and within how many days, where a source gives one. */
  minDiscount?: { amount: number; withinDays: number };
  windowDays: number;
  /** Days in which no prosecution may start. */
  minWindowDays: number;
  /** Null = not in force, so far as is known. */
  validFrom: string | null;
  validTo: string | null;
  legalBasis: string;
  marking: 'verified' | 'general-knowledge';
  generalKnowledge?: readonly string[];
  status: 'active' | 'awaiting-confirmation' | 'off';
  source: string;
  note?: string;
}

type Given = Pick<PenaltyRow, 'offence' | 'law' | 'maxAmount' | 'source'> & Partial<PenaltyRow>;

const row = (given: Given): PenaltyRow => ({
  jurisdiction: 'England',
  defaultAmount: null,
  minAmount: null,
  windowDays: 14,
  minWindowDays: 14,
  validFrom: null,
  validTo: null,
  legalBasis: given.law,
  marking: 'verified',
  // A row that no source was found for applies to nobody until an administrator switches it on with a reason. What has
  // ended is the past, and stays as it was.
  status: given.marking === 'general-knowledge' && given.validTo === undefined ? 'off' : 'active',
  ...given,
});

const LITTER = 'Environmental Protection Act 1990 s.87/88';
const GRAFFITI = 'Anti-social Behaviour Act 2003 s.43';
const RANGES_2017 = 'Environmental Offences (Fixed Penalties) (England) Regulations 2017';
const AMENDED_2023 = 'Environmental Offences (Fixed Penalties) (Amendment) (England) Regulations 2023';
const ASB_ACT = 'Anti-social Behaviour, Crime and Policing Act 2014';

/** Litter and graffiti share their ranges, period for period. */
const litterLike = (offence: PenaltyOffence, law: string): PenaltyRow[] => [
  row({
    offence,
    law,
    defaultAmount: 7500,
    minAmount: 5000,
    maxAmount: 8000,
    validFrom: '2006-04-06',
    validTo: '2018-03-31',
    source: 'EOR17',
    generalKnowledge: ['minAmount', 'maxAmount', 'validFrom'],
  }),
  row({
    offence,
    law,
    defaultAmount: 10000,
    minAmount: 5000,
    maxAmount: 15000,
    validFrom: '2018-04-01',
    validTo: '2019-03-31',
    legalBasis: RANGES_2017,
    source: 'EOR17',
    generalKnowledge: ['defaultAmount'],
  }),
  row({
    offence,
    law,
    defaultAmount: 10000,
    minAmount: 6500,
    maxAmount: 15000,
    validFrom: '2019-04-01',
    validTo: '2023-07-30',
    legalBasis: RANGES_2017,
    source: 'EOR17',
  }),
  row({
    offence,
    law,
    defaultAmount: 10000,
    minAmount: 6500,
    maxAmount: 50000,
    validFrom: '2023-07-31',
    legalBasis: AMENDED_2023,
    source: 'FPN23',
    generalKnowledge: ['defaultAmount', 'minAmount'],
    note: 'Only the maximum was found for this period; the least and the default are carried over.',
  }),
];

/** Community protection notices and public spaces protection orders share one change of maximum. */
const orderBreach = (
  offence: PenaltyOffence,
  section: string,
  extra: Partial<PenaltyRow> = {},
): PenaltyRow[] => [
  row({
    offence,
    law: `${ASB_ACT} s.${section}`,
    jurisdiction: 'England and Wales',
    maxAmount: 10000,
    validFrom: '2014-10-20',
    source: 'ASB14',
    generalKnowledge: ['validFrom'],
    note: 'Two amounts are allowed if the lower is for payment in less than 14 days.',
    ...extra,
  }),
  row({
    offence,
    law: `${ASB_ACT} s.${section}`,
    jurisdiction: 'England and Wales',
    maxAmount: 50000,
    legalBasis: 'Crime and Policing Act 2026, clause 4 of the Bill',
    status: 'awaiting-confirmation',
    source: 'CPB500',
    note: 'Royal Assent 29 April 2026. Commencement was not found: confirm before use, then give it a first day.',
  }),
];

export const penaltyRows: readonly PenaltyRow[] = [
  ...litterLike('litter', LITTER),
  ...litterLike('graffiti-fly-posting', GRAFFITI),
  row({
    offence: 'fly-tipping',
    law: 'Environmental Protection Act 1990 s.33ZA',
    defaultAmount: 20000,
    minAmount: 15000,
    maxAmount: 40000,
    validFrom: '2016-05-09',
    validTo: '2023-07-30',
    legalBasis: 'S.I. 2016/334',
    marking: 'general-knowledge',
    source: 'SI2016-334',
    note: 'That the power was added in 2016, and its 14 days, are verified; the amounts and the day are not.',
  }),
  row({
    offence: 'fly-tipping',
    law: 'Environmental Protection Act 1990 s.33ZA',
    defaultAmount: 20000,
    minAmount: 15000,
    maxAmount: 100000,
    validFrom: '2023-07-31',
    legalBasis: AMENDED_2023,
    source: 'FPN23',
    generalKnowledge: ['defaultAmount', 'minAmount'],
  }),
  row({
    offence: 'fly-tipping',
    law: 'Environmental Protection Act 1990 s.33ZA',
    jurisdiction: 'Wales',
    defaultAmount: 20000,
    minAmount: 15000,
    maxAmount: 40000,
    validFrom: '2017-10-25',
    source: 'Wales-FT',
    generalKnowledge: ['validFrom'],
    note: 'As made in 2017.',
  }),
  row({
    offence: 'household-waste-duty',
    law: 'Environmental Protection Act 1990 s.34ZA',
    defaultAmount: 20000,
    minAmount: 15000,
    maxAmount: 40000,
    validFrom: '2019-01-07',
    validTo: '2023-07-30',
    source: 'FPN23',
    generalKnowledge: ['defaultAmount', 'minAmount', 'validFrom'],
  }),
  row({
    offence: 'household-waste-duty',
    law: 'Environmental Protection Act 1990 s.34ZA',
    defaultAmount: 20000,
    minAmount: 15000,
    maxAmount: 60000,
    validFrom: '2023-07-31',
    legalBasis: AMENDED_2023,
    source: 'FPN23',
    generalKnowledge: ['defaultAmount', 'minAmount'],
    note: 'Copy to the Environment Agency, and to the other council if the breach was in its area.',
  }),
  row({
    offence: 'waste-documents',
    law: 'Environmental Protection Act 1990 s.34A',
    defaultAmount: 30000,
    maxAmount: 30000,
    minDiscount: { amount: 18000, withinDays: 10 },
    validFrom: '2006-04-06',
    source: 'NuL',
    generalKnowledge: ['validFrom'],
    note: 'The early amount is one council’s.',
  }),
  row({
    offence: 'waste-carrier-registration',
    law: 'Control of Pollution (Amendment) Act 1989 s.5B',
    defaultAmount: 30000,
    maxAmount: 30000,
    validFrom: '2006-04-06',
    source: 'Thurrock',
    generalKnowledge: ['validFrom'],
  }),
  row({
    offence: 'abandoned-vehicle',
    law: 'Refuse Disposal (Amenity) Act 1978 s.2A',
    defaultAmount: 20000,
    maxAmount: 20000,
    validFrom: '2006-04-06',
    source: 'Thurrock',
    generalKnowledge: ['validFrom'],
  }),
  row({
    offence: 'nuisance-vehicle',
    law: 'Clean Neighbourhoods and Environment Act 2005 s.6',
    defaultAmount: 10000,
    maxAmount: 10000,
    minDiscount: { amount: 5000, withinDays: 10 },
    validFrom: '2006-04-06',
    source: 'Thurrock',
    generalKnowledge: ['validFrom'],
    note: 'The early amount is one council’s.',
  }),
  ...orderBreach('cpn-breach', '52', { minDiscount: { amount: 7500, withinDays: 10 } }),
  ...orderBreach('pspo-breach', '68'),
  row({
    offence: 'dog-fouling',
    law: 'Dogs (Fouling of Land) Act 1996',
    defaultAmount: 5000,
    maxAmount: 5000,
    validFrom: '1996-08-17',
    validTo: '2006-04-05',
    marking: 'general-knowledge',
    source: 'GK',
  }),
  row({
    offence: 'dog-fouling',
    law: 'Clean Neighbourhoods and Environment Act 2005 s.59 (dog control orders)',
    defaultAmount: 7500,
    minAmount: 5000,
    maxAmount: 8000,
    validFrom: '2006-04-06',
    validTo: '2017-10-19',
    marking: 'general-knowledge',
    source: 'GK',
    note: 'Orders left on 20 October 2017 became public spaces protection orders.',
  }),
  row({
    offence: 'dog-fouling',
    law: `${ASB_ACT} s.68`,
    jurisdiction: 'England and Wales',
    maxAmount: 10000,
    validFrom: '2017-10-20',
    source: 'ASB14',
    generalKnowledge: ['validFrom'],
    note: 'Through a public spaces protection order, so at that order’s maximum.',
  }),
  row({
    offence: 'engine-idling',
    law: 'Road Traffic (Vehicle Emissions) (Fixed Penalty) (England) Regulations 2002',
    defaultAmount: 2000,
    maxAmount: 4000,
    windowDays: 28,
    validFrom: '2002-07-18',
    source: 'Thurrock',
    generalKnowledge: ['law', 'validFrom'],
    note: '£20, and £40 after 28 days.',
  }),
  row({
    offence: 'smoking',
    law: 'Health Act 2006 s.7',
    defaultAmount: 5000,
    maxAmount: 5000,
    minDiscount: { amount: 3000, withinDays: 15 },
    windowDays: 29,
    validFrom: '2007-07-01',
    marking: 'general-knowledge',
    source: 'GK',
  }),
  row({
    offence: 'noise-dwelling',
    law: 'Noise Act 1996 s.8',
    defaultAmount: 11000,
    maxAmount: 11000,
    validFrom: '2006-04-06',
    marking: 'general-knowledge',
    source: 'GK',
  }),
  row({
    offence: 'noise-licensed',
    law: 'Noise Act 1996 s.8A',
    defaultAmount: 50000,
    maxAmount: 50000,
    validFrom: '2006-04-06',
    marking: 'general-knowledge',
    source: 'GK',
  }),
  row({
    offence: 'pnd-upper-tier',
    law: 'Criminal Justice and Police Act 2001 s.2',
    jurisdiction: 'England and Wales',
    defaultAmount: 8000,
    maxAmount: 8000,
    windowDays: 21,
    minWindowDays: 21,
    validFrom: '2004-11-01',
    validTo: '2013-06-30',
    source: 'PND-HC',
    generalKnowledge: ['validFrom'],
    note: 'Selling alcohol to a person under 18. Unpaid, it is registered as a fine at one and a half times.',
  }),
  row({
    offence: 'pnd-upper-tier',
    law: 'Criminal Justice and Police Act 2001 s.2',
    jurisdiction: 'England and Wales',
    defaultAmount: 9000,
    maxAmount: 9000,
    windowDays: 21,
    minWindowDays: 21,
    validFrom: '2013-07-01',
    source: 'PND13',
    note: 'Selling alcohol to a person under 18. Unpaid, it is registered as a fine at one and a half times.',
  }),
  row({
    offence: 'pnd-lower-tier',
    law: 'Criminal Justice and Police Act 2001 s.2',
    jurisdiction: 'England and Wales',
    defaultAmount: 6000,
    maxAmount: 6000,
    windowDays: 21,
    minWindowDays: 21,
    validFrom: '2013-07-01',
    source: 'PND13',
  }),
];

/** The row in force for an offence on the day it happened; a row awaiting confirmation is never in force. */
export function penaltyRowOn(
  offence: PenaltyOffence,
  day: string,
  jurisdiction: 'England' | 'Wales' = 'England',
): PenaltyRow | undefined {
  return penaltyRows.find(
    (candidate) =>
      candidate.offence === offence &&
      candidate.status === 'active' &&
      (candidate.jurisdiction === jurisdiction || candidate.jurisdiction === 'England and Wales') &&
      candidate.validFrom !== null &&
      candidate.validFrom <= day &&
      (candidate.validTo === null || day <= candidate.validTo),
  );
}

/**
 * Months from the offence in which a summary case must be laid (Magistrates' Courts Act 1980 s.127); an offence that is
 * not here is either-way and has no such limit, as fly-tipping. General knowledge: confirm before relying on it.
 */
export const prosecutionLimitMonths: Readonly<Partial<Record<PenaltyOffence, number>>> = {
  litter: 6,
  'dog-fouling': 6,
  'abandoned-vehicle': 6,
  'nuisance-vehicle': 6,
  'engine-idling': 6,
  smoking: 6,
  'pspo-breach': 6,
  'cpn-breach': 6,
};
