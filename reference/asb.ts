/**
 * Anti-social behaviour: kinds, the risk matrix, tools, orders and the case review, as rows with their source. What is marked
 * `proposal` or `general-knowledge` was not found in a source: an agency changes it in its own settings before relying on it.
 */
interface Sourced {
  marking: 'verified' | 'general-knowledge' | 'proposal';
  source: string;
}
interface Dated extends Sourced {
  validFrom: string;
  validTo: string | null;
}
interface Named {
  code: string;
  name: string;
}

/** Categories of the National Standard for Incident Recording. */
export const asbCategories = [
  { code: 'personal', name: 'Personal: aimed at a person or group' },
  { code: 'nuisance', name: 'Nuisance: to the community at large' },
  { code: 'environmental', name: 'Environmental: public spaces and surroundings' },
] as const satisfies readonly Named[];
/** Sub-types of the same standard. */
export const asbSubTypes = [
  { code: 'nuisance-neighbours', name: 'Nuisance neighbours' },
  { code: 'rowdy', name: 'Rowdy or inconsiderate behaviour' },
  { code: 'noise', name: 'Noise' },
  { code: 'malicious-communications', name: 'Malicious or nuisance communications' },
  { code: 'vehicle-nuisance', name: 'Vehicle nuisance' },
  { code: 'abandoned-vehicle', name: 'Abandoned vehicle' },
  { code: 'littering', name: 'Littering or drug paraphernalia' },
  { code: 'animals', name: 'Animal problems' },
  { code: 'trespass', name: 'Trespass' },
  { code: 'street-drinking', name: 'Street drinking' },
  { code: 'prostitution', name: 'Prostitution-related activity' },
  { code: 'begging', name: 'Begging or vagrancy' },
  { code: 'fireworks', name: 'Fireworks' },
] as const satisfies readonly Named[];

/** Ways in for people who do not go to the police. */
export const asbChannels = [
  { code: 'email', name: 'E-mail' },
  { code: 'phone', name: 'Telephone' },
  { code: 'web', name: 'A report on the web' },
  { code: 'in-person', name: 'In person' },
  { code: 'partner', name: 'Through a partner' },
] as const satisfies readonly Named[];

export const riskLevels = [
  { code: 'standard', name: 'Standard' },
  { code: 'medium', name: 'Medium' },
  { code: 'high', name: 'High' },
] as const satisfies readonly Named[];
export type RiskLevel = (typeof riskLevels)[number]['code'];

/** What makes a risk high whatever the score, with the author's reason. */
export const riskOverrides = [
  { code: 'hate', name: 'Hate: aimed at who somebody is' },
  { code: 'violence', name: 'Violence or the threat of it' },
  { code: 'safeguarding', name: 'A child or an adult needs safeguarding' },
] as const satisfies readonly Named[];

/** A working-day or calendar-day clock. */
export interface ReviewClock {
  days: number;
  unit: 'working' | 'calendar';
}
/** Everything that an agency sets for itself. Each version is kept, and an assessment keeps the version that it was made by. */
export interface AsbSettings {
  items: readonly Named[];
  /** The least total that is medium, and high. */
  mediumFrom: number;
  highFrom: number;
  reassessDays: number;
  /** Working days to the first contact. */
  contactDays: Readonly<Record<RiskLevel, number>>;
  /** What a plan before a release must hold. */
  releaseActions: readonly Named[];
  /** Days before the release on which a missing action is escalated. */
  escalateDays: number;
  threshold: { complaints: number; complaintMonths: number; applicationMonths: number };
  /** `report` counts from the day of the panel, the others from the application. */
  clocks: Readonly<Record<'acknowledge' | 'agencies' | 'decide' | 'panel' | 'report', ReviewClock>>;
}
const calendar = (days: number): ReviewClock => ({ days, unit: 'calendar' });

