import { describe, expect, test } from 'vitest';
import { competeInOrder } from './competition.ts';
import { link } from './link.ts';
import { seededRandom } from './random.ts';
import { recognise } from './recognise.ts';
import { tableOf } from './table.ts';

const random = seededRandom(9);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const syllables = 'bra den fol gar hin kel lor mun pas rud sil tov wex yar zet'.split(' ');
const place = () => `${pick(syllables)}${pick(syllables)}${pick(syllables)}`;
const kinds = ['Harbour Cup', 'Spring Fair', 'Winter Trophy', 'County Final'];

/** Families of names that are near each other: one fair at one place, a year apart. The second list writes some in its own way. */
const families = Array.from({ length: 60 }, () => `${place()} ${pick(kinds)}`);
const fairs = families.flatMap((family) =>
  Array.from({ length: 3 + Math.floor(random() * 8) }, (_, year) => ({ family, year: 1990 + year })),
);
const known = fairs.map(({ family, year }) => `${year} ${family}`);
const written = fairs
  .filter(() => random() < 0.4)
  .map(({ family, year }) => {
    const name = random() < 0.5 ? family.replace(/ (Cup|Fair|Trophy|Final)$/, '') : `${family} season`;
    return { family, year, text: `${year} ${name}` };
  });
/** Half of those that the second list has stand in no other: another place, or a year that nobody else has. */
const strangers = Array.from({ length: written.length }, (_, at) =>
  at % 2 ? `${1990 + (at % 8)} ${place()} ${pick(kinds)}` : `${1970 + (at % 9)} ${pick(families)}`,
);

describe('two lists of titles and nothing else', { timeout: 60_000 }, () => {
  const texts = [...known, ...written.map(({ text }) => text), ...strangers];
  const table = tableOf(
    texts.map((title) => ({ title })),
    { source: (row) => (row < known.length ? 0 : 1), sourceNames: ['known', 'written'] },
  );
  const linked = link(table, { mode: 'link' });
  const found = [...Array(linked.pairs.length).keys()].flatMap((at) => {
    const [a, b] = [linked.pairs.a[at]!, linked.pairs.b[at]!].sort((x, y) => x - y) as [number, number];
    return linked.pairs.weight[at]! > 0 ? [{ a, b }] : [];
  });
  const isRight = ({ a, b }: { a: number; b: number }) => {
    const one = written[b - known.length];
    return one !== undefined && fairs[a]?.family === one.family && fairs[a]?.year === one.year;
  };

  test('a year in front makes no address of them', () => {
    expect(linked.recognised.map(({ kind }) => kind)).toEqual(['text']);
  });

  test('who is written otherwise is found, and who stands in one list alone is not', () => {
    const right = found.filter(isRight).length;
    expect(right).toBeGreaterThan(written.length * 0.85);
    expect(found.length - right).toBeLessThan(found.length * 0.06);
  });

  test('how near names of one list are to each other says how much is luck', () => {
    const { m, u } = linked.model.comparisons[0]!;
    const sure = Array.from(m, (share, level) => {
      const odds = (share / u[level]!) * (linked.model.prior / (1 - linked.model.prior));
      return odds / (1 + odds);
    });
    const nearest = sure.slice(2, 4);
    const farther = sure.slice(5, 9);
    expect(Math.min(...nearest)).toBeGreaterThan(0.5);
    expect(Math.max(...farther)).toBeLessThan(0.5);
    expect([...sure.slice(1)].sort((x, y) => y - x)).toEqual(sure.slice(1));
  });
});

test('the nearest goes first, and what is farther has what the nearest leaves', () => {
  const odds = (share: number) => Math.log(share / (1 - share));
  const edges = {
    a: Int32Array.of(0, 0, 0, 0),
    b: Int32Array.of(1, 2, 3, 4),
    // One for sure at 0.8, two that are as near as each other at 0.5, and one of a list that may name somebody twice.
    weight: Float32Array.from([0.8, 0.5, 0.5, 0.5], odds),
    length: 4,
  };
  competeInOrder(edges, Uint16Array.of(0, 1, 1, 1, 2), [false, true, false]);
  const shares = Array.from(edges.weight, (weight) => 1 / (1 + Math.exp(-weight)));
  expect(shares[0]).toBeCloseTo(0.8, 5);
  expect(shares[1]).toBeCloseTo(0.05, 5);
  expect(shares[2]).toBeCloseTo(0.05, 5);
  expect(shares[3]).toBeCloseTo(0.5, 5);
});

describe('a lone column', () => {
  const kindOf = (rows: readonly Record<string, string>[]) =>
    recognise(tableOf(rows)).map(({ kind }) => kind);
  const stations = Array.from({ length: 60 }, (_, at) => (at % 10 ? place() : `${place()} ${place()} North`));

  test('of words that are sometimes several is text, and beside others a word', () => {
    expect(kindOf(stations.map((station) => ({ station })))).toEqual(['text']);
    const beside = stations.map((station, at) => ({
      station,
      telephone: `07700 9${String(10000 + at * 7)}`,
    }));
    expect(kindOf(beside)[0]).toBe('word');
  });

  test.each([
    'label_true',
    'true_cluster',
    'gold_id',
    'truth_label',
    'duplicate_of',
    'canonical_id',
    'Cluster Number',
  ])('«%s» is an answer and no evidence', (name) => {
    expect(kindOf(stations.map((station, at) => ({ station, [name]: String(at % 7) })))[1]).toBe('ignore');
  });
});
