// Every test there is: `npm test`. The last line is always "N passed, N failed".
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringWindowless, findBrowser } from '../test/browser.mjs';
import { build } from './build.mjs';
import { root, runTool } from './tools.mjs';

/** Adds up vitest's report. A file that failed before its first test counts as one failure. */
function count(file) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(file)) return totals;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  totals.passed = report.numPassedTests;
  totals.failed = report.numFailedTests;
  totals.skipped = report.numPendingTests + report.numTodoTests;
  for (const suite of report.testResults) {
    const hasFailedTest = suite.assertionResults.some((test) => test.status === 'failed');
    if (suite.status === 'failed' && !hasFailedTest) totals.failed += 1;
  }
  return totals;
}

function hasJourneys() {
  const folder = join(root, 'test', 'journeys');
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => /\.test\.ts$/.test(name))
  );
}

async function run(folder) {
  const env = {};
  await build({ root, log: console.log });
  if (hasJourneys()) {
    bringWindowless(console.log);
    env.CHROME_PATH = findBrowser(console.log);
  }
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runTool('vitest', ['run', ...reporters, ...process.argv.slice(2)], {
    isShown: true,
    env,
  });
  const totals = count(file);
  if (code !== 0 && totals.failed === 0) {
    console.error('The test run itself failed; the reason is above.');
    totals.failed = 1;
  }
  return totals;
}

const folder = mkdtempSync(join(tmpdir(), 'bailiwick-test-'));
let totals = { passed: 0, failed: 1, skipped: 0 };
try {
  totals = await run(folder);
} catch (error) {
  console.error(error instanceof Error && !error.errors ? error.message : error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (totals.passed + totals.failed === 0) console.error('No test ran, which is a failure.');
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
