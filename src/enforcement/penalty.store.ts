import { type RawBuilder, sql } from 'kysely';
import type { PenaltyOffence } from '../../reference/penalties.ts';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { penaltyPolicy } from './penalty.policy.ts';
import {
  type DocumentKind,
  type IdentifiedBy,
  offencesAtHome,
  type PenaltyStatus,
  type ServiceMethod,
} from './penalty.words.ts';
import { filters, type PenaltyFilter } from './penalty-filter.ts';

/** A penalty as the viewer may see it; who it is to is read apart. Money in pence. */
export interface Penalty {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  status: PenaltyStatus;
  offence: PenaltyOffence;
  offenceOn: Day | null;
  offenceTime: string | null;
  placeWords: string | null;
  lon: number | null;
  lat: number | null;
  wardCode: string | null;
  districtCode: string | null;
  districtName: string | null;
  landType: string | null;
  wasteType: string | null;
  wasteSize: string | null;
  reportId: string | null;
  caseId: string | null;
  /** The public spaces order that was broken. */
  pspoId: string | null;
  /** Its reference, as it was published. */
  pspoReference: string | null;
  identifiedBy: IdentifiedBy | null;
  policyConsidered: boolean;
  amountPence: number | null;
  earlyPence: number | null;
  earlyUntil: Day | null;
  payUntil: Day | null;
  prosecuteFrom: Day | null;
  deadlineWhy: string | null;
  lawId: string | null;
  adoptedId: string | null;
  issuedOn: Day | null;
  issuedByName: string | null;
  powerBasis: string | null;
  powerReference: string | null;
  servedOn: Day | null;
  servedHow: ServiceMethod | null;
  servedBy: string | null;
  paidOn: Day | null;
  paidPence: number | null;
  endedOn: Day | null;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

/**
 * Whether where an offence happened says where somebody lives whose address must stay hidden. The point never is given then;
 * the words, and the order whose area it lies in, are given to the issuing agency alone, since a notice must say where, and not of an offence committed at home.
 */
export const hidesPlace = ({ viewer }: Work): RawBuilder<boolean> => {
  const isOwn =
    viewer.kind === 'officer'
      ? sql`(p.agency_id = ${viewer.agencyId}::uuid and p.offence <> all(${[...offencesAtHome]}::text[]))`
      : sql`FALSE`;
  return sql<boolean>`(not ${isOwn} and enforcement.penalty_hides_place(p.id))`;
};
/** Where it happened in words, or nothing where that must stay hidden. */
export const shownPlace = (work: Work): RawBuilder<string | null> =>
  sql`case when ${hidesPlace(work)} then null else p.place_words end`;
const columns = (
  work: Work,
) => sql`p.id, p.reference, p.agency_id, a.name as agency_name, p.status, p.offence, p.offence_on, p.offence_time, ${shownPlace(work)} as place_words,
  case when enforcement.penalty_hides_place(p.id) then null else p.lon end as lon,
  case when enforcement.penalty_hides_place(p.id) then null else p.lat end as lat, p.ward_code, p.district_code, d.name as district_name, p.land_type, p.waste_type, p.waste_size, p.report_id, p.case_id,
  case when ${hidesPlace(work)} then null else p.pspo_id end as pspo_id, case when ${hidesPlace(work)} then null else (select min(e.reference) from enforcement.pspo_publication e where e.pspo_id = p.pspo_id) end as pspo_reference,
  p.identified_by, p.policy_considered, p.amount_pence, p.early_pence, p.early_until, p.pay_until, p.prosecute_from, p.deadline_why,
  p.law_id, p.adopted_id, p.issued_on, o.name as issued_by_name, p.power_basis, p.power_reference, p.served_on, p.served_how, p.served_by,
  p.paid_on, p.paid_pence, p.ended_on, p.version`;
const joins = sql`join directory.agency a on a.id = p.agency_id left join directory.officer o on o.id = p.issued_by
  left join directory.area d on d.code = p.district_code`;

/** One penalty, if the viewer may see it. */
export async function findPenalty(work: Work, id: string): Promise<Penalty | undefined> {
  const { db, viewer } = work;
  const { rows } = await sql<Penalty>`select ${columns(work)} from enforcement.penalty p ${joins}
    where p.id = ${id} and ${penaltyPolicy.visible(viewer, 'p')}`.execute(db);
  return rows[0];
}

/** How lists of penalties can be sorted. A draft counts as the latest issued; one without an amount or a last day as the least. */
export const penaltySorting = ({ clock }: Work): Sorting => ({
  usual: '-issued',
  second: 'issued',
  id: sql`p.id`,
  columns: {
    issued: { value: sql`coalesce(p.issued_on, '9999-12-31'::date)`, type: 'date' },
    reference: { value: sql`p.reference`, type: 'text' },
    amount: { value: sql`coalesce(p.amount_pence, -1)`, type: 'integer' },
    due: { value: sql`coalesce(p.pay_until, '0001-01-01'::date)`, type: 'date' },
    // By the clock, as the page shows it.
    status: {
      value: sql`case when p.status = 'issued' and p.pay_until < ${clock.today()}::date then 'overdue' else p.status end`,
      type: 'text',
    },
  },
});

/** Some penalties in an order: drafts first, then the latest issued, unless told; `sorted` says where the page starts. */
export async function listPenalties(
  work: Work,
  filter: PenaltyFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<Penalty[]> {
  const { order, after, value } = asked.sorted ?? sorted(penaltySorting(work), {});
  const parts = filters(work, filter);
  if (after) parts.push(after);
  const { rows } =
    await sql<Penalty>`select ${columns(work)}, ${value} as sort_value from enforcement.penalty p ${joins}
    where ${sql.join(parts, sql` and `)} order by ${order} limit ${sql.lit(asked.limit)}`.execute(work.db);
  return rows;
}

/** Columns that a command may set. */
export type PenaltyChange = Partial<
  Omit<
    Penalty,
    | 'id'
    | 'reference'
    | 'agencyId'
    | `${'agency' | 'district' | 'issuedBy'}Name`
    | 'pspoReference'
    | 'version'
    | 'sortValue'
  >
> & { issuedBy?: string };

/** Changes a penalty if nobody saved before; false when somebody did. */
export const changePenalty = (
  db: Db,
  penalty: { id: string; version: number },
  set: PenaltyChange,
): Promise<boolean> => changeRow(db, 'enforcement.penalty', penalty, set);

export interface Evidence {
  id: string;
  kind: string;
  words: string;
  fileId: string | null;
  /** Hash of its file, where it has one. */
  sha256: string | null;
  mediaType: string | null;
  scan: string | null;
  /** What the camera told of a photograph; where, for none whose recipient's address must stay hidden. */
  cameraAt: string | null;
  cameraLon: number | null;
  cameraLat: number | null;
  /** When it was taken, where that is known and is not when it was added. */
  takenAt: Date | null;
  addedAt: Date;
}
/** Where a camera was, unless that would say where somebody lives whose address must stay hidden. */
const shownTo = (penalty: string, column: string): RawBuilder<number | null> =>
  sql`case when not enforcement.penalty_hides_place(${sql.ref(penalty)}) then ${sql.ref(column)} end`;
export const listEvidence = ({ db }: Work, penaltyId: string): Promise<Evidence[]> =>
  db
    .selectFrom('enforcement.penaltyEvidence as e')
    .leftJoin('platform.file as f', 'f.id', 'e.fileId')
    .select([
      'e.id',
      'e.kind',
      'e.words',
      'e.fileId',
      'f.sha256',
      'f.mediaType',
      'f.scan',
      'e.cameraAt',
      'e.takenAt',
      'e.addedAt',
    ])
    .select([
      shownTo('e.penaltyId', 'e.cameraLon').as('cameraLon'),
      shownTo('e.penaltyId', 'e.cameraLat').as('cameraLat'),
    ])
    .where('e.penaltyId', '=', penaltyId)
    .orderBy('e.addedAt')
    .orderBy('e.id')
    .execute();

export interface PenaltyEvent {
  at: Date;
  kind: string;
  words: string;
  officerName: string | null;
  agencyName: string | null;
}
/** The timeline of a penalty the viewer has been given. */
export const listPenaltyEvents = ({ db }: Work, penaltyId: string): Promise<PenaltyEvent[]> =>
  db
    .selectFrom('enforcement.penaltyEvent as e')
    .leftJoin('directory.officer as o', 'o.id', 'e.officerId')
    .leftJoin('directory.agency as a', 'a.id', 'e.agencyId')
    .select(['e.at', 'e.kind', 'e.words', 'o.name as officerName', 'a.name as agencyName'])
    .where('e.penaltyId', '=', penaltyId)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute();

export async function addPenaltyEvent(
  { db, viewer, clock, ids }: Work,
  event: { penaltyId: string; kind: string; words: string; detail?: Record<string, unknown> },
): Promise<void> {
  const officer = viewer.kind === 'officer' ? viewer : undefined;
  await db
    .insertInto('enforcement.penaltyEvent')
    .values({
      id: ids.next(),
      penaltyId: event.penaltyId,
      at: clock.now(),
      kind: event.kind,
      officerId: officer?.officerId ?? null,
      agencyId: officer?.agencyId ?? null,
      words: event.words,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
}

export interface Payment {
  paidOn: Day;
  pence: number;
  paymentReference: string;
}
export const listPayments = ({ db }: Work, penaltyId: string): Promise<Payment[]> =>
  db
    .selectFrom('enforcement.penaltyPayment')
    .select(['paidOn', 'pence', 'paymentReference'])
    .where('penaltyId', '=', penaltyId)
    .orderBy('paidOn')
    .execute();

export interface PaperRow {
  id: string;
  kind: DocumentKind;
  version: number;
  format: 'pdf' | 'docx';
  /** Whether an address is printed on it. */
  showsAddress: boolean;
  name: string;
  sha256: string;
  madeAt: Date;
}
/** The papers of a penalty, without their bytes. */
export async function listPapers({ db }: Work, penaltyId: string): Promise<PaperRow[]> {
  const { rows } =
    await sql<PaperRow>`select id, kind, version, format, shows_address, name, sha256, made_at from enforcement.penalty_document
    where penalty_id = ${penaltyId} order by made_at, version, format desc`.execute(db);
  return rows;
}
/** One paper with its very bytes, and whether an address is printed on it. */
export async function findPaper(
  { db }: Work,
  penaltyId: string,
  { kind, version, format }: Pick<PaperRow, 'kind' | 'version' | 'format'>,
): Promise<{ name: string; content: Buffer; sha256: string; showsAddress: boolean } | undefined> {
  return db
    .selectFrom('enforcement.penaltyDocument')
    .select(['name', 'content', 'sha256', 'showsAddress'])
    .where('penaltyId', '=', penaltyId)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('format', '=', format)
    .executeTakeFirst();
}
