import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { sql } from 'kysely';
import { isHoliday } from '../../../reference/calendar.ts';
import {
  chooseService,
  loadRouting,
  type PlaceAreas,
  type Routed,
  type RoutingTable,
  tidyPostcode,
} from '../../directory/index.ts';
import { systemViewer } from '../../platform/access/viewer.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { addWorkingDays, type Clock, dayOf } from '../../platform/clock/clock.ts';
import { insertMany } from '../../platform/database/bulk.ts';
import type { Databases } from '../../platform/database/database.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import { type Progress, readTable } from '../../platform/files/table-file.ts';
import type { Work } from '../../platform/http/work.ts';
import { type Ids, idFromName } from '../../platform/ids/ids.ts';
import {
  addIssueTypes,
  addLearntDirectory,
  addServicePerArea,
  feedAgency,
  feedService,
  namedAreas,
} from './directory-of-feed.ts';
import { type Draft, draftReader, type RowProblem } from './draft.ts';
import { type Accuracy, type Learning, learnRules, measure } from './learn.ts';
import type { Mapping } from './mapping.ts';
import { type ReportRow, writeReports } from './write-reports.ts';

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
 * Loads reports from a file: reads and checks every row first, so that a bad file loads nothing by accident, then makes
 * what directory the mapping asks for, routes and writes. A second run of the same file changes nothing.
 */
export async function importReports(
  surroundings: Surroundings,
  options: ImportOptions,
): Promise<ImportResult> {
  const startedAt = performance.now();
  const { mapping } = options;
  const { drafts, problems, rows } = await readDrafts(options);
  const learning = mapping.learn ? learnRules(drafts, mapping.learn.share) : undefined;
  const asSystem = <T>(
    side: 'TECH' | 'WORKER',
    event: string,
    act: (work: Work) => Promise<T>,
  ): Promise<T> => {
    const viewer = systemViewer(side, `import of ${basename(options.file)}`);
    return surroundings.databases.inTransaction(
      side,
      viewer,
      async (db) => {
        const work: Work = {
          db,
          viewer,
          clock: surroundings.clock,
          ids: surroundings.ids,
          note: { detail: {} },
        };
        const value = await act(work);
        await recordAudit(db, {
          event,
          outcome: 'done',
          viewer,
          requestId: 'command line',
          at: surroundings.clock.now(),
          note: work.note,
        });
        return value;
      },
      !options.dryRun || side === 'TECH',
    );
  };
  if (!options.dryRun) {
    options.onProgress?.('Making the directory');
    await asSystem('TECH', 'import.directory', (work) => makeDirectory(work, mapping, drafts, learning));
  }
  return asSystem('WORKER', 'import.reports', async (work) => {
    const loaded = await loadDrafts(work, options, drafts);
    const accuracy = learning ? measure(learning, loaded.routed) : undefined;
    await noteRun(work, options, { rows, drafts: drafts.length, problems, loaded });
    work.note.detail = {
      feed: mapping.feed,
      rows,
      accepted: loaded.accepted,
      rejected: rows - drafts.length,
    };
    const byRule = loaded.routed.filter((one) => one.by === 'rule').length;
    return {
      rows,
      accepted: loaded.accepted,
      known: drafts.length - loaded.accepted,
      rejected: rows - drafts.length,
      problems,
      routed: { byRule, toFallback: drafts.length - byRule },
      accuracy,
      seconds: (performance.now() - startedAt) / 1000,
    };
  });
}

async function readDrafts(
  options: ImportOptions,
): Promise<{ drafts: Draft[]; problems: RowProblem[]; rows: number }> {
  const read = draftReader(options.mapping);
  const drafts: Draft[] = [];
  const problems: RowProblem[] = [];
  let rows = 0;
  const onProgress = (progress: Progress) => options.onProgress?.('Reading', progress);
  for await (const row of readTable(options.file, { delimiter: options.mapping.delimiter, onProgress })) {
    rows += 1;
    if (rows === 1) checkColumns(Object.keys(row.values), options.mapping);
    const draft = read(row);
    if (Array.isArray(draft)) problems.push(...draft);
    else drafts.push(draft);
  }
  return { drafts, problems, rows };
}

