import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';

// No database is asked: it stands among the tests that take their time, since it builds the product first.
const folder = mkdtempSync(join(tmpdir(), 'bailiwick-threads-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the built command writes the same bytes whether one, two or three threads do it', {
  timeout: 180_000,
}, () => {
  const made = makePeople(320, 4);
  const names = Object.keys(made[0] ?? {}).filter((name) => name !== 'cluster');
  const lines = made.map((row) => names.map((name) => `"${row[name] ?? ''}"`).join(','));
  writeFileSync(at('all.csv'), [names.join(','), ...lines].join('\n'));
  const root = resolve(import.meta.dirname, '../../..');
  const env = { ...process.env, BAILIWICK_BUILD_DIR: at('build') };
  const written = [1, 2, 3].map((threads) => {
    const [pairs, clusters] = [at(`pairs-${threads}.csv`), at(`clusters-${threads}.csv`)];
    const args = [join(root, 'bin/bailiwick.mjs'), 'link', at('all.csv'), '--threads', String(threads)];
    const done = spawnSync(process.execPath, [...args, '--pairs', pairs, '--clusters', clusters, '--json'], {
      env,
      encoding: 'utf8',
    });
    expect(done.stderr).not.toContain('Error');
    expect(done.status).toBe(0);
    return [pairs, clusters].map((path) => readFileSync(path, 'utf8'));
  });
  expect(existsSync(at('build/link.thread.js'))).toBe(true);
  expect(written[1]).toEqual(written[0]);
  expect(written[2]).toEqual(written[0]);
});
