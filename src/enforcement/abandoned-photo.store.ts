import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';

/** A photograph of a vehicle; how it is opened, `openingOf` says. */
export interface VehiclePhoto {
  id: string;
  name: string;
  takenOn: Day;
  /** Null where the place must stay hidden: somebody may have written it here. */
  words: string | null;
  officerName: string | null;
  sha256: string;
  mediaType: string;
  scan: string;
}

/** Photographs of a file, the earliest first. Row-level security stands behind the policy. */
export async function listVehiclePhotos(
  { db }: Work,
  abandonedId: string,
  isHidden: boolean,
): Promise<VehiclePhoto[]> {
  const { rows } =
    await sql<VehiclePhoto>`select p.id, p.name, p.taken_on, case when not ${isHidden} then p.words end as words, o.name as officer_name, f.sha256, f.media_type, f.scan
    from enforcement.abandoned_photo p join platform.file f on f.id = p.file_id left join directory.officer o on o.id = p.added_by
    where p.abandoned_id = ${abandonedId} order by p.taken_on, p.added_at, p.name`.execute(db);
  return rows;
}
