import { expect, test } from 'vitest';
import { identifiersIn, namesSomebody, readWords } from './identifiers.ts';

test('a text that was made to cost much costs little', () => {
  for (const part of [
    '0 ',
    'a.',
    'a at a.',
    '1 a ',
    'aa ',
    '@aa.',
    'A1 ',
    'https://',
    '(0',
    'I-',
    '12 mill mill ',
  ])
    for (const text of [part.repeat(20_000 / part.length), `x at ${part.repeat(10_000 / part.length)}`]) {
      const from = performance.now();
      identifiersIn(readWords(text));
      expect([part, performance.now() - from < 1500]).toEqual([part, true]);
    }
});

test.each([
  ['12 Mill Road', 'address'],
  ['Flat 3, 12a Old Mill Row', 'address'],
  ['0117 496 0123', 'phone'],
  ['sam (at) example (dot) org', 'email'],
  ['AB12CDE', 'vehicle'],
  ['QM1 1AA', 'postcode'],
])('%s is of the kind %s', (words, kind) => {
  expect(identifiersIn(readWords(`In words: ${words}, and more.`)).map((one) => one.kind)).toContain(kind);
});

test.each([
  'Ask for 3 quotes before the work, and pay £500 at the most.',
  'Between 10 and 12 November 2026 men called at 40 houses.',
  'Ring the council in office hours. The M25 and the A12 are watched.',
  'Say no. Close the door. Stone walls were mended.',
])('and in plain advice there is nothing: %s', (words) => {
  expect(identifiersIn(readWords(words))).toEqual([]);
  expect(namesSomebody(readWords(words), 'Sam Stone')).toBeUndefined();
});
