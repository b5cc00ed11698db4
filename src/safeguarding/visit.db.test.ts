import { beforeAll, describe, expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import { wordsOf } from '../../test/support/pages.ts';
import { registerWorld } from '../../test/support/register.ts';
import { idFromName } from '../platform/ids/ids.ts';

const r = registerWorld('visit');

describe('a visit', () => {
  let fileId = '';
  let warden = '';
  const visitOf = async () =>
    (
      await r.world.sql<{ id: string; version: number }>(
        "select id, version from safeguarding.visit where file_id = $1 and state = 'planned'",
        [fileId],
      )
    )[0];
  beforeAll(async () => {
    const batch = await r.listed('NSU', 'Batch', {
      label: 'Gus Berg',
      handling: 'restricted',
      fields: { address: '7 Far Lane' },
    });
    fileId = await r.open(batch);
    warden = await r.idOf('wyn.warden');
    await r.send(r.sadia, fileId, 'safe-contact', {
      method: 'Knock twice',
      address: '7 Far Lane',
      postcode: 'QM1 2AB',
      phone: '01632 960802',
    });
  });

  test('cannot be planned alone while “two officers” holds, until it is written who goes along', async () => {
    await r.send(r.sadia, fileId, 'precautions', {
      kind: 'two-officers',
      words: 'Two officers go',
      expiresOn: '2026-12-31',
    });
    const plan = { purpose: 'Fit a call blocker', plannedOn: '2026-11-20', assignedTo: warden };
    const alone = await r.send(r.sadia, fileId, 'visits/plan', plan);
    expect(alone.status).toBe(422);
    expect(wordsOf(alone.text)).toContain('Nobody goes alone: say who goes along, by name');
    expect(await visitOf()).toBeUndefined();
    await expect(
      r.world.sql(
        `insert into safeguarding.visit (id, reference, file_id, agency_id, person_name, purpose, state, planned_on, assigned_to, needs_two, made_at, made_by)
         select gen_random_uuid(), 'VV-X', id, agency_id, name, 'x', 'planned', '2026-11-20', $2, true, now(), $2 from safeguarding.victim_file where id = $1`,
        [fileId, warden],
      ),
    ).rejects.toThrow('visit_never_alone');
    expect(
      (await r.send(r.sadia, fileId, 'visits/plan', { ...plan, companion: 'Joss Thistlewood' })).status,
    ).toBe(303);
  });

  test('the warden sees only what is assigned, how to reach them, the precaution, and neither batch, loss nor bank', async () => {
    await r.send(r.sadia, fileId, 'losses', {
      kind: 'loss',
      basis: 'documented',
      scamType: 'mail-scam',
      method: 'post',
      amount: '4321',
      happenedOn: '2026-10-02',
    });
    const visit = await visitOf();
    const words = await r.read(r.wyn, `/visits/${visit?.id}`);
    for (const part of [
      'Gus Berg',
      '7 Far Lane',
      'Knock twice',
      'Two officers go',
      'Joss Thistlewood',
      'Nobody has visited yet',
    ])
      expect(words).toContain(part);
    const { text } = await r.wyn.get(`/visits/${visit?.id}`);
    for (const part of ['Batch', 'National', '4,321', '4321', 'restricted', fileId])
      expect(text).not.toContain(part);
    const batch = idFromName('list NSU Batch');
    for (const url of [
      '/register',
      `/register/${fileId}`,
      '/lists',
      `/lists/${batch}`,
      `/lists/${batch}/rows`,
    ])
      expect(`${url} ${(await r.wyn.get(url)).status}`).toBe(`${url} 403`);
    const mine = await r.read(r.wyn, '/visits');
    expect(mine).toContain('Gus Berg');
    // Another warden's visit is not there for this one.
    await r.world.sql('update safeguarding.visit set assigned_to = $2 where id = $1', [
      visit?.id,
      await r.idOf('sadia.safeguarding'),
    ]);
    expect((await r.wyn.get(`/visits/${visit?.id}`)).status).toBe(404);
    await r.world.sql('update safeguarding.visit set assigned_to = $2 where id = $1', [visit?.id, warden]);
  });

  test('the result goes into the file, a referral with the three questions at the door, and its outcome comes back', async () => {
    const visit = await visitOf();
    const url = `/visits/${visit?.id}`;
    expect(
      (
        await r.wyn.post(`${url}/result`, {
          version: String(visit?.version),
          result: 'no-reply',
          'doneThings[0]': 'bank-told',
        })
      ).status,
    ).toBe(422);
    const referred = await r.wyn.post(`${url}/refer`, {
      kind: 'adult-safeguarding',
      hasNeeds: 'yes',
      isAtRisk: 'yes',
      cannotProtect: 'not-known',
      narrative: 'Letters stacked to the ceiling',
    });
    expect(referred.status).toBe(303);
    const done = await r.wyn.post(`${url}/result`, {
      version: String(visit?.version),
      result: 'seen',
      'doneThings[0]': 'call-blocker',
      'doneThings[1]': 'bank-told',
    });
    expect(done.status).toBe(303);
    const words = await r.read(r.sadia, `/register/${fileId}`);
    expect(words).toContain('Visit: seen, call blocker fitted, bank told');
    expect(words).toMatch(/Status Visited/);
    expect(words).toMatch(/Bank told Yes/);
    expect(words).toContain('Letters stacked to the ceiling');
    const [referral] = await r.world.sql<{ id: string }>(
      'select id from safeguarding.referral where file_id = $1',
      [fileId],
    );
    await r.sadia.post(`/register/${fileId}/referrals/${referral?.id}`, {
      outcome: 'enquiry',
      words: 'Opened on the 24th',
    });
    expect(await r.read(r.sadia, `/register/${fileId}`)).toContain('Enquiry opened: Opened on the 24th');
  });

  test('«only with the police» is met by a police officer, not by any companion', async () => {
    const other = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Liv Aas' }));
    await r.send(r.sadia, other, 'precautions', { kind: 'with-police', words: 'Only with the police' });
    const plan = {
      ...{ purpose: 'First visit', plannedOn: '2026-11-24', assignedTo: warden },
      companion: 'Joss Thistlewood',
    };
    const colleague = await r.send(r.sadia, other, 'visits/plan', plan);
    expect([colleague.status, wordsOf(colleague.text)]).toEqual([
      422,
      expect.stringContaining('A police officer must go along'),
    ]);
    const police = await r.send(r.sadia, other, 'visits/plan', { ...plan, companionIs: 'police' });
    expect(police.status).toBe(303);
    await expect(
      r.world.sql("update safeguarding.visit set companion_is = 'anybody' where file_id = $1", [other]),
    ).rejects.toThrow('visit_never_without_police');
  });

  test('a precaution that is added later stops a visit that somebody would make alone', async () => {
    const other = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Hal Vik' }));
    await r.send(r.sadia, other, 'visits/plan', {
      purpose: 'First visit',
      plannedOn: '2026-11-24',
      assignedTo: warden,
    });
    await r.send(r.sadia, other, 'precautions', { kind: 'two-officers', words: 'Two officers go' });
    const [visit] = await r.world.sql<{ state: string }>(
      'select state from safeguarding.visit where file_id = $1',
      [other],
    );
    expect(visit?.state).toBe('cancelled');
  });

  test('a year on, somebody is told to ask again; a new loss in between is a victim again', async () => {
    await r.send(r.sadia, fileId, 'losses', {
      kind: 'loss',
      basis: 'documented',
      scamType: 'mail-scam',
      method: 'post',
      amount: '10',
      happenedOn: '2026-11-20',
    });
    await r.world.sql("update safeguarding.loss set happened_on = '2027-03-01' where pence = 1000");
    r.clock.set('2027-11-21T10:00:00Z');
    await performScheduled(r.world, r.clock, 'repeat-checks-due');
    await performScheduled(r.world, r.clock, 'repeat-checks-due');
    const events = await r.world.sql<{ words: string }>(
      "select words from safeguarding.event where file_id = $1 and kind = 'repeat-due'",
      [fileId],
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.words).toContain('a loss since then is written down');
    const [file] = await r.world.sql<{ again: boolean }>(
      'select is_revictimised as again from safeguarding.victim_file where id = $1',
      [fileId],
    );
    expect(file?.again).toBe(true);
    r.clock.set('2026-11-20T10:00:00Z');
  });
});
