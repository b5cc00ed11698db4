import { systemViewer } from '../../platform/access/viewer.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { makeBackup } from '../../platform/backup/backup.ts';
import type { Manifest } from '../../platform/backup/manifest.ts';
import { restoreBackup } from '../../platform/backup/restore.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { readConfig } from '../../platform/config/config.ts';
import { openDatabases } from '../../platform/database/database.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import { migrationsFolder, withoutOwner } from '../prepare.ts';
import type { Arguments, Command, CommandContext } from './command.ts';
import { withOwner } from './installation.ts';

function folderOf(args: Arguments, name: string): string {
  const [folder] = args.values;
  if (!folder)
    throw new StartRefused('no-folder', `Name the folder of the backup: bailiwick ${name} <folder>.`);
  return folder;
}

/** What stands in the audit: that it was done and how much it was, in the database it was done to. */
async function noted(
  context: CommandContext,
  ownerUrl: string,
  event: 'backup.made' | 'backup.restored',
  manifest: Manifest,
): Promise<void> {
  const { secret } = readConfig(context.root, context.env);
  const databases = openDatabases({ serverUrl: withoutOwner(ownerUrl), secret, poolSize: 1 });
  const viewer = systemViewer('TECH', event);
  try {
    await databases.inTransaction('TECH', viewer, (db) =>
      recordAudit(db, {
        event,
        outcome: 'done',
        viewer,
        requestId: 'command line',
        at: systemClock.now(),
        note: { detail: { snapshotAt: manifest.madeAt, rows: rowsIn(manifest) } },
      }),
    );
  } finally {
    await databases.close();
  }
}

const rowsIn = (manifest: Manifest): number => manifest.tables.reduce((sum, table) => sum + table.rows, 0);

function told(args: Arguments, context: CommandContext, manifest: Manifest, done: string): number {
  const { madeAt, auditRows, tables } = manifest;
  context.print(
    args.json
      ? JSON.stringify({ madeAt, tables: tables.length, rows: rowsIn(manifest), auditRows })
      : `${done} ${rowsIn(manifest).toLocaleString('en-GB')} rows in ${tables.length} tables, as they stood at ${madeAt}. The audit holds: ${auditRows.toLocaleString('en-GB')} rows.`,
  );
  return 0;
}

/** Everything the database holds, as it stood at one instant. */
export const backupCommand: Command = {
  name: 'backup',
  words: 'Writes the whole database, as it stands at one instant, into a new folder with hashes',
  usage: 'bailiwick backup <folder> [--json]',
  run: (args, context) => {
    const folder = folderOf(args, 'backup');
    return withOwner(
      context,
      async (ownerUrl) => {
        const manifest = await makeBackup({ ownerUrl, folder, report: context.progress });
        await noted(context, ownerUrl, 'backup.made', manifest);
        return told(args, context, manifest, 'Wrote');
      },
      { alone: false },
    );
  },
};

/** The way back; refuses what would lose anything unless told to. */
export const restoreCommand: Command = {
  name: 'restore',
  words:
    'Checks a backup and puts it into an empty database, or with --overwrite in the place of what is there',
  usage: 'bailiwick restore <folder> [--overwrite] [--json]',
  run: (args, context) => {
    const folder = folderOf(args, 'restore');
    return withOwner(context, async (ownerUrl) => {
      const { secret } = readConfig(context.root, context.env);
      const manifest = await restoreBackup({
        ownerUrl,
        secret,
        folder,
        migrations: migrationsFolder(context.root),
        overwrite: 'overwrite' in args.options,
        report: context.progress,
      });
      await noted(context, ownerUrl, 'backup.restored', manifest);
      return told(args, context, manifest, 'Restored');
    });
  },
};