/** As the product comes: a proposal, but for the law of the threshold and one authority's published timetable. */
export const defaultAsbSettings: AsbSettings = {
  items: [
    { code: 'frequency', name: 'How often it happens' },
    { code: 'escalation', name: 'Whether it is getting worse' },
    { code: 'targeted', name: 'Whether it is aimed at somebody, or is hate' },
    { code: 'history', name: 'History of threats or violence' },
    { code: 'health', name: 'Effect on health' },
    { code: 'personal', name: 'Vulnerability: the person' },
    { code: 'situational', name: 'Vulnerability: where and how they live (isolation, tenure)' },
    { code: 'support', name: 'How little support they have' },
    { code: 'fear', name: 'Fear for their safety' },
    { code: 'others', name: 'Children or others affected' },
  ],
  mediumFrom: 10,
  highFrom: 19,
  reassessDays: 28,
  contactDays: { high: 1, medium: 2, standard: 5 },
  releaseActions: [
    { code: 'fire-safety', name: 'Fire safety at home' },
    { code: 'care', name: 'Care and support' },
    { code: 'vulnerability', name: 'Vulnerability assessment' },
    { code: 'contact', name: 'Regular contact by neighbourhood policing' },
  ],
  escalateDays: 7,
  threshold: { complaints: 3, complaintMonths: 1, applicationMonths: 6 },
  clocks: {
    acknowledge: { days: 2, unit: 'working' },
    agencies: calendar(14),
    decide: calendar(21),
    panel: calendar(28),
    report: calendar(7),
  },
};
/** Where each part of the settings comes from, for the page that shows them. */
export const settingSources: readonly (Sourced & { part: string })[] = [
  { part: 'Risk matrix and days to the first contact', marking: 'proposal', source: 'product' },
  {
    part: 'Three complaints, a month and six months',
    marking: 'verified',
    source: 'Anti-social Behaviour, Crime and Policing Act 2014 s.104',
  },
  {
    part: 'Timetable of a case review',
    marking: 'verified',
    source: 'one council’s published procedure (2 working days, 14, 21, 28 and 7 days); others differ',
  },
  { part: 'What a plan before a release holds', marking: 'proposal', source: 'product' },
];

/** What is done short of an order. */
export interface AsbMeasure extends Named {
  /** The victim's views are asked for first (2014 Act s.102). */
  needsViews: boolean;
}
export const asbMeasures: readonly AsbMeasure[] = [
  { code: 'reassurance', name: 'Reassurance', needsViews: false },
  { code: 'advice', name: 'Advice', needsViews: false },
  { code: 'mediation', name: 'Mediation', needsViews: false },
  { code: 'warning-letter', name: 'Warning letter', needsViews: false },
  { code: 'community-remedy', name: 'Community remedy', needsViews: true },
  { code: 'referral', name: 'Referral', needsViews: false },
  { code: 'target-hardening', name: 'Locks, lighting or small repairs', needsViews: false },
];

/** How long an order lasts, by the age of the person on the day it is made. */
export interface OrderLength extends Dated {
  kind: 'abc' | 'cbo';
  minAge: number;
  maxAge: number | null;
  minMonths: number | null;
  maxMonths: number | null;
  mayBeIndefinite: boolean;
  /** Where nobody says otherwise. */
  usualMonths: number | null;
  reviewMonths: number | null;
  needsYouthTeam: boolean;
}
const since2014 = { validFrom: '2014-10-20', validTo: null } as const;
export const orderLengths: readonly OrderLength[] = [
  {
    ...since2014,
    ...{ kind: 'abc', minAge: 10, maxAge: null, minMonths: null, maxMonths: null, mayBeIndefinite: false },
    ...{ usualMonths: 6, reviewMonths: 3, needsYouthTeam: false },
    ...{ marking: 'verified', source: 'councils’ published practice on acceptable behaviour contracts' },
  },
  {
    ...since2014,
    ...{ kind: 'cbo', minAge: 18, maxAge: null, minMonths: 24, maxMonths: null, mayBeIndefinite: true },
    ...{ usualMonths: null, reviewMonths: null, needsYouthTeam: false },
    ...{ marking: 'general-knowledge', source: 'Sentencing Act 2020 ss.330–331, GK' },
  },
  {
    ...since2014,
    ...{ kind: 'cbo', minAge: 10, maxAge: 17, minMonths: 12, maxMonths: 36, mayBeIndefinite: false },
    ...{ usualMonths: null, reviewMonths: 12, needsYouthTeam: true },
    ...{ marking: 'verified', source: 'Sentencing Act 2020; one police page says one to two years' },
  },
];

