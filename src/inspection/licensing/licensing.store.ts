import { type RawBuilder, sql } from 'kysely';
import type { LicensingClock } from '../../../reference/licensing.ts';
import type { Day } from '../../platform/clock/clock.ts';
import { changeRow } from '../../platform/database/change.ts';
import type { Db } from '../../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../../platform/database/sorting.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { licensingPolicy } from './licensing.policy.ts';
import type { LicensingKind, LicensingStatus, Outcome } from './licensing.words.ts';

/** One review of a premises licence; evidence, representations and reasons are read apart. */
export interface Licensing {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  premisesId: string;
  tradingName: string;
  firmName: string;
  licenceNumber: string | null;
  /** Null once it must stay hidden. */
  address: string | null;
  postcode: string | null;
  districtCode: string;
  districtName: string | null;
  kind: LicensingKind;
  status: LicensingStatus;
  applicant: string | null;
  grounds: string[];
  caseWords: string | null;
  certificate: string | null;
  appliedOn: Day | null;
  representationsUntil: Day | null;
  representationsWhy: string | null;
  advertisedOn: Day | null;
  hearingOn: Day | null;
  hearingBy: Day | null;
  hearingWhy: string | null;
  decidedOn: Day | null;
  outcomes: Outcome[];
  conditions: string | null;
  suspendedUntil: Day | null;
  appealUntil: Day | null;
  appealWhy: string | null;
  appealedOn: Day | null;
  endedOn: Day | null;
  madeAt: Date;
  version: number;
  sortValue?: string;
}
const hidden = sql`exists (select 1 from records.hidden_address h where h.record_id in (p.firm_record_id, p.place_record_id))`;
const columns = sql`l.id, l.reference, l.agency_id, a.name as agency_name, l.premises_id, p.trading_name, p.firm_name, p.licence_number,
  case when not ${hidden} then p.address end as address, case when not ${hidden} then p.postcode end as postcode, p.district_code, d.name as district_name,
  l.kind, l.status, l.applicant, l.grounds, l.case_words, l.certificate, l.applied_on, l.representations_until, l.representations_why, l.advertised_on,
  l.hearing_on, l.hearing_by, l.hearing_why, l.decided_on, l.outcomes, l.conditions, l.suspended_until, l.appeal_until, l.appeal_why, l.appealed_on,
  l.ended_on, l.made_at, l.version`;
const joins = sql`inspection.licensing l join inspection.premises p on p.id = l.premises_id join directory.agency a on a.id = l.agency_id
  left join directory.area d on d.code = p.district_code`;

/** One review, if the viewer may see it. */
export async function findLicensing(work: Work, id: string): Promise<Licensing | undefined> {
  const { rows } = await sql<Licensing>`select ${columns} from ${joins}
    where l.id = ${id} and ${licensingPolicy.visible(work.viewer, 'l')}`.execute(work.db);
  return rows[0];
}

export interface LicensingFilter {
  status?: LicensingStatus | 'open' | undefined;
  kind?: LicensingKind | undefined;
  reference?: string | undefined;
  premisesId?: string | undefined;
  name?: string | undefined;
  districtCode?: string | undefined;
  dueTo?: Day | undefined;
}
/** The last day of what waits: representations, the hearing or an appeal. */
const dueOn = sql`case l.status when 'applied' then l.representations_until when 'advertised' then coalesce(l.hearing_by, l.representations_until)
  when 'hearing' then l.hearing_on when 'decided' then l.appeal_until end`;
export const licensingSorting: Sorting = {
  usual: '-made',
  second: 'made',
  id: sql`l.id`,
  columns: {
    made: { value: sql`l.made_at`, type: 'timestamptz' },
    due: { value: sql`coalesce(${dueOn}, '9999-12-31'::date)`, type: 'date' },
    premises: { value: sql`p.trading_name`, type: 'text' },
    reference: { value: sql`l.reference`, type: 'text' },
  },
};
function filters(filter: LicensingFilter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (filter.status === 'open') parts.push(sql`l.ended_on is null`);
  else if (filter.status) parts.push(sql`l.status = ${filter.status}`);
  if (filter.kind) parts.push(sql`l.kind = ${filter.kind}`);
  if (filter.reference) parts.push(sql`l.reference = ${filter.reference.trim().toUpperCase()}`);
  if (filter.name)
    parts.push(
      // What is looked for is letters, and none of them stands for others.
      sql`position(lower(${filter.name}) in lower(p.trading_name || ' ' || p.firm_name || ' ' || coalesce(p.licence_number, ''))) > 0`,
    );
  if (filter.districtCode) parts.push(sql`p.district_code = ${filter.districtCode}`);
  if (filter.dueTo) parts.push(sql`${dueOn} <= ${filter.dueTo}::date`);
  if (filter.premisesId) parts.push(sql`l.premises_id = ${filter.premisesId}::uuid`);
  return parts;
}

