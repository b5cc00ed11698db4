import { consulteesOn, conversion } from '../../reference/pspo.ts';
import { dayWords, inSentence } from '../platform/ui/index.ts';
import type { PspoChange } from './pspo.store.ts';
import type { PspoAction } from './pspo.transitions.ts';
import { challengeFor, convertedDays, lastDayExtended, lastDayFor, type PspoFacts } from './pspo.ts';
import { answerWords, toldWords } from './pspo.words.ts';

/** What a step writes besides its status and its paper; the words name nobody. */
export interface PspoEffect {
  set: PspoChange;
  words: string;
  /** How a clock that it starts was counted. */
  why?: string | undefined;
}

const onDay = ({ on }: PspoFacts): string => `On ${dayWords(on)}`;
/** A consultee with what they were told or answered, for the council's own history. */
export function consulteeWords({ input, on }: PspoFacts): string | undefined {
  const found = consulteesOn(on, true).find(({ code }) => code === input.consultee);
  const what = input.answer ? answerWords[input.answer] : toldWords[input.outcome ?? 'told'];
  return found && `${found.words}: ${inSentence(what)}`;
}
const challenge = ({ on }: PspoFacts) => {
  const counted = challengeFor(on);
  return {
    set: { challengeUntil: counted?.last ?? null, challengeWhy: counted?.why ?? null },
    why: counted ? `The High Court may be asked: ${counted.why}` : '',
  };
};
const minuted = ({ input }: PspoFacts): PspoChange => ({
  decidedBy: input.by ?? null,
  minute: input.minute ?? null,
});

/** What each step does of its own; a step that is not here only moves the file. */
export const pspoEffects: Partial<Record<PspoAction, (facts: PspoFacts) => PspoEffect>> = {
  'gather-evidence': (facts) => ({ set: { evidencedOn: facts.on }, words: onDay(facts) }),
  consult: (facts) => ({
    set: {
      consultRound: facts.file.consultRound + 1,
      consultFrom: facts.on,
      consultUntil: facts.input.until ?? null,
    },
    words: `${onDay(facts)}, until ${facts.input.until ? dayWords(facts.input.until) : ''}`,
  }),
  'record-consents': (facts) => ({ set: { consentedOn: facts.on }, words: onDay(facts) }),
  // Who was told and what they answered is the council's alone: it stands in the reason.
  'tell-consultee': (facts) => ({ set: {}, words: onDay(facts) }),
  'record-answer': (facts) => ({ set: {}, words: onDay(facts) }),
  decide: (facts) => ({ set: { decidedOn: facts.on, ...minuted(facts) }, words: onDay(facts) }),
  make: (facts) => {
    const { starts, until } = facts.input;
    const most = starts && lastDayFor(facts.file, starts, facts.on);
    const asked = challenge(facts);
    const why = most ? `It may last at most ${most.why}` : '';
    return {
      set: {
        ...{ madeOn: facts.on, startsOn: starts ?? null, endsOn: until ?? null, endsWhy: why },
        ...{ changedOn: facts.on, ...asked.set },
      },
      words: `${onDay(facts)}, in force from ${starts ? dayWords(starts) : ''} to ${until ? dayWords(until) : ''}`,
      why: `${why} ${asked.why}`.trim(),
    };
  },
  'record-older': (facts) => {
    const days = convertedDays();
    return {
      set: {
        ...{ madeOn: facts.on, startsOn: conversion.convertsOn, endsOn: days.last, endsWhy: days.why },
        ...{ minute: facts.input.minute ?? null, changedOn: facts.on },
      },
      words: `${onDay(facts)} under its own Act. It lapses unless it is extended`,
      why: days.why,
    };
  },
  publish: (facts) => ({ set: { publishedOn: facts.on }, words: onDay(facts) }),
  'record-signs': ({ input, on, file }) => {
    const up = file.signs.filter((sign) => input.signsUp?.includes(sign));
    return {
      set: { signsUp: up, signsCheckedOn: on },
      words: `On ${dayWords(on)}: ${up.length} of ${file.signs.length} are up`,
    };
  },
  extend: (facts) => {
    const { endsOn } = facts.file;
    const most = endsOn ? lastDayExtended(endsOn, facts.on) : undefined;
    const { until } = facts.input;
    const why = most ? `It may be extended by at most ${most.why}` : '';
    return {
      set: { endsOn: until ?? null, endsWhy: why, changedOn: facts.on, ...minuted(facts) },
      words: `${onDay(facts)}, to ${until ? dayWords(until) : ''}`,
      why,
    };
  },
  vary: (facts) => {
    const { prohibitions = [], requirements = [], exemptions = [] } = facts.input;
    const asked = challenge(facts);
    return {
      set: {
        ...{ prohibitions, requirements, exemptions, changedOn: facts.on },
        ...{ ...minuted(facts), ...asked.set },
      },
      words: onDay(facts),
      why: asked.why,
    };
  },
  discharge: (facts) => ({ set: { endedOn: facts.on, ...minuted(facts) }, words: onDay(facts) }),
  withdraw: (facts) => ({ set: { endedOn: facts.on }, words: onDay(facts) }),
};
