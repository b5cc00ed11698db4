import { sql } from 'kysely';
import { addDays, dayOf } from '../platform/clock/clock.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { gravity } from './marker.rules.ts';
import { type ShownMarker, shownMarkers } from './marker.store.ts';
import { numberOf } from './number.store.ts';
import { findScreening, type Hit, hitsOf, lastScreenings, type Screening } from './screen.store.ts';

/** A marker that was met, as it is shown: how sure, on what, and what whoever goes must do. */
export interface Answered {
  hit: Hit;
  marker: ShownMarker;
}

/** A screening with its answer, the gravest first. */
export interface ScreenView {
  screening: Screening;
  answers: Answered[];
  /** Of what was met, the markers that hold: those that nobody has said are somebody else. */
  holding: ShownMarker[];
}

/** The agencies whose markers an agency may meet today: its own, and those that have an agreement with it about them. */
export async function agenciesMetBy(work: Work, agencyId: string): Promise<string[]> {
  const today = work.clock.today();
  const { rows } = await sql<{ id: string }>`select distinct t.from_agency_id as id from directory.agreement t
    where t.to_agency_id = ${agencyId} and t.record_kind = 'marker'
      and t.starts_on <= ${today}::date and (t.ends_on is null or t.ends_on > ${today}::date)`.execute(
    work.db,
  );
  return [agencyId, ...rows.map(({ id }) => id)];
}

/** The last screening of one person that an agency made. */
export async function lastOf(
  work: Work,
  subjectIds: readonly string[],
  agencyId: string,
): Promise<Screening | undefined> {
  const own = (await lastScreenings(work, subjectIds)).filter((one) => one.agencyId === agencyId);
  return own.sort((one, other) => other.at.getTime() - one.at.getTime())[0];
}

/** Whether a screening still holds by the rule of the agency that made it. */
export async function isFresh(work: Work, { at, agencyId }: Screening): Promise<boolean> {
  return addDays(dayOf(at), await numberOf(work, 'screen-days', agencyId)) >= work.clock.today();
}

/** What screenings met, of markers that hold today, and that those agencies set where any are named; the gravest first. */
export async function hitsTodayOf(
  work: Work,
  ids: readonly string[],
  agencies?: readonly string[],
): Promise<Map<string, Pick<ScreenView, 'answers' | 'holding'>>> {
  const hits = await hitsOf(work, ids);
  const met = [...new Set(hits.map(({ markerId }) => markerId))];
  const markers = new Map((await shownMarkers(work, met, agencies)).map((marker) => [marker.id, marker]));
  return new Map(
    ids.map((id) => {
      const answers = hits
        .flatMap((hit) => {
          const marker = markers.get(hit.markerId);
          return marker && hit.screeningId === id ? [{ hit, marker }] : [];
        })
        .sort((one, other) => gravity(one.marker.precaution) - gravity(other.marker.precaution));
      const holding = answers.filter(({ hit }) => hit.answer !== 'not').map(({ marker }) => marker);
      return [id, { answers, holding }];
    }),
  );
}
const hitsToday = async (work: Work, id: string, agencies?: readonly string[]) =>
  (await hitsTodayOf(work, [id], agencies)).get(id) ?? { answers: [], holding: [] };

/** A screening and its answer as it stands today: a marker that has been ended since is gone from it. */
export async function screenView(work: Work, id: string): Promise<Result<ScreenView>> {
  const screening = await findScreening(work, id);
  if (!screening) return notFound;
  about(work, 'screening', id);
  return ok({ screening, ...(await hitsToday(work, id)) });
}

/** How people on the register stand: when they were screened last, whether that still holds, and what holds for them. */
export interface Cleared {
  screening: Screening | undefined;
  /** Whether a visit may be planned on it: made within as many days as the rule says. */
  isFresh: boolean;
  days: number;
  answers: Answered[];
  holding: ShownMarker[];
}

/**
 * What the last screen of a person says today; `subjectIds` are their files, the main one first. The screens are those of the
 * viewer's own agency unless another is said.
 */
export async function clearedFor(
  work: Work,
  subjectIds: readonly string[],
  agencyId = officerOf(work).agencyId,
): Promise<Cleared> {
  const days = await numberOf(work, 'screen-days', agencyId);
  const newest = await lastOf(work, subjectIds, agencyId);
  if (!newest) return { screening: undefined, isFresh: false, days, answers: [], holding: [] };
  // The worker meets every marker: on behalf of an agency those that the agency may meet today.
  const met = work.viewer.kind === 'officer' ? undefined : await agenciesMetBy(work, agencyId);
  const { answers, holding } = await hitsToday(work, newest.id, met);
  return { screening: newest, isFresh: await isFresh(work, newest), days, answers, holding };
}
