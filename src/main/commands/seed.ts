import { Client } from 'pg';
import { isEmptyDatabase } from '../../platform/backup/snapshot.ts';
import { dayOf, systemClock } from '../../platform/clock/clock.ts';
import { readConfig } from '../../platform/config/config.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import { migrationsFolder } from '../prepare.ts';
import { seedCounty } from '../seed.ts';
import type { Command } from './command.ts';
import { withOwner } from './installation.ts';

async function refuseUnlessEmpty(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const isEmpty = await isEmptyDatabase(client).finally(() => client.end());
  if (!isEmpty)
    throw new StartRefused(
      'not-empty',
      'The database is not empty: the demonstration county goes into an empty one only.',
    );
}

/** The made-up county without starting the product. */
export const seedCommand: Command = {
  name: 'seed',
  words: 'Fills an empty database with the made-up demonstration county; refuses in production',
  usage: 'bailiwick seed [--json]',
  run: (args, context) => {
    const { mode, secret } = readConfig(context.root, context.env);
    if (mode === 'production')
      throw new StartRefused(
        'production',
        'The demonstration county has people in it who sign in without a password: it never goes into production.',
      );
    return withOwner(context, async (ownerUrl) => {
      await refuseUnlessEmpty(ownerUrl);
      await migrate({ ownerUrl, secret, folder: migrationsFolder(context.root), report: context.progress });
      const today = dayOf(systemClock.now());
      await seedCounty({ ownerUrl, today, perYear: 6000, lists: true, report: context.progress });
      context.print(
        args.json ? JSON.stringify({ seeded: true, today }) : 'The demonstration county is in the database.',
      );
      return 0;
    });
  },
};
