import {
  type LicensingClock,
  licensingOutcomes,
  licensingPeriods,
  periodOf,
} from '../../../reference/licensing.ts';
import { addMonths, type Condition, type Counted, countPeriod } from '../../enforcement/index.ts';
import type { Day } from '../../platform/clock/clock.ts';
import { dayWords } from '../../platform/ui/index.ts';
import type { LicensingStepInput } from './licensing.forms.ts';
import type { Evidence, Licensing, SetPeriod } from './licensing.store.ts';
import type { LicensingField, LicensingLine, LicensingNeed } from './licensing.transitions.ts';

/** All that the needs of a step look at. */
export interface LicensingFacts {
  file: Licensing;
  evidence: readonly Evidence[];
  periods: readonly PeriodInUse[];
  on: Day;
  today: Day;
  input: Partial<LicensingStepInput>;
}

/** A period as an agency uses it: its own number, or what is shipped, which no source that we read states. */
export interface PeriodInUse {
  code: LicensingClock;
  count: number | null;
  source: string;
  isOwn: boolean;
}
export const periodsInUse = (set: readonly SetPeriod[]): PeriodInUse[] =>
  licensingPeriods.map(({ code, count }) => {
    const own = set.find((one) => one.code === code);
    return own
      ? { code, count: own.count, source: own.source, isOwn: true }
      : { code, count, source: 'general knowledge, not confirmed by your agency', isOwn: false };
  });

const numberOf = (periods: readonly PeriodInUse[], code: LicensingClock): PeriodInUse | undefined =>
  periods.find((one) => one.code === code && one.count !== null);

/** The end of a period in use, and how it was counted; undefined where the agency uses no number. */
export function countClock(
  { periods }: Pick<LicensingFacts, 'periods'>,
  code: 'representations' | 'hearing' | 'summary-hearing' | 'appeal',
  from: Day,
  fromWords: string,
): Counted | undefined {
  const used = numberOf(periods, code);
  const { unit, begins } = periodOf(code);
  if (!used?.count || unit === 'months') return undefined;
  const counted = countPeriod({ count: used.count, unit, begins }, from, fromWords);
  return { ...counted, why: `${counted.why.replace(/\.$/, '')} (${used.source}).` };
}

type Check = Pick<Condition, 'met' | 'words' | 'mend' | 'field'>;
const check = (met: boolean, words: string, mend = '', field = ''): Check => ({ met, words, mend, field });

/** The box of each field, for the place of an error. */
export const fieldOf: Record<LicensingField, string> = {
  on: 'on',
  applicant: 'applicant',
  grounds: 'grounds',
  case: 'case',
  certificate: 'certificate',
  from: 'from',
  standing: 'standing',
  hearing: 'hearingOn',
  result: 'result',
  outcomes: 'outcomes',
  conditions: 'conditions',
  until: 'until',
  reason: 'reason',
};

/** Whether a step decides over the licence: the authority's decision, or the court's where it decided otherwise. */
export const decidesAnew = (action: string, input: Partial<LicensingStepInput>): boolean =>
  action === 'decide' || input.result === 'changed';

/** One outcome that stands alone, or several that go together; a suspension with its last day, conditions in words. */
function decisionWhole({ input, on, periods, file }: LicensingFacts): Check {
  const words = 'What is decided over the licence is whole';
  if (file.status === 'appealed' && input.result !== 'changed') {
    if (input.result === 'sent-back')
      return check(
        Boolean(input.hearingOn && input.hearingOn >= on),
        words,
        'Enter the day of the new hearing.',
        'hearingOn',
      );
    return check(true, words);
  }
  const chosen = licensingOutcomes.filter(({ code }) => input.outcomes?.includes(code));
  if (chosen.length === 0) return check(false, words, 'Choose what is decided.', 'outcomes');
  if (chosen.length > 1 && chosen.some(({ alone }) => alone))
    return check(false, words, 'To revoke, or to take no step, stands alone.', 'outcomes');
  const has = (code: string) => chosen.some((one) => one.code === code);
  if ((has('conditions') || has('exclude')) && !input.conditions)
    return check(false, words, 'Enter the conditions, or the activity, as they are now.', 'conditions');
  if (has('suspend') !== Boolean(input.until))
    return check(
      false,
      words,
      has('suspend') ? 'Enter the last day of the suspension.' : 'A last day is of a suspension alone.',
      'until',
    );
  const most = numberOf(periods, 'suspension')?.count;
  const last = most ? addMonths(on, most) : undefined;
  if (input.until && (input.until < on || (last && input.until > last)))
    return check(
      false,
      words,
      last ? `A suspension ends by ${dayWords(last)}.` : 'It ends after the decision.',
      'until',
    );
  return check(true, words);
}

