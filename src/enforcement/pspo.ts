import { consulteesOn, conversion, pspoAlerts, pspoLimitOn } from '../../reference/pspo.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';
import { addMonths, countLimit } from './closure.time.ts';
import type { Condition } from './procedure.ts';
import type { PspoStepInput } from './pspo.forms.ts';
import type { Pspo } from './pspo.store.ts';
import type { PspoField, PspoLine, PspoNeed } from './pspo.transitions.ts';
import { olderKinds, type Standing } from './pspo.words.ts';
import type { AuthorisedOfficer, ConsulteeLine } from './pspo-parts.store.ts';

/** All that the needs of a step look at. */
export interface PspoFacts {
  file: Pspo;
  /** Of the consultation that is the latest. */
  consultees: readonly ConsulteeLine[];
  officers: readonly AuthorisedOfficer[];
  /** Officers of the own agency who could be authorised. */
  colleagues: readonly { id: string; name: string }[];
  /** The day of the step, and what its form said. */
  on: Day;
  today: Day;
  input: Partial<PspoStepInput>;
}

type Check = Pick<Condition, 'met' | 'words' | 'mend' | 'field'>;
const check = (met: boolean, words: string, mend: string, field = ''): Check => ({ met, words, mend, field });

/** What each field of a step gives as form field, for the place of an error. */
export const fieldOf: Record<PspoField, string> = {
  on: 'on',
  rights: 'rights',
  evidence: 'detriment',
  until: 'until',
  starts: 'starts',
  consultee: 'consultee',
  outcome: 'outcome',
  answer: 'answer',
  by: 'by',
  minute: 'minute',
  officer: 'officer',
  signs: 'signsUp',
  terms: 'prohibitions',
  names: 'names',
  reason: 'reason',
};

/** Where an order is in time on a day; the law counts whole days. */
export function standingOn(
  order: { startsOn: Day | null; endsOn: Day | null; endedOn: Day | null },
  day: Day,
): Standing {
  const { startsOn, endsOn, endedOn } = order;
  if (startsOn === null || endsOn === null) return 'none';
  if (endedOn !== null && endedOn <= day) return 'ended';
  if (day < startsOn) return 'not-yet';
  return day <= endsOn ? 'in-force' : 'lapsed';
}

/** The last day that an order which starts on a day may have effect, and how it was counted; none before the law. */
export function lastDayFor(file: Pick<Pspo, 'kind'>, starts: Day, made: Day) {
  const limit = pspoLimitOn(file.kind === 'expedited' ? 'most-expedited' : 'most', made);
  return limit && countLimit(limit, starts, 'the day it takes effect');
}
/** The last day to which an order may be extended, counted from the day after its last day. */
export function lastDayExtended(endsOn: Day, on: Day) {
  const limit = pspoLimitOn('extension', on);
  return limit && countLimit(limit, addDays(endsOn, 1), 'the day after its last day');
}
/** The last day on which somebody who lives in, works in or visits the area may ask the High Court, from the day of making or varying. */
export function challengeFor(on: Day) {
  const limit = pspoLimitOn('challenge', on);
  return limit && countLimit(limit, on, 'the day it was made or varied');
}
/** The days of an older order as a public spaces order. */
export const convertedDays = () =>
  countLimit(
    { most: conversion.months, unit: 'months' },
    conversion.convertsOn,
    'the day from which older orders have effect as public spaces orders',
  );

/** The nearest of the alerts that a last day falls under, in months; undefined when it is further off, or has passed. */
export function alertOn(endsOn: Day | null, today: Day): number | undefined {
  if (endsOn === null || endsOn < today) return undefined;
  return [...pspoAlerts.months].sort((a, b) => a - b).find((months) => addMonths(endsOn, -months) <= today);
}

/** Everything of an order that anybody will read. */
export const textOf = (
  file: Pick<Pspo, 'title' | 'areaWords' | 'prohibitions' | 'requirements' | 'exemptions'>,
): string =>
  [file.title, file.areaWords, ...file.prohibitions, ...file.requirements, ...file.exemptions].join('\n');

