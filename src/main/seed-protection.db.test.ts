import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCounty } from '../../county/index.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { seedProtection } from './seed-protection.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'seedprotection' });
  await world.sql('delete from enforcement.protection_table');
  const owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await seedProtection(owner, buildCounty('2026-11-20'));
  await owner.end();
});
afterAll(() => world.close());

interface Shown {
  id: string;
  reference: string;
  status: string;
  events: { words: string; at: string }[];
  steps: { action: string; conditions: { code: string; met: boolean }[] }[];
}

test('the demonstration county has a file at each stage, whose next step is what the table says', async () => {
  const callum = await world.as('callum.safety');
  const { files } = (await callum.api('GET', '/api/v1/protection?agency=mine')).json as { files: Shown[] };
  const own = files.filter(({ reference }) => reference !== 'CP-SAMP-001');
  expect(own.map(({ status }) => status).sort()).toEqual(
    ['breached', 'complied', 'drafted', 'notice-served', 'warned', 'warned'].sort(),
  );
  const draft = own.find(({ status }) => status === 'drafted');
  const shown = (await callum.api('GET', `/api/v1/protection/${draft?.id}`)).json as Shown;
  const serve = shown.steps.find(({ action }) => action === 'serve-warning');
  expect(serve?.conditions.filter(({ met }) => !met)).toEqual([]);
  const home = (await callum.get('/home')).text;
  expect(home).toContain('The time to comply has run: did they?');
  expect(home).toContain('Decide what follows the breach');
});

test('its letters are the bytes of their hashes, and a letter opens', async () => {
  const letters = await world.sql<{ id: string; content: Buffer; sha256: string }>(
    'select protection_id as id, content, sha256 from enforcement.protection_document',
  );
  // Eleven warnings and two notices, each as PDF and as Word.
  expect(letters).toHaveLength(26);
  for (const { content, sha256 } of letters)
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  const callum = await world.as('callum.safety');
  const [warned] = await world.sql<{ id: string }>(
    `select p.id from enforcement.protection p join directory.agency a on a.id = p.agency_id where a.code = 'WEND' and p.status = 'breached'`,
  );
  const letter = await callum.get(`/protection/${warned?.id}/letters/notice/1/pdf`);
  expect(letter.status).toBe(200);
  expect(letter.text.slice(0, 5)).toBe('%PDF-');
});

test('two councils have published their table a week ago, before the breach', async () => {
  const bea = await world.as('bea.board');
  const answer = await bea.api('GET', '/api/v1/protection/published');
  expect(answer.text).toContain('6 warnings served');
  expect(answer.text).toContain('All cases complied with.');
  expect(answer.text).not.toContain('Notice breached');
  const rows = await world.sql<{ label: string }>(
    "select label from records.received_record where feed = 'protection'",
  );
  expect(rows).toHaveLength(11);
  for (const { label } of rows) expect(answer.text).not.toContain(label.split(',')[0]);
});
