import { expect, test } from 'vitest';
import { z } from 'zod';
import { isoDay } from '../clock/typed-day.ts';
import { withTypedDays } from './typed-days.ts';

test.each([
  ['9/4/1981', '1981-04-09'],
  ['09.04.1981', '1981-04-09'],
  [' 27-3-2026 ', '2026-03-27'],
  ['27 March 2026', '2026-03-27'],
  ['1st sept 2026', '2026-09-01'],
  ['29/2/2024', '2024-02-29'],
])('%s is a day', (typed, iso) => expect(isoDay(typed)).toBe(iso));

test.each([
  '29/2/2026',
  '9/4/81',
  '4/13/2026',
  '0/1/2026',
  '1 Foo 2026',
  'tomorrow',
  '',
  '2026-03-27',
  '١/٢/٢٠٢٦',
])('%s is none', (typed) => expect(isoDay(typed)).toBeUndefined());

test('only what the schema refuses is read anew', () => {
  const schema = z.object({ on: z.iso.date(), words: z.string(), inner: z.object({ on: z.iso.date() }) });
  const raw = { on: '9/4/1981', words: '9/4/1981', inner: { on: '9/4/1981' } };
  const { error } = schema.safeParse(raw);
  expect(withTypedDays(raw, error?.issues ?? [])).toEqual({ ...raw, on: '1981-04-09' });
  expect(withTypedDays({ on: 'soon' }, error?.issues ?? [])).toBeUndefined();
});
