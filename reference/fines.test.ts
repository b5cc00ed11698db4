import { expect, test } from 'vitest';
import { fineOn } from './fines.ts';

test('the fine for breaking a notice is the one of the day, and no amount is named where none is known', () => {
  expect(fineOn('cpn-breach', 'person', '2014-10-19')).toBeUndefined();
  expect(fineOn('cpn-breach', 'person', '2014-10-20')?.words).toBe('a fine of up to £2,500 (level 4)');
  expect(fineOn('cpn-breach', 'body', '2015-03-11')).toBeUndefined();
  expect(fineOn('cpn-breach', 'body', '2015-03-12')).toMatchObject({
    maxAmount: null,
    words: 'a fine without limit',
  });
});
