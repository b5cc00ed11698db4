import { sql } from 'kysely';
import { insertMany } from '../../platform/database/bulk.ts';
import type { Work } from '../../platform/http/work.ts';
import type { ListDiff } from './list-diff.ts';
import type { ListLoad } from './list-load.store.ts';
import type { DraftRow } from './list-row.ts';

/** Code of why a judgement ended, in the words of the ledger: a row that it was about was changed or is gone. */
export const rowWithdrawn = 'row-withdrawn';

/** Victims and witnesses, MoPI group 4; kept under UK GDPR until something of it goes into a criminal matter. */
const retention = { retentionGroup: 4, regime: 'UKGDPR' } as const;

/** Writes what a file changes. A changed row is a new entry; the old one is withdrawn, and judgements on it end. */
export async function writeDiff(work: Work, load: ListLoad, diff: ListDiff): Promise<void> {
  const gone = [...diff.gone, ...diff.changed.map(({ was }) => was)].map(({ id }) => id);
  await withdraw(work, load, gone);
  const gateway = await gatewayOf(work, load.listId);
  const entry = (draft: DraftRow, replaces?: string) => ({
    id: work.ids.next(),
    listId: load.listId,
    loadId: load.id,
    kind: draft.kind,
    label: draft.label,
    fields: draft.fields,
    given: draft.given,
    sourceKey: draft.sourceKey,
    originAgencyId: load.agencyId,
    handling: load.handling,
    receivedAt: work.clock.now(),
    gateway,
    ...retention,
    replaces: replaces ?? null,
  });
  const written = [
    ...diff.added.map((draft) => ({ draft, row: entry(draft) })),
    ...diff.changed.map(({ was, becomes }) => ({ draft: becomes, row: entry(becomes, was.id) })),
  ];
  await insertMany(
    work.db,
    'linkage.list_entry',
    written.map(({ row }) => row),
  );
  await seal(work, [
    ...written.map(({ draft, row }) => ({ id: row.id, draft })),
    ...diff.same.map(({ was, row }) => ({ id: was.id, draft: row })),
  ]);
}

const gatewayOf = async ({ db }: Work, listId: string): Promise<string> =>
  (await db.selectFrom('linkage.list').select('gateway').where('id', '=', listId).executeTakeFirstOrThrow())
    .gateway;

/** Ends entries, and the judgements on them, with the reason. */
async function withdraw({ db, clock }: Work, load: ListLoad, ids: readonly string[]): Promise<void> {
  const some = sql`${[...ids]}::uuid[]`;
  const now = clock.now();
  await sql`update linkage.list_entry set withdrawn_at = ${now}, withdrawn_by_load = ${load.id} where id = any(${some})`.execute(
    db,
  );
  await sql`update linkage.judgement set ended_at = ${now}, ended_why = ${rowWithdrawn}
    where ended_at is null and (record_a = any(${some}) or record_b = any(${some}))`.execute(db);
}

/** Keeps addresses that must stay hidden apart from the rows they came with, and marks the rows. */
async function seal(work: Work, rows: readonly { id: string; draft: DraftRow }[]): Promise<void> {
  const sealedAt = work.clock.now();
  for (const { id, draft } of rows) {
    if (!draft.sealed) continue;
    const { address = '', postcode = '' } = draft.sealed;
    await sql`insert into linkage.sealed_address (entry_id, address, postcode, sealed_at) values (${id}, ${address}, ${postcode}, ${sealedAt})
      on conflict (entry_id) do update set address = excluded.address, postcode = excluded.postcode, sealed_at = excluded.sealed_at`.execute(
      work.db,
    );
    await sql`insert into records.hidden_address (record_id, is_marked, by_list, since) values (${id}, true, true, ${sealedAt})
      on conflict (record_id) do update set is_marked = true, by_list = true`.execute(work.db);
  }
}

/** Takes back what a load wrote. Judgements that it ended are live again, as new rows equal to the old. */
export async function undoWrites(
  work: Work,
  load: ListLoad,
): Promise<{ withdrawn: number; restored: number }> {
  const { db, clock, ids } = work;
  const own = await sql<{
    id: string;
  }>`select id from linkage.list_entry where load_id = ${load.id} and withdrawn_at is null`.execute(db);
  const former = await sql<{
    id: string;
  }>`select id from linkage.list_entry where withdrawn_by_load = ${load.id} and load_id <> ${load.id}`.execute(
    db,
  );
  await withdraw(
    work,
    load,
    own.rows.map(({ id }) => id),
  );
  const back = sql`${former.rows.map(({ id }) => id)}::uuid[]`;
  await sql`update linkage.list_entry set withdrawn_at = null, withdrawn_by_load = null where id = any(${back})`.execute(
    db,
  );
  const ended = await sql<{ id: string }>`select j.id from linkage.judgement j
    where j.ended_why = ${rowWithdrawn} and j.ended_at = ${load.loadedAt} and (j.record_a = any(${back}) or j.record_b = any(${back}))
      and not exists (select 1 from linkage.judgement n where n.record_a = j.record_a and n.record_b = j.record_b and n.ended_at is null)
      and (select count(*) from linkage.subject s where s.id in (j.record_a, j.record_b)) = 2`.execute(db);
  for (const { id } of ended.rows)
    await sql`insert into linkage.judgement (id, record_a, record_b, verdict, probability, weight, evidence, worth, drawn, stratum,
        stratum_size, made_by, model_id, officer_id, agency_id, made_at, why)
      select ${ids.next()}, record_a, record_b, verdict, probability, weight, evidence, worth, drawn, stratum, stratum_size, made_by, model_id,
        officer_id, agency_id, ${clock.now()}, why
      from linkage.judgement where id = ${id}`.execute(db);
  await sql`select linkage.take_back_hidden(${own.rows.map(({ id }) => id)}::uuid[])`.execute(db);
  return { withdrawn: own.rows.length, restored: former.rows.length };
}
