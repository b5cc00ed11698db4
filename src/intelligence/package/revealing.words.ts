/**
 * Words by which a text says who told it. Gathered by hand from how such texts are written; not from any published list.
 * A row is a group: whoever is a «barmaid» behind the text is the «bar staff» in it.
 */

/** How people stand to each other. */
export const kinWords: readonly (readonly string[])[] = [
  [
    'wife',
    'husband',
    'spouse',
    'partner',
    'former partner',
    'ex-partner',
    'ex partner',
    'ex',
    'ex-wife',
    'ex-husband',
    'girlfriend',
    'boyfriend',
    'fiancee',
  ],
  ['mother', 'father', 'mum', 'dad', 'parent', 'parents', 'stepfather', 'stepmother'],
  ['son', 'daughter', 'stepson', 'stepdaughter'],
  ['brother', 'sister', 'sibling', 'brother-in-law', 'sister-in-law'],
  [
    'cousin',
    'cousins',
    'uncle',
    'aunt',
    'nephew',
    'niece',
    'grandfather',
    'grandmother',
    'grandson',
    'granddaughter',
    'nan',
    'grandad',
  ],
  [
    'neighbour',
    'neighbours',
    'tenant',
    'lodger',
    'flatmate',
    'housemate',
    'downstairs',
    'upstairs',
    'opposite',
    'next door',
    'flat below',
    'flat above',
  ],
  ['cell mate', 'cellmate', 'prisoner', 'inmate'],
  ['friend', 'friends', 'mate', 'acquaintance'],
];
/** What is said of any of them. */
export const anyKin: readonly string[] = [
  'relative',
  'relatives',
  'relation',
  'family',
  'family member',
  'in-law',
  'by marriage',
  'household',
];

/** What people do, where it tells who somebody is. */
export const jobWords: readonly (readonly string[])[] = [
  ['cleaner', 'cleans', 'cleaning lady'],
  ['barmaid', 'barman', 'bar staff', 'behind the bar', 'waitress', 'waiter', 'glass collector'],
  ['landlord', 'landlady', 'licensee', 'publican', 'manager', 'owner'],
  ['pharmacist', 'chemist', 'dispenser', 'staff of the chemist'],
  [
    'nurse',
    'doctor',
    'gp',
    'clinic',
    'ward',
    'ward sister',
    'health visitor',
    'paramedic',
    'midwife',
    'surgeon',
    'dentist',
    'patient',
  ],
  ['carer', 'care worker', 'cares for', 'home help', 'support worker', 'social worker', 'warden'],
  ['teacher', 'pupil', 'pupils', 'school', 'form', 'classmate', 'student', 'headteacher', 'lecturer'],
  [
    'employee',
    'employees',
    'works for',
    'worker at',
    'colleague',
    'workmate',
    'former employee',
    'staff',
    'on the gang',
    'of the gang',
    'apprentice',
    'labourer',
  ],
  [
    'business partner',
    'former partner',
    'director',
    'shareholder',
    'bookkeeper',
    'accountant',
    'ledgers',
    'clerk',
    'secretary',
    'treasurer',
    'typist',
    'receptionist',
  ],
  ['driver', 'drivers', 'drives for', 'courier', 'taxi driver', 'bus driver'],
  ['postman', 'postwoman', 'post worker', 'postal worker', 'delivery man'],
  ['shopkeeper', 'keeps the shop', 'assistant', 'cashier', 'checkout'],
  ['hairdresser', 'barber', 'does the hair', 'beautician'],
  ['customer', 'regular', 'client', 'buyer', 'borrower', 'debtor', 'owes'],
  [
    'resident',
    'residents',
    'caretaker',
    'keeps the key',
    'gardener',
    'gamekeeper',
    'farmer',
    'bailiff',
    'plumber',
    'electrician',
    'builder',
    'decorator',
  ],
  [
    'priest',
    'vicar',
    'imam',
    'rabbi',
    'pastor',
    'congregation',
    'solicitor',
    'vet',
    'journalist',
    'doorman',
    'bouncer',
    'security guard',
  ],
  ['member of the group', 'former member', 'gang member', 'witness'],
];

