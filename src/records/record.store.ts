import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import { folded, likeness } from '../platform/search/found.ts';
import { recordPolicy } from './record.policy.ts';
import type { RecordKind } from './record.words.ts';

/** What an agency told us about a subject, as it told us. */
export interface ReceivedRecord {
  id: string;
  kind: RecordKind;
  label: string;
  fields: Record<string, string>;
  originAgencyId: string;
  agencyName: string;
  feed: string;
  receivedAt: Date;
  gateway: string;
  regime: string;
  reportId: string | null;
}

/** Where somebody lives is in no record whose address must stay hidden (domain 2.18), whoever reads it. */
const fields = sql`case when exists (select 1 from records.hidden_address h where h.record_id = r.id)
  then r.fields - '{address,postcode,town,uprn}'::text[] else r.fields end as fields`;
const columns = sql`r.id, r.kind, r.label, ${fields}, r.origin_agency_id, a.name as agency_name, r.feed, r.received_at, r.gateway, r.regime, r.report_id`;
const joins = sql`join directory.agency a on a.id = r.origin_agency_id`;

export async function findRecord({ db, viewer }: Work, id: string): Promise<ReceivedRecord | undefined> {
  const { rows } = await sql<ReceivedRecord>`select ${columns} from records.received_record r ${joins}
    where r.id = ${id} and ${recordPolicy.visible(viewer, 'r')}`.execute(db);
  return rows[0];
}

/** Records like the words, closest first; without words the newest. Misspelling is forgiven by trigrams. */
export async function searchRecords(
  { db, viewer }: Work,
  given: { words?: string | undefined; kind?: string | undefined; limit: number },
): Promise<ReceivedRecord[]> {
  const kind = given.kind ? sql`and r.kind = ${given.kind}` : sql``;
  if (!given.words) {
    const { rows } = await sql<ReceivedRecord>`select ${columns} from records.received_record r ${joins}
      where ${recordPolicy.visible(viewer, 'r')} ${kind} order by r.received_at desc, r.id desc limit ${sql.lit(given.limit)}`.execute(
      db,
    );
    return rows;
  }
  // Only a capped set is ranked: a common short word would otherwise rank the whole table.
  const { rows } = await sql<ReceivedRecord>`select ${columns} from (
      select r.*, ${likeness(sql`r.label`, given.words)} as likeness from records.received_record r
      where ${folded(sql`r.label`)} %> ${folded(given.words)} and ${recordPolicy.visible(viewer, 'r')} ${kind} limit 500) r ${joins}
    order by r.likeness desc, r.label, r.id limit ${sql.lit(given.limit)}`.execute(db);
  return rows;
}

/** Other visible records that share an exact key, with the key. */
export async function recordsAlike(
  { db, viewer }: Work,
  id: string,
): Promise<(ReceivedRecord & { keyKind: string; keyValue: string })[]> {
  const { rows } = await sql<ReceivedRecord & { keyKind: string; keyValue: string }>`
    select distinct on (r.id) ${columns}, k.kind as key_kind, k.value as key_value from records.exact_key k
    join records.exact_key o on o.kind = k.kind and o.value = k.value and o.record_id <> k.record_id
    join records.received_record r on r.id = o.record_id ${joins}
    where k.record_id = ${id} and ${recordPolicy.visible(viewer, 'r')} order by r.id, k.kind limit 100`.execute(
    db,
  );
  return rows;
}

export interface ReportLink {
  id: string;
  role: string;
  reportId: string;
  madeAt: Date;
  why: string;
}

/** Live links between a record and reports; the caller shows only the reports the viewer may see. */
export async function reportLinksOf({ db }: Work, recordId: string): Promise<ReportLink[]> {
  return db
    .selectFrom('records.link')
    .select(['id', 'role', 'fromId as reportId', 'madeAt', 'why'])
    .where('toKind', '=', 'record')
    .where('toId', '=', recordId)
    .where('fromKind', '=', 'report')
    .where('endedAt', 'is', null)
    .orderBy('madeAt', 'desc')
    .execute();
}
