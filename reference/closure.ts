/**
 * Limits of the closure of premises by date: Anti-social Behaviour, Crime and Policing Act 2014 ss.76-93. A row is never edited
 * when the law changes: it is closed and a new one follows, so that an old notice is still judged by the law of its own day.
 * `generalKnowledge` names what was not found in a source; the rest of a `verified` row was.
 */
export type ClosureLimitCode =
  | 'notice'
  | 'notice-long'
  | 'notice-extension'
  | 'hearing'
  | 'adjournment'
  | 'order'
  | 'order-extension'
  | 'order-total'
  | 'appeal'
  | 'claim';

interface Dated {
  validFrom: string | null;
  validTo: string | null;
  legalBasis: string;
  marking: 'verified' | 'general-knowledge' | 'proposal';
  generalKnowledge: readonly string[];
  status: 'active' | 'awaiting-confirmation';
  source: string;
}
export interface ClosureLimit extends Dated {
  code: ClosureLimitCode;
  most: number;
  unit: 'hours' | 'days' | 'months';
  /** Month and day of the days that do not count. */
  ignores: readonly string[];
}

const ACT = 'Anti-social Behaviour, Crime and Policing Act 2014';
const since = {
  validFrom: '2014-10-20',
  validTo: null,
  marking: 'verified',
  generalKnowledge: ['validFrom'],
  status: 'active',
  source: 'ASB14',
} as const;
const limit = (
  code: ClosureLimitCode,
  [most, unit]: readonly [number, ClosureLimit['unit']],
  section: string,
  rest: Partial<ClosureLimit> = {},
): ClosureLimit => ({ ...since, ignores: [], ...rest, code, most, unit, legalBasis: `${ACT} ${section}` });

export const closureLimits: readonly ClosureLimit[] = [
  limit('notice', [24, 'hours'], 's.77(1)'),
  limit('notice-long', [48, 'hours'], 's.77(2) and (3)', { ignores: ['12-25'] }),
  limit('notice-extension', [24, 'hours'], 's.77(4)'),
  limit('hearing', [48, 'hours'], 's.80(3)', { ignores: ['12-25'] }),
  limit('adjournment', [14, 'days'], 's.81(3)', {
    marking: 'general-knowledge',
    generalKnowledge: ['validFrom', 'most'],
  }),
  limit('order', [3, 'months'], 's.80(6)'),
  limit('order-extension', [3, 'months'], 's.82(7)'),
  limit('order-total', [6, 'months'], 's.82(8)'),
  limit('appeal', [21, 'days'], 's.84(4)', { generalKnowledge: ['validFrom', 'beginning with the day'] }),
  limit('claim', [3, 'months'], 'ss.88 and 90'),
];

/** Whether a row was law on a day, so far as is known. */
const isInForce = (row: Dated, day: string): boolean =>
  row.status === 'active' &&
  row.validFrom !== null &&
  row.validFrom <= day &&
  (row.validTo === null || day <= row.validTo);

/** The limit of a day; undefined where no law on closure was in force. */
export const closureLimitOn = (code: ClosureLimitCode, day: string): ClosureLimit | undefined =>
  closureLimits.find((row) => row.code === code && isInForce(row, day));

