import { sql } from 'kysely';
import { victimReaders } from '../../directory/index.ts';
import { hasRole } from '../../platform/access/viewer.ts';
import type { Work } from '../../platform/http/work.ts';
import { type Conflict, type Identity, identitiesOf } from './identity.ts';
import {
  type Judgement,
  judgementsWhere,
  seenAmong,
  type Tie,
  tiesOf,
  type When,
} from './judgement.store.ts';

/** Who a record is about, as the viewer sees it. */
export type SeenIdentity = Identity<Tie>;

/** Records and judgements that hang together with those asked for. */
export interface Neighbourhood {
  records: ReadonlySet<string>;
  ties: readonly Tie[];
}

/**
 * Everything that hangs together with records by «same», and the «different» among it, of what the viewer may see. Read in
 * rounds, each for the whole frontier with two statements: as many rounds as the longest way from a record asked for, whether
 * one is asked for or fifty.
 */
export async function neighbourhoodOf(
  work: Work,
  recordIds: readonly string[],
  when: When = 'now',
): Promise<Neighbourhood> {
  const records = new Set(await seenAmong(work, recordIds, when));
  const ties = new Map<string, Tie>();
  let frontier = [...records];
  while (frontier.length > 0) {
    const touching = await tiesOf(work, frontier, when);
    for (const tie of touching) ties.set(tie.id, tie);
    const beyond = touching
      .filter(({ verdict }) => verdict === 'same')
      .flatMap(({ recordA, recordB }) => [recordA, recordB])
      .filter((id) => !records.has(id));
    frontier = await seenAmong(work, beyond, when);
    for (const id of frontier) records.add(id);
  }
  return {
    records,
    ties: [...ties.values()].filter(({ recordA, recordB }) => records.has(recordA) && records.has(recordB)),
  };
}

/**
 * The identity of each record, from what the viewer may see; records that they may not see have none. `when` asks for the
 * ledger as it stood at an instant.
 */
export async function identityOf(
  work: Work,
  recordIds: readonly string[],
  when: When = 'now',
): Promise<ReadonlyMap<string, SeenIdentity>> {
  const { records, ties } = await neighbourhoodOf(work, recordIds, when);
  const found = new Map<string, SeenIdentity>();
  const asked = new Set(recordIds);
  for (const identity of identitiesOf(records, ties))
    for (const member of identity.members) if (asked.has(member)) found.set(member, identity);
  return found;
}

/** An agency that holds something about a person and says whom to ask, and nothing else. */
export interface Ask {
  agencyId: string;
  agencyName: string;
  contact: string;
}

/**
 * Whom to ask about each identity: agencies whose agreement lets the viewer's agency know that they hold something. Keyed
 * as the identities are; an identity without any is left out.
 */
export async function askOfIdentities(
  work: Work,
  identities: readonly SeenIdentity[],
): Promise<ReadonlyMap<string, readonly Ask[]>> {
  if (!hasRole(work.viewer, ...victimReaders) || identities.length === 0) return new Map();
  const members = identities.flatMap((identity, person) => identity.members.map((id) => ({ id, person })));
  const { rows } = await sql<Ask & { person: number }>`
    select c.person, c.agency_id, a.name as agency_name, c.contact
    from linkage.contacts_of(${members.map(({ id }) => id)}::uuid[], ${members.map(({ person }) => person)}::integer[], ${work.clock.today()}::date) c
    join directory.agency a on a.id = c.agency_id order by a.name, c.contact`.execute(work.db);
  const asks = new Map<string, Ask[]>();
  for (const { person, ...ask } of rows) {
    const key = identities[person]?.key ?? '';
    asks.set(key, [...(asks.get(key) ?? []), ask]);
  }
  return asks;
}

/** Whom to ask about the person of each record; records without anybody to ask are left out. */
export async function askOf(
  work: Work,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Ask[]>> {
  const identities = await identityOf(work, recordIds);
  const asks = await askOfIdentities(work, [...new Set(identities.values())]);
  return new Map(
    [...identities].flatMap(([id, { key }]) => {
      const found = asks.get(key);
      return found ? [[id, found] as const] : [];
    }),
  );
}

/** Every conflict of the ledger that the viewer may see, the strongest refused «same» first. */
export async function conflictsOf(work: Work): Promise<Conflict<Judgement>[]> {
  const apart = await judgementsWhere(work, sql`j.verdict = 'different'`);
  const { records, ties } = await neighbourhoodOf(
    work,
    apart.flatMap(({ recordA, recordB }) => [recordA, recordB]),
  );
  return inFull(work, [...new Set(identitiesOf(records, ties).flatMap(({ conflicts }) => conflicts))]);
}

/** Conflicts with everything that their judgements say. */
export async function inFull(
  work: Work,
  conflicts: readonly Conflict<Tie>[],
): Promise<Conflict<Judgement>[]> {
  const ids = conflicts.flatMap(({ refused, because }) => [refused, ...because].map(({ id }) => id));
  const judgements = new Map(
    (await judgementsWhere(work, sql`j.id = any(${ids}::uuid[])`, { when: 'ever' })).map((judgement) => [
      judgement.id,
      judgement,
    ]),
  );
  return conflicts
    .flatMap(({ refused, because }) => {
      const whole = judgements.get(refused.id);
      return whole
        ? [{ refused: whole, because: because.flatMap(({ id }) => judgements.get(id) ?? []) }]
        : [];
    })
    .sort((one, other) => (other.refused.probability ?? 1) - (one.refused.probability ?? 1));
}
