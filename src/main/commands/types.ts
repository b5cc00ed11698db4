import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readConfig } from '../../platform/config/config.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import { migrationsFolder } from '../prepare.ts';
import type { Command } from './command.ts';
import { withOwner } from './installation.ts';

/** Writes the row types of the migrated schema; for developers, after a new migration. */
export const typesCommand: Command = {
  name: 'types',
  words: 'Writes src/platform/database/rows.ts from the migrated schema',
  usage: 'bailiwick types',
  run: (_args, context) =>
    withOwner(context, async (ownerUrl) => {
      const { secret } = readConfig(context.root, context.env);
      await migrate({ ownerUrl, secret, folder: migrationsFolder(context.root) });
      const done = spawnSync(
        join(context.root, 'node_modules', '.bin', 'kysely-codegen'),
        [
          ...['--dialect', 'postgres', '--url', ownerUrl, '--camel-case', '--default-schema', 'nothing'],
          ...['--out-file', join(context.root, 'src/platform/database/rows.ts')],
          ...['--include-pattern', '(platform|directory|intake|records|enforcement|tasking|performance).*'],
          ...['--date-parser', 'string', '--numeric-parser', 'number'],
        ],
        { encoding: 'utf8' },
      );
      if (done.status !== 0)
        throw new StartRefused('types', `The row types could not be made: ${done.stderr}`);
      context.print('Wrote src/platform/database/rows.ts.');
      return 0;
    }),
};
