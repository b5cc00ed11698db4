import { basename } from 'node:path';
import { systemViewer } from '../../platform/access/viewer.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Databases } from '../../platform/database/database.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import { hashOfFile } from '../../platform/files/given-table.ts';
import { openTable, type Progress, type Table } from '../../platform/files/table-file.ts';
import type { Work } from '../../platform/http/work.ts';
import type { Ids } from '../../platform/ids/ids.ts';
import {
  addIssueTypes,
  addLearntDirectory,
  addServicePerArea,
  feedAgency,
  feedService,
} from './directory-of-feed.ts';
import type { RowProblem } from './draft.ts';
import { finishRun, noteProblems, startRun } from './import-run.store.ts';
import { type Accuracy, accuracyCounter, type Learnable, type Learning, learnRules } from './learn.ts';
import type { Mapping } from './mapping.ts';
import { passRows, type Tally } from './pass-rows.ts';
import { draftBatches } from './read-drafts.ts';
import { type ImportType, importTypes, typesByName } from './route-drafts.ts';

export interface ImportOptions {
  file: string;
  mapping: Mapping;
  /** Reads, checks and routes everything, and loads nothing. */
  dryRun: boolean;
  onProgress?: (words: string, progress?: Progress) => void;
}

/** Every row is in exactly one of accepted, known and rejected. */
export interface ImportResult {
  rows: number;
  accepted: number;
  known: number;
  rejected: number;
  problems: readonly RowProblem[];
  routed: { byRule: number; toFallback: number };
  accuracy: Accuracy | undefined;
  seconds: number;
}

interface Surroundings {
  databases: Databases;
  clock: Clock;
  ids: Ids;
}

/**
 * Loads reports from a file on behalf of the installation: makes what directory the mapping asks for, then reads, places,
 * routes and writes in one transaction, so that a file that turns out bad loads nothing. A second run of the same file
 * changes nothing. Officers load files by the pages, which make no directory.
 */
export async function importReports(
  surroundings: Surroundings,
  options: ImportOptions,
): Promise<ImportResult> {
  const startedAt = performance.now();
  const { mapping, dryRun } = options;
  const inOneAct = actsAsSystem(surroundings, options);
  const table = await openTable(options.file, {
    delimiter: mapping.delimiter,
    onProgress: (progress) => options.onProgress?.(dryRun ? 'Checking' : 'Loading', progress),
  });
  const seen = makesDirectory(mapping)
    ? await inOneAct('WORKER', undefined, (work) => rowsToLearnFrom(work, table, mapping))
    : [];
  const learning = mapping.learn ? learnRules(seen, mapping.learn.share) : undefined;
  if (!dryRun && makesDirectory(mapping)) {
    options.onProgress?.('Making the directory');
    await inOneAct('TECH', 'import.directory', (work) => makeDirectory(work, mapping, seen, learning));
  }
  return inOneAct('WORKER', 'import.reports', async (work) => {
    const { tally, problems, accuracy } = await passFile(work, options, { table, seen, learning });
    const { rows, accepted, known, rejected } = tally;
    work.note.detail = { feed: mapping.feed, rows, accepted, rejected };
    const routes = [...tally.routes.values()];
    return {
      ...{ rows, accepted, known, rejected, problems, accuracy },
      routed: {
        byRule: routes.reduce((sum, route) => sum + route.byRule, 0),
        toFallback: routes.reduce((sum, route) => sum + route.toFallback, 0),
      },
      seconds: (performance.now() - startedAt) / 1000,
    };
  });
}

type Act = <T>(
  side: 'TECH' | 'WORKER',
  event: string | undefined,
  act: (work: Work) => Promise<T>,
) => Promise<T>;

