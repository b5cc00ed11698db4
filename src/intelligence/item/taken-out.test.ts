import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takenOut } from './taken-out.ts';

const out = (body: string, sanitised: string) =>
  takenOut(body, sanitised)
    ?.filter(({ isKept }) => !isKept)
    .map(({ words }) => words.trim());

test('what the text that may cross lacks is marked, wherever it stands', () => {
  expect(out('Her son told me that a roofer takes cash.', 'A roofer takes cash.')).toEqual([
    'Her son told me that',
  ]);
  expect(out('Rings from 07700 900555, says Ann.', 'Rings from 07700 900555')).toEqual(['says Ann.']);
  expect(out('The same', 'the same!')).toEqual([]);
  expect(out('Anything', '')).toBeUndefined();
  expect(out('a '.repeat(2000), 'a')).toBeUndefined();
});

test('nothing of the text is lost, and what is kept is in the other in its order', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (body, sanitised) => {
      const runs = takenOut(body, sanitised);
      if (!runs) return sanitised === '';
      const kept = runs.filter(({ isKept }) => isKept).flatMap(({ words }) => words.trim().split(/\s+/));
      const rest = sanitised.split(' ');
      return (
        runs.map(({ words }) => words).join('') === body &&
        kept.every((word) => {
          const at = rest.indexOf(word);
          return at >= 0 && rest.splice(0, at + 1).length > 0;
        })
      );
    }),
  );
});
