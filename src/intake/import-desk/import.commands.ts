import { findIssueType, listIssueTypes } from '../../directory/index.ts';
import {
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import type { Mapping } from '../import/mapping.ts';
import { type ColumnsInput, type KindsInput, mappingOf } from './import.forms.ts';
import { changeImport, findImport, findPreview, forgetFile, type ImportRun } from './import.store.ts';
import { type ImportAction, importTransition, notNow } from './import.transitions.ts';
import { findSource, keptMapping, rememberMapping } from './import-source.store.ts';
import { countKept } from './kept-reports.store.ts';

/** The list, if an action fits where it stands and nobody was quicker. */
async function listFor(
  work: Work,
  { importId, version }: { importId: string; version: number },
  action: ImportAction,
): Promise<Result<ImportRun>> {
  const run = await findImport(work, importId);
  if (!run) return notFound;
  about(work, 'import', run.id);
  if (run.version !== version)
    return stale('Somebody, or the worker, has moved this list on since you opened it. Reload the page.');
  if (!importTransition(run.status, action))
    return refusedByRule('import.not-now', notNow(action), 'Open the list again to see where it stands.');
  return ok(run);
}

async function move(
  work: Work,
  run: ImportRun,
  action: ImportAction,
  set: Omit<Parameters<typeof changeImport>[2], 'status'> = {},
): Promise<Result<ImportRun>> {
  const status = importTransition(run.status, action)?.to;
  if (!status || !(await changeImport(work, run, { ...set, status })))
    return stale('Somebody has moved this list on since you opened it. Reload the page.');
  return ok({ ...run, status, version: run.version + 1 });
}

/** Says which column holds what, and has the worker check every row. */
export async function chooseColumns(
  work: Work,
  input: ColumnsInput & { importId: string },
): Promise<Result<ImportRun>> {
  const found = await listFor(work, input, 'choose-columns');
  if (!found.ok) return found;
  const run = found.value;
  const problems = await columnProblems(work, run, input);
  if (problems.length > 0) return invalid(...problems);
  const preview = await findPreview(work, run.id);
  if (!preview) return fileGone;
  const source = run.sourceId ? await findSource(work, run.sourceId) : undefined;
  const { importId: _importId, ...columns } = input;
  const mapping = mappingOf(columns, {
    feed: run.feed,
    agencyCode: run.agencyCode,
    rows: preview.rows,
    known: keptMapping(run.mapping) ?? keptMapping(source?.mapping),
  });
  return check(work, run, 'choose-columns', mapping);
}

const fileGone = refusedByRule(
  'import.file-gone',
  'The file of this list is no longer kept.',
  'Choose the file again as a new list.',
);

async function columnProblems(work: Work, run: ImportRun, input: ColumnsInput) {
  const {
    version: _version,
    importId: _importId,
    issueType,
    dates: _dates,
    ...columns
  } = input as ColumnsInput & {
    importId?: string;
  };
  const problems = Object.entries(columns)
    .filter(([, name]) => name !== undefined && !run.columns.includes(name))
    .map(([field]) => ({ field, words: 'Choose a column of this file' }));
  if (issueType && !(await findIssueType(work.db, issueType))?.isActive)
    problems.push({ field: 'issueType', words: 'Choose a kind of issue from the list' });
  if (!issueType && !input.category)
    problems.push({
      field: 'category',
      words: 'Choose the column with the kind of issue, or one kind for every row',
    });
  if (!input.place && !input.postcode && !(input.lon && input.lat))
    problems.push({
      field: 'place',
      words: 'Choose at least one of: where in words, postcode, longitude with latitude',
    });
  return problems;
}

/** Matches words of the list with kinds of issue of ours, and has the rows checked again. */
export async function matchKinds(
  work: Work,
  input: KindsInput & { importId: string },
): Promise<Result<ImportRun>> {
  const found = await listFor(work, input, 'match-kinds');
  if (!found.ok) return found;
  const mapping = keptMapping(found.value.mapping);
  if (!mapping) return fileGone;
  const types = new Set(
    (await listIssueTypes(work.db)).filter((type) => type.isActive).map((type) => type.code),
  );
  const matched = input.words.flatMap((words, index) => {
    const code = input.code[index];
    return code ? [[words, code] as const] : [];
  });
  if (matched.length === 0)
    return invalid({ field: 'code-0', words: 'Choose a kind of issue for at least one of their words' });
  if (matched.some(([, code]) => !types.has(code)))
    return invalid({ field: 'code-0', words: 'Choose kinds of issue from the list' });
  const map = Object.fromEntries([...Object.entries(mapping.category.map), ...matched]);
  return check(work, found.value, 'match-kinds', { ...mapping, category: { ...mapping.category, map } });
}

async function check(
  work: Work,
  run: ImportRun,
  action: ImportAction,
  mapping: Mapping,
): Promise<Result<ImportRun>> {
  if (run.sourceId) await rememberMapping(work, run.sourceId, mapping);
  const moved = await move(work, run, action, { mapping: JSON.stringify(mapping), refusedWords: null });
  if (moved.ok) await enqueue(work.db, 'check-import', { importId: run.id });
  return moved;
}

/** Has the worker load the rows that the check would accept. */
export async function loadList(
  work: Work,
  input: { importId: string; version: number },
): Promise<Result<ImportRun>> {
  const found = await listFor(work, input, 'load');
  if (!found.ok) return found;
  if (found.value.rowsAccepted === 0)
    return refusedByRule(
      'import.nothing-to-load',
      'No row of this list would be loaded.',
      'Mend the rejected rows, or match their kinds of issue, and check again.',
    );
  const moved = await move(work, found.value, 'load', { loadedBy: officerOf(work).officerId });
  if (moved.ok) {
    work.note.detail.rows = found.value.rowsAccepted;
    await enqueue(work.db, 'load-import', { importId: input.importId });
  }
  return moved;
}

/** Has the worker take back the reports of a list that nobody has worked on; the others stay. */
export async function undoList(
  work: Work,
  input: { importId: string; version: number; reason: string },
): Promise<Result<ImportRun>> {
  const found = await listFor(work, input, 'undo');
  if (!found.ok) return found;
  const { inAll, kept } = await countKept(work, found.value);
  if (inAll === kept)
    return refusedByRule(
      'import.all-worked-on',
      kept === 0
        ? 'This list brought no reports, so there is nothing to take back.'
        : `All ${kept} reports of this list have been worked on or are restricted, so none can be taken back.`,
      'Close or join them one by one.',
    );
  const moved = await move(work, found.value, 'undo', {
    undoneBy: officerOf(work).officerId,
    undoReason: input.reason,
  });
  if (moved.ok) {
    Object.assign(work.note.detail, { inAll, kept });
    await enqueue(work.db, 'undo-import', { importId: input.importId });
  }
  return moved;
}

/** Puts a list away that was never loaded, and forgets its file at once. */
export async function putAwayList(
  work: Work,
  input: { importId: string; version: number },
): Promise<Result<ImportRun>> {
  const found = await listFor(work, input, 'put-away');
  if (!found.ok) return found;
  await forgetFile(work, input.importId);
  return move(work, found.value, 'put-away');
}
