import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { WrittenPairs } from './evaluate.ts';
import type { Prepared } from './prepare.ts';

/** What one run of an engine cost and wrote. */
export interface Outcome {
  /** Seconds from start to end of the program, reading and writing included. */
  wall: number;
  /** Seconds of processor, user and system. */
  cpu: number;
  /** Peak resident memory of the program, MB of 2^20 bytes. */
  peakMb: number;
  pairs: WrittenPairs;
  clusters: Int32Array;
  /** What the program said about itself: rules and columns as JSON, if anything. */
  said: unknown;
}

export type Engine = (list: Prepared) => Promise<Outcome>;

/** Longest time for one run. */
const patience = 30 * 60_000;

/** The pinned rival; other versions would not be the ones in `docs/benchmarks.md`. */
export const rivalPackages = ['splink==5.0.0', 'duckdb==2.0.0', 'pyarrow==26.0.1'] as const;

/** Ours: the command line as anybody runs it, nothing set but the files. */
export function ours(root: string, cache: string): Engine {
  const hook = pathToFileURL(join(root, 'benchmarks/linkage/usage.mjs')).href;
  return (list) =>
    measured(process.execPath, cache, list, ({ pairs, clusters }) => [
      '--import',
      hook,
      join(root, 'bin/bailiwick.mjs'),
      'link',
      ...list.paths,
      ...['--mode', list.mode, '--pairs', pairs, '--clusters', clusters, '--json'],
    ]);
}

/** The rival in a Python environment of the benchmark's own, made when it is not there. */
export function rival(root: string, cache: string, setting: string): Engine {
  return (list) =>
    measured(pythonOf(cache), cache, list, ({ pairs, clusters }) => [
      join(root, 'benchmarks/linkage/rivals/splink_run.py'),
      ...['--setting', setting, '--pairs', pairs, '--clusters', clusters],
      ...list.paths,
    ]);
}

function pythonOf(cache: string): string {
  const python = join(cache, 'splink', 'bin', 'python');
  if (existsSync(python)) return python;
  for (const [program, args] of [
    ['python3', ['-m', 'venv', join(cache, 'splink')]],
    [python, ['-m', 'pip', 'install', '--quiet', ...rivalPackages]],
  ] as const)
    if (spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 }).status !== 0)
      throw new Error(`The rival could not be installed: ${program} ${args.join(' ')}`);
  return python;
}

async function measured(
  program: string,
  cache: string,
  list: Prepared,
  argsOf: (paths: { pairs: string; clusters: string }) => string[],
): Promise<Outcome> {
  const folder = join(cache, `run-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const [pairs, clusters, usage] = ['pairs.csv', 'clusters.csv', 'usage.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const started = performance.now();
  const said = await run(program, argsOf({ pairs, clusters }), {
    ...process.env,
    BENCH_USAGE: usage,
    PYTHONDONTWRITEBYTECODE: '1',
  });
  const wall = (performance.now() - started) / 1000;
  const used = JSON.parse(await readFile(usage, 'utf8')) as { cpu: number; peakMb: number };
  const outcome = {
    wall,
    ...used,
    said,
    pairs: await readPairs(pairs, list),
    clusters: await readClusters(clusters, list),
  };
  await rm(folder, { recursive: true });
  return outcome;
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => {
      out += part;
    });
    child.stderr.on('data', (part: Buffer) => {
      err = (err + part).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`It ended with ${code}: ${err}`));
      try {
        resolve(JSON.parse(out.trim().split('\n').at(-1) ?? ''));
      } catch {
        resolve(undefined);
      }
    });
  });
}

/** The id without the name of its list. */
const bare = (id: string) => id.slice(Math.max(id.lastIndexOf(':'), id.lastIndexOf('_')) + 1);

async function* lines(path: string): AsyncGenerator<string> {
  let first = true;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (!first && line) yield line;
    first = false;
  }
}

async function readPairs(path: string, list: Prepared): Promise<WrittenPairs> {
  const [a, b, weight]: [number[], number[], number[]] = [[], [], []];
  for await (const line of lines(path)) {
    const [left = '', right = '', , bits = ''] = line.split(',');
    a.push(list.rowOf(bare(left)));
    b.push(list.rowOf(bare(right)));
    weight.push(Number(bits));
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b), weight: Float64Array.from(weight) };
}

async function readClusters(path: string, list: Prepared): Promise<Int32Array> {
  const known = new Map<string, number>();
  const clusters = new Int32Array(list.rows).fill(-1);
  for await (const line of lines(path)) {
    const [id = '', name = ''] = line.split(',');
    const label = known.get(name) ?? known.size;
    known.set(name, label);
    clusters[list.rowOf(bare(id))] = label;
  }
  if (clusters.includes(-1)) throw new Error(`${path} does not name every row.`);
  return clusters;
}
