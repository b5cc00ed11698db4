import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { draftsOf } from '../../src/intelligence/graph/graph.drafts.ts';
import { type GivenGraph, readPlain, readPole } from '../../src/intelligence/graph/read-graph.ts';
import { cores, cutPoints, walked } from '../../src/intelligence/network/network.measures.ts';
import { components, degrees, networkOf } from '../../src/intelligence/network/network.ts';

/**
 * Holds our measures of real networks against those of igraph and networkx, every element of them, to the last place.
 * Data: BAILIWICK_REAL_DATA (../shared/data if not given), and the unpacked graph of people, objects, places and events in
 * BAILIWICK_POLE (its folder in that data if not given). Python and its packages are those of PATH.
 */
const root = process.env.BAILIWICK_ROOT ?? process.cwd();
const data = resolve(root, process.env.BAILIWICK_REAL_DATA ?? '../shared/data');
const pole = process.env.BAILIWICK_POLE ?? resolve(data, 'pole-manchester');
/** As of the chart: above it, what grows as the square is not asked. */
const tolerance = 1e-9;

interface Case {
  name: string;
  size: number;
  ties: [number, number][];
}
interface Answers {
  degree: number[];
  betweenness: number[];
  closeness: number[];
  core: number[];
  cut: number[];
  pieces: number;
}

/** Each node an element, each tie between two of them, whatever its type. */
function plainCase(name: string, graph: GivenGraph, types?: readonly string[]): Case {
  const ties = graph.ties.filter(({ type }) => !types || types.includes(type));
  const kinds = new Set(types ? ['Person'] : graph.nodes.map(({ label }) => label));
  const nodes = graph.nodes.filter(({ label }) => kinds.has(label));
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  return {
    name,
    size: nodes.length,
    ties: ties.flatMap(({ from, to }): [number, number][] => {
      const [a, b] = [place.get(from), place.get(to)];
      return a === undefined || b === undefined ? [] : [[a, b]];
    }),
  };
}

/** As the product holds it: items, and whom and what they name by their exact keys. */
function itemsCase(name: string, graph: GivenGraph, isWanted: (key: string) => boolean): Case {
  const place = new Map<string, number>();
  const at = (key: string): number => place.get(key) ?? place.set(key, place.size).size - 1;
  const ties: [number, number][] = [];
  for (const { key, links } of draftsOf(graph, name).drafts.filter((draft) => isWanted(draft.key)))
    for (const { keyKind, keyValue } of links) ties.push([at(key), at(`${keyKind}:${keyValue}`)]);
  return { name, size: place.size, ties };
}

async function casesOf(): Promise<Case[]> {
  const quiet = () => undefined;
  const cases: Case[] = [];
  const covert = resolve(data, 'covert-networks');
  const names = existsSync(covert) ? readdirSync(covert).filter((file) => file.endsWith('.edges.csv')) : [];
  for (const file of names) {
    const network = file.replace('.edges.csv', '');
    cases.push(plainCase(network, await readPlain(covert, { network, kind: 'Person', roles: {} }, quiet)));
  }
  if (existsSync(pole) && readdirSync(pole).some((file) => file.includes('.nodes.'))) {
    const graph = await readPole(pole, quiet);
    cases.push(plainCase('POLE: who knows whom', graph, ['KNOWS']));
    cases.push(itemsCase('POLE: people and calls, as items', graph, (key) => !key.startsWith('node:Crime')));
    cases.push(itemsCase('POLE: the whole, as items', graph, () => true));
  }
  return cases;
}

/** Above it the product does not work out betweenness and closeness, and says so. */
const walkedHere = 6000;
const far = (mine: ArrayLike<number>, theirs: ArrayLike<number>): number => {
  let most = 0;
  for (let i = 0; i < theirs.length; i += 1)
    most = Math.max(most, Math.abs((mine[i] ?? Number.NaN) - (theirs[i] ?? Number.NaN)));
  return most;
};

const cases = await casesOf();
const smallest = cases.filter(({ size }) => size <= walkedHere || process.argv.includes('--all'));
const ran = spawnSync('python3', [resolve(root, 'benchmarks/network-equal/answers.py')], {
  input: smallest.map((one) => JSON.stringify(one)).join('\n'),
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
});
const [head, ...lines] = (ran.stdout ?? '').trim().split('\n');
const engines = Object.keys(head ? (JSON.parse(head) as { engines: object }).engines : {});
if (cases.length === 0) process.stdout.write(`Skipped: there is no data in ${data}.\n`);
else if (ran.status !== 0 || engines.length === 0)
  process.stdout.write(
    `Skipped: python3 with igraph or networkx is needed. ${(ran.stderr ?? '').slice(-300)}\n`,
  );
else {
  process.stdout.write(
    `Greatest difference of any element, against ${engines.join(' and ')}; the aim is ${tolerance}.\n`,
  );
  process.stdout.write(
    `${'network'.padEnd(36)}elements    ties  pieces  betweenness  closeness  degree, core, cut points\n`,
  );
  let missed = 0;
  for (const [at, line] of lines.entries()) {
    const given = smallest[at];
    if (!given) continue;
    const { answers } = JSON.parse(line) as { answers: Record<string, Answers> };
    const network = networkOf(given.size, given.ties);
    const mine = walked(network);
    const pieces = new Set(components(network)).size;
    const worst = { betweenness: 0, closeness: 0, rest: 0 };
    for (const theirs of Object.values(answers)) {
      worst.betweenness = Math.max(worst.betweenness, far(mine.betweenness, theirs.betweenness));
      worst.closeness = Math.max(worst.closeness, far(mine.closeness, theirs.closeness));
      worst.rest = Math.max(
        ...[worst.rest, far(degrees(network), theirs.degree), far(cores(network), theirs.core)],
        ...[far(cutPoints(network), theirs.cut), Math.abs(pieces - theirs.pieces)],
      );
    }
    // Sums of a hundred thousand parts differ in their last places: held against their size.
    const size = Math.max(1, ...mine.betweenness);
    const isEqual = worst.betweenness / size < tolerance && worst.closeness < tolerance && worst.rest === 0;
    if (!isEqual) missed += 1;
    process.stdout.write(
      `${given.name.padEnd(36)}${String(given.size).padStart(8)}${String(network.ties).padStart(8)}${String(pieces).padStart(8)}  ${worst.betweenness.toExponential(1).padStart(11)}  ${worst.closeness.toExponential(1).padStart(9)}  ${worst.rest === 0 ? 'equal' : `differ by ${worst.rest}`}${isEqual ? '' : '  NO'}\n`,
    );
  }
  process.stdout.write(`${lines.length - missed} of ${lines.length} equal.\n`);
  process.exitCode = missed === 0 ? 0 : 1;
}
