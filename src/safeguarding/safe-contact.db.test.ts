import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../test/support/pages.ts';
import { registerWorld } from '../../test/support/register.ts';
import { idFromName } from '../platform/ids/ids.ts';

const r = registerWorld('safe_contact');

describe('an address that must stay hidden', () => {
  let [one, two] = ['', ''];
  let fileId = '';
  const secret = '9 Secret Close';
  beforeAll(async () => {
    one = await r.listed('STED', 'Clients', {
      label: 'Eve Dahl',
      fields: { address: secret, postcode: 'QM1 2AB' },
    });
    two = await r.listed('HARB', 'Tenants', {
      label: 'Eve Dahl',
      fields: { address: secret, postcode: 'QM1 2AB' },
    });
    fileId = await r.open(one);
    expect(await r.read(r.sadia, `/register/${fileId}`)).toContain(secret);
    await r.send(r.sadia, fileId, 'safe-contact', {
      method: 'By mobile',
      times: 'Weekdays 10 to 12',
      noMessage: 'yes',
      mustNotKnow: 'Her husband',
      hidesAddress: 'yes',
      address: '1 Refuge Row',
      postcode: 'QM1 2AB',
    });
  });

  test('is in no page, list, search, export, API answer, address or evidence that anybody sees', async () => {
    await r.judged(one, two);
    const urls = [
      `/register/${fileId}`,
      `/register/${fileId}/safe-contact`,
      '/register',
      `/lists/${idFromName('list STED Clients')}/rows`,
      `/api/v1/register/${fileId}`,
      '/search?q=Secret',
      '/search?q=Refuge',
    ];
    for (const url of urls) {
      const { text } = await r.sadia.get(url);
      expect(`${url}: ${text.includes('Secret Close')}`).toBe(`${url}: false`);
      expect(`${url}: ${text.includes('Refuge Row')}`).toBe(`${url}: false`);
    }
    const [evidence] = await r.world.sql<{ n: number }>(
      "select count(*)::int as n from linkage.judgement where evidence::text like '%Secret%' and $1 in (record_a, record_b)",
      [one],
    );
    expect(evidence?.n).toBe(0);
    const [view] = await r.world.sql<{ n: number }>(
      "select count(*)::int as n from linkage.subject where fields::text like '%Secret%'",
    );
    expect(view?.n).toBe(0);
    // How to reach them stands on each page, as an instruction.
    for (const url of urls.slice(0, 2)) {
      const words = await r.read(r.sadia, url);
      expect(words).toContain('Do not leave a message.');
      expect(words).toContain('Must not know: Her husband.');
    }
  });

  test('a row that turns out to be the same person loses its address, and has it again when it is not', async () => {
    const [id] = await r.world.sql<{ id: string }>(
      "update linkage.judgement set ended_at = now(), ended_why = 'undone' where record_a = least($1::uuid, $2::uuid) and record_b = greatest($1::uuid, $2::uuid) returning id",
      [one, two],
    );
    expect(id).toBeDefined();
    const hidden = async () =>
      (
        await r.world.sql<{ id: string }>('select record_id as id from records.hidden_address order by 1')
      ).map((row) => row.id);
    expect(await hidden()).toEqual([one]);
    await r.judged(two, one, 'unsure');
    expect(await hidden()).toEqual([one]);
  });

  test('stays hidden when a row is given anew, for that row and for those of the same person', async () => {
    await r.world.sql(
      "update linkage.judgement set ended_at = now(), ended_why = 'decided' where ended_at is null and $1 in (record_a, record_b)",
      [one],
    );
    await r.judged(one, two);
    const anew = idFromName('STED Clients Eve Dahl anew');
    await r.world.sql(
      `insert into linkage.list_entry (id, list_id, load_id, kind, label, fields, given, source_key, origin_agency_id, handling, received_at, gateway, retention_group, regime, replaces)
       select $2, list_id, load_id, kind, label, fields, given, 'ref:anew', origin_agency_id, handling, received_at, gateway, 4, 'UKGDPR', id from linkage.list_entry where id = $1`,
      [one, anew],
    );
    await r.world.sql('update linkage.list_entry set withdrawn_at = now() where id = $1', [one]);
    await r.world.sql(
      "update linkage.judgement set ended_at = now(), ended_why = 'row-withdrawn' where ended_at is null and $1 in (record_a, record_b)",
      [one],
    );
    for (const url of [`/register/${fileId}`, `/people/${anew}`, `/people/${two}`])
      expect((await r.sadia.get(url)).text).not.toContain('Secret Close');
    await r.world.sql('update linkage.list_entry set withdrawn_at = now() where id = $1', [anew]);
    await r.world.sql('update linkage.list_entry set withdrawn_at = null where id = $1', [one]);
  });

  test('is shown only to somebody who says why, and that is written down', async () => {
    const url = `/register/${fileId}/address`;
    expect((await r.sadia.post(url, { reason: 'Nosy' })).status).toBe(422);
    const shown = await r.sadia.post(url, { reason: 'I ring the refuge about the visit' });
    expect(wordsOf(shown.text)).toContain('1 Refuge Row');
    expect(wordsOf(shown.text)).toContain(secret);
    const [kept] = await r.world.sql<{ reason: string }>(
      'select reason from safeguarding.reveal where file_id = $1',
      [fileId],
    );
    expect(kept?.reason).toBe('I ring the refuge about the visit');
    const revealed = await r.world.sql<{ purpose: string }>(
      "select purpose from platform.audit_entry where event = 'address.revealed' and outcome = 'done'",
    );
    expect(revealed).toEqual([{ purpose: 'I ring the refuge about the visit' }]);
    expect((await r.wyn.get(url)).status).toBe(403);
  });

  test('the officer who goes sees where to go, not where it is known from, while the visit is to come', async () => {
    const planned = await r.send(r.sadia, fileId, 'visits/plan', {
      purpose: 'See how she is',
      plannedOn: '2026-11-20',
      assignedTo: await r.idOf('wyn.warden'),
    });
    expect(planned.status).toBe(303);
    const [visit] = await r.world.sql<{ id: string }>(
      'select id from safeguarding.visit where file_id = $1',
      [fileId],
    );
    const sheet = await r.wyn.get(`/visits/${visit?.id}`);
    expect(sheet.text).not.toContain('Refuge Row');
    expect(wordsOf(sheet.text)).toContain('The address is hidden');
    const shown = wordsOf(
      (await r.wyn.post(`/visits/${visit?.id}/address`, { reason: 'I visit at ten today' })).text,
    );
    expect(shown).toContain('1 Refuge Row');
    expect(shown).not.toContain('Secret Close');
    expect(shown).not.toContain('Clients');
    await r.wyn.post(`/visits/${visit?.id}/result`, { version: '1', result: 'no-reply' });
    expect(
      (await r.wyn.post(`/visits/${visit?.id}/address`, { reason: 'I visit at ten today' })).status,
    ).toBe(404);
  });
});
