import { sql } from 'kysely';
import { persistentSelling } from '../../reference/inspection.ts';
import { penaltyPolicy } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { premisesPolicy } from './inspection.policy.ts';

/** An unlawful sale on premises and what proves it. */
export interface UnlawfulSale {
  premisesId: string;
  onDay: Day;
  /** Of a test: its reference and its operation. */
  reference: string | null;
  purchaseId: string | null;
  /** A penalty for it was paid, which is evidence of the sale (s.147A). Null where the viewer may not see the penalty. */
  isPaid: boolean | null;
}
/** Unlawful sales on premises of the viewer's own agency, in order: failed tests of alcohol with a buyer under 18, and paid penalties. */
export async function unlawfulSales(work: Work, premisesIds: readonly string[]): Promise<UnlawfulSale[]> {
  if (premisesIds.length === 0) return [];
  const own = officerOf(work).agencyId;
  const paid = sql`(select n.status in ('paid-early', 'paid-full') from enforcement.penalty n
    where n.id = s.penalty_id and ${penaltyPolicy.visible(work.viewer, 'n')})`;
  const { rows } =
    await sql<UnlawfulSale>`select s.premises_id, s.on_day, s.reference, s.purchase_id, ${paid} as is_paid
    from (select t.premises_id, t.on_day, t.reference, t.purchase_id,
        (select u.penalty_id from inspection.follow_up u where u.attempt_id = t.id and u.kind = 'pnd') as penalty_id
      from inspection.attempt t where t.result like 'fail%' and t.product = ${persistentSelling.product}
        and t.volunteer_age < ${persistentSelling.underAge}
      union all select e.premises_id, e.sold_on, null, null, e.penalty_id from inspection.sale e) s
    join inspection.premises p on p.id = s.premises_id
    where s.premises_id = any(${[...premisesIds]}::uuid[]) and p.agency_id = ${own} and ${premisesPolicy.visible(work.viewer, 'p')}
    order by s.on_day, s.reference`.execute(work.db);
  return rows;
}

/** What was decided about persistent selling on premises. */
export interface PersistentDecision {
  premisesId: string;
  firstOn: Day;
  lastOn: Day;
  choice: string;
  hours: number | null;
  powerReference: string | null;
  words: string;
  officerName: string | null;
  decidedAt: Date;
}
/** Decisions on premises of the viewer's own agency, the latest first. */
export async function listDecisions(
  work: Work,
  premisesIds: readonly string[],
): Promise<PersistentDecision[]> {
  if (premisesIds.length === 0) return [];
  const { rows } =
    await sql<PersistentDecision>`select e.premises_id, e.first_on, e.last_on, e.choice, e.hours, e.power_reference, e.words,
      o.name as officer_name, e.decided_at
    from inspection.persistent_decision e join inspection.premises p on p.id = e.premises_id left join directory.officer o on o.id = e.decided_by
    where e.premises_id = any(${[...premisesIds]}::uuid[]) and e.agency_id = ${officerOf(work).agencyId}
      and ${premisesPolicy.visible(work.viewer, 'p')} order by e.last_on desc, e.id`.execute(work.db);
  return rows;
}

/** Premises of the viewer's own agency where alcohol was sold unlawfully twice or more, whenever that was: few, to be looked at. */
export async function premisesSoldTwice(work: Work): Promise<{ id: string; tradingName: string }[]> {
  const { rows } = await sql<{
    id: string;
    tradingName: string;
  }>`select p.id, p.trading_name from inspection.premises p
    where p.agency_id = ${officerOf(work).agencyId} and ${premisesPolicy.visible(work.viewer, 'p')} and (
      select count(*) from (select t.id from inspection.attempt t where t.premises_id = p.id and t.result like 'fail%'
        union all select e.id from inspection.sale e where e.premises_id = p.id) s) > 1
    order by p.trading_name, p.id limit 200`.execute(work.db);
  return rows;
}
