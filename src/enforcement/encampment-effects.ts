import { encampmentLimitOn } from '../../reference/encampment.ts';
import { type Day, dayOf } from '../platform/clock/clock.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { countHours, countLimit, momentWords } from './closure.time.ts';
import type { EncampmentChange } from './encampment.store.ts';
import type { EncampmentAction } from './encampment.transitions.ts';
import { type EncampmentFacts, hearingOf } from './encampment.ts';
import { policeDecisionWords } from './encampment.words.ts';

/** What a step writes besides its status and its paper; the words name nobody and no place. */
export interface EncampmentEffect {
  set: EncampmentChange;
  words: string;
  /** How a clock that it starts was counted. */
  why?: string | undefined;
}

const onDay = ({ on }: EncampmentFacts): string => `On ${dayWords(on)}`;

/** Until when coming back is an offence, from the day of a direction: a dated number of months, beginning with that day. */
function returnBan(code: 'return-77' | 'return-61' | 'return-62a', on: Day) {
  const limit = encampmentLimitOn(code, on);
  if (!limit || limit.unit === 'vehicles') return undefined;
  return countLimit({ most: limit.most, unit: limit.unit }, on, 'the day of the direction');
}

const policeBans = { 'direct-61': 'return-61', 'direct-62a': 'return-62a', none: undefined } as const;

/** What each step does of its own; a step that is not here only moves the file. */
export const encampmentEffects: Partial<
  Record<EncampmentAction, (facts: EncampmentFacts) => EncampmentEffect>
> = {
  assess: (facts) => ({ set: { assessedOn: facts.on }, words: onDay(facts) }),
  discard: ({ now }) => ({ set: { endedOn: dayOf(now) }, words: '' }),
  'tell-police': (facts) => ({ set: { policeToldOn: facts.on }, words: onDay(facts) }),
  'record-police-decision': (facts) => {
    const decision = facts.input.decision ?? 'none';
    const code = policeBans[decision];
    const ban = code && returnBan(code, facts.on);
    // A direction that the police gave before still runs, whatever they decide afterwards: the history says what that was.
    const stands = decision === 'none' && facts.file.policeReturnUntil !== null;
    return {
      set: stands
        ? {}
        : {
            policeDecision: decision,
            policeDecidedOn: facts.on,
            policeReturnUntil: ban?.last ?? null,
            policeReturnWhy: ban?.why ?? null,
          },
      words: `${onDay(facts)}. ${policeDecisionWords[decision]}`,
      why: ban && `Coming back with a vehicle: ${ban.why}`,
    };
  },
  tolerate: (facts) => ({
    set: { toleratedOn: facts.on, toleratedUntil: facts.input.until ?? null },
    words: `${onDay(facts)}, until ${facts.input.until ? dayWords(facts.input.until) : ''}`,
  }),
  direct: (facts) => {
    const ban = returnBan('return-77', facts.on);
    return {
      set: { directedOn: facts.on, returnUntil: ban?.last ?? null, returnWhy: ban?.why ?? null },
      words: `At ${momentWords(facts.at)}`,
      why: ban && `Coming back with a vehicle: ${ban.why}`,
    };
  },
  complain: (facts) => {
    const hearing = hearingOf(facts.input);
    return {
      set: { complainedOn: facts.on, hearingAt: hearing ?? null },
      words: `${onDay(facts)}${hearing ? `. Hearing at ${momentWords(hearing)}` : ''}`,
    };
  },
  'set-hearing': ({ file, input }) => {
    const hearing = hearingOf(input);
    const before = file.hearingAt ? `from ${momentWords(file.hearingAt)} ` : '';
    return {
      set: { hearingAt: hearing ?? null },
      words: hearing ? `Put off ${before}to ${momentWords(hearing)}` : '',
    };
  },
  'make-order': (facts) => ({ set: { orderedOn: facts.on }, words: onDay(facts) }),
  refuse: (facts) => ({ set: {}, words: onDay(facts) }),
  'give-notice': (facts) => {
    const hours = encampmentLimitOn('removal-notice', facts.on)?.most ?? 24;
    const counted = countHours(hours, facts.at, 'service of the notice of removal');
    return {
      set: { noticeAt: facts.at, noticeUntil: counted.until, noticeWhy: counted.why },
      words: `At ${momentWords(facts.at)}`,
      why: `Nothing is removed before: ${counted.why}`,
    };
  },
  remove: (facts) => ({
    set: { removedAt: facts.at, leftOn: facts.on },
    words: `At ${momentWords(facts.at)}`,
  }),
  'record-left': (facts) => ({ set: { leftOn: facts.on }, words: onDay(facts) }),
  end: (facts) => {
    const pence = Math.round((facts.input.cleanup ?? 0) * 100);
    return {
      set: { endedOn: facts.on, cleanupPence: pence },
      words: `${onDay(facts)}. Clean-up: ${moneyWords(pence)}`,
    };
  },
};
