import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
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
 * one's own; --master of Spark (local[2]); --define key=value,… for its settings; --work FOLDER.
 */
const args = process.argv.slice(2);
const given = (flag: string): string | undefined =>
  args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
const root = process.env.BAILIWICK_ROOT ?? process.cwd();
const work = given('--work') ?? join(root, '.bailiwick', 'bench', 'spark');
const program = process.env.SPARK_HOME ? join(process.env.SPARK_HOME, 'bin', 'spark-sql') : 'spark-sql';

interface Found {
  seconds: number;
  /** Pairs as a × rows + b, in order. */
  pairs: Float64Array;
  weights: Float64Array;
}

function runSpark(folder: string): number {
  const started = performance.now();
  const settings = (given('--define') ?? '').split(',').filter((setting) => setting !== '');
  const { status, stderr, error } = spawnSync(
    program,
    [
      ...['--master', given('--master') ?? 'local[2]', '--conf', 'spark.sql.catalogImplementation=in-memory'],
      ...settings.flatMap((setting) => ['--conf', setting]),
      ...['--define', `folder=${folder}`, '-f', join(folder, 'link.sql')],
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (error || status !== 0)
    throw new Error(
      `spark-sql did not finish: ${
        error?.message ??
        stderr
          .split('\n')
          .filter((line) => /Exception|ERROR|Error/.test(line))
          .slice(0, 5)
          .join('\n')
      }`,
    );
  return (performance.now() - started) / 1000;
}

async function scoredBySpark(folder: string, rows: number): Promise<Omit<Found, 'seconds'>> {
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
function differenceOf(linked: Linked, rows: number, found: Omit<Found, 'seconds'>) {
  let [largest, worst] = [0, ''];
  found.pairs.forEach((pair, at) => {
    const [a, b] = [Math.floor(pair / rows), pair % rows];
    const off = Math.abs(linked.scorer.weight(a, b) - (found.weights[at] ?? Number.NaN));
    if (!(off <= largest)) [largest, worst] = [off, `${a} ${b}`];
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

async function compare(name: string, table: Table, across: boolean): Promise<void> {
  const mode = across ? 'link' : 'dedupe';
  const model = modelDocument(link(table, { mode }));
  const started = performance.now();
  const linked = link(table, { mode, model });
  const inProcess = (performance.now() - started) / 1000;
  const folder = join(work, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'model.json'), JSON.stringify(model));
  const preparing = performance.now();
  await writeForSpark(folder, [{ table, idOf: (row) => String(row) }], model, { across, least: 0.01 });
  const prepared = (performance.now() - preparing) / 1000;
  const seconds = runSpark(folder);
  const found = differenceOf(linked, table.rows, await scoredBySpark(folder, table.rows));
  console.log(
    `${name.padEnd(22)} ${String(table.rows).padStart(9)} rows ${String(found.pairs).padStart(10)} pairs  largest difference ${found.largest.toExponential(1).padStart(8)}${found.largest > 1e-6 ? ` (rows ${found.worst})` : ''}  only here ${found.onlyOurs}, only there ${found.onlyTheirs}  here ${inProcess.toFixed(1)} s, preparing ${prepared.toFixed(1)} s, Spark ${seconds.toFixed(1)} s`,
  );
  if (found.largest > 1e-6 || found.onlyOurs + found.onlyTheirs > 0) process.exitCode = 1;
}

const files = given('--data')?.split(',') ?? [];
const only = given('--only')?.split(',');
const people = Number(given('--people') ?? (files.length > 0 || only ? 0 : 10_000));
console.log(`spark-sql on ${cpus().length} processors, ${given('--master') ?? 'local[2]'}`);
for (const file of files) {
  const { table } = await readLists(file.split('+'));
  await compare(basename(file).replaceAll(/[^\w-]+/g, '-'), table, file.includes('+'));
}
if (people > 0)
  await compare(
    `people-${people}`,
    tableOf(makePeople(people, 17).map(({ cluster: _, ...row }) => row)),
    false,
  );
if (files.length === 0 || only)
  for (const { name, rows } of madeLists())
    if (!only || only.some((part) => name.includes(part)))
      await compare(name.replaceAll(/[^\w-]+/g, '-'), tableOf(rows), false);
