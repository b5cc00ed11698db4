import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { type Explanation, type Fields, nameLikeness, type OpenModel } from '../core/index.ts';
import { endJudgement, inOrder, setReplacement, writeJudgement } from '../ledger/judgement.store.ts';
import { foundAlike } from '../ledger/judgement.words.ts';

import type { SaidBefore } from './row-before.ts';
import { ageFrom, worthOf } from './worth.ts';

/** A record as matching reads it: by the worker, who sees all. */
export interface Matched {
  id: string;
  kind: string;
  fields: Fields;
  originAgencyId: string;
  listId: string | null;
  handling: string;
}

/** One run: by which model, from which probability a pair is put to a person. */
export interface Matching {
  model: OpenModel;
  modelId: string;
  runId: string;
  propose: number;
  /** How alike the names of two firms must be, 0 to 1. */
  firmNames: number;
  /** What people had said of pairs of which a row has changed. */
  saidBefore: ReadonlyMap<string, SaidBefore>;
  report(doneShare: number): Promise<void>;
}

/** Records that are matched together between two notes of progress. */
const chunk = 100;

/**
 * The fields of a record as the model weighs them. Its names are people's: a firm's name would be read as a forename and a
 * surname, so firms are held against each other by `firmsAreAlike` instead.
 */
export function weighedFields({ kind, fields }: { kind: string; fields: Fields }): Fields {
  if (kind !== 'organisation') return fields;
  const { name: _name, ...rest } = fields;
  return rest;
}

/** Whether two records may be put to a person as far as their names go: two firms need names that are alike enough. */
const firmsAreAlike = (one: Matched, other: Matched, least: number): boolean =>
  one.kind !== 'organisation' ||
  nameLikeness(one.fields.name ?? '', other.fields.name ?? '', 'firm') >= least;

const matchable = sql`s.kind in ('person', 'organisation')`;

export async function subjectsToMatch(
  { db }: Work,
  which: { loadId?: string; recordId?: string },
): Promise<Matched[]> {
  const condition = which.loadId
    ? sql`s.load_id = ${which.loadId}`
    : which.recordId
      ? sql`s.id = ${which.recordId}`
      : sql`true`;
  const { rows } = await sql<Matched>`select s.id, s.kind, s.fields, s.origin_agency_id, s.list_id, s.handling
    from linkage.subject_ever s where s.withdrawn_at is null and ${matchable} and ${condition} order by s.id`.execute(
    db,
  );
  return rows;
}

/**
 * Finds for each record the others that may be the same, judges each pair, and keeps those that are likely enough as
 * proposals. A pair that a person has judged is left alone; a pair that an older model proposed is proposed anew. Running it
 * again changes nothing.
 */
export async function matchRecords(
  work: Work,
  records: readonly Matched[],
  matching: Matching,
): Promise<number> {
  let proposed = 0;
  for (let from = 0; from < records.length; from += chunk) {
    const some = records.slice(from, from + chunk);
    await keepKeys(work, some, matching.model);
    proposed += await matchSome(work, some, matching);
    await matching.report(Math.min(1, (from + chunk) / records.length));
  }
  return proposed;
}

async function keepKeys({ db }: Work, records: readonly Matched[], model: OpenModel): Promise<void> {
  const ids = records.map(({ id }) => id);
  const rows = records.flatMap((record) =>
    [...new Set(model.keysOf(weighedFields(record)))].map((key) => ({ id: record.id, key })),
  );
  await sql`delete from linkage.record_key where record_id = any(${ids}::uuid[])`.execute(db);
  await sql`insert into linkage.record_key (key, record_id)
    select * from unnest(${rows.map(({ key }) => key)}::integer[], ${rows.map(({ id }) => id)}::uuid[]) on conflict do nothing`.execute(
    db,
  );
}

interface Candidate extends Matched {
  forId: string;
}

