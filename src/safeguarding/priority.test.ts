import { describe, expect, test } from 'vitest';
import { ageBandOf, type PriorityFacts, partsOf, priorityOf, routeOf } from './priority.ts';

const nothing: PriorityFacts = {
  ageBand: 'not-known',
  livesAlone: 'not-known',
  capacityConcern: 'not-known',
  financialAbuse: 'not-known',
  bankTold: 'not-known',
  lostPence: 0,
  lastOn: null,
  lists: 1,
  isRevictimised: false,
};

describe('how urgent somebody is', () => {
  test('not known gives no points', () => {
    expect(priorityOf(nothing, '2026-11-20')).toEqual({
      points: 0,
      risk: 'standard',
      why: [],
      on: '2026-11-20',
      from: { high: 60, medium: 30 },
    });
  });

  test('each fact counts once and is told', () => {
    const found = priorityOf(
      {
        ...nothing,
        livesAlone: 'yes',
        ageBand: '85-plus',
        lostPence: 1_000_000,
        lists: 3,
        lastOn: '2026-10-01',
      },
      '2026-11-20',
    );
    expect(found.why.map(({ code }) => code)).toEqual([
      'lives-alone',
      'age-75',
      'age-85',
      'three-lists',
      'loss-1000',
      'loss-10000',
      'recent',
    ]);
    expect(found.points).toBe(85);
    expect(found.risk).toBe('high');
  });

  test('an agency’s own points and thresholds stand in place of the shipped', () => {
    const own = new Map([
      ['lives-alone', 40],
      ['high-from', 40],
    ]);
    expect(priorityOf({ ...nothing, livesAlone: 'yes' }, '2026-11-20', own)).toMatchObject({
      points: 40,
      risk: 'high',
    });
  });
});

test('capacity or financial abuse is for the officer, all else for wardens', () => {
  expect(routeOf({ capacityConcern: 'yes', financialAbuse: 'no' }).route).toBe('officer');
  expect(routeOf({ capacityConcern: 'no', financialAbuse: 'yes' }).route).toBe('officer');
  expect(routeOf({ capacityConcern: 'not-known', financialAbuse: 'no' })).toMatchObject({ route: 'warden' });
  expect(routeOf({ capacityConcern: 'yes', financialAbuse: 'yes' }).why).toContain('capacity');
});

test('age bands change on the birthday', () => {
  expect(ageBandOf('1951-11-21', '2026-11-20')).toBe('65-74');
  expect(ageBandOf('1951-11-20', '2026-11-20')).toBe('75-84');
  expect(ageBandOf('1930', '2026-11-20')).toBe('85-plus');
  expect(ageBandOf('1951-12', '2026-11-20')).toBe('65-74'); // a month alone, as lists tell it too
  expect(ageBandOf('21/11/1951', '2026-11-20')).toBe('65-74');
  expect(ageBandOf(undefined, '2026-11-20')).toBe('not-known');
  expect(ageBandOf('1800-01-01', '2026-11-20')).toBe('not-known');
});

describe('the parts of a priority', () => {
  test('what follows from lists stands apart, and the risk of the file is its own', () => {
    const whole = priorityOf(
      { ...nothing, capacityConcern: 'yes', livesAlone: 'yes', ageBand: '85-plus', lists: 3 },
      '2026-11-20',
    );
    expect(whole).toMatchObject({ points: 70, risk: 'high' });
    const { ofFile, ofLists } = partsOf({ ...whole, from: { high: 65, medium: 30 } });
    expect(ofFile).toMatchObject({ points: 60, risk: 'medium' });
    expect(ofFile.why.map(({ code }) => code)).not.toContain('three-lists');
    expect(ofLists).toEqual({
      points: 10,
      why: [{ code: 'three-lists', words: 'Is on three lists or more', points: 10 }],
    });
  });
});
