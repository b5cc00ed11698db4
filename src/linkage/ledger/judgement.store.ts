import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { recordPolicy } from '../../records/index.ts';
import type { Judged } from './identity.ts';
import type { KeptEvidence, Verdict } from './judgement.words.ts';

/** The ledger as it stands, as it stood at an instant, or all that was ever written. */
export type When = 'now' | 'ever' | Date;

/** A judgement as the ledger keeps it. */
export interface Judgement extends Judged {
  id: string;
  verdict: Verdict;
  weight: number | null;
  evidence: KeptEvidence | null;
  worth: number;
  /** How the pair came to be decided: by the order of worth or none, or drawn by chance; null for a model's. */
  drawn: string | null;
  /** Of a pair drawn by chance: the lower edge of its band, and how many pairs that held for who decided it. */
  stratum: number | null;
  stratumSize: number | null;
  modelId: string | null;
  modelNumber: number | null;
  officerId: string | null;
  officerName: string | null;
  agencyId: string | null;
  agencyName: string | null;
  runId: string | null;
  restores: string | null;
  madeAt: Date;
  why: string;
  endedAt: Date | null;
  endedByName: string | null;
  endedWhy: string | null;
  replacedBy: string | null;
}

/** A record as the ledger shows it: a row of a list, or what a report told. */
export interface Subject {
  id: string;
  kind: 'person' | 'organisation';
  label: string;
  fields: Record<string, string>;
  originAgencyId: string;
  agencyName: string;
  handling: string;
  listId: string | null;
  loadId: string | null;
  /** The list's name, or how the record came. */
  source: string;
  receivedAt: Date;
  gateway: string;
  withdrawnAt: Date | null;
}

/** A row of the alias stood in the record's source at that time. */
function stood(when: When, alias: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (when === 'ever') return sql`true`;
  if (when === 'now') return sql`${column('withdrawnAt')} is null`;
  return sql`${column('receivedAt')} <= ${when} and (${column('withdrawnAt')} is null or ${column('withdrawnAt')} > ${when})`;
}

/** The judgement of the alias was live at that time. */
export function live(when: When, alias: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (when === 'ever') return sql`true`;
  if (when === 'now') return sql`${column('endedAt')} is null`;
  return sql`${column('madeAt')} <= ${when} and (${column('endedAt')} is null or ${column('endedAt')} > ${when})`;
}

/** The record of an id is there and the viewer may see it. Every judgement that is read is held to this at both its ends. */
const isSeen = ({ viewer }: Work, id: RawBuilder<unknown>, when: When): RawBuilder<boolean> =>
  sql`exists (select 1 from linkage.subject_ever s where s.id = ${id} and ${stood(when, 's')} and ${recordPolicy.visible(viewer, 's')})`;

/** Both records of the judgement of the alias are there and the viewer may see them. */
export const bothSeen = (work: Work, alias: string, when: When = 'now'): RawBuilder<boolean> =>
  sql`(${isSeen(work, sql.ref(`${alias}.recordA`), when)} and ${isSeen(work, sql.ref(`${alias}.recordB`), when)})`;

/** How records that are on no list came. */
const feedWords: Readonly<Record<string, string>> = {
  officer: 'Added to a report by an officer',
  report: 'Named in a report',
  penalty: 'A penalty',
};

/** Of these ids, the records that the viewer may see. */
export async function findSubjects(
  { db, viewer }: Work,
  ids: readonly string[],
  when: When = 'now',
): Promise<Subject[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Subject>`
    select s.id, s.kind, s.label, s.fields, s.origin_agency_id, a.name as agency_name, s.handling, s.list_id, s.load_id, s.source,
      s.received_at, s.gateway, s.withdrawn_at
    from linkage.subject_ever s join directory.agency a on a.id = s.origin_agency_id
    where s.id = any(${[...new Set(ids)]}::uuid[]) and s.kind in ('person', 'organisation') and ${stood(when, 's')}
      and ${recordPolicy.visible(viewer, 's')} order by s.id`.execute(db);
  return rows.map((row) => (row.listId ? row : { ...row, source: feedWords[row.source] ?? row.source }));
}

/**
 * Of these ids, those of records that the viewer may see. Asked also for none: whether there were hidden ones to ask about must
 * not show in how many statements are run.
 */
