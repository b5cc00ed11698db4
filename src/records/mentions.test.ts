import { expect, test } from 'vitest';
import { exactKeys } from './exact-keys.ts';
import { findMentions } from './mentions.ts';

test('numbers, marks and addresses are found in one form, each once', () => {
  const text =
    'Rings from 07700 900555 or +44 7700 900555, drives AB12 CDE, writes from J.Roof+1@roof.example.uk.';
  expect(findMentions(text).map(({ kind, value }) => `${kind} ${value}`)).toEqual([
    'phone +447700900555',
    'vehicle AB12CDE',
    'email j.roof+1@roof.example.uk',
  ]);
});

// A text of which the cost is the square of its length would take minutes here and run out of the test's time.
test.each(['a.', '1-', 'a@', 'a@a-', '0 ', 'A1 '])('a long text of nothing but %s holds nothing', (piece) => {
  expect(findMentions(piece.repeat(100_000))).toEqual([]);
});

test('accents and strokes on letters count for nothing in a key, nor part a word', () => {
  const keys = (name: string) => exactKeys({ name, dateOfBirth: '1981-04-09' });
  expect(keys('José Núñez')).toEqual([{ kind: 'name-born', value: 'jose nunez 1981-04-09' }]);
  expect(keys('Łukasz Wróblewski')).toEqual(keys('Lukasz Wroblewski'));
});

test('a birth date matches however it was typed', () => {
  const keys = (dateOfBirth: string) => exactKeys({ name: 'Alice Pemberley', dateOfBirth });
  expect(keys('9/4/1981')).toEqual(keys('1981-04-09'));
  expect(keys('9 April 1981')).toEqual(keys('1981-04-09'));
  expect(keys('in April')).toEqual([]);
});
