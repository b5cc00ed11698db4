import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { allRoutes } from '../../src/main/registry.ts';
import { PUBLIC } from '../../src/platform/access/permission.ts';
import { personas } from '../../test/support/personas.ts';
import { leaks } from '../../test/wall/leaks.tsx';

interface Ran {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; startTime: number; endTime: number; assertionResults: unknown[] }[];
}

// The sign-in is only asked for when a request comes, and none comes to this list.
const noSignIn = undefined as unknown as Parameters<typeof allRoutes>[0]['signIn'];

const folderOfLast = (root: string): string => join(root, '.bailiwick', 'bench');
const lastFile = 'wall-suite.json';

/** What the suite goes over, counted from the declarations, and how long it took when it was run last on this machine. */
export function coverage(root: string): string[] {
  const routes = allRoutes({ signIn: noSignIn });
  const count = (of: (route: (typeof routes)[number]) => boolean) => routes.filter(of).length;
  const viewers = personas.length + 1;
  const asked = routes.length * viewers;
  const last = join(folderOfLast(root), lastFile);
  return [
    `routes × viewers: ${routes.length} × ${viewers} (each persona, and nobody) = ${asked.toLocaleString('en-GB')}, each in two worlds, for ids that may be seen and ids that are hidden`,
    `surfaces, by how a route answers: ${count(({ method, kind }) => method === 'GET' && kind === 'page')} pages, ${count(({ method, kind }) => method === 'POST' && kind === 'page')} forms, ${count(({ kind }) => kind === 'download')} files and feeds, ${count(({ method, kind }) => method === 'GET' && kind === 'api')} + ${count(({ method, kind }) => method === 'POST' && kind === 'api')} of the API; ${count(({ permission }) => permission === PUBLIC)} open to all`,
    `surfaces, by how one leaks: ${leaks.length} kinds, each leaked on purpose and caught (test/wall/leaks.test.ts)`,
    existsSync(last)
      ? `the suite took ${readFileSync(last, 'utf8').trim()}`
      : 'the suite was not run here yet: --suite runs it',
  ];
}

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
    const took = `${((performance.now() - startedAt) / 1000).toFixed(0)} s on ${new Date().toISOString().slice(0, 16)} at a load of ${loadavg()[0]?.toFixed(1)}, ${ran.numPassedTests} passed, ${ran.numFailedTests} failed`;
    mkdirSync(folderOfLast(root), { recursive: true });
    writeFileSync(join(folderOfLast(root), lastFile), `${took}\n`);
    return [
      `the suite: ${took}`,
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
