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
  compete(all, 5, sources, [true, true, true]);
  const one = { a: Int32Array.of(0), b: Int32Array.of(3), weight: Float32Array.of(6), length: 1 };
  compete(one, 5, sources, [true, true, true]);
  // As if the other list were not there; and between rivals the odds of the one are against the other's.
  expect(all.weight[2]).toBe(one.weight[0]);
  expect(all.weight[0]).toBeGreaterThan(0);
  expect(all.weight[0]).toBeLessThan(6);
  expect(all.weight[1]).toBeLessThan(0);
});

interface Listed {
  row: Record<string, string>;
  list: number;
  cluster: string;
}

/** Links lists of made people and tells how well, and which lists were found to name nobody twice. */
function linkLists(rows: readonly Listed[], lists: number) {
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
  let [right, wrong, missed] = [0, 0, 0];
  for (let a = 0; a < rows.length; a += 1)
    for (let b = a + 1; b < rows.length; b += 1) {
      if (rows[a]?.list === rows[b]?.list) continue;
      const [isSame, isFound] = [
        rows[a]?.cluster === rows[b]?.cluster,
        linked.clusters[a] === linked.clusters[b],
      ];
      if (isFound && isSame) right += 1;
      else if (isFound) wrong += 1;
      else if (isSame) missed += 1;
    }
  return {
    precision: right / (right + wrong),
    recall: right / (right + missed),
    single: linked.single,
  };
}

/** Made people in lists: `listOf` gets how often somebody was met before and the agency that met them; -1 leaves a record out. */
function peopleIn(listOf: (before: number, agency: string) => number): Listed[] {
  const met = new Map<string, number>();
  return makePeople(900, 1).flatMap(({ cluster = '', ...row }) => {
    const before = met.get(cluster) ?? 0;
    met.set(cluster, before + 1);
    const list = listOf(before, row.source ?? '');
    return list < 0 ? [] : [{ row, list, cluster }];
  });
}

test.each([2, 3, 5])('people of %i lists that name nobody twice are found in each of them', (lists) => {
  const found = linkLists(
    peopleIn((before) => (before < lists ? before : -1)),
    lists,
  );
  expect(found.single).toEqual(Array.from({ length: lists }, () => true));
  expect(found.precision).toBeGreaterThan(0.98);
  expect(found.recall).toBeGreaterThan(0.93);
});

test('one of two lists names nobody twice and the other does: everybody is found as often as they are named', () => {
  const found = linkLists(
    peopleIn((before) => Math.min(before, 1)),
    2,
  );
  expect(found.single).toEqual([true, false]);
  expect(found.precision).toBeGreaterThan(0.98);
  expect(found.recall).toBeGreaterThan(0.93);
});

test('lists of many agencies that name some people twice are no lists that name nobody twice', () => {
  const agencies: string[] = [];
  const found = linkLists(
    peopleIn((_, agency) => {
      if (!agencies.includes(agency)) agencies.push(agency);
      return agencies.indexOf(agency);
    }),
    12,
  );
  expect(found.single.filter((isSingle) => isSingle).length).toBeLessThan(4);
  expect(found.precision).toBeGreaterThan(0.98);
  expect(found.recall).toBeGreaterThan(0.9);
});
