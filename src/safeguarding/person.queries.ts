import { sql } from 'kysely';
import {
  type Ask,
  askOf,
  findSubjects,
  identityOf,
  type SeenIdentity,
  type Subject,
} from '../linkage/index.ts';
import type { Work } from '../platform/http/work.ts';
import type { VictimFile } from './file.store.ts';

/** One list or report that names a person, as the viewer may see it. */
export type Provenance = Subject;

/** Who a file is about: every record of the person that the viewer may see, and whom to ask for what they may not. */
export interface Person {
  identity: SeenIdentity | undefined;
  sources: readonly Provenance[];
  asks: readonly Ask[];
}

/**
 * The record that stands today for one that a file is anchored to: a row that was changed on its list is a new entry, and
 * the file follows it. Gives the same id where nothing replaced it.
 */
export async function standsToday(
  { db }: Work,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ first: string; id: string }>`with recursive line as (
      select e.id as first, e.id, e.withdrawn_at from linkage.list_entry e where e.id = any(${[...recordIds]}::uuid[])
      union all
      select l.first, n.id, n.withdrawn_at from line l join linkage.list_entry n on n.replaces = l.id)
    select first, id from line where withdrawn_at is null`.execute(db);
  const found = new Map(rows.map(({ first, id }) => [first, id]));
  return new Map(recordIds.map((id) => [id, found.get(id) ?? id]));
}

/** Who one file is about. */
export async function personOf(work: Work, file: Pick<VictimFile, 'recordId'>): Promise<Person> {
  const today = (await standsToday(work, [file.recordId])).get(file.recordId) ?? file.recordId;
  const identity = (await identityOf(work, [today])).get(today);
  if (!identity) return { identity: undefined, sources: [], asks: [] };
  const sources = await findSubjects(work, identity.members);
  return { identity, sources, asks: (await askOf(work, [today])).get(today) ?? [] };
}

/** How many lists name each person of some files. */
export async function listsNaming(
  work: Work,
  files: readonly Pick<VictimFile, 'id' | 'recordId'>[],
): Promise<ReadonlyMap<string, number>> {
  const current = await standsToday(
    work,
    files.map(({ recordId }) => recordId),
  );
  const identities = await identityOf(work, [...current.values()]);
  const members = [...new Set([...identities.values()].flatMap((identity) => identity.members))];
  const sources = new Map((await findSubjects(work, members)).map((one) => [one.id, one]));
  return new Map(
    files.map(({ id, recordId }) => {
      const identity = identities.get(current.get(recordId) ?? recordId);
      const lists = new Set((identity?.members ?? []).map((member) => sources.get(member)?.listId ?? member));
      return [id, lists.size];
    }),
  );
}
