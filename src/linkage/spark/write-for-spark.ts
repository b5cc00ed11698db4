import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Column, type ModelDocument, preparedLines, sparkScript, type Table } from '../core/index.ts';
import { UnreadableFile } from '../files/file-bytes.ts';
import type { ListPart } from '../files/read-parts.ts';

/** What was written, and where. */
export interface WrittenForSpark {
  rows: number;
  script: string;
}

/** The file that says of which lists and model a folder's pairs are. */
export const marksFile = 'lists.json';

/** A mark of a model: two models with one mark are the same. */
export const markOf = (model: ModelDocument): string =>
  createHash('sha256').update(JSON.stringify(model)).digest('hex');

/** Rows of a table that are prepared at once: what one part holds in memory does not grow with the lists. */
const rowsAtOnce = 50_000;

/** Lists name people: what is written is read by its owner alone. */
const [ownFile, ownFolder] = [0o600, 0o700];

/**
 * Writes lists for Spark into a folder: the prepared rows, in files of 50,000, and the script that links them. Lists come part
 * by part and are let go of again. What an earlier run left in these places is taken away.
 */
export async function writeForSpark(
  folder: string,
  parts: AsyncIterable<ListPart> | Iterable<ListPart>,
  model: ModelDocument,
  options: { across: boolean; least: number; onProgress?: (rows: number) => void },
): Promise<WrittenForSpark> {
  const prepared = join(folder, 'prepared');
  await clear(folder);
  await mkdir(prepared, { recursive: true, mode: ownFolder });
  await writeFile(join(folder, marksFile), '{}', { mode: ownFile });
  let rows = 0;
  let files = 0;
  for await (const { table, idOf } of parts)
    for (let from = 0; from < table.rows; from += rowsAtOnce) {
      const to = Math.min(table.rows, from + rowsAtOnce);
      const before = rows - from;
      const lines = preparedLines(model, rowsFrom(table, from, to), {
        numberOf: (row) => before + from + row,
        idOf: (row) => idOf(from + row),
      });
      await writeZipped(join(prepared, `rows-${String(files).padStart(6, '0')}.tsv.gz`), lines);
      files += 1;
      rows += to - from;
      options.onProgress?.(rows);
    }
  await writeFile(join(folder, marksFile), JSON.stringify({ rows, model: markOf(model) }), { mode: ownFile });
  const script = join(folder, 'link.sql');
  await writeFile(script, sparkScript(model, { ...options, rows }), { mode: ownFile });
  return { rows, script };
}

/** Takes away what an earlier run has left; a folder in which others keep something under these names is refused. */
async function clear(folder: string): Promise<void> {
  const there = await readdir(folder).catch((): string[] => []);
  const ours = ['prepared', 'work', 'scored', 'pairs'].filter((name) => there.includes(name));
  if (ours.length > 0 && !there.includes(marksFile))
    throw new UnreadableFile(
      `${folder} holds «${ours.join('», «')}», and no earlier run wrote them: name another folder.`,
    );
  for (const name of ours) await rm(join(folder, name), { recursive: true, force: true });
}

async function writeZipped(path: string, lines: Iterable<string>): Promise<void> {
  const zip = createGzip({ level: 1 });
  const file = zip.pipe(createWriteStream(path, { mode: ownFile }));
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < 1 << 18) continue;
    if (!zip.write(text)) await once(zip, 'drain');
    text = '';
  }
  zip.end(text);
  await finished(file);
}

/** Some rows of a table, with the values that they give and no others. */
export function rowsFrom(table: Table, from: number, to: number): Table {
  const columns = table.columns.map(({ name, codes, values }): Column => {
    const own = new Map<number, number>();
    const kept: string[] = [];
    const part = codes.slice(from, to).map((code) => {
      if (code < 0) return code;
      const known = own.get(code);
      if (known !== undefined) return known;
      own.set(code, kept.length);
      kept.push(values.at(code) ?? '');
      return kept.length - 1;
    });
    return { name, codes: part, values: kept };
  });
  return { ...table, rows: to - from, columns, sources: table.sources.slice(from, to) };
}
