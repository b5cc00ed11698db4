import type { Route } from '../../src/platform/http/declare.ts';
import type { World } from './world.ts';

/** Values for the tokens in examples and for path parameters: `reportId` → an id. */
export type Samples = Record<string, string>;

/** One SQL query a token: a sample that an ordinary officer of Wendmere may see. A new kind of record adds a line. */
export const sampleQueries: Record<string, string> = {
  reportId: "select id::text as value from intake.report where reference = 'R-SAMP-001'",
  recordId: "select id::text as value from records.received_record where label = '+447700900555'",
  ruleId: "select id::text as value from directory.routing_rule where ends_on is null order by id limit 1",
  serviceId: "select id::text as value from directory.service where code = 'WEND-JET'",
  issueType: "select 'fly-tipping' as value",
  lon: "select lon::text as value from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  lat: "select lat::text as value from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
};

export async function readSamples(world: World): Promise<Samples> {
  const samples: Samples = {};
  for (const [token, query] of Object.entries(sampleQueries)) {
    const [row] = await world.sql<{ value: string }>(query);
    if (!row) throw new Error(`The county has no sample for ${token}.`);
    samples[token] = row.value;
  }
  return samples;
}

/** A request for a route: its path with parameters put in, its query, and its body. */
export interface Request {
  url: string;
  body: Record<string, unknown>;
}

/** The route's example with samples in place of tokens. Throws when a parameter has none, so that none is forgotten. */
export function requestFor(route: Route, samples: Samples): Request {
  const value = (given: unknown): unknown => {
    if (typeof given === 'string' && given.startsWith('@')) return sampleOf(given.slice(1), samples, route);
    if (Array.isArray(given)) return given.map(value);
    if (typeof given === 'object' && given !== null)
      return Object.fromEntries(Object.entries(given).map(([key, part]) => [key, value(part)]));
    return given;
  };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(value(route.example.params?.[name] ?? `@${name}`))),
  );
  const query = new URLSearchParams(
    Object.entries(route.example.query ?? {}).map(([key, given]) => [key, String(value(given))]),
  ).toString();
  return {
    url: query ? `${path}?${query}` : path,
    body: (value(route.example.body ?? {}) ?? {}) as Record<string, unknown>,
  };
}

function sampleOf(token: string, samples: Samples, route: Route): string {
  const found = samples[token];
  if (found === undefined)
    throw new Error(
      `${route.method} ${route.path}: no sample for ${token}; add a line to test/support/samples.ts.`,
    );
  return found;
}

/** A body as a browser's form would send it: nested values in brackets. */
export function formOf(body: Record<string, unknown>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [key, given] of Object.entries(body)) {
    if (Array.isArray(given)) given.forEach((part, index) => (fields[`${key}[${index}]`] = String(part)));
    else if (typeof given === 'object' && given !== null)
      for (const [inner, part] of Object.entries(given)) fields[`${key}[${inner}]`] = String(part);
    else fields[key] = String(given);
  }
  return fields;
}
