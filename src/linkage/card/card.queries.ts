import { sql } from 'kysely';
import { mayUse } from '../../platform/access/permission.ts';
import { addDays, type Day, londonInstant } from '../../platform/clock/clock.ts';
import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { folded } from '../../platform/search/found.ts';
import { recordPolicy } from '../../records/index.ts';
import {
  type Ask,
  askOfIdentities,
  type Conflict,
  findSubjects,
  hiddenAddresses,
  identitiesOf,
  identityOf,
  inFull,
  type Judgement,
  judgementsWhere,
  type SeenIdentity,
  type Subject,
  type When,
  withoutPlace,
} from '../ledger/index.ts';
import { reviewPairs } from '../linkage.permissions.ts';
import { type BestField, bestValues } from './best-values.ts';

/** One record of a person, with what ties it to the others. */
export interface Holding {
  subject: Subject;
  /** What the list's owner does for the people on it, as the inventory says. */
  intervention: string;
  /** The strongest judgement that ties it in; undefined for a single record. */
  tie: Judgement | undefined;
}

/** A judgement that holds records together, and how the person would fall apart without it. */
export interface Join {
  judgement: Judgement;
  /** Records on each side without it; one number where others hold them together all the same. */
  without: readonly number[];
}

/** One person from many lists, of what the viewer may see. */
export interface Card {
  identity: SeenIdentity;
  kind: Subject['kind'];
  name: string;
  holdings: readonly Holding[];
  fields: readonly BestField[];
  joins: readonly Join[];
  conflicts: readonly Conflict<Judgement>[];
  asks: readonly Ask[];
  /** Pairs with one of the records that wait for a decision; for reviewers only. */
  perhaps: readonly (Judgement & { labels: string })[];
  /** All that was ever judged among the records, the newest first. */
  judgements: readonly Judgement[];
  isAddressHidden: boolean;
  asAt: Day | undefined;
}

/** The end of a day, so that «as at» a day has what was judged on it. */
const endOf = (day: Day): Date => londonInstant(addDays(day, 1), '00:00');

/** The card of the person a record is about, now or as the ledger stood on a day. Any member's id leads to the same card. */
export async function openCard(work: Work, recordId: string, asAt?: Day): Promise<Result<Card>> {
  const when: When = asAt ? endOf(asAt) : 'now';
  const identity = (await identityOf(work, [recordId], when)).get(recordId);
  if (!identity) return notFound;
  const subjects = await findSubjects(work, identity.members, when);
  const isAddressHidden = (await hiddenAddresses(work, [identity])).size > 0;
  const shown = isAddressHidden
    ? subjects.map((subject) => ({ ...subject, fields: withoutPlace(subject.fields) }))
    : subjects;
  const [first] = shown;
  if (!first) return notFound;
  const fields = bestValues(shown);
  const joins = await joinsOf(work, identity);
  const members = sql`${[...identity.members]}::uuid[]`;
  about(work, 'person', identity.key, { records: identity.members.length });
  return ok({
    identity,
    kind: first.kind,
    name: fields.find(({ name }) => name === 'name')?.best.value ?? first.label,
    holdings: await holdingsOf(work, shown, joins),
    fields,
    joins,
    conflicts: await inFull(work, identity.conflicts),
    asks: asAt ? [] : ((await askOfIdentities(work, [identity])).get(identity.key) ?? []),
    perhaps: asAt || !mayUse(work.viewer, reviewPairs) ? [] : await perhapsOf(work, identity.members),
    judgements: await judgementsWhere(
      work,
      sql`j.verdict <> 'proposed' and j.record_a = any(${members}) and j.record_b = any(${members}) ${when instanceof Date ? sql`and j.made_at <= ${when}` : sql``}`,
      { when: 'ever' },
    ),
    isAddressHidden,
    asAt,
  });
}

