// Builds the benchmark and runs it: `npm run bench:network`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const outfile = join(root, '.bailiwick', 'bench', 'network.mjs');

await bundle({
  absWorkingDir: root,
  entryPoints: ['benchmarks/network/main.ts'],
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
  { stdio: 'inherit', cwd: root, env: { ...process.env, BAILIWICK_ROOT: root } },
);
process.exitCode = status ?? 1;
