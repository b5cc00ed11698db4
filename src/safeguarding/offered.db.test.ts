import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../test/support/pages.ts';
import { registerWorld } from '../../test/support/register.ts';
import type { Visitor } from '../../test/support/world.ts';

/** What an agency that is merely offered the lead does not come by. */
const r = registerWorld('offered');
let theirs: Visitor;
let sted = '';

const fileOf = async (label: string): Promise<string> =>
  r.open(await r.listed('MCC', 'Doorstep victims', { label }));
const offer = (fileId: string) =>
  r.send(r.sadia, fileId, 'lead', { agencyId: sted, why: 'They know the family' });
const planFor = (visitor: Visitor, fileId: string) =>
  r.send(visitor, fileId, 'visits/plan', {
    ...{ purpose: 'A visit', plannedOn: '2026-11-24' },
    assignedTo: visitor.viewer.kind === 'officer' ? visitor.viewer.officerId : '',
  });
/** As an officer who keeps a register, with the connection of the safeguarding side and no page between. */
async function past<Row extends object>(
  agencyId: string,
  text: string,
  values: unknown[] = [],
  officerId = agencyId,
): Promise<Row[]> {
  await r.world.sql('begin');
  await r.world.sql(
    "select set_config('bailiwick.agency', $1, true), set_config('bailiwick.officer', $2, true), set_config('bailiwick.roles', 'safeguarding-officer', true)",
    [agencyId, officerId],
  );
  await r.world.sql('set local role bailiwick_safeguard');
  return r.world.sql<Row>(text, values).finally(() => r.world.sql('rollback'));
}

beforeAll(async () => {
  theirs = await r.keeperOf('STED');
  sted = await r.agency('STED');
});

describe('an agency that is only offered the lead', () => {
  test('does not come by a hidden address by planning a visit for itself', async () => {
    const fileId = await fileOf('Ada Holm');
    await r.send(r.sadia, fileId, 'safe-contact', {
      hidesAddress: 'yes',
      address: '1 Refuge Row',
      postcode: 'QM1 2AB',
    });
    await offer(fileId);
    const planned = await planFor(theirs, fileId);
    const [visit] = await r.world.sql<{ id: string }>(
      'select id from safeguarding.visit where file_id = $1 and agency_id = $2',
      [fileId, sted],
    );
    const reveal = visit
      ? await theirs.post(`/visits/${visit.id}/address`, { reason: 'I would like to know where' })
      : undefined;
    expect(reveal?.text ?? '').not.toContain('Refuge Row');
    expect([planned.status, wordsOf(planned.text)]).toEqual([
      422,
      expect.stringContaining('has not accepted it'),
    ]);
    // Nor past the pages, with a visit that it puts down itself, as its own or as that of the agency that leads.
    const mcc = await r.agency('MCC');
    const { officerId } = theirs.viewer as { officerId: string }; // somebody who is signed in
    const put = `insert into safeguarding.visit (id, reference, file_id, agency_id, person_name, purpose, state, planned_on, assigned_to, made_at, made_by)
       values (gen_random_uuid(), 'VV-OFF', $1, $2, 'Ada Holm', 'x', 'planned', '2026-11-24', $3, now(), $3)`;
    await expect(past(sted, put, [fileId, mcc, officerId])).rejects.toThrow('row-level security');
    await r.world.sql(put, [fileId, sted, officerId]);
    expect(
      await past(
        sted,
        "select address from safeguarding.reveal_address($1, 'I would like to know', '2026-11-20T10:00Z')",
        [fileId],
        officerId,
      ),
    ).toEqual([]);
    await r.world.sql("delete from safeguarding.visit where reference = 'VV-OFF'");
    // Once it has accepted, it leads, and may.
    await r.send(theirs, fileId, 'lead/answer', { answer: 'accept', words: '' });
    expect((await planFor(theirs, fileId)).status).toBe(303);
  });

  test('opens no file past the pages by writing itself down as somebody who led', async () => {
    const fileId = await fileOf('Bo Lund');
    const tide = await r.agency('TIDE');
    const tried = past<{ n: number }>(
      tide,
      `with own as (insert into safeguarding.lead (id, file_id, keeper_agency_id, agency_id, state, offered_at, offered_by, why)
         values (gen_random_uuid(), $1, $2, $2, 'declined', now(), gen_random_uuid(), 'x') returning 1)
       select count(*)::int as n from own`,
      [fileId, tide],
    );
    await expect(tried).rejects.toThrow('row-level security');
  });

  test('that declined learns nothing of who was asked after it', async () => {
    const fileId = await fileOf('Cai Dahl');
    await offer(fileId);
    await r.send(theirs, fileId, 'lead/answer', { answer: 'decline', words: 'Not ours' });
    await r.send(r.sadia, fileId, 'lead', { agencyId: await r.agency('TIDE'), why: 'She fled there' });
    const rows = await past<{ why: string }>(sted, 'select why from safeguarding.lead where file_id = $1', [
      fileId,
    ]);
    expect(rows).toEqual([{ why: 'They know the family' }]);
  });
});
