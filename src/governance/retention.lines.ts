import type { RetentionRule } from './retention.rules.ts';

/** An agency's records: none goes until its auditor has said how long, and the auditor is told what is due. */
export const agencys = { isOfAgency: true, isCounted: true } as const;
/** Nothing but a hold or a request keeps it. */
export const nothingElse = { keptFor: '' } as const;
const sixYearsSaid =
  'Council-sector rule of thumb for case material, six years; for police information six years is the least, then reviewed (Hansard, 19 June 2006)';
/** Case material and police information: six years is the least. */
export const sixYears = { months: 72, marking: 'guidance', source: sixYearsSaid } as const;
/** A length that nobody outside this product is known to have said. */
export const proposed = (months: number, source = 'Proposed by this product') =>
  ({ months, marking: 'unverified', source }) as const;
const emptied = { action: 'strip' } as const;
const deleted = { action: 'delete' } as const;

/** What is about people first of all: reports, records, the register, complaints, requests, applications. */
export const peopleLines: readonly RetentionRule[] = [
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'report', group: '3 and 4' },
    words: 'Reports',
    from: 'the day it was closed',
    what: 'Words, place, photos, messages and whoever reported go. Kind, ward, days and outcome stay, for the figures.',
    keptFor:
      'an open case or task, or one before a court; a penalty, community protection file or case of anti-social behaviour made from it; an open report of the same',
  },
  {
    ...{ ...agencys, ...proposed(24), ...deleted, kind: 'reporter', group: '4' },
    words: 'Who reported',
    from: 'the day the report was closed',
    what: 'Name, telephone, e-mail and address of whoever reported go, and the words to come back with. The report stays.',
    keptFor:
      'an open case or task, or one before a court; a penalty, community protection file or case of anti-social behaviour that stands on the report',
  },
  {
    ...{ ...agencys, ...sixYears, ...deleted, kind: 'received-record', group: '4' },
    words: 'Received records of people, firms, vehicles and places',
    from: 'the day it was received',
    what: 'The record, its keys and its links go. Groups 1 to 3 are reviewed by a person and never go by themselves.',
    keptFor:
      'a report that is kept; a link; a judgement; any file that names it; an address that must stay hidden',
  },
  {
    ...{ ...agencys, ...deleted, kind: 'list-row', group: '4' },
    ...proposed(36, 'Proposed by this product, from the three years proposed for victims'),
    words: 'Rows of lists that were closed',
    from: 'the day the list was closed',
    what: 'The row, its earlier versions and its keys go. The list’s own entry stays, with how many rows it had.',
    keptFor: 'a later version; a judgement; any file that names it; an address that must stay hidden',
  },
  {
    ...{ ...agencys, ...proposed(72), ...deleted, kind: 'screening', group: '' },
    words: 'Officer-safety screens',
    from: 'the day of the screen',
    what: 'That somebody screened, and what was met, go.',
    keptFor: 'a visit or a day of action to come',
  },
  {
    ...{ ...agencys, ...proposed(12), ...deleted, ...nothingElse, kind: 'marker', group: '' },
    words: 'Warning markers that were ended or lapsed',
    from: 'the day it was ended, or its review day where nobody ended it',
    what: 'The marker, why it was set, its history and what screens met of it go.',
  },
  {
    ...{ ...agencys, ...emptied, kind: 'victim-file', group: '4' },
    ...proposed(36, 'Proposed by this product: three years after the last contact'),
    words: 'Files of the victim register that rest',
    from: 'the last thing that was noted',
    what: 'Name, contact, words, precautions and the tie to any record go. Losses, visits and statuses stay as counts.',
    keptFor:
      'a file it is joined with; an offer; a visit to come; a referral without an answer; an outcome of court still to be told; an address that must stay hidden',
  },
  {
    ...{ ...agencys, ...emptied, ...nothingElse, kind: 'visit', group: '4' },
    ...proposed(36, 'Proposed by this product: as the files of the victim register'),
    words: 'Visits that are over',
    from: 'the day it was planned for',
    what: 'The name, the words and who went along go. That there was a visit, and its result, stay.',
  },
  {
    ...{ ...agencys, ...emptied, kind: 'complainant', group: '4' },
    ...proposed(36, 'Proposed by this product: three years after the last contact'),
    words: 'Who complained of anti-social behaviour',
    from: 'the last contact, once the case is closed',
    what: 'Name, telephone, e-mail, wishes, and the words of contacts and incidents go. That there were so many, and their days, stay.',
    keptFor: 'an open case review',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'asb-case', group: '3 and 4' },
    words: 'Cases of anti-social behaviour',
    from: 'the day it was closed',
    what: 'Who it is about, who complained, words, answers, contracts and terms go. Category, level, days, breaches and outcome stay.',
    keptFor:
      'a contract or order that runs; a release to come; an open nomination, case review or task of a plan',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'nomination', group: '3 and 4' },
    words: 'Nominations to joint agency tasking',
    from: 'the day it was closed or not taken',
    what: 'Who it is about and what each agency brought go, by the word of the agency that chairs. Category, levels and outcome stay.',
    keptFor: 'an open action; a release to come',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'case-review', group: '4' },
    words: 'Anti-social behaviour case reviews',
    from: 'the day it was closed',
    what: 'Who applied, complaints, findings, letters and the words of recommendations go. Days, decision and that bodies answered stay.',
    keptFor: 'a recommendation without an answer',
  },
  {
    ...{ ...agencys, ...proposed(36), ...deleted, ...nothingElse, kind: 'access-request', group: '' },
    words: 'Requests of people for their own data',
    from: 'the day it was answered or refused',
    what: 'The request, what was gathered, what was decided, letter, bundle and schedule go.',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, kind: 'trader', group: '' },
    words: 'Applications and memberships of checked traders that ended',
    from: 'the last step, the last day of membership',
    what: 'The firm, its owners, address, papers, letters and words go. Steps, payments, trades and district stay.',
    keptFor: 'a time to appeal that runs; an open complaint',
  },
  {
    ...{ ...agencys, ...emptied, kind: 'trader-proof', group: '' },
    ...proposed(1, 'Proposed by this product: copies of identity documents until the decision'),
    words: 'Copies that show who a trader is',
    from: 'the decision',
    what: 'The copy and its words go. That it was shown, and its hash, stay.',
    keptFor: 'an appeal, or a time to appeal that runs; a renewal that is looked at',
  },
];

