import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import {
  arrange,
  type Edges,
  estimateMissed,
  type FieldKind,
  type LabelsUsed,
  type Linked,
  LinkedLines,
  type Lists,
  link,
  linkReport,
  type MissedPairs,
  missedWords,
  modelDocument,
  type RowNames,
  readLabels,
  readLists,
  splinkSettings,
  threadHelpers,
} from '../../linkage/index.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { Arguments, Command, CommandContext } from './command.ts';
import { anyModelAt, mappingOf } from './link-inputs.ts';
import { type AnyModel, linkForSpark, scoredFor } from './link-spark.ts';

const usage =
  'bailiwick link <list.csv|parquet>… [--mode dedupe|link] [--id column] [--map mapping.json] [--model model.json] [--labels labels.csv] [--splink-out settings.json] [--pairs pairs.csv] [--clusters clusters.csv] [--report report.html] [--threshold 0.5] [--delimiter ,] [--threads n] [--json]\n  with --model model.json: --engine spark --emit sql --out folder writes the lists and a script for Spark; --scored folder takes the pairs that it wrote';

/** What is written may name people: only the one who asked for it reads it. */
export const onlyMine = { mode: 0o600 } as const;

/** Each thread takes memory of its own. */
const mostThreads = 64;

/** Pairs less likely than this are not written, unless a threshold says otherwise. */
const leastWritten = 0.01;

/** Links lists without a database: which rows are the same. */
export const linkCommand: Command = {
  name: 'link',
  words: 'Finds which rows of one list or several are about the same person, firm or thing',
  usage,
  run: async (args, context) => {
    try {
      return await linkLists(args, context);
    } catch (error) {
      if (
        error instanceof Error &&
        ['UnreadableFile', 'NothingToCompare', 'UnusableModel'].includes(error.name)
      )
        throw new StartRefused('link', error.message);
      throw error;
    }
  },
};

async function linkLists(args: Arguments, context: CommandContext): Promise<number> {
  if (args.values.length === 0) throw new StartRefused('link', `Name the lists to link: ${usage}`);
  if (args.options.engine !== undefined || args.options.emit !== undefined)
    return linkForSpark(args, context, {
      across: modeOf(args) === 'link',
      model: await anyModelAt(args.options.model),
      least: thresholdOf(args.options.threshold) ?? leastWritten,
    });
  const started = performance.now();
  const since = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const model = await anyModelAt(args.options.model);
  const mapping = await mappingOf(args.options.map);
  const { lists, scored, asRead } = await readArranged(args, context, { ...model, mapping });
  const threshold = thresholdOf(args.options.threshold);
  const mode = modeOf(args);
  const labels = args.options.labels ? await readLabels(args.options.labels, lists, mode === 'link') : [];
  const linked = link(lists.table, {
    mode,
    mapping,
    ...model,
    ...(threshold === undefined ? {} : { threshold }),
    ...(scored ? { scored } : {}),
    labels,
    helpers: threadHelpers(threadsOf(args.options.threads)),
    report: (step, done) => {
      const spent = performance.now() - started;
      context.progress(
        `${since()}: ${step}${done < 1 && done > 0.1 ? `, about ${Math.ceil((spent / done - spent) / 1000)} s to go` : ''}`,
      );
    },
  });
  for (const words of linked.notCarriedOver) context.progress(`Not carried over from Splink: ${words}`);
  const notCarriedOver = [...linked.notCarriedOver];
  if (args.options['splink-out']) {
    const forSplink = splinkSettings({ ...linked, across: mode === 'link' });
    await writeFile(args.options['splink-out'], `${JSON.stringify(forSplink.settings, null, 2)}\n`, onlyMine);
    for (const words of forSplink.notCarriedOver) context.progress(`Not carried over to Splink: ${words}`);
    notCarriedOver.push(...forSplink.notCarriedOver);
  }
  if (!args.json) {
    tellColumns(linked, context);
    tellSingle(singleLists(lists, linked), context);
  }
  const missed = estimateMissed({ ...linked, rows: lists.table.rows });
  await writeAll(args, lists, asRead, { linked: { ...linked, missed }, least: threshold ?? leastWritten });
  const summary = {
    ...summaryOf(lists, linked, mode, performance.now() - started),
    missed,
    notCarriedOver,
  };
  context.print(
    args.json
      ? JSON.stringify(summary)
      : `${linked.labels ? `${labelWords(linked.labels)}\n` : ''}${summary.rows} rows are ${summary.clusters} records; ${summary.pairs} pairs at an even chance or better; ${since()}.\n${missedWords(missed)}`,
  );
  return 0;
}

/** The lists with like rows near each other; as they are where another engine has scored them. Nothing else of the reading is kept. */
async function readArranged(
  args: Arguments,
  context: CommandContext,
  { mapping, ...model }: AnyModel & { mapping: Record<string, FieldKind> },
): Promise<{ lists: Lists; scored: Edges | undefined; asRead: RowNames }> {
  let told = performance.now();
  const read = await readLists(args.values, {
    id: args.options.id,
    delimiter: args.options.delimiter === 'tab' ? '\t' : args.options.delimiter,
    mapping,
    fields: model.model?.fields,
    onProgress: (path, done, inAll) => {
      if (performance.now() - told < 1000) return;
      told = performance.now();
      context.progress(`Reading ${path}: ${Math.round((100 * done) / inAll)}%`);
    },
  });
  for (const remark of read.remarks) context.progress(remark);
  const scored = await scoredFor(args, read.table.rows, model);
  if (scored) return { lists: read, scored, asRead: read };
  const { table, original } = arrange(read.table);
  const { idOf } = read;
  return {
    lists: { ...read, table, idOf: (row) => idOf(original[row] ?? row) },
    scored,
    asRead: { idOf, original },
  };
}

