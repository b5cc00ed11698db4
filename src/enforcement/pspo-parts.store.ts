import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Db } from '../platform/database/database.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { Pspo } from './pspo.store.ts';
import type { ConsulteeAnswer, PspoKind } from './pspo.words.ts';
import type { Outline } from './pspo-area.ts';

/** Somebody whom the council told, and what they answered. */
export interface ConsulteeLine {
  consultee: string;
  toldOn: Day;
  /** There is none, or it was not practicable. */
  isNone: boolean;
  answeredOn: Day | null;
  answer: ConsulteeAnswer | null;
}
/** Whom the council told in a round; row-level security gives them to the council alone. */
export async function listConsultees({ db }: Work, file: { id: string; consultRound: number }) {
  const { rows } = await sql<ConsulteeLine>`select consultee, told_on, is_none, answered_on, answer
    from enforcement.pspo_consultee where pspo_id = ${file.id} and round = ${file.consultRound} order by told_on, consultee`.execute(
    db,
  );
  return rows;
}

/** An officer who may enforce an order, with the days. */
export interface AuthorisedOfficer {
  officerId: string;
  name: string;
  fromOn: Day;
  untilOn: Day | null;
}
/** Whom the council authorised for an order; row-level security gives them to the council alone. */
export async function listAuthorised({ db }: Work, pspoId: string): Promise<AuthorisedOfficer[]> {
  const { rows } = await sql<AuthorisedOfficer>`select p.officer_id, o.name, p.from_on, p.until_on
    from enforcement.pspo_officer p join directory.officer o on o.id = p.officer_id
    where p.pspo_id = ${pspoId} order by o.name, p.from_on`.execute(db);
  return rows;
}
/** Officers of the viewer's agency who are there. */
export async function listColleagues(work: Work): Promise<{ id: string; name: string }[]> {
  return work.db
    .selectFrom('directory.officer')
    .select(['id', 'name'])
    .where('agencyId', '=', officerOf(work).agencyId)
    .where('isActive', '=', true)
    .orderBy('name')
    .execute();
}

/** An order as it was published: all that anybody outside the council reads of it. */
export interface PublishedPspo {
  pspoId: string;
  edition: number;
  agencyId: string;
  agencyName: string;
  reference: string;
  kind: PspoKind;
  title: string;
  areaCode: string | null;
  areaWords: string;
  outline: Outline;
  prohibitions: string[];
  requirements: string[];
  exemptions: string[];
  isAlcohol: boolean;
  startsOn: Day;
  endsOn: Day;
  challengeUntil: Day | null;
  /** Of this edition. */
  publishedOn: Day;
  endedOn: Day | null;
  /** Every edition: from which day it was published, and the last day it gave. */
  editions: { publishedOn: Day; endsOn: Day }[];
}
const published = sql`select distinct on (p.pspo_id) p.pspo_id, p.edition, p.agency_id, a.name as agency_name, p.reference, p.kind, p.title, p.area_code,
    p.area_words, p.outline, p.prohibitions, p.requirements, p.exemptions, p.is_alcohol, p.starts_on, p.ends_on, p.challenge_until, p.published_on, p.ended_on,
    (select json_agg(json_build_object('publishedOn', f.published_on, 'endsOn', f.ends_on) order by f.edition)
      from enforcement.pspo_publication f where f.pspo_id = p.pspo_id) as editions
  from enforcement.pspo_publication p join directory.agency a on a.id = p.agency_id`;

/** Orders in force on a day, or still to come when `orLater`, each in its latest edition. */
export async function listPublished(db: Db, day: Day, orLater = false): Promise<PublishedPspo[]> {
  const { rows } = await sql<PublishedPspo>`select * from (${published} order by p.pspo_id, p.edition desc) l
    where l.ends_on >= ${day}::date and (l.ended_on is null or l.ended_on > ${day}::date)
      and (${orLater} or l.starts_on <= ${day}::date) order by l.agency_name, l.title, l.pspo_id`.execute(db);
  return rows;
}
export async function findPublished(db: Db, pspoId: string): Promise<PublishedPspo | undefined> {
  const { rows } = await sql<PublishedPspo>`${published} where p.pspo_id = ${pspoId}
    order by p.pspo_id, p.edition desc`.execute(db);
  return rows[0];
}

/** A text that was published before the latest, until the day on which another one was. */
export interface EarlierText
  extends Pick<PublishedPspo, 'prohibitions' | 'requirements' | 'exemptions' | 'publishedOn'> {
  readUntil: Day;
}
/** Texts that differ from the one that followed, the latest first: what was done is judged by the text of its day. */
export async function listEarlier(db: Db, pspoId: string): Promise<EarlierText[]> {
  const { rows } =
    await sql<EarlierText>`select e.prohibitions, e.requirements, e.exemptions, e.published_on, e.read_until
    from (select p.*, lead(p.published_on) over w as read_until, lead(array[p.prohibitions::text, p.requirements::text, p.exemptions::text]) over w as after
      from enforcement.pspo_publication p where p.pspo_id = ${pspoId} window w as (order by p.edition)) e
    where e.after <> array[e.prohibitions::text, e.requirements::text, e.exemptions::text] order by e.edition desc`.execute(
      db,
    );
  return rows;
}

/** Keeps the text as it is published on a day, as the next edition. */
export async function publishEdition({ db }: Work, file: Pspo, on: Day): Promise<void> {
  await sql`insert into enforcement.pspo_publication (pspo_id, edition, agency_id, reference, kind, title, area_code, area_words, outline,
      prohibitions, requirements, exemptions, is_alcohol, starts_on, ends_on, challenge_until, published_on)
    select c.id, (select coalesce(max(edition), 0) + 1 from enforcement.pspo_publication where pspo_id = c.id), agency_id, reference, kind, title, area_code,
      area_words, outline, prohibitions, requirements, exemptions, is_alcohol, starts_on, ends_on, challenge_until, ${on}::date
    from enforcement.pspo c where c.id = ${file.id}`.execute(db);
}
