import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../../benchmarks/linkage/people.ts';
import { link } from '../link.ts';
import { modelDocument } from '../model.ts';
import { tableOf } from '../table.ts';
import type { Fields } from './growing-table.ts';
import { LiveIndex } from './live-index.ts';
import { openModel } from './open-model.ts';

const made: Fields[] = makePeople(1500, 9).map(({ cluster: _, ...row }) => row);
const model = modelDocument(link(tableOf(made)));
const read = openModel(model);

/** Clusters as sorted lists of ids. */
const partition = (index: LiveIndex): string[] => {
  const groups = new Map<string, string[]>();
  for (const [id, cluster] of index.clusters()) groups.set(cluster, [...(groups.get(cluster) ?? []), id]);
  return [...groups.values()].map((group) => group.sort().join(' ')).sort();
};

/** What the index must hold, worked out without it: put in once, in the order of the ids. */
const inOrder = (records: ReadonlyMap<string, Fields>): string[] => {
  const index = new LiveIndex(model);
  for (const id of [...records.keys()].sort()) index.put(id, records.get(id) ?? {});
  return partition(index);
};

const some = fc.integer({ min: 0, max: 160 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('put' as const), id: some, from: some }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), id: some, from: some }) },
);

describe('the live index', { timeout: 120_000 }, () => {
  test('holds the same whatever the order of arrival, changes and removals included', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 300 }), (steps) => {
        const index = new LiveIndex(model);
        const held = new Map<string, Fields>();
        for (const { act, id, from } of steps) {
          const name = `r${String(id).padStart(3, '0')}`;
          if (act === 'remove') {
            index.remove(name);
            held.delete(name);
          } else {
            index.put(name, made[from] ?? {});
            held.set(name, made[from] ?? {});
          }
        }
        expect(index.size).toBe(held.size);
        expect(partition(index)).toEqual(inOrder(held));
      }),
      { numRuns: 40 },
    );
  });

  const index = new LiveIndex(model);
  for (const [at, fields] of made.slice(0, 400).entries()) index.put(`r${at}`, fields);

  test('finds what a look at every record finds, with the same weight', () => {
    for (const asked of made.slice(390, 430)) {
      const keys = new Set(read.keysOf(asked));
      const judged = read.judge(asked, made.slice(0, 400));
      const expected = judged
        .map(({ probability }, at) => ({ id: `r${at}`, probability }))
        .filter(({ probability }) => probability >= 0.01)
        .filter(({ id }) => read.keysOf(made[Number(id.slice(1))] ?? {}).some((key) => keys.has(key)));
      const found = index.who(asked, { limit: 1000 });
      expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      for (const { id, probability, explanation } of found) {
        expect(explanation.probability).toBeCloseTo(probability, 9);
        expect(probability).toBeCloseTo(expected.find((one) => one.id === id)?.probability ?? -1, 9);
      }
    }
  });

  test('asking leaves nothing behind', () => {
    const before = partition(index);
    for (const asked of made.slice(0, 50)) index.who(asked);
    expect(partition(index)).toEqual(before);
    expect(index.clusterOf('r0')).toContain('r0');
    expect(index.clusterOf('nobody')).toEqual([]);
  });

  test('draws nearly the clusters that the batch draws', () => {
    const batch = link(tableOf(made.slice(0, 400)), { model });
    const together = (of: (row: number) => string) => {
      const pairs = new Set<string>();
      for (let a = 0; a < 400; a += 1)
        for (let b = a + 1; b < 400; b += 1) if (of(a) === of(b)) pairs.add(`${a} ${b}`);
      return pairs;
    };
    const clusters = index.clusters();
    const live = together((row) => clusters.get(`r${row}`) ?? '');
    const whole = together((row) => String(batch.clusters[row]));
    const both = [...live].filter((pair) => whole.has(pair)).length;
    expect((2 * both) / (live.size + whole.size)).toBeGreaterThan(0.97);
  });
});

describe('a model opened for single records', () => {
  test('says the same of two records whoever else is asked about, and either way round', () => {
    fc.assert(
      fc.property(some, some, fc.array(some, { maxLength: 5 }), (a, b, others) => {
        const [x, y] = [made[a] ?? {}, made[b] ?? {}];
        const alone = read.judge(x, [y])[0];
        const among = read.judge(x, [...others.map((at) => made[at] ?? {}), y]).at(-1);
        expect(among?.totalBits).toBe(alone?.totalBits);
        expect(read.judge(y, [x])[0]?.totalBits).toBeCloseTo(alone?.totalBits ?? 0, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('names no value that few people give', () => {
    const named = Object.keys(
      model.comparisons.find(({ name }) => name === 'Phone')?.facts.frequency.common ?? {},
    );
    const often = new Map<string, number>();
    for (const { phone = '' } of made) often.set(phone, (often.get(phone) ?? 0) + 1);
    expect(named.length).toBeLessThanOrEqual([...often.values()].filter((count) => count >= 5).length);
    expect(read.keysOf({})).toEqual([]);
  });
});
