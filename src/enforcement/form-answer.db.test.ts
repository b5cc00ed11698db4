import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureOf } from '../../test/support/field-api.ts';
import { giveListFile } from '../../test/support/given-file.ts';
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

test('a photograph as evidence of a notice or of conduct is one by its bytes, whole, by the page and by the API', async () => {
  const callum = await world.as('callum.safety');
  const sunita = await world.as('sunita.supervisor');
  const [draft] = await world.sql<{ id: string }>(
    "select p.id from enforcement.penalty p join directory.agency a on a.id = p.agency_id where a.code = 'WEND' and p.offence = 'fly-tipping' order by p.id limit 1",
  );
  const photo = { kind: 'photo', words: 'The van at the quay' };
  const boxes = { 'happenedOn-day': '19', 'happenedOn-month': '11', 'happenedOn-year': '2026' };
  const places = [
    [sunita, `/api/v1/penalties/${draft?.id}/evidence`, photo, 201],
    [sunita, `/penalties/${draft?.id}/evidence`, photo, 303],
    [callum, `/api/v1/protection/${protectionId}/evidence`, { ...photo, happenedOn: '2026-11-19' }, 201],
    [callum, `/protection/${protectionId}/evidence`, { ...photo, ...boxes }, 303],
  ] as const;
  for (const [visitor, url, fields, taken] of places) {
    const send = (content: Buffer) =>
      giveListFile(world, visitor, url, { name: '<i>van</i>.jpg', content }, { ...fields });
    for (const [content, words] of [
      [Buffer.from('<html><script>'), 'must be a JPEG, PNG, WEBP or HEIC picture'],
      [Buffer.concat([pictureOf(1), Buffer.alloc(10_100_000)]), 'must be smaller than 10 MB'],
    ] as const) {
      const refused = await send(content);
      expect([url, refused.status, refused.text.includes(words)]).toEqual([url, 422, true]);
    }
    const kept = await send(pictureOf(1));
    expect(kept.status, kept.text.slice(0, 300)).toBe(taken);
  }
});
