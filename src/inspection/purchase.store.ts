import { type RawBuilder, sql } from 'kysely';
import { reportPolicy } from '../intake/index.ts';
import { packagePolicy } from '../intelligence/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { pageOfRows, type Sorting, sorted } from '../platform/database/sorting.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { isInspector, purchasePolicy } from './inspection.policy.ts';
import type { PurchaseStatus } from './purchase.transitions.ts';

/** A test-purchase operation. */
export interface Purchase {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  agencyIds: string[];
  name: string;
  status: PurchaseStatus;
  onDay: Day;
  location: string;
  districtCode: string;
  districtName: string | null;
  testType: string;
  product: string;
  briefing: string;
  riskAssessment: string;
  /** Of the covert law; null for everybody but those who inspect in the agency that leads. */
  ripaAnswer: 'not-needed' | 'authorised' | 'advice-asked' | null;
  ripaWords: string;
  outcome: string | null;
  version: number;
  sortValue?: string;
}
const lead = (work: Work) => sql`p.agency_id = ${officerOf(work).agencyId}::uuid`;
async function purchasesWhere(
  work: Work,
  part: RawBuilder<unknown>,
  { order, value, limit }: { order: RawBuilder<unknown>; value: RawBuilder<unknown>; limit: number },
): Promise<Purchase[]> {
  const { rows } =
    await sql<Purchase>`select p.id, p.reference, p.agency_id, a.name as agency_name, p.agency_ids, p.name, p.status, p.on_day, p.location,
      p.district_code, d.name as district_name, p.test_type, p.product, p.briefing, p.risk_assessment, c.answer as ripa_answer,
      coalesce(c.words, '') as ripa_words, p.outcome, p.version, ${value} as sort_value
    from inspection.purchase p join directory.agency a on a.id = p.agency_id left join directory.area d on d.code = p.district_code
      left join inspection.purchase_covert c on c.purchase_id = p.id and ${isInspector(work.viewer)} and ${lead(work)}
    where ${purchasePolicy.visible(work.viewer, 'p')} and ${part} order by ${order} limit ${sql.lit(limit)}`.execute(
      work.db,
    );
  return rows;
}
const sorting: Sorting = {
  usual: '-day',
  id: sql`p.id`,
  columns: { day: { value: sql`p.on_day`, type: 'date' } },
};
const pageSize = 25;
/** A page of the operations that the viewer's agency leads or takes part in, the latest first. */
export async function listPurchases(
  work: Work,
  { after }: { after?: string | undefined },
): Promise<{ purchases: Purchase[]; next: string | null }> {
  const way = sorted(sorting, { after });
  const { order, value } = way;
  const found = await purchasesWhere(work, way.after ?? sql`true`, { order, value, limit: pageSize + 1 });
  const { rows: purchases, next } = pageOfRows(way, found, pageSize);
  work.note.detail.count = purchases.length;
  return { purchases, next };
}
export async function findPurchase(work: Work, id: string): Promise<Purchase | undefined> {
  const only = { order: sql`p.id`, value: sql`null::text`, limit: 1 };
  return (await purchasesWhere(work, sql`p.id = ${id}`, only))[0];
}

/** Lets nobody else change an operation or what hangs on it until this act is over: what a step looked at still holds when it is taken. */
export async function holdPurchase(work: Work, id: string): Promise<void> {
  await sql`select 1 from inspection.purchase p where p.id = ${id} and ${purchasePolicy.visible(work.viewer, 'p')} for update`.execute(
    work.db,
  );
}

/** What belongs to an operation is read where the operation is visible. */
const ofPurchase = ({ viewer }: Work, id: string) =>
  sql`join inspection.purchase p on p.id = x.purchase_id where p.id = ${id} and ${purchasePolicy.visible(viewer, 'p')}`;

export interface PurchaseOfficer {
  id: string;
  officerId: string;
  officerName: string;
  agencyId: string;
  agencyName: string;
  part: string;
  power: string | null;
  powerReference: string | null;
  isServing: boolean;
}
export async function listPurchaseOfficers(work: Work, id: string): Promise<PurchaseOfficer[]> {
  const { rows } =
    await sql<PurchaseOfficer>`select x.id, x.officer_id, f.name as officer_name, x.agency_id, a.name as agency_name, x.part, x.power,
      x.power_reference, f.is_active and f.agency_id = x.agency_id as is_serving
    from inspection.purchase_officer x join directory.officer f on f.id = x.officer_id join directory.agency a on a.id = x.agency_id
    ${ofPurchase(work, id)} order by a.name, f.name, x.part`.execute(work.db);
  return rows;
}

