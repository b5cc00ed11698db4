import { expect, test } from 'vitest';
import { encampmentLimitOn, encampmentPowersOn, welfareItemsOn } from '../../reference/encampment.ts';
import { encampmentLinesFrom, encampmentTransitions, onLand } from './encampment.transitions.ts';
import { policeToTell } from './encampment.ts';
import { encampmentStatuses } from './encampment.words.ts';
import { comparedMark } from './encampment-parts.commands.ts';

test('the ban after a direction of the police is 3 months, and 12 from 28 June 2022; after one of the council 3', () => {
  for (const code of ['return-61', 'return-62a'] as const) {
    expect(encampmentLimitOn(code, '2022-06-27')?.most).toBe(3);
    expect(encampmentLimitOn(code, '2022-06-28')?.most).toBe(12);
  }
  for (const day of ['2018-05-01', '2022-06-27', '2026-11-20'])
    expect(encampmentLimitOn('return-77', day)?.most).toBe(3);
  expect(encampmentLimitOn('return-77', '1994-11-02')).toBeUndefined();
  expect(welfareItemsOn('2026-11-20').map(({ code }) => code)).toEqual([
    'health',
    'maternity',
    'children',
    'education',
    'vulnerability',
  ]);
  const sections = (day: string) => encampmentPowersOn(day).map(({ section }) => section);
  expect(sections('2026-11-20')).toEqual(['s.77', 's.78', 's.61', 's.62A', 's.60C', 'Part 55']);
  expect(sections('2018-05-01')).not.toContain('s.60C');
});

test('the table: no direction without the welfare assessment, no removal without its notice, and every status is left or an end', () => {
  for (const line of encampmentTransitions) {
    if (line.to === 'directed' && line.action === 'direct') expect(line.needs).toContain('welfare-complete');
    if (line.to === 'removed') {
      expect(line.from).toEqual(['ordered']);
      expect(line.needs).toEqual(['notice-run']);
    }
  }
  const reached = new Set(['reported', ...encampmentTransitions.map(({ to }) => to)]);
  expect([...reached].sort()).toEqual([...encampmentStatuses].sort());
  for (const status of onLand)
    expect(encampmentLinesFrom(status, ['jet-officer']).map(({ action }) => action)).toContain('record-left');
  expect(encampmentLinesFrom('directed', ['jet-officer']).map(({ action }) => action)).not.toContain(
    'complain',
  );
});

test('a mark is compared in one form, of other countries too; words are none', () => {
  expect(comparedMark(' ab12 cde ')).toBe('AB12CDE');
  expect(comparedMark('12-D-3456')).toBe('12D3456');
  for (const typed of ['', 'white van', 'A', '12345678901']) expect(comparedMark(typed)).toBeUndefined();
});

test('the police are to be told from six vehicles on, a caravan counting as one, until they were', () => {
  // Nothing else of a file is looked at.
  const file = (caravans: number, vehicles: number, rest: object = {}) =>
    ({ caravans, vehicles, status: 'reported', policeToldOn: null, ...rest }) as unknown as Parameters<
      typeof policeToTell
    >[0];
  expect(policeToTell(file(3, 2), '2026-11-20')).toBeUndefined();
  expect(policeToTell(file(3, 3), '2026-11-20')).toBe(6);
  expect(policeToTell(file(9, 9, { policeToldOn: '2026-11-20' }), '2026-11-20')).toBeUndefined();
  expect(policeToTell(file(9, 9, { status: 'left' }), '2026-11-20')).toBeUndefined();
});
