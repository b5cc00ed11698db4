import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { Counted } from './priority.ts';
import { filePolicy } from './register.policy.ts';
import type { AgeBand, FileRoute, FileStatus, Method, Risk, ScamType, Tri } from './register.words.ts';

/** A person on the register, as the viewer may see them. Holds no address. */
export interface VictimFile {
  id: string;
  reference: string;
  recordId: string;
  name: string;
  agencyId: string;
  agencyName: string;
  leadAgencyId: string;
  leadName: string;
  offeredAgencyId: string | null;
  offeredName: string | null;
  status: FileStatus;
  ageBand: AgeBand;
  livesAlone: Tri;
  capacityConcern: Tri;
  financialAbuse: Tri;
  scamTypes: ScamType[];
  methods: Method[];
  firstOn: Day | null;
  lastOn: Day | null;
  bankTold: Tri;
  basis: string;
  intervention: string;
  /** From what the file says, and from the lists that the viewer's agency sees. So are `priority` and why. */
  risk: Risk;
  priority: number;
  priorityWhy: Counted[];
  priorityOn: Day;
  route: FileRoute;
  routeWhy: string;
  supportedOn: Day | null;
  repeatDueOn: Day | null;
  isRevictimised: boolean;
  openedAt: Date;
  joinedInto: string | null;
  version: number;
}

/** The day from which somebody asks again: of the file itself, or of any that is read under it. */
export const askedAgainOn = sql<Day | null>`case when f.status <> 'deceased' then coalesce(f.repeat_due_on, (
  with recursive kin as (
    select k.id, k.repeat_due_on from safeguarding.victim_file k where k.joined_into = f.id
    union all
    select k.id, k.repeat_due_on from kin join safeguarding.victim_file k on k.joined_into = kin.id)
  select min(kin.repeat_due_on) from kin)) end`;

/** Points with those of the lists that the viewer's agency sees (`p`), and the risk that follows from them. */
export const points = sql<number>`(f.priority + coalesce(p.points, 0))`;
/** By the thresholds of the agency. */
export const risk = sql<Risk>`case when ${points} >= f.high_from then 'high' when ${points} >= f.medium_from then 'medium' else 'standard' end`;

/** What is read of a file, under the alias `f` with {@link joins}. */
export const columns = sql`f.id, f.reference, f.record_id, f.name, f.agency_id, a.name as agency_name, f.lead_agency_id, l.name as lead_name,
  f.offered_agency_id, o.name as offered_name, f.status, f.age_band, f.lives_alone, f.capacity_concern, f.financial_abuse, f.scam_types, f.methods,
  f.first_on, f.last_on, f.bank_told, f.basis, f.intervention, ${risk} as risk, ${points} as priority, f.priority_why || coalesce(p.why, '[]'::jsonb) as priority_why, f.priority_on, f.route, f.route_why,
  f.supported_on, ${askedAgainOn} as repeat_due_on, f.is_revictimised, f.opened_at, f.joined_into, f.version`;
export const agencyOf = ({ viewer }: Work): string | null =>
  viewer.kind === 'officer' ? viewer.agencyId : null;
export const withPoints = (work: Work) =>
  sql`left join safeguarding.list_points p on p.file_id = f.id and p.agency_id = ${agencyOf(work)}::uuid`;
export const joins = (
  work: Work,
) => sql`${withPoints(work)} join directory.agency a on a.id = f.agency_id join directory.agency l on l.id = f.lead_agency_id
  left join directory.agency o on o.id = f.offered_agency_id`;

/** The viewer's own part of the register, of a file under the alias `f`. */
export const seen = ({ viewer }: Work): RawBuilder<boolean> => filePolicy.visible(viewer, 'f');

async function filesWhere(work: Work, condition: RawBuilder<boolean>): Promise<VictimFile[]> {
  const { rows } = await sql<VictimFile>`select ${columns} from safeguarding.victim_file f ${joins(work)}
    where ${condition} and ${seen(work)} order by f.opened_at, f.id`.execute(work.db);
  return rows;
}

export const findFile = async (work: Work, id: string): Promise<VictimFile | undefined> =>
  (await filesWhere(work, sql`f.id = ${id}`))[0];

/** Every file of one person, as the viewer may see them. */
export interface Family {
  /** The file that the others are read under. */
  rootId: string;
  /** The one that was asked for first. */
  files: readonly VictimFile[];
  ids: readonly string[];
}

/**
 * All files of the person that a file is about: the one that it is read under, and all that were joined into that one. What
 * hangs on any of them is read, counted and kept through here. Without a file, a family of nobody.
 */
