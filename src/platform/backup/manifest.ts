import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { StartRefused } from '../failures/failures.ts';

/** What a backup holds, written last: a folder without one is no backup. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** The instant of the snapshot: every table is as it was then. */
  madeAt: z.string(),
  /** Version of the PostgreSQL that it was read from, for people. */
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      file: z.string().regex(/^[\w.-]+$/),
      /** Of the file's bytes as they lie in the folder. */
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), lastValue: z.string().nullable() })),
  /** Rows of the audit, all chains together; each chain is checked link by link when it is restored. */
  auditRows: z.number().int(),
});
export type Manifest = z.output<typeof manifestSchema>;
export type BackupTable = Manifest['tables'][number];

export const manifestFile = 'manifest.json';
export const manifestHashFile = 'manifest.sha256';

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const damaged = (words: string) => new StartRefused('damaged-backup', `This backup is not whole: ${words}.`);

/** Reads a backup's manifest and checks every file against it. Throws StartRefused naming the first that differs. */
export async function readBackup(folder: string): Promise<Manifest> {
  const read = (name: string) =>
    readFile(join(folder, name), 'utf8').catch(() => {
      throw damaged(`${name} cannot be read in ${folder}`);
    });
  const text = await read(manifestFile);
  const hash = await read(manifestHashFile);
  if (hash.trim() !== sha256Of(text)) throw damaged(`${manifestFile} was changed`);
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new StartRefused('other-backup', 'This backup was made in a form that this version cannot read.');
  for (const table of parsed.data.tables) {
    const found = await sha256OfFile(join(folder, table.file)).catch(() => undefined);
    if (found !== table.sha256) throw damaged(`${table.file} ${found ? 'was changed' : 'is missing'}`);
  }
  return parsed.data;
}
