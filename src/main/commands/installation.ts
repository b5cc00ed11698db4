import { readConfig } from '../../platform/config/config.ts';
import { type Databases, openDatabases } from '../../platform/database/database.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { runningOwnerUrl, StartRefused, startEmbedded } from '../../platform/postgres/embedded.ts';
import { ensureDatabase, migrationsFolder, withoutOwner } from '../prepare.ts';
import type { CommandContext } from './command.ts';

export const databaseName = 'bailiwick';

/**
 * Runs work with the owner's connection, starting the embedded server if it is not running yet. `alone: false` also
 * works beside an installation that is running; by default a command has the embedded database to itself.
 */
export async function withOwner<T>(
  context: CommandContext,
  work: (ownerUrl: string) => Promise<T>,
  options: { alone: boolean } = { alone: true },
): Promise<T> {
  const config = readConfig(context.root, context.env);
  if (config.databaseUrl) return work(config.databaseUrl);
  const server = await startEmbedded({ dataDir: config.dataDir }).catch((error: unknown) => {
    if (!options.alone && error instanceof StartRefused && error.code === 'locked') return undefined;
    throw error;
  });
  if (!server) return work(await ensureDatabase(runningOwnerUrl(config.dataDir), databaseName));
  try {
    return await work(await ensureDatabase(server.ownerUrl, databaseName));
  } finally {
    if (!server.reused) await server.stop();
  }
}

/** Runs work with the powerless logins, on a database of this version. */
export function withDatabases<T>(
  context: CommandContext,
  work: (databases: Databases) => Promise<T>,
  options?: { alone: boolean },
): Promise<T> {
  const { secret } = readConfig(context.root, context.env);
  const act = async (ownerUrl: string) => {
    await migrate({ ownerUrl, secret, folder: migrationsFolder(context.root) });
    const databases = openDatabases({ serverUrl: withoutOwner(ownerUrl), secret, poolSize: 2 });
    try {
      return await work(databases);
    } finally {
      await databases.close();
    }
  };
  return withOwner(context, act, options);
}
