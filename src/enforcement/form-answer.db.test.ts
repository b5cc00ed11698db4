import { afterAll, beforeAll, expect, test } from 'vitest';
import { enforcementSamples } from '../../test/support/sample-enforcement.ts';
import { openWorld, type World } from '../../test/support/world.ts';

let world: World;
const { protectionId } = enforcementSamples;
beforeAll(async () => {
  world = await openWorld({ name: 'form_answer', keep: false });
});
afterAll(() => world.close());

/** Errors at fields, and where the summary leads. */
const shown = (html: string) => ({
  errors: [...html.matchAll(/class="govuk-error-message"/g)].length,
  leads: [...html.matchAll(/<a href="#([^"]*)"/g)].map(([, id]) => id),
});

test.each([
  ['evidence', { kind: 'photo', words: 'x' }, 'evidence-words'],
  ['requirements', { version: '1', kind: 'stop', words: 'x' }, 'requirement-words'],
])('an answer to %s that is refused is shown in its own form alone', async (form, fields, field) => {
  const callum = await world.as('callum.safety');
  const answer = await callum.post(`/protection/${protectionId}/${form}`, fields);
  expect(answer.status).toBe(422);
  const { errors, leads } = shown(answer.text);
  // The day of evidence is missing too.
  expect(errors).toBe(form === 'evidence' ? 2 : 1);
  expect(leads).toContain(field);
  const other = form === 'evidence' ? 'requirement-words' : 'evidence-words';
  expect(answer.text).toContain(`id="${other}"`);
  expect(answer.text).not.toMatch(new RegExp(`id="${other}"[^>]*>x<`));
});

test('of the steps of a penalty that each ask why, the one that was answered shows the error and stands open', async () => {
  const [penalty] = await world.sql<{ id: string; version: number }>(
    `select p.id, p.version from enforcement.penalty p join directory.agency a on a.id = p.agency_id
     where a.code = 'WEND' and p.status in ('issued', 'overdue', 'reminded') order by p.id limit 1`,
  );
  expect(penalty).toBeDefined();
  const sunita = await world.as('sunita.supervisor');
  const answer = await sunita.post(`/penalties/${penalty?.id}/void`, {
    version: String(penalty?.version),
    reason: 'x',
  });
  expect(answer.status, answer.text.slice(0, 200)).toBe(422);
  expect(shown(answer.text)).toMatchObject({ errors: 1, leads: expect.arrayContaining(['reason-void']) });
});
