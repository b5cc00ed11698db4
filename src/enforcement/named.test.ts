import { expect, test } from 'vitest';
import { contactsIn, maybeNames, standsIn } from './named.store.ts';

test('a name is found as a whole, however it is written, and not inside another word', () => {
  expect(standsIn('nobody may meet BONNIE  sample here', 'Bonnie Sample')).toBe(true);
  expect(standsIn('Bonnie Sampleton Row', 'Bonnie Sample')).toBe(false);
  expect(standsIn('the “Bonnie Sample” stand', 'Bonnie Sample')).toBe(true);
});
test('words in a row that are written as names are may be one', () => {
  expect(maybeNames('No noise by Sam O’Slate Roofer in Town')).toEqual([
    ...['Sam O’Slate', 'Sam O’Slate Roofer', 'O’Slate Roofer'],
  ]);
  expect(maybeNames('Drinking in the quay')).toEqual([]);
});
test('what reaches somebody is found, and a number of something else is not', () => {
  expect(contactsIn('Tell pat@wendmere.example or 01632 960 001, or +44 1632 960002')).toEqual([
    ...['pat@wendmere.example', '01632 960 001', '+44 1632 960002'],
  ]);
  expect(contactsIn('Between 0900 and 1800, up to £1,000, from 2026-12-01, 100000 people')).toEqual([]);
});
