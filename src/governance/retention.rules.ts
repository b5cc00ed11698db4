/** What comes of a record when its time has come. */
export type RetentionAction = 'delete' | 'strip' | 'never';

/**
 * Who says how long. `guidance` is written down by somebody with a word in it. `unverified` is a proposal that nobody outside
 * this product is known to have made. `own` is the working of the system itself, about
 * which no law or guidance names a number. `law` forbids what the line says is never done.
 */
export type RetentionMarking = 'law' | 'guidance' | 'unverified' | 'own';

/** One kind of record, and how long it is kept. */
export interface RetentionRule {
  kind: RetentionKind;
  words: string;
  /** Group of police information, where the kind has one (domain 2.16). */
  group: string;
  /** Months; of an agency's records what is proposed, by `guidance` the least. None where nothing is ever deleted. */
  months: number | undefined;
  /** The day from which the months are counted. */
  from: string;
  action: RetentionAction;
  /** What goes and what stays, in a sentence. */
  what: string;
  marking: RetentionMarking;
  source: string;
  /** Whether records of the kind are an agency's: none goes until it has said how long. Those of nobody's go by one rule. */
  isOfAgency: boolean;
  /** Whether an auditor is told how many are due, of their own agency. */
  isCounted: boolean;
}

export const retentionKinds = [
  'report',
  'reporter',
  'received-record',
  'list-row',
  'screening',
  'marker',
  'victim-file',
  'visit',
  'access-request',
  'intelligence-receipt',
  'message',
  'failed-job',
  'session',
  'password-link',
  'audit',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

const agencys = { isOfAgency: true, isCounted: true } as const;
/** About the installation, or from another side of the wall: what was done is told, how many is not. */
const uncounted = { isCounted: false } as const;
const sixYears =
  'Council-sector rule of thumb for case material, six years; for police information six years is the least, then reviewed (Hansard, 19 June 2006)';

/** Every kind of record that goes by itself when its time has come, and the one that never does. */
export const retentionRules: readonly RetentionRule[] = [
  {
    ...agencys,
    kind: 'report',
    words: 'Reports',
    group: '3 and 4',
    months: 72,
    from: 'the day it was closed',
    action: 'strip',
    what: 'Words, place, photos, messages and whoever reported go. Kind, ward, days and outcome stay, for the figures.',
    marking: 'guidance',
    source: sixYears,
  },
  {
    ...agencys,
    kind: 'reporter',
    words: 'Who reported',
    group: '4',
    months: 24,
    from: 'the day the report was closed',
    action: 'delete',
    what: 'Name, telephone, e-mail and address of whoever reported go, and the words to come back with. The report stays.',
    marking: 'unverified',
    source: 'Proposed by this product',
  },
  {
    ...agencys,
    kind: 'received-record',
    words: 'Received records of people, firms, vehicles and places',
    group: '4',
    months: 72,
    from: 'the day it was received',
    action: 'delete',
    what: 'The record, its keys and its links go. Groups 1 to 3 are reviewed by a person and never go by themselves.',
    marking: 'guidance',
    source: sixYears,
  },
  {
    ...agencys,
    kind: 'list-row',
    words: 'Rows of lists that were closed',
    group: '4',
    months: 36,
    from: 'the day the list was closed',
    action: 'delete',
    what: 'The row, its earlier versions and its keys go. The list’s own entry stays, with how many rows it had.',
    marking: 'unverified',
    source: 'Proposed by this product, from the three years proposed for victims',
  },
  {
    ...agencys,
    kind: 'screening',
    words: 'Officer-safety screens',
    group: '',
    months: 72,
    from: 'the day of the screen',
    action: 'delete',
    what: 'That somebody screened, and what was met, go.',
    marking: 'unverified',
    source: 'Proposed by this product',
  },
  {
    ...agencys,
    kind: 'marker',
    words: 'Warning markers that were ended or lapsed',
    group: '',
    months: 12,
    from: 'the day it was ended, or its review day where nobody ended it',
    action: 'delete',
    what: 'The marker, why it was set, its history and what screens met of it go.',
    marking: 'unverified',
    source: 'Proposed by this product',
  },
  {
    ...agencys,
    kind: 'victim-file',
    words: 'Files of the victim register that rest',
    group: '4',
    months: 36,
    from: 'the last thing that was noted',
    action: 'strip',
    what: 'Name, contact, words, precautions and the tie to any record go. Losses, visits and statuses stay as counts.',
    marking: 'unverified',
    source: 'Proposed by this product: three years after the last contact',
  },
  {
    ...agencys,
    kind: 'visit',
    words: 'Visits that are over',
    group: '4',
    months: 36,
    from: 'the day it was planned for',
    action: 'strip',
    what: 'The name, the words and who went along go. That there was a visit, and its result, stay.',
    marking: 'unverified',
    source: 'Proposed by this product: as the files of the victim register',
  },
  {
    ...agencys,
    kind: 'access-request',
    words: 'Requests of people for their own data',
    group: '',
    months: 36,
    from: 'the day it was answered or refused',
    action: 'delete',
    what: 'The request, what was gathered, what was decided, letter, bundle and schedule go.',
    marking: 'unverified',
    source: 'Proposed by this product',
  },
  {
    isOfAgency: true,
    ...uncounted,
    kind: 'intelligence-receipt',
    words: 'Receipts of intelligence forms',
    group: '4',
    months: 24,
    from: 'the day the form was sent',
    action: 'delete',
    what: 'That an officer sent a form, and what was answered, go. The item is the unit’s and stays.',
    marking: 'unverified',
    source: 'Proposed by this product',
  },
  {
    isOfAgency: false,
    ...uncounted,
    kind: 'message',
    words: 'Messages that were sent or given up',
    group: '',
    months: 12,
    from: 'the day it was written',
    action: 'delete',
    what: 'Address and words go.',
    marking: 'own',
    source: 'A message holds a reference and a link',
  },
  {
    isOfAgency: false,
    ...uncounted,
    kind: 'failed-job',
    words: 'Jobs that failed for the last time',
    group: '',
    months: 12,
    from: 'the day it failed',
    action: 'delete',
    what: 'The job and the ids it was about go.',
    marking: 'own',
    source: 'A job holds ids and the kind of fault',
  },
  {
    isOfAgency: false,
    ...uncounted,
    kind: 'session',
    words: 'Sessions that are over',
    group: '',
    months: 3,
    from: 'the day it ended',
    action: 'delete',
    what: 'That somebody was signed in, and with which browser, goes. Signing in, and failing to, is in the audit.',
    marking: 'own',
    source: 'Enough to look into a fault or a complaint',
  },
  {
    isOfAgency: false,
    ...uncounted,
    kind: 'password-link',
    words: 'Links for a new password',
    group: '',
    months: 3,
    from: 'the day it stopped working',
    action: 'delete',
    what: 'The hash of the link goes.',
    marking: 'own',
    source: 'Enough to look into a fault or a complaint',
  },
  {
    isOfAgency: false,
    ...uncounted,
    kind: 'audit',
    words: 'The audit',
    group: '',
    months: undefined,
    from: '',
    action: 'never',
    what: 'Nothing goes. Each entry is hashed with the one before it: taking one out breaks its chain, and with it the proof. It holds no words of a record.',
    marking: 'law',
    source:
      'Data Protection Act 2018 s.62: logs of law-enforcement processing are kept, and given to the regulator on request',
  },
];

export const ruleOf = (kind: RetentionKind): RetentionRule => {
  const rule = retentionRules.find((one) => one.kind === kind);
  if (!rule) throw new Error(`No rule for ${kind}.`);
  return rule;
};

/** Lines that the nightly job goes by. */
export const goingRules: readonly RetentionRule[] = retentionRules.filter(({ action }) => action !== 'never');
/** Lines whose period an agency sets: a person says once that records of people may go by themselves (domain §8, disposal). */
export const settableKinds = retentionRules
  .filter(({ isOfAgency }) => isOfAgency)
  .map(({ kind }) => kind) as [RetentionKind, ...RetentionKind[]]; // the table has such lines

/** What this product does not let go by itself yet, said on the page. */
export const notCovered: readonly string[] = [
  'Cases, tasks, meetings and their papers',
  'Fixed penalties, community protection files, closures, encampments and public spaces orders, with their letters and evidence',
  'Intelligence items, sources, packages and enquiries to the unit',
  'Prosecution files, outcomes, victims told and warnings to residents',
  'Received records of groups 1 to 3, which a person must review',
  'Files of the victim register that were joined, or whose address must stay hidden',
  'People of the directory and their roles',
];
