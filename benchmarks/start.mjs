import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build, buildDir } from '../bin/build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Bundles `benchmarks/<name>/main.ts` and runs it with the arguments that were given; the exit code is its own. One that measures
 * the product's own processes has the product built before.
 */
export async function startBenchmark(name, { measuresProduct = false } = {}) {
  const outfile = join(root, '.bailiwick', 'bench', `${name}.mjs`);
  if (measuresProduct) await build({ root, log: (line) => console.error(line) });
  await bundle({
    absWorkingDir: root,
    entryPoints: [`benchmarks/${name}/main.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  const installed = join(root, 'node_modules', '.bin', 'node');
  const { status } = spawnSync(
    existsSync(installed) ? installed : process.execPath,
    ['--enable-source-maps', outfile, ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      cwd: root,
      env: { ...process.env, BAILIWICK_ROOT: root, BENCH_BUILD: buildDir(root) },
    },
  );
  process.exitCode = status ?? 1;
}
