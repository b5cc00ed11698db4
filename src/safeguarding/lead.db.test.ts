import { beforeAll, describe, expect, test } from 'vitest';
import { withoutKeys, wordsOf } from '../../test/support/pages.ts';
import { registerWorld } from '../../test/support/register.ts';

const r = registerWorld('lead');

describe('the lead, and who sees a file at all', () => {
  let fileId = '';
  beforeAll(async () => {
    fileId = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Ada Holm' }));
  });

  test('two agencies cannot both lead: the database holds it, and the lead passes on when it is accepted', async () => {
    const [mccId, stedId] = [await r.agency('MCC'), await r.agency('STED')];
    await expect(
      r.world.sql(
        `insert into safeguarding.lead (id, file_id, keeper_agency_id, agency_id, state, offered_at, offered_by, why)
         values (gen_random_uuid(), $1, $2, $3, 'leading', now(), gen_random_uuid(), 'Both')`,
        [fileId, mccId, stedId],
      ),
    ).rejects.toThrow('lead_one_leading');
    expect(
      (await r.send(r.sadia, fileId, 'lead', { agencyId: stedId, why: 'They know the family' })).status,
    ).toBe(303);
    const again = await r.send(r.sadia, fileId, 'lead', {
      agencyId: await r.agency('HARB'),
      why: 'Or they do',
    });
    expect(again.status).toBe(422);
    expect(wordsOf(again.text)).toContain('offered to one agency at a time');
    // An officer of the other agency, on the safeguarding side, sees it now and accepts.
    const theirs = await r.keeperOf('STED');
    expect(await r.read(theirs, `/register/${fileId}`)).toContain('Ada Holm');
    const accepted = await r.send(theirs, fileId, 'lead/answer', { answer: 'accept', words: '' });
    expect(accepted.status).toBe(303);
    expect(
      await r.world.sql(
        "select agency_id as id from safeguarding.lead where file_id = $1 and state = 'leading'",
        [fileId],
      ),
    ).toEqual([{ id: stedId }]);
    expect(await r.read(r.sadia, `/register/${fileId}`)).toContain('leads from now on');
    // Offered on, and declined: whoever declines a person they never had sees the file no more.
    const other = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Bo Lund' }));
    await r.send(r.sadia, other, 'lead', { agencyId: stedId, why: 'Perhaps' });
    expect(
      (await r.send(theirs, other, 'lead/answer', { answer: 'decline', words: 'Not ours' })).status,
    ).toBe(303);
    expect((await theirs.get(`/register/${other}`)).status).toBe(404);
  });

  test('a partner without an agreement, and anybody else, finds nothing where the register is', async () => {
    for (const name of [
      'wyn.warden',
      'hollis.housing',
      'priya.police',
      'tess.trading',
      'petra.performance',
      'callum.safety',
    ])
      expect([403, 404]).toContain((await (await r.world.as(name)).get(`/register/${fileId}`)).status);
    // A safeguarding officer of an agency that has nothing to do with the person gets the very page of what is not there.
    const theirs = await r.keeperOf('TIDE');
    const hidden = await theirs.get(`/register/${fileId}`);
    const none = await theirs.get('/register/5a3b1e00-0000-4000-8000-0000000000ff');
    expect(hidden.status).toBe(404);
    expect(withoutKeys(hidden.text.replaceAll(fileId, 'X'))).toBe(
      withoutKeys(none.text.replaceAll('5a3b1e00-0000-4000-8000-0000000000ff', 'X')),
    );
    expect(await r.read(theirs, '/register')).not.toContain('Ada Holm');
  });

  test('who led is read by the agencies of the file, and past the pages by no other', async () => {
    const leads = async (code: string) => {
      await r.world.sql('begin');
      await r.world.sql(
        "select set_config('bailiwick.agency', $1, true), set_config('bailiwick.roles', 'safeguarding-officer', true)",
        [await r.agency(code)],
      );
      await r.world.sql('set local role bailiwick_safeguard');
      const rows = await r.world.sql('select 1 from safeguarding.lead where file_id = $1', [fileId]);
      await r.world.sql('rollback');
      return rows.length;
    };
    expect(await leads('TIDE')).toBe(0);
    expect(await leads('MCC')).toBe(2);
    expect(await leads('STED')).toBe(2);
  });

  test('an agency that led from another register and hands the lead on is told so, though it sees the file no more', async () => {
    const [theirs, tide] = [await r.keeperOf('STED'), await r.agency('TIDE')];
    expect((await r.send(theirs, fileId, 'lead', { agencyId: tide, why: 'She moves there' })).status).toBe(
      303,
    );
    const answered = await r.send(theirs, fileId, 'lead/answer', { answer: 'accept', words: 'By telephone' });
    expect(answered.status).toBe(303);
    expect((await theirs.get(`/register/${fileId}`)).status).toBe(404);
    expect(await r.read(r.sadia, `/register/${fileId}`)).toContain('Tidewater Housing leads from now on');
  });
});
