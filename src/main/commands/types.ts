import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { readConfig } from '../../platform/config/config.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { productSchemas, schemaText } from '../../platform/database/schema-text.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import { migrationsFolder, withDatabase } from '../prepare.ts';
import type { Command } from './command.ts';
import { withOwner } from './installation.ts';

/** Writes the row types of a migrated database to a file. */
export async function writeRowTypes(root: string, ownerUrl: string, file: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const schemas = await productSchemas(client).finally(() => client.end());
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js'),
      ...['--dialect', 'postgres', '--url', ownerUrl, '--camel-case', '--default-schema', 'nothing'],
      ...['--out-file', file, '--include-pattern', `(${schemas.join('|')}).*`],
      ...['--date-parser', 'string', '--numeric-parser', 'number'],
    ],
    { encoding: 'utf8', cwd: root },
  );
  if (done.status !== 0) throw new StartRefused('types', `The row types could not be made: ${done.stderr}`);
}

/** The text of db/schema.sql for a migrated database. */
export async function readSchemaText(ownerUrl: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  return schemaText(client).finally(() => client.end());
}

/** A database made by the migrations alone, whatever the installation holds; dropped afterwards. */
async function withMigrated<T>(
  ownerUrl: string,
  options: { secret: string; folder: string },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const scratch = `bailiwick_types_${process.pid}`;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`create database ${scratch}`);
    const url = withDatabase(ownerUrl, scratch);
    await migrate({ ownerUrl: url, ...options });
    return await work(url);
  } finally {
    await owner.query(`drop database if exists ${scratch} with (force)`);
    await owner.end();
  }
}

/** Writes what follows from the migrations; for developers, after a new one and after merging others'. */
export const typesCommand: Command = {
  name: 'types',
  words: 'Writes src/platform/database/rows.ts and db/schema.sql from the migrations',
  usage: 'bailiwick types',
  run: (_args, context) =>
    withOwner(context, async (ownerUrl) => {
      const { secret } = readConfig(context.root, context.env);
      await withMigrated(ownerUrl, { secret, folder: migrationsFolder(context.root) }, async (url) => {
        await writeRowTypes(context.root, url, join(context.root, 'src/platform/database/rows.ts'));
        await writeFile(join(context.root, 'db', 'schema.sql'), await readSchemaText(url));
      });
      context.print('Wrote src/platform/database/rows.ts and db/schema.sql.');
      return 0;
    }),
};
