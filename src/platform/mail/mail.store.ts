import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Work } from '../http/work.ts';
import { enqueue } from '../jobs/jobs.ts';

/** A message to somebody outside: a reference and a link, and nothing anybody said. */
export interface NewMail {
  toAddress: string;
  subject: string;
  body: string;
  /** Which template, e.g. `report routed`; what an administrator sees of it. */
  reason: string;
  recordKind: string;
  recordId: string;
  /** About something that administrators may not know of: they see no line of it. */
  isRestricted: boolean;
}

/** Puts a message in the outbox, and in the queue, in the transaction that causes it. */
export async function queueMail(work: Work, mail: NewMail): Promise<void> {
  const id = work.ids.next();
  await work.db
    .insertInto('platform.outbox')
    .values({ id, ...mail, queuedAt: work.clock.now() })
    .execute();
  await enqueue(work.db, 'send-mail', { messageId: id });
}

export interface QueuedMail {
  id: string;
  toAddress: string;
  subject: string;
  body: string;
  state: string;
  attempts: number;
  queuedAt: Date;
}

/** The message, locked until the try is over: two workers never send it at once. */
export async function takeMail(db: Db, id: string): Promise<QueuedMail | undefined> {
  const { rows } = await sql<QueuedMail>`select id, to_address, subject, body, state, attempts, queued_at
    from platform.outbox where id = ${id} for update`.execute(db);
  return rows[0];
}

export async function noteSent(db: Db, id: string, attempts: number, at: Date): Promise<void> {
  await db
    .updateTable('platform.outbox')
    .set({
      state: 'sent',
      attempts,
      triedAt: at,
      sentAt: at,
      transport: 'smtp',
      nextTryAt: null,
      fault: null,
    })
    .where('id', '=', id)
    .execute();
}

export async function noteFault(
  db: Db,
  id: string,
  told: { attempts: number; at: Date | null; fault: string; nextTryAt: Date | null },
): Promise<void> {
  await db
    .updateTable('platform.outbox')
    .set({
      state: told.nextTryAt ? 'waiting' : 'failed',
      attempts: told.attempts,
      fault: told.fault,
      nextTryAt: told.nextTryAt,
      ...(told.at ? { triedAt: told.at } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Messages that wait without a next try: queued while nothing could be sent. */
export async function waitingMail(db: Db, queuedBefore: Date): Promise<{ id: string; queuedAt: Date }[]> {
  const { rows } = await sql<{ id: string; queuedAt: Date }>`select id, queued_at from platform.outbox
    where state = 'waiting' and next_try_at is null and queued_at < ${queuedBefore} order by queued_at, id limit 500`.execute(
    db,
  );
  return rows;
}

/**
 * What an administrator sees of a message: neither whom it went to nor what it says. Messages about what is restricted are
 * kept from them by the database, in lines and in counts.
 */
export interface MailLine {
  id: string;
  reason: string;
  toDomain: string | null;
  queuedAt: Date;
  state: string;
  attempts: number;
  triedAt: Date | null;
  nextTryAt: Date | null;
  sentAt: Date | null;
  fault: string | null;
}

const lines = sql`select id, reason, to_domain, queued_at, state, attempts, tried_at, next_try_at, sent_at, fault from platform.outbox`;
const shownLines = 50;

/** Messages, newest first, a page at a time. */
export async function pageOfMail(
  db: Db,
  filter: { state: string; after?: string | undefined },
): Promise<{ messages: MailLine[]; next: string | null }> {
  const [afterAt = '', afterId = ''] = (filter.after ?? '').split('~');
  const { rows } = await sql<MailLine>`${lines} where (${filter.state} = '' or state = ${filter.state})
    and (${afterId} = '' or (queued_at, id) < (nullif(${afterAt}, '')::timestamptz, nullif(${afterId}, '')::uuid))
    order by queued_at desc, id desc limit ${sql.lit(shownLines + 1)}`.execute(db);
  const last = rows[shownLines - 1];
  return {
    messages: rows.slice(0, shownLines),
    next: rows.length > shownLines && last ? `${last.queuedAt.toISOString()}~${last.id}` : null,
  };
}

export async function findMail(db: Db, id: string): Promise<MailLine | undefined> {
  const { rows } = await sql<MailLine>`${lines} where id = ${id}`.execute(db);
  return rows[0];
}

/** How many messages stand in each state. */
export async function mailCounts(db: Db): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{
    state: string;
    n: number;
  }>`select state, count(*)::int as n from platform.outbox group by state`.execute(db);
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

/** The words of a message, in a demonstration; undefined anywhere else. */
export async function demonstrationMail(
  db: Db,
  id: string,
): Promise<{ toAddress: string; subject: string; body: string } | undefined> {
  const { rows } = await sql<{
    toAddress: string;
    subject: string;
    body: string;
  }>`select to_address, subject, body from platform.outbox_demonstration where id = ${id}`.execute(db);
  return rows[0];
}
