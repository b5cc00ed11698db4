import { readConfig } from '../../platform/config/config.ts';
import { type Databases, openDatabases } from '../../platform/database/database.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { startEmbedded } from '../../platform/postgres/embedded.ts';
import { ensureDatabase, migrationsFolder, withoutOwner } from '../prepare.ts';
import type { CommandContext } from './command.ts';

export const databaseName = 'bailiwick';

/** Runs work with the owner's connection, starting the embedded server if it is not running yet. */
export async function withOwner<T>(
  context: CommandContext,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  const config = readConfig(context.root, context.env);
  if (config.databaseUrl) return work(config.databaseUrl);
  const server = await startEmbedded({ dataDir: config.dataDir });
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
): Promise<T> {
  const { secret } = readConfig(context.root, context.env);
  return withOwner(context, async (ownerUrl) => {
    await migrate({ ownerUrl, secret, folder: migrationsFolder(context.root) });
    const databases = openDatabases({ serverUrl: withoutOwner(ownerUrl), secret, poolSize: 2 });
    try {
      return await work(databases);
    } finally {
      await databases.close();
    }
  });
}
