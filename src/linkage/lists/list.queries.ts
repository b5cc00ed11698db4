import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import type { SampleRow } from '../../platform/files/given-table.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { mayChange, noAgreement } from './list.commands.ts';
import { findList, type ListEntry, listEntries, type PartnerList } from './list.store.ts';
import { shownRows } from './list.words.ts';
import { keptMapping, mayUndo } from './list-load.commands.ts';
import { findLoad, type ListLoad, type LoadRow, loadsOf, rowsOf } from './list-load.store.ts';
import { mappingOf, type RecognisedColumns, recogniseColumns } from './recognise-columns.ts';

/** One list with its files; where its rows are not open, why and how to ask. */
export async function listView(work: Work, listId: string) {
  const list = await findList(work, listId);
  if (!list) return notFound;
  about(work, 'list', list.id);
  const refused = list.isOpen ? undefined : noAgreement(list, officerOf(work).agencyName).failure;
  return ok({
    list,
    loads: await loadsOf(work, list.id),
    mayChange: mayChange(work, list),
    refusal: refused?.kind === 'refused-by-rule' ? { words: refused.words, mend: refused.mend } : undefined,
  });
}

const pageRows = 50;

/** A page of the rows of a list. */
export async function rowsView(
  work: Work,
  asked: { listId: string; afterLabel?: string | undefined; afterId?: string | undefined; limit?: number },
): Promise<
  Result<{ list: PartnerList; entries: ListEntry[]; next: { afterLabel: string; afterId: string } | null }>
> {
  const list = await findList(work, asked.listId);
  if (!list?.isOpen) return notFound;
  about(work, 'list', list.id);
  const limit = asked.limit ?? pageRows;
  const after =
    asked.afterId === undefined ? undefined : { label: asked.afterLabel ?? '', id: asked.afterId };
  const found = await listEntries(work, { listId: list.id, after, limit: limit + 1 });
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  const next = found.length > limit && last ? { afterLabel: last.label, afterId: last.id } : null;
  work.note.detail.count = entries.length;
  return ok({ list, entries, next });
}

/** The load of a list, if the viewer may see it and it is of that list. */
export async function openLoad(
  work: Work,
  { listId, loadId }: { listId: string; loadId: string },
): Promise<Result<ListLoad>> {
  const load = await findLoad(work, loadId);
  if (load?.listId !== listId) return notFound;
  about(work, 'list-load', load.id, { listId });
  return ok(load);
}

export interface LoadView {
  load: ListLoad;
  /** Whether the viewer's agency may take it back. */
  mayUndo: boolean;
  rejected: LoadRow[];
  /** Loaded, without a cell that cannot be read. */
  flawed: LoadRow[];
  changed: LoadRow[];
  gone: LoadRow[];
  added: LoadRow[];
}

/** One file with what was found in it, a few hundred rows of each kind. */
export async function loadView(
  work: Work,
  ids: { listId: string; loadId: string },
): Promise<Result<LoadView>> {
  const found = await openLoad(work, ids);
  if (!found.ok) return found;
  const load = found.value;
  const of = (outcome: LoadRow['outcome']) => rowsOf(work, load, { outcome, limit: shownRows });
  const [rejected, changed, gone, added] = [
    await of('rejected'),
    await of('changed'),
    await of('gone'),
    await of('new'),
  ];
  const flawed = [...changed, ...added].filter((row) => row.problems.length > 0);
  return ok({ load, mayUndo: mayUndo(work, load), rejected, changed, gone, added, flawed });
}

export interface ColumnsView {
  load: ListLoad;
  samples: SampleRow[];
  found: RecognisedColumns;
  chosen: Record<string, string | undefined>;
  isRemembered: boolean;
}

/** The columns of a file as they are chosen now, as they were the last time, or as they are recognised. */
export async function columnsView(
  work: Work,
  ids: { listId: string; loadId: string },
): Promise<Result<ColumnsView>> {
  const opened = await openLoad(work, ids);
  if (!opened.ok) return opened;
  const load = opened.value;
  const samples = (await rowsOf(work, load, { outcome: 'sample', limit: 500 })).map(
    ({ becomes }) => becomes ?? {},
  );
  const found = recogniseColumns(load.columns, samples);
  const list = await findList(work, load.listId);
  const own = keptMapping(load.mapping, load.columns);
  const past = keptMapping(list?.mapping, load.columns);
  const wanted = Object.keys(list?.mapping ?? {}).length;
  // A file that has lost columns is another file: what is not known is recognised anew.
  const isRemembered = wanted > 0 && Object.keys(past).length === wanted;
  const chosen = Object.keys(own).length > 0 ? own : isRemembered ? past : { ...mappingOf(found), ...past };
  return ok({ load, samples, found, chosen, isRemembered });
}
