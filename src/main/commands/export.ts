import { createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { takenCases, takenPenalties } from '../../enforcement/index.ts';
import { takenReports } from '../../intake/index.ts';
import { csvPieces } from '../../platform/documents/csv.ts';
import type { TakenList } from '../../platform/documents/taken-list.ts';
import { xlsxPieces } from '../../platform/documents/xlsx.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { takenTasks } from '../../tasking/index.ts';
import { asSystem } from './as-system.ts';
import type { Command } from './command.ts';
import { withDatabases } from './installation.ts';

const lists: Readonly<Record<string, (work: Work) => TakenList>> = {
  reports: takenReports,
  cases: takenCases,
  penalties: takenPenalties,
  tasks: takenTasks,
};

/** How a list is written, by the ending of the file's name. */
const writers: Readonly<
  Record<string, (list: TakenList, name: string, at: Date) => AsyncIterable<string | Uint8Array>>
> = {
  csv: (list) => csvPieces(list.columns, list.rows),
  xlsx: (list, name, at) => xlsxPieces({ name, columns: list.columns, at }, list.rows),
  jsonl: async function* (list) {
    for await (const rows of list.rows)
      for (const row of rows)
        yield `${JSON.stringify(Object.fromEntries(list.columns.map((name, at) => [name, row[at] ?? null])))}\n`;
  },
};

async function* counted(
  work: Work,
  kind: string,
  list: TakenList,
): TakenList['rows'] & AsyncGenerator<readonly (readonly unknown[])[]> {
  let count = 0;
  for await (const rows of list.rows) {
    count += rows.length;
    yield rows;
  }
  Object.assign(work.note.detail, { kind, count });
}

/** Lists for another program or a spreadsheet; who ran it must say why, and the audit keeps it. */
export const exportCommand: Command = {
  name: 'export',
  words:
    'Writes a list as CSV, Excel or JSON lines; what is sensitive or about identifiable people is left out',
  usage:
    'bailiwick export reports|cases|penalties|tasks --out FILE.csv|FILE.xlsx|FILE.jsonl --reason "Why" [--json]',
  run: (args, context) => {
    const kind = args.values[0] ?? '';
    const { out, reason } = args.options;
    const take = lists[kind];
    if (!take) throw new StartRefused('bad-export', `Say which list: ${Object.keys(lists).join(', ')}.`);
    const write = writers[/\.([a-z]+)$/.exec(out ?? '')?.[1] ?? ''];
    if (!out || !write)
      throw new StartRefused('bad-export', 'Say where to: --out FILE.csv, FILE.xlsx or FILE.jsonl.');
    if (!reason?.trim())
      throw new StartRefused('no-reason', 'Say why, for the audit: --reason "For the yearly return".');
    const making = `${out}.making`;
    return withDatabases(
      context,
      async (databases) => {
        try {
          const count = await asSystem(
            databases,
            { event: 'list.exported', reason: reason.trim() },
            async (work) => {
              const list = take(work);
              const rows = counted(work, kind, list);
              const target = createWriteStream(making, { mode: 0o600, flags: 'wx' });
              await pipeline(
                Readable.from(write({ columns: list.columns, rows }, kind, work.clock.now())),
                target,
              );
              return Number(work.note.detail.count);
            },
          );
          // Only when the audit row is kept does the file get its name, and never that of another file.
          await link(making, out).catch((error: unknown) => {
            throw new StartRefused('file-in-use', `${out} cannot be written: is there one already?`, {
              cause: error,
            });
          });
          context.print(
            args.json ? JSON.stringify({ kind, count, out }) : `Wrote ${count} ${kind} to ${out}.`,
          );
          return 0;
        } finally {
          await rm(making, { force: true });
        }
      },
      { alone: false },
    );
  },
};
