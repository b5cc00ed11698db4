import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { cutPoints, walked } from '../../src/intelligence/network/network.measures.ts';
import { components, degrees, networkOf } from '../../src/intelligence/network/network.ts';

/** Published networks of the research literature, with igraph's answers; they stand beside the project, never in it. */
const folder = resolve(process.env.BAILIWICK_REAL_DATA ?? '../shared/data', 'covert-networks');
const isThere = existsSync(folder);

interface Answers {
  nodes: number;
  edges_simple_undirected: number;
  components: number;
  largest_component: number;
  degree_top5: [string, number][];
  betweenness_top5: [string, number][];
  articulation_points: number;
}
const rowsOf = (file: string): string[][] =>
  parse(readFileSync(resolve(folder, file), 'utf8'), { from_line: 2 });
const names = isThere
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.edges.csv'))
      .map((file) => file.replace('.edges.csv', ''))
  : ['none'];

describe.skipIf(!isThere)('published covert networks: the same answers as igraph', () => {
  test.each(names)('%s', (name) => {
    const all = JSON.parse(readFileSync(resolve(folder, 'expected-metrics.json'), 'utf8')) as Record<
      string,
      Answers
    >; // the file's own README says what it holds
    const expected = all[name];
    if (!expected) throw new Error(`There are no answers for ${name}.`);
    const ids = rowsOf(`${name}.nodes.csv`).map(([id]) => id ?? '');
    const placeOf = new Map(ids.map((id, place) => [id, place]));
    const network = networkOf(
      ids.length,
      rowsOf(`${name}.edges.csv`).map(
        ([from, to]) => [placeOf.get(from ?? '') ?? -1, placeOf.get(to ?? '') ?? -1] as const,
      ),
    );
    expect([network.size, network.ties]).toEqual([expected.nodes, expected.edges_simple_undirected]);
    const pieces = [...components(network)];
    expect(new Set(pieces).size).toBe(expected.components);
    expect(pieces.filter((piece) => piece === 0)).toHaveLength(expected.largest_component);
    expect([...cutPoints(network)].filter(Boolean)).toHaveLength(expected.articulation_points);
    const degree = degrees(network);
    for (const [id, value] of expected.degree_top5) expect(degree[placeOf.get(id) ?? -1]).toBe(value);
    const { betweenness } = walked(network);
    // The published answers have three places.
    for (const [id, value] of expected.betweenness_top5)
      expect(Math.abs((betweenness[placeOf.get(id) ?? -1] ?? Number.NaN) - value)).toBeLessThan(0.00051);
    const top = [...betweenness].sort((a, b) => b - a)[0] ?? 0;
    expect(Math.abs(top - (expected.betweenness_top5[0]?.[1] ?? 0))).toBeLessThan(0.00051);
  });
});
