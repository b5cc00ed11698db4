import { expect, test } from 'vitest';
import { repeatsOf, timelineOf } from './profile.rules.ts';

const tied = (iso: string, role: 'victim' | 'subject' = 'subject') => ({
  receivedAt: new Date(iso),
  role,
  fromAgencyName: null,
});

test('a timeline is twelve months by London’s days, and how many are earlier', () => {
  // Half past eleven at night of 30 June by UTC is the first of July in London.
  const { months, earlier } = timelineOf(
    [tied('2026-06-30T23:30:00Z'), tied('2026-11-20T09:00:00Z'), tied('2024-01-01T09:00:00Z')],
    '2026-11-20',
  );
  expect(months.map(({ month }) => month)).toEqual([
    ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
    ...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
  ]);
  expect(months.filter(({ items }) => items > 0)).toEqual([
    { month: '2026-07', items: 1 },
    { month: '2026-11', items: 1 },
  ]);
  expect(earlier).toBe(1);
  expect(timelineOf([], '2026-11-20').months).toHaveLength(12);
});

test('a repeat victim is one of two items in twelve months; a repeat location likewise', () => {
  const items = [tied('2026-11-01T09:00:00Z', 'victim'), tied('2026-01-10T09:00:00Z', 'victim')];
  expect(repeatsOf('person', items, '2026-11-20')).toEqual({ victim: 2, location: 0 });
  expect(repeatsOf('place', items, '2026-11-20')).toEqual({ victim: 2, location: 2 });
  expect(repeatsOf('person', items, '2027-06-20')).toEqual({ victim: 0, location: 0 });
});
