import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { clusterF1 } from '../../../test/support/clusters.ts';
import { link } from './link.ts';
import { openModel } from './live/open-model.ts';
import { modelDocument, readModel } from './model.ts';
import { seededRandom } from './random.ts';
import { recognise } from './recognise.ts';
import { tableOf } from './table.ts';

const people = (rows: number, seed: number) => makePeople(rows, seed);

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
