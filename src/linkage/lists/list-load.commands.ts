import { stat } from 'node:fs/promises';
import { insertMany } from '../../platform/database/bulk.ts';
import {
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { type GivenFile, hashOfFile, keptName, lookAtTable } from '../../platform/files/given-table.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { asksHiding, namesHidden } from './hidden-rows.ts';
import { listClosed, noAgreement } from './list.commands.ts';
import { type ColumnsInput, mappingSchema } from './list.forms.ts';
import { findList } from './list.store.ts';
import { changeLoad, findLoad, forgetLoadFile, keepLoadFile, type ListLoad } from './list-load.store.ts';
import { type LoadAction, loadTransition, nextMove, notNow } from './list-load.transitions.ts';
import type { ListMapping } from './list-row.ts';

/** Takes a file for a list and looks at its first rows. Nothing is loaded. */
export async function giveFile(
  work: Work,
  input: { listId: string; isWhole: boolean },
  file: GivenFile,
): Promise<Result<{ id: string }>> {
  const list = await findList(work, input.listId);
  if (!list) return notFound;
  const officer = officerOf(work);
  if (!list.isOpen) return noAgreement(list, officer.agencyName);
  if (list.closedAt) return listClosed;
  const looked = await lookAtTable(file.path);
  if (!looked.ok) return looked;
  const { columns, notes, rows } = looked.value;
  const id = work.ids.next();
  const fence = { id, agencyId: list.ownerAgencyId, handling: list.handling };
  await work.db
    .insertInto('linkage.listLoad')
    .values({
      ...fence,
      listId: list.id,
      fileName: keptName(file.name),
      fileSha256: await hashOfFile(file.path),
      sizeBytes: (await stat(file.path)).size,
      status: 'given',
      isWhole: input.isWhole,
      columns: JSON.stringify(columns),
      notes: JSON.stringify(notes),
      mapping: JSON.stringify({}),
      listVersion: 0,
      givenAt: work.clock.now(),
      givenBy: officer.officerId,
    })
    .execute();
  await keepLoadFile(work, fence, file.path);
  // Before anybody says which column is what, a row of somebody whose address is hidden is shown with none of them.
  const before = keptMapping(list.mapping, columns);
  const hidden = await namesHidden(
    work,
    rows.map((row) => ({ text: Object.values(row).join(' '), label: '' })),
  );
  await insertMany(
    work.db,
    'linkage.list_load_row',
    rows.flatMap((becomes, rowNumber) =>
      hidden.has(rowNumber) || asksHiding(becomes, before)
        ? []
        : {
            ...{ loadId: id, rowNumber, agencyId: fence.agencyId, handling: fence.handling },
            ...{ outcome: 'sample', label: '', becomes, problems: [] },
          },
    ),
  );
  about(work, 'list-load', id, { listId: list.id, columns: columns.length });
  return ok({ id });
}

/** A load by its address: of that list and no other. */
export interface LoadIds {
  listId: string;
  loadId: string;
}
type Moving = LoadIds & { version: number };

async function loadFor(
  work: Work,
  { listId, loadId, version }: Moving,
  action: LoadAction,
): Promise<Result<ListLoad>> {
  const load = await findLoad(work, loadId);
  if (load?.listId !== listId) return notFound;
  about(work, 'list-load', load.id, { listId: load.listId });
  if (load.version !== version)
    return stale('Somebody, or the worker, has moved this file on since you opened it. Reload the page.');
  if (!loadTransition(load.status, action))
    return refusedByRule('list-load.not-now', notNow(action), 'Open the file again to see where it stands.');
  if (!nextMove(load, action)) return listClosed;
  return ok(load);
}

async function move(
  work: Work,
  load: ListLoad,
  action: LoadAction,
  set: Omit<Parameters<typeof changeLoad>[2], 'status'> = {},
): Promise<Result<ListLoad>> {
  const status = loadTransition(load.status, action)?.to;
  if (!status || !(await changeLoad(work, load, { ...set, status })))
    return stale('Somebody has moved this file on since you opened it. Reload the page.');
  return ok({ ...load, status, version: load.version + 1 });
}

/** A mapping that was kept; what is no column of the file is left out. */
export function keptMapping(kept: unknown, columns: readonly string[]): ListMapping {
  const parsed = mappingSchema.safeParse(kept);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.data).filter(([, column]) => column !== undefined && columns.includes(column)),
  );
}

