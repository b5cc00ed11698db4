import { type RawBuilder, sql } from 'kysely';
import { isOneOf } from '../platform/access/policy.ts';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Work } from '../platform/http/work.ts';
import { markerDetailPolicy, markerPolicy } from './marker.policy.ts';
import { markerTypeWords, type PrecautionCode } from './marker.rules.ts';
import type { MarkerAbout, Told } from './marker.words.ts';
import type { Held } from './screen.match.ts';

/** A marker with all that is known of it: for those who keep the markers of the agency that set it. */
export interface Marker {
  id: string;
  reference: string;
  agencyId: string;
  about: MarkerAbout;
  recordId: string | null;
  name: string;
  otherNames: string[];
  dateOfBirth: Day | null;
  address: string;
  postcode: string;
  vehicle: string;
  type: string;
  precaution: PrecautionCode;
  words: string;
  fromOn: Day;
  reviewOn: Day;
  setAt: Date;
  setByName: string;
  endedAt: Date | null;
  why: string;
  evidence: string;
  told: Told;
  toldOn: Day | null;
  toldWhy: string;
  endedWhy: string;
  version: number;
}

const columns = sql`m.id, m.reference, m.agency_id, m.about, m.record_id, m.name, m.other_names, m.date_of_birth, m.address, m.postcode,
  m.vehicle, m.type, m.precaution, m.words, m.from_on, m.review_on, m.set_at, o.name as set_by_name, m.ended_at, m.version,
  d.why, d.evidence, d.told, d.told_on, d.told_why, d.ended_why`;

async function markersWhere(work: Work, condition: RawBuilder<boolean>): Promise<Marker[]> {
  const { rows } = await sql<Marker>`select ${columns} from assurance.marker m
    join assurance.marker_detail d on d.marker_id = m.id join directory.officer o on o.id = m.set_by
    where ${condition} and ${markerDetailPolicy.visible(work.viewer, 'm')}
    order by (m.ended_at is not null), m.review_on, m.reference limit 500`.execute(work.db);
  return rows;
}

/** A marker of the viewer's own agency. */
export const findMarker = async (work: Work, id: string): Promise<Marker | undefined> =>
  (await markersWhere(work, sql`m.id = ${id}`))[0];

/** The markers of the viewer's own agency: what is to be reviewed first, ended ones last. */
export const ownMarkers = (work: Work): Promise<Marker[]> => markersWhere(work, sql`true`);

/** How a marker stands on a day: shown to whoever screens, to come, past its review day, or ended. */
export type Standing = 'live' | 'to-come' | 'lapsed' | 'ended';
export function standingOf(
  marker: { fromOn: Day; reviewOn: Day; endedAt: Date | null },
  today: Day,
): Standing {
  if (marker.endedAt) return 'ended';
  if (marker.fromOn > today) return 'to-come';
  return marker.reviewOn > today ? 'live' : 'lapsed';
}
/** The same as `standingOf(…) === 'live'`, of rows of `assurance.marker` under the alias m. */
const isLive = (today: Day): RawBuilder<boolean> =>
  sql`m.ended_at is null and m.from_on <= ${today}::date and m.review_on > ${today}::date`;

/** One thing done with a marker. */
export interface MarkerEvent {
  at: Date;
  words: string;
  officerName: string | null;
}

export async function eventsOf(work: Work, markerId: string): Promise<MarkerEvent[]> {
  const { rows } =
    await sql<MarkerEvent>`select e.at, e.words, o.name as officer_name from assurance.marker_event e
    left join directory.officer o on o.id = e.officer_id
    where e.marker_id = ${markerId} and ${markerDetailPolicy.visible(work.viewer, 'e')} order by e.at desc, e.id`.execute(
      work.db,
    );
  return rows;
}

export async function addMarkerEvent(
  { db, ids, clock, viewer }: Work,
  marker: { id: string; agencyId: string },
  event: { kind: 'set' | 'reviewed' | 'told' | 'ended' | 'reminded'; words: string },
): Promise<void> {
  await db
    .insertInto('assurance.markerEvent')
    .values({
      id: ids.next(),
      markerId: marker.id,
      agencyId: marker.agencyId,
      at: clock.now(),
      officerId: viewer.kind === 'officer' ? viewer.officerId : null,
      ...event,
    })
    .execute();
}

/** A marker as a screen weighs it: nothing of this but its id goes into an answer. */
export interface HeldMarker extends Held {
  keys: number[];
  keysModelId: string | null;
}

/** Every live marker of some agencies that the viewer may meet, in a fixed order. */
export async function liveMarkers(work: Work, agencies: readonly string[]): Promise<HeldMarker[]> {
  const { rows } =
    await sql<HeldMarker>`select m.id, m.about, m.record_id, m.name, m.other_names, m.date_of_birth, m.address, m.postcode,
      m.vehicle, m.keys, m.keys_model_id
    from assurance.marker m where ${isLive(work.clock.today())} and ${isOneOf('m.agencyId', agencies)}
      and ${markerPolicy.visible(work.viewer, 'm')} order by m.id`.execute(work.db);
  return rows;
}

/** Whether some of these agencies set a marker after an instant: a screen made before it has not looked at that one. */
export async function isMarkedSince(work: Work, agencies: readonly string[], at: Date): Promise<boolean> {
  const { rows } = await sql<{
    isSince: boolean;
  }>`select exists (select 1 from assurance.marker m where m.set_at > ${at}
    and ${isLive(work.clock.today())} and ${isOneOf('m.agencyId', agencies)} and ${markerPolicy.visible(work.viewer, 'm')}) as is_since`.execute(
    work.db,
  );
  return rows[0]?.isSince ?? false;
}

/** What a screen says of a marker: type, precaution, instruction and expiry. There is no more. */
export interface ShownMarker {
  id: string;
  type: string;
  typeWords: string;
  precaution: PrecautionCode;
  words: string;
  reviewOn: Day;
}

/** Of some markers, those that are live today and that the viewer may meet; of some agencies alone, where they are named. */
export async function shownMarkers(
  work: Work,
  ids: readonly string[],
  agencies?: readonly string[],
): Promise<ShownMarker[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<
    Omit<ShownMarker, 'typeWords'>
  >`select m.id, m.type, m.precaution, m.words, m.review_on from assurance.marker m
    where m.id = any(${[...ids]}::uuid[]) and ${agencies ? sql`m.agency_id = any(${[...agencies]}::uuid[])` : sql`true`}
      and ${isLive(work.clock.today())} and ${markerPolicy.visible(work.viewer, 'm')} order by m.id`.execute(
    work.db,
  );
  return rows.map((row) => ({ ...row, typeWords: markerTypeWords(row.type) }));
}

export const changeMarker = (
  { db }: Work,
  marker: { id: string; version: number },
  set: Partial<{ reviewOn: Day; endedAt: Date; endedBy: string }>,
): Promise<boolean> => changeRow(db, 'assurance.marker', marker, set);
