import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { type DataSet, dataSets } from './datasets.ts';
import { type Outcome, ours, rival, rivalPackages } from './engines.ts';
import { bestComponents, measureClusters, measurePairs } from './evaluate.ts';
import { missedKinds } from './missed.ts';
import { type Prepared, prepare } from './prepare.ts';
import { changesOf, type Findings, linesOf, type Measured } from './print.ts';

/**
 * Measures `bailiwick link`, and with --rival Splink, in turn on the same lists with the same evaluator.
 * --data FOLDER of the labelled files; --only name,…; --runs N (3); --rival; --json FILE keeps the run;
 * --show FILE,… prints kept runs and measures nothing; --compare FILE says what changed since an earlier run; --missed prints which kinds of pairs are lost.
 */
const args = process.argv.slice(2);
const given = (flag: string): string | undefined =>
  args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
const root = process.env.BAILIWICK_ROOT ?? process.cwd();
const cache = join(root, '.bailiwick', 'bench', 'linkage');
const runs = Number(given('--runs') ?? 3);
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

/** Accuracy of the last run (the engines are seeded), medians of the costs. */
function measuredOf(set: DataSet, engine: string, list: Prepared, done: readonly Outcome[]): Measured {
  const last = done.at(-1);
  if (!last) throw new Error('No run was finished.');
  const { truth, raw } = list;
  return {
    set: set.name,
    engine,
    rows: list.rows,
    runs: done.length,
    wall: median(done.map(({ wall }) => wall)),
    cpu: median(done.map(({ cpu }) => cpu)),
    peakMb: median(done.map(({ peakMb }) => peakMb)),
    pairs: measurePairs(truth, last.pairs),
    clusters: measureClusters(truth, last.clusters),
    ...(engine === 'ours' ? {} : { bestClusters: bestComponents(truth, last.pairs) }),
    missed: missedKinds(truth, last.pairs, raw),
    said: last.said,
  };
}

async function measureSet(set: DataSet, data: string): Promise<Measured[]> {
  say(`${set.name}: preparing`);
  const list = await prepare(set, data, cache);
  const engines = [
    ['ours', ours(root, cache)] as const,
    ...(args.includes('--rival') ? set.rivals : []).map(
      (setting) => [`splink ${setting.split('-').at(-1)}`, rival(root, cache, setting)] as const,
    ),
  ];
  const done = new Map<string, Outcome[]>();
  for (let turn = 0; turn < runs; turn += 1)
    for (const [name, engine] of engines) {
      try {
        const outcome = await engine(list);
        // Only the last run's pairs are looked at; the earlier ones need not be kept.
        for (const earlier of done.get(name) ?? []) Object.assign(earlier, { pairs: undefined });
        done.set(name, [...(done.get(name) ?? []), outcome]);
        say(
          `  ${name}, run ${turn + 1}: ${outcome.wall.toFixed(1)} s, CPU ${outcome.cpu.toFixed(1)} s, ${outcome.peakMb.toFixed(0)} MB`,
        );
      } catch (error) {
        say(`  ${name}: NOT RUN. ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  return [...done].map(([name, outcomes]) => measuredOf(set, name, list, outcomes));
}

async function measureAll(data: string | undefined): Promise<Findings> {
  if (!data) throw new Error('Name the folder of the labelled files: --data <folder>.');
  const only = given('--only')?.split(',');
  const findings: Findings = {
    machine: {
      at: new Date().toISOString().slice(0, 16),
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 1e9),
      load: loadavg()[0] ?? 0,
      node: process.versions.node,
      rival: rivalPackages.join(', '),
    },
    measured: [],
  };
  for (const set of dataSets.filter(({ name }) => !only || only.includes(name))) {
    findings.measured.push(...(await measureSet(set, data)));
    const kept = given('--json');
    if (kept) await writeFile(kept, `${JSON.stringify(findings, null, 1)}\n`);
  }
  return findings;
}

const keptRun = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Findings;
const print = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);

const shown = given('--show')?.split(',');
for (const path of shown ?? []) print(linesOf(await keptRun(path), args.includes('--missed')));
if (!shown) {
  const findings = await measureAll(given('--data'));
  print(linesOf(findings, args.includes('--missed')));
  const earlier = given('--compare');
  if (earlier) print(['', ...changesOf(await keptRun(earlier), findings)]);
}
