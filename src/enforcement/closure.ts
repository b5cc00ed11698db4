import { closureChecklistOn, closureLimitOn, officesOn } from '../../reference/closure.ts';
import { addDays, type Day, dayOf, londonInstant } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { ClosureStepInput } from './closure.forms.ts';
import type { Closure } from './closure.store.ts';
import { addMonths, momentWords } from './closure.time.ts';
import type { ClosureField, ClosureLine, ClosureNeed } from './closure.transitions.ts';
import { alwaysAdmitted } from './closure.words.ts';
import type { CheckedItem, Occupant, Place } from './closure-parts.store.ts';
import type { PowerAnswer } from './power.ts';
import type { Condition } from './procedure.ts';

/** All that the needs of a step look at. */
export interface ClosureFacts {
  file: Closure;
  place: Place | null;
  occupants: readonly Occupant[];
  checks: readonly CheckedItem[];
  /** Whether the viewer may serve a notice here, and whether one of the longer kind. */
  power: PowerAnswer;
  longPower: PowerAnswer;
  /** Who else in the agency could. */
  others: readonly string[];
  /** The moment of the step, its day, and what its form said. */
  at: Date;
  on: Day;
  input: Partial<ClosureStepInput>;
  /** By when the court hears it: kept by the file, or what a notice served at this moment would set. */
  hearingBy: Date | null;
  now: Date;
}

type Check = Pick<Condition, 'met' | 'words' | 'mend' | 'field'>;
const check = (met: boolean, words: string, mend: string, field = ''): Check => ({ met, words, mend, field });

/** What each field of a step gives as form fields, for the place of an error. */
export const fieldOf: Record<ClosureField, string> = {
  at: 'on',
  on: 'on',
  hours: 'hours',
  ways: 'ways',
  by: 'by',
  informed: 'informed',
  hearing: 'hearingOn',
  'appeal-hearing': 'hearingOn',
  court: 'court',
  consulted: 'consulted',
  until: 'until',
  everyone: 'everyone',
  ending: 'ending',
  reason: 'reason',
};

/** Items of the checklist of a day that have no answer yet. */
export const unanswered = (checks: readonly CheckedItem[], on: Day) =>
  closureChecklistOn(on).filter(
    ({ code }) => !checks.some((one) => one.item === code && one.words.trim() !== ''),
  );

/** The checklist says nothing of the safeguarding side yet, or somebody on the file must stay hidden. */
export const mustAskSafeguarding = ({ place, checks }: Pick<ClosureFacts, 'place' | 'checks'>): boolean =>
  place?.isHidden === true || !checks.some(({ item }) => item === 'safeguarding-side');

/** The moment that a hearing is told to be at. */
export const hearingOf = ({ hearingOn, hearingTime }: Partial<ClosureStepInput>): Date | undefined =>
  hearingOn && hearingTime ? londonInstant(hearingOn, hearingTime) : undefined;

const most = (code: Parameters<typeof closureLimitOn>[0], on: Day): number =>
  closureLimitOn(code, on)?.most ?? 0;

/** Whose hours these are: up to the shorter limit anybody's who may serve, above it a higher office's. */
function hoursAllowed({ file, input, on, longPower }: ClosureFacts): Check {
  const hours = input.hours ?? 0;
  if (file.noticeAt !== null)
    return check(
      hours <= most('notice-extension', on),
      `The extension is for no more than ${most('notice-extension', on)} hours`,
      'Enter fewer hours.',
      'hours',
    );
  const [short, long] = [most('notice', on), most('notice-long', on)];
  if (hours <= short)
    return check(true, `The notice is for no more than ${short} hours, or ${long} by a higher office`, '');
  return check(
    hours <= long && longPower.ok,
    `The notice is for no more than ${short} hours, or ${long} by a higher office`,
    hours > long
      ? `No notice is for more than ${long} hours.`
      : `More than ${short} hours are for ${officesOn('closure.long', on)}: ask one of them, or enter ${short}.`,
    'hours',
  );
}

const powerCheck = (power: PowerAnswer, others: readonly string[], who: string): Check =>
  power.ok
    ? check(true, power.words.replace(/\.$/, ''), '')
    : check(
        false,
        power.unmet.map(({ words }) => words).join('; ') || 'The power is held for this place',
        `It is for ${who}.${others.length > 0 ? ` These could: ${others.join(', ')}.` : ''}`,
      );

