import { beforeAll, describe, expect, test } from 'vitest';
import { registerWorld } from '../../test/support/register.ts';
import type { Visitor } from '../../test/support/world.ts';

/** Points tell of no list that the viewer may not see. */
const r = registerWorld('list_points');
let theirs: Visitor;
let fileId = '';
let unseen: string[] = [];
const profile = {
  ...{
    ageBand: '85-plus',
    livesAlone: 'yes',
    capacityConcern: 'yes',
    financialAbuse: 'no',
    bankTold: 'not-known',
  },
};

interface Told {
  priority: number;
  risk: string;
  priorityWhy: { code: string }[];
}
async function told(visitor: Visitor): Promise<Told & { codes: string[] }> {
  const { json } = await visitor.api('GET', `/api/v1/register/${fileId}`);
  const { priority, risk, priorityWhy } = json as Told;
  return { priority, risk, priorityWhy, codes: priorityWhy.map(({ code }) => code) };
}
/** Everything that whoever is offered the lead gets of a person, but for ids of lines and the form's token. */
async function pagesOf(visitor: Visitor): Promise<string[]> {
  const urls = ['/register', '/register?risk=high', '/register?risk=medium', `/register/${fileId}`, '/'];
  const texts = await Promise.all(urls.map(async (url) => (await visitor.get(url)).text));
  const json = (await visitor.api('GET', `/api/v1/register/${fileId}`)).text;
  return [...texts.map((text) => text.replaceAll(visitor.csrf, '').replaceAll(/"\.[\w-]{22}"/g, '')), json];
}

beforeAll(async () => {
  theirs = await r.keeperOf('STED');
  await r.world.sql(
    "delete from directory.agreement where to_agency_id = (select id from directory.agency where code = 'STED')",
  );
  theirs = await r.keeperOf('STED');
  const lists = ['Doorstep victims', 'Mail victims', 'Calls'];
  unseen = [];
  for (const list of lists) unseen.push(await r.listed('MCC', list, { label: 'Ada Holm' }));
  const [first = '', ...others] = unseen;
  for (const record of others) await r.judged(first, record);
  fileId = await r.open(first);
  await r.send(r.sadia, fileId, 'profile', profile);
  await r.send(r.sadia, fileId, 'lead', { agencyId: await r.agency('STED'), why: 'They know the family' });
});

describe('points for being on several lists', () => {
  test('are told to the agency that sees the lists, and make its order and its risk', async () => {
    const ours = await told(r.sadia);
    expect(ours).toMatchObject({ priority: 70, risk: 'high' });
    expect(ours.codes).toContain('three-lists');
    expect((await r.sadia.get('/register?risk=high')).text).toContain('Ada Holm');
  });

  test('are not told to one that is offered the lead and sees none of them: nor by sum, risk, order or history', async () => {
    const found = await told(theirs);
    expect(found.priority).toBe(60);
    expect(found.codes).not.toContain('three-lists');
    for (const text of await pagesOf(theirs)) expect(text).not.toMatch(/three lists|\b70\b/);
    // Another agency's points are not in what its login reads.
    await r.world.sql('begin');
    await r.world.sql(
      "select set_config('bailiwick.agency', $1, true), set_config('bailiwick.roles', 'safeguarding-officer', true)",
      [await r.agency('STED')],
    );
    await r.world.sql('set local role bailiwick_safeguard');
    expect(await r.world.sql('select 1 from safeguarding.list_points')).toEqual([]);
    await r.world.sql('rollback');
  });

  test('where the unseen lists are not, that agency gets the same to the byte', async () => {
    const before = await pagesOf(theirs);
    const was = await r.world.sql(
      'select priority, risk, priority_why from safeguarding.victim_file where id = $1',
      [fileId],
    );
    // The same world without the other two lists: worked out anew, and put back to the same version and history.
    const [at] = await r.world.sql<{ version: number }>(
      'select version from safeguarding.victim_file where id = $1',
      [fileId],
    );
    await r.world.sql('update linkage.list_entry set withdrawn_at = now() where id = any($1::uuid[])', [
      unseen.slice(1),
    ]);
    const events = (
      await r.world.sql<{ id: string }>('select id from safeguarding.event where file_id = $1', [fileId])
    ).map(({ id }) => id);
    await r.send(r.sadia, fileId, 'profile', profile);
    await r.world.sql('delete from safeguarding.event where file_id = $1 and not id = any($2::uuid[])', [
      fileId,
      events,
    ]);
    await r.world.sql('update safeguarding.victim_file set version = $2 where id = $1', [
      fileId,
      at?.version,
    ]);
    expect((await told(r.sadia)).codes).not.toContain('three-lists');
    expect(
      await r.world.sql('select priority, risk, priority_why from safeguarding.victim_file where id = $1', [
        fileId,
      ]),
    ).toEqual(was);
    expect(await pagesOf(theirs)).toEqual(before);
  });
});
