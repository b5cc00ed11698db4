import { describe, expect, test } from 'vitest';
import { closureLimitOn } from '../../reference/closure.ts';
import { type PenaltyOffence, type PenaltyRow, penaltyRows } from '../../reference/penalties.ts';
import { pspoLimitOn } from '../../reference/pspo.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { type Adopted, amountFor, lawOn, type PenaltyLaw } from './penalty.ts';

const laws: readonly PenaltyLaw[] = penaltyRows.map((row: PenaltyRow, n) => ({
  ...{ id: String(n), offence: row.offence, law: row.law, jurisdiction: row.jurisdiction, note: null },
  ...{ defaultPence: row.defaultAmount, minPence: row.minAmount, maxPence: row.maxAmount },
  ...{ earlyMinPence: row.minDiscount?.amount ?? null, windowDays: row.windowDays },
  ...{ minWindowDays: row.minWindowDays, validFrom: row.validFrom, validTo: row.validTo },
  ...{ legalBasis: row.legalBasis, marking: row.marking, generalKnowledge: row.generalKnowledge ?? [] },
  ...{ status: row.status, source: row.source, confirmedWords: null },
}));
/** What a council would have to have adopted for the amount, on every day there is. */
const adopting = (offence: PenaltyOffence, amountPence: number): Adopted[] => [
  {
    ...{ id: 'a', agencyId: 'w', offence, amountPence, earlyPence: null, earlyDays: null, windowDays: 28 },
    ...{ validFrom: '1900-01-01', validTo: null, minute: 'Minute 1' },
  },
];
const isAllowed = (offence: PenaltyOffence, pence: number, day: Day): boolean =>
  amountFor({ laws, adopted: adopting(offence, pence), agencyId: 'w', offence, day }).ok;

/** The day of each change that a source gives, with the most in pence on the day before and on it; null: no penalty yet. */
const changes: readonly [PenaltyOffence, Day, number | null, number][] = [
  ['litter', '2018-04-01', 8_000, 15_000],
  ['litter', '2023-07-31', 15_000, 50_000],
  ['graffiti-fly-posting', '2018-04-01', 8_000, 15_000],
  ['graffiti-fly-posting', '2023-07-31', 15_000, 50_000],
  ['fly-tipping', '2016-05-09', null, 40_000],
  ['fly-tipping', '2023-07-31', 40_000, 100_000],
  ['household-waste-duty', '2019-01-07', null, 40_000],
  ['household-waste-duty', '2023-07-31', 40_000, 60_000],
  ['cpn-breach', '2014-10-20', null, 10_000],
  ['pspo-breach', '2014-10-20', null, 10_000],
  ['dog-fouling', '2006-04-06', 5_000, 8_000],
  ['dog-fouling', '2017-10-20', 8_000, 10_000],
  ['pnd-upper-tier', '2013-07-01', 8_000, 9_000],
  ['pnd-lower-tier', '2013-07-01', null, 6_000],
];
describe('the most that a penalty may be on the days before, on and after a change of law', () => {
  test.each(changes)('%s, %s', (offence, day, before, from) => {
    const [eve, next] = [addDays(day, -1), addDays(day, 1)];
    expect([eve, day, next].map((on) => lawOn(laws, offence, on)?.maxPence ?? null)).toEqual([
      before,
      from,
      from,
    ]);
    // Adopted at the most, a penny above it, and at what the other day allowed.
    expect([day, next].map((on) => [isAllowed(offence, from, on), isAllowed(offence, from + 1, on)])).toEqual(
      [
        [true, false],
        [true, false],
      ],
    );
    expect([isAllowed(offence, before ?? from, eve), isAllowed(offence, from, eve)]).toEqual([
      before !== null,
      before === from,
    ]);
  });
  test('the least of litter rises on 1 April 2019 and is kept to', () => {
    expect([isAllowed('litter', 5_000, '2019-03-31'), isAllowed('litter', 5_000, '2019-04-01')]).toEqual([
      true,
      false,
    ]);
    expect(isAllowed('litter', 6_500, '2019-04-01')).toBe(true);
  });
  test('of no offence do two rows hold on one day, whatever day of a change it is', () => {
    const days = new Set(
      laws.flatMap(({ validFrom, validTo }) =>
        [validFrom, validTo].flatMap((day) => (day ? [addDays(day, -1), day, addDays(day, 1)] : [])),
      ),
    );
    for (const day of days)
      for (const { offence } of laws) {
        const held = laws.filter((row) => lawOn([row], offence, day));
        expect(held.length, `${offence} on ${day}`).toBeLessThan(2);
      }
  });
  test('what is not known to be in force, or rests on no source, allows nothing on any day until it is switched on', () => {
    for (const row of laws.filter(({ status }) => status !== 'active'))
      for (const day of ['2015-01-01', '2023-07-31', '2026-04-29', '2026-06-29', '2026-11-20'])
        expect(lawOn([row], row.offence, day)).toBeUndefined();
    expect(isAllowed('cpn-breach', 50_000, '2026-11-20')).toBe(false);
    expect(isAllowed('noise-dwelling', 11_000, '2026-11-20')).toBe(false);
  });
});

test('before the Act began there is no limit of its orders to count by, and so none is made', () => {
  expect(pspoLimitOn('most', '2014-10-19')).toBeUndefined();
  expect(pspoLimitOn('most', '2014-10-20')?.most).toBe(36);
  expect(closureLimitOn('order', '2014-10-19')).toBeUndefined();
  expect(closureLimitOn('order', '2014-10-20')).toBeDefined();
});
