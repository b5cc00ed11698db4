import { expect, test } from 'vitest';
import { KeptPlans } from './kept-plans.ts';

const ask = (plans: KeptPlans, text: string, times: number) =>
  Array.from({ length: times }, () => plans.nameOf(text)).at(-1);

test('a statement has a name from the third time on, and keeps it', () => {
  const plans = new KeptPlans();
  expect(ask(plans, 'select 1', 2)).toBeUndefined();
  expect(ask(plans, 'select 1', 2)).toBe('kept_1');
  expect(ask(plans, 'select 2', 3)).toBe('kept_2');
});

test('no more than so many are kept, and what is asked once takes no room', () => {
  const plans = new KeptPlans();
  for (let n = 0; n < 5 * KeptPlans.mostCounted; n += 1) expect(plans.nameOf(`once ${n}`)).toBeUndefined();
  const names = Array.from({ length: KeptPlans.most + 50 }, (_, n) => ask(plans, `often ${n}`, 3));
  expect(new Set(names.filter(Boolean)).size).toBe(KeptPlans.most);
  expect(names.at(-1)).toBeUndefined();
});

test('what was given up comes back under another name', () => {
  const plans = new KeptPlans();
  ask(plans, 'select 1', 3);
  plans.forget('select 1');
  expect(ask(plans, 'select 1', 3)).toBe('kept_2');
});
