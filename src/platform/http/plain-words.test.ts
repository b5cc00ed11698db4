import { expect, test } from 'vitest';
import { z } from 'zod';
import { plainWords } from './plain-words.ts';

const wordsOf = (schema: z.ZodType, given: unknown): string | undefined =>
  schema.safeParse(given, { error: plainWords }).error?.issues[0]?.message;

test.each([
  [z.string(), undefined, 'Fill this in'],
  [z.string(), 4, 'This cannot be read: check it'],
  [z.string().max(3), 'four', 'Use 3 characters or fewer'],
  [z.string().min(1), '', 'Fill this in'],
  [z.string().min(3), 'a', 'Use 3 characters or more'],
  [z.array(z.string()).max(1), ['a', 'b'], 'Choose 1 at most'],
  [z.array(z.string()).min(1), [], 'Choose 1 or more'],
  [z.number().max(5), 6, 'Enter 5 or less'],
  [z.number().min(5), 4, 'Enter 5 or more'],
  [z.enum(['a', 'b']), 'c', 'Choose one of those that are offered'],
  [z.uuid(), 'x', 'This is not in the form that is asked for: check it'],
  [z.strictObject({}), { odd: 1 }, 'Leave out odd'],
])('%#: what is wrong is said for people', (schema, given, words) => {
  expect(wordsOf(schema, given)).toBe(words);
});
test('the words of a field’s own go before', () => {
  expect(wordsOf(z.string().max(3, 'Too long a name'), 'four')).toBe('Too long a name');
});
