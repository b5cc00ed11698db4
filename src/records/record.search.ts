import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import {
  type FoundPage,
  folded,
  likeness,
  nothingFound,
  type SearchAsk,
  searchCap,
} from '../platform/search/found.ts';
import { exactKeys } from './exact-keys.ts';
import { recordPolicy } from './record.policy.ts';
import { type RecordKind, recordKindWords } from './record.words.ts';

interface Row {
  id: string;
  kind: RecordKind;
  label: string;
  agencyName: string;
  receivedAt: Date;
  n: number;
}

/**
 * Records like the words, each kind by itself: by an exact key (a number, a mark, an address of e-mail), however it was
 * written, and by labels nearly the same. One reading for all the kinds that are asked for.
 */
export async function searchRecordKinds(
  work: Work,
  kinds: readonly RecordKind[],
  ask: SearchAsk,
): Promise<ReadonlyMap<RecordKind, FoundPage>> {
  const keys = exactKeys({
    phone: ask.words,
    vehicle: ask.words,
    email: ask.words,
    companyNumber: ask.words,
  });
  const visible = recordPolicy.visible(work.viewer, 'r');
  const byKey =
    keys.length > 0
      ? sql`select r.*, 2::real as likeness from records.exact_key k join records.received_record r on r.id = k.record_id
          where (k.kind, k.value) in (${sql.join(keys.map((key) => sql`(${key.kind}::text, ${key.value}::text)`))}) and ${visible} and r.kind = any(${[...kinds]}::text[]) union all`
      : sql``;
  const { rows } = await sql<Row>`
    with hit as materialized (
      select distinct on (x.id) x.* from (${byKey}
        (select r.*, ${likeness(sql`r.label`, ask.words)} as likeness from records.received_record r
          where ${folded(sql`r.label`)} %> ${folded(ask.words)} and ${visible} and r.kind = any(${[...kinds]}::text[]) limit ${sql.lit(searchCap * 2)})) x order by x.id, x.likeness desc),
    placed as (
      select h.id, h.kind, h.label, h.origin_agency_id, h.received_at, count(*) over (partition by h.kind)::int as n,
        row_number() over (partition by h.kind order by h.likeness desc, h.received_at desc, h.id) as place from hit h)
    select p.id, p.kind, p.label, p.received_at, p.n, a.name as agency_name from placed p join directory.agency a on a.id = p.origin_agency_id
    where p.place > ${ask.offset} and p.place <= ${ask.offset + ask.limit} order by p.kind, p.place`.execute(
    work.db,
  );
  return new Map(
    kinds.map((kind) => {
      const here = rows.filter((row) => row.kind === kind);
      return [
        kind,
        {
          ...nothingFound,
          count: Math.min(here[0]?.n ?? 0, searchCap),
          found: here.map((row) => ({
            id: row.id,
            href: `/records/${row.id}`,
            title: row.label,
            about: `${recordKindWords[row.kind]}, held by ${row.agencyName}`,
          })),
        },
      ];
    }),
  );
}
