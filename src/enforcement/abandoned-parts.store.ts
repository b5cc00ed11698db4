import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import type { AbandonedNotice, AskedOf, FactorAnswer, KeeperAnswer, NoticeWay } from './abandoned.words.ts';

/** The mark and where it stands. Row-level security stands behind the policy in all of this file. */
export interface Standing {
  mark: string | null;
  placeWords: string | null;
  postcode: string | null;
  lon: number | null;
  lat: number | null;
  occupierWords: string | null;
  storeWords: string | null;
  /** The mark, or a keeper that was found, is of somebody whose address must stay hidden: the place is then left out here. */
  isHidden: boolean;
}
/** Whether a file's mark or keeper is of a record whose address must stay hidden; asked anew each time, for it may become so later. */
const hidden = sql<boolean>`(exists (select 1 from records.exact_key k join records.hidden_address h on h.record_id = k.record_id
    where k.kind = 'vehicle' and k.value = p.mark)
  or exists (select 1 from enforcement.abandoned_enquiry e join records.hidden_address h on h.record_id = e.record_id
    where e.abandoned_id = p.abandoned_id))`;

export async function findStanding({ db }: Work, abandonedId: string): Promise<Standing | null> {
  const { rows } =
    await sql<Standing>`select p.mark, p.store_words, x.is_hidden, case when not x.is_hidden then p.place_words end as place_words,
      case when not x.is_hidden then p.postcode end as postcode, case when not x.is_hidden then p.lon end as lon,
      case when not x.is_hidden then p.lat end as lat, case when not x.is_hidden then p.occupier_words end as occupier_words
    from enforcement.abandoned_place p cross join lateral (select ${hidden} as is_hidden) x where p.abandoned_id = ${abandonedId}`.execute(
      db,
    );
  return rows[0] ?? null;
}

/** Whether a mark is of a record whose address must stay hidden. */
export async function isMarkHidden({ db }: Work, mark: string | null): Promise<boolean> {
  if (!mark) return false;
  const { rows } = await sql<{ n: number }>`select 1 as n from records.exact_key k
    join records.hidden_address h on h.record_id = k.record_id where k.kind = 'vehicle' and k.value = ${mark} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

export interface FactorFound {
  factor: string;
  answer: FactorAnswer;
  words: string;
  officerName: string | null;
  at: Date;
}
export async function listAssessment({ db }: Work, abandonedId: string): Promise<FactorFound[]> {
  const { rows } =
    await sql<FactorFound>`select k.factor, k.answer, k.words, o.name as officer_name, k.at from enforcement.abandoned_assessment k
    left join directory.officer o on o.id = k.officer_id where k.abandoned_id = ${abandonedId} order by k.factor`.execute(
      db,
    );
  return rows;
}

export interface KeeperEnquiry {
  id: string;
  askedOn: Day;
  askedOf: AskedOf;
  reason: string;
  answer: KeeperAnswer;
  /** Null where nothing was said, and where an address must stay hidden: somebody may have written it here. */
  answerWords: string | null;
  keeperName: string | null;
  /** Null where it was not given, and where it must stay hidden. */
  keeperAddress: string | null;
  recordId: string | null;
  officerName: string | null;
}
/** What was asked about the keeper, the latest last. */
export async function listEnquiries(
  { db }: Work,
  abandonedId: string,
  isHidden: boolean,
): Promise<KeeperEnquiry[]> {
  const { rows } =
    await sql<KeeperEnquiry>`select e.id, e.asked_on, e.asked_of, e.reason, e.answer, e.keeper_name,
      case when not ${isHidden} then e.answer_words end as answer_words,
      case when ${isHidden} then null else e.keeper_address end as keeper_address, e.record_id, o.name as officer_name
    from enforcement.abandoned_enquiry e left join directory.officer o on o.id = e.officer_id
    where e.abandoned_id = ${abandonedId} order by e.asked_on, e.recorded_at, e.id`.execute(db);
  return rows;
}

export interface NoticeServed {
  kind: AbandonedNotice;
  ways: NoticeWay[];
  servedAt: Date;
  servedBy: string;
}
export async function listNotices({ db }: Work, abandonedId: string): Promise<NoticeServed[]> {
  const { rows } =
    await sql<NoticeServed>`select kind, ways, served_at, served_by from enforcement.abandoned_service
    where abandoned_id = ${abandonedId} order by served_at, id`.execute(db);
  return rows;
}

/** Other files of the same agency about what may be the same vehicle: by the mark, however it was read. */
export async function listSameMark(
  { db }: Work,
  file: Pick<AbandonedVehicle, 'id' | 'agencyId'>,
): Promise<{ id: string; reference: string; mark: string }[]> {
  const { rows } = await sql<{ id: string; reference: string; mark: string }>`select c.id, c.reference, q.mark
    from enforcement.abandoned_place p join enforcement.abandoned_place q on q.mark_key = p.mark_key and q.abandoned_id <> p.abandoned_id
      and q.agency_id = p.agency_id
    join enforcement.abandoned c on c.id = q.abandoned_id
    where p.abandoned_id = ${file.id} and p.agency_id = ${file.agencyId} and c.status <> 'void' order by c.made_at desc, c.id limit 20`.execute(
    db,
  );
  return rows;
}