/** What is said of a text that seems to name somebody. */
export const namedWords = (named: readonly string[]): string =>
  `Anybody will read this, and it has ${named.map((name) => `“${name}”`).join(', ')}, as a person of a file that you can see is called or reached`;

/** What is to be done about an order that ends soon. */
export const alertWords = ({ kind }: Pick<Pspo, 'kind'>): string =>
  kind === 'expedited'
    ? 'It is not extended: propose an order in time if the place still needs one'
    : 'Consult and extend it before its last day, or let it lapse';

/** Consultees that nobody has told in the latest consultation. */
const untold = ({ file, consultees, on }: PspoFacts) =>
  consulteesOn(on, file.isRightOfWay).filter(
    ({ code }) => !consultees.some(({ consultee }) => consultee === code),
  );
/** Consents stand in the place of a consultation, and what they must say is not counted here. */
const isExpedited = ({ kind }: Pick<Pspo, 'kind'>) => kind === 'expedited';
const consentsWords = 'An expedited order needs consents, and no consultation';
const isOlder = ({ file }: PspoFacts) => olderKinds.includes(file.kind);

/** The needs of the table, each with what it says when it is not met. */
const asks: Record<PspoNeed, (facts: PspoFacts) => Check> = {
  new: (facts) =>
    check(
      !isOlder(facts),
      'It is a new order',
      'An older order is recorded as it was made, with its minute.',
    ),
  older: (facts) =>
    check(isOlder(facts), 'It is an order of an older Act', 'Choose which older order it is.', 'kind'),
  ordinary: ({ file }) =>
    check(
      file.kind !== 'expedited',
      'It is not an expedited order',
      'An expedited order needs consents, not a consultation.',
    ),
  expedited: ({ file }) =>
    check(file.kind === 'expedited', 'It is an expedited order', 'Any other order needs a consultation.'),
  'way-may-close': ({ file }) =>
    check(
      !(file.isRightOfWay && (file.isClassifiedRoad || file.isOnlyAccess)),
      'No trunk or classified road is restricted, and nobody’s only way to their home',
      'Leave that way out of the order: the Act does not allow it.',
      'isRightOfWay',
    ),
  'closes-after': ({ input, on }) =>
    check(
      Boolean(input.until && input.until >= on),
      'The consultation closes after it opens',
      'Enter the last day for answers.',
      'until',
    ),
  'consultee-known': ({ input, file, on, consultees }) => {
    const row = consulteesOn(on, file.isRightOfWay).find(({ code }) => code === input.consultee);
    const isNone = input.outcome === 'none';
    const mend = row ? 'They must be told.' : 'Choose a consultee of this order.';
    const already = consultees.some(({ consultee }) => consultee === input.consultee);
    const { consultUntil } = file;
    if (row && !isNone && !already && consultUntil !== null && on > consultUntil)
      return check(
        false,
        'They are told while answers may still come',
        `Answers could come until ${dayWords(consultUntil)}: open the consultation again.`,
        'on',
      );
    return check(
      row !== undefined && (!isNone || row.mayBeNone) && !already,
      already ? 'They were not told before in this consultation' : 'It is somebody whom the Act asks for',
      already ? 'Choose whom else you told, or record the answer.' : mend,
      'consultee',
    );
  },
  'consultee-told': ({ input, consultees, on }) => {
    const row = consultees.find(({ consultee }) => consultee === input.consultee);
    return check(
      row !== undefined && !row.isNone && row.toldOn <= on,
      'They were told before they answered',
      'Record first that they were told.',
      'consultee',
    );
  },
  'consultation-held': ({ file }) => {
    if (isExpedited(file))
      return check(
        file.consentedOn !== null && (file.changedOn === null || file.consentedOn > file.changedOn),
        'Consents were given to this',
        'Record the consents to it first.',
      );
    return check(
      file.consultFrom !== null && (file.changedOn === null || file.consultFrom >= file.changedOn),
      'A consultation was opened on this',
      'Open a consultation first.',
    );
  },
  'consultees-told': (facts) =>
    check(
      isExpedited(facts.file) || untold(facts).length === 0,
      isExpedited(facts.file) ? consentsWords : 'Everybody whom the Act names was told in it',
      `Still to tell: ${untold(facts)
        .map(({ words }) => words)
        .join('; ')}.`,
    ),
  'consultation-over': ({ file, on }) =>
    check(
      isExpedited(file) || (file.consultUntil !== null && file.consultUntil < on),
      isExpedited(file) ? consentsWords : 'The consultation has closed',
      file.consultUntil
        ? `Answers may come until ${dayWords(file.consultUntil)}.`
        : 'Open a consultation first.',
      file.consultUntil ? 'on' : '',
    ),
  'made-before-act': ({ on }) =>
    check(
      on < conversion.madeBefore,
      `It was made before ${dayWords(conversion.madeBefore)}`,
      'Enter the day on which the older order was made.',
      'on',
    ),
  'days-allowed': ({ file, input, on }) => {
    const { starts, until } = input;
    const most = starts ? lastDayFor(file, starts, on) : undefined;
    return check(
      Boolean(starts && until && most && starts >= on && until >= starts && until <= most.last),
      'It starts on the day it is made or later, and lasts no longer than the Act allows',
      most ? most.why : 'Enter the first and the last day.',
      starts && starts < on ? 'starts' : 'until',
    );
  },
  'before-last-day': ({ file, on }) =>
    check(
      standingOn(file, on) !== 'lapsed' && standingOn(file, on) !== 'ended',
      'It is done on the last day of the order or before',
      `Its last day was ${file.endsOn ? dayWords(file.endsOn) : 'not set'}: an order that has lapsed is made anew.`,
      'on',
    ),
  'extension-allowed': ({ file, input, on }) => {
    const most = file.endsOn ? lastDayExtended(file.endsOn, on) : undefined;
    const isExpedited = file.kind === 'expedited';
    return check(
      !isExpedited &&
        Boolean(file.endsOn && input.until && most && input.until > file.endsOn && input.until <= most.last),
      'The new last day is after the old one, and no later than the Act allows',
      isExpedited ? 'An expedited order is made anew.' : (most?.why ?? 'Enter the new last day.'),
      'until',
    );
  },
  'terms-given': ({ input }) =>
    check(
      (input.prohibitions?.length ?? 0) + (input.requirements?.length ?? 0) > 0,
      'The order says what is prohibited or required',
      'Enter a prohibition or a requirement.',
      'prohibitions',
    ),
  'officer-own': ({ input, colleagues, officers, on }) => {
    const isOn = officers.some(
      (one) => one.officerId === input.officer && (one.untilOn === null || one.untilOn >= on),
    );
    return check(
      !isOn && colleagues.some(({ id }) => id === input.officer),
      isOn
        ? 'The officer is not authorised for it yet'
        : 'The officer works for the council that made the order',
      isOn ? 'Choose another officer.' : 'Choose an officer of your agency.',
      'officer',
    );
  },
  'officer-authorised': ({ input, officers, on }) =>
    check(
      officers.some((one) => one.officerId === input.officer && one.untilOn === null && one.fromOn <= on),
      'The officer is authorised for it',
      'Choose an officer who is authorised.',
      'officer',
    ),
  'to-publish': ({ file, on }) => {
    const since = file.changedOn ?? file.madeOn;
    return check(
      file.publishedOn === null || (since !== null && since > file.publishedOn) || file.status === 'made',
      'There is a text that was not published',
      'It is published as it stands.',
      on ? '' : 'on',
    );
  },
};

/** Needs that the form of a step decides, and not the file as it stands. */
const decidedByForm: readonly PspoNeed[] = [
  ...(['closes-after', 'consultee-known', 'consultee-told', 'made-before-act', 'days-allowed'] as const),
  ...(['extension-allowed', 'terms-given', 'officer-own', 'officer-authorised', 'before-last-day'] as const),
];
/** The needs of a line that the file must meet before its form is opened. */
export const standingNeeds = ({ needs }: PspoLine): readonly PspoNeed[] =>
  needs.filter((need) => !decidedByForm.includes(need));

/** The needs of a line as they stand. */
export const pspoConditions = (line: PspoLine, facts: PspoFacts): Condition[] =>
  line.needs.map((code) => ({ code, ...asks[code](facts) }));
