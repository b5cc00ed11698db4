import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { permissionTable, procedurePage, routeTable } from '../../src/main/reference-pages.ts';
import { allRoutes } from '../../src/main/registry.ts';
import type { SignIn } from '../../src/platform/sign-in/sign-in.ts';
import { liftedCaps } from './lifted-caps.ts';

const root = process.cwd();
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({
    path: `src/${name.replaceAll('\\', '/')}`,
    text: readFileSync(join(root, 'src', name), 'utf8'),
  }));
const own = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path) && !path.includes('/testing/'));

/** Declaring routes asks nothing of the sign-in they will use. */
const routes = allRoutes({ signIn: undefined as unknown as SignIn });

const moduleOf = (path: string): string => path.split('/')[1] ?? '';
const imports = (path: string, text: string): string[] =>
  [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to]) =>
    relative(root, resolve(root, dirname(path), to ?? '')).replaceAll('\\', '/'),
  );

describe('borders', () => {
  test('a module imports another only through its index', () => {
    const wrong = own.flatMap(({ path, text }) =>
      imports(path, text)
        .filter((to) => to.startsWith('src/') && moduleOf(to) !== moduleOf(path))
        .filter(
          (to) =>
            !['platform', 'main'].includes(moduleOf(to)) &&
            !/^src\/[^/]+\/index\.ts$/.test(to) &&
            moduleOf(path) !== 'main',
        )
        .map((to) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the platform imports no module, and nobody imports main or performance', () => {
    const wrong = own.flatMap(({ path, text }) =>
      imports(path, text)
        .filter((to) => to.startsWith('src/'))
        .filter(
          (to) =>
            (moduleOf(path) === 'platform' && moduleOf(to) !== 'platform') ||
            (moduleOf(path) !== 'main' &&
              ['main', 'performance', 'governance'].includes(moduleOf(to)) &&
              moduleOf(to) !== moduleOf(path)),
        )
        .map((to) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('a module imports only those below it in docs/modules.md', () => {
    const order = [...readFileSync('docs/modules.md', 'utf8').matchAll(/^\| `src\/([a-z]+)`/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(order.length).toBeGreaterThan(8);
    const wrong = own.flatMap(({ path, text }) =>
      imports(path, text)
        .filter((to) => to.startsWith('src/') && moduleOf(to) !== moduleOf(path))
        .filter((to) => order.indexOf(moduleOf(to)) <= order.indexOf(moduleOf(path)))
        .map((to) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the linkage engine imports nothing but itself', () => {
    const wrong = own
      .filter(({ path }) => path.startsWith('src/linkage/core/'))
      .flatMap(({ path, text }) => [
        ...[...text.matchAll(/from '([^.][^']*)'/g)].map(([, to]) => `${path} → ${to}`),
        ...imports(path, text)
          .filter((to) => !to.startsWith('src/linkage/core/'))
          .map((to) => `${path} → ${to}`),
      ]);
    expect(wrong).toEqual([]);
  });

  test('modules depend on each other one way', () => {
    const edges = new Map<string, Set<string>>();
    for (const { path, text } of own)
      for (const to of imports(path, text))
        if (to.startsWith('src/') && moduleOf(to) !== moduleOf(path))
          edges.set(moduleOf(path), (edges.get(moduleOf(path)) ?? new Set()).add(moduleOf(to)));
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(edges.get(from) ?? [])].some(
        (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
      );
    expect([...edges.keys()].filter((module) => reaches(module, module))).toEqual([]);
  });
});

describe('sizes', () => {
  test('no source file passes its cap without a reason in the list', () => {
    const cap = (path: string): number =>
      /\.(words|transitions|rules)\.tsx?$|rows\.ts$/.test(path) ? 500 : 300;
    const over = own
      .filter(
        ({ path, text }) => !path.endsWith('database/rows.ts') && text.split('\n').length - 1 > cap(path),
      )
      .map(({ path }) => path);
    expect(over.filter((path) => !(path in liftedCaps))).toEqual([]);
    expect(Object.keys(liftedCaps).filter((path) => !over.includes(path))).toEqual([]);
  });
});

describe('habits', () => {
  test('time and chance come from the clock and the ids', () => {
    const wrong = own
      .filter(({ path }) => !path.startsWith('src/platform/') && !path.startsWith('src/main/'))
      .filter(({ text }) => /Date\.now\(\)|new Date\(\)|Math\.random\(\)|randomUUID\(/.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test('every migration gives its tables a comment with their retention', () => {
    const wrong = readdirSync(join(root, 'db/migrations')).flatMap((name) => {
      const text = readFileSync(join(root, 'db/migrations', name), 'utf8');
      return [...text.matchAll(/create table (?:if not exists )?([a-z_.]+)/g)]
        .map(([, table]) => table ?? '')
        .filter(
          (table) => !new RegExp(`comment on table ${table} is\\s+'(?:[^']|'')*Retention`, 's').test(text),
        );
    });
    expect(wrong).toEqual([]);
  });

  test('no migration names the owner that our own database has: another server’s has another name', () => {
    // The one that did, and what mends it.
    const known = [
      '20261201T0015_platform_owner-name.sql',
      '20261201T0020_court_support.sql',
      '20261204T0410_court_owner-name.sql',
    ];
    const naming = readdirSync(join(root, 'db/migrations')).filter((name) =>
      readFileSync(join(root, 'db/migrations', name), 'utf8').includes('bailiwick_owner'),
    );
    expect(naming).toEqual(known);
  });

  test('the pages made from the declarations are up to date', () => {
    expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionTable(routes));
    expect(readFileSync('docs/routes.md', 'utf8')).toBe(routeTable(routes));
    expect(readFileSync('docs/procedures.md', 'utf8')).toBe(procedurePage());
  });

  test('every route says what it does, and its audit event is a noun and what happened to it', () => {
    expect(
      routes
        .filter((route) => route.words.length < 4 || !/^[a-z-]+(\.[a-z-]+)?$/.test(route.audit))
        .map((route) => `${route.path} ${route.audit}`),
    ).toEqual([]);
  });
});
