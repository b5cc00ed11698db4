import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import { purchasePolicy } from './inspection.policy.ts';
import type { TableQuery } from './purchase.forms.ts';
import type { TableRow } from './purchase-table.ts';

/**
 * Operations by their day, counted from their attempts; those to come are not in it. A void attempt is no visit. Names no premises, no
 * officer and no seller.
 */
export async function purchaseTable(work: Work, query: TableQuery): Promise<TableRow[]> {
  const parts: RawBuilder<unknown>[] = [
    purchasePolicy.visible(work.viewer, 'p'),
    sql`p.status in ('under-way', 'completed')`,
  ];
  if (query.from) parts.push(sql`p.on_day >= ${query.from}::date`);
  if (query.to) parts.push(sql`p.on_day <= ${query.to}::date`);
  if (query.without) parts.push(sql`p.test_type <> ${query.without}`);
  if (query.location) parts.push(sql`lower(p.location) = lower(${query.location})`);
  if (query.districtCode) parts.push(sql`p.district_code = ${query.districtCode}`);
  const { rows } =
    await sql<TableRow>`select p.id, p.reference, p.on_day, p.location, p.name, p.test_type, p.product, a.name as agency_name,
      t.visited, t.passed, t.failed, coalesce(u.kinds, '{}') as follow_ups
    from inspection.purchase p join directory.agency a on a.id = p.agency_id
      cross join lateral (select count(*)::int as visited, count(*) filter (where t.result like 'pass%')::int as passed,
        count(*) filter (where t.result like 'fail%')::int as failed
        from inspection.attempt t where t.purchase_id = p.id and t.result <> 'void') t
      left join lateral (select jsonb_object_agg(k.kind, k.n) as kinds from (select u.kind, count(*) as n from inspection.follow_up u
        join inspection.attempt t on t.id = u.attempt_id where t.purchase_id = p.id group by u.kind) k) u on true
    where ${sql.join(parts, sql` and `)} order by p.on_day, p.name, p.id`.execute(work.db);
  work.note.detail.count = rows.length;
  return rows;
}
