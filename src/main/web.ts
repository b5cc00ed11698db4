import { join } from 'node:path';
import { readConfig } from '../platform/config/config.ts';
import { mailTransport } from '../platform/mail/mail.transport.ts';
import { assetsIn, buildApplication } from './application.ts';
import { exitWithParent } from './lifeline.ts';

/** The web process: serves pages and the API until told to stop. */
const root = process.env.BAILIWICK_ROOT ?? process.cwd();
const config = readConfig(root, process.env);
const serverUrl = process.env.BAILIWICK_SERVER_URL ?? config.databaseUrl;
if (!serverUrl) throw new Error('BAILIWICK_SERVER_URL says where the database is; npm start sets it.');
// Only to say on the outbox's page how mail leaves: the worker sends it.
const transport = mailTransport(config);
const application = await buildApplication({
  serverUrl,
  secret: config.secret,
  mode: config.mode,
  publicUrl: config.publicUrl,
  mailKind: transport.kind === 'smtp' ? 'smtp' : transport.why,
  tiles: config.tiles,
  logLevel: config.logLevel,
  proxies: config.proxies,
  formLimit: config.formLimit,
  assetsDir: assetsIn(process.env.BAILIWICK_BUILD_DIR ?? join(root, 'build')),
});
await application.server.listen({ port: config.port, host: config.host });
const stop = async () => {
  await application.close();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
exitWithParent();