/** The power of an authorisation, and who may be given it: held by a person for an area, never by a team. */
export interface ClosureOffice extends Dated {
  power: 'closure.issue' | 'closure.long';
  basis: 'constable' | 'council-officer' | 'social-landlord';
  words: string;
}
const office = (
  power: ClosureOffice['power'],
  basis: ClosureOffice['basis'],
  words: string,
  rest: Partial<ClosureOffice> = {},
): ClosureOffice => ({
  ...since,
  legalBasis: `${ACT} ${power === 'closure.issue' ? 's.76(1)' : 's.77(2)'}`,
  ...rest,
  power,
  basis,
  words,
});
export const closureOffices: readonly ClosureOffice[] = [
  office('closure.issue', 'constable', 'a police inspector or above'),
  office('closure.issue', 'council-officer', 'an officer of the council'),
  office('closure.long', 'constable', 'a superintendent or above'),
  office('closure.long', 'council-officer', 'the council’s chief executive, or whoever they designated'),
  // Closure powers for social landlords: Royal Assent 29 April 2026; no commencement was found.
  office('closure.issue', 'social-landlord', 'a social landlord', {
    validFrom: null,
    generalKnowledge: [],
    status: 'awaiting-confirmation',
    legalBasis: 'Crime and Policing Act 2026',
    source: 'CPA-LGL',
  }),
];
/** Who may hold a power on a day, in words. */
export const officesOn = (power: ClosureOffice['power'], day: string): string =>
  closureOffices
    .filter((row) => row.power === power && isInForce(row, day))
    .map(({ words }) => words)
    .join(', or ');

/** What whoever breaks a notice or order may get, as a notice says it. */
export interface ClosureBreach extends Dated {
  of: 'notice' | 'order';
  words: string;
}
export const closureBreaches: readonly ClosureBreach[] = [
  { ...since, of: 'notice', words: 'up to 3 months in prison, or a fine', legalBasis: `${ACT} s.86(1)` },
  { ...since, of: 'order', words: 'up to 51 weeks in prison, or a fine', legalBasis: `${ACT} s.86(2)` },
];
export const closureBreachOn = (of: ClosureBreach['of'], day: string): ClosureBreach | undefined =>
  closureBreaches.find((row) => row.of === of && isInForce(row, day));

/** One question of the safeguarding checklist. */
export interface ClosureCheckItem extends Dated {
  code: string;
  question: string;
  hint?: string;
}
const item = (code: string, question: string, hint?: string): ClosureCheckItem => ({
  ...since,
  // House form of the checklist that a district used in 2016; the items are a proposal, not law.
  validFrom: '2014-10-20',
  legalBasis: 'House form; consultation under s.76(7)',
  marking: 'proposal',
  source: 'S4-39',
  code,
  question,
  ...(hint ? { hint } : {}),
});
export const closureChecklist: readonly ClosureCheckItem[] = [
  item('who-lives', 'Who lives there, and who visits?', 'Yes: somebody lives there. Say how many, not who.'),
  item('children', 'Are there children?'),
  item(
    'care-needs',
    'Is there an adult with care and support needs, at risk, who cannot protect themselves?',
    'The three questions of the Care Act 2014 s.42. Yes: say when adult social care was told.',
  ),
  item(
    'cuckooing',
    'Are there signs of cuckooing?',
    'More callers at odd hours, a tenant not seen or injured, sudden debt or cash, cut utilities. Whoever is taken over is a possible victim.',
  ),
  item('wishes', 'What do those who live there want, and do they agree?'),
  item('accommodation', 'Is other accommodation needed, and where?'),
  item('medication', 'Must medication or treatment go on?'),
  item('animals', 'Are there animals?'),
  item('mobility', 'Does anybody need help to move about?'),
  item('displacement', 'Will the problem, or a person at risk, move elsewhere?'),
  item('tenancy', 'What becomes of the tenancy and of benefits?'),
  item(
    'panels',
    'Is anybody known to MARAC, MAPPA or Channel?',
    'Ask the panel’s own co-ordinator. Write that you asked and when, not what they said.',
  ),
  item('police-intelligence', 'Has it been settled how police intelligence is handled?'),
  item('telling', 'Who tells the person, and how?'),
  item('support', 'What support follows the order, and when are the check-in days?'),
  item(
    'safeguarding-side',
    'What did the safeguarding side say?',
    'Ask it of every closure: somebody may live there whose address must stay hidden. Write the day and the desk, and no name.',
  ),
];
/** The items asked on a day. */
export const closureChecklistOn = (day: string): readonly ClosureCheckItem[] =>
  closureChecklist.filter((row) => isInForce(row, day));
