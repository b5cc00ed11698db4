import { type RawBuilder, sql } from 'kysely';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { recordPolicy } from '../../records/index.ts';
import { identityOf, type Judgement, judgementsWhere } from '../ledger/index.ts';

/** What is asked of the queue: pairs not looked at yet or those that nobody could decide, of one list or of all. */
export interface QueueAsk {
  show: 'proposed' | 'unsure';
  listId?: string | undefined;
}

/** A pair that waits, with what its decision is worth to this viewer. */
export interface Waiting {
  judgement: Judgement;
  /** Records that would be one person if they were the same. */
  together: number;
  worth: number;
}

/** So many of the worthiest are put in order for the viewer. */
const window = 60;

function conditionOf({ show, listId }: QueueAsk): RawBuilder<boolean> {
  const inList = listId
    ? sql`exists (select 1 from linkage.list_entry e where e.id in (j.record_a, j.record_b) and e.list_id = ${listId})`
    : sql`true`;
  return sql`j.verdict = ${show} and ${inList}`;
}

/** The worthiest pairs among the records that the viewer sees. One statement, whatever there is that they do not see. */
async function worthiest(work: Work, ask: QueueAsk): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with seen as materialized (select s.id from linkage.subject s where s.kind in ('person', 'organisation') and ${recordPolicy.visible(work.viewer, 's')})
    select j.id from linkage.judgement j join seen a on a.id = j.record_a join seen b on b.id = j.record_b
    where j.ended_at is null and ${conditionOf(ask)} order by j.worth desc, j.record_a, j.record_b limit ${window}`.execute(
    work.db,
  );
  return rows.map(({ id }) => id);
}

/**
 * The queue in the viewer's order: the stored worth of each pair (doubt, risk and agencies; of the pair alone), times how many
 * records a decision would bring together in what this viewer sees.
 */
export async function queueOf(work: Work, ask: QueueAsk): Promise<Waiting[]> {
  const ids = await worthiest(work, ask);
  if (ids.length === 0) return [];
  const judgements = await judgementsWhere(work, sql`j.id = any(${ids}::uuid[])`);
  const identities = await identityOf(
    work,
    judgements.flatMap(({ recordA, recordB }) => [recordA, recordB]),
  );
  const sizeOf = (id: string) => identities.get(id)?.members.length ?? 1;
  return judgements
    .map((judgement) => {
      const [one, other] = [judgement.recordA, judgement.recordB];
      const isOne = identities.get(one)?.key === identities.get(other)?.key;
      const together = isOne ? sizeOf(one) : sizeOf(one) + sizeOf(other);
      // Two that are one person already by way of others: the decision joins nothing more.
      const effect = isOne ? 0.3 : 1 + Math.log2(sizeOf(one) * sizeOf(other)) / 4;
      return { judgement, together, worth: judgement.worth * effect };
    })
    .sort(
      (x, y) =>
        y.worth - x.worth ||
        (`${x.judgement.recordA}${x.judgement.recordB}` < `${y.judgement.recordA}${y.judgement.recordB}`
          ? -1
          : 1),
    );
}

/** How the work stands, for the line above the pair. */
export interface Progress {
  waiting: number;
  unsure: number;
  decidedToday: number;
  decidedInAll: number;
}

/** Counts of what the viewer may see, in one pass over the pairs whose two records are among the records they see. */
export async function progressOf(work: Work, listId?: string): Promise<Progress> {
  const { officerId } = officerOf(work);
  const { rows } = await sql<Progress>`
    with seen as materialized (select s.id from linkage.subject s where s.kind in ('person', 'organisation') and ${recordPolicy.visible(work.viewer, 's')})
    select count(*) filter (where ${conditionOf({ show: 'proposed', listId })})::int as waiting,
      count(*) filter (where ${conditionOf({ show: 'unsure', listId })})::int as unsure,
      count(*) filter (where j.made_by = 'person' and j.officer_id = ${officerId} and j.restores is null
        and (j.made_at at time zone 'Europe/London')::date = ${work.clock.today()}::date)::int as decided_today,
      count(*) filter (where j.made_by = 'person' and j.verdict in ('same', 'different'))::int as decided_in_all
    from linkage.judgement j join seen a on a.id = j.record_a join seen b on b.id = j.record_b where j.ended_at is null`.execute(
    work.db,
  );
  return rows[0] ?? { waiting: 0, unsure: 0, decidedToday: 0, decidedInAll: 0 };
}

/** A list by which the queue can be narrowed: one of which the viewer sees rows. */
export interface ListChoice {
  id: string;
  name: string;
  agencyName: string;
}
