// Everything that can be known without a database, in under half a minute: `npm run check`.
import { runTool } from './tools.mjs';

const checks = [
  { name: 'format and lint', tool: 'biome', args: ['check', '.'] },
  { name: 'types', tool: 'tsc', args: ['--noEmit'] },
  { name: 'unit tests', tool: 'vitest', args: ['run', '--project', 'unit', '--reporter', 'dot'] },
];

/** Runs one check; its output is worth reading only when it fails. */
async function run({ name, tool, args }) {
  const started = performance.now();
  const { code, output } = await runTool(tool, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) process.stdout.write(`\n${output.trimEnd()}\n\n`);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${seconds.padStart(5)} s`);
  return code === 0;
}

const outcomes = await Promise.all(checks.map(run));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
