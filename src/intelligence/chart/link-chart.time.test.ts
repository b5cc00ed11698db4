import { expect, test } from 'vitest';
import { daysOf, takeAway } from './link-chart.time.ts';

test('up to a day: later items go, and whom they alone name; starts and what is pinned stay', () => {
  const of = (step: number, day?: string, isPinned = false) => ({ step, day, isPinned });
  // A start, two items of its, somebody in both, somebody in the later one, and a pinned one there too.
  const elements = [of(0), of(1, '2026-11-01'), of(1, '2026-11-09'), of(2), of(2), of(2, undefined, true)];
  const near = [[1, 2], [0, 3], [0, 3, 4, 5], [1, 2], [2], [2]];
  expect(daysOf(elements)).toEqual(['2026-11-01', '2026-11-09']);
  const off = new Uint8Array(6);
  takeAway(elements, near, '2026-11-01', off);
  expect([...off]).toEqual([0, 0, 1, 0, 1, 0]);
  takeAway(elements, near, '2026-10-01', off);
  expect([...off]).toEqual([0, 1, 1, 1, 1, 0]);
  takeAway(elements, near, '2026-11-09', off);
  expect([...off]).toEqual([0, 0, 0, 0, 0, 0]);
});
