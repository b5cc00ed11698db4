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
  /** A record of somebody whose address must stay hidden has this mark: it is put on no paper and told to no other file. */
  isHidden: boolean;
}
/** Marks of vehicles on the land, of a file that the viewer's agency answers for. */
export async function listVehicles(
  { db }: Work,
  file: { id: string; agencyId: string },
): Promise<EncampmentVehicle[]> {
  const { rows } =
    await sql<EncampmentVehicle>`select v.id, v.mark, v.words, exists (select 1 from records.exact_key k
      join records.hidden_address h on h.record_id = k.record_id where k.kind = 'vehicle' and k.value = v.mark) as is_hidden
    from enforcement.encampment_vehicle v
    where v.encampment_id = ${file.id} and v.agency_id = ${file.agencyId} order by v.added_at, v.mark`.execute(
      db,
    );
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
 * agency shares its cases with theirs. Of any other nothing is said, not that there is one. One function of the database compares
 * the marks, of a file of the viewer's own agency alone: no connection reads marks of another.
 */
export async function listReturns({ db, viewer }: Work, file: { id: string }): Promise<Return[]> {
  const { rows } = await sql<Return>`select r.mark, c.id, c.reference, a.name as agency_name, r.directed_on,
      r.until, r.is_police
    from enforcement.encampment_returns(${file.id}) r
    join enforcement.encampment c on c.id = r.encampment_id
    join directory.agency a on a.id = c.agency_id
    where ${encampmentPolicy.visible(viewer, 'c')} order by r.until desc, c.reference, r.mark`.execute(db);
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
