import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../platform/database/database.ts';
import { stale } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { instantWords } from '../../platform/ui/index.ts';

/** What a record held, by field name. */
export type Fields = Readonly<Record<string, unknown>>;

export interface NewChange {
  kind: string;
  id: string;
  /** Null where the record is new. */
  before: Fields | null;
  after: Fields;
  reason: string;
  /** On whose behalf, where a job puts into effect what people decided. */
  officerId?: string;
}

/** Writes what was changed beside the change itself. Nobody may change or delete a line: the past stays as it was. */
export async function noteChange(work: Work, change: NewChange): Promise<void> {
  await work.db
    .insertInto('directory.change')
    .values({
      id: work.ids.next(),
      at: work.clock.now(),
      officerId: change.officerId ?? officerOf(work).officerId,
      recordKind: change.kind,
      recordId: change.id,
      before: change.before === null ? null : JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      reason: change.reason,
    })
    .execute();
  about(work, change.kind, change.id, { fields: changedFields(change.before, change.after) });
}

/** Names of the fields that differ; the audit holds these and no values. */
export function changedFields(before: Fields | null, after: Fields): string[] {
  return Object.keys(after).filter(
    (name) => JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
}

export interface Change {
  id: string;
  at: Date;
  officerName: string;
  recordKind: string;
  recordId: string;
  before: Fields | null;
  after: Fields | null;
  reason: string;
}

const fields = z.record(z.string(), z.unknown()).nullable();
const changeRow = z.object({
  id: z.string(),
  at: z.date(),
  officerName: z.string(),
  recordKind: z.string(),
  recordId: z.string(),
  before: fields,
  after: fields,
  reason: z.string(),
});

const columns = sql`c.id, c.at, o.name as officer_name, c.record_kind, c.record_id, c.before, c.after, c.reason
  from directory.change c join directory.officer o on o.id = c.officer_id`;

/** The newest hundred changes that fit a condition over `c`, newest first. */
export async function findChanges(db: Db, fits: RawBuilder<unknown>): Promise<Change[]> {
  const { rows } =
    await sql`select ${columns} where ${fits} order by c.at desc, c.seq desc limit 100`.execute(db);
  return rows.map((row) => changeRow.parse(row));
}

/** What happened to one record, newest first. */
export const changesOfRecord = (db: Db, kind: string, id: string): Promise<Change[]> =>
  findChanges(db, sql`c.record_kind = ${kind} and c.record_id = ${id}`);

/** Everything changed in the directory of late, newest first. */
export const latestChanges = (db: Db): Promise<Change[]> => findChanges(db, sql`true`);

export const findChange = async (db: Db, id: string): Promise<Change | undefined> =>
  (await findChanges(db, sql`c.id = ${id}`))[0];

/** The failure of a second editor: who changed it and when, so that they can look before they try again. */
export async function changedMeanwhile(work: Work, kind: string, id: string) {
  const [last] = await changesOfRecord(work.db, kind, id);
  return stale(
    last
      ? `${last.officerName} changed this on ${instantWords(last.at)}, after you opened it. Look at what is there now, then make your change again.`
      : 'Somebody changed this after you opened it. Look at what is there now, then make your change again.',
  );
}

/** Names for the ids and codes that changes hold, so that people read words. */
export async function namesOf(db: Db, values: readonly unknown[]): Promise<ReadonlyMap<string, string>> {
  const flat = [...new Set(values.flat(3).filter((value) => typeof value === 'string'))];
  const ids = flat.filter((value) => /^[0-9a-f-]{36}$/.test(value));
  const { rows } = await sql<{ key: string; name: string }>`
    select id::text as key, name from directory.agency where id = any(${ids}::uuid[])
    union all select id::text, name from directory.officer where id = any(${ids}::uuid[])
    union all select id::text, name from directory.service where id = any(${ids}::uuid[])
    union all select code, name from directory.area where code = any(${flat}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.key, row.name]));
}
