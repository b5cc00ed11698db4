import { expect, test } from 'vitest';
import { atPlaces, strategySchema } from './strategy.forms.ts';

const form = {
  ...{ version: '0', agreedBy: 'The tasking meeting', 'agreedOn-day': '18', 'agreedOn-month': '11' },
  ...{ 'agreedOn-year': '2026', 'startsOn-day': '1', 'startsOn-month': '12', 'startsOn-year': '2026' },
};

test('the fields of six priorities are the list of the API, and each fault leads to its own field', () => {
  const given = strategySchema.parse({
    ...form,
    ...{
      'title-1': 'Tipping',
      'kinds-1': ['waste', 'scams'],
      'requirements-1': 'IR-1\nIR-2',
      'title-3': 'Scams',
    },
  });
  expect([given.agreedOn, given.startsOn]).toEqual(['2026-11-18', '2026-12-01']);
  expect(given.priorities.map((one) => one?.title)).toEqual([
    'Tipping',
    undefined,
    'Scams',
    ...Array(3).fill(undefined),
  ]);
  expect(given.priorities[0]?.kinds).toEqual(['waste', 'scams']);
  const refused = strategySchema.safeParse({ ...form, 'prevention-2': 'Gates', 'title-4': 'x' });
  const problems = (refused.error?.issues ?? []).map(({ path, message }) => ({
    ...{ field: path.join('.'), words: message },
  }));
  expect(atPlaces(problems).map(({ field }) => field)).toEqual(['title-2', 'title-4']);
  const none = strategySchema.safeParse(form).error?.issues ?? [];
  expect(atPlaces(none.map(({ path, message }) => ({ field: path.join('.'), words: message })))).toEqual([
    { field: 'title-1', words: 'Write at least one priority' },
  ]);
});
