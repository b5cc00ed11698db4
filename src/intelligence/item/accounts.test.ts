import { expect, test } from 'vitest';
import { accountsIn, tidyAccount, tidyHandle } from './accounts.ts';

const valuesIn = (text: string) => accountsIn(text).map(({ kind, value }) => `${kind} ${value}`);

test.each([
  ['Paid to sort code 20-30-40, account 12345678.', ['account 20304012345678']],
  ['Bank details: 203040 / 12345678', ['account 20304012345678']],
  ['Transfer went to 04 00 04 a/c no. 87654321 and 04-00-04 87654321', ['account 04000487654321']],
  ['IBAN GB82 WEST 1234 5698 7654 32', ['account 12345698765432']],
  ['On 12-11-26 he gave the reference 12345678.', []],
  ['Seen on 12-11-26. Crime no. 12345678, told by Mrs Tarn.', []],
  ['Rings from 07700 900555 and 020 7946 0000', []],
  ['He is @zed_roofs on Instagram, and @Zed_Roofs again.', ['handle @zed_roofs']],
  [
    'See https://www.instagram.com/zed.roofs/?hl=en and t.me/zedroofs.',
    ['handle instagram:@zed.roofs', 'handle telegram:@zedroofs'],
  ],
  ['twitter.com/Zed and x.com/zed', ['handle x:@zed']],
  ['In facebook.com/groups/12345 and facebook.com/marketplace', []],
  ['Mail zed@roofs.example or x@y.example', []],
  ['Paid @ 40 pounds an hour', []],
])('%s', (text, values) => {
  expect(valuesIn(text)).toEqual(values);
});

test('what a person types is taken in the same forms, and nothing else', () => {
  expect(tidyAccount('20-30-40 12345678')).toBe('20304012345678');
  expect(tidyAccount('12345678')).toBeUndefined();
  expect(tidyHandle('@Zed_Roofs')).toBe('@zed_roofs');
  expect(tidyHandle('Zed Roofs')).toBeUndefined();
});

test('a text of nothing but figures and signs costs no more than its length', () => {
  const from = performance.now();
  for (const words of ['12-34-56 ', '@@a', '12345678 ', 'facebook.com/', 'GB00 ABCD 1'])
    accountsIn(words.repeat(40_000));
  expect(performance.now() - from).toBeLessThan(3000);
});
