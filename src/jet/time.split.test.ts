import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsAs, timeTarget } from '../../reference/jet.ts';
import { addedUp, countedOf, minuteWords, monthOf, splitWords, standingOf } from './time.split.ts';

const split = (enforcement: number, street: number) => ({ enforcement, street, uncounted: 0, untasked: 0 });

test('78/22 is green against 75, 74/26 amber, 60/40 red, and nothing counted has no colour', () => {
  expect(standingOf(split(4680, 1320), timeTarget)).toBe('green');
  expect(standingOf(split(4440, 1560), timeTarget)).toBe('amber');
  expect(standingOf(split(3600, 2400), timeTarget)).toBe('red');
  expect(standingOf(split(0, 0), timeTarget)).toBe('none');
  expect(splitWords(split(4680, 1320))).toBe('78.0% enforcement, 22.0% street scene, of 100 h counted');
});

test('on the bound it is the better colour, a minute below it the worse', () => {
  expect(standingOf(split(7500, 2500), timeTarget)).toBe('green');
  expect(standingOf(split(7499, 2501), timeTarget)).toBe('amber');
  expect(standingOf(split(7000, 3000), timeTarget)).toBe('amber');
  expect(standingOf(split(6999, 3001), timeTarget)).toBe('red');
});

test('every minute is in one class, and what is left out of the split changes no colour', () => {
  const spell = fc.record({
    minutes: fc.integer({ min: 1, max: 1440 }),
    countsAs: fc.constantFrom(...countsAs),
    isTasked: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(spell, { maxLength: 40 }), (spells) => {
      const all = addedUp(spells);
      expect(countedOf(all) + all.uncounted).toBe(spells.reduce((sum, { minutes }) => sum + minutes, 0));
      expect(all.untasked).toBeLessThanOrEqual(countedOf(all));
      const without = addedUp(spells.filter((one) => one.countsAs !== 'not-counted'));
      expect(standingOf(without, timeTarget)).toBe(standingOf(all, timeTarget));
    }),
  );
});

test('months and minutes in words', () => {
  expect(monthOf('2028-02-10')).toEqual({ key: '2028-02', from: '2028-02-01', to: '2028-02-29' });
  expect(monthOf('2026-12-31').to).toBe('2026-12-31');
  expect([45, 60, 90, 6000].map(minuteWords)).toEqual(['45 min', '1 h', '1 h 30 min', '100 h']);
});
