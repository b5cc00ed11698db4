import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { explain } from './explain.ts';
import { link, NothingToCompare } from './link.ts';
import { openModel } from './live/open-model.ts';
import { modelDocument, readModel, UnusableModel } from './model.ts';
import { seededRandom } from './random.ts';
import { recognise } from './recognise.ts';
import { tableOf } from './table.ts';

const people = (rows: number, seed: number) => makePeople(rows, seed);

/** Pair-level F1 of the clusters against the truth that the generator knows. */
function clusterF1(clusters: Int32Array, truth: readonly string[]): number {
  let [both, found, wanted] = [0, 0, 0];
  for (let a = 0; a < truth.length; a += 1)
    for (let b = a + 1; b < truth.length; b += 1) {
      const same = clusters[a] === clusters[b];
      const real = truth[a] === truth[b];
      if (same) found += 1;
      if (real) wanted += 1;
      if (same && real) both += 1;
    }
  return (2 * both) / (found + wanted);
}

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
  const { clusters, scorer } = link(tableOf(people(1600, 24)));
  const groups = Map.groupBy(clusters.keys(), (row) => clusters[row]);
  const apart = [...groups.values()].flatMap((rows) =>
    rows.flatMap((a) => rows.filter((b) => a < b && scorer.areApart(a, b)).map((b) => `${a} ${b}`)),
  );
  expect(apart).toEqual([]);
});

describe('lists that hold no doubles', { timeout: 60_000 }, () => {
  test('teach nobody that one person differs in nearly everything', () => {
    const seen = new Set<string>();
    const once = people(2000, 21).filter(({ cluster = '' }) => !seen.has(cluster) && seen.add(cluster));
    const { clusters } = link(tableOf(once));
    expect(1 - new Set(clusters).size / once.length).toBeLessThan(0.02);
  });
});

describe('lists in which a firm has a hundred records', { timeout: 60_000 }, () => {
  // One pair in twenty is the same: far more than selective rules would ever show.
  const random = seededRandom(4);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const syllables = [
    'bra',
    'den',
    'fol',
    'gar',
    'hin',
    'kel',
    'lor',
    'mun',
    'pas',
    'rud',
    'sil',
    'tov',
    'wex',
    'yar',
  ];
  const word = () => `${pick(syllables)}${pick(syllables)}${pick(syllables)}`;
  const firms = Array.from({ length: 20 }, () => ({
    name: `${word()} ${word()} ${pick(['Roofing', 'Paving', 'Drives'])}`,
    towns: [word(), word(), word(), word()],
    trades: [word(), word(), word(), word(), word()],
  }));
  const rows = Array.from({ length: 1500 }, () => {
    const firm = pick(firms);
    const at = Math.floor(random() * firm.name.length);
    const slip = random() < 0.3 ? firm.name.slice(0, at) + firm.name.slice(at + 1) : firm.name;
    return {
      company: random() < 0.3 ? `${slip} Ltd` : slip,
      town: random() < 0.2 ? word() : pick(firm.towns),
      trade: random() < 0.2 ? word() : pick(firm.trades),
      firm: firm.name,
    };
  });
  const linked = link(tableOf(rows.map(({ firm: _, ...row }) => row)));

  test('the share of the same is learnt from pairs drawn at random, and the firms are found', () => {
    // The truth is 0.05; selective rules alone had it at 0.001.
    expect(linked.model.prior).toBeGreaterThan(0.017);
    expect(linked.model.prior).toBeLessThan(0.08);
    expect(
      clusterF1(
        linked.clusters,
        rows.map(({ firm }) => firm),
      ),
    ).toBeGreaterThan(0.85);
  });
});

