import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { draftsOf } from '../../src/intelligence/graph/graph.drafts.ts';
import { readPole } from '../../src/intelligence/graph/read-graph.ts';
import { cutPoints, walked } from '../../src/intelligence/network/network.measures.ts';
import { components, degrees, networkOf, stepsFrom } from '../../src/intelligence/network/network.ts';

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

/** The graph of people, objects, places and events, unpacked: BAILIWICK_POLE names its folder. */
const pole = process.env.BAILIWICK_POLE ?? resolve(folder, '../pole-manchester');
const answers = resolve(folder, '../pole-manchester/expected.json');
const isPoleThere =
  existsSync(answers) && existsSync(pole) && readdirSync(pole).some((file) => file.includes('.nodes.'));

interface PoleAnswers {
  node_counts: Record<string, number>;
  relationship_counts: Record<string, number>;
  components: number;
  largest_component: number;
  knows_graph: { people: number; edges_simple: number; components: number } & Record<
    'betweenness_top10' | 'degree_top10',
    [string, string, number][]
  >;
  shortest_paths_knows: [string, string, number][];
}

test.skipIf(!isPoleThere)(
  'the graph of people, objects, places and events: its counts, its pieces and who brokers, as igraph says',
  async () => {
    const expected = JSON.parse(readFileSync(answers, 'utf8')) as PoleAnswers; // the folder's own README says what it holds
    const graph = await readPole(pole, () => undefined);
    const counted = (names: readonly string[]): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
      return counts;
    };
    expect(counted(graph.nodes.map(({ label }) => label))).toEqual(expected.node_counts);
    expect(counted(graph.ties.map(({ type }) => type))).toEqual(expected.relationship_counts);
    const read = draftsOf(graph, 'pole');
    const rows = read.accounts.reduce(
      (sum, { taken, doubled, said, rejected }) => sum + taken + doubled + said + rejected,
      0,
    );
    expect(rows).toBe(graph.nodes.length + graph.ties.length);
    expect(new Set(read.problems.map(({ problem }) => problem))).toEqual(
      new Set(['Nothing in the folder is tied to it']),
    );

    const place = new Map(graph.nodes.map(({ id }, at) => [id, at]));
    const whole = networkOf(
      place.size,
      graph.ties.map(({ from, to }) => [place.get(from) ?? -1, place.get(to) ?? -1] as const),
    );
    const pieces = components(whole);
    expect(new Set(pieces).size).toBe(expected.components);
    expect(Math.max(...Object.values(counted([...pieces].map(String))))).toBe(expected.largest_component);

    const people = graph.nodes.filter(({ label }) => label === 'Person');
    const at = new Map(people.map(({ id }, index) => [id, index]));
    const knows = networkOf(
      people.length,
      graph.ties
        .filter(({ type }) => type === 'KNOWS')
        .map(({ from, to }) => [at.get(from) ?? -1, at.get(to) ?? -1] as const),
    );
    const { people: size, edges_simple, components: parts, ...top } = expected.knows_graph;
    expect([knows.size, knows.ties, new Set(components(knows)).size]).toEqual([size, edges_simple, parts]);
    const degree = degrees(knows);
    for (const [id, , value] of top.degree_top10) expect(degree[at.get(id) ?? -1]).toBe(value);
    const { betweenness } = walked(knows);
    for (const [id, , value] of top.betweenness_top10)
      expect(Math.abs((betweenness[at.get(id) ?? -1] ?? Number.NaN) - value)).toBeLessThan(0.00051);
    const named = (name: string): number[] =>
      people.flatMap(({ cells }, index) => (`${cells.name} ${cells.surname}` === name ? [index] : []));
    for (const [one, other, steps] of expected.shortest_paths_knows) {
      const from = stepsFrom(knows, named(one));
      expect(Math.min(...named(other).map((end) => from[end] ?? -1)), `${one} to ${other}`).toBe(steps);
    }
  },
);
