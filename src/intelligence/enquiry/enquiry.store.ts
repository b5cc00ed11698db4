import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
import { type KnownSubject, knownSubjects } from '../link/known.store.ts';
import { type Named, writtenAs } from '../link/link.store.ts';
import { watchPolicy } from '../watch/watch.policy.ts';
import { enquiryPolicy } from './enquiry.policy.ts';
import type { EnquiryPurpose } from './enquiry.words.ts';

/** What whoever asked sees of an enquiry: days, and nothing else, whatever the unit knows. */
export interface EnquiryShown {
  id: string;
  reference: string;
  askedOn: Day;
  /** The round in which it is considered. */
  answersOn: Day;
  consideredOn: Day | null;
}

/** Enquiries about a file of the viewer's, newest first. */
export async function enquiriesAbout({ db, viewer }: Work, fileId: string): Promise<EnquiryShown[]> {
  const { rows } =
    await sql<EnquiryShown>`select e.id, e.reference, e.asked_on, e.answers_on, c.considered_on from dissemination.enquiry e
    left join dissemination.enquiry_considered c on c.enquiry_id = e.id
    where e.file_id = ${fileId} and ${enquiryPolicy.visible(viewer, 'e')} order by e.asked_on desc, e.id desc`.execute(
      db,
    );
  return rows;
}

/** The words that the unit gives to somebody who asked for their own data, once the round has crossed. */
export async function wordsGiven({ db, viewer }: Work, fileId: string): Promise<string[]> {
  const { rows } = await sql<{
    words: string;
  }>`select t.words from dissemination.enquiry_text t join dissemination.enquiry e on e.id = t.enquiry_id
    where e.file_id = ${fileId} and ${enquiryPolicy.visible(viewer, 'e')} order by e.asked_on, e.id, t.position`.execute(
    db,
  );
  return rows.map(({ words }) => words);
}

/** Puts an enquiry to the unit; false where no agency keeps one. */
export async function keepEnquiry(
  { db, clock, ids }: Work,
  given: {
    id: string;
    file: { id: string; reference: string; serviceId?: string };
    about: string;
    answersOn: Day;
    subjects: readonly Named[];
  },
): Promise<boolean> {
  const subjects = given.subjects.map((named, position) => {
    const { kind, label, keyKind, keyValue } = writtenAs(named);
    return { position, kind, label, keyKind, keyValue };
  });
  const { id, about, file } = given;
  const row = { id, about, subjects, reference: ids.reference('EN') };
  const whole = { ...row, fileId: file.id, fileReference: file.reference, serviceId: file.serviceId ?? null };
  const { rows } = await sql<{
    isAsked: boolean;
  }>`select dissemination.ask_enquiry(${JSON.stringify(whole)}::jsonb, ${clock.today()}::date, ${given.answersOn}::date) as is_asked`.execute(
    db,
  );
  return rows[0]?.isAsked === true;
}

/** An enquiry as the unit sees it. */
export interface Enquiry {
  id: string;
  reference: string;
  purpose: EnquiryPurpose;
  agencyId: string;
  agencyName: string;
  askedByName: string;
  fileReference: string;
  about: string;
  askedOn: Day;
  answersOn: Day;
  consideredOn: Day | null;
  answer: string | null;
  reason: string | null;
  prosecutor: string | null;
  answeredByName: string | null;
  /** Other enquiries and vetting requests that name one of the same: somebody who is asked about too often. */
  otherEnquiries: number;
}

/** Listed at most; the page says so. */
export const mostEnquiries = 300;
async function enquiriesWhere(work: Work, id: string | undefined): Promise<Enquiry[]> {
  const { rows } =
    await sql<Enquiry>`select e.id, e.reference, e.purpose, e.unit_agency_id as agency_id, g.name as agency_name, k.name as asked_by_name, e.file_reference, e.about,
      e.asked_on, e.answers_on, c.considered_on, a.answer, a.reason, a.prosecutor, o.name as answered_by_name,
      (select count(distinct y.enquiry_id)::int from dissemination.enquiry_subject x join dissemination.enquiry_subject y
        on y.key_kind = x.key_kind and y.key_value = x.key_value and y.enquiry_id <> x.enquiry_id where x.enquiry_id = e.id) as other_enquiries
    from dissemination.enquiry e join directory.agency g on g.id = e.agency_id join directory.officer k on k.id = e.asked_by
    left join dissemination.enquiry_considered c on c.enquiry_id = e.id left join intelligence.enquiry a on a.enquiry_id = e.id
    left join directory.officer o on o.id = a.answered_by
    where ${enquiryPolicy.visible(work.viewer, 'e')} ${id ? sql`and e.id = ${id}` : sql``}
    order by (c.considered_on is not null), (a.answered_at is not null), e.answers_on, e.reference limit ${sql.lit(mostEnquiries)}`.execute(
      work.db,
    );
  return rows;
}
/** Enquiries to the unit, those to be answered first. */
export const listEnquiries = (work: Work): Promise<Enquiry[]> => enquiriesWhere(work, undefined);
export const findEnquiry = async (work: Work, id: string): Promise<Enquiry | undefined> =>
  (await enquiriesWhere(work, id))[0];

