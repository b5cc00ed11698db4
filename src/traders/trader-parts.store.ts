import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { traderPolicy } from './trader.policy.ts';
import { traderTransitions } from './trader.transitions.ts';
import type { CheckResult, ComplaintOutcome, FeeKind } from './trader.words.ts';

/** What belongs to the file of a trader is read with its file's policy; row-level security stands behind it. */
const ofFile = ({ viewer }: Work, alias: string, traderId: string) =>
  sql`${sql.ref(`${alias}.traderId`)} = ${traderId} and ${traderPolicy.visible(viewer, alias)}`;

export interface TraderPerson {
  id: string;
  name: string;
  dateOfBirth: Day;
  /** Null where it must stay hidden: the safeguarding side is asked. */
  address: string | null;
}
export async function listPeople(work: Work, traderId: string): Promise<TraderPerson[]> {
  const { rows } = await sql<TraderPerson>`select p.id, p.name, p.date_of_birth,
      case when not traders.is_hidden(p.name, p.date_of_birth, p.record_id) then p.address end as address from traders.trader_person p
    where ${ofFile(work, 'p', traderId)} order by p.added_at, p.id`.execute(work.db);
  return rows;
}
/** Whether an owner is, by their record or by exact name and date of birth, somebody whose address must stay hidden. */
export async function isOwnerHidden(
  { db }: Work,
  owner: { name: string; dateOfBirth: Day; recordId?: string | undefined },
): Promise<boolean> {
  const { rows } = await sql<{
    isHidden: boolean;
  }>`select traders.is_hidden(${owner.name}, ${owner.dateOfBirth}::date, ${owner.recordId ?? null}::uuid) as is_hidden`.execute(
    db,
  );
  return rows[0]?.isHidden ?? false;
}

/**
 * Who last wrote down whom and what the intelligence side is to be asked about, since it was asked last; undefined where nobody has.
 */
export async function lastWriter(work: Work, file: { id: string }): Promise<string | undefined> {
  const { rows } = await sql<{
    kind: string;
    officerId: string | null;
  }>`select e.kind, e.officer_id from traders.trader_event e
    where ${ofFile(work, 'e', file.id)} and e.kind = any(${['applied', 'edited', 'person-added', ...asks]}::text[])
    order by e.at desc, e.id desc limit 1`.execute(work.db);
  const [last] = rows;
  return !last || asks.includes(last.kind) ? undefined : (last.officerId ?? undefined);
}
/** Steps with which a round of vetting begins. */
const asks: readonly string[] = traderTransitions
  .filter(({ asksVetting }) => asksVetting)
  .map(({ action }) => action);

export interface TraderProof {
  id: string;
  kind: string;
  personId: string | null;
  personName: string | null;
  words: string;
  validUntil: Day | null;
  /** Name of the copy; null where the paper was seen and no copy kept. */
  fileName: string | null;
  addedAt: Date;
}
export async function listProofs(
  work: Work,
  { id: traderId, isHidden }: { id: string; isHidden: boolean },
): Promise<TraderProof[]> {
  // What was written of a paper may say where somebody is who must not be found.
  const words = isHidden ? sql`'Ask the safeguarding side'` : sql`p.words`;
  const { rows } =
    await sql<TraderProof>`select p.id, p.kind, p.person_id, n.name as person_name, ${words} as words, p.valid_until, ${isHidden ? sql`null::text` : sql`p.name`} as file_name, p.added_at
    from traders.trader_proof p left join traders.trader_person n on n.id = p.person_id
    where ${ofFile(work, 'p', traderId)} order by p.added_at, p.id`.execute(work.db);
  return rows;
}
/** The copy of a paper with its very bytes. */
export async function findProofCopy(
  work: Work,
  traderId: string,
  id: string,
): Promise<{ name: string; mediaType: string; content: Buffer; sha256: string } | undefined> {
  const { rows } = await sql<{ name: string; mediaType: string; content: Buffer; sha256: string }>`
    select p.name, p.media_type, p.content, p.sha256 from traders.trader_proof p
    where p.id = ${id} and p.content is not null and ${ofFile(work, 'p', traderId)}`.execute(work.db);
  return rows[0];
}

export interface TraderPayment {
  kind: FeeKind;
  round: number;
  pence: number;
  paidOn: Day;
  paymentReference: string;
  refundedOn: Day | null;
}
export async function listPayments(work: Work, traderId: string): Promise<TraderPayment[]> {
  const { rows } =
    await sql<TraderPayment>`select p.kind, p.round, p.pence, p.paid_on, p.payment_reference, p.refunded_on from traders.trader_payment p
    where ${ofFile(work, 'p', traderId)} order by p.round, p.paid_on, p.kind`.execute(work.db);
  return rows;
}

export interface TraderCheck {
  item: string;
  result: CheckResult;
  words: string;
  officerName: string | null;
  at: Date;
}
/** What was found in a round. */
export async function listTraderChecks(work: Work, traderId: string, round: number): Promise<TraderCheck[]> {
  const { rows } =
    await sql<TraderCheck>`select c.item, c.result, c.words, o.name as officer_name, c.at from traders.trader_check c
    left join directory.officer o on o.id = c.officer_id where ${ofFile(work, 'c', traderId)} and c.round = ${round} order by c.item`.execute(
      work.db,
    );
  return rows;
}

export interface TraderComplaint {
  id: string;
  reference: string;
  receivedOn: Day;
  words: string;
  outcome: ComplaintOutcome | null;
  outcomeWords: string | null;
  decidedOn: Day | null;
}
export async function listComplaints(work: Work, traderId: string): Promise<TraderComplaint[]> {
  const { rows } =
    await sql<TraderComplaint>`select c.id, c.reference, c.received_on, c.words, c.outcome, c.outcome_words, c.decided_on
    from traders.trader_complaint c where ${ofFile(work, 'c', traderId)} order by c.received_on desc, c.id`.execute(
      work.db,
    );
  return rows;
}

/** What the scheme asks from a day on. */
export interface Fee {
  kind: FeeKind;
  pence: number;
  startsOn: Day;
  source: string;
}
/** Fees of the viewer's scheme, those that begin last first. */
export async function listFees({ db, viewer }: Work): Promise<Fee[]> {
  const { rows } = await sql<Fee>`select f.kind, f.pence, f.starts_on, f.source from traders.fee f
    where ${traderPolicy.visible(viewer, 'f')} order by f.kind desc, f.starts_on desc`.execute(db);
  return rows;
}
/** The fee of a kind on a day; undefined where the scheme has adopted none. */
export const feeOn = (fees: readonly Fee[], kind: FeeKind, day: Day): Fee | undefined =>
  fees
    .filter((fee) => fee.kind === kind && fee.startsOn <= day)
    .sort((a, b) => b.startsOn.localeCompare(a.startsOn))[0];
