import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { UndirectedGraph } from 'graphology';
import betweennessOf from 'graphology-metrics/centrality/betweenness.js';
import closenessOf from 'graphology-metrics/centrality/closeness.js';
import { expect, test } from 'vitest';
import { cores, cutPoints, walked } from './network.measures.ts';
import { components, degrees, networkOf, stepsFrom, unreached, wayBetween } from './network.ts';
import { standings, standingWords, walkedAtMost } from './network.words.ts';

type Pairs = [number, number][];
/** Sparse and dense, in pieces and whole, with ties said twice and to themselves. */
const graphs = tuple(integer({ min: 1, max: 24 }), constantFrom(6, 24, 60)).chain(([size, ties]) => {
  const one = integer({ min: 0, max: size - 1 });
  return tuple(constantFrom(size), array(tuple(one, one), { maxLength: ties }));
});
const everyGraph = (check: (size: number, pairs: Pairs) => void): void =>
  assert(
    property(graphs, ([size, pairs]) => check(size, pairs)),
    { numRuns: 400, seed: 4 },
  );

const referenceOf = (size: number, pairs: Pairs): UndirectedGraph => {
  const graph = new UndirectedGraph();
  for (let i = 0; i < size; i += 1) graph.addNode(i);
  for (const [one, other] of pairs) if (one !== other) graph.mergeEdge(one, other);
  return graph;
};
/** Pieces by joining names until nothing changes: another way than walking. */
const piecesOf = (size: number, pairs: Pairs, without = -1): number[] => {
  const name = Array.from({ length: size }, (_, i) => i);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [one, other] of pairs) {
      if (one === without || other === without || name[one] === name[other]) continue;
      name[one] = name[other] = Math.min(name[one] ?? 0, name[other] ?? 0);
      isChanged = true;
    }
  }
  return name;
};
const countPieces = (size: number, pairs: Pairs, without = -1): number =>
  new Set(piecesOf(size, pairs, without).filter((_, i) => i !== without)).size;

const close = (mine: ArrayLike<number>, theirs: Record<string, number>): void => {
  for (let i = 0; i < mine.length; i += 1)
    expect(Math.abs((mine[i] ?? Number.NaN) - (theirs[i] ?? Number.NaN))).toBeLessThan(1e-9);
};

test('degree, betweenness and closeness equal graphology’s to 1e-9 on 400 random networks', () => {
  everyGraph((size, pairs) => {
    const network = networkOf(size, pairs);
    const reference = referenceOf(size, pairs);
    expect(network.ties).toBe(reference.size);
    expect([...degrees(network)]).toEqual(
      Array.from({ length: size }, (_, i) => reference.degree(String(i))),
    );
    const { betweenness, closeness } = walked(network);
    close(betweenness, betweennessOf(reference, { normalized: false }));
    close(closeness, closenessOf(reference));
  });
});

test('pieces, cores and cut points equal those of a naive solver', () => {
  everyGraph((size, pairs) => {
    const network = networkOf(size, pairs);
    const pieces = piecesOf(size, pairs);
    const mine = components(network);
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < i; j += 1) expect(mine[i] === mine[j]).toBe(pieces[i] === pieces[j]);
    const sizes = [...new Set(mine)].map((piece) => [...mine].filter((one) => one === piece).length);
    expect(Math.max(...sizes)).toBe([...mine].filter((piece) => piece === 0).length);

    const whole = countPieces(size, pairs);
    const ties = degrees(network);
    expect([...cutPoints(network)]).toEqual(
      Array.from({ length: size }, (_, i) =>
        Number((ties[i] ?? 0) > 0 && countPieces(size, pairs, i) > whole),
      ),
    );

    const reference = referenceOf(size, pairs);
    const core = Array.from({ length: size }, () => 0);
    for (let k = 1; reference.order > 0; k += 1) {
      for (
        let few = reference.nodes().find((node) => reference.degree(node) < k);
        few !== undefined;
        few = reference.nodes().find((node) => reference.degree(node) < k)
      )
        reference.dropNode(few);
      for (const node of reference.nodes()) core[Number(node)] = k;
    }
    expect([...cores(network)]).toEqual(core);
  });
});

test('steps from several starts are those of the nearest, and stop where they are told to', () => {
  const chain = networkOf(7, [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [5, 6],
  ]);
  expect([...stepsFrom(chain, [0])]).toEqual([0, 1, 2, 3, 4, unreached, unreached]);
  expect([...stepsFrom(chain, [0, 4, 5], 1)]).toEqual([0, 1, unreached, 1, 0, 0, 1]);
});

test('an element that nobody said is an error', () => {
  expect(() => networkOf(2, [[0, 2]])).toThrow(RangeError);
  expect(networkOf(0, []).ties).toBe(0);
});

test('words say what connects, brokers and joins, and pass no judgement', () => {
  const [one, two, , alone] = standings(
    networkOf(4, [
      [0, 1],
      [1, 2],
    ]),
  ).map(standingWords);
  expect(one).toBe('Connects 1 other; brokers between no others; 1.5 steps from the rest on average');
  expect(two).toBe(
    'Connects 2 others; brokers 100% of the shortest ways between others; 1.0 steps from the rest on average; joins what would otherwise be apart',
  );
  expect(alone).toBe('Stands alone on this chart');
});

test('a chart of ten thousand elements is measured without the two that grow as its square, and says so', () => {
  const size = 10_000;
  const pairs: Pairs = Array.from({ length: size - 1 }, (_, i) => [i + 1, Math.floor(i / 3)]);
  expect(size).toBeGreaterThan(walkedAtMost);
  const found = standings(networkOf(size, pairs));
  expect(found[0]).toMatchObject({
    degree: 3,
    betweenness: null,
    closeness: null,
    core: 1,
    isCutPoint: true,
  });
  expect(standingWords(found[0] as (typeof found)[number])).toBe(
    'Connects 3 others; joins what would otherwise be apart',
  );
});

test('a way between two is as long as the steps between them, goes by ties alone, and is none where they stand apart', () => {
  everyGraph((size, pairs) => {
    const network = networkOf(size, pairs);
    const tied = new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
    for (let one = 0; one < size; one += 1) {
      const steps = stepsFrom(network, [one]);
      for (let other = 0; other < size; other += 1) {
        const way = wayBetween(network, one, other);
        expect(way === undefined ? unreached : way.length - 1).toBe(steps[other]);
        expect([way?.[0] ?? one, way?.at(-1) ?? other]).toEqual([one, other]);
        for (let k = 1; k < (way?.length ?? 0); k += 1)
          expect(tied.has(`${way?.[k - 1]} ${way?.[k]}`)).toBe(true);
      }
    }
  });
});