/** What the unit and the services hold of each that the enquiry names, by exact keys. */
export const enquirySubjects = (work: Work, enquiryId: string): Promise<KnownSubject[]> =>
  knownSubjects(
    work,
    sql`from dissemination.enquiry_subject s join dissemination.enquiry e on e.id = s.enquiry_id
      where s.enquiry_id = ${enquiryId} and ${enquiryPolicy.visible(work.viewer, 'e')}`,
  );

/** One line of the sensitive schedule. */
export interface EnquiryLine {
  id: string;
  itemReference: string | null;
  /** The entry of the watchlist, or the commission, that it is about. */
  watchId: string | null;
  commissionId: string | null;
  words: string;
  ground: string;
  test: string;
  given: string;
  reason: string;
  madeByName: string;
}
export async function linesOf({ db, viewer }: Work, enquiryId: string): Promise<EnquiryLine[]> {
  const { rows } =
    await sql<EnquiryLine>`select l.id, i.reference as item_reference, l.watch_id, l.commission_id, l.words, l.ground, l.test, l.given, l.reason, o.name as made_by_name
    from intelligence.enquiry_line l left join intelligence.item i on i.id = l.item_id join directory.officer o on o.id = l.made_by
      cross join lateral (select l.agency_id, l.made_by as kept_by) w
    where l.enquiry_id = ${enquiryId} and ${itemPolicy.visible(viewer, 'l')} and (not l.is_watch or ${watchPolicy.visible(viewer, 'w')})
    order by l.made_at, l.id`.execute(db);
  return rows;
}

export async function keepLine(
  work: Work,
  row: {
    enquiryId: string;
    itemId: string | null;
    watchId: string | null;
    commissionId: string | null;
    words: string;
    ground: string;
    test: string;
    given: string;
    reason: string;
  },
): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  await work.db
    .insertInto('intelligence.enquiryLine')
    .values({
      id: work.ids.next(),
      agencyId,
      madeAt: work.clock.now(),
      madeBy: officerId,
      ...row,
      isWatch: row.watchId !== null,
    })
    .execute();
}

export async function dropLine({ db }: Work, at: { enquiryId: string; lineId: string }): Promise<boolean> {
  const done = await db
    .deleteFrom('intelligence.enquiryLine')
    .where('id', '=', at.lineId)
    .where('enquiryId', '=', at.enquiryId)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}

/** Until the act is over nobody else changes this enquiry or its schedule: what is answered is what was read. */
export const holdEnquiry = ({ db }: Work, enquiryId: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`enquiry ${enquiryId}`}, 0))`.execute(db);

/** Writes down the answer; false where somebody has given one. */
export async function keepAnswer(
  work: Work,
  given: { enquiryId: string; answer: string; reason: string; prosecutor: string },
): Promise<boolean> {
  const { officerId, agencyId } = officerOf(work);
  const done = await work.db
    .insertInto('intelligence.enquiry')
    .values({ ...given, agencyId, answeredAt: work.clock.now(), answeredBy: officerId })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** The unit's item of a reference, with the ids of its paragraphs. */
export async function itemOfReference(
  { db, viewer }: Work,
  reference: string,
): Promise<{ id: string; paragraphIds: string[] } | undefined> {
  const { rows } = await sql<{
    id: string;
    paragraphIds: string[];
  }>`select i.id, array(select p.id from intelligence.paragraph p where p.item_id = i.id order by p.position) as paragraph_ids
    from intelligence.item i where i.reference = ${reference} and ${itemPolicy.visible(viewer, 'i')}`.execute(
    db,
  );
  return rows[0];
}

/** How many enquiries wait for the manager's answer. */
export async function countEnquiries(work: Work): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from dissemination.enquiry e
    left join intelligence.enquiry a on a.enquiry_id = e.id where a.enquiry_id is null and ${enquiryPolicy.visible(work.viewer, 'e')}`.execute(
    work.db,
  );
  return rows[0]?.n ?? 0;
}
