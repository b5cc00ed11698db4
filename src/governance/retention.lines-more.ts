import { agencys, nothingElse, proposed, sixYears } from './retention.lines.ts';
import type { RetentionRule } from './retention.rules.ts';

/** About the installation, or from another side of the wall: what was done is told, how many is not. */
const uncounted = { isOfAgency: true, isCounted: false } as const;
const nobodys = { isOfAgency: false, isCounted: false } as const;
const emptied = { action: 'strip' } as const;
const deleted = { action: 'delete' } as const;
const faults = 'Enough to look into a fault or a complaint';

/** Work of teams, days of action, tests and inspections. Which officer did it stays with the work. */
export const workLines: readonly RetentionRule[] = [
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'operation', group: '3' },
    words: 'Days of action, with their stops',
    from: 'its day',
    what: 'Places, vehicles, what was said at stops, briefing, officers and debriefs go. Stops, results and numbers stay.',
    keptFor: 'a penalty from a stop that is not paid or ended',
  },
  {
    ...{ ...agencys, ...sixYears, ...emptied, kind: 'purchase', group: '3' },
    words: 'Test purchases',
    from: 'its day',
    what: 'Volunteers with how they were looked after, what was said at the till, why premises were chosen, officers and letters go. Attempts, results and ages as numbers stay.',
    keptFor: 'a follow-up that is not done; a penalty to a seller that is not paid or ended',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, kind: 'inspection-visit', group: '' },
    words: 'Inspections',
    from: 'the day of the visit',
    what: 'Words, name of the premises and what was sampled go. Kind, findings, result and days stay.',
    keptFor: 'a revisit to come; a sample without a result; premises of concern',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, kind: 'premises', group: '' },
    words: 'Premises',
    from: 'the last visit, test, sale or other thing about them',
    what: 'Names, address, licence, the ties to records and reasons go. Kind, district, risk, visits and tests stay as counts.',
    keptFor:
      'a visit to come; a concern; membership; an award; an open licence review; a test purchase that is kept; an address that must stay hidden',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, ...nothingElse, kind: 'award', group: '' },
    words: 'Awards of schemes',
    from: 'the decision, or the last day it holds',
    what: 'What the assessor wrote, and the certificate, go. Level and days stay.',
  },
  {
    ...{ ...agencys, ...proposed(36), ...emptied, ...nothingElse, kind: 'time-entry', group: '' },
    words: 'Entries of the time log',
    from: 'its day',
    what: 'Words and corrections go. Minutes, activity and whose they were stay, for the months that were closed.',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, ...nothingElse, kind: 'patrol-plan', group: '' },
    words: 'Patrol plans and patrols',
    from: 'the last day of the plan',
    what: 'Title, place and words go. District, priority, lines and days stay.',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, ...nothingElse, kind: 'power-use', group: '' },
    words: 'Uses of powers',
    from: 'the day it was used',
    what: 'The words go. Which power was used, when and by whom stay.',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, ...nothingElse, kind: 'reaccreditation', group: '' },
    words: 'Accreditations anew',
    from: 'the last day it holds, or it was stopped',
    what: 'The badge number goes. Powers and days stay.',
  },
  {
    ...{ ...agencys, ...proposed(12), ...deleted, ...nothingElse, kind: 'shift', group: '' },
    words: 'Rosters',
    from: 'the day of the duty',
    what: 'Who was on duty, and when, goes.',
  },
  {
    ...{ ...agencys, ...proposed(24), ...emptied, ...nothingElse, kind: 'success-flag', group: '' },
    words: 'Successes offered for publicity',
    from: 'the decision',
    what: 'The words go. That something was offered, and what was decided, stay.',
  },
  {
    ...{ ...agencys, ...proposed(12), ...deleted, ...nothingElse, kind: 'device-key', group: '' },
    words: 'Keys of the telephones of officers who left',
    from: 'the last change of the officer',
    what: 'The key goes, and with it whatever a telephone still holds sealed.',
  },
  {
    ...{ ...agencys, ...proposed(72), ...deleted, ...nothingElse, kind: 'legal-hold', group: '' },
    words: 'Legal holds that were lifted',
    from: 'the day it was lifted',
    what: 'What was held, by whom and why, goes. The audit says that there was a hold.',
  },
];

