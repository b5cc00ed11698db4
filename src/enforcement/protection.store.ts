import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Db } from '../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import type { ServiceMethod } from './penalty.words.ts';
import { protectionPolicy } from './protection.policy.ts';
import type {
  ConductKind,
  Ending,
  LetterKind,
  ProtectionStatus,
  RequirementKind,
  SubjectKind,
} from './protection.words.ts';

/** A file of community protection as the viewer may see it; who it is about is read apart. */
export interface Protection {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  status: ProtectionStatus;
  conductKinds: ConductKind[];
  lon: number | null;
  lat: number | null;
  streetWords: string | null;
  wardCode: string | null;
  districtCode: string | null;
  districtName: string | null;
  caseId: string | null;
  reportId: string | null;
  isDetrimental: boolean;
  isPersistent: boolean;
  isUnreasonable: boolean;
  /** Days that the warning gives, counted from the day after it was served. */
  complyDays: number;
  warnedOn: Day | null;
  complyBy: Day | null;
  complyWhy: string | null;
  noticeOn: Day | null;
  appealUntil: Day | null;
  appealWhy: string | null;
  appealedOn: Day | null;
  appealDecidedOn: Day | null;
  breachedOn: Day | null;
  breachMaxPence: number | null;
  breachLawId: string | null;
  penaltyId: string | null;
  endedOn: Day | null;
  ending: Ending | null;
  madeAt: Date;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

/**
 * The street is for the issuing agency, and for nobody once the address of whoever is warned must stay hidden (domain 2.18):
 * others read the district.
 */
const street = ({ viewer }: Work): RawBuilder<string | null> =>
  viewer.kind === 'officer'
    ? sql`case when p.agency_id = ${viewer.agencyId}::uuid and not exists (select 1 from enforcement.protection_subject x
        join records.hidden_address h on h.record_id = x.record_id where x.protection_id = p.id) then p.street_words end`
    : sql`null::text`;
const columns = (
  work: Work,
) => sql`p.id, p.reference, p.agency_id, a.name as agency_name, p.status, p.conduct_kinds, p.lon, p.lat,
  ${street(work)} as street_words, p.ward_code, p.district_code, d.name as district_name, p.case_id, p.report_id, p.is_detrimental, p.is_persistent, p.is_unreasonable,
  p.comply_days, p.warned_on, p.comply_by, p.comply_why, p.notice_on, p.appeal_until, p.appeal_why, p.appealed_on, p.appeal_decided_on,
  p.breached_on, p.breach_max_pence, p.breach_law_id, p.penalty_id, p.ended_on, p.ending, p.made_at, p.version`;
const joins = sql`join directory.agency a on a.id = p.agency_id left join directory.area d on d.code = p.district_code`;

/** One file, if the viewer may see it. */
export async function findProtection(work: Work, id: string): Promise<Protection | undefined> {
  const { db, viewer } = work;
  const { rows } = await sql<Protection>`select ${columns(work)} from enforcement.protection p ${joins}
    where p.id = ${id} and ${protectionPolicy.visible(viewer, 'p')}`.execute(db);
  return rows[0];
}

export interface ProtectionFilter {
  status?: ProtectionStatus | 'live' | undefined;
  conduct?: ConductKind | undefined;
  districtCode?: string | undefined;
  agency?: 'mine' | undefined;
  reference?: string | undefined;
  caseId?: string | undefined;
}

const ended = sql`('complied', 'discharged', 'void')`;

function filters({ viewer }: Work, filter: ProtectionFilter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`${protectionPolicy.visible(viewer, 'p')}`];
  if (filter.status === 'live') parts.push(sql`p.status not in ${ended}`);
  else if (filter.status) parts.push(sql`p.status = ${filter.status}`);
  if (filter.conduct) parts.push(sql`${filter.conduct} = any(p.conduct_kinds)`);
  if (filter.districtCode) parts.push(sql`p.district_code = ${filter.districtCode}`);
  if (filter.agency && viewer.kind === 'officer') parts.push(sql`p.agency_id = ${viewer.agencyId}`);
  if (filter.reference) parts.push(sql`p.reference = ${filter.reference.trim().toUpperCase()}`);
  if (filter.caseId) parts.push(sql`p.case_id = ${filter.caseId}`);
  return parts;
}

