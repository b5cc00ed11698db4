import { expect, test } from 'vitest';
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

test.each(['a.', '1-', 'a@', 'a@a-', '0 ', 'A1 '])('a text of nothing but %s is read at once', (piece) => {
  const began = performance.now();
  findMentions(piece.repeat(20_000));
  expect(performance.now() - began).toBeLessThan(400);
});