/** What became of the labels, in words. */
function labelWords({ same, different, unreached, recalibrated, contradicted }: LabelsUsed): string {
  const parts = [
    `${same + different} labelled pairs were used: ${same} the same, ${different} different.`,
    ...(recalibrated
      ? []
      : ['Five of each are needed to put the odds right by them; the odds are as trained.']),
    ...(unreached > 0 ? [`${unreached} are pairs that no rule brings together.`] : []),
    ...(contradicted.length > 0
      ? [`The model holds ${contradicted.length} to be wrong at nine to one; the report shows them.`]
      : []),
  ];
  return parts.join(' ');
}

function tellColumns(linked: Linked, context: CommandContext): void {
  for (const { column, kind, why } of linked.recognised) context.print(`  ${column}: ${kind} (${why})`);
}

/** The lists that were found to name nobody twice, so that a row of another has one partner there at most. */
const singleLists = ({ table }: Lists, { single }: Linked): string[] =>
  table.sourceNames.filter((_, list) => single[list]);

function tellSingle(names: readonly string[], context: CommandContext): void {
  if (names.length > 0)
    context.print(
      `Found to name nobody twice, so that a row of another list has one partner there at most: ${names.join(', ')}.`,
    );
}

function modeOf(args: Arguments): 'dedupe' | 'link' {
  const mode = args.options.mode ?? (args.values.length > 1 ? 'link' : 'dedupe');
  if (mode === 'dedupe' || (mode === 'link' && args.values.length > 1)) return mode;
  throw new StartRefused(
    'link',
    '--mode is «dedupe» (rows of one list or of all) or «link» (rows of different lists; name two lists or more).',
  );
}

function thresholdOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const threshold = Number(text);
  if (threshold > 0 && threshold < 1) return threshold;
  throw new StartRefused('link', '--threshold is a probability between 0 and 1, such as 0.9.');
}

function threadsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= mostThreads) return threads;
  throw new StartRefused('link', `--threads is a whole number from 1 to ${mostThreads}.`);
}

async function writeAll(
  args: Arguments,
  lists: Lists,
  asRead: RowNames,
  { linked, least }: { linked: Linked & { missed: MissedPairs }; least: number },
): Promise<void> {
  const { pairs, clusters, report, model } = args.options;
  const lines = new LinkedLines(asRead, lists.table.rows);
  if (pairs) await writeBytes(pairs, lines.pairs(linked.pairs, Math.log(least / (1 - least))));
  if (clusters) await writeBytes(clusters, lines.clusters(linked.clusters));
  if (report) await writeFile(report, linkReport(lists, linked, linked.missed), onlyMine);
  if (model && !existsSync(model))
    await writeFile(model, `${JSON.stringify(modelDocument(linked), null, 2)}\n`, onlyMine);
}

export async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  await writeBytes(path, inParts(lines));
}

/** Lines, many at a time. */
function* inParts(lines: Iterable<string>): Generator<Buffer> {
  let part = '';
  for (const line of lines) {
    part += `${line}\n`;
    if (part.length < 1 << 18) continue;
    yield Buffer.from(part);
    part = '';
  }
  yield Buffer.from(part);
}

async function writeBytes(path: string, parts: Iterable<Buffer>): Promise<void> {
  const out = createWriteStream(path, onlyMine);
  for (const part of parts) if (!out.write(part)) await once(out, 'drain');
  out.end();
  await finished(out);
}

export const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function summaryOf(lists: Lists, linked: Linked, mode: string, milliseconds: number) {
  let sure = 0;
  for (let edge = 0; edge < linked.pairs.length; edge += 1)
    if ((linked.pairs.weight[edge] ?? 0) >= 0) sure += 1;
  return {
    rows: lists.table.rows,
    mode,
    clusters: countOf(linked.clusters),
    pairs: sure,
    seconds: Math.round(milliseconds) / 1000,
    columns: linked.recognised,
    ...(mode === 'link' ? { single: singleLists(lists, linked) } : {}),
    rules: linked.rules.map(({ name, pairs }) => ({ name, pairs: Math.round(pairs) })),
    ...(linked.labels ? { labels: labelsTold(lists, linked.labels) } : {}),
  };
}

/** How many clusters there are; each is named by one of its rows. */
function countOf(clusters: Int32Array): number {
  const isMet = new Uint8Array(clusters.length);
  let count = 0;
  for (const cluster of clusters) {
    if (isMet[cluster] === 0) count += 1;
    isMet[cluster] = 1;
  }
  return count;
}

const labelsTold = ({ idOf }: Lists, { contradicted, ...counts }: LabelsUsed) => ({
  ...counts,
  contradicted: contradicted.map(({ a, b, same, probability }) => ({
    id_l: idOf(a),
    id_r: idOf(b),
    label: same ? 1 : 0,
    probability,
  })),
});
