import { expect, test } from 'vitest';
import { effectOf, kindOfMarker, precautionRows } from './precaution.rules.ts';

test.each(precautionRows)('what $kind does to a visit is what its row says', (row) => {
  const { stops, neverAlone, companion } = row;
  expect(effectOf([{ kind: row.kind }])).toEqual({ stops, neverAlone, companion });
});

test('of several precautions the strictest holds', () => {
  expect(effectOf([])).toEqual({ stops: false, neverAlone: false, companion: 'anybody' });
  expect(effectOf([{ kind: 'two-officers' }, { kind: 'with-police' }, { kind: 'call-first' }])).toEqual({
    ...{ stops: false, neverAlone: true, companion: 'police' },
  });
  expect(effectOf([{ kind: 'no-visit' }, { kind: 'other' }]).stops).toBe(true);
});

test('what a marker asks for is a precaution of the register', () => {
  expect(kindOfMarker('do-not-attend')).toBe('no-visit');
  expect(kindOfMarker('with-police')).toBe('with-police');
});