/** A review in a list, with the last day of what waits. */
export type LicensingLineRow = Licensing & { dueOn: Day | null };
/** Some reviews in an order, the latest first unless told. */
export async function listLicensings(
  work: Work,
  filter: LicensingFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<LicensingLineRow[]> {
  const { order, after, value } = asked.sorted ?? sorted(licensingSorting, {});
  const parts = [licensingPolicy.visible(work.viewer, 'l'), ...filters(filter), ...(after ? [after] : [])];
  const { rows } =
    await sql<LicensingLineRow>`select ${columns}, ${dueOn} as due_on, ${value} as sort_value from ${joins}
    where ${sql.join(parts, sql` and `)} order by ${order} limit ${asked.limit}`.execute(work.db);
  return rows;
}

/** Columns that a command may set. */
export type LicensingChange = Partial<
  Pick<
    Licensing,
    | 'status'
    | 'applicant'
    | 'grounds'
    | 'caseWords'
    | 'certificate'
    | 'appliedOn'
    | 'representationsUntil'
    | 'representationsWhy'
    | 'advertisedOn'
    | 'hearingOn'
    | 'hearingBy'
    | 'hearingWhy'
    | 'decidedOn'
    | 'outcomes'
    | 'conditions'
    | 'suspendedUntil'
    | 'appealUntil'
    | 'appealWhy'
    | 'appealedOn'
    | 'endedOn'
  >
>;
/** Changes a review if nobody saved before; false when somebody did. */
export const changeLicensing = (
  db: Db,
  file: { id: string; version: number },
  set: LicensingChange,
): Promise<boolean> => changeRow(db, 'inspection.licensing', file, set);

/** What the records of the premises showed when the review was begun. */
export interface Evidence {
  onDay: Day;
  words: string;
}
/** The evidence of a review that the viewer has been given. */
export async function listEvidence({ db }: Work, file: string): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`select e.on_day, e.words from inspection.licensing_evidence e
    where e.licensing_id = ${file} order by e.position`.execute(db);
  return rows;
}
export interface Representation {
  cameOn: Day;
  party: string;
  standing: string;
  words: string;
}
/** What was said about a review that the viewer has been given, in the order in which it came. */
export async function listRepresentations({ db }: Work, file: string): Promise<Representation[]> {
  const { rows } = await sql<Representation>`select r.came_on, r.party, r.standing, r.words
    from inspection.licensing_representation r where r.licensing_id = ${file} order by r.came_on, r.id`.execute(
    db,
  );
  return rows;
}

/** The number that an agency entered for a period, with where it has it from. */
export interface SetPeriod {
  code: LicensingClock;
  count: number | null;
  source: string;
  validFrom: Day;
}
/** What the viewer's agency entered, each period as it stands on a day. */
export async function periodsSet(work: Work, on: Day): Promise<SetPeriod[]> {
  const { rows } = await sql<SetPeriod>`select distinct on (c.code) c.code, c.count, c.source, c.valid_from
    from inspection.licensing_clock c where c.agency_id = ${officerOf(work).agencyId} and c.valid_from <= ${on}::date
    order by c.code, c.valid_from desc, c.set_at desc`.execute(work.db);
  return rows;
}

/** A review as anybody may read it. */
export interface PublishedLicensing {
  reference: string;
  agencyName: string;
  tradingName: string;
  licenceNumber: string | null;
  districtName: string | null;
  kind: LicensingKind;
  status: LicensingStatus;
  grounds: string[];
  advertisedOn: Day;
  representationsUntil: Day | null;
  hearingOn: Day | null;
  decidedOn: Day | null;
  outcomes: string[];
  endedOn: Day | null;
}
/** The register: reviews of which notice was given, the latest first; with one more than the page holds where there are more. */
export async function listPublished(db: Db, limit: number): Promise<PublishedLicensing[]> {
  const { rows } =
    await sql<PublishedLicensing>`select l.reference, a.name as agency_name, l.trading_name, l.licence_number, d.name as district_name,
      l.kind, l.status, l.grounds, l.advertised_on, l.representations_until, l.hearing_on, l.decided_on, l.outcomes, l.ended_on
    from inspection.licensing_publication l join directory.agency a on a.id = l.agency_id left join directory.area d on d.code = l.district_code
    where not l.is_withheld order by l.advertised_on desc, l.licensing_id limit ${limit}`.execute(db);
  return rows;
}
