import { expect, test } from 'vitest';
import {
  cellOf,
  chanceOf,
  hotSpotsOf,
  type Mark,
  monthsFrom,
  readCell,
  repeatsOf,
  yearBefore,
} from './spots.rules.ts';

const mark = (id: number, lon: number, lat: number, rest: Partial<Mark> = {}): Mark => ({
  ...{
    source: 'report',
    id: String(id),
    reference: `R-${id}`,
    at: new Date(0),
    month: '2026-10',
    kind: 'Fly-tipping',
  },
  ...{
    districtCode: 'D',
    lon,
    lat,
    places: [{ key: `p${id}`, label: `P ${id}` }],
    victims: [],
    subjects: [],
  },
  ...{ mayLeave: true, ...rest },
});

/** The same numbers each time: a test that fails once fails always. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A town of 60 squares with 40 postcodes each in a country of 600 with one. */
const squares = Array.from({ length: 660 }, (_, n) => ({
  lon: -1.5 + (n % 30) * 0.01,
  lat: 52 + Math.floor(n / 30) * 0.01,
  weight: n < 60 ? 40 : 1,
}));
const ground = new Map(squares.map((one) => [cellOf(one, 500), one.weight]));
const doors = squares.flatMap((one) => Array.from({ length: one.weight }, () => one));

test('a square holds the points that it is made of, at any latitude', () => {
  const next = chances(7);
  for (let n = 0; n < 500; n += 1) {
    const point = { lon: -6 + next() * 8, lat: 50 + next() * 9 };
    const cell = readCell(cellOf(point, 500));
    expect(cell && cell.west <= point.lon && point.lon < cell.east).toBe(true);
    expect(cell && cell.south <= point.lat && point.lat < cell.north).toBe(true);
  }
  for (const none of ['', '500', '500:a:b', '0:1:1', '500:1.5:2']) expect(readCell(none)).toBeUndefined();
});

test('the chance of so many or more is that of Poisson', () => {
  // By the sum of the first terms, worked out apart.
  expect(chanceOf(1, 2)).toBeCloseTo(1 - Math.exp(-2), 12);
  expect(chanceOf(3, 1)).toBeCloseTo(1 - Math.exp(-1) * 2.5, 12);
  expect(chanceOf(5, 0.5)).toBeCloseTo(1.7211562995584e-4, 12);
  expect(chanceOf(30, 3)).toBeLessThan(1e-18);
  expect([chanceOf(0, 3), chanceOf(4, 0)]).toEqual([1, 0]);
});

test('what falls by chance on the postcodes of a town and a country gives no hot spot, but once in a hundred', () => {
  let alarms = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const next = chances(seed * 7919);
    const marks = Array.from({ length: 400 }, (_, n) => {
      const door = doors[Math.floor(next() * doors.length)] ?? { lon: 0, lat: 0 };
      return mark(n, door.lon, door.lat);
    });
    if (hotSpotsOf(marks, ground, 500).hot.length > 0) alarms += 1;
  }
  expect(alarms).toBeLessThanOrEqual(6);
});

test('a lane that is tipped at again and again is one, and four records never are', () => {
  const next = chances(3);
  const around = Array.from({ length: 60 }, (_, n) => {
    const door = doors[Math.floor(next() * doors.length)] ?? { lon: 0, lat: 0 };
    return mark(n, door.lon, door.lat);
  });
  // One with a single postcode, and with nothing in it yet.
  const lane = squares.findLast(
    ({ lon, lat }) => !around.some((one) => one.lon === lon && one.lat === lat),
  ) ?? {
    ...{ lon: 0, lat: 0 },
  };
  const tipped = (count: number) => [
    ...around,
    ...Array.from({ length: count }, (_, n) => mark(1000 + n, lane.lon, lane.lat)),
  ];
  const [found, ...rest] = hotSpotsOf(tipped(9), ground, 500).hot;
  expect(rest).toEqual([]);
  expect([found?.id, found?.count, found?.places]).toEqual([cellOf(lane, 500), 9, 9]);
  expect(found?.expected).toBeLessThan(0.1);
  expect(hotSpotsOf(tipped(4), ground, 500).hot).toEqual([]);
  // Of an area of which no postcode is known the same four or five do not shout either.
  expect(hotSpotsOf(tipped(5).slice(60), new Map(), 500).hot).toEqual([]);
});

test('records without a point are said and not laid anywhere', () => {
  const marks = [mark(1, -1.5, 52), mark(2, 0, 0, { lon: null, lat: null })];
  expect(hotSpotsOf(marks, ground, 500)).toMatchObject({ placed: 1, unplaced: 1, hot: [] });
});

test('how unevenly records fall on places: the spread, and what the most affected tenth holds', () => {
  const at = (id: number, ...keys: string[]) =>
    mark(id, 0, 0, { places: keys.map((key) => ({ key, label: key })) });
  const marks = [
    ...Array.from({ length: 6 }, (_, n) => at(n, 'yard')),
    ...[at(6, 'lane'), at(7, 'lane', 'lane'), at(8, 'corner', 'lane')],
    ...Array.from({ length: 8 }, (_, n) => at(10 + n, `door ${n}`)),
  ];
  const repeats = repeatsOf(marks, 'places');
  expect(repeats).toMatchObject({
    things: 11,
    held: 18,
    spread: [9, 0, 1, 0, 1],
    tenth: { things: 2, held: 9 },
  });
  expect(repeats.again.map(({ key, records }) => [key, records.length])).toEqual([
    ['yard', 6],
    ['lane', 3],
  ]);
  expect(repeatsOf(marks.slice(0, 6), 'places').tenth).toBeUndefined();
  expect(repeatsOf(marks, 'victims')).toMatchObject({ things: 0, held: 0, again: [] });
});

test('months are whole ones, over a new year too', () => {
  expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsFrom('2026-02', '2025-11')).toEqual([]);
  expect(yearBefore('2026-02')).toBe('2025-02');
});
