import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import { markerPolicy, screeningPolicy } from './marker.policy.ts';
import type { AskedThing, Ground, ScreenResult, Sureness } from './marker.words.ts';
import type { Asked } from './screen.match.ts';

/** Whose markers a screen looked through, and whose it could not. */
export interface Looked {
  through: string[];
  notThrough: string[];
  /** How many names were asked. */
  names: number;
  /** What could not be asked of the person, in a sentence each. */
  left: string[];
}

/** That somebody screened, and what kind of answer came. */
export interface Screening {
  id: string;
  agencyId: string;
  officerId: string | null;
  officerName: string | null;
  at: Date;
  purpose: string;
  subjectId: string | null;
  asked: AskedThing[];
  result: ScreenResult;
  looked: Looked;
  companion: string;
}

/** A marker that was met, and what was said of it. */
export interface Hit {
  markerId: string;
  sureness: Sureness;
  onWhat: Ground[];
  probability: number | null;
  answer: 'same' | 'not' | null;
}

const columns = sql`s.id, s.agency_id, s.officer_id, o.name as officer_name, s.at, s.purpose, s.subject_id, s.asked, s.result, s.looked, s.companion`;

export async function findScreening(work: Work, id: string): Promise<Screening | undefined> {
  const { rows } =
    await sql<Screening>`select ${columns} from assurance.screening s left join directory.officer o on o.id = s.officer_id
    where s.id = ${id} and ${screeningPolicy.visible(work.viewer, 's')}`.execute(work.db);
  return rows[0];
}

/** The last screenings that the viewer may read, the newest first. */
export async function listScreenings(work: Work): Promise<Screening[]> {
  const { rows } =
    await sql<Screening>`select ${columns} from assurance.screening s left join directory.officer o on o.id = s.officer_id
    where ${screeningPolicy.visible(work.viewer, 's')} order by s.at desc, s.id limit 100`.execute(work.db);
  return rows;
}

/** The newest screening of each of some people on the register, of those that the viewer may read. */
export async function lastScreenings(work: Work, subjectIds: readonly string[]): Promise<Screening[]> {
  const { rows } =
    await sql<Screening>`select distinct on (s.subject_id, s.agency_id) ${columns} from assurance.screening s left join directory.officer o on o.id = s.officer_id
    where s.subject_id = any(${[...subjectIds]}::uuid[]) and ${screeningPolicy.visible(work.viewer, 's')}
    order by s.subject_id, s.agency_id, s.at desc, s.turn desc`.execute(work.db);
  return rows;
}

/** What screenings met, of markers that the viewer may still meet. */
export async function hitsOf(
  work: Work,
  screeningIds: readonly string[],
): Promise<(Hit & { screeningId: string })[]> {
  const { rows } = await sql<
    Hit & { screeningId: string }
  >`select h.screening_id, h.marker_id, h.sureness, h.on_what, h.probability, h.answer
    from assurance.hit h join assurance.marker m on m.id = h.marker_id
    where h.screening_id = any(${[...screeningIds]}::uuid[]) and ${markerPolicy.visible(work.viewer, 'm')} order by h.marker_id`.execute(
    work.db,
  );
  return rows;
}

/** The values that were asked, in a form that only whoever has them can make again. */
export const hashOf = (id: string, asked: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([id, asked.names, asked.dateOfBirth ?? '', asked.places, asked.vehicle ?? '']))
    .digest('hex');
