import { sql } from 'kysely';
import { addDays } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { counted, itemPolicy } from '../item/item.policy.ts';
import { type NumberName, pseudonymWords, type SourceKind, shippedNumbers } from './source.rules.ts';

/** A source as the unit knows it: a pseudonym, and how often it gave something. */
export interface Source {
  id: string;
  agencyId: string;
  pseudonym: string;
  kind: SourceKind;
  madeAt: Date;
  referredAt: Date | null;
  referredWords: string;
  last28: number;
  last90: number;
  /** Items in the days of the rule. */
  inPeriod: number;
}

/** The number that holds for the viewer's unit. */
export async function numberOf(work: Work, name: NumberName): Promise<number> {
  const { rows } = await sql<{ value: number }>`select r.value from intelligence.rule r
    where r.name = ${name} and ${itemPolicy.visible(work.viewer, 'r')} order by r.set_at desc, r.id limit 1`.execute(
    work.db,
  );
  return rows[0]?.value ?? shippedNumbers[name].unlessSet;
}

/** A number as somebody set it. */
export interface NumberSet {
  name: NumberName;
  value: number;
  setAt: Date;
  setByName: string;
  why: string;
}

/** Every time that a number of the unit was set, the newest first. */
export async function numbersSet({ db, viewer }: Work): Promise<NumberSet[]> {
  const { rows } =
    await sql<NumberSet>`select r.name, r.value, r.set_at, o.name as set_by_name, r.why from intelligence.rule r
    join directory.officer o on o.id = r.set_by where ${itemPolicy.visible(viewer, 'r')}
    order by r.set_at desc, r.id limit 200`.execute(db);
  return rows;
}

async function sourcesWhere(work: Work, id: string | undefined): Promise<Source[]> {
  const since = (days: number) => sql`${addDays(work.clock.today(), -days)}::date`;
  const period = await numberOf(work, 'drift-days');
  const count = (days: number) => sql`(count(i.id) filter (where i.received_at >= ${since(days)}))::int`;
  const { rows } =
    await sql<Source>`select s.id, s.agency_id, s.pseudonym, s.kind, s.made_at, s.referred_at, s.referred_words,
      ${count(28)} as last28, ${count(90)} as last90, ${count(period)} as in_period
    from intelligence.source s left join intelligence.item i on i.source_id = s.id and ${counted('i')}
    where ${itemPolicy.visible(work.viewer, 's')} ${id ? sql`and s.id = ${id}` : sql``}
    group by s.id order by count(i.id) filter (where i.received_at >= ${since(period)}) desc, s.pseudonym limit 500`.execute(
      work.db,
    );
  return rows;
}

/** Every source of the unit, those that gave most lately first. */
export const listSources = (work: Work): Promise<Source[]> => sourcesWhere(work, undefined);
export const findSource = async (work: Work, id: string): Promise<Source | undefined> =>
  (await sourcesWhere(work, id))[0];

/** The source of an item, and what the unit would like to know besides. */
export async function sourceOfItem(
  work: Work,
  itemId: string,
): Promise<{ source: Source | undefined; wanted: string }> {
  const { rows } = await sql<{
    sourceId: string | null;
    wanted: string;
  }>`select i.source_id, i.wanted from intelligence.item i
    where i.id = ${itemId} and ${itemPolicy.visible(work.viewer, 'i')}`.execute(work.db);
  const [row] = rows;
  return {
    source: row?.sourceId ? await findSource(work, row.sourceId) : undefined,
    wanted: row?.wanted ?? '',
  };
}

/** Items of a source, newest first. */
export async function itemsOfSource(
  { db, viewer }: Work,
  sourceId: string,
): Promise<{ id: string; reference: string; title: string; receivedAt: Date }[]> {
  const { rows } = await sql<{
    id: string;
    reference: string;
    title: string;
    receivedAt: Date;
  }>`select i.id, i.reference, i.title, i.received_at
    from intelligence.item i where i.source_id = ${sourceId} and ${itemPolicy.visible(viewer, 'i')} order by i.received_at desc, i.id limit 100`.execute(
    db,
  );
  return rows;
}

/** Makes a source under a name that is free in the unit. */
export async function addSource({ db, ids, clock, ...work }: Work, kind: SourceKind): Promise<string> {
  const { officerId, agencyId } = officerOf({ db, ids, clock, ...work });
  for (let tries = 0; tries < 20; tries += 1) {
    const chance = Number.parseInt(ids.next().slice(0, 8), 16);
    const bird = pseudonymWords[chance % pseudonymWords.length] ?? 'Heron';
    const id = ids.next();
    const done = await db
      .insertInto('intelligence.source')
      .values({
        ...{ id, agencyId, kind, madeAt: clock.now(), madeBy: officerId },
        pseudonym: `${bird} ${2 + (Math.floor(chance / 64) % 98)}`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (done.numInsertedOrUpdatedRows === 1n) return id;
  }
  throw new Error('No free pseudonym was found in twenty tries.');
}

/** Who a source is: read and written on the sealed login alone. */
export interface Identity {
  pseudonym: string;
  name: string;
  contact: string;
}

/** Under what pseudonym a source is known, for whoever may open who it is. Of that, nothing is read. */
export async function sourceToOpen({ db, viewer }: Work, sourceId: string): Promise<string | undefined> {
  const { rows } = await sql<{ pseudonym: string }>`select s.pseudonym from intelligence.source s
    where s.id = ${sourceId} and ${itemPolicy.visible(viewer, 's')}`.execute(db);
  return rows[0]?.pseudonym;
}

/** The identity of a source, under its pseudonym; empty where nobody has kept one. Only on the sealed login. */
export async function identityOf({ db, viewer }: Work, sourceId: string): Promise<Identity | undefined> {
  const { rows } =
    await sql<Identity>`select s.pseudonym, coalesce(n.name, '') as name, coalesce(n.contact, '') as contact
    from intelligence.source s left join intelligence.source_identity n on n.source_id = s.id
    where s.id = ${sourceId} and ${itemPolicy.visible(viewer, 's')}`.execute(db);
  return rows[0];
}

export async function keepIdentity(
  work: Work,
  sourceId: string,
  given: { name: string; contact: string },
): Promise<void> {
  const { officerId, agencyId } = officerOf(work);
  const kept = { ...given, keptAt: work.clock.now(), keptBy: officerId };
  await work.db
    .insertInto('intelligence.sourceIdentity')
    .values({ sourceId, agencyId, ...kept })
    .onConflict((conflict) => conflict.column('sourceId').doUpdateSet(kept))
    .execute();
}
