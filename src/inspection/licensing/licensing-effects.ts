import { dayWords } from '../../platform/ui/index.ts';
import type { LicensingChange } from './licensing.store.ts';
import type { LicensingAction } from './licensing.transitions.ts';
import { countClock, decidesAnew, type LicensingFacts } from './licensing.ts';
import { appealResultWords, outcomeName } from './licensing.words.ts';

/** What a step writes besides its status and its paper, in words that name nobody, and how its clock was counted. */
export interface LicensingEffect {
  set: LicensingChange;
  words: string;
  why?: string | undefined;
}
type Effect = (facts: LicensingFacts) => LicensingEffect;

const onDay = ({ on }: LicensingFacts): string => `On ${dayWords(on)}`;
const ended: Effect = (facts) => ({ set: { endedOn: facts.on }, words: onDay(facts) });
const noticed: Effect = (facts) => ({ set: {}, words: onDay(facts) });
const outcomesIn = (codes: readonly string[]): string => codes.map(outcomeName).join('; ');

const apply: Effect = (facts) => {
  const { input, on, file } = facts;
  const representations = countClock(facts, 'representations', on, 'the day of the application');
  const hearing =
    file.kind === 'summary'
      ? countClock(facts, 'summary-hearing', on, 'the day of the application')
      : representations &&
        countClock(facts, 'hearing', representations.last, 'the last day for representations');
  return {
    set: {
      ...{ applicant: input.applicant ?? null, grounds: input.grounds ?? [], caseWords: input.case ?? null },
      ...{ certificate: input.certificate ?? null, appliedOn: on },
      representationsUntil: representations?.last ?? null,
      representationsWhy: representations?.why ?? null,
      ...{ hearingBy: hearing?.last ?? null, hearingWhy: hearing?.why ?? null },
    },
    words: onDay(facts),
    why: [representations && `Representations: ${representations.why}`, hearing && `Hearing: ${hearing.why}`]
      .filter(Boolean)
      .join(' '),
  };
};
const setHearing: Effect = ({ input }) => ({
  set: { hearingOn: input.hearingOn ?? null },
  words: input.hearingOn ? `For ${dayWords(input.hearingOn)}` : '',
});
const decision = ({ input, on, file }: LicensingFacts): LicensingChange => ({
  ...{ outcomes: input.outcomes ?? [], conditions: input.conditions ?? null },
  ...{ suspendedUntil: input.until ?? null, decidedOn: file.decidedOn ?? on },
});
const decide: Effect = (facts) => {
  const appeal = countClock(facts, 'appeal', facts.on, 'the day on which the decision was told');
  return {
    set: {
      ...decision(facts),
      decidedOn: facts.on,
      appealUntil: appeal?.last ?? null,
      appealWhy: appeal?.why ?? null,
    },
    words: `${onDay(facts)}. ${outcomesIn(facts.input.outcomes ?? [])}`,
    why: appeal && `Appeal: ${appeal.why}`,
  };
};
const decideAppeal: Effect = (facts) => {
  const { input, on } = facts;
  const words = `${onDay(facts)}. ${input.result ? appealResultWords[input.result] : ''}`;
  if (input.result === 'sent-back')
    return {
      set: { status: 'hearing', hearingOn: input.hearingOn ?? null, hearingBy: null, hearingWhy: null },
      words,
    };
  const anew = decidesAnew('decide-appeal', input);
  return {
    set: { status: 'in-effect', endedOn: on, ...(anew ? decision(facts) : {}) },
    words: anew ? `${words}. ${outcomesIn(input.outcomes ?? [])}` : words,
  };
};

/** What each step does of its own. */
export const licensingEffects: Readonly<Record<LicensingAction, Effect>> = {
  apply,
  discard: ({ today }) => ({ set: { endedOn: today }, words: '' }),
  reject: ended,
  advertise: (facts) => ({ set: { advertisedOn: facts.on }, words: onDay(facts) }),
  'take-interim-steps': noticed,
  'record-representation': noticed,
  'set-hearing': setHearing,
  adjourn: setHearing,
  decide,
  'record-appeal': (facts) => ({ set: { appealedOn: facts.on }, words: onDay(facts) }),
  'decide-appeal': decideAppeal,
  'take-effect': ended,
  withdraw: ended,
};