/** Says which column holds what, and has the worker hold every row against the list. */
export async function chooseColumns(
  work: Work,
  ids: LoadIds,
  { version, isWhole, ...chosen }: ColumnsInput,
): Promise<Result<ListLoad>> {
  const found = await loadFor(work, { ...ids, version }, 'choose-columns');
  if (!found.ok) return found;
  const load = found.value;
  const wrong = Object.entries(chosen)
    .filter(([, column]) => column !== undefined && !load.columns.includes(column))
    .map(([field]) => ({ field, words: 'Choose a column of this file' }));
  if (!chosen.name && !chosen.surname && !chosen.company)
    wrong.push({
      field: 'surname',
      words: 'Choose the column with the surname, or the one with the full name',
    });
  if (wrong.length > 0) return invalid(...wrong);
  if (!load.isFileKept) return fileGone;
  const mapping = JSON.stringify(chosen);
  // Kept with the list: the next file of it is read in the same way.
  await work.db.updateTable('linkage.list').set({ mapping }).where('id', '=', load.listId).execute();
  const moved = await move(work, load, 'choose-columns', {
    mapping,
    isWhole: isWhole === 'yes',
    refusedWords: null,
  });
  if (moved.ok) await enqueue(work.db, 'check-list-file', { loadId: load.id });
  return moved;
}

const fileGone = refusedByRule('list-load.file-gone', 'The file is no longer kept.', 'Give the file again.');

/** Has the worker load what the comparison showed. */
export async function loadFile(work: Work, input: Moving): Promise<Result<ListLoad>> {
  const found = await loadFor(work, input, 'load');
  if (!found.ok) return found;
  const load = found.value;
  if (load.rowsNew + load.rowsChanged + load.rowsGone === 0)
    return refusedByRule(
      'list-load.nothing',
      'The list already stands as it does in this file: there is nothing to load.',
      'Put the file away, or mend the rows that are rejected and give it again.',
    );
  const moved = await move(work, load, 'load', { loadedBy: officerOf(work).officerId });
  if (moved.ok) await enqueue(work.db, 'load-list-file', { loadId: load.id });
  return moved;
}

/**
 * Whether the viewer's agency may take a load back: the agency whose list it is, or the one whose officer gave it. With a load
 * goes what its rows asked to hide, for every list, so that seeing the rows under an agreement is not enough.
 */
export const mayUndo = (work: Work, load: ListLoad): boolean =>
  [load.agencyId, load.givenByAgencyId].includes(officerOf(work).agencyId);

/** Has the worker take a load back: its rows go, and the rows that it replaced or ended stand again. */
export async function undoLoad(work: Work, input: Moving & { reason: string }): Promise<Result<ListLoad>> {
  const found = await loadFor(work, input, 'undo');
  if (!found.ok) return found;
  if (!mayUndo(work, found.value))
    return refusedByRule(
      'list-load.not-yours',
      `An officer of another agency gave this file for ${found.value.agencyName}: it is taken back by that agency, or by ${found.value.agencyName}.`,
      'Ask them to undo it.',
    );
  const later = await laterLoad(work, found.value);
  if (later)
    return refusedByRule(
      'list-load.later',
      `${later.fileName} was loaded after it, and rests on it.`,
      'Undo the later file first.',
    );
  const moved = await move(work, found.value, 'undo', {
    undoneBy: officerOf(work).officerId,
    undoReason: input.reason,
  });
  if (moved.ok) await enqueue(work.db, 'undo-list-load', { loadId: input.loadId });
  return moved;
}

const laterLoad = (work: Work, load: ListLoad) =>
  work.db
    .selectFrom('linkage.listLoad')
    .select(['id', 'fileName'])
    .where('listId', '=', load.listId)
    .where('status', 'in', ['loaded', 'loading'])
    .where('id', '<>', load.id)
    .where('loadedAt', '>', load.loadedAt)
    .executeTakeFirst();

/** Puts a file away that was never loaded, and forgets it at once. */
export async function putAwayFile(work: Work, input: Moving): Promise<Result<ListLoad>> {
  const found = await loadFor(work, input, 'put-away');
  if (!found.ok) return found;
  await forgetLoadFile(work, input.loadId);
  return move(work, found.value, 'put-away');
}
