import { expect, test } from 'vitest';
import { halves, readSet, scoreOf } from './labelled.ts';

const texts = readSet(process.cwd());

test('the labelled set is read whole: texts of each kind, what stands behind them, and no source’s name', () => {
  expect(texts.length).toBeGreaterThanOrEqual(200);
  expect(new Set(texts.map(({ label }) => label))).toEqual(
    new Set(
      'clean name nickname initials kin job time place phrase pseudonym attribution technique'.split(' '),
    ),
  );
  for (const { behind, text } of texts) {
    expect(text).not.toBe('');
    expect(behind.raw).not.toBe('');
  }
});

test('of leaks one in thirty is missed at the most, of clean texts one in ten asks for a look, in either half', () => {
  for (const half of Object.values(halves(texts))) {
    const { leaks, missed, clean, alarms } = scoreOf(half);
    expect(missed.length / leaks).toBeLessThan(1 / 30);
    expect(alarms.length / clean).toBeLessThan(1 / 10);
  }
});