/** In which statuses what stands: the notice with its last moment, or the order with its last day. */
function inForceOn(file: Closure, on: Day): boolean {
  if (file.orderedOn !== null && on >= file.orderedOn)
    return file.orderUntil !== null && on <= file.orderUntil;
  if (file.noticeAt === null || on < dayOf(file.noticeAt)) return false;
  const last = file.adjournedUntil ?? (file.noticeUntil && dayOf(file.noticeUntil));
  return last !== null && on <= last;
}

/** The needs of the table, each with what it says when it is not met. */
const asks: Record<ClosureNeed, (facts: ClosureFacts) => Check> = {
  'place-known': ({ file, place }) =>
    check(
      file.districtCode !== null && (Boolean(place?.address) || place?.isHidden === true),
      'It is known which premises',
      'Enter the address and a postcode that we know.',
      'address',
    ),
  'test-met': ({ file, place }) =>
    check(
      file.grounds.length > 0 && file.isNecessary && (Boolean(place?.problem) || place?.isHidden === true),
      'There is nuisance or disorder, or there is likely soon to be, and a notice is necessary to prevent it',
      'Choose a ground, describe what happens, and tick that a notice is necessary, if it is.',
      'grounds',
    ),
  'checklist-complete': ({ checks, on }) => {
    const left = unanswered(checks, on);
    const all = closureChecklistOn(on).length;
    return check(
      all > 0 && left.length === 0,
      `The safeguarding checklist is complete: ${all - left.length} of ${all} items`,
      left.length === 0
        ? 'No checklist was in use on this day.'
        : `Still to answer: ${left.map(({ question }) => question.replace(/\?$/, '')).join('; ')}.`,
      'checklist',
    );
  },
  'consultation-recorded': ({ file }) =>
    check(
      file.consultedOn !== null,
      'It is recorded who was consulted',
      'Consult whoever it is right to consult, and record it: that needs the whole checklist.',
    ),
  'home-open': ({ occupants }) =>
    check(
      // Whoever must stay hidden is named on no paper either.
      !occupants.some((one) => one.isBarred && (one.isHidden || alwaysAdmitted.includes(one.relation))),
      'Nobody who habitually lives there or owns it is kept out',
      'A notice cannot keep them out: only a court can. Where it is somebody hidden, ask the safeguarding side.',
      'occupants',
    ),
  'power-held': ({ power, others, on }) => powerCheck(power, others, officesOn('closure.issue', on)),
  'long-power': ({ longPower, on }) => powerCheck(longPower, [], officesOn('closure.long', on)),
  'hours-allowed': hoursAllowed,
  'heard-in-time': ({ hearingBy: last, input, at, on }) => {
    const hearing = hearingOf(input);
    return check(
      hearing !== undefined && hearing >= at && (last === null || hearing <= last),
      last ? `The hearing is by ${momentWords(last)}` : 'The hearing is after the service and in time',
      `The magistrates’ court hears it within ${most('hearing', on)} hours of service; Christmas Day does not count.`,
      'hearingOn',
    );
  },
  'notice-stands': ({ file, at }) =>
    check(
      file.noticeUntil !== null && at <= file.noticeUntil,
      file.noticeUntil ? `The notice stands until ${momentWords(file.noticeUntil)}` : 'The notice stands',
      'A notice that has run out cannot be extended.',
      'on',
    ),
  'notice-short': ({ file, on }) =>
    check(
      file.noticeHours !== null && file.noticeHours <= most('notice', on) && file.noticeExtendedAt === null,
      `The notice was for ${most('notice', on)} hours or less, and was not extended yet`,
      'A notice is extended once, and not one that was given for longer from the start.',
    ),
  'applied-in-time': ({ file, at, on }) =>
    check(
      file.hearingBy !== null && at <= file.hearingBy && file.noticeAt !== null && at >= file.noticeAt,
      file.hearingBy ? `The court is asked by ${momentWords(file.hearingBy)}` : 'The court is asked in time',
      `The application is heard within ${most('hearing', on)} hours of service: after that, a new notice is needed.`,
      'on',
    ),
  'time-run-out': ({ file, now }) =>
    check(
      file.hearingBy !== null && now > file.hearingBy,
      'The time for the court has run out',
      file.hearingBy ? `Ask the court: there is time until ${momentWords(file.hearingBy)}.` : '',
    ),
  'adjourned-in-limit': ({ input, on }) => {
    const last = addDays(on, most('adjournment', on));
    return check(
      Boolean(input.until && input.until >= on && input.until <= last),
      `The hearing goes on by ${dayWords(last)}`,
      `A court adjourns for no more than ${most('adjournment', on)} days.`,
      'until',
    );
  },
  'order-in-limit': ({ input, on }) => {
    const last = addMonths(on, most('order', on));
    return check(
      Boolean(input.until && input.until >= on && input.until <= last),
      `The order ends by ${dayWords(last)}`,
      `An order is for no more than ${most('order', on)} months.`,
      'until',
    );
  },
  'extension-in-limit': (facts) => extensionInLimit(facts),
  'in-force-then': ({ file, on }) =>
    check(
      inForceOn(file, on),
      'The notice or order stood on the day of the breach',
      'Enter a day on which it stood.',
      'on',
    ),
  'appeal-in-time': ({ file, on }) =>
    check(
      file.appealUntil !== null && on <= file.appealUntil,
      file.appealUntil
        ? `The appeal was made by ${dayWords(file.appealUntil)}`
        : 'A court decided what is appealed',
      'An appeal that comes later is none.',
      'on',
    ),
  'no-appeal-waits': ({ file }) =>
    check(
      !appealWaits(file),
      'No other appeal waits',
      'Record first what was decided on the appeal that waits.',
    ),
  'appeal-waits': ({ file }) =>
    check(appealWaits(file), 'An appeal waits', 'Record first that there is an appeal.'),
  'is-licensed': ({ file }) =>
    check(
      file.premisesKind === 'licensed' && file.licensingToldOn === null,
      'The premises are licensed and the licensing authority was not told yet',
      'It is told once, of licensed premises.',
    ),
};