/** Files of enforcement, of the courts, and the work that was set for them. */
export const enforcementLines: readonly RetentionRule[] = [
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'penalty', group: '3' },
    words: 'Fixed penalties',
    from: 'the day it was paid or otherwise ended',
    what: 'Who it was to, place, evidence, papers and words go. Offence, ward, days, amounts and payments stay.',
    keptFor:
      'a penalty that is not paid, or before a court; an open case, community protection file or follow-up of a test purchase',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'protection', group: '3' },
    words: 'Community protection warnings and notices',
    from: 'the day it ended',
    what: 'Who was warned, conduct, place, requirements, evidence and letters go. Kinds of conduct, ward, days and verdict stay.',
    keptFor:
      'an appeal, or a time to appeal that runs; a prosecution without a verdict; its penalty unpaid; an open case',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'closure', group: '3' },
    words: 'Closures of premises',
    from: 'the day it ended',
    what: 'Address, who lives there, checklist, notices and words go. Kind of premises, grounds, ward and days stay.',
    keptFor: 'a time to appeal or to claim that runs; a prosecution; an open case',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'encampment', group: '' },
    words: 'Unauthorised encampments',
    from: 'the day it ended',
    what: 'Land, people counted, welfare, registration marks, notices and words go. Ward, caravans, days and cost stay.',
    keptFor: 'a prosecution; an open case',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'abandoned', group: '' },
    words: 'Abandoned vehicles',
    from: 'the day it ended',
    what: 'Mark, make, place, keeper, assessment, notices and words go. Ward, land, days and how it ended stay.',
    keptFor: 'a prosecution; an open case',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, kind: 'pspo', group: '' },
    words: 'Public spaces orders',
    from: 'the day it was discharged or ran out',
    what: 'Evidence, what people said, and who was authorised go. The order, its consultation and what was published stay.',
    keptFor: 'a time to challenge that runs; a penalty for its breach that is not paid',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'prosecution', group: '3' },
    words: 'Prosecution files',
    from: 'the day of the last outcome',
    what: 'Exhibits, unused material, continuity, papers and the words for victims go. Result, court, days and amounts stay.',
    keptFor: 'an open case; a victim still to be told; a question to the intelligence unit without an answer',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'case', group: '3' },
    words: 'Cases',
    from: 'the day it was closed',
    what: 'Title, summary, history and words go. Agency, ward, days and outcome stay.',
    keptFor: 'an open task; a prosecution, or any file made on it, that is kept; a package that led to it',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'task', group: '' },
    words: 'Tasks',
    from: 'the day of its result',
    what: 'Title, what was expected, result and history go. Service, days and status stay. Minutes say what they said.',
    keptFor: 'an open case or nomination, or a case before a court; a success not decided on',
  },
];
