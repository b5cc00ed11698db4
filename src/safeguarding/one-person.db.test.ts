import { beforeAll, describe, expect, test } from 'vitest';
import { registerWorld } from '../../test/support/register.ts';

const r = registerWorld('one_person');

describe('one person, one history', () => {
  let [mcc, mpol, harb, nsu] = ['', '', '', ''];
  let fileId = '';
  beforeAll(async () => {
    mcc = await r.listed('MCC', 'Doorstep victims', {
      label: 'Ada Holm',
      fields: { dateOfBirth: '1940-03-05', address: '4 Mill Lane', postcode: 'QM1 2AB' },
    });
    mpol = await r.listed('MPOL', 'Vulnerable victims', {
      label: 'Ada Holme',
      fields: { phone: '01632 960801' },
    });
    harb = await r.listed('HARB', 'Tenants', { label: 'A. Holm' });
    nsu = await r.listed('NSU', 'Batch', { label: 'Ada Holm', handling: 'restricted' });
    await r.judged(mcc, mpol);
    await r.judged(mpol, harb);
    fileId = await r.open(mcc);
  });

  test('somebody on three lists is one entry with three provenance entries', async () => {
    expect(fileId).not.toBe('');
    const words = await r.read(r.sadia, `/register/${fileId}`);
    for (const list of ['Doorstep victims', 'Vulnerable victims', 'Tenants']) expect(words).toContain(list);
    expect(words).not.toContain('Batch');
    // Taken on from another of the lists, it is the same file.
    expect(await r.open(harb)).toBe(fileId);
    expect(words).toContain('75 to 84'.replace('75 to 84', '85 and over'));
    expect(words).toContain('Is on three lists or more');
  });

  test('two files that turn out to be one person surface, are joined by a person, and can be parted', async () => {
    const other = await r.open(nsu);
    expect(other).not.toBe(fileId);
    await r.judged(mcc, nsu);
    const list = await r.read(r.sadia, '/register');
    expect(list).toContain('Two files, one person');
    const [reference] = await r.world.sql<{ reference: string }>(
      'select reference from safeguarding.victim_file where id = $1',
      [other],
    );
    const before = await r.world.sql('select * from safeguarding.victim_file where id = $1', [other]);
    const joined = await r.send(r.sadia, fileId, 'join', {
      other: reference?.reference ?? '',
      why: 'Same birthday and number',
    });
    expect(joined.status).toBe(303);
    expect(await r.read(r.sadia, '/register')).not.toContain('Two files, one person');
    expect(await r.read(r.sadia, `/register/${fileId}`)).toContain('Same birthday and number');
    const parted = await r.send(r.sadia, fileId, 'part', {
      other: reference?.reference ?? '',
      why: 'Joined by mistake',
    });
    expect(parted.status).toBe(303);
    const after = await r.world.sql('select * from safeguarding.victim_file where id = $1', [other]);
    expect(after.map((row) => ({ ...row, version: 0 }))).toEqual(
      before.map((row) => ({ ...row, version: 0 })),
    );
    await r.send(r.sadia, fileId, 'join', { other: reference?.reference ?? '', why: 'The same after all' });
  });

  test('the profile gives priority, risk and route, each with its reason', async () => {
    const profile = {
      ageBand: '85-plus',
      livesAlone: 'yes',
      capacityConcern: 'no',
      financialAbuse: 'no',
      bankTold: 'no',
      'scamTypes[0]': 'doorstep-crime',
      'methods[0]': 'doorstep',
    };
    expect((await r.send(r.sadia, fileId, 'profile', profile)).status).toBe(303);
    expect(await r.read(r.sadia, `/register/${fileId}`)).toContain('so a Community Warden visits');
    await r.send(r.sadia, fileId, 'profile', { ...profile, capacityConcern: 'yes' });
    const words = await r.read(r.sadia, `/register/${fileId}`);
    expect(words).toContain('so the Victim Safeguarding Officer takes it on');
    expect(words).toContain('There is a concern about mental capacity: 30');
    expect(words).toMatch(/Risk High/);
  });

  test('losses and savings, documented and estimated apart', async () => {
    const loss = {
      kind: 'loss',
      basis: 'documented',
      scamType: 'doorstep-crime',
      method: 'doorstep',
      amount: '£1,250.50',
      happenedOn: '2026-10-02',
    };
    expect((await r.send(r.sadia, fileId, 'losses', loss)).status).toBe(303);
    await r.send(r.sadia, fileId, 'losses', { ...loss, kind: 'saving', how: 'refund', amount: '200' });
    await r.send(r.sadia, fileId, 'losses', {
      ...loss,
      kind: 'saving',
      how: 'call-blocker',
      basis: 'estimated',
      amount: '900',
    });
    const words = await r.read(r.sadia, `/register/${fileId}`);
    expect(words).toMatch(/Lost £1,250.50 Saved, documented £200(.00)? Saved, estimated £900/);
    expect((await r.send(r.sadia, fileId, 'losses', { ...loss, amount: 'a lot' })).status).toBe(422);
  });
});
