import { expect, test } from 'vitest';
import { peopleIn } from '../../src/intelligence/link/person.rules.ts';
import { halves, readSet, scoreOf } from './labelled.ts';

const set = readSet(process.cwd());

test('the labelled set is read whole, and of each half the share of misses and false alarms stays where it was measured', () => {
  expect(set.length).toBeGreaterThanOrEqual(144);
  const { seen, 'held out': heldOut } = halves(set);
  const before = scoreOf(seen);
  expect(before.missed.length / before.people).toBeLessThan(0.03);
  expect(before.alarms.length / before.suggested).toBeLessThan(0.05);
  const after = scoreOf(heldOut);
  expect(after.missed.length / after.people).toBeLessThan(0.14);
  expect(after.alarms.length / after.suggested).toBeLessThan(0.08);
});

test('one person is suggested once, and in nothing that is a firm', () => {
  expect(peopleIn('Gary Stott rang. GARY STOTT rang again. Mr Stott’s van. Stott, no. STOTT, Gary.')).toEqual(
    ['Gary Stott'],
  );
  expect(peopleIn('Carl Ashcroft Removals left it', ['Carl Ashcroft Removals'])).toEqual([]);
  expect(peopleIn('')).toEqual([]);
});

test('a text of nothing but names costs no more than its length allows', () => {
  const from = performance.now();
  for (const words of ['Gary Stott ', 'A. ', 'STOTT, Gary. ', 'called Xy Zz, ', 'van der ', '(Bo) ', "O'"])
    expect(peopleIn(words.repeat(400_000)).length).toBeLessThanOrEqual(12);
  expect(performance.now() - from).toBeLessThan(8000);
});