/** What came of a breach. */
export const breachResults = [
  { code: 'none', name: 'No action yet' },
  { code: 'warned', name: 'Warned' },
  { code: 'charged', name: 'Charged' },
  { code: 'fined', name: 'Fined or community sentence' },
  { code: 'custody', name: 'Custody' },
] as const satisfies readonly Named[];

/** Kinds of case that a joint agency tasking and co-ordination meeting takes. */
export const jatacCategories = [
  { code: 'repeat-victim', name: 'Repeat victim of anti-social behaviour' },
  { code: 'risk-victim', name: 'Victim at medium or high risk' },
  { code: 'family', name: 'Family that needs intervention' },
  { code: 'domestic-abuse', name: 'Victim of domestic abuse' },
  { code: 'prolific-offender', name: 'Prolific offender' },
  {
    code: 'vulnerable',
    name: 'Vulnerable person: homeless, repeat missing, radicalisation, child sexual exploitation',
  },
] as const satisfies readonly Named[];

/** What an agency contributes; where `isConfidential`, it is for named members alone (Caldicott principles). */
export const contributionKinds = [
  { code: 'police', name: 'Police', isConfidential: false },
  { code: 'housing', name: 'Housing', isConfidential: false },
  { code: 'fire', name: 'Fire', isConfidential: false },
  { code: 'council', name: 'Council service', isConfidential: false },
  { code: 'health', name: 'Health', isConfidential: true },
  { code: 'social-care', name: 'Social care', isConfidential: true },
] as const satisfies readonly (Named & { isConfidential: boolean })[];

/** The law of the case review, as letters and pages cite it. */
export const caseReviewBasis = 'Anti-social Behaviour, Crime and Policing Act 2014 s.104';

/** Words that tell of custody or of health: what an applicant reads has none of somebody else. "Your health" is the applicant's own. */
export const withheldWords: readonly (Sourced & { of: 'custody' | 'health'; words: readonly string[] })[] = [
  {
    ...{ of: 'custody', marking: 'proposal', source: 'product' },
    words: [
      'custody',
      'prison',
      'remand',
      'remanded',
      'probation',
      'parole',
      'sentenced',
      'imprisonment',
      'jail',
    ],
  },
  {
    ...{ of: 'health', marking: 'proposal', source: 'product' },
    words: [
      ...[
        'mental health',
        'mental-health',
        'mentally',
        'psychiatric',
        'psychosis',
        'diagnosis',
        'diagnosed',
        'dementia',
      ],
      ...['medication', 'hospital', 'GP', 'self-harm', 'suicide', 'suicidal', 'addiction', 'rehab'],
    ],
  },
];
/** Parts of how people and households are written that are nobody's name. */
export const notNames: readonly string[] = [
  ...[
    'The',
    'And',
    'Mrs',
    'Miss',
    'Mister',
    'Doctor',
    'Family',
    'Man',
    'Woman',
    'Unknown',
    'Not',
    'Known',
    'Tenant',
    'Resident',
  ],
  ...[
    'Neighbour',
    'Neighbours',
    'Flat',
    'House',
    'Road',
    'Street',
    'Council',
    'Police',
    'May',
    'June',
    'April',
    'August',
  ],
];
