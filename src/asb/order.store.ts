import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { asbCasePolicy } from './asb.policy.ts';
import type { OrderKind, OrderStatus } from './order.transitions.ts';

export interface OrderFile {
  id: string;
  reference: string;
  asbId: string;
  asbReference: string;
  agencyId: string;
  agencyName: string;
  /** Whom the case is about, as it stands there; empty where nobody is named. */
  subjectName: string;
  kind: OrderKind;
  status: OrderStatus;
  age: number;
  terms: string[];
  court: string;
  convictedOn: Day | null;
  youthTeamOn: Day | null;
  madeOn: Day | null;
  endsOn: Day | null;
  reviewOn: Day | null;
  version: number;
}
const ordersWhere = async (work: Work, part: ReturnType<typeof sql>): Promise<OrderFile[]> => {
  const { rows } =
    await sql<OrderFile>`select o.id, o.reference, o.asb_id, c.reference as asb_reference, o.agency_id, a.name as agency_name, c.subject_name, o.kind, o.status, o.age, o.terms, o.court,
      o.convicted_on, o.youth_team_on, o.made_on, o.ends_on, o.review_on, o.version
    from asb.order_file o join asb.asb_case c on c.id = o.asb_id join directory.agency a on a.id = o.agency_id
    where ${asbCasePolicy.visible(work.viewer, 'c')} and ${part} order by o.prepared_at, o.id`.execute(
      work.db,
    );
  return rows;
};
export const findOrder = async (work: Work, id: string): Promise<OrderFile | undefined> =>
  (await ordersWhere(work, sql`o.id = ${id}`))[0];
export const ordersOfCase = (work: Work, asbId: string): Promise<OrderFile[]> =>
  ordersWhere(work, sql`o.asb_id = ${asbId}`);

export interface Breach {
  id: string;
  orderId: string;
  onDay: Day;
  words: string;
  result: string;
  custodyFrom: Day | null;
  releaseOn: Day | null;
  /** The plan before the release, where there is one. */
  planId: string | null;
}
export async function listBreaches(work: Work, asbId: string): Promise<Breach[]> {
  const { rows } =
    await sql<Breach>`select b.id, b.order_id, b.on_day, b.words, b.result, b.custody_from, b.release_on, p.id as plan_id
    from asb.breach b left join asb.release_plan p on p.breach_id = b.id where b.asb_id = ${asbId} order by b.on_day, b.at, b.id`.execute(
      work.db,
    );
  return rows;
}
