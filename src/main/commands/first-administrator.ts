import { addFirstAdministrator, firstAdministratorSchema } from '../../directory/index.ts';
import { systemViewer } from '../../platform/access/viewer.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { readConfig } from '../../platform/config/config.ts';
import { type Failure, StartRefused } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { randomIds } from '../../platform/ids/ids.ts';
import type { Command } from './command.ts';
import { withDatabases } from './installation.ts';

const wordsOf = (failure: Failure): string => {
  if (failure.kind === 'refused-by-rule') return `${failure.words} ${failure.mend}`;
  return failure.kind === 'invalid' ? failure.problems.map((p) => p.words).join('. ') : failure.kind;
};

/** The one account that nobody inside can make, since nobody is inside yet. */
export const firstAdministratorCommand: Command = {
  name: 'first-administrator',
  words: 'Makes the first directory administrator and prints a link to set a password, once',
  usage: 'bailiwick first-administrator USERNAME --name "Name" --email name@example.org --agency "Agency"',
  run: (args, context) => {
    const parsed = firstAdministratorSchema.safeParse({
      username: args.values[0],
      name: args.options.name,
      email: args.options.email,
      agencyName: args.options.agency,
    });
    if (!parsed.success)
      throw new StartRefused(
        'first-administrator',
        `${parsed.error.issues.map((issue) => issue.message).join('. ')}.`,
      );
    return withDatabases(context, async (databases) => {
      const viewer = systemViewer('TECH', 'making the first administrator');
      const made = await databases.inTransaction('TECH', viewer, async (db) => {
        const work: Work = { db, viewer, clock: systemClock, ids: randomIds, note: { detail: {} } };
        const result = await addFirstAdministrator(work, parsed.data);
        if (!result.ok) throw new StartRefused('first-administrator', wordsOf(result.failure));
        await recordAudit(db, {
          event: 'person.first-administrator-made',
          outcome: 'done',
          viewer,
          requestId: 'command',
          at: work.clock.now(),
          note: work.note,
        });
        return result.value;
      });
      const { publicUrl } = readConfig(context.root, context.env);
      context.print(`Set a password, once, before ${made.expiresAt.toISOString()}:`);
      context.print(`${publicUrl}/password/${made.token}`);
      return 0;
    });
  },
};
