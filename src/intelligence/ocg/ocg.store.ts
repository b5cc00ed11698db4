import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
import type { OcgAnswers } from './ocg.rules.ts';
import { memberRoles, type OcgStatus } from './ocg.words.ts';

/** A card as a list shows it. */
export interface OcgLineShown {
  id: string;
  reference: string;
  name: string;
  status: OcgStatus;
  areaWords: string;
  leadName: string;
  reviewOn: Day;
  /** Null while nobody assessed it. */
  score: number | null;
  answers: OcgAnswers | null;
  /** People who stand on it as members. */
  people: number;
  openActions: number;
  overdueActions: number;
  lastDisruptionOn: Day | null;
}
/** A card with what it says itself. */
export interface Ocg extends OcgLineShown {
  activities: string;
  seriesWords: string;
  leadOfficerId: string;
  openedAt: Date;
  openedByName: string;
  version: number;
}

/** Listed at most; the page says so. */
export const mostCards = 200;

async function cardsWhere(work: Work, which: RawBuilder<unknown>, most = mostCards): Promise<Ocg[]> {
  const today = work.clock.today();
  const { rows } =
    await sql<Ocg>`select c.id, c.reference, c.name, c.status, c.activities, c.area_words, c.series_words, c.review_on, c.version, c.opened_at,
      c.lead_officer_id, l.name as lead_name, b.name as opened_by_name, a.score, a.answers,
      (select count(*)::int from intelligence.ocg_member m join intelligence.link p on p.id = m.link_id
        where m.ocg_id = c.id and m.ended_at is null and m.role in (${sql.join(memberRoles)}) and p.kind = 'person') as people,
      (select count(*)::int from intelligence.ocg_action t where t.ocg_id = c.id and t.ended_at is null) as open_actions,
      (select count(*)::int from intelligence.ocg_action t where t.ocg_id = c.id and t.ended_at is null and t.due_on < ${today}::date) as overdue_actions,
      (select max(d.on_day) from intelligence.ocg_disruption d where d.ocg_id = c.id) as last_disruption_on
    from intelligence.ocg c
    join directory.officer l on l.id = c.lead_officer_id join directory.officer b on b.id = c.opened_by
    left join lateral (select a.score, a.answers from intelligence.ocg_assessment a where a.ocg_id = c.id order by a.number desc limit 1) a on true
    where ${itemPolicy.visible(work.viewer, 'c')} and ${which}
    order by c.review_on, c.reference limit ${sql.lit(most)}`.execute(work.db);
  return rows;
}

/** Cards of the unit, what is to be looked at first. */
export const listOcgs = (work: Work, status: OcgStatus | 'live'): Promise<Ocg[]> =>
  cardsWhere(work, status === 'live' ? sql`c.status <> 'archived'` : sql`c.status = ${status}`);
export const findOcg = async (work: Work, id: string): Promise<Ocg | undefined> =>
  (await cardsWhere(work, sql`c.id = ${id}`, 1))[0];

/**
 * A card of which nobody else changes anything until this is done: what is read of it holds while a part is added or a step taken.
 */
export async function findOcgToWrite(work: Work, id: string): Promise<Ocg | undefined> {
  await sql`select 1 from intelligence.ocg c where c.id = ${id} and ${itemPolicy.visible(work.viewer, 'c')} for update`.execute(
    work.db,
  );
  return findOcg(work, id);
}

/** Live cards whose day of review has come, a hundred at the most. */
export async function countOcgReviews({ db, viewer, clock }: Work): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (select 1 from intelligence.ocg c where ${itemPolicy.visible(viewer, 'c')}
    and c.status <> 'archived' and c.review_on <= ${clock.today()}::date limit 100) x`.execute(db);
  return rows[0]?.n ?? 0;
}

/** What every part says of its card. */
export const partOf = (work: Work, ocgId: string) => {
  const { agencyId, officerId } = officerOf(work);
  return { row: { id: work.ids.next(), ocgId, agencyId }, officerId, now: work.clock.now() };
};

export async function addOcg(
  work: Work,
  given: { name: string; activities: string; areaWords: string; seriesWords: string; reviewOn: Day },
): Promise<string> {
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  await work.db
    .insertInto('intelligence.ocg')
    .values({
      ...{ id, reference: work.ids.reference('OCG'), agencyId, ...given, status: 'suspected' },
      ...{ leadOfficerId: officerId, openedAt: work.clock.now(), openedBy: officerId },
    })
    .execute();
  return id;
}

/** Sets columns of a card that is still as it was read; false where somebody was first. */
export async function changeOcg(
  { db }: Work,
  { id, version }: { id: string; version: number },
  set: Partial<{
    name: string;
    status: OcgStatus;
    activities: string;
    areaWords: string;
    seriesWords: string;
    leadOfficerId: string;
    reviewOn: Day;
  }>,
): Promise<boolean> {
  const done = await db
    .updateTable('intelligence.ocg')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function addOcgEvent(
  work: Work,
  ocgId: string,
  event: { kind: string; words: string; reason?: string },
): Promise<void> {
  const { row, officerId, now } = partOf(work, ocgId);
  await work.db
    .insertInto('intelligence.ocgEvent')
    .values({ ...row, at: now, officerId, kind: event.kind, words: event.words, reason: event.reason ?? '' })
    .execute();
}
