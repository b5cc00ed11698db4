import { figuresAsked, takenFigures } from '../../performance/index.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import { asSystem } from './as-system.ts';
import type { Command } from './command.ts';
import { withDatabases } from './installation.ts';

/** The figures of a period for another program; nothing is suppressed, so they are for inside the partnership. */
export const figuresCommand: Command = {
  name: 'figures',
  words: 'Prints every figure of a period over all records; small numbers are not suppressed',
  usage:
    'bailiwick figures [--period 2026-11|2026-27-Q2|fy-2026|2026-07-01_2026-09-30] [--area CODE] [--json]',
  run: (args, context) => {
    const asked = figuresAsked.safeParse({ period: args.options.period, area: args.options.area });
    if (!asked.success)
      throw new StartRefused('bad-figures', `${asked.error.issues[0]?.message ?? 'That is not a period'}.`);
    return withDatabases(
      context,
      async (databases) => {
        const found = await asSystem(
          databases,
          { event: 'figures.listed', reason: 'figures by command' },
          (work) => takenFigures(work, asked.data),
        );
        const { key, from, to, words } = found.period;
        if (args.json) context.print(JSON.stringify({ period: { key, from, to }, figures: found.figures }));
        else {
          context.print(words);
          for (const figure of found.figures)
            context.print(`${figure.code.padEnd(6)} ${figure.name}: ${figure.words}`);
        }
        return 0;
      },
      { alone: false },
    );
  },
};
