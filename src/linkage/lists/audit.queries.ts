import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { recordPolicy } from '../../records/index.ts';
import { identityOf } from '../ledger/index.ts';
import { listLists, type PartnerList } from './list.store.ts';

/** One list beside the others: how many rows, how many people, and how much of it is elsewhere too. */
export interface AuditedList {
  list: PartnerList;
  rows: number;
  people: number;
  /** Rows more than people: the same person twice on this list. */
  duplicates: number;
  /** People who are on another list as well. */
  elsewhere: number;
}

/** Somebody for whom lists say that different things are done. */
export interface DifferingPerson {
  /** A record of theirs, for the way to their card. */
  recordId: string;
  label: string;
  lists: readonly { id: string; name: string; agencyName: string; intervention: string }[];
}

export interface ListAudit {
  lists: readonly AuditedList[];
  /** People on two lists or more. */
  onSeveral: number;
  differing: readonly DifferingPerson[];
  /** All of whom the differing are the first. */
  differingInAll: number;
}

interface Row {
  id: string;
  listId: string;
  label: string;
}

const shown = 100;

/**
 * The audit of lists (S1-35): who is on more than one, and for whom the lists say that different things are done. Made of
 * the rows that the viewer may see, and of what people have judged of them so far.
 */
export async function auditLists(work: Work): Promise<ListAudit> {
  const lists = (await listLists(work)).filter(({ isOpen }) => isOpen);
  const byId = new Map(lists.map((list) => [list.id, list]));
  const { rows } = await sql<Row>`select e.id, e.list_id, e.label from linkage.list_entry e
    where e.withdrawn_at is null and e.kind = 'person' and e.list_id = any(${[...byId.keys()]}::uuid[])
      and ${recordPolicy.visible(work.viewer, 'e')} order by e.label, e.id`.execute(work.db);
  const identities = await identityOf(
    work,
    rows.map(({ id }) => id),
  );
  const people = Map.groupBy(rows, ({ id }) => identities.get(id)?.key ?? id);
  const listsOf = new Map([...people].map(([key, own]) => [key, new Set(own.map(({ listId }) => listId))]));
  const differing = [...people].flatMap(([key, own]) => {
    const on = [...(listsOf.get(key) ?? [])].flatMap((id) => byId.get(id) ?? []);
    const interventions = new Set(on.map(({ intervention }) => intervention));
    return on.length > 1 && interventions.size > 1 ? [{ own, on }] : [];
  });
  return {
    lists: lists.map((list) => {
      const here = [...people].filter(([key]) => listsOf.get(key)?.has(list.id));
      const own = rows.filter(({ listId }) => listId === list.id).length;
      return {
        list,
        rows: own,
        people: here.length,
        duplicates: own - here.length,
        elsewhere: here.filter(([key]) => (listsOf.get(key)?.size ?? 0) > 1).length,
      };
    }),
    onSeveral: [...listsOf.values()].filter((on) => on.size > 1).length,
    differing: differing
      .sort((a, b) => b.on.length - a.on.length)
      .slice(0, shown)
      .map(({ own, on }) => ({ recordId: own[0]?.id ?? '', label: own[0]?.label ?? '', lists: on })),
    differingInAll: differing.length,
  };
}
