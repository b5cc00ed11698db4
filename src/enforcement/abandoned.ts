import { factorsOn, noticeLimitOn, storageLimitOn } from '../../reference/abandoned.ts';
import type { Day } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { AbandonedStepInput } from './abandoned.forms.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import type { AbandonedField, AbandonedLine, AbandonedNeed } from './abandoned.transitions.ts';
import type { FactorFound, KeeperEnquiry, Standing } from './abandoned-parts.store.ts';
import { momentWords } from './closure.time.ts';
import type { Condition } from './procedure.ts';
import type { ChargeStanding } from './vehicle-charge.store.ts';

/** All that the needs of a step look at. */
export interface AbandonedFacts {
  file: AbandonedVehicle;
  standing: Standing | null;
  assessment: readonly FactorFound[];
  enquiries: readonly KeeperEnquiry[];
  /** What is asked for its removal and storage on that day; undefined where nothing is. */
  charge: ChargeStanding | undefined;
  /** The moment of the step, its day, and what its form said. */
  at: Date;
  on: Day;
  input: Partial<AbandonedStepInput>;
  now: Date;
}

type Check = Pick<Condition, 'met' | 'words' | 'mend' | 'field'>;
const check = (met: boolean, words: string, mend: string, field = ''): Check => ({ met, words, mend, field });

/** What each field of a step is called in its form, for the place of an error. */
export const abandonedFieldOf: Record<AbandonedField, string> = {
  at: 'on',
  on: 'on',
  period: 'period',
  ways: 'ways',
  by: 'by',
  told: 'told',
  who: 'who',
  storage: 'storage',
  store: 'store',
  disposal: 'disposal',
  evidence: 'evidence',
  reason: 'reason',
};

/** Factors of the assessment of a day that have no answer yet. */
export const unassessedFactors = (assessment: readonly Pick<FactorFound, 'factor'>[], on: Day) =>
  factorsOn(on).filter(({ code }) => !assessment.some(({ factor }) => factor === code));

/** Factors that speak for abandoned and can decide it alone. A vehicle without tax is not by itself abandoned. */
export const decidingFactors = (assessment: readonly Pick<FactorFound, 'factor' | 'answer'>[], on: Day) =>
  factorsOn(on).filter(
    ({ code, decidesAlone }) =>
      decidesAlone && assessment.some(({ factor, answer }) => factor === code && answer === 'for'),
  );

/** Whether the last answer about it says that it is reported stolen. */
export const isReportedStolen = (enquiries: readonly Pick<KeeperEnquiry, 'answer'>[]): boolean =>
  enquiries.filter(({ answer }) => answer === 'stolen' || answer === 'not-stolen').at(-1)?.answer ===
  'stolen';

const landCheck = ({ file }: AbandonedFacts, isPrivate: boolean): Check =>
  check(
    (file.landKind === 'private') === isPrivate,
    isPrivate ? 'It stands on private land' : 'It stands on a highway or other public land',
    isPrivate
      ? 'On public land the notice is put on the vehicle.'
      : 'On private land the notice is served on the occupier, who may object.',
    'landKind',
  );

/** The needs of the table, each with what it says when it is not met. */
const asks: Record<AbandonedNeed, (facts: AbandonedFacts) => Check> = {
  'place-known': ({ file, standing }) =>
    check(
      file.districtCode !== null && Boolean(standing?.isHidden || standing?.placeWords),
      'It is known where it stands',
      'Say where it stands, with a postcode near it that we know.',
      'placeWords',
    ),
  assessed: ({ assessment, on }) => {
    const left = unassessedFactors(assessment, on);
    const all = factorsOn(on).length;
    return check(
      all > 0 && left.length === 0,
      `The assessment is complete: ${all - left.length} of ${all} factors`,
      left.length === 0
        ? 'No assessment was in use on this day.'
        : `Still to answer: ${left.map(({ question }) => question.replace(/\?$/, '')).join('; ')}.`,
      'assessment',
    );
  },
  'more-than-paper': ({ assessment, on }) =>
    check(
      decidingFactors(assessment, on).length > 0,
      'More than its papers speaks for abandoned',
      'A vehicle without tax is not by itself abandoned: say what else speaks for it, or find that it is not abandoned.',
      'assessment',
    ),
  'public-land': (facts) => landCheck(facts, false),
  'private-land': (facts) => landCheck(facts, true),
  'period-of-land': ({ input }) =>
    check(
      input.period !== '15-days',
      'The notice is one for public land',
      'Choose 24 hours or 7 days.',
      'period',
    ),
  // Until the form says a moment, it is asked of now.
  'notice-run': ({ file, at }) => {
    const isOver = file.noticeUntil !== null && at >= file.noticeUntil;
    return check(
      isOver,
      file.noticeUntil ? `The notice is over at ${momentWords(file.noticeUntil)}` : 'A notice was given',
      file.noticeUntil ? 'It is not removed before that.' : 'Give the notice first.',
      file.noticeUntil ? 'on' : '',
    );
  },
  'storage-within': ({ input, on }) => {
    const limit = storageLimitOn(on);
    const days = input.storage;
    return check(
      limit !== undefined && days !== undefined && days >= limit.least && days <= limit.most,
      limit ? `It is stored for ${limit.least} to ${limit.most} days` : 'Its storage is known',
      limit
        ? `Enter ${limit.least} to ${limit.most}, as your council decided.`
        : 'Nothing was in use on this day.',
      'storage',
    );
  },
  'storage-over': ({ file, on }) => {
    const isOver = file.storedUntil !== null && on > file.storedUntil;
    return check(
      isOver,
      file.storedUntil ? `Its storage is over after ${dayWords(file.storedUntil)}` : 'It is in the store',
      'It is not disposed of before that.',
      'on',
    );
  },
  'keeper-asked': ({ enquiries }) =>
    check(
      enquiries.some(({ answer }) => ['keeper', 'no-keeper', 'cannot-ask'].includes(answer)),
      'Its keeper was asked after',
      'Record the enquiry about its keeper, or that there is nothing to ask by.',
      'enquiry',
    ),
  'not-stolen': ({ enquiries }) =>
    check(
      !isReportedStolen(enquiries),
      'It is not reported stolen',
      'Hand it to the police, or record that it is no longer reported stolen.',
      'enquiry',
    ),
  'charge-answered': ({ charge }) =>
    check(
      charge?.status !== 'asked',
      'What is asked for it was paid or waived',
      'Record the payment, or have it waived with a reason.',
      'charge',
    ),
};

/** Needs that the form of a step decides, and not the file as it stands. */
const decidedByForm: readonly AbandonedNeed[] = ['period-of-land', 'storage-within'];
/** The needs of a line that the file must meet before its form is opened. */
export const standingAbandonedNeeds = ({ needs }: AbandonedLine): readonly AbandonedNeed[] =>
  needs.filter((need) => !decidedByForm.includes(need));

/** The needs of a line as they stand. */
export const abandonedConditions = (line: AbandonedLine, facts: AbandonedFacts): Condition[] =>
  line.needs.map((code) => ({ code, ...asks[code](facts) }));

/** Whether notices of this practice were given on a day at all. */
export const isInPractice = (on: Day): boolean => noticeLimitOn('24-hours', on) !== undefined;
