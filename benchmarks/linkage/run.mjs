// Builds the product and the benchmark, then runs the benchmark: `npm run bench:linkage -- --data <folder>` measures the batch,
// `npm run bench:linkage -- parts --data <folder>` names alone, keys without names and the live index,
// `npm run bench:linkage -- kinds` made lists of many kinds, which need no data, and `-- spark` holds Spark's scores against ours.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from '../../bin/build.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const part = ['parts', 'kinds', 'spark'].find((name) => name === process.argv[2]);
const outfile = join(root, '.bailiwick', 'bench', 'linkage.mjs');

await build({ root, log: (line) => console.error(line) });
await bundle({
  absWorkingDir: root,
  entryPoints: [`benchmarks/linkage/${part ?? 'main'}.ts`],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
const installed = join(root, 'node_modules', '.bin', 'node');
const { status } = spawnSync(
  existsSync(installed) ? installed : process.execPath,
  ['--enable-source-maps', '--max-old-space-size=12000', outfile, ...process.argv.slice(part ? 3 : 2)],
  { stdio: 'inherit', cwd: root, env: { ...process.env, BAILIWICK_ROOT: root } },
);
process.exitCode = status ?? 1;
