import { expect, test } from 'vitest';
import { CrashCount } from './crashes.ts';

test('waits longer after each crash and gives up at the fifth within a minute', () => {
  const crashes = new CrashCount();
  const pauses = [0, 1_000, 2_000, 3_000, 4_000].map((at) => crashes.note(at));
  expect(pauses).toEqual([250, 500, 1_000, 2_000, undefined]);
});

test('forgets crashes that are more than a minute old', () => {
  const crashes = new CrashCount();
  for (let at = 0; at < 600_000; at += 15_000) expect(crashes.note(at)).toBeLessThanOrEqual(2_000);
});