async function candidatesOf({ db }: Work, ids: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with pair as (
      select distinct k.record_id as for_id, o.record_id as id from linkage.record_key k
      join linkage.record_key o on o.key = k.key and o.record_id <> k.record_id
      where k.record_id = any(${[...ids]}::uuid[]))
    select p.for_id, s.id, s.kind, s.fields, s.origin_agency_id, s.list_id, s.handling from pair p
    join linkage.subject_ever s on s.id = p.id and s.withdrawn_at is null and ${matchable} order by p.for_id, s.id`.execute(
    db,
  );
  return rows;
}

async function matchSome(work: Work, records: readonly Matched[], matching: Matching): Promise<number> {
  const candidates = Map.groupBy(
    await candidatesOf(
      work,
      records.map(({ id }) => id),
    ),
    ({ forId }) => forId,
  );
  const done = new Set<string>();
  const judged: Judged[] = [];
  for (const record of records) {
    const others = (candidates.get(record.id) ?? []).filter((other) => {
      const pair = inOrder(record.id, other.id).join(' ');
      const isNew = other.kind === record.kind && !done.has(pair);
      done.add(pair);
      return isNew;
    });
    const explanations = matching.model.judge(weighedFields(record), others.map(weighedFields));
    for (const [at, other] of others.entries()) {
      const explanation = explanations[at];
      if (explanation) judged.push({ record, other, explanation });
    }
  }
  return keepProposals(work, judged, matching);
}

interface Judged {
  record: Matched;
  other: Matched;
  explanation: Explanation;
}

interface LiveOne {
  id: string;
  recordA: string;
  recordB: string;
  verdict: string;
  modelId: string | null;
  isScored: boolean;
}

async function keepProposals(work: Work, judged: readonly Judged[], matching: Matching): Promise<number> {
  const pairs = judged.map(({ record, other }) => inOrder(record.id, other.id));
  const { rows } =
    await sql<LiveOne>`select j.id, j.record_a, j.record_b, j.verdict, j.model_id, j.probability is not null as is_scored from linkage.judgement j
    join unnest(${pairs.map(([a]) => a)}::uuid[], ${pairs.map(([, b]) => b)}::uuid[]) p(a, b) on p.a = j.record_a and p.b = j.record_b
    where j.ended_at is null`.execute(work.db);
  const live = new Map(rows.map((row) => [`${row.recordA} ${row.recordB}`, row]));
  let proposed = 0;
  for (const one of judged) {
    const before = live.get(inOrder(one.record.id, one.other.id).join(' '));
    if (before && before.verdict !== 'proposed' && !before.isScored) await score(work, before.id, one);
    if (before && (before.verdict !== 'proposed' || before.modelId === matching.modelId)) continue;
    const said = matching.saidBefore.get(inOrder(one.record.id, one.other.id).join(' '));
    const isLikely =
      said?.verdict === 'same' ||
      (one.explanation.probability >= matching.propose &&
        firmsAreAlike(one.record, one.other, matching.firmNames));
    if (before)
      await endJudgement(work, before.id, { why: isLikely ? 'judged-anew' : 'no-longer-alike', by: null });
    if (!isLikely) continue;
    const id = await writeProposal(work, one, matching);
    if (before && id) await setReplacement(work, before.id, id);
    if (id) proposed += 1;
  }
  return proposed;
}

/** The evidence of a pair names the left value first: the left one is record A. */
function evidenceOf({ record, other, explanation }: Judged): Explanation {
  if (record.id < other.id) return explanation;
  const turned = explanation.evidence.map((part) => ({ ...part, left: part.right, right: part.left }));
  return { ...explanation, evidence: turned };
}

/** What was decided before any model had seen the pair gets what the first one says of it; the decision stays as it is. */
async function score({ db }: Work, judgementId: string, judged: Judged): Promise<void> {
  const { probability, totalBits } = judged.explanation;
  await db
    .updateTable('linkage.judgement')
    .set({ probability, weight: totalBits, evidence: JSON.stringify(evidenceOf(judged)) })
    .where('id', '=', judgementId)
    .where('probability', 'is', null)
    .execute();
}

function writeProposal(work: Work, judged: Judged, matching: Matching) {
  const { record, other, explanation } = judged;
  const [recordA, recordB] = inOrder(record.id, other.id);
  const today = work.clock.today();
  const weighed = (of: Matched) => ({ ...of, age: ageFrom(of.fields.dateOfBirth, today) });
  return writeJudgement(work, {
    recordA,
    recordB,
    verdict: 'proposed',
    probability: explanation.probability,
    weight: explanation.totalBits,
    evidence: evidenceOf(judged),
    worth: worthOf({ probability: explanation.probability, one: weighed(record), other: weighed(other) }),
    madeBy: 'model',
    modelId: matching.modelId,
    runId: matching.runId,
    why: matching.saidBefore.get(`${recordA} ${recordB}`)?.words ?? foundAlike,
  });
}
