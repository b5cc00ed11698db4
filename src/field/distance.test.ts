import { expect, test } from 'vitest';
import { distanceWords, inOrder, metresBetween } from './distance.ts';

test('a degree of latitude is as long as it is, a degree of longitude is shorter in the north, and nothing is nowhere', () => {
  const greenwich = { lon: 0, lat: 51.4779 };
  expect(metresBetween(greenwich, greenwich)).toBe(0);
  expect(metresBetween(greenwich, { lon: 0, lat: 52.4779 })).toBeCloseTo(111_195, -2);
  // Cosine of the latitude, by another way of counting than the haversine.
  const narrow = 111_195 * Math.cos((51.4779 * Math.PI) / 180);
  expect(metresBetween(greenwich, { lon: 1, lat: 51.4779 }) / narrow).toBeCloseTo(1, 4);
});

test('distances are said roughly', () => {
  expect([0, 74, 75, 520, 799].map(distanceWords)).toEqual([
    ...['here', 'here', '100 metres away', '500 metres away', '800 metres away'],
  ]);
  expect([1609, 2414, 32_187].map(distanceWords)).toEqual([
    '1.0 mile away',
    '1.5 miles away',
    '20.0 miles away',
  ]);
});

test('tasks come by day; from where one stands the nearest first, of two at one place the one due first, those without a point last', () => {
  const at = (reference: string, dueOn: string, lat: number | null) => ({
    ...{ reference, dueOn, place: lat === null ? null : { lon: 0, lat } },
  });
  const tasks = [
    ...[
      at('far', '2026-11-18', 52),
      at('near, later', '2026-11-22', 51.5),
      at('near, sooner', '2026-11-21', 51.5),
    ],
    ...[at('nowhere, later', '2026-11-20', null), at('nowhere, sooner', '2026-11-17', null)],
  ];
  const order = (from?: { lon: number; lat: number }) =>
    inOrder(tasks, from).map(({ reference }) => reference);
  expect(order()).toEqual(['nowhere, sooner', 'far', 'nowhere, later', 'near, sooner', 'near, later']);
  expect(order({ lon: 0, lat: 51.49 })).toEqual([
    ...['near, sooner', 'near, later', 'far', 'nowhere, sooner', 'nowhere, later'],
  ]);
});
