import { describe, expect, test } from 'vitest';
import { traderChecks, traderPeriods, traderProofs } from '../../reference/trader-scheme.ts';
import { expectPaper } from '../../test/support/paper.ts';
import { endsOf } from '../enforcement/index.ts';
import { answersOn, vettingAnswerWords } from '../intelligence/index.ts';
import { weekdayOf } from '../platform/clock/clock.ts';
import { traderLetter } from './trader.documents.ts';
import type { Trader } from './trader.store.ts';
import { traderTransitions } from './trader.transitions.ts';
import { complaintsStanding } from './trader.ts';
import { groundCodes, letterKinds, letterWords, traderStatuses } from './trader.words.ts';

describe('the table of steps', () => {
  test('every status is reached, and none but the first has no way in', () => {
    const reached = new Set(traderTransitions.flatMap((line) => endsOf(line)));
    expect(traderStatuses.filter((status) => !reached.has(status))).toEqual(['applied']);
  });
  test('what ends or suspends a membership asks a broad reason, and what is decided on vetting waits for its answer', () => {
    for (const line of traderTransitions) {
      if (['refuse', 'suspend', 'expel'].includes(line.action)) expect(line.asks).toContain('ground');
      if (['accept', 'refuse'].includes(line.action)) expect(line.needs).toContain('vetting-answered');
    }
  });
  test('the intelligence side is asked from a status in which it is not waited for, so never twice in a round', () => {
    for (const line of traderTransitions.filter(({ asksVetting }) => asksVetting))
      expect(line.from.some((status) => ['checking', 'renewing'].includes(status))).toBe(false);
  });
});

describe('rounds', () => {
  test.each([
    // Ten working days after a Friday is a Friday; the round is the Thursday after it.
    ['2026-11-20', '2026-12-10'],
    ['2026-11-19', '2026-12-03'],
    // Christmas Day, Boxing Day and New Year's Day are no working days.
    ['2026-12-21', '2027-01-07'],
  ])('asked on %s, answered on %s', (asked, round) => {
    expect(answersOn(asked)).toBe(round);
    expect(weekdayOf(round)).toBe(4);
  });
  test('three answers and no other', () => {
    expect(Object.keys(vettingAnswerWords)).toEqual(['proceed', 'conditions', 'decline']);
  });
});

test('complaints count when they were upheld within the window', () => {
  const complaint = (receivedOn: string, outcome: 'upheld' | 'settled' | null) => ({
    ...{ id: '', reference: '', words: '', outcomeWords: null, decidedOn: null, receivedOn, outcome },
  });
  const of = (...complaints: ReturnType<typeof complaint>[]) =>
    complaintsStanding({ complaints, today: '2026-11-20' });
  expect(of(complaint('2026-11-01', 'upheld'), complaint('2025-11-20', 'upheld'))).toEqual({
    upheld: 2,
    isToReview: true,
  });
  expect(of(complaint('2026-11-01', 'upheld'), complaint('2025-11-19', 'upheld')).isToReview).toBe(false);
  expect(of(complaint('2026-11-01', 'settled'), complaint('2026-11-02', null)).upheld).toBe(0);
});

test('every row of the scheme has a day, a marking and a source', () => {
  for (const row of [...traderChecks, ...traderProofs, ...traderPeriods])
    expect([row.validFrom, row.marking, row.source].every(Boolean)).toBe(true);
});

test('each letter of the scheme as PDF and Word, with the broad reason and no more', async () => {
  const firm = {
    reference: 'TR-1',
    firmName: 'Ash Roofing',
    trades: ['roofing'],
    agencyName: 'Moors Council',
  };
  for (const kind of letterKinds)
    await expectPaper(
      traderLetter({
        ...{ kind, file: firm as unknown as Trader, ground: groundCodes[0], conditions: [] }, // what a letter prints of one
        ...{ memberUntil: '2027-10-31', appeal: undefined, asAt: new Date('2026-11-20T10:00:00Z') },
      }),
      ['TR-1', 'Ash Roofing', letterWords[kind]],
    );
});
