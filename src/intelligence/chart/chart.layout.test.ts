import { expect, test } from 'vitest';
import { moveTo, ringsOf } from './chart.layout.ts';
import { namesThatFit } from './link-chart.names.ts';

const distance = ({ x, y }: { x: number; y: number }): number => Math.hypot(x, y);

test('each step is a ring, and what hangs from an element stands behind it', () => {
  const spots = ringsOf([
    { step: 0, near: [1, 2] },
    { step: 1, near: [0, 3, 4] },
    { step: 1, near: [0, 4] },
    { step: 2, near: [1] },
    { step: 2, near: [1, 2] },
  ]);
  expect(spots.map(({ parent }) => parent)).toEqual([-1, 0, 0, 1, 1]);
  expect(spots.map((spot) => Math.round(distance(spot)))).toEqual([0, 10, 10, 20, 20]);
});

test('ten thousand elements are placed at once, none on another', () => {
  const near = (place: number) => (place === 0 ? [] : [Math.floor((place - 1) / 100)]);
  const step = (place: number) => (place === 0 ? 0 : place <= 100 ? 1 : 2);
  const spots = ringsOf(
    Array.from({ length: 10_000 }, (_, place) => ({ step: step(place), near: near(place) })),
  );
  expect(new Set(spots.map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`)).size).toBe(10_000);
});

test('arrow keys lead inward, outward and around, and stay where there is nothing', () => {
  const spots = ringsOf([
    { step: 0, near: [1, 2] },
    { step: 1, near: [0] },
    { step: 1, near: [0, 3] },
    { step: 2, near: [2] },
  ]);
  expect(moveTo(spots, 0, 'outward')).toBe(1);
  expect(moveTo(spots, 1, 'next')).toBe(2);
  expect(moveTo(spots, 2, 'next')).toBe(1);
  expect(moveTo(spots, 1, 'before')).toBe(2);
  expect(moveTo(spots, 2, 'outward')).toBe(3);
  expect(moveTo(spots, 3, 'inward')).toBe(2);
  expect(moveTo(spots, 0, 'inward')).toBe(0);
  expect(moveTo(spots, 1, 'outward')).toBe(1);
});

test('names stand beside their marks and never over one another', () => {
  const window = { width: 300, height: 100, widthOf: (text: string) => text.length * 7 };
  expect(
    namesThatFit(
      [
        { name: 'First', x: 100, y: 50, size: 5 },
        { name: 'Over the first', x: 105, y: 55, size: 5 },
        { name: 'At the rim', x: 290, y: 50, size: 5 },
        { name: 'Outside', x: 400, y: 50, size: 5 },
      ],
      window,
    ).map(({ name, left }) => [name, left]),
  ).toEqual([
    ['First', 109],
    ['Over the fi…', 12],
    ['At the rim', 211],
  ]);
  // On a phone a long name is cut to what there is, on the side that shows more of it.
  const phone = { width: 200, height: 100, widthOf: (text: string) => text.length * 7 };
  const [cut] = namesThatFit(
    [{ name: 'Item I-CG8X-RXJ Deposit for a roof in cash', x: 60, y: 50, size: 6 }],
    phone,
  );
  expect(cut).toMatchObject({ name: 'Item I-CG8X-RXJ D…', left: 70 });
});
