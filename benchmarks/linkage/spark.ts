import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { eachCandidate } from '../../src/linkage/core/candidates.ts';
import { type Linked, link, modelDocument, type Table, tableOf } from '../../src/linkage/core/index.ts';
import { readLists } from '../../src/linkage/files/read-lists.ts';
import { eachScored } from '../../src/linkage/spark/read-scored.ts';
import { writeForSpark } from '../../src/linkage/spark/write-for-spark.ts';
import { madeLists } from './made-lists.ts';
import { makePeople } from './people.ts';

/**
 * Holds Spark against the engine: the same lists and the same model through both, every candidate's score compared.
 * Needs spark-sql on the PATH, or SPARK_HOME. --only name,… of the made lists; --people N people (10,000); --data FILE,… lists of
 * one's own; --master of Spark (local[2]); --conf key=value,… for its settings; --work FOLDER;
 * --rows N of each made list; --kept compares what an earlier run has left in its folder.
 */
const args = process.argv.slice(2);
const given = (flag: string): string | undefined =>
  args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
const root = process.env.BAILIWICK_ROOT ?? process.cwd();
const work = given('--work') ?? join(root, '.bailiwick', 'bench', 'spark');
const isKept = args.includes('--kept');
const program = process.env.SPARK_HOME ? join(process.env.SPARK_HOME, 'bin', 'spark-sql') : 'spark-sql';

interface Found {
  /** Pairs as a × rows + b, in order. */
  pairs: Float64Array;
  weights: Float64Array;
}