/** Questions to the intelligence side, and its own. Police information goes by a person's word; the months are counted from it. */
export const intelligenceLines: readonly RetentionRule[] = [
  {
    ...{ ...agencys, ...proposed(72), ...emptied, kind: 'vetting', group: '' },
    words: 'Questions to the intelligence side about a firm',
    from: 'the day of the answer',
    what: 'Whom it names goes. The day and the answer stay.',
    keptFor: 'no answer yet; the trader’s file that it was asked for',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, kind: 'enquiry', group: '' },
    words: 'Questions to the intelligence side about a prosecution or a request',
    from: 'the day of the round',
    what: 'Whom it names, and what was given for a request, go. The day stays.',
    keptFor: 'not considered yet; the prosecution file, or the request, that it was asked for',
  },
  {
    ...{ ...uncounted, ...proposed(72), ...emptied, kind: 'unit-vetting', group: '4' },
    words: 'What the unit answered about a firm, and why',
    from: 'the day of the answer',
    what: 'The reason goes. The answer stays.',
    keptFor: 'no answer yet',
  },
  {
    ...{ ...uncounted, ...proposed(72), ...emptied, kind: 'unit-enquiry', group: '4' },
    words: 'What the unit answered to an enquiry: the sensitive schedule',
    from: 'the day of the round',
    what: 'Lines, reasons and the printed schedule go. The answer stays.',
    keptFor: 'not considered yet; the prosecution file, or the request, that it was asked for',
  },
  {
    ...{ ...agencys, ...proposed(72), ...emptied, kind: 'commission', group: '' },
    words: 'Commissions to the intelligence unit',
    from: 'the last day of it: asked, answered, decided, paid, a sum that came in',
    what: 'Whom it names, the purpose and the address that was given go. What kind it was, the answer, sums and days stay.',
    keptFor: 'no answer yet; a grant or a loan that is not decided; a price that is not paid',
  },
  {
    ...{ ...uncounted, ...proposed(72), ...emptied, kind: 'unit-commission', group: '4' },
    words: 'What the unit found for a commission',
    from: 'the last day of it',
    what: 'The findings and what was proposed to cross go. The answer and the minutes stay.',
    keptFor: 'no answer yet; a grant or a loan that is not decided; a price that is not paid',
  },
  {
    ...{
      ...uncounted,
      ...proposed(24),
      ...deleted,
      ...nothingElse,
      kind: 'intelligence-receipt',
      group: '4',
    },
    words: 'Receipts of intelligence forms',
    from: 'the day the form was sent',
    what: 'That an officer sent a form, and what was answered, go. The item is the unit’s and stays.',
  },
  {
    ...{ ...uncounted, ...proposed(24), ...emptied, ...nothingElse, kind: 'intelligence-feed', group: '4' },
    words: 'Files of items that the unit was given',
    from: 'the day it was loaded or put away',
    what: 'Rows that were rejected, the file’s name and its columns go. How many were loaded stays.',
  },
  {
    ...{ ...uncounted, ...proposed(1), ...emptied, kind: 'intelligence-item', group: '3 and 4' },
    words: 'Intelligence items',
    from: 'the review that found it no longer needed',
    what: 'Words, grades, links, mentions and harm go. Reference, days and what was done stay. No item goes but by a person’s decision with a reason.',
    keptFor:
      'a package made from it that is kept; an enquiry about somebody in it that no round has considered; a line of a sensitive schedule; an assessment of harm of somebody whom other items name',
  },
  {
    ...{ ...uncounted, ...proposed(1), ...emptied, kind: 'intelligence-package', group: '4' },
    words: 'Intelligence packages',
    from: 'the review that found it no longer needed',
    what: 'Words, outcomes’ words and which paragraphs it was made from go. To whom, by which gateway and when stay: the disclosure log. No package goes but by a person’s decision with a reason.',
    keptFor:
      'an answer to come; an open case that it led to, or one that is held or before a court; a day of action to come; a warning to residents that runs; an enquiry about somebody in it',
  },
  {
    ...{ ...uncounted, ...proposed(1), ...emptied, kind: 'intelligence-group', group: '3 and 4' },
    words: 'Cards of organised crime groups',
    from: 'the last step, or the last review of an item it rests on',
    what: 'Name, members, grounds, plan and words go. Status, scores, strands, grades and days stay. No card goes before a person has let go of every item it rests on.',
    keptFor:
      'a card that is not put away; an open action of its plan; any item of its members that the unit keeps, or is asked about; a card on which nobody stands, since nobody decided about it',
  },
  {
    ...{ ...uncounted, ...proposed(1), action: 'delete', kind: 'intelligence-check', group: '4' },
    words: 'Questions of the unit to systems outside about somebody of an item',
    from: 'the review that found the item no longer needed',
    what: 'What was asked, why and what was answered go. The item follows. One that is tied to no item stays.',
    keptFor: 'an answer to come',
  },
  {
    ...{ ...uncounted, ...proposed(72), ...emptied, ...nothingElse, kind: 'intelligence-source', group: '4' },
    words: 'Who a source is',
    from: 'the day the last item of the source went',
    what: 'The sealed identity goes. The pseudonym stays. A source with any item that is kept stays.',
  },
];

/** The system's own working, and the audit. */
export const ownLines: readonly RetentionRule[] = [
  {
    ...{ ...nobodys, ...deleted, ...nothingElse, kind: 'message', group: '', months: 12, marking: 'own' },
    words: 'Messages that were sent or given up',
    from: 'the day it was written',
    what: 'Address and words go.',
    source: 'A message holds a reference and a link',
  },
  {
    ...{ ...nobodys, ...deleted, ...nothingElse, kind: 'failed-job', group: '', months: 12, marking: 'own' },
    words: 'Jobs that failed for the last time',
    from: 'the day it failed',
    what: 'The job and the ids it was about go.',
    source: 'A job holds ids and the kind of fault',
  },
  {
    ...{ ...nobodys, ...deleted, ...nothingElse, kind: 'session', group: '', months: 3, marking: 'own' },
    words: 'Sessions that are over',
    from: 'the day it ended',
    what: 'That somebody was signed in, and with which browser, goes. Signing in, and failing to, is in the audit.',
    source: faults,
  },
  {
    ...{
      ...nobodys,
      ...deleted,
      ...nothingElse,
      kind: 'password-link',
      group: '',
      months: 3,
      marking: 'own',
    },
    words: 'Links for a new password',
    from: 'the day it stopped working',
    what: 'The hash of the link goes.',
    source: faults,
  },
  {
    ...{ ...nobodys, ...nothingElse, kind: 'audit', group: '', months: undefined, marking: 'law' },
    words: 'The audit',
    from: '',
    action: 'never',
    what: 'Nothing goes. Each entry is hashed with the one before it: taking one out breaks its chain, and with it the proof. It holds no words of a record.',
    source:
      'Data Protection Act 2018 s.62: logs of law-enforcement processing are kept, and given to the regulator on request',
  },
];
