import { expect, test } from 'vitest';
import { namesSender } from './sender.rules.ts';

test('a stroke on a letter hides no sender', () => {
  const item = { title: 'Cash', body: 'Lukasz Wojcik takes cash', fromOfficerName: 'Łukasz Wójcik' };
  expect(namesSender(item)).toBe(true);
});

test.each([
  ['Olu Adébáyò takes cash at the gate', true],
  ['ADEBAYO, Olu takes cash', true],
  ['O. Adebayo takes cash', true],
  ['Seen with Mr Adebayo', false],
  ['Olu from the yard takes cash', false],
  ['Solu Adebayoson takes cash', false],
])('%s', (body, is) => {
  expect(namesSender({ title: 'Cash', body, fromOfficerName: 'Olu Adebayo' })).toBe(is);
  expect(namesSender({ title: 'Cash', body, fromOfficerName: null })).toBe(false);
});
