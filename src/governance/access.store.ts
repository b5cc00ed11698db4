import { sql } from 'kysely';
import { accessTermOn } from '../../reference/subject-access.ts';
import { addDays, type Day, daysBetween } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { AccessRegime, AccessStatus } from './access.words.ts';
import { retentionPolicy } from './retention.policy.ts';

/** A request of somebody for their own data. */
export interface Access {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  regime: AccessRegime;
  status: AccessStatus;
  name: string;
  dateOfBirth: Day;
  phone: string;
  email: string;
  replyBy: string;
  keys: { kind: string; value: string }[];
  receivedOn: Day;
  identityOn: Day | null;
  identityHow: string;
  extendedOn: Day | null;
  dueOn: Day | null;
  dueWhy: string;
  endedOn: Day | null;
  version: number;
}
/** Listed at most; the page says so. */
export const mostRequests = 300;
/** Since when somebody has been asked what they want, of a request `f` that waits for it. */
const pausedFrom = sql`(select w.from_on from governance.access_pause w where w.access_id = f.id and w.until_on is null and f.status = 'waiting')`;
// Whoever audits an agency answers for its records to the people in them: the same policy as for what is due to go.
async function accessWhere(work: Work, id: string | undefined): Promise<Access[]> {
  const { rows } = await sql<
    Access & { pausedFrom: Day | null }
  >`select f.id, f.reference, f.agency_id, a.name as agency_name, f.regime, f.status, f.name, f.date_of_birth, f.phone, f.email, f.reply_by,
      f.keys, f.received_on, f.identity_on, f.identity_how, f.extended_on, f.due_on, f.due_why, f.ended_on, f.version,
      ${pausedFrom} as paused_from
    from governance.access f join directory.agency a on a.id = f.agency_id
    where ${retentionPolicy.visible(work.viewer, 'f')} ${id ? sql`and f.id = ${id}` : sql``}
    order by (f.ended_on is not null), f.due_on nulls first, f.received_on, f.reference limit ${sql.lit(mostRequests)}`.execute(
    work.db,
  );
  const today = work.clock.today();
  return rows.map(({ pausedFrom: from, ...file }) => ({
    ...file,
    dueOn: dueNow({ ...file, pausedFrom: from }, today),
  }));
}
/** While the clock stands still the day on which a request is due moves with every day. */
const dueNow = (
  given: Pick<Access, 'dueOn' | 'regime'> & { pausedFrom: Day | null },
  today: Day,
): Day | null =>
  given.dueOn && given.pausedFrom && accessTermOn('pause', given.regime, given.pausedFrom)
    ? addDays(given.dueOn, daysBetween(given.pausedFrom, today))
    : given.dueOn;
/** Of every request to the viewer's agency, however many, when it is due and when it ended: for what is counted. */
export async function accessDays(work: Work): Promise<Pick<Access, 'dueOn' | 'endedOn'>[]> {
  const { rows } = await sql<
    Pick<Access, 'dueOn' | 'endedOn' | 'regime'> & { pausedFrom: Day | null }
  >`select f.due_on, f.ended_on, f.regime, ${pausedFrom} as paused_from from governance.access f
    where ${retentionPolicy.visible(work.viewer, 'f')}`.execute(work.db);
  const today = work.clock.today();
  return rows.map((row) => ({ dueOn: dueNow(row, today), endedOn: row.endedOn }));
}
/** Requests to the viewer's agency, those due first. */
export const listAccess = (work: Work): Promise<Access[]> => accessWhere(work, undefined);
export const findAccess = async (work: Work, id: string): Promise<Access | undefined> =>
  (await accessWhere(work, id))[0];

