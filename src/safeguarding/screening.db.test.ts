import { beforeAll, describe, expect, test } from 'vitest';
import { performQueued } from '../../test/support/jobs.ts';
import { wordsOf } from '../../test/support/pages.ts';
import { registerWorld } from '../../test/support/register.ts';

const r = registerWorld('screening');

describe('a visit is screened for first', () => {
  let warden = '';
  beforeAll(async () => {
    warden = await r.idOf('wyn.warden');
  });

  test('is screened first; a lone warden is stopped until it is written who goes along, and a marker set later stops a visit', async () => {
    const priya = await r.world.as('priya.police');
    const set = (given: Record<string, string>) =>
      priya.post('/markers', {
        ...{
          about: 'person',
          name: 'Nils Krag',
          postcode: 'QM1 4AA',
          type: 'VI',
          precaution: 'two-officers',
        },
        ...{ evidence: 'Log 14', reviewOn: '2027-05-01', told: 'to-tell', ...given },
      });
    // A man with a marker lives with the victim: the household is met, by whatever way the address is written.
    expect((await set({ address: '9 Ridge Rd' })).status).toBe(303);
    const record = await r.listed('MCC', 'Doorstep victims', {
      label: 'Ida Krag',
      fields: { address: '9, Ridge Road', postcode: 'qm14aa' },
    });
    const home = await r.open(record);
    const plan = { purpose: 'First visit', plannedOn: '2026-11-24', assignedTo: warden };
    const api = { version: Number(await r.versionOf(home)), ...plan, companion: '' };
    const early = await r.sadia.api('POST', `/api/v1/register/${home}/visits`, api);
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('visit.not-screened')]);
    const alone = await r.send(r.sadia, home, 'visits/plan', plan);
    expect(alone.status).toBe(422);
    const words = wordsOf(alone.text);
    for (const part of [
      'Nobody goes alone: say who goes along, by name',
      'Two officers go',
      'somebody at this address',
    ])
      expect(words).toContain(part);
    expect(words).not.toContain('Nils');
    const screened = () =>
      r.world.sql<{ result: string }>('select result from assurance.screening where subject_id = $1', [home]);
    expect(await screened()).toEqual([{ result: 'two-officers' }]);
    expect(
      (await r.send(r.sadia, home, 'visits/plan', { ...plan, companion: 'Joss Thistlewood' })).status,
    ).toBe(303);
    const visitNow = async () =>
      (
        await r.world.sql<{ id: string; state: string; needsTwo: boolean; screeningId: string | null }>(
          'select id, state, needs_two as "needsTwo", screening_id as "screeningId" from safeguarding.visit where file_id = $1',
          [home],
        )
      )[0];
    expect(await visitNow()).toMatchObject({ state: 'planned', needsTwo: true });
    expect((await visitNow())?.screeningId).not.toBeNull();
    const sheet = await r.read(r.wyn, `/visits/${(await visitNow())?.id}`);
    expect(sheet.indexOf('Two officers go')).toBeLessThan(sheet.indexOf('First visit'));
    expect(sheet).toContain('Marker: violent');
    // One that nobody may make: set when the visit is planned already.
    await set({
      about: 'address',
      name: '',
      address: '9 Ridge Road',
      precaution: 'do-not-attend',
      type: 'WE',
    });
    await performQueued(r.world, r.clock);
    expect(await visitNow()).toMatchObject({ state: 'cancelled' });
    const stopped = await r.send(r.sadia, home, 'visits/plan', { ...plan, companion: 'Joss Thistlewood' });
    expect([stopped.status, wordsOf(stopped.text)]).toEqual([
      422,
      expect.stringContaining('A precaution says that nobody visits'),
    ]);
  });

  test('a screen too old does not do, and a marker that is somebody else’s is put aside', async () => {
    const priya = await r.world.as('priya.police');
    await priya.post('/markers', {
      ...{ about: 'person', name: 'Olof Brandt', type: 'VI', precaution: 'two-officers' },
      ...{ evidence: 'Log 15', reviewOn: '2027-05-01', told: 'to-tell' },
    });
    const home = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Olaf Brandt' }));
    const plan = { purpose: 'First visit', plannedOn: '2026-11-24', assignedTo: warden };
    expect((await r.send(r.sadia, home, 'visits/plan', plan)).status).toBe(422);
    const [hit] = await r.world.sql<{ id: string }>(
      'select h.marker_id as id from assurance.hit h join assurance.screening s on s.id = h.screening_id where s.subject_id = $1',
      [home],
    );
    await r.send(r.sadia, home, 'screen/answers', { markerId: hit?.id ?? '', answer: 'not' });
    await r.world.sql("update assurance.screening set at = at - interval '9 days' where subject_id = $1", [
      home,
    ]);
    expect((await r.send(r.sadia, home, 'visits/plan', plan)).status).toBe(303);
    // It was screened anew, and what was said of the marker is carried on.
    const screens = await r.world.sql('select 1 from assurance.screening where subject_id = $1', [home]);
    expect(screens).toHaveLength(2);
  });

  test('a hidden address is held against markers by the system, and shown to nobody', async () => {
    const callum = await r.world.as('callum.safety');
    await callum.post('/markers', {
      ...{
        about: 'address',
        address: '77 Sealed Row',
        postcode: 'QM1 5AA',
        type: 'DO',
        precaution: 'two-officers',
      },
      ...{
        why: 'Two dogs loose in the yard in May',
        evidence: 'File 3',
        reviewOn: '2027-05-01',
        told: 'told',
        toldOn: '2026-11-02',
      },
    });
    const home = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Eva Stern' }));
    await r.send(r.sadia, home, 'safe-contact', {
      hidesAddress: 'yes',
      address: '77 Sealed Row',
      postcode: 'QM1 5AA',
    });
    await r.send(r.sadia, home, 'visits/plan', {
      purpose: 'Visit',
      plannedOn: '2026-11-24',
      assignedTo: warden,
    });
    await performQueued(r.world, r.clock);
    const words = await r.read(r.sadia, `/register/${home}/visits/plan`);
    expect(words).toContain('Two officers go');
    // Nor by what it was met on: that a place was compared at all would tell.
    for (const part of ['Sealed', 'this address', 'at this address', 'It is this person or place'])
      expect(words).not.toContain(part);
    const [kept] = await r.world.sql<{
      id: string;
      hash: string;
      onWhat: string[];
      sureness: string;
      marker: string;
    }>(
      `select s.id, s.asked_hash as hash, h.on_what as "onWhat", h.sureness, h.marker_id as marker from assurance.screening s
       join assurance.hit h on h.screening_id = s.id where s.subject_id = $1 and s.officer_id is null`,
      [home],
    );
    expect(kept).toMatchObject({ hash: '', onWhat: [], sureness: 'likely' });
    const elsewhere = await r.sadia.get(`/screenings/${kept?.id}`);
    expect(elsewhere.status).toBe(200);
    expect(elsewhere.text).not.toMatch(/this address|person or place:/);
    // It cannot be put aside as somebody else, on either page.
    const aside = { markerId: kept?.marker ?? '', answer: 'not' };
    const refused = await r.send(r.sadia, home, 'screen/answers', aside);
    expect(wordsOf(refused.text)).toContain('does not say on what');
    await r.sadia.post(`/screenings/${kept?.id}/answers`, aside);
    expect(await r.world.sql('select answer from assurance.hit where screening_id = $1', [kept?.id])).toEqual(
      [{ answer: null }],
    );
    const [visit] = await r.world.sql<{ state: string }>(
      'select state from safeguarding.visit where file_id = $1',
      [home],
    );
    expect(visit?.state).toBe('cancelled');
  });
});
