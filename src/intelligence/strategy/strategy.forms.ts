import { z } from 'zod';
import { strategyLimits } from '../../../reference/control-strategy.ts';
import { withDays } from '../../enforcement/index.ts';
import type { FieldProblem } from '../../platform/failures/failures.ts';
import { line, needed } from '../form/form.forms.ts';
import { codesIn, kindCodes } from '../spots/spots.forms.ts';
import type { Priority, Strategy } from './strategy.store.ts';

export const strategyParams = z.object({ strategyId: z.uuid() });

const parts = ['title', 'kinds', 'prevention', 'intelligence', 'enforcement', 'requirements'] as const;
/** The places of a strategy, from 1. */
export const places = Array.from({ length: strategyLimits.priorities }, (_, index) => index + 1);

/** The fields of six priorities, `title-1` and so on, as the list of the API; a place where nothing stands is empty. */
function asList(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'priorities' in raw) return raw;
  const given: Record<string, unknown> = { ...raw };
  const priorities = places.map((place) => {
    const one = Object.fromEntries(parts.map((part) => [part, given[`${part}-${place}`]]));
    return Object.values(one).some((value) => value !== undefined && String(value).trim() !== '')
      ? one
      : null;
  });
  return { ...given, priorities };
}
/** What is wrong with the list, at the fields of the form. */
export const atPlaces = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map(({ field, words }) => {
    const [, place, part] = /^priorities\.(\d+)\.(\w+)/.exec(field) ?? [];
    if (part !== undefined) return { field: `${part}-${Number(place) + 1}`, words };
    return { field: field === 'priorities' ? 'title-1' : field, words };
  });

const priority = z.object({
  title: needed(120, 'Say in a line what the priority is'),
  kinds: codesIn.pipe(z.array(z.enum(kindCodes, 'Choose kinds of harm from the list'))).default([]),
  prevention: line(1000),
  intelligence: line(1000),
  enforcement: line(1000),
  /** References of requirements, between spaces, commas or lines. */
  requirements: z.preprocess((raw) => (Array.isArray(raw) ? raw.join(' ') : raw), line(300)),
});
export type PriorityInput = z.output<typeof priority>;

const dayWords = (what: string) => `Enter the day ${what}, like 27 3 2027`;
/** A version of the control strategy. */
export const strategySchema = z.preprocess(
  (raw) => asList(withDays('agreedOn', 'startsOn')(raw)),
  z.object({
    /** The number of the version that was the newest when the form was opened; 0 for none. */
    version: z.coerce.number('Reload the page and try again').int().min(0),
    agreedOn: z.iso.date(dayWords('on which it was agreed')),
    agreedBy: needed(200, 'Say who agreed it: a meeting or a post'),
    startsOn: z.iso.date(dayWords('from which it holds')),
    words: line(2000),
    priorities: z
      .array(priority.nullable())
      .max(strategyLimits.priorities, `Choose ${strategyLimits.priorities} priorities at the most`)
      .refine((given) => given.some((one) => one !== null), 'Write at least one priority'),
  }),
);
export type StrategyInput = z.output<typeof strategySchema>;

/** A version as its form would have it typed, so that the next one begins from it. */
export const typedOf = (
  strategy: Strategy | undefined,
  priorities: readonly Priority[],
): Record<string, unknown> => ({
  words: strategy?.words ?? '',
  agreedBy: strategy?.agreedBy ?? '',
  ...Object.fromEntries(
    priorities.flatMap((one): [string, unknown][] => [
      [`title-${one.position}`, one.title],
      [`kinds-${one.position}`, one.kinds],
      [`prevention-${one.position}`, one.prevention],
      [`intelligence-${one.position}`, one.intelligence],
      [`enforcement-${one.position}`, one.enforcement],
      [`requirements-${one.position}`, one.requirements.map(({ reference }) => reference).join('\n')],
    ]),
  ),
});

export const strategyExample = {
  ...{
    version: 0,
    agreedOn: '2026-11-18',
    agreedBy: 'The tasking meeting of November',
    startsOn: '2026-12-01',
  },
  priorities: [
    {
      ...{
        title: 'Tipping on the lanes',
        kinds: ['waste'],
        prevention: 'Gates',
        intelligence: 'Who carries it',
      },
      ...{ enforcement: 'Stops with the police', requirements: ['IR-SAMP-001'] },
    },
  ],
};