export async function familyOf(work: Work, fileId: string): Promise<Family> {
  const files = await filesWhere(
    work,
    sql`f.id in (with recursive up as (
        select u.id, u.joined_into from safeguarding.victim_file u where u.id = ${fileId}
        union all
        select u.id, u.joined_into from up join safeguarding.victim_file u on u.id = up.joined_into),
      down as (
        select up.id from up
        union
        select d.id from down join safeguarding.victim_file d on d.joined_into = down.id)
      select down.id from down)`,
  );
  const ids = files.map(({ id }) => id);
  const root = files.find(({ joinedInto }) => joinedInto === null || !ids.includes(joinedInto));
  files.sort((one, other) => Number(other.id === fileId) - Number(one.id === fileId));
  return { rootId: root?.id ?? fileId, files, ids: files.map(({ id }) => id) };
}

/** Where the file stands that a person is read under, as far as the viewer has it. */
export const statusOf = ({ files, rootId }: Family, file: Pick<VictimFile, 'status'>): FileStatus =>
  files.find(({ id }) => id === rootId)?.status ?? file.status;

/** Files that are about one of some records and stand by themselves. */
export const filesOfRecords = (work: Work, recordIds: readonly string[]): Promise<VictimFile[]> =>
  recordIds.length === 0
    ? Promise.resolve([])
    : filesWhere(work, sql`f.joined_into is null and f.record_id = any(${[...recordIds]}::uuid[])`);

/** Every file that stands by itself, with the record that it is anchored to: for looking who is one person. */
export async function anchors(work: Work): Promise<{ id: string; recordId: string }[]> {
  const { rows } = await sql<{
    id: string;
    recordId: string;
  }>`select f.id, f.record_id from safeguarding.victim_file f
    where f.joined_into is null and ${seen(work)} order by f.id`.execute(work.db);
  return rows;
}

export const fileByReference = async (work: Work, reference: string): Promise<VictimFile | undefined> =>
  (await filesWhere(work, sql`f.reference = ${reference}`))[0];

type FileChange = Partial<
  Omit<
    VictimFile,
    | 'id'
    | 'agencyName'
    | 'leadName'
    | 'offeredName'
    | 'priorityWhy'
    | 'openedAt'
    | 'version'
    | 'supportedOn'
    | 'repeatDueOn'
  >
> & {
  supportedOn?: Day | RawBuilder<Day>;
  repeatDueOn?: Day | null | RawBuilder<Day | null>;
  priorityWhy?: string;
  highFrom?: number;
  mediumFrom?: number;
  joinedAt?: Date | null;
  joinedBy?: string | null;
  joinWhy?: string | null;
};

/** Changes a file if nobody did before; false when somebody did. */
export async function changeFile(
  { db }: Work,
  file: { id: string; version: number },
  set: FileChange,
): Promise<boolean> {
  const done = await db
    .updateTable('safeguarding.victimFile')
    .set({ ...set, version: file.version + 1 })
    .where('id', '=', file.id)
    .where('version', '=', file.version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Keeps, for the officer's agency alone, the points that follow from the lists that it sees. */
export async function keepListPoints(
  work: Work,
  fileId: string,
  { points: sum, why }: { points: number; why: readonly Counted[] },
): Promise<void> {
  const set = { points: sum, why: JSON.stringify(why), onDay: work.clock.today() };
  await work.db
    .insertInto('safeguarding.listPoints')
    .values({ fileId, agencyId: officerOf(work).agencyId, ...set })
    .onConflict((conflict) => conflict.columns(['fileId', 'agencyId']).doUpdateSet(set))
    .execute();
}

/** Writes a line into a person's history. */
export async function addEvent(
  { db, ids, clock, viewer }: Work,
  file: { id: string; agencyId: string },
  event: { kind: string; words: string },
): Promise<void> {
  await db
    .insertInto('safeguarding.event')
    .values({
      id: ids.next(),
      fileId: file.id,
      agencyId: file.agencyId,
      at: clock.now(),
      officerId: viewer.kind === 'officer' ? viewer.officerId : null,
      ...event,
    })
    .execute();
}

export interface FileEvent {
  id: string;
  fileId: string;
  at: Date;
  kind: string;
  words: string;
  officerName: string | null;
}

/** The history of files that the viewer has been given, the newest first. */
export async function eventsOf({ db }: Work, fileIds: readonly string[]): Promise<FileEvent[]> {
  const { rows } = await sql<FileEvent>`select e.id, e.file_id, e.at, e.kind, e.words, o.name as officer_name
    from safeguarding.event e left join directory.officer o on o.id = e.officer_id
    where e.file_id = any(${[...fileIds]}::uuid[]) order by e.at desc, e.id limit 200`.execute(db);
  return rows;
}

/** Where the file of a reference is, for whoever keeps the register; others have no such kind of reference. */
export async function registerByReference(work: Work, reference: string): Promise<string | undefined> {
  if (work.viewer.side !== 'SAFEGUARD') return undefined;
  const file = await fileByReference(work, reference);
  return file && `/register/${file.joinedInto ?? file.id}`;
}
