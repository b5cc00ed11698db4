import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import type { CheckAnswer, ClosurePaper, Relation, ServiceWay } from './closure.words.ts';

/** Where the premises are and what happens there. Row-level security stands behind the policy in all of this file. */
export interface Place {
  address: string | null;
  problem: string | null;
  ownerWords: string | null;
  /**
   * Somebody on the file has an address that must stay hidden: where the premises are is not shown, printed or searched,
   * whatever was written before it was known (domain 2.18).
   */
  isHidden: boolean;
}
export async function findPlace({ db }: Work, closureId: string): Promise<Place | null> {
  const { rows } = await sql<Place>`select case when not h.is_hidden then p.address end as address,
      case when not h.is_hidden then p.problem end as problem, case when not h.is_hidden then p.owner_words end as owner_words, h.is_hidden
    from enforcement.closure_place p cross join lateral (select exists (select 1 from enforcement.closure_occupant o
      join records.hidden_address x on x.record_id = o.record_id where o.closure_id = p.closure_id) as is_hidden) h
    where p.closure_id = ${closureId}`.execute(db);
  return rows[0] ?? null;
}

export interface Occupant {
  id: string;
  relation: Relation;
  recordId: string | null;
  name: string | null;
  words: string | null;
  isChild: boolean;
  isAtRisk: boolean;
  isBarred: boolean;
  /** Nothing is said of them here: the safeguarding side is asked. */
  isHidden: boolean;
}
export async function listOccupants({ db }: Work, closureId: string): Promise<Occupant[]> {
  const { rows } =
    await sql<Occupant>`select o.id, o.relation, case when h.record_id is null then o.record_id end as record_id,
      case when h.record_id is null then o.name end as name, case when h.record_id is null then o.words end as words,
      o.is_child, o.is_at_risk, o.is_barred, h.record_id is not null as is_hidden
    from enforcement.closure_occupant o left join records.hidden_address h on h.record_id = o.record_id
    where o.closure_id = ${closureId} order by o.added_at, o.id`.execute(db);
  return rows;
}

export interface CheckedItem {
  item: string;
  answer: CheckAnswer;
  words: string;
  officerName: string | null;
  at: Date;
}
export async function listChecks({ db }: Work, closureId: string): Promise<CheckedItem[]> {
  const { rows } =
    await sql<CheckedItem>`select k.item, k.answer, k.words, o.name as officer_name, k.at from enforcement.closure_check k
    left join directory.officer o on o.id = k.officer_id where k.closure_id = ${closureId} order by k.item`.execute(
      db,
    );
  return rows;
}

export interface ClosureService {
  kind: ClosurePaper;
  ways: ServiceWay[];
  servedAt: Date;
  servedBy: string;
  powerBasis: string;
  powerReference: string;
}
export async function listClosureServices({ db }: Work, closureId: string): Promise<ClosureService[]> {
  const { rows } =
    await sql<ClosureService>`select kind, ways, served_at, served_by, power_basis, power_reference from enforcement.closure_service
    where closure_id = ${closureId} order by served_at, id`.execute(db);
  return rows;
}