/** What is due next on a file: the end of the time to comply, or the last day of an appeal. */
const dueOn = sql`case p.status when 'warned' then p.comply_by when 'notice-served' then p.appeal_until end`;

/** How lists can be sorted; a file with nothing due counts as the latest due. */
export const protectionSorting = (work: Work): Sorting => ({
  usual: '-made',
  second: 'made',
  id: sql`p.id`,
  columns: {
    made: { value: sql`p.made_at`, type: 'timestamptz' },
    reference: { value: sql`p.reference`, type: 'text' },
    street: { value: sql`coalesce(${street(work)}, '')`, type: 'text' },
    status: { value: sql`p.status`, type: 'text' },
    due: { value: sql`coalesce(${dueOn}, '9999-12-31'::date)`, type: 'date' },
  },
});

/** Some files in an order, the latest made first unless told; `sorted` says where the page starts. */
export async function listProtection(
  work: Work,
  filter: ProtectionFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<Protection[]> {
  const { order, after, value } = asked.sorted ?? sorted(protectionSorting(work), {});
  const parts = filters(work, filter);
  if (after) parts.push(after);
  const { rows } =
    await sql<Protection>`select ${columns(work)}, ${value} as sort_value from enforcement.protection p ${joins}
    where ${sql.join(parts, sql` and `)} order by ${order} limit ${asked.limit}`.execute(work.db);
  return rows;
}

/** Columns that a command may set. */
export type ProtectionChange = Partial<
  Omit<
    Protection,
    'id' | 'reference' | 'agencyId' | 'agencyName' | 'districtName' | 'madeAt' | 'version' | 'sortValue'
  >
>;

/** Changes a file if nobody saved before; false when somebody did. */
export async function changeProtection(
  db: Db,
  file: { id: string; version: number },
  set: ProtectionChange,
): Promise<boolean> {
  const done = await db
    .updateTable('enforcement.protection')
    .set({ ...set, version: file.version + 1 })
    .where('id', '=', file.id)
    .where('version', '=', file.version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export interface Subject {
  kind: SubjectKind;
  recordId: string | null;
  name: string | null;
  address: string | null;
  bornOn: Day | null;
  isSixteen: boolean;
  placeWords: string | null;
  conduct: string | null;
  othersTold: string | null;
  /** The address must not be shown, printed or written down, whatever was written before it was known (domain 2.18). */
  isAddressHidden: boolean;
}

/** Who is warned and what they did. Row-level security stands behind the policy here. */
export async function findSubject({ db }: Work, protectionId: string): Promise<Subject | null> {
  const { rows } =
    await sql<Subject>`select s.kind, s.record_id, s.name, s.born_on, s.is_sixteen, s.conduct, s.others_told,
      h.record_id is not null as is_address_hidden,
      case when h.record_id is null then s.address end as address, case when h.record_id is null then s.place_words end as place_words
    from enforcement.protection_subject s left join records.hidden_address h on h.record_id = s.record_id
    where s.protection_id = ${protectionId}`.execute(db);
  return rows[0] ?? null;
}

export interface ConductEvidence {
  id: string;
  kind: string;
  happenedOn: Day;
  words: string;
  fileId: string | null;
  addedAt: Date;
}
export const listConductEvidence = ({ db }: Work, protectionId: string): Promise<ConductEvidence[]> =>
  db
    .selectFrom('enforcement.protectionEvidence')
    .select(['id', 'kind', 'happenedOn', 'words', 'fileId', 'addedAt'])
    .where('protectionId', '=', protectionId)
    .orderBy('happenedOn')
    .orderBy('id')
    .execute();

export interface Requirement {
  id: string;
  stage: LetterKind;
  kind: RequirementKind;
  words: string;
  byDay: Day | null;
  /** From which day it binds, if later than the notice: an appeal suspended it. */
  since: Day | null;
  /** Its last day in these words. */
  until: Day | null;
}
export async function listRequirements({ db }: Work, protectionId: string): Promise<Requirement[]> {
  const { rows } = await sql<Requirement>`select id, stage, kind, words, by_day, since, until
    from enforcement.protection_requirement where protection_id = ${protectionId} order by stage desc, array_position('{stop,do,steps}', kind), added_at, id`.execute(
    db,
  );
  return rows;
}

export interface ServiceProof {
  stage: LetterKind;
  how: ServiceMethod;
  sentOn: Day;
  servedOn: Day;
  servedBy: string;
  powerBasis: string;
  powerReference: string;
}
export async function listServices({ db }: Work, protectionId: string): Promise<ServiceProof[]> {
  const { rows } =
    await sql<ServiceProof>`select stage, how, sent_on, served_on, served_by, power_basis, power_reference
    from enforcement.protection_service where protection_id = ${protectionId} order by served_on`.execute(db);
  return rows;
}

export interface ProtectionEvent {
  at: Date;
  kind: string;
  words: string;
  officerName: string | null;
  agencyName: string | null;
  /** Why, for the issuing agency alone: row-level security leaves it out for others. */
  reason: string | null;
}
/** The timeline of a file the viewer has been given. */
export async function listProtectionEvents({ db }: Work, protectionId: string): Promise<ProtectionEvent[]> {
  const { rows } =
    await sql<ProtectionEvent>`select e.at, e.kind, e.words, o.name as officer_name, a.name as agency_name, r.words as reason
    from enforcement.protection_event e left join directory.officer o on o.id = e.officer_id left join directory.agency a on a.id = e.agency_id
      left join enforcement.protection_reason r on r.event_id = e.id
    where e.protection_id = ${protectionId} order by e.at, e.id`.execute(db);
  return rows;
}

/** Writes a line of the history; the words name nobody, the reason may. */
export async function addProtectionEvent(
  { db, viewer, clock, ids }: Work,
  event: { protectionId: string; agencyId: string; kind: string; words: string; reason?: string | undefined },
): Promise<void> {
  const officer = viewer.kind === 'officer' ? viewer : undefined;
  const id = ids.next();
  await db
    .insertInto('enforcement.protectionEvent')
    .values({
      id,
      protectionId: event.protectionId,
      at: clock.now(),
      kind: event.kind,
      officerId: officer?.officerId ?? null,
      agencyId: officer?.agencyId ?? null,
      words: event.words,
    })
    .execute();
  if (event.reason)
    await db
      .insertInto('enforcement.protectionReason')
      .values({
        eventId: id,
        protectionId: event.protectionId,
        agencyId: event.agencyId,
        words: event.reason,
      })
      .execute();
}

export interface LetterRow {
  kind: LetterKind;
  version: number;
  format: 'pdf' | 'docx';
  name: string;
  sha256: string;
  madeAt: Date;
}
/** The letters of a file, without their bytes. */
export async function listLetters({ db }: Work, protectionId: string): Promise<LetterRow[]> {
  const { rows } =
    await sql<LetterRow>`select kind, version, format, name, sha256, made_at from enforcement.protection_document
    where protection_id = ${protectionId} order by made_at, kind, version, format desc`.execute(db);
  return rows;
}
/** One letter with its very bytes. */
export const findLetter = (
  { db }: Work,
  protectionId: string,
  letter: Pick<LetterRow, 'kind' | 'version' | 'format'>,
): Promise<{ name: string; content: Buffer; sha256: string } | undefined> =>
  db
    .selectFrom('enforcement.protectionDocument')
    .select(['name', 'content', 'sha256'])
    .where('protectionId', '=', protectionId)
    .where('kind', '=', letter.kind)
    .where('version', '=', letter.version)
    .where('format', '=', letter.format)
    .executeTakeFirst();
