import { type RawBuilder, sql } from 'kysely';
import type { RiskRating } from '../../reference/inspection.ts';
import type { Day } from '../platform/clock/clock.ts';
import { pageOfRows, type Sorting, sorted } from '../platform/database/sorting.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { isInspector, premisesPolicy, visitPolicy } from './inspection.policy.ts';

/** Premises with their licence and risk. */
export interface Premises {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  agencyIds: string[];
  kind: string;
  tradingName: string;
  firmName: string;
  firmRecordId: string;
  placeRecordId: string;
  /** Null, as the postcode, once the record of firm or place must stay hidden (domain 2.18). */
  address: string | null;
  postcode: string | null;
  districtCode: string;
  districtName: string | null;
  licenceNumber: string | null;
  risk: RiskRating | null;
  ratedOn: Day | null;
  /** Since when they are premises of concern. */
  concernSince: Day | null;
  version: number;
  sortValue?: string;
}
const hidden = sql`exists (select 1 from records.hidden_address h where h.record_id in (p.firm_record_id, p.place_record_id))`;
const columns = sql`p.id, p.reference, p.agency_id, a.name as agency_name, p.agency_ids, p.kind, p.trading_name, p.firm_name, p.firm_record_id,
  p.place_record_id, case when not ${hidden} then p.address end as address, case when not ${hidden} then p.postcode end as postcode,
  p.district_code, d.name as district_name, p.licence_number, p.risk, p.rated_on, c.raised_on as concern_since, p.version`;
const joins = sql`join directory.agency a on a.id = p.agency_id left join directory.area d on d.code = p.district_code
  left join inspection.concern c on c.premises_id = p.id and c.ended_on is null`;

export interface PremisesFilter {
  words?: string | undefined;
  kind?: string | undefined;
  risk?: string | undefined;
  districtCode?: string | undefined;
  concern?: boolean | undefined;
  /** Only those that this agency keeps. */
  agencyId?: string | undefined;
}
const sorting: Sorting = {
  usual: 'name',
  id: sql`p.id`,
  columns: { name: { value: sql`p.trading_name`, type: 'text' } },
};
const pageSize = 25;
function filters(filter: PremisesFilter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (filter.words)
    parts.push(
      sql`(p.reference = upper(${filter.words}) or position(lower(${filter.words}) in lower(p.trading_name || ' ' || p.firm_name)) > 0)`,
    );
  if (filter.kind) parts.push(sql`p.kind = ${filter.kind}`);
  if (filter.risk) parts.push(sql`p.risk = ${filter.risk}`);
  if (filter.districtCode) parts.push(sql`p.district_code = ${filter.districtCode}`);
  if (filter.concern) parts.push(sql`c.id is not null`);
  if (filter.agencyId) parts.push(sql`p.agency_id = ${filter.agencyId}::uuid`);
  return parts;
}

/** What a list of premises to choose from shows: so many at the most, and whether there are more to find by name. */
export interface PremisesChoice {
  premises: readonly Pick<Premises, 'id' | 'tradingName' | 'address'>[];
  find: string;
  isMore: boolean;
}
/** Premises of the viewer's own agency to choose from: those whose name, firm or reference has the words in it. */
export async function premisesToChoose(work: Work, find: string): Promise<PremisesChoice> {
  const { premises, next } = await listPremises(
    work,
    { agencyId: officerOf(work).agencyId, words: find || undefined },
    { limit: 100 },
  );
  return { premises, find, isMore: next !== null };
}

/** A page of the premises that the viewer reads, by name. */
export async function listPremises(
  work: Work,
  filter: PremisesFilter,
  { after, limit = pageSize }: { after?: string | undefined; limit?: number } = {},
): Promise<{ premises: Premises[]; next: string | null }> {
  const way = sorted(sorting, { after });
  const parts = [
    premisesPolicy.visible(work.viewer, 'p'),
    ...filters(filter),
    ...(way.after ? [way.after] : []),
  ];
  const { rows } =
    await sql<Premises>`select ${columns}, ${way.value} as sort_value from inspection.premises p ${joins}
    where ${sql.join(parts, sql` and `)} order by ${way.order} limit ${sql.lit(limit + 1)}`.execute(work.db);
  const { rows: premises, next } = pageOfRows(way, rows, limit);
  work.note.detail.count = premises.length;
  return { premises, next };
}

/** One card, if the viewer may see it. */
export async function findPremises(work: Work, id: string): Promise<Premises | undefined> {
  const { rows } = await sql<Premises>`select ${columns} from inspection.premises p ${joins}
    where p.id = ${id} and ${premisesPolicy.visible(work.viewer, 'p')}`.execute(work.db);
  return rows[0];
}

/** Premises of the viewer's own agency at a place under a name, if it keeps them already. */
export async function premisesThere(
  work: Work,
  placeRecordId: string,
  tradingName: string,
): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`select p.id from inspection.premises p
    where p.place_record_id = ${placeRecordId} and lower(p.trading_name) = lower(${tradingName})
      and p.agency_id = ${officerOf(work).agencyId} and ${premisesPolicy.visible(work.viewer, 'p')}`.execute(
    work.db,
  );
  return rows[0];
}

export interface Concern {
  id: string;
  premisesId: string;
  agencyId: string;
  raisedOn: Day;
  /** Null for the agencies that it is shared with. */
  words: string | null;
  sharedWords: string;
  endedOn: Day | null;
  endedWhy: string | null;
}
/** What was said of premises of concern, the latest first: whole for the agency that keeps them, else the words that are shared. */
export async function listConcerns(work: Work, premisesId: string): Promise<Concern[]> {
  const own = officerOf(work).agencyId;
  const { rows } = await sql<Concern>`select c.id, c.premises_id, c.agency_id, c.raised_on,
      case when c.agency_id = ${own}::uuid then c.words end as words, c.shared_words, c.ended_on,
      case when c.agency_id = ${own}::uuid then c.ended_why end as ended_why
    from inspection.concern c join inspection.premises p on p.id = c.premises_id
    where c.premises_id = ${premisesId} and ${premisesPolicy.visible(work.viewer, 'p')} order by c.raised_on desc, c.id`.execute(
    work.db,
  );
  return rows;
}

/** Premises of concern as a meeting reads them. */
export interface PremisesOfConcern {
  id: string;
  tradingName: string;
  agencyName: string;
  raisedOn: Day;
  sharedWords: string;
  lastVisitedOn: Day | null;
  lastResult: string | null;
}
/**
 * Premises of concern of a district that the viewer's agency keeps or was told of, for the agenda of a Joint Action Group. Says nothing of
 * tests to come, nor why the agency that keeps them is concerned beyond the words it shares.
 */
export async function premisesOfConcern(work: Work, districtCode: string): Promise<PremisesOfConcern[]> {
  if (!isInspector(work.viewer)) return [];
  const { rows } =
    await sql<PremisesOfConcern>`select p.id, p.trading_name, a.name as agency_name, c.raised_on, c.shared_words,
      v.visited_on as last_visited_on, v.result as last_result
    from inspection.premises p join inspection.concern c on c.premises_id = p.id and c.ended_on is null
      join directory.agency a on a.id = p.agency_id
      left join lateral (select v.visited_on, v.result from inspection.visit v where v.premises_id = p.id and v.visited_on is not null
          and ${visitPolicy.visible(work.viewer, 'v')}
        order by v.visited_on desc, v.id limit 1) v on true
    where p.district_code = ${districtCode} and ${premisesPolicy.visible(work.viewer, 'p')} order by c.raised_on, p.id limit 100`.execute(
      work.db,
    );
  return rows;
}