async function joinsOf(work: Work, identity: SeenIdentity): Promise<Join[]> {
  const ids = identity.joins.map(({ id }) => id);
  const judgements = new Map(
    (await judgementsWhere(work, sql`j.id = any(${ids}::uuid[])`, { when: 'ever' })).map((one) => [
      one.id,
      one,
    ]),
  );
  return identity.joins.flatMap((tie) => {
    const judgement = judgements.get(tie.id);
    const rest = identity.joins.filter((other) => other !== tie);
    const without = identitiesOf(identity.members, rest).map(({ members }) => members.length);
    return judgement ? [{ judgement, without: without.sort((x, y) => y - x) }] : [];
  });
}

async function holdingsOf(
  { db }: Work,
  subjects: readonly Subject[],
  joins: readonly Join[],
): Promise<Holding[]> {
  const lists = subjects.flatMap(({ listId }) => listId ?? []);
  const { rows } = await sql<{
    id: string;
    intervention: string;
  }>`select l.id, l.intervention from linkage.list l where l.id = any(${lists}::uuid[])`.execute(db);
  const interventions = new Map(rows.map(({ id, intervention }) => [id, intervention]));
  return subjects
    .map((subject) => ({
      subject,
      intervention: interventions.get(subject.listId ?? '') ?? '',
      // Joins come strongest first.
      tie: joins.find(({ judgement }) => [judgement.recordA, judgement.recordB].includes(subject.id))
        ?.judgement,
    }))
    .sort(
      (one, other) =>
        one.subject.receivedAt.getTime() - other.subject.receivedAt.getTime() ||
        (one.subject.agencyName + one.subject.source + one.subject.id <
        other.subject.agencyName + other.subject.source + other.subject.id
          ? -1
          : 1),
    );
}

async function perhapsOf(
  work: Work,
  members: readonly string[],
): Promise<(Judgement & { labels: string })[]> {
  const some = sql`${[...members]}::uuid[]`;
  const pairs = await judgementsWhere(
    work,
    sql`j.verdict in ('proposed', 'unsure') and (j.record_a = any(${some})) <> (j.record_b = any(${some}))`,
    { order: sql`j.probability desc nulls last, j.record_a, j.record_b`, limit: 10 },
  );
  const labelOf = new Map(
    (
      await findSubjects(
        work,
        pairs.flatMap(({ recordA, recordB }) => [recordA, recordB]),
      )
    ).map(({ id, label, source, agencyName }) => [id, `${label} (${source}, ${agencyName})`]),
  );
  return pairs.map((judgement) => ({
    ...judgement,
    labels: labelOf.get(members.includes(judgement.recordA) ? judgement.recordB : judgement.recordA) ?? '',
  }));
}

/** A person in the list of those found by name. */
export interface FoundPerson {
  key: string;
  label: string;
  records: number;
  heldBy: readonly string[];
}

/** People by their name, each once, of what the viewer may see. */
export async function findPeople(work: Work, words: string): Promise<FoundPerson[]> {
  const parts = words
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 5);
  if (parts.length === 0) return [];
  const like = sql.join(
    parts.map((part) => sql`${folded(sql`s.label`)} ilike ${folded(`%${part.replace(/[\\%_]/g, '\\$&')}%`)}`),
    sql` and `,
  );
  const { rows } = await sql<{ id: string }>`select s.id from linkage.subject s
    where s.kind in ('person', 'organisation') and ${like} and ${recordPolicy.visible(work.viewer, 's')} order by s.label, s.id limit 60`.execute(
    work.db,
  );
  const found = rows.map(({ id }) => id);
  const identities = await identityOf(work, found);
  const distinct = [
    ...new Map(found.flatMap((id) => identities.get(id) ?? []).map((one) => [one.key, one])).values(),
  ];
  const subjects = new Map(
    (
      await findSubjects(
        work,
        distinct.flatMap(({ members }) => members),
      )
    ).map((subject) => [subject.id, subject]),
  );
  return distinct.map(({ key, members }) => {
    const own = members.flatMap((id) => subjects.get(id) ?? []);
    return {
      key,
      label: own.find(({ id }) => found.includes(id))?.label ?? '',
      records: members.length,
      heldBy: [...new Set(own.map(({ agencyName }) => agencyName))].sort(),
    };
  });
}
