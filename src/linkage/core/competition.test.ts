import { expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { compete } from './competition.ts';
import { link } from './link.ts';
import { tableOf } from './table.ts';

test('candidates of one list compete for a row, and partners in other lists do not', () => {
  // Row 0 has two candidates in list 1 and one in list 2; row 4 stands in list 0 alone.
  const sources = Uint16Array.of(0, 1, 1, 2, 0);
  const edges = () => ({
    a: Int32Array.of(0, 0, 0),
    b: Int32Array.of(1, 2, 3),
    weight: Float32Array.of(6, 4, 6),
    length: 3,
  });
  const all = edges();
  compete(all, 5, sources);
  const one = { a: Int32Array.of(0), b: Int32Array.of(3), weight: Float32Array.of(6), length: 1 };
  compete(one, 5, sources);
  // As if the other list were not there; and between rivals the odds of the one are against the other's.
  expect(all.weight[2]).toBe(one.weight[0]);
  expect(all.weight[0]).toBeGreaterThan(0);
  expect(all.weight[0]).toBeLessThan(6);
  expect(all.weight[1]).toBeLessThan(0);
});

test.each([2, 3, 5])('people of %i lists that name nobody twice are found in each of them', (lists) => {
  const met = new Map<string, number>();
  const rows = makePeople(900, 1).flatMap(({ cluster = '', ...row }) => {
    const list = met.get(cluster) ?? 0;
    met.set(cluster, list + 1);
    return list < lists ? [{ row, list, cluster }] : [];
  });
  const linked = link(
    tableOf(
      rows.map(({ row }) => row),
      {
        source: (row) => rows[row]?.list ?? 0,
        sourceNames: Array.from({ length: lists }, (_, list) => `list ${list}`),
      },
    ),
    { mode: 'link' },
  );
  expect(linked.single).toBe(true);
  let [right, wrong, missed] = [0, 0, 0];
  for (let a = 0; a < rows.length; a += 1)
    for (let b = a + 1; b < rows.length; b += 1) {
      const [isSame, isFound] = [
        rows[a]?.cluster === rows[b]?.cluster,
        linked.clusters[a] === linked.clusters[b],
      ];
      if (isFound && isSame) right += 1;
      else if (isFound) wrong += 1;
      else if (isSame) missed += 1;
    }
  expect(right / (right + wrong)).toBeGreaterThan(0.98);
  expect(right / (right + missed)).toBeGreaterThan(0.93);
});
