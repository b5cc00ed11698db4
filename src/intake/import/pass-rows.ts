import { StartRefused } from '../../platform/failures/failures.ts';
import type { Table } from '../../platform/files/table-file.ts';
import type { Work } from '../../platform/http/work.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { noteMentions } from '../../records/index.ts';
import type { Draft, RowProblem } from './draft.ts';
import type { Mapping } from './mapping.ts';
import { placesOf } from './place-drafts.ts';
import { draftBatches } from './read-drafts.ts';
import { draftRouter, type ImportOf, type ImportType, typesByName } from './route-drafts.ts';
import { type ReportRow, unknownRows, writeReports } from './write-reports.ts';

/** How many rows go to a service, by how it was chosen. */
export interface RouteCount {
  byRule: number;
  toFallback: number;
}

/** Every row is in exactly one of accepted, known and rejected. */
export interface Tally {
  rows: number;
  accepted: number;
  known: number;
  rejected: number;
  /** By service id. */
  routes: Map<string, RouteCount>;
  /** Words for a category that nothing of ours is matched to, with how many rows have them. */
  unknownCategories: Map<string, number>;
}

export interface Passing extends ImportOf {
  table: Table;
  types: ReadonlyMap<string, ImportType>;
  /** `check` writes nothing and counts what `load` would write. */
  mode: 'check' | 'load';
  /** Told after each batch, with its problems, before the next is read. */
  onBatch?(done: { rowsSoFar: number; problems: readonly RowProblem[] }): Promise<void> | void;
  onRouted?(draft: Draft, serviceId: string): void;
}

/**
 * Reads a file once, from top to bottom: each row is read by the mapping, placed, routed and, where it is new, written.
 * Memory does not grow with the file, but for the identifiers of its rows.
 */
export async function passRows(work: Work, passing: Passing): Promise<Tally> {
  const { table, mapping, types, mode } = passing;
  checkTypes(mapping, types);
  const route = await draftRouter(work, passing, types);
  const tally: Tally = {
    rows: 0,
    accepted: 0,
    known: 0,
    rejected: 0,
    routes: new Map(),
    unknownCategories: new Map(),
  };
  const onUnknownCategory = (words: string) =>
    tally.unknownCategories.set(words, (tally.unknownCategories.get(words) ?? 0) + 1);
  const facts = { now: work.clock.now(), typeByName: typesByName(types), onUnknownCategory };
  for await (const batch of draftBatches(table, mapping, facts)) {
    const places = await placesOf(work, mapping, batch.drafts);
    const rows: ReportRow[] = [];
    for (const [index, draft] of batch.drafts.entries()) {
      const place = places[index];
      if (!place) continue;
      const { routed, row } = route(draft, place);
      rows.push(row);
      passing.onRouted?.(draft, routed.serviceId);
      const count = tally.routes.get(routed.serviceId) ?? { byRule: 0, toFallback: 0 };
      if (routed.routedBy === 'rule') count.byRule += 1;
      else count.toFallback += 1;
      tally.routes.set(routed.serviceId, count);
    }
    const fresh = mode === 'load' ? await writeAndScan(work, rows) : (await unknownRows(work, rows)).length;
    tally.rows += batch.rows;
    tally.accepted += fresh;
    tally.known += rows.length - fresh;
    tally.rejected += batch.rows - batch.drafts.length;
    await passing.onBatch?.({ rowsSoFar: batch.rowsSoFar, problems: batch.problems });
  }
  if (tally.accepted > 0 && mode === 'load') await foldTallies(work);
  return tally;
}

/** Thousands of reports leave as many rows of counts: they are added up at once, not only at night. */
const foldTallies = (work: Work): Promise<void> =>
  enqueue(work.db, 'fold-report-tally', {}, { key: 'fold-report-tally' });

/** Writes what is new, and keeps what its words name, as for a report that somebody made by hand; how many were new. */
async function writeAndScan(work: Work, rows: readonly ReportRow[]): Promise<number> {
  const { added, written } = await writeReports(work, rows);
  await noteMentions(
    work,
    written.map((row) => ({
      reportId: row.id,
      agencyId: String(row.ownerAgencyId),
      text: typeof row.description === 'string' ? row.description : '',
      isSensitive: row.isSensitive === true,
      receivedAt: row.receivedAt instanceof Date ? row.receivedAt : work.clock.now(),
    })),
  );
  return added;
}

/** A mapping to a kind of issue that is not there is a mistake in the mapping, not in every row. */
function checkTypes(mapping: Mapping, types: ReadonlyMap<string, ImportType>): void {
  const named = [mapping.category.fixed ?? [], Object.values(mapping.category.map)].flat();
  const unknown = named.find((code) => !types.has(code));
  if (unknown !== undefined)
    throw new StartRefused(
      'no-issue-type',
      `There is no issue type ${unknown}: add it to the A to Z, match it to another, or set "create" in the mapping.`,
    );
}