export async function seenAmong(
  { db, viewer }: Work,
  ids: readonly string[],
  when: When = 'now',
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select s.id from linkage.subject_ever s
    where s.id = any(${[...new Set(ids)]}::uuid[]) and s.kind in ('person', 'organisation') and ${stood(when, 's')}
      and ${recordPolicy.visible(viewer, 's')}`.execute(db);
  return rows.map(({ id }) => id);
}

/** What a judgement says of its pair, without who, why and on what evidence. */
export interface Tie extends Judged {
  id: string;
  madeAt: Date;
}

/**
 * «Same» and «different» that touch some records, whatever is at their other end: whoever asks drops those whose other
 * record the viewer may not see before anything is made of them. Two index searches; a join with all records would read them all.
 */
export async function tiesOf({ db }: Work, ids: readonly string[], when: When): Promise<Tie[]> {
  const some = sql`${[...ids]}::uuid[]`;
  const { rows } = await sql<Tie>`
    select j.id, j.record_a, j.record_b, j.verdict, j.made_by, j.probability, j.made_at from linkage.judgement j
    where j.verdict in ('same', 'different') and ${live(when, 'j')} and (j.record_a = any(${some}) or j.record_b = any(${some}))`.execute(
    db,
  );
  return rows;
}

/** Evidence says what both records say, and a draw how much its officer sees: only the side that reviews reads them. */
const evidenceFor = ({ viewer }: Work) =>
  viewer.side === 'OPS'
    ? sql`null::jsonb as evidence, null::text as drawn, null::real as stratum, null::integer as stratum_size`
    : sql`j.evidence, j.drawn, j.stratum, j.stratum_size`;
const columns = sql`j.id, j.record_a, j.record_b, j.verdict, j.probability, j.weight, j.worth, j.made_by, j.model_id, j.officer_id,
  j.agency_id, j.run_id, j.restores, j.made_at, j.why, j.ended_at, j.ended_why, j.replaced_by, m.number as model_number,
  o.name as officer_name, g.name as agency_name, x.name as ended_by_name`;
const joins = sql`left join linkage.model m on m.id = j.model_id left join directory.officer o on o.id = j.officer_id
  left join directory.agency g on g.id = j.agency_id left join directory.officer x on x.id = j.ended_by`;

/** Judgements that fit a condition over `j`, where the viewer may see both records; in the order given. */
export async function judgementsWhere(
  work: Work,
  condition: RawBuilder<boolean>,
  options: { when?: When; order?: RawBuilder<unknown>; limit?: number } = {},
): Promise<Judgement[]> {
  const { when = 'now', order = sql`j.made_at desc, j.record_a, j.record_b, j.id`, limit } = options;
  const { rows } =
    await sql<Judgement>`select ${columns}, ${evidenceFor(work)} from linkage.judgement j ${joins}
    where ${live(when, 'j')} and ${condition} and ${bothSeen(work, 'j', when)} order by ${order}
    ${limit === undefined ? sql`` : sql`limit ${sql.lit(limit)}`}`.execute(work.db);
  return rows;
}

/** One judgement, ended or not. */
export const findJudgement = async (work: Work, id: string): Promise<Judgement | undefined> =>
  (await judgementsWhere(work, sql`j.id = ${id}`, { when: 'ever' }))[0];

/** The two ids of a pair in the order in which the ledger keeps them. */
export const inOrder = (one: string, other: string): [string, string] =>
  one < other ? [one, other] : [other, one];

/** The live judgement of a pair. Asked for with a lock where it is about to be ended. */
export async function liveJudgementOf(
  work: Work,
  one: string,
  other: string,
): Promise<Judgement | undefined> {
  const [a, b] = inOrder(one, other);
  const [found] = await judgementsWhere(work, sql`j.record_a = ${a} and j.record_b = ${b}`);
  return found;
}

/** Every judgement there ever was on a pair, the newest first. */
export async function historyOf(work: Work, one: string, other: string): Promise<Judgement[]> {
  const [a, b] = inOrder(one, other);
  return judgementsWhere(work, sql`j.record_a = ${a} and j.record_b = ${b}`, {
    when: 'ever',
    order: sql`j.made_at desc, (j.ended_at is null) desc, j.ended_at desc, j.id`,
  });
}

/** A judgement that is being written: what is left out is null. */
export interface NewJudgement
  extends Pick<Judgement, 'recordA' | 'recordB' | 'verdict' | 'madeBy' | 'why' | 'worth'>,
    Partial<
      Pick<
        Judgement,
        | 'probability'
        | 'weight'
        | 'evidence'
        | 'drawn'
        | 'stratum'
        | 'stratumSize'
        | 'modelId'
        | 'officerId'
        | 'agencyId'
        | 'runId'
        | 'restores'
      >
    > {}

/** Writes a live judgement and gives its id; undefined when the pair has a live one already. */
export async function writeJudgement(work: Work, judgement: NewJudgement): Promise<string | undefined> {
  const id = work.ids.next();
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('linkage.judgement')
    .values({
      ...judgement,
      id,
      evidence: judgement.evidence ? JSON.stringify(judgement.evidence) : null,
      madeAt: work.clock.now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['recordA', 'recordB']).where('endedAt', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? id : undefined;
}

/** Ends a judgement unless somebody has already; gives whether it was live. */
export async function endJudgement(
  work: Work,
  id: string,
  end: { why: string; by: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('linkage.judgement')
    .set({ endedAt: work.clock.now(), endedBy: end.by, endedWhy: end.why })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Says which judgement took the place of an ended one. */
export async function setReplacement(work: Work, id: string, replacedBy: string): Promise<void> {
  await work.db.updateTable('linkage.judgement').set({ replacedBy }).where('id', '=', id).execute();
}

/** What a judgement had replaced when it was first given: an undo puts that back. Judgements without one were the pair's first. */
export async function formerOf(
  work: Work,
  judgements: readonly Judgement[],
): Promise<Map<string, Judgement>> {
  const first = new Map(judgements.map((judgement) => [judgement.restores ?? judgement.id, judgement]));
  const formers = await judgementsWhere(work, sql`j.replaced_by = any(${[...first.keys()]}::uuid[])`, {
    when: 'ever',
  });
  return new Map(
    formers.flatMap((former) => {
      const judgement = first.get(former.replacedBy ?? '');
      return judgement ? [[judgement.id, former] as const] : [];
    }),
  );
}
