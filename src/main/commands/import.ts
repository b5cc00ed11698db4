import { readFile } from 'node:fs/promises';
import { importAreas, importPostcodes } from '../../directory/index.ts';
import { importReports, mappingSchema } from '../../intake/index.ts';
import { systemViewer } from '../../platform/access/viewer.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import type { Databases } from '../../platform/database/database.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { Progress } from '../../platform/files/table-file.ts';
import type { Work } from '../../platform/http/work.ts';
import { randomIds } from '../../platform/ids/ids.ts';
import type { Arguments, Command, CommandContext } from './command.ts';
import { importPole, poleUsage } from './import-pole.ts';
import { withDatabases } from './installation.ts';

const surroundings = { clock: systemClock, ids: randomIds };

/** A line of progress with a percentage and an estimate of the time left. */
function reporter(context: CommandContext): (words: string, progress?: Progress) => void {
  const startedAt = performance.now();
  return (words, progress) => {
    if (!progress) return context.progress(words);
    const share = progress.bytesInAll === 0 ? 1 : progress.bytesRead / progress.bytesInAll;
    const left = share > 0 ? ((performance.now() - startedAt) / 1000) * (1 / share - 1) : 0;
    context.progress(
      `${words}: ${Math.round(share * 100)}%${left > 2 ? `, about ${Math.ceil(left)} s left` : ''}`,
    );
  };
}

const asDirectory = <T>(databases: Databases, event: string, act: (work: Work) => Promise<T>): Promise<T> => {
  const viewer = systemViewer('TECH', event);
  return databases.inTransaction('TECH', viewer, async (db) => {
    const work: Work = { db, viewer, ...surroundings, note: { detail: {} } };
    const value = await act(work);
    await recordAudit(db, {
      event,
      outcome: 'done',
      viewer,
      requestId: 'command line',
      at: systemClock.now(),
      note: work.note,
    });
    return value;
  });
};

async function areas(file: string, args: Arguments, context: CommandContext): Promise<number> {
  const { kind, code, name, parent, starts, ends } = args.options;
  if (!kind)
    throw new StartRefused(
      'no-kind',
      'Say what kind of area they are: --kind district, ward, smallArea or policeArea.',
    );
  const result = await withDatabases(context, (databases) =>
    asDirectory(databases, 'import.areas', (work) =>
      importAreas(work, {
        file,
        kind,
        startsOn: starts ?? '1974-04-01',
        endsOn: ends,
        codeProperty: code,
        nameProperty: name,
        parentCode: parent,
      }),
    ),
  );
  context.print(
    args.json
      ? JSON.stringify(result)
      : `${result.read} areas read: ${result.added} added, ${result.known} known already, ${result.rejected.length} rejected.`,
  );
  for (const { index, why } of args.json ? [] : result.rejected.slice(0, 20))
    context.print(`  area ${index + 1}: ${why}`);
  return result.rejected.length > 0 ? 1 : 0;
}

async function postcodes(file: string, args: Arguments, context: CommandContext): Promise<number> {
  const report = reporter(context);
  const result = await withDatabases(context, (databases) =>
    asDirectory(databases, 'import.postcodes', (work) =>
      importPostcodes(work, file, (progress) => report('Reading', progress)),
    ),
  );
  context.print(
    args.json
      ? JSON.stringify(result)
      : `${result.read} postcodes read: ${result.added} added, ${result.known} known already, ${result.rejected.length} rejected.`,
  );
  for (const { row, why } of args.json ? [] : result.rejected.slice(0, 20))
    context.print(`  row ${row}: ${why}`);
  return result.rejected.length > 0 ? 1 : 0;
}

async function readMapping(path: string | undefined) {
  if (!path)
    throw new StartRefused(
      'no-mapping',
      'Say how the columns become reports: --mapping file.json (docs/imports.md shows one).',
    );
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new StartRefused(
      'bad-mapping',
      `The mapping ${path} cannot be read: ${error instanceof Error ? error.message : ''}.`,
    );
  }
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StartRefused(
    'bad-mapping',
    `The mapping ${path} is not right at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}.`,
  );
}

async function reports(file: string, args: Arguments, context: CommandContext): Promise<number> {
  const mapping = await readMapping(args.options.mapping);
  const dryRun = 'dry-run' in args.options;
  const result = await withDatabases(context, (databases) =>
    importReports({ databases, ...surroundings }, { file, mapping, dryRun, onProgress: reporter(context) }),
  );
  if (args.json) context.print(JSON.stringify({ ...result, dryRun }));
  else {
    context.print(
      `${result.rows} rows: ${result.accepted} ${dryRun ? 'would be accepted' : 'accepted'}, ${result.known} known already, ${result.rejected} rejected, in ${result.seconds.toFixed(1)} s.`,
    );
    if (dryRun && (mapping.learn || mapping.servicePerArea))
      context.print(
        'The directory that the mapping makes is not made yet, so this is how rows go without it.',
      );
    context.print(
      `Routed by a rule: ${result.routed.byRule}. To the fallback inbox: ${result.routed.toFallback}.`,
    );
    if (result.accuracy) {
      const { rows, right, rightByCategoryAlone } = result.accuracy;
      const share = (n: number) => `${n} of ${rows} (${((100 * n) / Math.max(1, rows)).toFixed(1)}%)`;
      context.print(
        `Later rows that no rule was learnt from: right ${share(right)}; by category alone ${share(rightByCategoryAlone)}.`,
      );
    }
    for (const problem of result.problems.slice(0, 20))
      context.print(`  row ${problem.row}: ${problem.field} ${problem.problem}. ${problem.mend}`);
    if (result.problems.length > 20)
      context.print(`  and ${result.problems.length - 20} more; --json lists them all.`);
  }
  return result.rejected > 0 ? 1 : 0;
}

const kinds: Readonly<Record<string, typeof areas>> = { areas, postcodes, reports, pole: importPole };

export const importCommand: Command = {
  name: 'import',
  words:
    'Loads areas, postcodes or reports from a file, or a graph of people, objects, places and events from a folder',
  usage: [
    'bailiwick import areas <file.geojson|topo.json> --kind district [--code PROPERTY] [--name PROPERTY] [--starts DAY] [--ends DAY] [--json]',
    '       bailiwick import postcodes <code-point-open.csv[.gz]> [--json]',
    '       bailiwick import reports <file.csv[.gz]|file.xlsx> --mapping <mapping.json> [--dry-run] [--json]',
    `       ${poleUsage}`,
  ].join('\n'),
  run: async (args, context) => {
    const [kind, file] = args.values;
    const known = Object.hasOwn(kinds, kind ?? '') ? kinds[kind ?? ''] : undefined;
    if (!known || !file)
      throw new StartRefused(
        'bad-import',
        'Say what to import and from which file: bailiwick import areas|postcodes|reports <file>, or pole <folder>.',
      );
    return known(file, args, context);
  },
};
