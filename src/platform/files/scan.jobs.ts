import { sql } from 'kysely';
import { z } from 'zod';
import type { Work } from '../http/work.ts';
import { type Job, job, type Scheduled } from '../jobs/declare.ts';
import type { Verdict } from './scanner.ts';

/** Files that one round looks at; what is left waits for the next, five minutes later. */
const mostFiles = 500;

/** Hands what is held to the virus scanner. The tables of the files stay shut: the worker has three functions, which give what is held alone. */
export const scanJobs: readonly Job[] = [
  job({
    name: 'scan-files',
    words: 'Has the virus scanner look at files that are held',
    side: 'WORKER',
    audit: 'files.scanned',
    payload: z.object({}),
    // No count: how many files there are, and what became of them, is told on the page of each alone.
    run: async (work, _payload, { scanner, aside }) => {
      if (!scanner) return;
      const { rows } = await sql<{
        place: string;
        id: string;
      }>`select * from platform.held_files(${mostFiles})`.execute(work.db);
      for (const file of rows) {
        // Each on its own, so that a long round keeps what it has done, and holds no file while it waits for the scanner.
        const content = await aside((own) => contentOf(own, file));
        if (!content) continue;
        const verdict: Verdict = await scanner.scan(content);
        if (verdict.kind !== 'fault')
          await aside((own) =>
            sql`select platform.file_scanned(${file.place}, ${file.id}, ${verdict.kind})`.execute(own.db),
          );
        else if (verdict.isAway) {
          work.note.detail.fault = verdict.words;
          return;
        }
      }
    },
  }),
];

async function contentOf(work: Work, { place, id }: { place: string; id: string }): Promise<Buffer | null> {
  const { rows } = await sql<{
    content: Buffer | null;
  }>`select platform.held_content(${place}, ${id}) as content`.execute(work.db);
  return rows[0]?.content ?? null;
}

/** Comes round only where an operator connected a scanner. */
export const scanSchedule: readonly Scheduled[] = [{ at: '*/5 * * * *', job: 'scan-files' }];
