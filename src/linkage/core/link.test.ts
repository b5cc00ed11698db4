import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { clusterF1 } from '../../../test/support/clusters.ts';
import { explain } from './explain.ts';
import { link, NothingToCompare } from './link.ts';
import { modelDocument, readModel, UnusableModel } from './model.ts';
import { tableOf } from './table.ts';

const people = (rows: number, seed: number) => makePeople(rows, seed);

const asPartition = (clusters: Int32Array, order: readonly number[]) => {
  const groups = new Map<number, number[]>();
  clusters.forEach((cluster, at) => {
    groups.set(cluster, [...(groups.get(cluster) ?? []), order[at] ?? at]);
  });
  return [...groups.values()].map((group) => group.sort((x, y) => x - y).join(' ')).sort();
};

describe('one list out of twelve', { timeout: 60_000 }, () => {
  const made = people(600, 3);
  const truth = made.map((row) => row.cluster ?? '');
  const linked = link(tableOf(made));

  test('clusters are right far more often than not, without a label', () => {
    expect(clusterF1(linked.clusters, truth)).toBeGreaterThan(0.95);
  });

  test('the truth is no evidence: without its column the answer is the same', () => {
    const blind = link(tableOf(made.map(({ cluster: _, ...row }) => row)));
    expect([...blind.clusters]).toEqual([...linked.clusters]);
  });

  test('a model that is read again gives nearly the same clusters, and the same weights each time', () => {
    const model = modelDocument(linked);
    const again = link(tableOf(made), { model });
    const third = link(tableOf(made), { model });
    expect([...third.edges.weight]).toEqual([...again.edges.weight]);
    expect(clusterF1(again.clusters, truth)).toBeGreaterThan(clusterF1(linked.clusters, truth) - 0.01);
  });

  test('a model is written as JSON and read back, and a broken one is refused in words', () => {
    const document = modelDocument(linked);
    expect(readModel(JSON.parse(JSON.stringify(document)))).toEqual(document);
    for (const broken of [
      null,
      [],
      {},
      { ...document, rules: 1 },
      { ...document, prior: 'high' },
      { ...document, fields: [{ kind: 'star sign' }] },
    ])
      expect(() => readModel(broken)).toThrow(UnusableModel);
  });

  test('the parts of an explanation add up to the weight', () => {
    for (let edge = 0; edge < 300; edge += 7) {
      const [a, b] = [linked.edges.a[edge] ?? 0, linked.edges.b[edge] ?? 0];
      const told = explain(linked.comparisons, linked.model, a, b);
      const sum = told.evidence.reduce((bits, one) => bits + one.bits, told.startBits + told.relatedBits);
      expect(sum).toBeCloseTo(told.totalBits, 6);
      expect(told.totalBits * Math.LN2).toBeCloseTo(linked.scorer.weight(a, b), 6);
    }
  });

  test('a pair weighs the same either way round', () => {
    fc.assert(
      fc.property(fc.nat(599), fc.nat(599), (a, b) => {
        expect(linked.scorer.weight(a, b)).toBeCloseTo(linked.scorer.weight(b, a), 9);
      }),
    );
  });

  test('the order of the rows hardly matters', () => {
    const order = made.map((_, row) => row).sort((x, y) => ((x * 7919) % 1201) - ((y * 7919) % 1201));
    const turned = link(tableOf(order.map((row) => made[row] ?? {})));
    const [one, other] = [
      asPartition(
        linked.clusters,
        made.map((_, row) => row),
      ),
      asPartition(turned.clusters, order),
    ];
    const shared = one.filter((group) => other.includes(group)).length;
    expect(shared / one.length).toBeGreaterThan(0.98);
  });
});

describe('what families and clerks do', { timeout: 60_000 }, () => {
  const row = (forename: string, surname: string, dob: string, rest: Record<string, string> = {}) => ({
    forename,
    surname,
    dob,
    address: '',
    postcode: '',
    phone: '',
    ...rest,
  });
  const crowd = people(900, 9).map(
    ({ first_name: forename = '', surname = '', dob = '', address = '', postcode = '', phone = '' }) => ({
      forename,
      surname,
      dob,
      address,
      postcode,
      phone,
    }),
  );
  const home = { address: '14 Larch Row', postcode: 'QX4 7TT', phone: '07911223344' };
  const told = [
    row('Margaret', 'Ormsby', '1941-03-07', home),
    row('Peggy', 'Ormsby', '1941-07-03', home),
    row('Ormsby', 'Margaret', '1941-03-07', home),
    row('Derek', 'Ormsby', '1938-11-20', home),
    row('Walter', 'Pellow', '1935-02-01', home),
    row('Walter', 'Pellow', '1962-09-14', home),
  ];
  const { clusters } = link(tableOf([...told, ...crowd]));
  const same = (a: number, b: number) => clusters[a] === clusters[b];

  test('a short form, a day and month changed round, and names changed round are one person', () => {
    expect(same(0, 1)).toBe(true);
    expect(same(0, 2)).toBe(true);
  });

  test('husband and wife in one house are two', () => {
    expect(same(0, 3)).toBe(false);
  });

  test('father and son of one name in one house are two', () => {
    expect(same(4, 5)).toBe(false);
  });
});