/** Runs the scripts of several folders in one session; gives the seconds of all. */
async function runSpark(folders: readonly string[]): Promise<number> {
  const scripts = await Promise.all(folders.map((folder) => readFile(join(folder, 'link.sql'), 'utf8')));
  const all = join(work, 'all.sql');
  await writeFile(
    all,
    scripts.map((script, at) => script.replaceAll(/\$\{folder\}/g, folders[at] ?? '')).join('\n'),
  );
  const settings = (given('--conf') ?? '').split(',').filter((setting) => setting !== '');
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(
    program,
    [
      ...['--master', given('--master') ?? 'local[2]', '--conf', 'spark.sql.catalogImplementation=in-memory'],
      ...settings.flatMap((setting) => ['--conf', setting]),
      ...['-f', all],
    ],
    { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  await writeFile(join(work, 'spark.log'), `${stdout}\n${stderr}`);
  if (error || status !== 0)
    throw new Error(`spark-sql did not finish: ${error?.message ?? `see ${join(work, 'spark.log')}`}`);
  return (performance.now() - started) / 1000;
}

async function scoredBySpark(folder: string, rows: number): Promise<Found> {
  let [pairs, weights] = [new Float64Array(1 << 16), new Float64Array(1 << 16)];
  let length = 0;
  await eachScored(folder, (a, b, weight) => {
    if (length === pairs.length) {
      const larger = [new Float64Array(length * 2), new Float64Array(length * 2)] as const;
      larger[0].set(pairs);
      larger[1].set(weights);
      [pairs, weights] = larger;
    }
    pairs[length] = a * rows + b;
    weights[length] = weight;
    length += 1;
  });
  return { pairs: pairs.slice(0, length), weights: weights.slice(0, length) };
}

/** The largest difference of a score, and the pairs that only one of the two has. */
function differenceOf(linked: Linked, rows: number, found: Found) {
  let [largest, worst] = [0, ''];
  found.pairs.forEach((pair, at) => {
    const [a, b] = [Math.floor(pair / rows), pair % rows];
    const off = Math.abs(linked.scorer.weight(a, b) - (found.weights[at] ?? Number.NaN));
    // A score that is no number is as far off as can be.
    const far = Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
    if (far > largest) [largest, worst] = [far, `${a} ${b}`];
  });
  let count = 0;
  eachCandidate(linked.rules, rows, linked.allowed, () => {
    count += 1;
  });
  const ours = new Float64Array(count);
  count = 0;
  eachCandidate(linked.rules, rows, linked.allowed, (a, b) => {
    ours[count] = Math.min(a, b) * rows + Math.max(a, b);
    count += 1;
  });
  ours.sort();
  const theirs = found.pairs.slice().sort();
  let [onlyOurs, onlyTheirs, i, j] = [0, 0, 0, 0];
  while (i < ours.length || j < theirs.length) {
    const [x, y] = [ours[i] ?? Number.POSITIVE_INFINITY, theirs[j] ?? Number.POSITIVE_INFINITY];
    if (x <= y) i += 1;
    if (y <= x) j += 1;
    if (x < y) onlyOurs += 1;
    if (y < x) onlyTheirs += 1;
  }
  return { largest, worst, onlyOurs, onlyTheirs, pairs: ours.length };
}

interface Prepared {
  name: string;
  table: Table;
  folder: string;
  linked: Linked;
  seconds: { inProcess: number; preparing: number };
}

async function prepare(name: string, table: Table, across = false): Promise<Prepared> {
  const mode = across ? 'link' : 'dedupe';
  const model = modelDocument(link(table, { mode }));
  const started = performance.now();
  const linked = link(table, { mode, model });
  const linkedAt = performance.now();
  const folder = join(work, name);
  await mkdir(folder, { recursive: true });
  if (!isKept)
    await writeForSpark(folder, [{ table, idOf: (row) => String(row) }], model, { across, least: 0.01 });
  const seconds = {
    inProcess: (linkedAt - started) / 1000,
    preparing: (performance.now() - linkedAt) / 1000,
  };
  return { name, table, folder, linked, seconds };
}

async function compare({ name, table, folder, linked, seconds }: Prepared): Promise<void> {
  const found = differenceOf(linked, table.rows, await scoredBySpark(folder, table.rows));
  const isEqual = found.largest <= 1e-6 && found.onlyOurs + found.onlyTheirs === 0;
  const { inProcess, preparing } = seconds;
  console.log(
    `${name.padEnd(22)} ${String(table.rows).padStart(9)} rows ${String(found.pairs).padStart(10)} pairs  largest difference ${found.largest.toExponential(1).padStart(8)}, only here ${found.onlyOurs}, only there ${found.onlyTheirs}; linked here in ${inProcess.toFixed(1)} s, prepared in ${preparing.toFixed(1)} s${isEqual ? '' : `  NOT EQUAL (rows ${found.worst})`}`,
  );
  if (!isEqual) process.exitCode = 1;
}

const files = given('--data')?.split(',') ?? [];
const only = given('--only')?.split(',');
const people = Number(given('--people') ?? (files.length > 0 || only ? 0 : 10_000));
const most = Number(given('--rows') ?? Number.POSITIVE_INFINITY);
const lists: Prepared[] = [];
for (const file of files) {
  const paths = file.split('+');
  const { table } = await readLists(paths);
  lists.push(await prepare(basename(file).replaceAll(/[^\w-]+/g, '-'), table, paths.length > 1));
}
if (people > 0) {
  const rows = makePeople(people, 17).map(({ cluster: _, ...row }) => row);
  lists.push(await prepare(`people-${people}`, tableOf(rows)));
}
if (only || (files.length === 0 && !given('--people')))
  for (const { name, rows } of madeLists())
    if (!only || only.some((part) => name.includes(part)))
      lists.push(await prepare(name.replaceAll(/[^\w-]+/g, '-'), tableOf(rows.slice(0, most))));
console.log(`${lists.length} lists on ${given('--master') ?? 'local[2]'}`);
if (!isKept) {
  const seconds = await runSpark(lists.map(({ folder }) => folder));
  console.log(`spark-sql took ${seconds.toFixed(1)} s in all`);
}
for (const list of lists) await compare(list);
