import { drawnAsb } from '../asb/index.ts';
import { type DrawnProcedure, diagramOf, drawnProcedures } from '../enforcement/index.ts';
import { drawnLicensing, drawnPurchases } from '../inspection/index.ts';
import { drawnCommission, drawnOcg } from '../intelligence/index.ts';
import { drawnOperations } from '../operations/index.ts';
import type { Route } from '../platform/http/declare.ts';
import { drawnTraders } from '../traders/index.ts';

/** Who may use what, from the registry: written to docs/permissions.md and checked against it by a test. */
export function permissionTable(routes: readonly Route[]): string {
  const byCode = new Map<string, Route[]>();
  for (const route of routes)
    byCode.set(route.permission.code, [...(byCode.get(route.permission.code) ?? []), route]);
  const rows = [...byCode]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([code, [first]]) =>
        `| ${code} | ${first?.permission.words ?? ''} | ${first?.permission.isPublic ? 'anybody' : (first?.permission.roles.join(', ') ?? '')} |`,
    );
  return [
    '# Permissions',
    '',
    'Made from the declarations by `bailiwick docs`; a test fails when it is out of date.',
    '',
    '| permission | lets a person | roles |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Every route with its permission and audit event. */
export function routeTable(routes: readonly Route[]): string {
  const rows = [...routes]
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
    .map((r) => `| ${r.method} | ${r.path} | ${r.words} | ${r.permission.code} | ${r.audit} |`);
  return [
    '# Routes',
    '',
    'Made from the declarations by `bailiwick docs`; a test fails when it is out of date.',
    '',
    '| | path | what it does | permission | audit event |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Every table of steps that there is, in the order of its page. */
const drawn: readonly DrawnProcedure[] = [
  ...[
    ...drawnProcedures,
    drawnTraders,
    drawnOperations,
    drawnPurchases,
    drawnLicensing,
    ...drawnAsb,
    drawnOcg,
    drawnCommission,
  ],
];

/** The procedures of enforcement as diagrams, from their tables of steps: written to docs/procedures.md. */
export function procedurePage(): string {
  return [
    '# Procedures',
    '',
    'Made from the tables of steps by `bailiwick docs`; a test fails when it is out of date.',
    '',
    ...drawn.flatMap((one) => [`## ${one.title}`, '', '```mermaid', diagramOf(one), '```', '']),
  ].join('\n');
}