test('no cluster of made people holds rows a generation apart whose own evidence is against it', {
  timeout: 60_000,
}, () => {
  const { clusters, scorer } = link(tableOf(people(1000, 24)));
  const groups = Map.groupBy(clusters.keys(), (row) => clusters[row]);
  const apart = [...groups.values()].flatMap((rows) =>
    rows.flatMap((a) => rows.filter((b) => a < b && scorer.areApart(a, b)).map((b) => `${a} ${b}`)),
  );
  expect(apart).toEqual([]);
});

describe('lists that are hard to read', { timeout: 60_000 }, () => {
  test('thousands of rows that say the same are answered at once, and drag nobody else with them', () => {
    const others = people(1000, 4).map(({ first_name = '', surname = '', dob = '', town = '' }) => ({
      name: `${first_name} ${surname}`,
      dob,
      town,
    }));
    const rows = [
      ...Array.from({ length: 5000 }, () => ({ name: 'jo ward', dob: '1960-02-03', town: 'wells' })),
      ...others,
    ];
    const { clusters } = link(tableOf(rows));
    const [crowd, rest] = [new Set(clusters.slice(0, 5000)), new Set(clusters.slice(5000))];
    expect([...rest].filter((cluster) => crowd.has(cluster))).toEqual([]);
    expect(rest.size).toBeGreaterThan(300);
  });

  test('nothing to compare is said', () => {
    expect(() =>
      link(
        tableOf([
          { id: '1', blank: '' },
          { id: '2', blank: '' },
        ]),
      ),
    ).toThrow(NothingToCompare);
  });

  test('two rows, one column, no header it knows', () => {
    const { clusters } = link(
      tableOf([{ x: 'Rosalind Achterberg' }, { x: 'Rosalind Achterberg' }, { x: 'Tom Wu' }]),
    );
    expect(clusters.length).toBe(3);
  });

  test('any values at all give an answer', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', '31/02/1999', '1900-01-01', 'unknown', 'ß😀', '0'.repeat(500)),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: cell, dob: cell, postcode: cell, other: cell }), {
          minLength: 2,
          maxLength: 30,
        }),
        (rows) => {
          try {
            expect(link(tableOf(rows)).clusters.length).toBe(rows.length);
          } catch (error) {
            expect(error).toBeInstanceOf(NothingToCompare);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a model for other columns is refused in words', () => {
    const model = modelDocument(link(tableOf(people(300, 1))));
    expect(() =>
      link(tableOf([{ title: 'one of it' }, { title: 'one of it' }, { title: 'two of it' }]), {
        model: { ...model, fields: [] },
      }),
    ).toThrow(UnusableModel);
  });
});

describe('linking lists that name nobody twice', { timeout: 60_000 }, () => {
  const made = people(700, 5);
  const firsts = new Map<string, number[]>();
  made.forEach(({ cluster = '' }, row) => {
    firsts.set(cluster, [...(firsts.get(cluster) ?? []), row]);
  });
  const left = [...firsts.values()].map(([row]) => made[row ?? 0] ?? {});
  const right = [...firsts.values()].flatMap((rows) => (rows.length > 1 ? [made[rows[1] ?? 0] ?? {}] : []));

  test('one row has one partner at most, in the other list', () => {
    const all = [...left, ...right];
    const linked = link(
      tableOf(all, { source: (row) => (row < left.length ? 0 : 1), sourceNames: ['a', 'b'] }),
      { mode: 'link' },
    );
    expect(linked.single).toEqual([true, true]);
    const sizes = new Map<number, number[]>();
    linked.clusters.forEach((cluster, row) => {
      sizes.set(cluster, [...(sizes.get(cluster) ?? []), row < left.length ? 0 : 1]);
    });
    for (const sources of sizes.values()) expect(new Set(sources).size).toBe(sources.length);
    for (let edge = 0; edge < linked.pairs.length; edge += 1)
      expect((linked.pairs.a[edge] ?? 0) < left.length).not.toBe((linked.pairs.b[edge] ?? 0) < left.length);
  });
});