/** A mapping that names a column the file lacks is a mistake in the mapping, not in every row. */
function checkColumns(present: readonly string[], mapping: Mapping): void {
  const named = Object.values(mapping.columns)
    .flat()
    .concat(mapping.learn?.queue)
    .filter((name) => name !== undefined);
  const missing = named.filter((name) => !present.includes(name));
  if (missing.length > 0)
    throw new StartRefused(
      'no-column',
      `The file has no column ${missing.map((name) => `"${name}"`).join(', ')}: it has ${present.join(', ')}. Change the mapping.`,
    );
}

async function makeDirectory(
  work: Work,
  mapping: Mapping,
  drafts: readonly Draft[],
  learning: Learning | undefined,
): Promise<void> {
  if (mapping.category.create) await addIssueTypes(work, drafts);
  if (learning) await addLearntDirectory(work, mapping, drafts, learning.rules);
  await addServicePerArea(work, mapping);
}

interface Loaded {
  accepted: number;
  routed: { draft: Draft; queue: string | undefined; by: 'rule' | 'fallback' }[];
}

const batchSize = 5000;

async function loadDrafts(work: Work, options: ImportOptions, drafts: readonly Draft[]): Promise<Loaded> {
  const { mapping } = options;
  const receiver = await receivingAgency(work, mapping);
  const [table, types] = await Promise.all([loadRouting(work.db), loadTypes(work)]);
  const queueOf = new Map(
    drafts.flatMap((d) => (d.queue ? [[feedService(mapping, d.queue), d.queue] as const] : [])),
  );
  const unknown = drafts.find((draft) => !types.has(draft.issueType));
  if (unknown)
    throw new StartRefused(
      'no-issue-type',
      `There is no issue type ${unknown.issueType} (row ${unknown.row}): add it, map it, or set "create" in the mapping.`,
    );
  const loaded: Loaded = { accepted: 0, routed: [] };
  for (let start = 0; start < drafts.length; start += batchSize) {
    const batch = drafts.slice(start, start + batchSize);
    const places = await placesOf(work, mapping, batch);
    const rows = batch.map((draft, index) => {
      const place = places[index] ?? emptyPlace;
      const routed = routeDraft(table, draft, place);
      loaded.routed.push({ draft, queue: queueOf.get(routed.serviceId), by: routed.routedBy });
      return rowOf(work, mapping, {
        draft,
        place,
        routed,
        receiver,
        days: types.get(draft.issueType)?.targetWorkingDays ?? 5,
      });
    });
    loaded.accepted += await writeReports(work, rows);
    options.onProgress?.('Loading', { bytesRead: start + batch.length, bytesInAll: drafts.length });
  }
  return loaded;
}

async function receivingAgency(work: Work, mapping: Mapping): Promise<string> {
  const row = await work.db
    .selectFrom('directory.agency')
    .select('id')
    .where('code', '=', mapping.agency)
    .executeTakeFirst();
  if (row) return row.id;
  // The feed's own agency, where the import has just made it.
  const own = await work.db
    .selectFrom('directory.agency')
    .select('id')
    .where('id', '=', feedAgency(mapping))
    .executeTakeFirst();
  if (own) return own.id;
  throw new StartRefused(
    'no-agency',
    `There is no agency with the code ${mapping.agency}: see the directory.`,
  );
}

