import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { verifyAudit } from '../platform/audit/verify.ts';
import { readConfig } from '../platform/config/config.ts';
import { migrate } from '../platform/database/migrate.ts';
import type { SignIn } from '../platform/sign-in/sign-in.ts';
import { buildDirOf } from './build-dir.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import type { Arguments, Command, CommandContext } from './commands/command.ts';
import { exportCommand } from './commands/export.ts';
import { figuresCommand } from './commands/figures.ts';
import { firstAdministratorCommand } from './commands/first-administrator.ts';
import { importCommand } from './commands/import.ts';
import { databaseName, withOwner } from './commands/installation.ts';
import { seedCommand } from './commands/seed.ts';
import { typesCommand } from './commands/types.ts';
import { listCommands } from './lists.ts';
import { ensureDatabase, migrationsFolder, prepare, withoutOwner } from './prepare.ts';
import { permissionTable, procedurePage, routeTable } from './reference-pages.ts';
import { allRoutes } from './registry.ts';
import { runCommand } from './run-command.ts';
import { start, startConfig } from './start.ts';
import { welcome } from './welcome.ts';

/** Every command there is. */
export const commands: readonly Command[] = [
  {
    name: 'start',
    words: 'Starts the database, the web server and the worker, and prints where and as whom to sign in',
    usage: 'bailiwick start',
    run: (_args, context) => startEverything(context),
  },
  {
    name: 'migrate',
    words: 'Brings the database to this version',
    usage: 'bailiwick migrate [--json]',
    run: (args, context) =>
      withOwner(context, async (ownerUrl) => {
        const { secret } = readConfig(context.root, context.env);
        const ran = await migrate({
          ownerUrl,
          secret,
          folder: migrationsFolder(context.root),
          report: args.json ? () => undefined : context.print,
        });
        context.print(
          args.json
            ? JSON.stringify({ ran })
            : ran.length === 0
              ? 'Nothing to do: the database is at this version.'
              : `Ran ${ran.length} migrations.`,
        );
        return 0;
      }),
  },
  {
    name: 'verify-audit',
    words: 'Checks every chain of the audit and names the first break',
    usage: 'bailiwick verify-audit [--json]',
    run: (args, context) =>
      withOwner(context, (ownerUrl) => verify(ownerUrl, args, context), { alone: false }),
  },
  firstAdministratorCommand,
  importCommand,
  ...listCommands,
  seedCommand,
  figuresCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  typesCommand,
  {
    name: 'docs',
    words: 'Writes docs/permissions.md, docs/routes.md and docs/procedures.md from the declarations',
    usage: 'bailiwick docs',
    run: async (_args, context) => {
      // Declaring routes asks nothing of the sign-in they will use.
      const routes = allRoutes({ signIn: undefined as unknown as SignIn });
      await writeFile(join(context.root, 'docs', 'permissions.md'), permissionTable(routes));
      await writeFile(join(context.root, 'docs', 'routes.md'), routeTable(routes));
      await writeFile(join(context.root, 'docs', 'procedures.md'), procedurePage());
      context.print(`Wrote ${routes.length} routes.`);
      return 0;
    },
  },
];

async function startEverything(context: CommandContext): Promise<number> {
  const config = readConfig(context.root, context.env);
  let databaseUrl = '';
  return start({
    config: startConfig(context.env, context.root),
    buildDir: buildDirOf(context.root, context.env),
    steps: {
      prepare: async (serverUrl, report) => {
        databaseUrl = config.databaseUrl ?? (await ensureDatabase(serverUrl, databaseName));
        await prepare({
          root: context.root,
          ownerUrl: databaseUrl,
          secret: config.secret,
          mode: config.mode,
          report,
        });
      },
      environment: () => ({
        BAILIWICK_SERVER_URL: withoutOwner(databaseUrl),
        BAILIWICK_ROOT: context.root,
        DATABASE_URL: '',
      }),
    },
    welcome: welcome(config.mode),
  });
}

async function verify(ownerUrl: string, args: Arguments, context: CommandContext): Promise<number> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const chains = await verifyAudit(client);
    const broken = chains.filter((chain) => chain.firstBreak);
    const rows = chains.reduce((sum, chain) => sum + chain.rows, 0);
    if (args.json) context.print(JSON.stringify({ rows, chains }));
    else if (broken.length === 0)
      context.print(`The audit holds: ${rows.toLocaleString('en-GB')} rows in ${chains.length} chains.`);
    else
      for (const { chain, firstBreak } of broken)
        context.print(`Chain ${chain} breaks at row ${firstBreak?.seq ?? 0}: ${firstBreak?.what ?? ''}.`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
}

/** Runs one command; resolves with the exit code. */
export const main = (argv: readonly string[]): Promise<number> => runCommand(commands, argv);
