import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Db } from '../platform/database/database.ts';
import { pageOfRows, type Sorting, sorted } from '../platform/database/sorting.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { operationPolicy } from './operation.policy.ts';
import type { AgencyState, OperationStatus, StopKind } from './operation.words.ts';

export interface Operation {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  agencyIds: string[];
  name: string;
  status: OperationStatus;
  onDay: Day;
  objectives: string;
  roads: string;
  districtCode: string;
  districtName: string | null;
  briefing: string;
  packageReference: string | null;
  results: string | null;
  lessons: string | null;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}
/** Whether the viewer's agency takes part or has still to answer: whoever said no reads neither who goes where nor what came of it. */
const stays = (work: Work) => sql`not exists (select 1 from operations.operation_agency n
  where n.operation_id = o.id and n.agency_id = ${officerOf(work).agencyId}::uuid and n.state = 'declined')`;
async function operationsWhere(
  work: Work,
  part: RawBuilder<unknown>,
  { order, value, limit }: { order: RawBuilder<unknown>; value: RawBuilder<unknown>; limit: number },
): Promise<Operation[]> {
  const { rows } =
    await sql<Operation>`select o.id, o.reference, o.agency_id, a.name as agency_name, o.agency_ids, o.name, o.status, o.on_day,
      o.objectives, o.roads, o.district_code, d.name as district_name, case when ${stays(work)} then o.briefing else '' end as briefing,
      case when o.agency_id = ${officerOf(work).agencyId}::uuid then o.package_reference end as package_reference, o.results, o.lessons, o.version, ${value} as sort_value
    from operations.operation o join directory.agency a on a.id = o.agency_id left join directory.area d on d.code = o.district_code
    where ${operationPolicy.visible(work.viewer, 'o')} and ${part} order by ${order} limit ${sql.lit(limit)}`.execute(
      work.db,
    );
  return rows;
}
const operationSorting: Sorting = {
  usual: '-day',
  id: sql`o.id`,
  columns: { day: { value: sql`o.on_day`, type: 'date' } },
};
const operationPageSize = 25;
/** A page of the days of action that the viewer's agency takes part in or is asked to, the latest first, and where the next starts. */
export async function listOperations(
  work: Work,
  { after }: { after?: string | undefined },
): Promise<{ operations: Operation[]; next: string | null }> {
  const way = sorted(operationSorting, { after });
  const { order, value } = way;
  const found = await operationsWhere(work, way.after ?? sql`true`, {
    ...{ order, value, limit: operationPageSize + 1 },
  });
  const { rows: operations, next } = pageOfRows(way, found, operationPageSize);
  work.note.detail.count = operations.length;
  return { operations, next };
}
export async function findOperation(work: Work, id: string): Promise<Operation | undefined> {
  const only = { order: sql`o.id`, value: sql`null::text`, limit: 1 };
  return (await operationsWhere(work, sql`o.id = ${id}`, only))[0];
}

/** The days of action of one day. */
export const operationsOn = (work: Work, day: Day): Promise<Operation[]> =>
  operationsWhere(work, sql`o.on_day = ${day}::date`, {
    ...{ order: sql`o.id`, value: sql`null::text`, limit: 10 },
  });

/** Columns that a command may set. */
export type OperationChange = Partial<
  Pick<
    Operation,
    | 'agencyIds'
    | 'status'
    | 'results'
    | 'lessons'
    | 'name'
    | 'onDay'
    | 'objectives'
    | 'roads'
    | 'districtCode'
    | 'briefing'
  > & {
    packageReference: string | null;
  }
>;
/** Changes an operation if nobody saved before; false when somebody did. */
export const changeOperation = (
  db: Db,
  given: { id: string; version: number },
  set: OperationChange,
): Promise<boolean> => changeRow(db, 'operations.operation', given, set);

/** What belongs to an operation is read where the operation is visible. */
const ofOperation = ({ viewer }: Work, id: string) =>
  sql`join operations.operation o on o.id = p.operation_id where o.id = ${id} and ${operationPolicy.visible(viewer, 'o')}`;
/** What only those read who take part or have still to answer. */
const ofThose = (work: Work, id: string) => sql`${ofOperation(work, id)} and ${stays(work)}`;

export interface OperationAgency {
  agencyId: string;
  agencyName: string;
  state: AgencyState;
  formsSent: number | null;
  arrests: number | null;
  wantsAgain: boolean | null;
  debrief: string | null;
}
export async function listOperationAgencies(work: Work, id: string): Promise<OperationAgency[]> {
  const { rows } =
    await sql<OperationAgency>`select p.agency_id, a.name as agency_name, p.state, p.forms_sent, p.arrests, p.wants_again, p.debrief
    from operations.operation_agency p
    join directory.agency a on a.id = p.agency_id ${ofOperation(work, id)} order by (p.agency_id <> o.agency_id), a.name`.execute(
      work.db,
    );
  return rows;
}

