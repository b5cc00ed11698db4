import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureCluster } from './initdb.ts';
import { refusalFor } from './refused.ts';

const folder = mkdtempSync(join(tmpdir(), 'bailiwick-refused-'));
const fault = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['ENOSPC', 'disk-full', 'is full: free some space'],
  ['EDQUOT', 'disk-full', 'is full: free some space'],
  ['EROFS', 'read-only', 'is on a read-only disk: set BAILIWICK_DATA_DIR'],
  ['EACCES', 'not-permitted', 'cannot be read and written by this user: give this user access'],
  ['ENOTDIR', 'bad-setting', 'something that is not a folder is in its way'],
])('a data folder that gives %s is one sentence that says what to do', (code, name, words) => {
  expect(refusalFor(fault(code), '/srv/data')).toMatchObject({
    code: name,
    message: expect.stringContaining(words),
  });
});

test('what nobody can mend by a setting is given back as it is', () => {
  const odd = fault('EIO');
  expect(refusalFor(odd, '/srv/data')).toBe(odd);
});

test('a disk that fills while the database is made is one sentence, and nothing half made is left', async () => {
  const base = join(folder, 'data');
  mkdirSync(join(folder, 'native/bin'), { recursive: true });
  mkdirSync(base);
  const program = join(folder, 'native/bin/initdb');
  writeFileSync(program, '#!/bin/sh\necho "could not write to file: No space left on device" >&2\nexit 1\n');
  chmodSync(program, 0o755);
  const place = {
    ...{ base, cluster: join(base, 'postgres'), socketDir: base, account: undefined },
    ...{ passwordFile: join(base, 'password'), lockFile: join(base, 'lock'), logFile: join(base, 'log') },
  };
  const binaries = { native: join(folder, 'native'), major: 18 };
  const made = ensureCluster(place, binaries as Parameters<typeof ensureCluster>[1], 'x', false);
  await expect(made).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining(base) });
  expect(spawnSync('ls', ['-A', base], { encoding: 'utf8' }).stdout).toBe('');
});

test('an old Node without packages is told which it needs, and to run npm ci, in one sentence', () => {
  const root = join(folder, 'code');
  mkdirSync(join(root, 'bin'), { recursive: true });
  copyFileSync(join(import.meta.dirname, '../../../bin/bailiwick.mjs'), join(root, 'bin/bailiwick.mjs'));
  const old = 'data:text/javascript,Object.defineProperty(process,"version",{value:"v18.20.1"})';
  const asked = spawnSync(process.execPath, ['--import', old, join(root, 'bin/bailiwick.mjs'), 'start'], {
    encoding: 'utf8',
  });
  expect([asked.status, asked.stderr.trim()]).toEqual([
    1,
    'Bailiwick needs Node 22.18 or later and this is v18.20.1: run "npm ci", which brings one, or install it from nodejs.org.',
  ]);
});
