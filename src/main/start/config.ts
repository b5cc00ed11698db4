import { join, resolve } from 'node:path';
import { StartRefused } from '../../platform/postgres/embedded.ts';

/** What a start needs to know before anything runs. */
export interface StartConfig {
  /** Port of the web server. */
  port: number;
  /** Address the web server listens on. */
  host: string;
  /** Folder of the embedded database and of the logs. */
  dataDir: string;
  /** A server to use in place of the embedded one: the URL of a role that may create roles and schemas. */
  databaseUrl?: string;
}

/**
 * Reads PORT, HOST, BAILIWICK_DATA_DIR and DATABASE_URL.
 * @throws StartRefused `bad-setting` for a value that cannot be used.
 */
export function startConfig(env: NodeJS.ProcessEnv, root: string): StartConfig {
  const port = env.PORT ? Number(env.PORT) : 3000;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartRefused(
      'bad-setting',
      `PORT is "${env.PORT}", which is not a port: set it to a number from 1 to 65535, such as 3000.`,
    );
  }
  const config = {
    port,
    host: env.HOST || '127.0.0.1',
    dataDir: resolve(env.BAILIWICK_DATA_DIR || join(root, 'data')),
  };
  return env.DATABASE_URL ? { ...config, databaseUrl: env.DATABASE_URL } : config;
}
