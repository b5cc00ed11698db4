import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSpawned, nobodyIn } from './account.ts';
import { localeArguments } from './initdb.ts';
import { socketDirFor } from './place.ts';
import { processTable, type RunProgram } from './process-table.ts';

// No Mac runs these tests: what a Mac says is written here as its programs write it, and what we make of it is looked at.

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bw-macos-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** macOS whose programs say this, and what was asked of them. */
function mac(said: (program: string, args: readonly string[]) => string | undefined) {
  const asked: string[] = [];
  const run: RunProgram = (program, args) => {
    asked.push([program, ...args].join(' '));
    return said(program, args);
  };
  return { table: processTable('darwin', run), asked };
}

/** One process as lsof writes it. */
const line = (pid: number, { dev, ino }: { dev: number; ino: number }): string =>
  `p${pid}\nfcwd\nD0x${dev.toString(16)}\ni${ino}\n`;

describe('who works in a folder', () => {
  test('those whose working folder is the same one on the disk, however it is written', () => {
    const here = statSync(folder);
    const elsewhere = statSync(tmpdir());
    const { table, asked } = mac(() => line(41, here) + line(42, elsewhere) + line(43, here));
    expect(table.workingIn(join(folder, '..', folder.split('/').at(-1) ?? ''))).toEqual([41, 43]);
    expect(asked).toEqual(['/usr/sbin/lsof -w -a -c postgres -d cwd -F pDi']);
  });

  test('one process: it does, it works elsewhere, it has gone, the folder has gone', () => {
    const { table, asked } = mac((_, args) => (args.includes('41') ? line(41, statSync(folder)) : ''));
    expect(table.worksIn(41, folder)).toBe(true);
    expect(table.worksIn(42, folder)).toBe(false);
    expect(table.worksIn(41, join(folder, 'gone'))).toBe(false);
    expect(asked[0]).toBe('/usr/sbin/lsof -w -a -p 41 -d cwd -F pDi');
  });

  test('where it cannot be asked, nothing is guessed', () => {
    const { table } = mac(() => undefined);
    expect(() => table.workingIn(folder)).toThrow(/lsof/);
  });

  test.runIf(process.platform === 'linux')('Linux tells it itself', () => {
    const table = processTable('linux');
    expect(table.worksIn(process.pid, process.cwd())).toBe(true);
    expect(table.worksIn(process.pid, folder)).toBe(false);
    expect(table.workingIn(process.cwd())).toContain(process.pid);
    expect(table.birthOf(process.pid)).toMatch(/^[0-9a-f-]{36}:\d+$/);
  });
});

test('a process is known by when it began; one that has gone, by nothing', () => {
  const { table, asked } = mac((_, args) => (args.includes('41') ? 'Mon Nov 23 14:16:05 2026    \n' : ''));
  expect(table.birthOf(41)).toBe('Mon Nov 23 14:16:05 2026');
  expect(table.birthOf(42)).toBeUndefined();
  expect(asked[0]).toBe('/bin/ps -o lstart= -p 41');
});

test('a new database sorts by PostgreSQL’s own rules, and the system is asked for a locale that it has', () => {
  for (const platform of ['linux', 'darwin'] as const)
    expect(localeArguments(platform)).toEqual(
      expect.arrayContaining(['--locale-provider=builtin', '--builtin-locale=C.UTF-8', 'UTF8']),
    );
  expect(localeArguments('darwin')).toEqual(expect.arrayContaining(['--locale=C', '--lc-ctype=en_US.UTF-8']));
  expect(localeArguments('linux')).toContain('--locale=C.UTF-8');
});

test('a socket’s path is never longer than macOS takes: 103 letters, its name among them', () => {
  const mine = '/private/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T';
  const cases: [string, string, RegExp][] = [
    ['/Users/sam/bailiwick/data', mine, /^\/Users\/sam\/bailiwick\/data\/socket$/],
    [`/Users/sam/${'far/'.repeat(30)}data`, mine, /^\/private\/var\/folders\/.*\/T\/bailiwick-[0-9a-f]{16}$/],
    [`/Users/sam/${'far/'.repeat(30)}data`, `/Users/${'é'.repeat(60)}`, /^\/tmp\/bailiwick-[0-9a-f]{16}$/],
  ];
  for (const [base, temporary, where] of cases) {
    const dir = socketDirFor(base, temporary);
    expect(dir).toMatch(where);
    expect(Buffer.byteLength(join(dir, '.s.PGSQL.5432'))).toBeLessThanOrEqual(103);
  }
});

test('nobody’s number is read as macOS and as Linux write it, and given to Node as it takes it', () => {
  const onMac = nobodyIn(
    '##\nnobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false\nroot:*:0:0:System Administrator:/var/root:/bin/sh\n',
  );
  expect(onMac).toEqual({ uid: 4294967294, gid: 4294967294 });
  expect(asSpawned(onMac)).toEqual({ uid: -2, gid: -2 });
  const onLinux = nobodyIn('root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n');
  expect(asSpawned(onLinux)).toEqual({ uid: 65534, gid: 65534 });
  expect(nobodyIn('root:x:0:0::/root:/bin/sh\n')).toBeUndefined();
  expect(asSpawned(undefined)).toEqual({});
});