async function loadTypes(work: Work): Promise<Map<string, { targetWorkingDays: number }>> {
  const rows = await work.db
    .selectFrom('directory.issueType')
    .select(['code', 'targetWorkingDays'])
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

interface DraftPlace extends PlaceAreas {
  lon: number | null;
  lat: number | null;
}
const emptyPlace: DraftPlace = {
  lon: null,
  lat: null,
  smallAreaCode: null,
  wardCode: null,
  districtCode: null,
  countyCode: null,
};

interface FoundAreas {
  n: number;
  lon: number | null;
  lat: number | null;
  smallArea: string | null;
  ward: string | null;
  district: string | null;
  county: string | null;
}

/** The areas of a whole batch at once: by point on the day it happened, else by full postcode, else by the names in the row. */
async function placesOf(work: Work, mapping: Mapping, batch: readonly Draft[]): Promise<DraftPlace[]> {
  const points = JSON.stringify(
    batch.map((d, n) => ({
      n,
      lon: d.lon,
      lat: d.lat,
      day: dayOf(d.receivedAt),
      postcode: d.postcode ? (tidyPostcode(d.postcode) ?? null) : null,
    })),
  );
  const { rows } = await sql<FoundAreas>`
    select g.n, coalesce(g.lon, p.lon) as lon, coalesce(g.lat, p.lat) as lat, x.small_area, coalesce(p.ward_code, x.ward) as ward,
      coalesce(p.district_code, x.district) as district, coalesce(p.county_code, x.county) as county
    from jsonb_to_recordset(${points}::jsonb) as g(n int, lon float8, lat float8, day date, postcode text)
    left join directory.postcode p on p.postcode = g.postcode
    left join lateral (
      select min(code) filter (where kind = 'smallArea') as small_area, min(code) filter (where kind = 'ward') as ward,
        min(code) filter (where kind = 'district') as district, min(code) filter (where kind = 'county') as county
      from (select a.kind, a.code from directory.area_ring r join directory.area a on a.code = r.area_code
        and a.starts_on <= g.day and (a.ends_on is null or a.ends_on > g.day)
        where r.bounds @> point(coalesce(g.lon, p.lon), coalesce(g.lat, p.lat)) and r.ring @> point(coalesce(g.lon, p.lon), coalesce(g.lat, p.lat))
        group by a.kind, a.code having not bool_or(r.is_hole)) hit
    ) x on true`.execute(work.db);
  const places: DraftPlace[] = batch.map(() => emptyPlace);
  for (const row of rows) {
    const draft = batch[row.n];
    if (!draft) continue;
    const named = namedAreas(mapping, draft);
    places[row.n] = {
      lon: row.lon,
      lat: row.lat,
      smallAreaCode: row.smallArea,
      wardCode: named.wardCode ?? row.ward,
      districtCode: named.districtCode ?? row.district,
      countyCode: row.county,
    };
  }
  return places;
}

function routeDraft(table: RoutingTable, draft: Draft, areas: PlaceAreas): Routed {
  const on = dayOf(draft.receivedAt);
  const routed = chooseService(table, {
    issueType: draft.issueType,
    areas,
    landOwner: 'unknown',
    on,
    isOfficeHours: true,
  });
  if (!routed)
    throw new StartRefused(
      'no-inbox',
      'No rule fits and no service is the fallback inbox: add one to the directory.',
    );
  return routed;
}

function rowOf(
  work: Work,
  mapping: Mapping,
  {
    draft,
    place,
    routed,
    receiver,
    days,
  }: { draft: Draft; place: DraftPlace; routed: Routed; receiver: string; days: number },
): ReportRow {
  const { countyCode: _county, ...areas } = place;
  return {
    id: idFromName(`report ${mapping.feed} ${draft.externalId}`),
    reference: work.ids.reference('R'),
    issueType: draft.issueType,
    description: draft.description,
    channel: draft.channel,
    isAnonymous: false,
    isSensitive: false,
    receivedAt: draft.receivedAt,
    receivedPrecision: mapping.precision,
    receivedByAgencyId: receiver,
    ...areas,
    postcode: draft.postcode ? (tidyPostcode(draft.postcode) ?? null) : null,
    placeWords: draft.placeWords,
    landOwner: 'unknown',
    serviceId: routed.serviceId,
    ownerAgencyId: routed.agencyId,
    routedBy: routed.routedBy,
    routeWhy: routed.why,
    routedAt: draft.receivedAt,
    timesRerouted: 0,
    status: draft.closedAt ? 'closed' : 'new',
    targetOn: addWorkingDays(dayOf(draft.receivedAt), days, isHoliday),
    closedAt: draft.closedAt,
    outcomeWords: draft.closedAt ? draft.outcomeWords : null,
    feed: mapping.feed,
    externalId: draft.externalId,
    version: 1,
  };
}

async function noteRun(
  work: Work,
  options: ImportOptions,
  run: { rows: number; drafts: number; problems: readonly RowProblem[]; loaded: Loaded },
): Promise<void> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(options.file)) hash.update(part as Buffer);
  const id = work.ids.next();
  const agencyId = await receivingAgency(work, options.mapping);
  await insertMany(work.db, 'intake.import_run', [
    {
      id,
      kind: 'reports',
      feed: options.mapping.feed,
      fileName: basename(options.file),
      fileSha256: hash.digest('hex'),
      mapping: options.mapping,
      status: 'loaded',
      rowsRead: run.rows,
      rowsAccepted: run.loaded.accepted,
      rowsRejected: run.rows - run.drafts,
      rowsKnown: run.drafts - run.loaded.accepted,
      agencyId,
      startedAt: work.clock.now(),
      finishedAt: work.clock.now(),
    },
  ]);
  await insertMany(
    work.db,
    'intake.import_problem',
    run.problems.map((p) => ({ importId: id, rowNumber: p.row, field: p.field, problem: p.problem })),
  );
}