describe('columns that say the same thing twice', { timeout: 60_000 }, () => {
  const made = people(1500, 9);
  const places = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gorse', 'Hazel', 'Iris', 'Juniper'];
  const rows = made.map(({ first_name = '', surname = '', cluster = '' }) => {
    const at = [...cluster].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % places.length;
    const place = places[at] ?? '';
    const side = at < 5 ? 'North' : 'South';
    return { forename: first_name, surname, ward: `${place} ward`, team: `Team ${place}`, side };
  });
  const linked = link(tableOf(rows));

  test('are seen, the finer first, and count once', () => {
    expect(linked.beside).toEqual([
      { child: 'team', parent: 'ward' },
      { child: 'side', parent: 'ward' },
    ]);
    const truth = made.map(({ cluster = '' }) => cluster);
    // Each counted as evidence of its own, nearly everybody of a ward was one person: 0.05.
    expect(clusterF1(linked.clusters, truth)).toBeGreaterThan(0.94);
    const alone = link(tableOf(rows.map(({ team: _, side: __, ...row }) => row)));
    expect(clusterF1(linked.clusters, truth)).toBeCloseTo(clusterF1(alone.clusters, truth), 2);
  });

  test('stand in the model, which judges single records by them', () => {
    const model = readModel(JSON.parse(JSON.stringify(modelDocument(linked))));
    const { edges } = link(tableOf(rows), { model });
    const open = openModel(model);
    for (const edge of [0, 100, 200]) {
      const [one, other] = [rows[edges.a[edge] ?? 0], rows[edges.b[edge] ?? 0]];
      if (!one || !other) throw new Error('too few pairs');
      expect((open.judge(one, [other])[0]?.totalBits ?? 0) * Math.LN2).toBeCloseTo(
        edges.weight[edge] ?? 0,
        4,
      );
    }
  });
});

describe('lists of little', { timeout: 60_000 }, () => {
  test('of names and telephones alone: a household that shares both is not one person', () => {
    const made = people(1500, 31);
    const rows = made.map(({ first_name = '', surname = '', phone = '' }) => ({
      name: `${surname}, ${first_name}`,
      phone,
    }));
    // Without a class of households 0.84, and a sixth of the pairs wrong.
    expect(
      clusterF1(
        link(tableOf(rows)).clusters,
        made.map(({ cluster = '' }) => cluster),
      ),
    ).toBeGreaterThan(0.87);
  });

  test('of names in two columns without a heading, in the order each clerk liked: both are names', () => {
    const random = seededRandom(6);
    const rows = people(1000, 12).map(({ first_name: f = '', surname: s = '', town = '' }) =>
      random() < 0.3 ? { a: s.toUpperCase(), b: f, town } : { a: f, b: s, town },
    );
    const kinds = Object.fromEntries(recognise(tableOf(rows)).map(({ column, kind }) => [column, kind]));
    expect(kinds).toEqual({ a: 'forename', b: 'surname', town: 'town' });
    const places = rows.map(({ a, town }) => ({ a, c: town }));
    expect(recognise(tableOf(places)).map(({ kind }) => kind)).not.toContain('surname');
  });

  test('a company number is no date of birth, and a trade code is no company number', () => {
    const random = seededRandom(5);
    const numbers = Array.from({ length: 300 }, () => String(10_000_000 + Math.floor(random() * 9e7)));
    const rows = Array.from({ length: 400 }, (_, at) => ({
      filed: numbers[at % 300] ?? '',
      sic: String(40_000 + Math.floor(random() * 12)),
    }));
    expect(recognise(tableOf(rows)).map(({ kind }) => kind)).toEqual(['identifier', 'category']);
    const born = Array.from({ length: 400 }, () => ({
      b: `${1930 + Math.floor(random() * 70)}0${1 + Math.floor(random() * 9)}${10 + Math.floor(random() * 18)}`,
    }));
    expect(recognise(tableOf(born)).map(({ kind }) => kind)).toEqual(['birth-date']);
  });
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
    expect(linked.single).toBe(true);
    const sizes = new Map<number, number[]>();
    linked.clusters.forEach((cluster, row) => {
      sizes.set(cluster, [...(sizes.get(cluster) ?? []), row < left.length ? 0 : 1]);
    });
    for (const sources of sizes.values()) expect(new Set(sources).size).toBe(sources.length);
    for (let edge = 0; edge < linked.pairs.length; edge += 1)
      expect((linked.pairs.a[edge] ?? 0) < left.length).not.toBe((linked.pairs.b[edge] ?? 0) < left.length);
  });
});
