import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { encampmentPolicy } from './encampment.policy.ts';
import type { EncampmentPaper, LandService, WelfareAnswer } from './encampment.words.ts';

/** Which land it is and how many people are on it. Row-level security stands behind the policy in all of this file. */
export interface Land {
  landWords: string | null;
  ownerWords: string | null;
  adults: number | null;
  children: number | null;
  wasteWords: string | null;
  damageWords: string | null;
}
export async function findLand({ db }: Work, encampmentId: string): Promise<Land | null> {
  const { rows } =
    await sql<Land>`select land_words, owner_words, adults, children, waste_words, damage_words from enforcement.encampment_place
    where encampment_id = ${encampmentId}`.execute(db);
  return rows[0] ?? null;
}

export interface WelfareCheck {
  item: string;
  answer: WelfareAnswer;
  words: string;
  officerName: string | null;
  at: Date;
}
export async function listWelfare({ db }: Work, encampmentId: string): Promise<WelfareCheck[]> {
  const { rows } =
    await sql<WelfareCheck>`select k.item, k.answer, k.words, o.name as officer_name, k.at from enforcement.encampment_welfare k
    left join directory.officer o on o.id = k.officer_id where k.encampment_id = ${encampmentId} order by k.item`.execute(
      db,
    );
  return rows;
}

export interface EncampmentVehicle {
  id: string;
  mark: string;
  words: string | null;
}
/** Marks of vehicles on the land, of a file that the viewer's agency answers for. */
export async function listVehicles(
  { db }: Work,
  file: { id: string; agencyId: string },
): Promise<EncampmentVehicle[]> {
  const { rows } = await sql<EncampmentVehicle>`select id, mark, words from enforcement.encampment_vehicle
    where encampment_id = ${file.id} and agency_id = ${file.agencyId} order by added_at, mark`.execute(db);
  return rows;
}

/** An earlier direction that still ran when a vehicle of it came to the land of a file. */
export interface Return {
  mark: string;
  id: string;
  reference: string;
  agencyName: string;
  directedOn: Day;
  until: Day;
  isPolice: boolean;
}
/**
 * Directions that still ran when this encampment came, to vehicles that are on it: of files the viewer may see and whose
 * agency shares its cases with theirs. Of any other nothing is said, not that there is one.
 */
export async function listReturns(
  { db, viewer }: Work,
  file: { id: string; agencyId: string; arrivedOn: Day },
): Promise<Return[]> {
  const { rows } = await sql<Return>`select v.mark, c.id, c.reference, a.name as agency_name, r.directed_on,
      r.until, r.is_police
    from enforcement.encampment_vehicle v
    join enforcement.encampment_vehicle w on w.mark = v.mark and w.encampment_id <> v.encampment_id
    join enforcement.encampment c on c.id = w.encampment_id
    join directory.agency a on a.id = c.agency_id
    cross join lateral (values (c.directed_on, c.return_until, false),
      (c.police_decided_on, c.police_return_until, true)) r (directed_on, until, is_police)
    where v.encampment_id = ${file.id} and v.agency_id = ${file.agencyId} and ${encampmentPolicy.visible(viewer, 'c')}
      and r.directed_on <= ${file.arrivedOn}::date and r.until >= ${file.arrivedOn}::date
    order by r.until desc, c.reference, v.mark`.execute(db);
  return rows;
}

export interface LandServiceRow {
  kind: EncampmentPaper;
  ways: LandService[];
  servedAt: Date;
  servedBy: string;
}
export async function listLandServices({ db }: Work, encampmentId: string): Promise<LandServiceRow[]> {
  const { rows } =
    await sql<LandServiceRow>`select kind, ways, served_at, served_by from enforcement.encampment_service
    where encampment_id = ${encampmentId} order by served_at, id`.execute(db);
  return rows;
}
