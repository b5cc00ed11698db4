// Builds the product and the benchmark, then runs the benchmark: `npm run bench:pages`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build, buildDir } from '../../bin/build.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const outfile = join(root, '.bailiwick', 'bench', 'pages.mjs');

await build({ root, log: (line) => console.error(line) });
await bundle({
  absWorkingDir: root,
  entryPoints: ['benchmarks/pages/main.ts'],
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
  { stdio: 'inherit', cwd: root, env: { ...process.env, BAILIWICK_ROOT: root, BENCH_BUILD: buildDir(root) } },
);
process.exitCode = status ?? 1;
