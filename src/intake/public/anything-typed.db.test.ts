import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { answerNames } from './answers.ts';
import { fieldsOf, headingOf } from './forms.testing.ts';
import { stepNames } from './report-it.steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'anything' });
});
afterAll(() => world.close());

const steps = stepNames.filter((step) => step !== 'check');

describe('whatever is typed', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      '\u0000',
      '-0',
      '1e400',
      'NaN',
      '00000000-0000-4000-8000-000000000000',
      "'; drop table intake.report; --",
      '<script>',
      '__proto__',
    ),
  );
  const anyForm = fc.record(
    Object.fromEntries([...answerNames, 'go', 'map.x', 'map.y', 'wide.x'].map((name) => [name, anyText])),
    { requiredKeys: [] },
  );
  /** HTML cannot carry a NUL or a carriage return, and half a surrogate pair is no text. */
  const carriable = (text: string): boolean =>
    !text.includes('\0') && !text.includes('\r') && text.isWellFormed();

  test('no form faults, and nothing typed is lost', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...steps, 'send'), anyForm, async (step, typed) => {
        const answer = await world.nobody.post(
          `/report/${step}`,
          Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? ''])),
        );
        expect(answer.status).toBeLessThan(500);
        if (headingOf(answer.text) === 'Report sent') return;
        const kept = fieldsOf(answer.text);
        // What a person wrote; the place and the view are what the buttons change.
        for (const name of ['description', 'more', 'name', 'email', 'address', 'placeWords'] as const) {
          const value = typed[name];
          if (value && carriable(value))
            expect(kept[name]?.replace(/^\n/, ''), name).toBe(value.replace(/^\n/, ''));
        }
      }),
      { numRuns: 250 },
    );
  });

  test('no address of the map or of the places faults', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (a, b, c) => {
        const query = new URLSearchParams({ lon: a, lat: b, span: c, words: a }).toString();
        expect((await world.nobody.get(`/map.svg?${query}`)).status).toBeLessThan(500);
        expect((await world.nobody.get(`/api/v1/places?${query}`)).status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});
