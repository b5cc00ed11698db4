import { sql } from 'kysely';
import { type Ask, askOf, findSubjects, identityOf, type Subject } from '../linkage/index.ts';
import type { Work } from '../platform/http/work.ts';
import type { VictimFile } from './file.store.ts';

/** One list or report that names a person, as the viewer may see it. */
export type Provenance = Subject;

/** Who some files of one person are about: every record that the viewer may see, and whom to ask for what they may not. */
export interface Person {
  members: readonly string[];
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

/** The records that stand today for those that files are anchored to, and every record that is the same person as one. */
async function recordsOf(
  work: Work,
  files: readonly Pick<VictimFile, 'recordId'>[],
): Promise<{ anchors: string[]; members: string[] }> {
  const today = await standsToday(
    work,
    files.map(({ recordId }) => recordId),
  );
  const anchors = [...new Set(today.values())];
  const identities = [...(await identityOf(work, anchors)).values()];
  return { anchors, members: [...new Set(identities.flatMap(({ members }) => members))] };
}

/** Who the files of one person are about. */
export async function personOf(work: Work, files: readonly Pick<VictimFile, 'recordId'>[]): Promise<Person> {
  const { anchors, members } = await recordsOf(work, files);
  if (members.length === 0) return { members: [], sources: [], asks: [] };
  const asks = [...(await askOf(work, anchors)).values()].flat();
  return {
    members,
    sources: await findSubjects(work, members),
    asks: [...new Map(asks.map((ask) => [`${ask.agencyName} ${ask.contact}`, ask])).values()],
  };
}

/** How many lists that the viewer sees name the person of some files. */
export async function listsNaming(
  work: Work,
  files: readonly Pick<VictimFile, 'recordId'>[],
): Promise<number> {
  const { members } = await recordsOf(work, files);
  const sources = new Map((await findSubjects(work, members)).map((one) => [one.id, one]));
  return new Set(members.map((member) => sources.get(member)?.listId ?? member)).size;
}
