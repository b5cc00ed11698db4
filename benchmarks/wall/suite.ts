import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allRoutes } from '../../src/main/registry.ts';
import { PUBLIC } from '../../src/platform/access/permission.ts';

interface Ran {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; startTime: number; endTime: number; assertionResults: unknown[] }[];
}

// The sign-in is only asked for when a request comes, and none comes to this list.
const noSignIn = undefined as unknown as Parameters<typeof allRoutes>[0]['signIn'];

/** Runs the suite that compares paired worlds, with its leaks on purpose, and says how long it took and over what it went. */
export function runSuite(root: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'bailiwick-wall-'));
  const outputFile = join(folder, 'run.json');
  const startedAt = performance.now();
  try {
    spawnSync(
      process.execPath,
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        ...['run', '--project', 'db', 'test/wall', '--reporter', 'json', '--outputFile', outputFile],
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const ran = JSON.parse(readFileSync(outputFile, 'utf8')) as Ran; // the reporter's shape
    const routes = allRoutes({ signIn: noSignIn });
    const count = (of: (route: (typeof routes)[number]) => boolean) => routes.filter(of).length;
    return [
      `the suite: ${((performance.now() - startedAt) / 1000).toFixed(0)} s, ${ran.numPassedTests} passed, ${ran.numFailedTests} failed`,
      `routes: ${routes.length} (${count(({ method }) => method === 'GET')} that read, ${count(({ method }) => method !== 'GET')} that do; ${count(({ kind }) => kind === 'api')} of them JSON, ${count(({ permission }) => permission === PUBLIC)} open to all)`,
      ...ran.testResults
        .map(({ name, startTime, endTime, assertionResults }) => ({
          file: name.slice(name.lastIndexOf('/') + 1),
          seconds: (endTime - startTime) / 1000,
          tests: assertionResults.length,
        }))
        .sort((one, other) => other.seconds - one.seconds)
        .map(
          ({ file, seconds, tests }) =>
            `  ${file.padEnd(28)}${seconds.toFixed(1).padStart(8)} s${String(tests).padStart(6)} tests`,
        ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
