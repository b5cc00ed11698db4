import { type NoticePeriod, noticeLimitOn } from '../../reference/abandoned.ts';
import { addDays, type Day, dayOf, londonInstant } from '../platform/clock/clock.ts';
import { dayWords, inSentence } from '../platform/ui/index.ts';
import type { AbandonedChange } from './abandoned.store.ts';
import type { AbandonedAction } from './abandoned.transitions.ts';
import type { AbandonedFacts } from './abandoned.ts';
import { disposalWords } from './abandoned.words.ts';
import { countHours, momentWords } from './closure.time.ts';
import { countPeriod } from './period.ts';

/** What a step writes besides its status and its paper; the words name nobody, no mark and no place. */
export interface AbandonedEffect {
  set: AbandonedChange;
  words: string;
  /** How a clock that it starts was counted. */
  why?: string | undefined;
}

const onDay = ({ on }: AbandonedFacts): string => `On ${dayWords(on)}`;
const ended = (facts: AbandonedFacts): AbandonedEffect => ({
  set: { endedOn: facts.on },
  words: onDay(facts),
});

/** Before when nothing is removed: hours from the moment of the notice, or whole days after its day. */
export function noticeRuns(code: NoticePeriod, at: Date): { until: Date; why: string } | undefined {
  const on: Day = dayOf(at);
  const limit = noticeLimitOn(code, on);
  if (!limit) return undefined;
  if (limit.unit === 'hours') return countHours(limit.count, at, 'the notice');
  const counted = countPeriod(
    { count: limit.count, unit: 'days', begins: 'after' },
    on,
    'the day of the notice',
  );
  const until = londonInstant(addDays(counted.last, 1), '00:00');
  return { until, why: `${counted.why} Not removed before ${momentWords(until)}.` };
}

function notice(facts: AbandonedFacts, period: NoticePeriod): AbandonedEffect {
  const run = noticeRuns(period, facts.at);
  return {
    set: {
      ...{ noticePeriod: period, noticeAt: facts.at },
      ...{ noticeUntil: run?.until ?? null, noticeWhy: run?.why ?? null },
    },
    words: `At ${momentWords(facts.at)}`,
    why: run && `The notice: ${run.why}`,
  };
}

/** What each step does of its own. */
export const abandonedEffects: Record<AbandonedAction, (facts: AbandonedFacts) => AbandonedEffect> = {
  judge: (facts) => ({ set: { judgedOn: facts.on }, words: onDay(facts) }),
  'give-notice': (facts) => notice(facts, facts.input.period ?? '7-days'),
  'notify-occupier': (facts) => notice(facts, '15-days'),
  'record-objection': (facts) => {
    // An objection that comes late, before the vehicle is gone, stops the removal too: whoever decides may lift it.
    const isLate =
      facts.file.noticeUntil !== null && londonInstant(facts.on, '00:00') >= facts.file.noticeUntil;
    return {
      set: { objectedOn: facts.on },
      words: `${onDay(facts)}${isLate ? ', after the notice had run' : ''}`,
    };
  },
  'lift-objection': (facts) => ({ set: { objectedOn: null }, words: onDay(facts) }),
  remove: (facts) => {
    const days = facts.input.storage ?? 0;
    const counted =
      days > 0
        ? countPeriod({ count: days, unit: 'days', begins: 'after' }, facts.on, 'the day of the removal')
        : undefined;
    return {
      set: {
        ...{ removedAt: facts.at, storageDays: days || null },
        ...{ storedUntil: counted?.last ?? null, storedWhy: counted?.why ?? null },
      },
      words: `At ${momentWords(facts.at)}`,
      why: counted && `In the store: ${counted.why}`,
    };
  },
  'record-claim': (facts) => ({ set: { claimedOn: facts.on }, words: onDay(facts) }),
  'refuse-claim': (facts) => ({ set: { claimedOn: null }, words: onDay(facts) }),
  return: ended,
  dispose: (facts) => ({
    set: { endedOn: facts.on, disposal: facts.input.disposal ?? null },
    words: `${onDay(facts)}${facts.input.disposal ? `. ${disposalWords[facts.input.disposal]}` : ''}`,
  }),
  'find-not-abandoned': ended,
  'record-gone': ended,
  'hand-to-police': ended,
  discard: ({ now }) => ({ set: { endedOn: dayOf(now) }, words: '' }),
};

/** The period of a notice in a sentence. */
export const periodWords = (code: NoticePeriod, on: Day): string =>
  inSentence(noticeLimitOn(code, on)?.words ?? code);
