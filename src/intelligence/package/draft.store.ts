import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import type { Work } from '../../platform/http/work.ts';
import type { Grade } from '../item/grade.rules.ts';
import { itemPolicy } from '../item/item.policy.ts';
import type { ItemStatus } from '../item/item.words.ts';
import { namesSender } from '../item/sender.rules.ts';
import type { Product } from './package.words.ts';

/** A package as the unit drafts it. */
export interface Draft {
  id: string;
  reference: string;
  agencyId: string;
  title: string;
  harm: string;
  prevention: string;
  intelligence: string;
  enforcement: string;
  gaps: string;
  recommendations: string;
  safety: string;
  product: Product;
  /** The priority of the control strategy that it answers. */
  priorityId: string | null;
  gateway: string;
  purpose: string;
  deadline: Day;
  conditions: string[];
  agencyIds: string[];
  officerIds: string[];
  state: 'draft' | 'discarded' | 'released';
  draftedAt: Date;
  draftedBy: string;
  draftedByName: string;
  decidedByName: string | null;
  /** Group of police information; null until it is released. */
  retentionGroup: number | null;
  /** When somebody looks whether it is still needed. */
  reviewOn: Day | null;
  /** Names of whom it goes to. */
  recipients: string[];
  version: number;
}

const columns = sql`d.id, d.reference, d.agency_id, d.title, d.harm, d.prevention, d.intelligence, d.enforcement, d.gaps, d.recommendations, d.safety, d.product, d.priority_id, d.gateway, d.purpose,
  d.deadline, d.conditions, d.agency_ids, d.officer_ids, d.state, d.drafted_at, d.drafted_by, o.name as drafted_by_name, b.name as decided_by_name, d.retention_group, d.review_on, d.version,
  array(select a.name from directory.agency a where a.id = any(d.agency_ids) order by a.name)
    || array(select f.name || ', ' || a.name from directory.officer f join directory.agency a on a.id = f.agency_id where f.id = any(d.officer_ids) order by f.name) as recipients`;

async function draftsWhere({ db, viewer }: Work, id: string | undefined): Promise<Draft[]> {
  const { rows } =
    await sql<Draft>`select ${columns} from intelligence.draft d join directory.officer o on o.id = d.drafted_by
    left join directory.officer b on b.id = d.decided_by
    where ${itemPolicy.visible(viewer, 'd')} ${id ? sql`and d.id = ${id}` : sql`and d.state <> 'discarded'`}
    order by (d.state <> 'draft'), d.drafted_at desc, d.id limit 200`.execute(db);
  return rows;
}
export const listDrafts = (work: Work): Promise<Draft[]> => draftsWhere(work, undefined);
export const findDraft = async (work: Work, id: string): Promise<Draft | undefined> =>
  (await draftsWhere(work, id))[0];

export async function countDrafts({ db, viewer }: Work): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from intelligence.draft d
    where d.state = 'draft' and ${itemPolicy.visible(viewer, 'd')}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** A paragraph that can stand in a package, with all that its text is held against. */
export interface Usable {
  id: string;
  itemId: string;
  itemReference: string;
  itemTitle: string;
  itemStatus: ItemStatus;
  body: string;
  sanitised: string;
  grade: Pick<
    Grade,
    'sourceEvaluation' | 'assessment' | 'handling' | 'conditions' | 'actionCode' | 'sanitisationCode'
  >;
  actionUsage: string;
  riskToSource: boolean;
  /** Words that point to a source. */
  pointing: string[];
  pseudonym: string | null;
  /** Whom and what the item is linked to: these may be named. */
  linked: string[];
}

type UsableRow = Omit<Usable, 'grade'> & Usable['grade'];
const usable = sql`p.id, p.item_id, i.reference as item_reference, i.title as item_title, i.status as item_status, p.body, p.sanitised, p.source_evaluation,
  p.assessment, p.handling, p.conditions, p.action_code, p.sanitisation_code, p.action_usage, p.risk_to_source,
  array[p.provenance, i.how_known, i.fears_words, p.risk_words] as pointing, s.pseudonym,
  array(select l.label from intelligence.link l where l.item_id = i.id and l.agency_id = i.agency_id and l.state = 'confirmed' order by l.label) as linked`;