/** Runs an act as the system, audited by its event; one without an event only looks. A dry run is undone. */
function actsAsSystem({ databases, clock, ids }: Surroundings, options: ImportOptions): Act {
  return (side, event, act) => {
    const viewer = systemViewer(side, `import of ${basename(options.file)}`);
    return databases.inTransaction(
      side,
      viewer,
      async (db) => {
        const work: Work = { db, viewer, clock, ids, note: { detail: {} } };
        const value = await act(work);
        if (event)
          await recordAudit(db, {
            event,
            outcome: 'done',
            viewer,
            requestId: 'command line',
            at: clock.now(),
            note: work.note,
          });
        return value;
      },
      !options.dryRun,
    );
  };
}

interface Learnt {
  table: Table;
  seen: readonly Learnable[];
  learning: Learning | undefined;
}

async function passFile(
  work: Work,
  { file, mapping, dryRun }: ImportOptions,
  { table, seen, learning }: Learnt,
): Promise<{ tally: Tally; problems: RowProblem[]; accuracy: Accuracy | undefined }> {
  const types = await importTypes(work);
  if (dryRun) for (const row of seen) addWouldBeType(types, row);
  const agencyId = await receivingAgency(work, mapping, dryRun);
  const sha256 = await hashOfFile(file);
  const importId = dryRun
    ? work.ids.next()
    : await startRun(work, { fileName: basename(file), sha256, mapping, agencyId });
  // A directory that is still to be made routes nothing yet, so a dry run cannot say how good it would be.
  const accuracy = learning && !dryRun ? accuracyCounter(learning) : undefined;
  const queueOf = new Map(seen.flatMap(({ queue }) => (queue ? [[feedService(mapping, queue), queue]] : [])));
  const problems: RowProblem[] = [];
  const tally = await passRows(work, {
    ...{ table, mapping, agencyId, importId, types },
    mode: dryRun ? 'check' : 'load',
    onRouted: (draft, serviceId) => accuracy?.add(draft, queueOf.get(serviceId)),
    onBatch: async (batch) => {
      problems.push(...batch.problems);
      if (!dryRun) await noteProblems(work, importId, batch.problems);
    },
  });
  if (!dryRun) await finishRun(work, importId, tally);
  return { tally, problems, accuracy: accuracy?.result() };
}

const makesDirectory = (mapping: Mapping): boolean =>
  mapping.category.create || mapping.learn !== undefined || mapping.servicePerArea !== undefined;

/** One look through the file for what its directory is made of; a file that cannot be read ends here, with nothing made. */
async function rowsToLearnFrom(work: Work, table: Table, mapping: Mapping): Promise<Learnable[]> {
  const facts = { now: work.clock.now(), typeByName: typesByName(await importTypes(work)) };
  const seen: Learnable[] = [];
  for await (const { drafts } of draftBatches(table, mapping, facts))
    for (const { issueType, categoryWords, districtName, wardName, queue, receivedAt } of drafts)
      seen.push({ issueType, categoryWords, districtName, wardName, queue, receivedAt });
  return seen;
}

async function makeDirectory(
  work: Work,
  mapping: Mapping,
  seen: readonly Learnable[],
  learning: Learning | undefined,
): Promise<void> {
  if (mapping.category.create) await addIssueTypes(work, seen);
  if (learning) await addLearntDirectory(work, mapping, seen, learning.rules);
  await addServicePerArea(work, mapping);
}

function addWouldBeType(types: Map<string, ImportType>, { issueType: code, categoryWords }: Learnable): void {
  if (!types.has(code))
    types.set(code, { code, name: categoryWords, targetWorkingDays: 5, isSensitive: false });
}

async function receivingAgency(work: Work, mapping: Mapping, dryRun: boolean): Promise<string> {
  const row = await work.db
    .selectFrom('directory.agency')
    .select('id')
    .where('code', '=', mapping.agency)
    .executeTakeFirst();
  if (row) return row.id;
  // The feed's own agency, where the import has just made it or would make it.
  const own = feedAgency(mapping);
  const isMade = await work.db
    .selectFrom('directory.agency')
    .select('id')
    .where('id', '=', own)
    .executeTakeFirst();
  if (isMade || (dryRun && makesDirectory(mapping))) return own;
  throw new StartRefused(
    'no-agency',
    `There is no agency with the code ${mapping.agency}: see the directory.`,
  );
}