export interface OperationOfficer {
  id: string;
  officerId: string;
  officerName: string;
  agencyId: string;
  agencyName: string;
  part: string;
  power: string | null;
  powerReference: string | null;
  /** False once they have left, or serve another agency than the one that put them on the plan. */
  isServing: boolean;
}
export async function listOperationOfficers(work: Work, id: string): Promise<OperationOfficer[]> {
  const { rows } =
    await sql<OperationOfficer>`select p.id, p.officer_id, f.name as officer_name, p.agency_id, a.name as agency_name, p.part, p.power, p.power_reference,
      f.is_active and f.agency_id = p.agency_id as is_serving
    from operations.operation_officer p join directory.officer f on f.id = p.officer_id join directory.agency a on a.id = p.agency_id
    ${ofThose(work, id)} order by a.name, f.name, p.part`.execute(work.db);
  return rows;
}

/** Officers of the viewer's own agency, to choose from. */
export async function ownOfficers({ db, viewer }: Work): Promise<{ id: string; name: string }[]> {
  if (viewer.kind !== 'officer') return [];
  return db
    .selectFrom('directory.officer')
    .select(['id', 'name'])
    .where('agencyId', '=', viewer.agencyId)
    .where('isActive', '=', true)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** An address or vehicle of the plan with what the screen said: for whoever screened and the agency that leads. */
export interface OperationVisit {
  id: string;
  /** Whose officers go there. */
  agencyId: string;
  place: string;
  result: string;
  precautions: string[];
  screenedAt: Date;
}
export async function listOperationVisits(work: Work, id: string): Promise<OperationVisit[]> {
  const { rows } =
    await sql<OperationVisit>`select p.id, p.agency_id, p.place, p.result, p.precautions, p.screened_at from operations.operation_visit p
    ${ofThose(work, id)} and ${officerOf(work).agencyId}::uuid in (p.agency_id, p.lead_agency_id) order by p.screened_at, p.id`.execute(
      work.db,
    );
  return rows;
}

export interface OperationStop {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  officerName: string;
  stoppedAt: Date;
  kind: StopKind;
  isLicenceChecked: boolean;
  result: string;
  offence: string | null;
  penaltyId: string | null;
  /**
   * Where, which vehicle and what was said: for the agency that made the stop and the one that leads; of a householder, whose home it
   * is, for the agency that made it alone. The same is so of the penalty.
   */
  place: string | null;
  vehicle: string | null;
  words: string | null;
}
export async function listStops(work: Work, id: string): Promise<OperationStop[]> {
  const own = officerOf(work).agencyId;
  const { rows } =
    await sql<OperationStop>`select p.id, p.reference, p.agency_id, a.name as agency_name, f.name as officer_name, p.stopped_at, p.kind,
      p.is_licence_checked, p.result, p.offence, case when p.agency_id = ${own}::uuid then p.penalty_id end as penalty_id, t.place, t.vehicle, t.words
    from operations.operation_stop p join directory.agency a on a.id = p.agency_id join directory.officer f on f.id = p.officer_id
    left join operations.operation_stop_detail t on t.stop_id = p.id and ${own}::uuid in (t.agency_id, t.lead_agency_id)
    ${ofThose(work, id)} order by p.stopped_at, p.reference`.execute(work.db);
  return rows;
}

/** A day of action that waits for the viewer's agency, with what for. */
export interface OperationNeedingMe {
  id: string;
  name: string;
  onDay: Day;
  state: AgencyState;
  isLead: boolean;
  status: OperationStatus;
  isReported: boolean;
}
/** Days of action that are not over, as they stand for the viewer's agency, the next first. */
export async function operationsOfMine(work: Work): Promise<OperationNeedingMe[]> {
  const own = officerOf(work).agencyId;
  const { rows } =
    await sql<OperationNeedingMe>`select o.id, o.name, o.on_day, p.state, o.agency_id = ${own}::uuid as is_lead, o.status,
      p.debrief is not null as is_reported
    from operations.operation o join operations.operation_agency p on p.operation_id = o.id and p.agency_id = ${own}
    where o.status not in ('debriefed', 'cancelled') and ${operationPolicy.visible(work.viewer, 'o')} order by o.on_day, o.id limit 50`.execute(
      work.db,
    );
  return rows;
}
