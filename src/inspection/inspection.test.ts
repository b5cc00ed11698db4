import { describe, expect, test } from 'vitest';
import { awardCriteria, followUpRules, inForceOn, persistentClosure } from '../../reference/inspection.ts';
import { penaltyRowOn } from '../../reference/penalties.ts';
import { expectPaper } from '../../test/support/paper.ts';
import { resultLetter } from './attempt.documents.ts';
import type { Attempt } from './attempt.store.ts';
import { criteriaFor, freeFrom, levelOf } from './award.ts';
import { isUnlawfulSale, persistentOf } from './persistent.ts';
import { purchaseLineFor, purchaseStatuses, purchaseTransitions } from './purchase.transitions.ts';
import { shareWords, totalOf } from './purchase-table.ts';

describe('persistent selling, Licensing Act 2003 s.147A', () => {
  test.each([
    [['2026-08-05', '2026-11-04'], true],
    [['2026-08-05', '2026-11-05'], false],
    // Three months that start with 30 November end with the last of February.
    [['2026-11-30', '2027-02-28'], true],
    [['2026-11-30', '2027-03-01'], false],
    [['2027-11-30', '2028-02-29'], true],
    [['2026-08-31', '2026-11-30'], true],
    [['2026-08-31', '2026-12-01'], false],
    [['2026-08-05', '2026-08-05'], true],
    [['2026-08-05'], false],
    [[], false],
    // The first two are too far apart, the last two are not.
    [['2026-01-01', '2026-06-01', '2026-08-01'], true],
  ])('%j: %s', (days, isFound) => {
    expect(persistentOf(days) !== undefined).toBe(isFound);
  });
  test('the latest period, with all its sales', () => {
    expect(persistentOf(['2026-09-01', '2026-08-05', '2026-10-01', '2026-01-01'])).toEqual({
      firstOn: '2026-08-05',
      lastOn: '2026-10-01',
      sales: 3,
    });
  });
  test.each([
    ['fail_sold', 'alcohol', 17, true],
    ['fail_sold_after_challenge', 'alcohol', 16, true],
    ['fail_sold', 'alcohol', 18, false],
    ['fail_sold', 'tobacco', 16, false],
    ['pass_refused', 'alcohol', 16, false],
    ['pass_challenged_refused', 'alcohol', 16, false],
    ['void', 'alcohol', 16, false],
  ])('%s of %s to %i: %s', (result, product, volunteerAge, isSale) => {
    expect(isUnlawfulSale({ result, product, volunteerAge, onDay: '2026-08-05' })).toBe(isSale);
  });
  test('a closure notice is for 48 to 336 hours', () => {
    expect([persistentClosure.leastHours, persistentClosure.mostHours]).toEqual([48, 336]);
  });
});

describe('the award', () => {
  const criteria = criteriaFor('2026-11-20');
  const of = (...weights: string[]) =>
    new Set(criteria.filter(({ weight }) => weights.includes(weight)).map(({ code }) => code));
  test('bronze is every essential line, silver the desirable ones too, gold the bonus as well', () => {
    expect(levelOf(criteria, of('essential'))).toBe('bronze');
    expect(levelOf(criteria, of('essential', 'bonus'))).toBe('bronze');
    expect(levelOf(criteria, of('essential', 'desirable'))).toBe('silver');
    expect(levelOf(criteria, of('essential', 'desirable', 'bonus'))).toBe('gold');
  });
  test('one essential line that fails is no award at all', () => {
    for (const { code } of criteria.filter(({ weight }) => weight === 'essential')) {
      const met = of('essential', 'desirable', 'bonus');
      met.delete(code);
      expect(levelOf(criteria, met)).toBeUndefined();
    }
  });
  test('the six headings of the seed each have a line, and a fail blocks for twelve months', () => {
    expect(new Set(awardCriteria.map(({ heading }) => heading)).size).toBe(6);
    expect(freeFrom('2026-06-10')).toBe('2027-06-10');
    expect(freeFrom('2028-02-29')).toBe('2029-02-28');
  });
});

test('the table adds up, and a share says what it is a share of', () => {
  const rows = [
    { visited: 15, passed: 11, failed: 4 },
    { visited: 37, passed: 31, failed: 6 },
  ];
  expect(totalOf(rows)).toEqual({ operations: 2, visited: 52, passed: 42, failed: 10, failPercent: 19.2 });
  expect(shareWords({ visited: 52, failed: 10 })).toBe('10 of 52 (19.2%)');
  expect(totalOf([]).failPercent).toBeNull();
});

test('what follows a result is data: training for all, the seller’s penalty for a sale alone', () => {
  const after = (result: 'pass_refused' | 'fail_sold' | 'void') =>
    inForceOn(followUpRules, '2026-08-05')
      .filter(({ results }) => results.includes(result))
      .map(({ kind }) => kind);
  expect(after('pass_refused')).toEqual(['training', 'refusals-book']);
  expect(after('fail_sold')).toEqual([
    'pnd',
    'warning',
    'training',
    'refusals-book',
    're-inspection',
    'licence-review',
  ]);
  expect(after('void')).toEqual([]);
  const { maxAmount, windowDays } = penaltyRowOn('pnd-upper-tier', '2016-08-05') ?? {};
  expect([maxAmount, windowDays]).toEqual([9000, 21]);
  expect(penaltyRowOn('pnd-upper-tier', '2012-08-05')?.maxAmount).toBe(8000);
});

test('every step starts from a status of the table, and a completed operation has none left', () => {
  for (const { from } of purchaseTransitions)
    for (const status of from) expect(purchaseStatuses).toContain(status);
  for (const action of ['settle', 'begin', 'complete', 'cancel'] as const)
    expect(purchaseLineFor('completed', action)).toBeUndefined();
});

test('the letter after a test, whatever its result, as PDF and Word; where the address must stay hidden without it', async () => {
  for (const result of ['pass_refused', 'pass_challenged_refused', 'fail_sold', 'fail_sold_after_challenge'])
    for (const addressLines of [['1 Ash Row', 'Town'], null]) {
      const attempt = {
        reference: 'TA-1',
        result,
        product: 'alcohol',
        attemptedAt: new Date('2026-11-18T11:00:00Z'),
        onDay: '2026-11-18',
      };
      const letter = resultLetter({
        attempt: attempt as unknown as Attempt, // what the letter prints of one
        ...{
          firmName: 'Ash Stores Ltd',
          tradingName: 'Ash Stores',
          addressLines,
          agencyName: 'Moors Council',
        },
        ...{ followUps: [], asAt: new Date('2026-11-20T10:00:00Z') },
      });
      const said = addressLines ? ['1 Ash Row'] : [];
      await expectPaper(letter, [
        result.startsWith('pass') ? 'Your premises passed.' : 'Your premises failed.',
        ...said,
      ]);
    }
});
