import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftsOf } from './graph.drafts.ts';
import { writeMadeGraph } from './made-folder.testing.ts';
import { readPlain, readPole } from './read-graph.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bailiwick-graph-'));
  writeMadeGraph(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const quiet = () => undefined;

test('each row of a graph is accounted for: taken, said before, said by the address, or rejected with a reason', async () => {
  const graph = await readPole(folder, quiet);
  const { accounts, problems, drafts } = draftsOf(graph, 'made');
  const rows = Object.fromEntries(
    accounts.map(({ file, rows: _, ...account }) => [file.slice(5, -4), account]),
  );
  const none = { taken: 0, doubled: 0, said: 0, rejected: 0 };
  expect(rows['nodes.Person']).toEqual({ ...none, taken: 4, rejected: 1 });
  expect(rows['nodes.Location']).toEqual({ ...none, taken: 2, rejected: 1 });
  expect(rows['nodes.Crime']).toEqual({ ...none, taken: 2, rejected: 1 });
  expect(rows['nodes.PostCode']).toEqual({ ...none, said: 1, doubled: 1 });
  expect(rows['relationships.KNOWS']).toEqual({ ...none, taken: 2, doubled: 1, rejected: 3 });
  expect(rows['relationships.HAS_POSTCODE']).toEqual({ ...none, said: 1 });
  for (const { rows: all, taken, doubled, said, rejected } of accounts)
    expect(taken + doubled + said + rejected).toBe(all);
  expect(accounts.reduce((sum, account) => sum + account.rows, 0)).toBe(
    graph.nodes.length + graph.ties.length,
  );
  expect(problems.map(({ file, row, problem }) => `${file.slice(5, -4)} ${row}: ${problem}`).sort()).toEqual([
    'nodes.Comet 2: Nothing here is a Comet',
    'nodes.Crime 4: It is tied to nobody and nothing, so no item can be finished',
    'nodes.Location 4: Nothing in the folder is tied to it',
    'nodes.Person 5: A Person without a name, number or address',
    'relationships.KNOWS 5: No node 99 was taken',
    'relationships.KNOWS 6: It ties somebody or something to itself',
    'relationships.KNOWS 7: KNOWS goes from Person to Person',
  ]);
  // Four people held, two who know, one family, two crimes.
  expect(drafts).toHaveLength(9);
});

test('what it makes: keys that meet other items, numbers of the feed where there are none, and who knows it apart from what it says', async () => {
  const { drafts } = draftsOf(await readPole(folder, quiet), 'made');
  const named = (key: string) => drafts.find((draft) => draft.key === key);
  const drugs = named('node:Crime:31');
  expect(drugs?.title).toBe('Crime: Drugs, 4/08/2017');
  expect(drugs?.links.map(({ kind, role, keyKind, keyValue }) => [kind, role, keyKind, keyValue])).toEqual([
    ['vehicle', 'mentioned', 'vehicle', 'QX17ABC'],
    ['place', 'mentioned', 'address', '1 made row QM11AA'],
    ['person', 'subject', 'nominal', 'made person 3'],
  ]);
  expect(drugs?.lines.join('\n')).toContain('Involved: Evidence: Scales, small e1');
  const unknown = named('node:Crime:30');
  expect(unknown?.title).toBe('Crime: kind not given, 3/08/2017');
  expect(unknown?.howKnown).toEqual(['Investigated by: Sergeant Ulric Vane 00-1']);
  expect(unknown?.lines.join()).not.toContain('Vane');
  expect(named('node:Person:1')?.links.map(({ keyKind, keyValue }) => [keyKind, keyValue])).toEqual([
    ['nominal', 'made person 1'],
    ['address', '1 made row QM11AA'],
    ['nominal', 'made phone 10'],
  ]);
  expect(named('node:Person:3')?.links.map(({ keyValue }) => keyValue)).toContain('+447700900401');
  expect(named('tie:FAMILY_REL:1:2')?.lines).toEqual([
    'Odo Quill is family of Nesta Quill; rel_type: SIBLING',
  ]);
});

test('a published network of two tables: ties between two, or roles by weight', async () => {
  const plain = { network: 'ring', kind: 'Person', roles: {} } as const;
  const { drafts, problems } = draftsOf(await readPlain(folder, plain, quiet), 'ring');
  expect(problems).toEqual([]);
  expect(drafts.map(({ title }) => title)).toEqual([
    'Held about No. 1',
    'Held about Made Up LLC',
    'Made Up LLC is tied to No. 1',
  ]);
  await expect(readPlain(folder, { ...plain, network: 'none' }, quiet)).rejects.toMatchObject({
    code: 'no-network',
  });
  await expect(readPole(join(folder, 'none'), quiet)).rejects.toMatchObject({ code: 'no-folder' });
});
