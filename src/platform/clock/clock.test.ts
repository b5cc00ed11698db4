import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf } from './clock.ts';

const instants = fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

test('the day of an instant is London’s, in whatever order instants are asked', () => {
  fc.assert(
    fc.property(fc.array(instants, { minLength: 1, maxLength: 20 }), (several) => {
      for (const instant of several)
        for (const near of [0, -1, 1, 3_600_000, -3_600_000])
          expect(dayOf(new Date(instant.getTime() + near))).toBe(london.format(instant.getTime() + near));
    }),
  );
});

test('days are added as the calendar has them', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -2000, max: 2000 }), (instant, count) => {
      const day = instant.toISOString().slice(0, 10);
      const moved = new Date(
        Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate() + count),
      );
      expect(addDays(day, count)).toBe(moved.toISOString().slice(0, 10));
    }),
  );
});
