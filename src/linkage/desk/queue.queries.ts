import { type RawBuilder, sql } from 'kysely';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { recordPolicy } from '../../records/index.ts';
import { type Judgement, judgementsWhere } from '../ledger/index.ts';
import { auditQueueOf } from './audit-queue.queries.ts';
import { standingsOf } from './standing.ts';

/**
 * What is asked of the queue: pairs not looked at yet, those that nobody could decide, of one list or of all; or those that
 * chance chose to measure quality, which are of all lists.
 */
export interface QueueAsk {
  show: 'proposed' | 'unsure' | 'audit';
  listId?: string | undefined;
}

/** A pair that waits, with what its decision is worth to this viewer. */
export interface Waiting {
  judgement: Judgement;
  /** Records that would be one person if they were the same. */
  together: number;
  worth: number;
}

/** The pairs that are to be decided, and whether there are more behind them. */
export interface Queue {
  waiting: Waiting[];
  more: boolean;
}

/** So many of the worthiest pairs are looked through at once: one household on ten lists gives fifty. */
const batch = 300;
/** Further pairs are looked through until so many decisions are found. */
const enough = 10;

function conditionOf({ show, listId }: QueueAsk): RawBuilder<boolean> {
  const inList = listId
    ? sql`exists (select 1 from linkage.list_entry e where e.id in (j.record_a, j.record_b) and e.list_id = ${listId})`
    : sql`true`;
  return sql`j.verdict = ${show} and ${inList}`;
}

interface Pair {
  id: string;
  recordA: string;
  recordB: string;
  worth: number;
}

/** The next of the worthiest pairs among the records that the viewer sees. One statement, whatever there is that they do not see. */
async function nextPairs(work: Work, ask: QueueAsk, offset: number): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with seen as materialized (select s.id from linkage.subject s where s.kind in ('person', 'organisation') and ${recordPolicy.visible(work.viewer, 's')})
    select j.id, j.record_a, j.record_b, j.worth from linkage.judgement j join seen a on a.id = j.record_a join seen b on b.id = j.record_b
    where j.ended_at is null and ${conditionOf(ask)} order by j.worth desc, j.record_a, j.record_b limit ${sql.lit(batch)} offset ${offset}`.execute(
    work.db,
  );
  return rows;
}

/** A pair with what its decision is worth to this viewer, and between which two people it lies. */
interface Open extends Pair {
  between: string;
  together: number;
}

/** Those of the pairs on which there is something to decide. */
async function openAmong(work: Work, pairs: readonly Pair[]): Promise<Open[]> {
  const standing = await standingsOf(work, pairs);
  return pairs.flatMap((pair) => {
    const at = standing(pair);
    if (!at.isOpen) return [];
    const [size, otherSize] = at.sizes;
    const effect = 1 + Math.log2(size * otherSize) / 4;
    return [{ ...pair, between: at.between, together: size + otherSize, worth: pair.worth * effect }];
  });
}

/**
 * The queue in the viewer's order: the stored worth of each pair (doubt, risk and agencies; of the pair alone), times how many
 * records a decision would bring together in what this viewer sees. Of all pairs between the same two people the worthiest
 * stands for them: one decision settles the others.
 */
export async function queueOf(work: Work, ask: QueueAsk): Promise<Queue> {
  if (ask.show === 'audit')
    return { waiting: await withJudgements(work, await auditQueueOf(work)), more: false };
  const open = new Map<string, Open>();
  let more = true;
  for (let offset = 0; more && open.size < enough; offset += batch) {
    const pairs = await nextPairs(work, ask, offset);
    for (const pair of await openAmong(work, pairs))
      if (!open.has(pair.between)) open.set(pair.between, pair);
    more = pairs.length === batch;
  }
  const inWorth = [...open.values()].sort((x, y) => y.worth - x.worth || (x.between < y.between ? -1 : 1));
  return { waiting: await withJudgements(work, inWorth), more };
}

/** Pairs with their judgements, in the order given. */
async function withJudgements(
  work: Work,
  pairs: readonly { id: string; together: number; worth: number }[],
): Promise<Waiting[]> {
  const ids = pairs.map(({ id }) => id);
  const judgements = new Map(
    (ids.length === 0 ? [] : await judgementsWhere(work, sql`j.id = any(${ids}::uuid[])`)).map(
      (judgement) => [judgement.id, judgement],
    ),
  );
  return pairs.flatMap(({ id, together, worth }) => {
    const judgement = judgements.get(id);
    return judgement ? [{ judgement, together, worth }] : [];
  });
}

/** How the work stands, for the line above the pair. */
export interface Progress {
  /** Pairs that the model proposed and nobody looked at; many are settled by what was decided of other records. */
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
