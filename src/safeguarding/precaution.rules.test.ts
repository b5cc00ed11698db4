import { expect, test } from 'vitest';
import { effectOf, kindOfMarker, precautionRows } from './precaution.rules.ts';

test.each([
  ['no-visit', true, true, 'anybody'],
  ['with-police', false, true, 'police'],
  ['two-officers', false, true, 'anybody'],
  ['call-first', false, false, 'anybody'],
  ['other', false, false, 'anybody'],
] as const)(
  'what %s does to a visit: stops %s, never alone %s, along %s',
  (kind, stops, neverAlone, companion) => {
    expect(effectOf([{ kind }])).toEqual({ stops, neverAlone, companion });
    const row = precautionRows.find((one) => one.kind === kind);
    expect(row && kindOfMarker(row.marker)).toBe(kind);
  },
);

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