/** The needs of the table, each with what it says when it is not met. */
const asks: Record<LicensingNeed, (facts: LicensingFacts) => Check> = {
  'licence-known': ({ file }) =>
    check(
      file.licenceNumber !== null,
      'The licence is known',
      'Enter its number on the card of the premises.',
      'licence',
    ),
  'certificate-given': ({ file, input }) =>
    check(
      file.kind !== 'summary' || (Boolean(input.certificate) && input.applicant === 'police'),
      'A summary review rests on a certificate of the police',
      'Enter who of the police certified what; the applicant is the chief officer.',
      'certificate',
    ),
  'is-summary': ({ file }) =>
    check(file.kind === 'summary', 'It is a summary review', 'Interim steps are of a summary review alone.'),
  'in-representation-time': ({ file, on }) =>
    check(
      file.appliedOn !== null &&
        on >= file.appliedOn &&
        (file.representationsUntil === null || on <= file.representationsUntil),
      file.representationsUntil ? `It came by ${dayWords(file.representationsUntil)}` : 'It came in time',
      'What comes later is no representation. The licensing authority may be told of it.',
      'on',
    ),
  'hearing-after-representations': ({ file, input, today }) =>
    check(
      Boolean(
        input.hearingOn &&
          input.hearingOn > (file.representationsUntil ?? '') &&
          input.hearingOn >= (file.advertisedOn ?? today),
      ),
      file.representationsUntil
        ? `The hearing is after ${dayWords(file.representationsUntil)}, the last day for representations`
        : 'The hearing is after notice was given',
      'Enter a later day.',
      'hearingOn',
    ),
  'hearing-in-time': ({ file, input }) =>
    check(
      file.hearingBy === null || Boolean(input.hearingOn && input.hearingOn <= file.hearingBy),
      file.hearingBy
        ? `The hearing is by ${dayWords(file.hearingBy)}`
        : 'No period for the hearing is in use',
      'Enter an earlier day.',
      'hearingOn',
    ),
  'was-heard': ({ file, on }) =>
    check(
      file.hearingOn !== null && on >= file.hearingOn,
      file.hearingOn
        ? `The decision was told on or after the hearing, ${dayWords(file.hearingOn)}`
        : 'It was heard',
      'Enter the day of the hearing or a later one.',
      'on',
    ),
  'decision-whole': decisionWhole,
  'in-appeal-time': ({ file, on }) =>
    check(
      file.appealUntil === null || on <= file.appealUntil,
      file.appealUntil
        ? `The appeal came by ${dayWords(file.appealUntil)}`
        : 'No period for an appeal is in use',
      'An appeal that comes later is none.',
      'on',
    ),
  'appeal-time-over': ({ file, on }) =>
    check(
      file.appealUntil === null || on > file.appealUntil,
      file.appealUntil
        ? `The time for an appeal, to ${dayWords(file.appealUntil)}, is over`
        : 'No period for an appeal is in use: ask the court',
      'Enter a day after it.',
      'on',
    ),
};

/** Needs that the form of a step decides, and not the file as it stands. */
const decidedByForm: readonly LicensingNeed[] = [
  'certificate-given',
  'in-representation-time',
  'hearing-after-representations',
  'hearing-in-time',
  'was-heard',
  'decision-whole',
  'in-appeal-time',
  'appeal-time-over',
];
/** The needs of a line that the file must meet before its form is opened. */
export const standingNeeds = ({ needs }: LicensingLine): readonly LicensingNeed[] =>
  needs.filter((need) => !decidedByForm.includes(need));
/** Interim steps are not offered in a review that is no summary one: nothing would mend it. */
export const isOffered = (conditions: readonly Condition[]): boolean =>
  conditions.every(({ code, met }) => met || code !== 'is-summary');

/** The needs of a line as they stand. */
export const licensingConditions = (line: LicensingLine, facts: LicensingFacts): Condition[] =>
  line.needs.map((code) => ({ code, ...asks[code](facts) }));