/** Verbs of whoever saw, heard or said it; in the active alone. «Has been seen» names nobody. */
export const tellingVerbs: readonly string[] = [
  ...[
    'says',
    'said',
    'tells',
    'told',
    'reports',
    'reported',
    'states',
    'stated',
    'writes',
    'wrote',
    'written',
    'claims',
    'mentioned',
    'boasts',
    'boasted',
  ],
  ...['saw', 'has seen', 'have seen', 'watches', 'watched', 'noticed', 'notices', 'witnessed', 'found'],
  ...['heard', 'hears', 'has heard', 'overheard', 'overhears', 'knows', 'treated', 'whispered', 'confided'],
  ...[
    'is worried',
    'are worried',
    'is afraid',
    'is scared',
    'is frightened',
    'was told',
    'were told',
    'been told',
    'is willing to',
  ],
];

/** Phrases that say that somebody told it. */
export const attributions: readonly string[] = [
  ...[
    'according to',
    'information from',
    'information is from',
    'told us',
    'told me',
    'in confidence',
    'off the record',
    'on condition',
  ],
  ...[
    'caller',
    'informant',
    'a source',
    'our source',
    'the source',
    'source close',
    'chis',
    'whistleblower',
    'insider',
  ],
  ...[
    'someone who',
    'somebody who',
    'someone whose',
    'somebody whose',
    'whoever',
    'who told',
    'person who knows',
    'one of the',
    'wishes to remain',
    'unnamed',
    'anonymous',
  ],
  ...['it is said', 'it was said', 'was made to'],
];

/** Ways of finding out that are not to be known. */
export const techniques: readonly string[] = [
  ...[
    'covert',
    'undercover',
    'surveillance',
    'observation post',
    'camera',
    'cameras',
    'footage',
    'cctv',
    'recording',
    'recorded by',
    'telescope',
    'binoculars',
  ],
  ...[
    'intercepted',
    'intercept',
    'tracker',
    'tracking device',
    'listening device',
    'wire',
    'drone',
    'test purchase',
    'test visit',
    'cell site',
    'billing',
  ],
  ...[
    'phone records',
    'itemised',
    'downloaded from',
    'pnc',
    'number plate recognition',
    'anpr',
    'agent',
    'handler',
    'under another name',
  ],
];

/** Moments that few know. Weekdays and months are told by their names, hours and days of a month by their form. */
export const moments: readonly string[] = [
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays'],
  ...[
    'january',
    'february',
    'march',
    'april',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  ...[
    'anniversary',
    'birthday',
    'wedding',
    'funeral',
    'boxing day',
    'christmas',
    'easter',
    'pay day',
    'the show',
    'last night',
    'yesterday',
  ],
];
/** What is to come has to be told: with these a moment is no sign of who saw it. */
export const toCome: readonly string[] = ['is to', 'are to', 'to be', 'will', 'going to', 'plans', 'next'];

/** Letters that stand for no person. */
export const abbreviations: readonly string[] =
  'UK EU US TV PC IT HQ VAT MOT HMP DVLA CCTV ANPR PNC ASB OCG NTS TS HMRC GP NHS ID DIY MP PO GB BMW VW UN AM PM OK NI DC DI DS PSNI DNA HGV LGV SUV ATM PIN QR'.split(
    ' ',
  );

/** Begin a sentence, or stand in a text on how something is known, with a capital and name nobody. */
export const plainCapitals: readonly string[] = (
  'a an the and but or if in on at by of for from to with without some somebody someone somewhere something nobody people man woman men women boy boys girl girls ' +
  'he she it they we you i his her its their our my this that these those there here who whoever what which when where while since until after before ' +
  'mr mrs ms miss dr sir lady young old older illegal some several many few two three four five six seven eight nine ten each every all most ' +
  'told seen heard known former only still may might can could will would is are was were has have had does do did not no yes as so also ' +
  'officer officers staff police council information intelligence records papers waste tobacco children drugs money goods stock cash deposits boxes borrowers ' +
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'
).split(' ');

/** What each kind of sign is, for whoever looks at it. */
export const signWords = {
  name: 'a name that the item is not linked to',
  initials: 'initials',
  kin: 'kin or neighbour',
  job: 'work or standing',
  told: 'says that somebody told or saw it',
  time: 'a moment that few know',
  technique: 'how it was found out',
  words: 'words of the raw text',
  behind: 'stands in how it is known',
} as const;