/** While the order stands, by no more than the limit each time, and in all by no more than the whole. */
function extensionInLimit({ file, input, on }: ClosureFacts): Check {
  if (file.orderedOn === null || file.orderUntil === null)
    return check(false, 'There is an order to extend', 'Record the order first.');
  if (on > file.orderUntil)
    return check(
      false,
      `The order stood when it was extended: it ended on ${dayWords(file.orderUntil)}`,
      'An order that has ended cannot be extended: begin anew.',
      'on',
    );
  const [last = ''] = [
    addMonths(file.orderUntil, most('order-extension', on)),
    addMonths(file.orderedOn, most('order-total', on)),
  ].sort();
  return check(
    Boolean(input.until && input.until > file.orderUntil && input.until <= last),
    `The extension ends by ${dayWords(last)}`,
    `An order is extended by no more than ${most('order-extension', on)} months, and lasts no more than ${most('order-total', on)} in all, and an extension ends after it.`,
    'until',
  );
}

/** Whether an appeal was made and not decided. */
export const appealWaits = ({
  appealedOn,
  appealDecidedOn,
}: Pick<Closure, 'appealedOn' | 'appealDecidedOn'>): boolean =>
  appealedOn !== null && appealDecidedOn === null;

/** Needs that the form of a step decides, and not the file as it stands. */
const decidedByForm: readonly ClosureNeed[] = [
  'hours-allowed',
  'heard-in-time',
  'adjourned-in-limit',
  'order-in-limit',
  'extension-in-limit',
  'in-force-then',
  'appeal-in-time',
];
/** Needs that nothing done to the file would mend: a step that has one of them unmet is not offered. */
const beyondMending: readonly string[] = [
  'is-licensed',
  'no-appeal-waits',
  'appeal-waits',
] satisfies readonly ClosureNeed[];
export const isOffered = (conditions: readonly Condition[]): boolean =>
  conditions.every(({ code, met }) => met || !beyondMending.includes(code));

/** The needs of a line that the file must meet before its form is opened. */
export const standingNeeds = ({ needs }: ClosureLine): readonly ClosureNeed[] =>
  needs.filter((need) => !decidedByForm.includes(need));

/** The needs of a line as they stand. */
export const closureConditions = (line: ClosureLine, facts: ClosureFacts): Condition[] =>
  line.needs.map((code) => ({ code, ...asks[code](facts) }));
