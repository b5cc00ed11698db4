import { describe, expect, test } from 'vitest';
import { offsetIn, readWhen } from '../import/instant.ts';
import { guessColumns, guessDateOrder } from './guess-columns.ts';
import { columnsShown } from './import.forms.ts';
import { importTransition, importTransitions } from './import.transitions.ts';

const rows = [
  {
    id: '1',
    'Date Received': '13/10/2026',
    Type: 'Litter',
    Note: 'Bags left out',
    Addr: '1 Mill Lane',
    pc: 'QX1 1AA',
    X: '2.1234',
    Y: '54.1234',
  },
  {
    id: '2',
    'Date Received': '14/10/2026 09:00',
    Type: 'Litter',
    Note: 'A sofa',
    Addr: '2 Mill Lane',
    pc: 'QX1 1AB',
    X: '2.1235',
    Y: '54.1235',
  },
];

describe('guessing columns', () => {
  test('by names that people use, whatever their case and marks, and by what stands in them', () => {
    expect(guessColumns(Object.keys(rows[0] ?? {}), rows)).toEqual({
      externalId: 'id',
      receivedAt: 'Date Received',
      category: 'Type',
      description: 'Note',
      place: 'Addr',
      postcode: 'pc',
      lon: 'X',
      lat: 'Y',
    });
  });

  test('a column of that name that holds something else is not taken', () => {
    const guess = guessColumns(
      ['date', 'logged', 'x'],
      [{ date: 'yes', logged: '2026-10-01', x: 'Mill Lane' }],
    );
    expect(guess.receivedAt).toBe('logged');
    expect(guess.lon).toBeUndefined();
  });

  test('which comes first in a day, by days that can only be read one way', () => {
    expect(guessDateOrder(['01/02/2026', '13/02/2026'])).toBe('dmy');
    expect(guessDateOrder(['01/02/2026', '02/13/2026'])).toBe('mdy');
    expect(guessDateOrder(['01/02/2026'])).toBeUndefined();
    expect(columnsShown(['when'], [{ when: '02/13/2026' }], []).dates).toBe('mdy');
  });
});

test('days and times as people and spreadsheets write them', () => {
  const read = (text: string, order: 'dmy' | 'mdy' | 'none' = 'dmy') =>
    readWhen(text, {
      offset: offsetIn('Europe/London'),
      order: order === 'none' ? undefined : order,
      fromCount: () => '2026-07-01',
    })?.toISOString() ?? null;
  expect(read('01/07/2026')).toBe('2026-06-30T23:00:00.000Z');
  expect(read('7/1/2026', 'mdy')).toBe('2026-06-30T23:00:00.000Z');
  expect(read('1.7.2026 9:05')).toBe('2026-07-01T08:05:00.000Z');
  expect(read('01/07/2026 12:30:15 AM')).toBe('2026-06-30T23:30:15.000Z');
  expect(read('1/7/2026, 1:00pm')).toBe('2026-07-01T12:00:00.000Z');
  expect(read('46204')).toBe('2026-06-30T23:00:00.000Z');
  expect(read('2026-07-01T09:00:00+0200')).toBe('2026-07-01T07:00:00.000Z');
  for (const wrong of [
    '31/02/2026',
    '1/13/2026',
    '01/07/26',
    '13:00pm 1/7/2026',
    '1/7/2026 25:00',
    'soon',
    '',
  ])
    expect(read(wrong)).toBeNull();
  expect(read('01/07/2026', 'none')).toBeNull();
});

test('a list is only loaded from a check, and only undone from a load', () => {
  const into = (to: string) =>
    importTransitions.filter((line) => line.to === to).flatMap((line) => line.from);
  expect(into('loading')).toEqual(['checked']);
  expect(into('undoing')).toEqual(['loaded']);
  expect(importTransition('loaded', 'put-away')).toBeUndefined();
});
