import { expect, test } from 'vitest';
import { firmsIn } from '../../src/intelligence/link/firm.rules.ts';
import { halves, readSet, scoreOf } from './labelled.ts';

const set = readSet(process.cwd());

test('the labelled set is read whole, and of each half the share of misses and false alarms stays where it was measured', () => {
  expect(set.length).toBeGreaterThanOrEqual(148);
  const { seen, 'held out': heldOut } = halves(set);
  const before = scoreOf(seen);
  expect(before.missed.length / before.firms).toBeLessThan(0.06);
  expect(before.alarms.length / before.suggested).toBeLessThan(0.03);
  const after = scoreOf(heldOut);
  expect(after.missed.length / after.firms).toBeLessThan(0.35);
  expect(after.alarms.length / after.suggested).toBeLessThan(0.1);
});

test('a company number beside the name comes with it, and the same firm twice is one', () => {
  expect(
    firmsIn(
      'Paid Slate Kestrel Ltd (company number 09876543). SLATE KESTREL LIMITED kept it. Reg. no. SC123456.',
    ),
  ).toEqual([{ label: 'Slate Kestrel Ltd', companyNumber: '09876543' }]);
  expect(firmsIn('Heron Roofing, SC123456')).toEqual([{ label: 'Heron Roofing', companyNumber: 'SC123456' }]);
});

test('a text of nothing but firms costs no more than its length allows', () => {
  const from = performance.now();
  for (const words of ['Ltd ', 'A & ', 'Heron Roofing Ltd ', '"Aaa" by '])
    expect(firmsIn(words.repeat(400_000)).length).toBeLessThanOrEqual(12);
  expect(performance.now() - from).toBeLessThan(5000);
});
