import { accessTermOn } from '../../reference/subject-access.ts';
import { addMonths } from '../enforcement/index.ts';
import { addDays, type Day, daysBetween } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { AccessRegime } from './access.words.ts';

/** What the clock of a request depends on. */
export interface AccessClock {
  regime: AccessRegime;
  receivedOn: Day;
  identityOn: Day | null;
  extendedOn: Day | null;
  pauses: readonly { fromOn: Day; untilOn: Day | null }[];
}

/** Days on which the clock stood still by the law of the day it was stopped; a pause that still runs counts until today. */
export const pausedDays = ({ regime, pauses }: AccessClock, today: Day): number =>
  pauses
    .filter(({ fromOn }) => accessTermOn('pause', regime, fromOn))
    .reduce((sum, { fromOn, untilOn }) => sum + daysBetween(fromOn, untilOn ?? today), 0);

/**
 * By when a request is to be answered, and how that was counted. One month runs from the latest of the request and the day on which
 * its identity was confirmed; two more follow where it was extended; days on which the clock stood still are added. No fee is taken,
 * so that none is waited for.
 */
export function accessDue(clock: AccessClock, today: Day): { dueOn: Day; why: string } | undefined {
  const { regime, receivedOn, identityOn, extendedOn } = clock;
  if (identityOn === null) return undefined;
  const from = identityOn > receivedOn ? identityOn : receivedOn;
  const answer = accessTermOn('answer', regime, from)?.months ?? 0;
  const more = extendedOn ? (accessTermOn('extension', regime, extendedOn)?.months ?? 0) : 0;
  const paused = pausedDays(clock, today);
  const dueOn = addDays(addMonths(from, answer + more), paused);
  const why = [
    `${answer} month from ${dayWords(from)}, ${from === receivedOn ? 'when it was received' : 'when the identity was confirmed'}`,
    more > 0 && `${more} months more, of which notice was given on ${dayWords(extendedOn ?? '')}`,
    paused > 0 && `${paused} ${paused === 1 ? 'day' : 'days'} while the person was asked what they want`,
  ].filter(Boolean);
  return { dueOn, why: `${why.join('; ')}: ${dayWords(dueOn)}.` };
}
