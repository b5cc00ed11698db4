import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/**
 * Adds a job in the transaction that causes it: no commit, no job. A payload holds ids only, never words about a person.
 * `key` makes a second job of the same key replace the first while it waits.
 */
export async function enqueue(
  db: Db,
  task: string,
  payload: Record<string, string | number>,
  options: { runAt?: Date; key?: string } = {},
): Promise<void> {
  await sql`select platform.add_job(${task}, ${JSON.stringify(payload)}::jsonb, ${options.runAt ?? null}::timestamptz, ${options.key ?? null})`.execute(
    db,
  );
}
