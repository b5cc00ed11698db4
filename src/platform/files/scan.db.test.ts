import { expect, test } from 'vitest';
import { scanHeld } from '../../../test/support/jobs.ts';
import { journey } from '../../../test/support/journey.ts';
import type { Verdict } from './scanner.ts';

/** What is held and the virus scanner, in the database; how each file is then looked at is tested with its pages. */
const days = journey('scan');
const { clock, sql, saidOn } = days;

const hold = (id: number, words: string) =>
  sql(
    `insert into platform.file (id, name, media_type, size_bytes, sha256, content, owner_kind, owner_id, added_at)
     values (md5($1)::uuid, $1, 'audio/wav', 1, repeat('0', 64), $2::text::bytea, 'penalty-evidence', md5($1)::uuid, now())`,
    [`file ${id}`, words],
  );
const states = async () =>
  Object.fromEntries(
    (
      await sql<{ name: string; scan: string }>(
        "select name, scan from platform.file where name like 'file %' order by name",
      )
    ).map(({ name, scan }) => [name, scan]),
  );
const words = ['good', 'bad', 'large'];
/** What the scanner was asked about; the county has held files of its own. */
const asked: string[] = [];
const ofOurs = () => asked.filter((one) => words.includes(one)).sort();
/** Refuses what has the word bad in it, cannot take what is large, and is away when it says so. */
const scanner = (away = false) => ({
  scan: async (content: Buffer): Promise<Verdict> => {
    asked.push(content.toString());
    if (away) return { kind: 'fault', words: 'The scanner cannot be reached.', isAway: true };
    if (content.includes('large')) return { kind: 'fault', words: 'Too large.', isAway: false };
    return { kind: content.includes('bad') ? 'infected' : 'clean' };
  },
});

test('what is held goes to the scanner, each file once; what it cannot take stays held and stops no other', async () => {
  for (const [id, content] of words.entries()) await hold(id, content);
  await scanHeld(days.world, clock, undefined);
  expect(await states()).toEqual({ 'file 0': 'held', 'file 1': 'held', 'file 2': 'held' });
  await scanHeld(days.world, clock, scanner(true));
  expect(asked).toHaveLength(1);
  expect(await states()).toEqual({ 'file 0': 'held', 'file 1': 'held', 'file 2': 'held' });
  asked.length = 0;
  await scanHeld(days.world, clock, scanner());
  expect(await states()).toEqual({ 'file 0': 'clean', 'file 1': 'infected', 'file 2': 'held' });
  expect(ofOurs()).toEqual(['bad', 'good', 'large']);
  asked.length = 0;
  await scanHeld(days.world, clock, scanner());
  expect(asked).toEqual(['large']);
  // The audit says that a round was made, and why one ended early; never how many files there are.
  const rounds = await sql<{ told: string[]; fault: string | null }>(
    `select array(select k from jsonb_object_keys(detail) k order by k) as told, detail->>'fault' as fault from platform.audit_entry
     where event = 'files.scanned' order by seq`,
  );
  expect(rounds).toEqual([
    { told: ['reason'], fault: null },
    { told: ['fault', 'reason'], fault: 'The scanner cannot be reached.' },
    { told: ['reason'], fault: null },
    { told: ['reason'], fault: null },
  ]);
});

test('the worker reads what is held alone, file by file, and nobody brings a file that is passed already', async () => {
  const worker = { login: 'bailiwick_worker' as const };
  for (const table of ['platform.file', 'court.item', 'intelligence.attachment'])
    expect(await saidOn(worker, `select content from ${table}`)).toMatch(/permission denied/);
  expect(await saidOn(worker, "update platform.file set scan = 'clean'")).toMatch(/permission denied/);
  const held = (id: number) =>
    `select 1 where platform.held_content('file', md5('file ${id}')::uuid) is not null`;
  expect([await saidOn(worker, held(0)), await saidOn(worker, held(2))]).toEqual([0, 1]);
  // A verdict is given once.
  await sql("select platform.file_scanned('file', md5('file 1')::uuid, 'clean')");
  expect(await states()).toMatchObject({ 'file 1': 'infected' });
  for (const login of ['bailiwick_ops', 'bailiwick_public', 'bailiwick_intel'] as const) {
    expect(
      await saidOn({ login }, "select platform.file_scanned('file', md5('file 2')::uuid, 'clean')"),
    ).toMatch(/permission denied/);
    const brought = (scan: string) =>
      `insert into platform.file (id, name, media_type, size_bytes, sha256, content, scan, owner_kind, owner_id, added_at)
       values (gen_random_uuid(), 'x', 'image/png', 1, '', '', '${scan}', 'report', gen_random_uuid(), now())`;
    expect(await saidOn({ login }, brought('clean')), login).toMatch(/row-level security/);
    expect(await saidOn({ login }, brought('held')), login).toBe(1);
  }
});