const joined = sql`join intelligence.item i on i.id = p.item_id left join intelligence.source s on s.id = i.source_id`;
const toUsable = ({
  sourceEvaluation,
  assessment,
  handling,
  conditions,
  actionCode,
  sanitisationCode,
  ...row
}: UsableRow): Usable => ({
  ...row,
  grade: { sourceEvaluation, assessment, handling, conditions, actionCode, sanitisationCode },
});

/** Graded paragraphs with text that may cross, of items that are ready, newest first; those of one item before all others. */
export async function usableParagraphs({ db, viewer }: Work, itemId: string | undefined): Promise<Usable[]> {
  const { rows } = await sql<UsableRow>`select ${usable} from intelligence.paragraph p ${joined}
    where p.item_id in (select r.id from (select n.id from intelligence.item n where n.status = 'ready' and ${itemPolicy.visible(viewer, 'n')}
        order by n.received_at desc limit 60) r union all select ${itemId ?? null}::uuid)
      and ${itemPolicy.visible(viewer, 'p')} and p.graded_at is not null and p.sanitised <> '' and i.status = 'ready'
    order by ${itemId ? sql`(i.id = ${itemId}) desc,` : sql``} i.received_at desc, i.id, p.position limit 60`.execute(
    db,
  );
  return rows.map(toUsable);
}

export async function paragraphsNamed({ db, viewer }: Work, ids: readonly string[]): Promise<Usable[]> {
  const { rows } = await sql<UsableRow>`select ${usable} from intelligence.paragraph p ${joined}
    where ${itemPolicy.visible(viewer, 'p')} and p.graded_at is not null and p.id = any(${[...ids]}::uuid[]) order by i.received_at, i.id, p.position`.execute(
    db,
  );
  return rows.map(toUsable);
}

/** Every paragraph of some items, graded or not: what is written about them is held against it. */
export async function paragraphsOfItems({ db, viewer }: Work, itemIds: readonly string[]): Promise<Usable[]> {
  const { rows } = await sql<UsableRow>`select ${usable} from intelligence.paragraph p ${joined}
    where ${itemPolicy.visible(viewer, 'p')} and p.item_id = any(${[...itemIds]}::uuid[]) order by i.id, p.position`.execute(
    db,
  );
  return rows.map(toUsable);
}

/** The paragraphs of a draft, in their order. */
export async function paragraphsOfDraft({ db, viewer }: Work, draftId: string): Promise<Usable[]> {
  const { rows } =
    await sql<UsableRow>`select ${usable} from intelligence.draft_paragraph r join intelligence.paragraph p on p.id = r.paragraph_id ${joined}
    where r.draft_id = ${draftId} and ${itemPolicy.visible(viewer, 'r')} order by r.position`.execute(db);
  return rows.map(toUsable);
}

/** How many paragraphs a draft has, those included that are closed to the viewer. */
export async function countOfDraft({ db, viewer }: Work, draftId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from intelligence.draft_paragraph r
    where r.draft_id = ${draftId} and ${itemPolicy.visible(viewer, 'r')}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Takes a draft to its end; false where somebody was first. */
export async function decideDraft(
  { db, clock }: Work,
  draft: { id: string; version: number },
  to: { state: 'discarded' | 'released'; officerId: string; retentionGroup?: number; reviewOn?: Day },
): Promise<boolean> {
  const done = await db
    .updateTable('intelligence.draft')
    .set({
      ...{ state: to.state, decidedAt: clock.now(), decidedBy: to.officerId, version: draft.version + 1 },
      ...(to.reviewOn ? { retentionGroup: to.retentionGroup ?? null, reviewOn: to.reviewOn } : {}),
    })
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Officers who sent an item of some paragraphs, and whom that item names. */
export async function sendersNamed(
  { db, viewer }: Work,
  paragraphIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string;
    fromOfficerName: string;
    title: string;
    body: string;
  }>`select distinct o.id, o.name as from_officer_name, i.title, i.body from intelligence.paragraph p
    join intelligence.item i on i.id = p.item_id join directory.officer o on o.id = i.submitted_by
    where p.id = any(${[...paragraphIds]}::uuid[]) and ${itemPolicy.visible(viewer, 'p')}`.execute(db);
  return rows.filter(namesSender).map(({ id, fromOfficerName }) => ({ id, name: fromOfficerName }));
}
