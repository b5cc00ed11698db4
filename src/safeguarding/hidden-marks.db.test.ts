import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../test/support/pages.ts';
import { registerWorld } from '../../test/support/register.ts';
import type { Visitor } from '../../test/support/world.ts';

/** Who may take back that an address must stay hidden. */
const r = registerWorld('hidden_marks');
let theirs: Visitor;
let sted = '';
const secret = /Refuge Row/;
const why = 'She has moved, and says it may be known';
const hide = { hidesAddress: 'yes', address: '1 Refuge Row', postcode: 'QM1 2AB' };
const show = (whyShown = '') => ({
  hidesAddress: 'no',
  address: '2 Open Street',
  postcode: 'QM1 2AB',
  whyShown,
});

async function fileOf(label: string): Promise<{ fileId: string; record: string }> {
  const record = await r.listed('MCC', 'Doorstep victims', { label });
  return { fileId: await r.open(record), record };
}
const save = (visitor: Visitor, fileId: string, fields: Record<string, string>) =>
  r.send(visitor, fileId, 'safe-contact', fields);
const offer = (fileId: string) =>
  r.send(r.sadia, fileId, 'lead', { agencyId: sted, why: 'They know the family' });
const accept = (fileId: string) => r.send(theirs, fileId, 'lead/answer', { answer: 'accept', words: '' });
async function isHidden(fileId: string): Promise<boolean> {
  const { json } = await r.sadia.api('GET', `/api/v1/register/${fileId}`);
  return (json as { contact: { hidesAddress: boolean } }).contact.hidesAddress;
}

beforeAll(async () => {
  theirs = await r.keeperOf('STED');
  sted = await r.agency('STED');
});

describe('that an address must stay hidden', () => {
  test('is not taken back by an agency that is only offered the lead, on no way', async () => {
    const { fileId } = await fileOf('Ada Holm');
    await save(r.sadia, fileId, hide);
    await offer(fileId);
    const refused = await save(theirs, fileId, show(why));
    expect([refused.status, wordsOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('its own mark alone'),
    ]);
    expect(await isHidden(fileId)).toBe(true);
    // Nor past the pages: neither the flag nor what is sealed is theirs to change, and the function lifts nothing.
    const asThem = async (text: string) => {
      await r.world.sql('begin');
      await r.world.sql(
        "select set_config('bailiwick.agency', $1, true), set_config('bailiwick.officer', $1, true), set_config('bailiwick.roles', 'safeguarding-officer', true)",
        [sted],
      );
      await r.world.sql('set local role bailiwick_safeguard');
      return r.world.sql<{ n: number }>(text).finally(() => r.world.sql('rollback'));
    };
    for (const text of [
      'update safeguarding.contact set hides_address = false',
      'delete from safeguarding.sealed_address',
      'update safeguarding.hidden_mark set lifted_at = now()',
      'update records.hidden_address set is_marked = false',
    ])
      await expect(asThem(text)).rejects.toThrow('permission denied');
    expect(
      await asThem(`select safeguarding.lift_hidden('${fileId}', '${why}', '2026-11-20T10:00:00Z') as n`),
    ).toEqual([{ n: 0 }]);
    expect((await accept(fileId)).status).toBe(303);
    // Having accepted, it leads, and may take back what whoever led before marked: with a reason.
    expect(wordsOf((await save(theirs, fileId, show())).text)).toContain('why it need not stay hidden');
    expect(await isHidden(fileId)).toBe(true);
    expect((await save(theirs, fileId, show(why))).status).toBe(303);
    expect(await isHidden(fileId)).toBe(false);
    expect(await r.read(r.sadia, `/register/${fileId}`)).toContain(why);
    const [kept] = await r.world.sql<{ why: string }>(
      'select lifted_why as why from safeguarding.hidden_mark where file_id = $1',
      [fileId],
    );
    expect(kept?.why).toBe(why);
  });

  test('stands while any agency’s mark stands', async () => {
    const { fileId } = await fileOf('Bo Lund');
    await offer(fileId);
    await accept(fileId);
    await save(theirs, fileId, hide);
    await save(r.sadia, fileId, { hidesAddress: 'yes' });
    expect((await save(r.sadia, fileId, show(why))).status).toBe(303);
    expect(await isHidden(fileId)).toBe(true);
    const page = await r.sadia.get(`/register/${fileId}`);
    expect(page.text).not.toMatch(secret);
    expect(wordsOf(page.text)).toContain('The address stays hidden: Steadfast Victim Care marked it too');
    expect((await save(r.sadia, fileId, show(why))).status).toBe(422);
    expect((await save(theirs, fileId, show(why))).status).toBe(303);
    expect(await isHidden(fileId)).toBe(false);
  });

  test('is not undone by an agency that is only offered the lead by parting two files either', async () => {
    const [{ fileId }, { fileId: other }] = [await fileOf('Di Vik'), await fileOf('Dina Vik')];
    await save(r.sadia, fileId, { address: '2 Open Street', postcode: 'QM1 2AB' });
    await save(r.sadia, other, hide);
    expect((await r.join(fileId, other)).status).toBe(303);
    await offer(fileId);
    await offer(other);
    const apart = { other: await r.referenceOf(other), why: 'Two people' };
    const refused = await r.send(theirs, fileId, 'part', apart);
    expect([refused.status, wordsOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('has not accepted it'),
    ]);
    expect(await isHidden(fileId)).toBe(true);
    expect((await r.send(r.sadia, fileId, 'part', apart)).status).toBe(303);
    expect([await isHidden(fileId), await isHidden(other)]).toEqual([false, true]);
  });

  test('and is taken back by the register for no list: who gave a list says it there', async () => {
    const { fileId, record } = await fileOf('Cy Berg');
    await r.world.sql(
      "insert into linkage.sealed_address (entry_id, address, postcode, sealed_at) values ($1, '1 Refuge Row', 'QM1 2AB', now())",
      [record],
    );
    await r.world.sql(
      'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
      [record],
    );
    await save(r.sadia, fileId, hide);
    await save(r.sadia, fileId, show(why));
    expect(await isHidden(fileId)).toBe(true);
    const [mark] = await r.world.sql<{ isMarked: boolean }>(
      'select is_marked as "isMarked" from records.hidden_address where record_id = $1',
      [record],
    );
    expect(mark?.isMarked).toBe(true);
  });
});
