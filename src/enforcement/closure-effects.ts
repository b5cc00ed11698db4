import { closureLimitOn } from '../../reference/closure.ts';
import { dayOf } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { ClosureChange } from './closure.store.ts';
import { countHours, countLimit, momentWords } from './closure.time.ts';
import type { ClosureAction } from './closure.transitions.ts';
import { hearingOf } from './closure.ts';
import { closureEndingWords } from './closure.words.ts';
import type { PreparedClosure } from './closure-step.commands.ts';

/** What a step writes besides its status, its clock and its paper; the words name nobody and no place. */
export type ClosureEffect = (step: PreparedClosure) => { set: ClosureChange; words: string };

/** Until when a notice stands that is served or extended at a moment. */
export function noticeUntil({ facts, input }: Pick<PreparedClosure, 'facts' | 'input'>) {
  const { file, at } = facts;
  const hours = input.hours ?? 0;
  if (file.noticeUntil) return countHours(hours, file.noticeUntil, 'the end of the notice as it was served');
  // Christmas Day is left out of "the period of 48 hours", s.77(3), and of no shorter one.
  const longest = closureLimitOn('notice-long', dayOf(at));
  const ignores = longest?.most === hours ? longest.ignores : [];
  return countHours(hours, at, 'service of the notice', ignores);
}

const heard = ({ input }: PreparedClosure): string => {
  const hearing = hearingOf(input);
  return hearing ? `Hearing at ${momentWords(hearing)}` : '';
};
const onDay = ({ facts }: PreparedClosure): string => `On ${dayWords(facts.on)}`;
const until = ({ input }: PreparedClosure): string => (input.until ? dayWords(input.until) : '');

/** What each step does of its own; a step that is not here only moves the file. */
export const closureEffects: Partial<Record<ClosureAction, ClosureEffect>> = {
  'record-consultation': (step) => ({ set: { consultedOn: step.facts.on }, words: onDay(step) }),
  discard: ({ facts }) => ({ set: { endedOn: dayOf(facts.now) }, words: '' }),
  'serve-notice': (step) => {
    const stands = noticeUntil(step);
    return {
      set: {
        noticeHours: step.input.hours ?? null,
        noticeAt: step.facts.at,
        noticeUntil: stands.until,
        noticeWhy: stands.why,
        hearingAt: hearingOf(step.input) ?? null,
      },
      words: `At ${momentWords(step.facts.at)}. It stands ${stands.why} ${heard(step)}`.trim(),
    };
  },
  'extend-notice': (step) => {
    const stands = noticeUntil(step);
    return {
      set: { noticeExtendedAt: step.facts.at, noticeUntil: stands.until, noticeWhy: stands.why },
      words: `At ${momentWords(step.facts.at)}. It stands ${stands.why.replace(/\.$/, '')}`,
    };
  },
  'cancel-notice': ({ facts }) => ({
    set: { endedOn: facts.on, noticeUntil: facts.at },
    words: `At ${momentWords(facts.at)}`,
  }),
  'let-lapse': ({ facts }) => ({ set: { endedOn: dayOf(facts.now) }, words: '' }),
  apply: (step) => ({
    set: { appliedAt: step.facts.at, hearingAt: hearingOf(step.input) ?? null },
    words: `At ${momentWords(step.facts.at)}. ${heard(step)}`,
  }),
  adjourn: (step) => ({
    set: { adjournedUntil: step.input.until ?? null },
    words: `${onDay(step)}, ${step.facts.file.adjournedUntil ? `from ${dayWords(step.facts.file.adjournedUntil)} ` : ''}to ${until(step)}`,
  }),
  'make-order': (step) => ({
    set: {
      orderedOn: step.facts.on,
      orderUntil: step.input.until ?? null,
      orderWhy: `Made ${dayWords(step.facts.on)}, until ${until(step)}.`,
      isEveryoneExcluded: step.input.everyone === 'yes',
    },
    words: `${onDay(step)}, until ${until(step)}. ${
      step.input.everyone === 'yes'
        ? 'It keeps out everybody, those who live there too'
        : 'Those who live there may stay'
    }`,
  }),
  refuse: (step) => {
    // The refusal starts two clocks: its line's own, to appeal, and this.
    const limit = closureLimitOn('claim', step.facts.on);
    const claim = limit && countLimit(limit, step.facts.on, 'the day of the decision');
    return {
      set: { endedOn: step.facts.on, claimUntil: claim?.last ?? null, claimWhy: claim?.why ?? null },
      words: [onDay(step), claim && `Compensation: ${claim.why.replace(/\.$/, '')}`]
        .filter(Boolean)
        .join('. '),
    };
  },
  'extend-order': (step) => ({
    set: {
      extendedOn: step.facts.on,
      orderUntil: step.input.until ?? null,
      orderWhy:
        `${step.facts.file.orderWhy ?? ''} Extended ${dayWords(step.facts.on)}, until ${until(step)}.`.trim(),
    },
    words: `${onDay(step)}, until ${until(step)}`,
  }),
  'tell-licensing': (step) => ({ set: { licensingToldOn: step.facts.on }, words: onDay(step) }),
  'record-breach': (step) => ({
    set: { breachedOn: step.facts.on, breaches: step.facts.file.breaches + 1 },
    words: onDay(step),
  }),
  // What was decided on an earlier appeal is in the history; the file holds the last.
  'record-appeal': (step) => ({
    set: { appealedOn: step.facts.on, appealHearingOn: null, appealDecidedOn: null },
    words: onDay(step),
  }),
  'set-appeal-hearing': ({ input, facts }) => ({
    set: { appealHearingOn: input.hearingOn ?? null },
    words: `${facts.file.appealHearingOn ? `Put off from ${dayWords(facts.file.appealHearingOn)} to` : 'For'} ${input.hearingOn ? dayWords(input.hearingOn) : ''}`,
  }),
  'dismiss-appeal': (step) => ({ set: { appealDecidedOn: step.facts.on }, words: onDay(step) }),
  'quash-on-appeal': (step) => ({
    set: { appealDecidedOn: step.facts.on, endedOn: step.facts.on, ending: 'quashed' },
    words: onDay(step),
  }),
  'make-on-appeal': (step) => ({
    set: {
      ...{ appealDecidedOn: step.facts.on, orderedOn: step.facts.on, orderUntil: step.input.until ?? null },
      orderWhy: `Made on appeal ${dayWords(step.facts.on)}, until ${until(step)}.`,
      ...{
        isEveryoneExcluded: step.input.everyone === 'yes',
        endedOn: null,
        claimUntil: null,
        claimWhy: null,
      },
    },
    words: `${onDay(step)}, until ${until(step)}`,
  }),
  end: (step) => ({
    set: { endedOn: step.facts.on, ending: step.input.ending ?? null },
    words: `${step.input.ending ? `${closureEndingWords[step.input.ending]}, on ` : 'On '}${dayWords(step.facts.on)}`,
  }),
};