/** Until the act is over nobody else takes a step of this request or decides of a thing in it: what is answered is what was decided. */
export const holdAccess = ({ db }: Work, id: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`access ${id}`}, 0))`.execute(db);

export async function keepAccess(
  work: Work,
  row: Pick<
    Access,
    | 'id'
    | 'reference'
    | 'regime'
    | 'name'
    | 'dateOfBirth'
    | 'phone'
    | 'email'
    | 'replyBy'
    | 'keys'
    | 'receivedOn'
  >,
): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  await work.db
    .insertInto('governance.access')
    .values({
      ...{ ...row, keys: JSON.stringify(row.keys), agencyId, status: 'received' },
      ...{ madeAt: work.clock.now(), madeBy: officerId },
    })
    .execute();
}
/** What a step changes on a request besides its version. */
export interface AccessChange {
  status: AccessStatus;
  identityOn?: Day;
  identityHow?: string;
  extendedOn?: Day;
  dueOn?: Day | null;
  dueWhy?: string;
  endedOn?: Day;
}
export const changeAccess = (
  work: Work,
  file: { id: string; version: number },
  set: AccessChange,
): Promise<boolean> => changeRow(work.db, 'governance.access', file, set);

export async function pausesOf(
  { db }: Work,
  accessId: string,
): Promise<{ fromOn: Day; untilOn: Day | null; words: string }[]> {
  return db
    .selectFrom('governance.accessPause')
    .select(['fromOn', 'untilOn', 'words'])
    .where('accessId', '=', accessId)
    .orderBy('fromOn')
    .execute();
}
export async function beginPause(work: Work, accessId: string, words: string): Promise<void> {
  const { agencyId } = officerOf(work);
  await work.db
    .insertInto('governance.accessPause')
    .values({ accessId, agencyId, fromOn: work.clock.today(), words })
    // Asked twice on one day is one pause.
    .onConflict((there) => there.columns(['accessId', 'fromOn']).doUpdateSet({ untilOn: null }))
    .execute();
}
export async function endPause(work: Work, accessId: string): Promise<void> {
  await work.db
    .updateTable('governance.accessPause')
    .set({ untilOn: work.clock.today() })
    .where('accessId', '=', accessId)
    .where('untilOn', 'is', null)
    .execute();
}

/** Something that is held about whoever asks. */
export interface AccessItem {
  id: string;
  module: string;
  kind: string;
  recordId: string;
  reference: string;
  onDay: Day;
  /** By an exact key and under no other name; else it may be a namesake's, or somebody's who has the same number. */
  byKey: boolean;
  words: string;
  others: string[];
  given: string;
  decision: 'give' | 'withhold' | null;
  exemption: string;
  reason: string;
  decidedByName: string | null;
  version: number;
}
export async function accessItems({ db }: Work, accessId: string): Promise<AccessItem[]> {
  const { rows } =
    await sql<AccessItem>`select i.id, i.module, i.kind, i.record_id, i.reference, i.on_day, i.by_key, i.words, i.others, i.given, i.decision, i.exemption,
      i.reason, o.name as decided_by_name, i.version
    from governance.access_item i left join directory.officer o on o.id = i.decided_by
    where i.access_id = ${accessId} order by i.on_day, i.kind, i.reference, i.record_id`.execute(db);
  return rows;
}

/** What the database gathers of an open request: each thing once. */
export type Gathered = Pick<
  AccessItem,
  'module' | 'kind' | 'recordId' | 'reference' | 'onDay' | 'byKey' | 'words' | 'others'
>;
export async function gather({ db }: Work, accessId: string): Promise<Gathered[]> {
  const { rows } =
    await sql<Gathered>`select distinct on (g.kind, g.record_id) g.module, g.kind, g.record_id, g.reference, g.on_day, g.by_key, coalesce(g.words, '') as words, g.others
    from governance.gather_access(${accessId}) g order by g.kind, g.record_id, g.by_key desc`.execute(db);
  return rows;
}
export async function keepGathered(
  work: Work,
  accessId: string,
  rows: readonly (Gathered & { given: string })[],
): Promise<void> {
  const { agencyId } = officerOf(work);
  if (rows.length === 0) return;
  await work.db
    .insertInto('governance.accessItem')
    .values(rows.map((row) => ({ ...row, id: work.ids.next(), accessId, agencyId })))
    .execute();
}
/** Writes down what is decided of one thing; false where somebody was first. */
export const decideItem = (
  work: Work,
  item: { id: string; version: number },
  set: { decision: 'give' | 'withhold'; given: string; exemption: string; reason: string },
): Promise<boolean> =>
  changeRow(work.db, 'governance.accessItem', item, {
    ...set,
    decidedAt: work.clock.now(),
    decidedBy: officerOf(work).officerId,
  });
