import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import type { Work } from '../platform/http/work.ts';
import { traderPolicy } from './trader.policy.ts';
import type { TraderStatus } from './trader.words.ts';

/** The file of a firm: its application and its membership. */
export interface Trader {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  status: TraderStatus;
  firmName: string;
  legalStatus: string;
  trades: string[];
  companyNumber: string | null;
  carrierNumber: string | null;
  phone: string | null;
  email: string | null;
  vehicles: string[];
  /** Where the firm is; null, with postcode and district, while an owner's address must stay hidden. */
  address: string | null;
  postcode: string | null;
  districtCode: string | null;
  districtName: string | null;
  tradingSince: Day | null;
  /** An owner's address must stay hidden (domain 2.18): nothing is shown that says where, and the public list leaves the firm off. */
  isHidden: boolean;
  /** How many times it is looked at: the application, each renewal, each appeal that was allowed. */
  round: number;
  appliedOn: Day;
  vettingId: string | null;
  askedOn: Day | null;
  conditions: string[];
  memberFrom: Day | null;
  memberUntil: Day | null;
  memberWhy: string | null;
  ground: string | null;
  decidedOn: Day | null;
  decidedBy: string | null;
  appealedFrom: 'refused' | 'expelled' | null;
  /** Where it stood before its suspension. */
  suspendedFrom: 'member' | 'renewing' | null;
  appealUntil: Day | null;
  appealWhy: string | null;
  madeAt: Date;
  version: number;
}

const columns = sql`t.id, t.reference, t.agency_id, a.name as agency_name, t.status, t.firm_name, t.legal_status, t.trades, t.company_number,
  t.carrier_number, t.phone, t.email, t.vehicles, case when not h.is_hidden then t.address end as address,
  case when not h.is_hidden then t.postcode end as postcode, case when not h.is_hidden then t.district_code end as district_code,
  case when not h.is_hidden then d.name end as district_name, h.is_hidden, t.trading_since, t.round, t.applied_on,
  t.vetting_id, t.asked_on, t.conditions, t.member_from, t.member_until, t.member_why, t.ground, t.decided_on, t.decided_by, t.appealed_from,
  t.suspended_from, t.appeal_until, t.appeal_why, t.made_at, t.version`;
const joins = sql`join directory.agency a on a.id = t.agency_id left join directory.area d on d.code = t.district_code
  cross join lateral (select exists (select 1 from traders.trader_person p where p.trader_id = t.id
    and traders.is_hidden(p.name, p.date_of_birth, p.record_id)) as is_hidden) h`;

export interface TraderFilter {
  status?: TraderStatus | 'open' | 'members' | undefined;
  trade?: string | undefined;
  words?: string | undefined;
  /** Only what may wait for somebody of the scheme: what is being decided, and memberships that end by a day. */
  dueBy?: Day | undefined;
}
const groups: Readonly<Record<string, readonly TraderStatus[]>> = {
  open: ['applied', 'checking', 'renewing', 'appealed'],
  members: ['member', 'renewing', 'suspended'],
};
function filters({ viewer }: Work, filter: TraderFilter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`${traderPolicy.visible(viewer, 't')}`];
  if (filter.status)
    parts.push(sql`t.status = any(${[...(groups[filter.status] ?? [filter.status])]}::text[])`);
  if (filter.dueBy)
    parts.push(
      sql`(t.status = any(${[...(groups.open ?? [])]}::text[]) or (t.status = 'member' and t.member_until <= ${filter.dueBy}::date))`,
    );
  if (filter.trade) parts.push(sql`${filter.trade} = any(t.trades)`);
  if (filter.words)
    parts.push(
      sql`(t.reference = upper(${filter.words}) or position(lower(${filter.words}) in lower(t.firm_name)) > 0)`,
    );
  return parts;
}

/** Files of the scheme, the latest first: so many at most, from a place on. */
export async function listTraders(
  work: Work,
  filter: TraderFilter,
  { limit, after }: { limit: number; after?: { madeAt: Date; id: string } | undefined },
): Promise<Trader[]> {
  const parts = filters(work, filter);
  if (after) parts.push(sql`(t.made_at, t.id) < (${after.madeAt}, ${after.id}::uuid)`);
  const { rows } = await sql<Trader>`select ${columns} from traders.trader t ${joins}
    where ${sql.join(parts, sql` and `)} order by t.made_at desc, t.id desc limit ${sql.lit(limit)}`.execute(
    work.db,
  );
  return rows;
}

/** One file, if the viewer may see it. */
export async function findTrader(work: Work, id: string): Promise<Trader | undefined> {
  const { rows } = await sql<Trader>`select ${columns} from traders.trader t ${joins}
    where t.id = ${id} and ${traderPolicy.visible(work.viewer, 't')}`.execute(work.db);
  return rows[0];
}

/** Columns that a command may set. */
export type TraderChange = Partial<
  Omit<
    Trader,
    'id' | 'reference' | 'agencyId' | 'agencyName' | 'districtName' | 'isHidden' | 'madeAt' | 'version'
  >
>;

/** Changes a file if nobody saved before; false when somebody did. */
export const changeTrader = (
  db: Db,
  file: { id: string; version: number },
  set: TraderChange,
): Promise<boolean> => changeRow(db, 'traders.trader', file, set);

/** A member as the public reads it: firm, trades, district, since when. */
export interface CheckedTrader {
  firmName: string;
  trades: string[];
  districtCode: string | null;
  districtName: string | null;
  memberFrom: Day;
}
/** Members that are checked on a day. One function of the database gives them, and no more of them than this. */
export async function checkedTraders({ db, clock }: Work): Promise<CheckedTrader[]> {
  const { rows } =
    await sql<CheckedTrader>`select c.firm_name, c.trades, c.district_code, d.name as district_name, c.member_from
    from traders.checked(${clock.today()}::date) c left join directory.area d on d.code = c.district_code`.execute(
      db,
    );
  return rows;
}