/** Premises to be tested, and why they were chosen. */
export interface Selection {
  id: string;
  premisesId: string;
  label: string;
  /** Null once the record of firm or place must stay hidden. */
  address: string | null;
  /** Why: for the agency that leads alone. */
  basis: string | null;
  words: string | null;
  sourceReference: string | null;
  /** Recorded, by whatever result but a void one. */
  isTested: boolean;
}
/** The premises of an operation: for whoever leads it; for those that take part from the day on, without the reasons. */
export async function listSelections(work: Work, id: string): Promise<Selection[]> {
  // What a package or a report says is for those who may read it: its reference, and what was taken from it, is for nobody else in the
  // lead agency either.
  const isTold = sql`(r.source_reference is null or exists (select 1 from intake.report q
    where q.reference = r.source_reference and ${reportPolicy.visible(work.viewer, 'q')}))`;
  const words = sql`case when r.basis = 'intelligence' then i.words when ${isTold} then r.words end`;
  const source = sql`case when r.basis = 'intelligence' then i.package_reference when ${isTold} then r.source_reference end`;
  const { rows } = await sql<Selection>`select x.id, x.premises_id, x.label,
      case when not exists (select 1 from records.hidden_address h where h.record_id = any(x.record_ids)) then x.address end as address,
      r.basis, ${words} as words, ${source} as source_reference,
      exists (select 1 from inspection.attempt t where t.purchase_id = p.id and t.premises_id = x.premises_id and t.result <> 'void') as is_tested
    from inspection.selection x left join inspection.selection_reason r on r.selection_id = x.id and r.lead_agency_id = ${officerOf(work).agencyId}
      left join (inspection.selection_intelligence i join dissemination.package k on k.reference = i.package_reference
        and ${packagePolicy.visible(work.viewer, 'k')}) on i.selection_id = x.id and i.lead_agency_id = ${officerOf(work).agencyId}
    ${ofPurchase(work, id)} and (${lead(work)} or p.status in ('under-way', 'completed')) order by x.label, x.id`.execute(
    work.db,
  );
  return rows;
}

export interface Volunteer {
  id: string;
  code: string;
  age: number;
  ownConsentOn: Day;
  parentConsentOn: Day | null;
}
/** Volunteers by code and age; for those that take part from the day on. */
export async function listVolunteers(work: Work, id: string): Promise<Volunteer[]> {
  const { rows } =
    await sql<Volunteer>`select x.id, x.code, x.age, x.own_consent_on, x.parent_consent_on from inspection.volunteer x
    ${ofPurchase(work, id)} and (${lead(work)} or p.status in ('under-way', 'completed')) order by x.code`.execute(
      work.db,
    );
  return rows;
}
export interface WelfareLine {
  code: string;
  at: Date;
  officerName: string | null;
  words: string;
}
/** How volunteers were looked after: for the agency that leads. */
export async function listWelfare(work: Work, id: string): Promise<WelfareLine[]> {
  const { rows } = await sql<WelfareLine>`select v.code, x.at, f.name as officer_name, x.words
    from inspection.welfare_line x join inspection.volunteer v on v.id = x.volunteer_id left join directory.officer f on f.id = x.officer_id
    ${ofPurchase(work, id)} and ${lead(work)} order by x.at, x.id`.execute(work.db);
  return rows;
}

/** Operations to come, or under way, in which premises of the viewer's own agency stand on the plan. */
export async function plansFor(
  work: Work,
  premisesId: string,
): Promise<{ id: string; name: string; onDay: Day }[]> {
  const { rows } = await sql<{ id: string; name: string; onDay: Day }>`select p.id, p.name, p.on_day
    from inspection.selection x join inspection.purchase p on p.id = x.purchase_id
    where x.premises_id = ${premisesId} and p.status in ('planned', 'settled') and ${lead(work)}
      and ${purchasePolicy.visible(work.viewer, 'p')} order by p.on_day, p.id`.execute(work.db);
  return rows;
}
